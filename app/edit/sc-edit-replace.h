/* sc-edit-replace.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"
#include "sc-find.h"

G_BEGIN_DECLS

/* Puts another text where one was found: in names, labels and descriptions and, where that is
 * asked for, in the columns of steps and conditions. The rest is left as it is. */

typedef struct
{
  const char *text; /* for a regular expression with \1, \g<name>, … for its groups */
  gboolean
      preserve_case; /* BUDGET becomes COST, Budget becomes Cost; not with a regular expression */
  gboolean columns;  /* columns, too */
} ScReplaceOptions;

/* What came of it, in occurrences. */
typedef struct
{
  guint n_replaced;
  guint n_texts; /* in which they were */
  int end;       /* where the last replacement ends, in characters of its text */
  guint n_left_out[SC_N_OBSTACLES];
} ScReplaceReport;

/* Why the replacement cannot be used with the query: a translated sentence in error. */
gboolean
sc_replace_check (const ScFindQuery *query, const ScReplaceOptions *options, GError **error);

/* All that sc_find() finds. The same solution where nothing can be replaced. Errors of
 * SC_FIND_ERROR and SC_EDIT_ERROR. */
ScSolution *sc_edit_replace_all (const ScSolution *solution,
                                 const ScFindQuery *query,
                                 const char *flow,
                                 const ScReplaceOptions *options,
                                 ScReplaceReport *report,
                                 GError **error);
/* One of them; NOT_FOUND when the solution has it no more. */
ScSolution *sc_edit_replace_hit (const ScSolution *solution,
                                 const ScFindQuery *query,
                                 const ScHit *hit,
                                 const ScReplaceOptions *options,
                                 ScReplaceReport *report,
                                 GError **error);

/* "12 replaced. Left as they are: 3 ids and unique names, …", translated. Free with g_free(). */
char *sc_replace_report_sum_up (const ScReplaceReport *self);
/* Why a hit is left as it is, in a translated sentence; NULL for SC_OBSTACLE_NONE. */
const char *sc_obstacle_explain (ScObstacle obstacle);

G_END_DECLS
