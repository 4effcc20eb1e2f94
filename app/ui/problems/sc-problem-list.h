/* sc-problem-list.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-validation.h"

G_BEGIN_DECLS

/* A problem in a list model. */
#define SC_TYPE_PROBLEM_ITEM (sc_problem_item_get_type ())
G_DECLARE_FINAL_TYPE (ScProblemItem, sc_problem_item, SC, PROBLEM_ITEM, GObject)

/* The values live as long as the item. */
const ScProblem *sc_problem_item_get_problem (ScProblemItem *self);
/* "Flow › Stage › Step"; the open flow is not named. */
const char *sc_problem_item_get_place (ScProblemItem *self);

/* Which problems are listed. */
typedef struct
{
  const char *flow; /* id of the open flow; nullable */
  gboolean only_flow;
  gboolean hidden[SC_SEVERITY_ERROR + 1]; /* by severity */
  const char *text;                       /* words to look for; nullable */
} ScProblemFilter;

/* Makes store (of ScProblemItem) list problems that pass filter: by severity, then in the order of
 * the document. The open flow does not come first: a click that opens another flow would shuffle
 * the rows under the pointer. Touches only the rows that differ. */
void sc_problem_list_update (GListStore *store,
                             const ScList *problems,
                             const ScSolution *solution,
                             int language,
                             const ScProblemFilter *filter);

/* TRUE when both are the same rule about the same thing, whatever the figures. */
gboolean sc_problem_is_about_same (const ScProblem *a, const ScProblem *b);

G_END_DECLS
