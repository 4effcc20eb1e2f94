/* sc-access-header.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The headings of the matrix; stays in sight while the rows scroll. */
#define SC_TYPE_ACCESS_HEADER (sc_access_header_get_type ())
G_DECLARE_FINAL_TYPE (ScAccessHeader, sc_access_header, SC, ACCESS_HEADER, GtkWidget)

G_END_DECLS
