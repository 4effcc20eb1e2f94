/* sc-navigator-section-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-navigator-section.h"

G_BEGIN_DECLS

struct _ScNavigatorSection
{
  GtkWidget parent_instance;

  ScEditor *editor;
  ScNavigatorKind kind;
  GPtrArray *shown; /* the rows, in order */
  GArray *groups;   /* of ScNavigatorGroup; their titles are copies */
  guint least;      /* the rating that a row needs to be seen; 0: no search */

  /* While a flow is dragged over the list: */
  ScNavigatorRow *drop_row; /* in shown; NULL: none */
  gboolean drop_behind;     /* behind that row, else before it */
  gboolean drop_allowed;
  GtkPopover *refusal;   /* why not; made when it is first needed */
  double drop_x, drop_y; /* of the pointer, in the list */
  guint scrolling;       /* tick; 0: none */

  GtkWidget *header;
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *meter;
  GtkWidget *search;
  GtkWidget *add;
  GtkListBox *rows;
  GtkLabel *empty;
};

/* sc-navigator-drop.c */
void sc_navigator_drop_init (ScNavigatorSection *self);
/* The row is about to go. */
void sc_navigator_drop_forget (ScNavigatorSection *self, ScNavigatorRow *row);
void sc_navigator_drop_snapshot (ScNavigatorSection *self, GtkSnapshot *snapshot);

G_END_DECLS
