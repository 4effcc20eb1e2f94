/* sc-find-results.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-finder.h"

G_BEGIN_DECLS

/* The hits of a finder as a list; a click or Enter goes there. */
#define SC_TYPE_FIND_RESULTS (sc_find_results_get_type ())
G_DECLARE_FINAL_TYPE (ScFindResults, sc_find_results, SC, FIND_RESULTS, GtkWidget)

/* Takes a reference; NULL lets it go. */
void sc_find_results_set_finder (ScFindResults *self, ScFinder *finder);

G_END_DECLS
