/* sc-path-table.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow-path.h"
#include "sc-solution.h"

G_BEGIN_DECLS

/* The paths of a flow as a truth table: a row a path, a column a condition. Texts only. */
typedef struct
{
  GPtrArray *paths;  /* of ScFlowPath, no more than SC_PATH_TABLE_MAX */
  guint64 n_paths;   /* how many there are; G_MAXUINT64: very many */
  GPtrArray *titles; /* of char *, of the columns */
  guint first_fact;  /* the first column that is no condition */
} ScPathTable;

#define SC_PATH_TABLE_MAX 1000

ScPathTable *sc_path_table_new (const ScFlow *flow, int language);
void sc_path_table_free (ScPathTable *self);

/* What stands in a cell; "–" where the path does not come to the condition. flow must be the one
 * that the table is of. Free with g_free(). */
char *sc_path_table_dup_cell (const ScPathTable *self,
                              const ScSolution *solution,
                              const ScFlow *flow,
                              int language,
                              guint row,
                              guint column);
/* With tabs between columns, as spreadsheets take it. Free with g_free(). */
char *sc_path_table_dup_text (const ScPathTable *self,
                              const ScSolution *solution,
                              const ScFlow *flow,
                              int language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPathTable, sc_path_table_free)

G_END_DECLS
