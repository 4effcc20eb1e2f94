/* sc-table-choices.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-choice.h"
#include "sc-solution.h"

G_BEGIN_DECLS

/* What pickers offer for tables and columns: everything the solution knows, sorted by name. */

/* Also the tables that flow uses and the solution does not describe. flow may be NULL. */
void sc_table_choices_fill (GListStore *store,
                            const ScSolution *solution,
                            const ScFlow *flow,
                            int language);
/* A table that is not in the list; NULL when text is no logical name. */
ScChoice *sc_table_choices_other (const char *text);

/* The columns of the table of stage. */
void sc_column_choices_fill (GListStore *store,
                             const ScSolution *solution,
                             const ScStage *stage,
                             int language);
ScChoice *sc_column_choices_other (const char *text);

G_END_DECLS
