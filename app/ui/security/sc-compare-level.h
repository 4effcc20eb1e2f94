/* sc-compare-level.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-role.h"

G_BEGIN_DECLS

/* A level as circle and word. */
#define SC_TYPE_COMPARE_LEVEL (sc_compare_level_get_type ())
G_DECLARE_FINAL_TYPE (ScCompareLevel, sc_compare_level, SC, COMPARE_LEVEL, GtkWidget)

GtkWidget *sc_compare_level_new (void);
/* known FALSE: title is a level that is none of ScLevel. */
void sc_compare_level_set (ScCompareLevel *self, ScLevel level, gboolean known, const char *title);

G_END_DECLS
