/* sc-find-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-find.h"

G_BEGIN_DECLS

/* Where a text is. Pointers into the solution. */
typedef struct
{
  ScFoundKind kind;
  ScFoundText text;
  ScObstacle obstacle;
  const ScFlow *flow;
  const ScStage *stage;
  const ScStep *step;
  const ScRole *role;
  const char *table; /* of a column */
  int branch, clause;
  int language;
  int flow_position, number; /* as in ScHit */
} ScTextPlace;

/* Returns text when it stays, else the one that takes its place, good until the next call. */
typedef const char *(*ScTextFunc) (const ScTextPlace *place, const char *text, gpointer data);

/* Calls visit for every text that can be looked for, in the order of reading. position: of the only
 * flow to go through; -1: all, and the roles. What holds no text that changes is shared: the result
 * is solution itself, with a reference, when none does. Columns are bound as
 * sc_edit_step_set_column() and sc_edit_clause_set_column() do. */
ScSolution *
sc_texts_walk (const ScSolution *solution, int position, ScTextFunc visit, gpointer data);

/* One occurrence within a text. */
typedef struct
{
  int start, length; /* in characters */
  gsize from, to;    /* in bytes */
} ScMatch;

/* Fills matches (of ScMatch) from left to right, without overlaps; none of them cuts what is read
 * as one character. FALSE, and EFFORT, where it takes too long. */
gboolean sc_find_query_match (
    const ScFindQuery *self, ScFoundText kind, const char *text, GArray *matches, GError **error);
/* NULL when the query is no regular expression. */
const GRegex *sc_find_query_get_regex (const ScFindQuery *self);
ScFindFields sc_find_query_get_fields (const ScFindQuery *self);

/* Searches end when they have taken that long, however they are spread over the texts. */
#define SC_FIND_MAX_TIME (G_TIME_SPAN_SECOND / 2)

gboolean sc_find_fail_effort (GError **error);

G_END_DECLS
