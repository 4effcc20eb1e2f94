/* random-edits-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "random-edits.h"

G_BEGIN_DECLS

/* What one edit is done with. Everything there is belongs to the solution; ids of what there is
 * not are those of nothing. */
typedef struct
{
  GRand *rand;
  const ScSolution *solution;
  const ScClip *clip; /* something that was copied some edits ago; nullable */
  const ScFlow *any_flow;
  const ScStage *any_stage;
  const char *flow;
  const char *stage;
  const char *other; /* another stage of the flow, or the same one */
  const char *step;
  const char *role;
  guint branch;
  guint clause;
  guint position;
  ScSlot slot;
} Draw;

typedef ScSolution *(*RandomEditFunc) (Draw *draw, GError **error);

typedef struct
{
  const char *name; /* of the edit function */
  RandomEditFunc edit;
  gboolean rare; /* takes so much away that soon nothing would be left */
} RandomKind;

/* By the headers that they are of; each ends with a kind that has no name. */
extern const RandomKind random_stage_kinds[];
extern const RandomKind random_step_kinds[];
extern const RandomKind random_run_kinds[]; /* of steps and triggers that run something */
extern const RandomKind random_way_kinds[];
extern const RandomKind random_part_kinds[];
extern const RandomKind random_flow_kinds[];
extern const RandomKind random_solution_kinds[];

/* Appends to a list of a draft; takes over value. */
#define append(draft, field, value)                                        \
  G_STMT_START                                                             \
  {                                                                        \
    gpointer item = (value);                                               \
    sc_take_value ((draft), field, sc_list_append ((draft)->field, item)); \
    sc_value_unref (item);                                                 \
  }                                                                        \
  G_STMT_END

#define EDIT(name) static ScSolution *name (Draw *draw, GError **error)
#define KIND(name)                \
  {                               \
    "sc_edit_" #name, name, FALSE \
  }
#define RARE_KIND(name)          \
  {                              \
    "sc_edit_" #name, name, TRUE \
  }
#define KINDS_END \
  {               \
    NULL, NULL    \
  }

/* 0 to n - 1; 0 for 0. */
guint random_up_to (GRand *rand, guint n);
gconstpointer random_item (GRand *rand, const ScList *list);
#define random_any(rand, ...)                           \
  ((const char *const[]){ __VA_ARGS__ })[random_up_to ( \
      (rand), sizeof ((const char *const[]){ __VA_ARGS__ }) / sizeof (char *))]

/* Texts short and long, in several scripts. */
const char *random_text (GRand *rand);
int random_language (GRand *rand);
/* Logical names, mostly of what the solution has. */
const char *random_table (GRand *rand, const ScSolution *solution);
const char *random_column (GRand *rand, const ScSolution *solution, const char *table);
/* Each stage and each step of the flow with the same chance. */
ScParts *random_parts (GRand *rand, const ScFlow *flow);

/* FALSE for a flow that runs in circles, or in which ids stand for several stages: a clip of it
 * does so, too. */
gboolean random_is_clear (const ScFlow *flow);

/* A stage of the flow behind which there is a condition, more often than chance has it. */
const ScStage *random_stage (GRand *rand, const ScFlow *flow);
/* Something that no edit brings: a flow with branches that share stages, end early or skip, with
 * steps and workflows of every kind, now and then with ids that are none; a solution that is
 * managed. It takes the place of another flow where there are several. */
ScSolution *random_arrival (GRand *rand, const ScSolution *solution);
/* A solution without flows, with what they can be about. */
ScSolution *random_ground (void);

G_END_DECLS
