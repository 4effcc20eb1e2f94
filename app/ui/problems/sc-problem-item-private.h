/* sc-problem-item-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-problem-item.h"

G_BEGIN_DECLS

/* What the list keeps in a line; nobody else writes it. */
struct _ScProblemItem
{
  GObject parent_instance;

  ScProblemLineKind kind;
  guint position, n_siblings;
  guint line;       /* in the list; G_MAXUINT: not shown */
  gboolean changed; /* says something else than before, and has not said so */

  /* a heading */
  char *key; /* ids of flow and stage; see sc_problem_item_dup_key() */
  char *title;
  guint counts[SC_SEVERITY_ERROR + 1];
  gboolean folded;

  /* a problem */
  ScProblem *problem;
  guint rank; /* in the order of all problems; G_MAXUINT: it is new */
  guint depth;
  const ScFlow *flow; /* where it is in the solution that is shown; NULL: nowhere */
  const ScStage *stage;
  char *place;
  char *words; /* what a filter looks for words in, folded to one case; NULL until one does */
};

ScProblemItem *sc_problem_item_new (const ScProblem *problem);
/* Takes over key. */
ScProblemItem *sc_problem_item_new_heading (ScProblemLineKind kind, char *key);
/* flow and stage are nullable. Free with g_free(). */
char *sc_problem_item_dup_key (const char *flow, const char *stage);
void sc_problem_item_set_problem (ScProblemItem *self, const ScProblem *problem);
void sc_problem_item_set_title (ScProblemItem *self, const char *title);
void sc_problem_item_set_position (ScProblemItem *self, guint position, guint n);
/* Emits "changed" when the item says something else than when it did so last. */
void sc_problem_item_tell (ScProblemItem *self);
/* TRUE when all words (folded to one case) are in what the problem and its place say. */
gboolean
sc_problem_item_matches (ScProblemItem *self, const ScSolution *solution, const char *const *words);

G_END_DECLS
