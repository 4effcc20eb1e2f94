/* sc-table-choices.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-choice.h"
#include "sc-editor.h"

G_BEGIN_DECLS

/* What pickers offer for tables and columns: everything that is known from any source. */

/* The tables, grouped by how they are known; also those that the flow uses and nobody describes. */
void sc_table_choices_fill (GListStore *store, ScEditor *editor);
/* A table that is not in the list (a ScChoiceOther); NULL when text is no logical name. */
ScChoice *sc_table_choices_other (const char *text, gpointer data);

/* The columns of a table (nullable), sorted by display name. */
void sc_column_choices_fill (GListStore *store, ScEditor *editor, const char *table);
ScChoice *sc_column_choices_other (const char *text, gpointer data);

G_END_DECLS
