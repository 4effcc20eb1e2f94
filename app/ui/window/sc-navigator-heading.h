/* sc-navigator-heading.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The flows of one table: what stands above them, quietly, where there are several tables. */
typedef struct
{
  const char *title;
  guint n_active, limit; /* how many flows are active, and how many can be */
} ScNavigatorGroup;

#define SC_TYPE_NAVIGATOR_HEADING (sc_navigator_heading_get_type ())
G_DECLARE_FINAL_TYPE (ScNavigatorHeading, sc_navigator_heading, SC, NAVIGATOR_HEADING, GtkWidget)

GtkWidget *sc_navigator_heading_new (void);
void sc_navigator_heading_show (ScNavigatorHeading *self, const ScNavigatorGroup *group);

/* "3 of 10 active"; a warning where no more can be, an error above that. NULL: hides the label. */
void sc_navigator_meter_show (GtkLabel *label, const ScNavigatorGroup *group);

G_END_DECLS
