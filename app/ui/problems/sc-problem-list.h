/* sc-problem-list.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-problem-item.h"

G_BEGIN_DECLS

/* Which problems are listed, and how. */
typedef struct
{
  const char *flow; /* id of the open flow; nullable */
  gboolean only_flow;
  gboolean hidden[SC_SEVERITY_ERROR + 1]; /* by severity */
  const char *text;                       /* words to look for; nullable */
  gboolean by_severity; /* the worst first, without headings, in place of flow after flow */
  gboolean hold;        /* what is there keeps its place, whatever its order would be now */
} ScProblemFilter;

/* A list model of ScProblemItem: the headings of flows and stages with the problems beneath them,
 * in the order of the document; what concerns no single flow comes first. An update touches only
 * the lines that differ; a heading that was folded stays so, also while there is nothing under
 * it. */
#define SC_TYPE_PROBLEM_LIST (sc_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (ScProblemList, sc_problem_list, SC, PROBLEM_LIST, GObject)

ScProblemList *sc_problem_list_new (void);

/* solution is the one that problems are of; it may be NULL when there are none. */
void sc_problem_list_update (ScProblemList *self,
                             const ScList *problems,
                             const ScSolution *solution,
                             const ScProblemFilter *filter);

/* How many problems pass the filter, folded ones included. */
guint sc_problem_list_get_n_passing (ScProblemList *self);
/* The line of the item; G_MAXUINT when it is not shown. */
guint sc_problem_list_get_line (ScProblemList *self, ScProblemItem *item);
/* The heading that the line stands under; NULL at the top. Belongs to the list. */
ScProblemItem *sc_problem_list_get_heading (ScProblemList *self, guint line);

/* Folding needs no other argument: the problems are those of the last update. */
void sc_problem_list_set_folded (ScProblemList *self, ScProblemItem *heading, gboolean folded);
/* All that have problems now, stages included. */
void sc_problem_list_fold_all (ScProblemList *self, gboolean folded);
/* Nothing is folded any more, not even what is not there; shows with the next update. */
void sc_problem_list_forget_folded (ScProblemList *self);

G_END_DECLS
