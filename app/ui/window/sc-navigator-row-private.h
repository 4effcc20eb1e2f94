/* sc-navigator-row-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-navigator-row.h"

G_BEGIN_DECLS

struct _ScNavigatorRow
{
  GtkListBoxRow parent_instance;

  ScEditor *editor;
  ScNavigatorKind kind;
  char *id;
  /* What is shown, to leave alone what has not changed. */
  char *shown_title;
  char *shown_detail;
  char *shown_keywords;
  char *shown_place;
  ScNavigatorFacts shown; /* with the texts above */
  guint position;
  guint rating;
  gboolean active;
  /* Made when they are first asked for; children of the box, of the button and of the row. */
  GtkWidget *menu_button;
  GtkPopover *menu;
  GtkPopover *columns;

  GtkLabel *title;
  GtkLabel *detail;
  GtkBox *box;
  GtkWidget *tick;
  GtkLabel *count;
  GMenuModel *flow_menu;
  GMenuModel *table_menu;
  GMenuModel *role_menu;
};

/* sc-navigator-row.c */
void sc_navigator_row_show_columns (ScNavigatorRow *self);
void sc_navigator_row_show_menu (ScNavigatorRow *self);
void sc_navigator_row_open_tab (ScNavigatorRow *self);

/* sc-navigator-row-actions.c */
void sc_navigator_row_install_actions (GtkWidgetClass *widget_class);
/* What can be done with a row that shows these facts. */
void sc_navigator_row_update_actions (ScNavigatorRow *self, const ScNavigatorFacts *facts);
/* Saving may have left a table out. */
void sc_navigator_row_update_deletable (ScNavigatorRow *self);
void sc_navigator_row_set_active (ScNavigatorRow *self, gboolean active);

G_END_DECLS
