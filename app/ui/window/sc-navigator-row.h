/* sc-navigator-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

typedef enum
{
  SC_NAVIGATOR_FLOW,
  SC_NAVIGATOR_TABLE,
  SC_NAVIGATOR_ROLE
} ScNavigatorKind;

/* What a row shows. */
typedef struct
{
  const char *title;
  const char *detail; /* nullable; quiet, behind the title */
  gboolean draft;
  ScLock lock; /* why it cannot be changed */
  guint n_errors;
  guint n_warnings;
  /* Of flows: */
  const char *keywords; /* what it is also known by, one a line */
  const char *place;    /* where it stands in the process order of its table, in words */
  guint group;          /* the table, by number */
  gboolean is_first, is_last;
} ScNavigatorFacts;

/* One flow, table or role. Actions, where the kind has them: row.rename, row.delete,
 * row.show-columns, row.show-menu, row.open-tab, row.open-window, row.move-up, row.move-down,
 * row.move-to-top; row.active is a check item. */
#define SC_TYPE_NAVIGATOR_ROW (sc_navigator_row_get_type ())
G_DECLARE_FINAL_TYPE (ScNavigatorRow, sc_navigator_row, SC, NAVIGATOR_ROW, GtkListBoxRow)

/* id: of the flow or role, or the logical name of the table. */
GtkWidget *sc_navigator_row_new (ScEditor *editor, ScNavigatorKind kind, const char *id);
const char *sc_navigator_row_get_id (ScNavigatorRow *self);
const char *sc_navigator_row_get_title (ScNavigatorRow *self);
guint sc_navigator_row_get_group (ScNavigatorRow *self);
/* In its list; whoever sets it keeps it true. */
guint sc_navigator_row_get_position (ScNavigatorRow *self);
void sc_navigator_row_set_position (ScNavigatorRow *self, guint position);
/* How well what is looked for (see sc-fuzzy.h) fits the row; 0: not at all. It is remembered. */
guint sc_navigator_row_rate (ScNavigatorRow *self, const char *folded_needle);
guint sc_navigator_row_get_rating (ScNavigatorRow *self);
void sc_navigator_row_show (ScNavigatorRow *self, const ScNavigatorFacts *facts);
/* What a click or Enter does: opens the flow, shows the columns or goes to the security view. */
void sc_navigator_row_activate (ScNavigatorRow *self);

G_END_DECLS
