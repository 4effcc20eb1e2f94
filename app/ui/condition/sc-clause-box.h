/* sc-clause-box.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* One clause: which column, what about it, and compared with what. Actions, also in its menu:
 * clause.move-up, clause.move-down, clause.remove. */
#define SC_TYPE_CLAUSE_BOX (sc_clause_box_get_type ())
G_DECLARE_FINAL_TYPE (ScClauseBox, sc_clause_box, SC, CLAUSE_BOX, GtkWidget)

GtkWidget *sc_clause_box_new (ScEditor *editor, const char *stage, guint branch, guint clause);
/* Shows what the document has now. */
void sc_clause_box_update (ScClauseBox *self);

G_END_DECLS
