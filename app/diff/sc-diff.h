/* sc-diff.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

typedef enum
{
  SC_DIFFERENCE_ADDED,
  SC_DIFFERENCE_REMOVED,
  SC_DIFFERENCE_CHANGED,
  SC_DIFFERENCE_MOVED, /* stands at another place among its neighbours */
  SC_N_DIFFERENCES
} ScDifferenceKind;

/* One thing that is not the same in two solutions. The words are translated. */
typedef struct
{
  ScValue base;
  int kind;           /* ScDifferenceKind */
  const char *word;   /* "Stage", "Role", … */
  const char *name;   /* what it is called; nullable */
  const char *place;  /* "Lead to Opportunity › Qualify": what it is in; nullable */
  const char *detail; /* "Name: “Start” → “Qualify”; Required: No → Yes"; nullable */
  const char *flow;   /* ids of where it is, or was; nullable */
  const char *stage;
  const char *step;
  const char *role;
} ScDifference;

SC_DECLARE_VALUE (ScDifference, sc_difference)

/* "Added", "Removed", …, translated. */
const char *sc_difference_kind_get_title (ScDifferenceKind kind);
/* "Stage “Qualify” added"; translated, free with g_free(). */
char *sc_difference_describe (const ScDifference *self);

/* What was done to before to get after (of ScDifference): by ids, not by position, so that what
 * moved is not taken for new. Things that both share are not looked into. */
ScList *sc_diff (const ScSolution *before, const ScSolution *after);

/* "2 stages changed, 1 role added"; translated, for at most so many kinds of things before "…".
 * Free with g_free(). */
char *sc_diff_summarize (const ScList *differences, guint max_kinds);

G_END_DECLS
