/* sc-access-legend.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the circles stand for, in as many lines as it takes. */
#define SC_TYPE_ACCESS_LEGEND (sc_access_legend_get_type ())
G_DECLARE_FINAL_TYPE (ScAccessLegend, sc_access_legend, SC, ACCESS_LEGEND, GtkWidget)

/* Whether all five levels occur, or None and Organization only. */
void sc_access_legend_set_all (ScAccessLegend *self, gboolean all);

G_END_DECLS
