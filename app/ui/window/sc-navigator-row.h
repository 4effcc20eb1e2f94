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
} ScNavigatorFacts;

/* One flow, table or role. Actions, where the kind has them: row.rename, row.delete,
 * row.show-columns, row.show-menu; row.active is a check item. */
#define SC_TYPE_NAVIGATOR_ROW (sc_navigator_row_get_type ())
G_DECLARE_FINAL_TYPE (ScNavigatorRow, sc_navigator_row, SC, NAVIGATOR_ROW, GtkListBoxRow)

/* id: of the flow or role, or the logical name of the table. */
GtkWidget *sc_navigator_row_new (ScEditor *editor, ScNavigatorKind kind, const char *id);
const char *sc_navigator_row_get_id (ScNavigatorRow *self);
const char *sc_navigator_row_get_title (ScNavigatorRow *self);
void sc_navigator_row_show (ScNavigatorRow *self, const ScNavigatorFacts *facts);
/* What a click or Enter does: opens the flow, shows the columns or goes to the security view. */
void sc_navigator_row_activate (ScNavigatorRow *self);

G_END_DECLS
