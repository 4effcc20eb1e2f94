/* random-edits.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits-private.h"

#include <string.h>

/* What a test can look at in a moment, a million times. */
#define MAX_FLOWS      4
#define MAX_STAGES     24
#define MAX_STEPS      60 /* of a flow */
#define MAX_ROLES      5
#define MAX_PERSONAS   4
#define MAX_TABLES     12
#define MAX_TRIGGERS   12
#define MAX_PRIVILEGES 40
#define MAX_CLAUSES    12 /* of a stage */
#define MAX_COMPONENTS 30

/* Draws between one flow from outside and the next, and between one copy and the next. */
#define ARRIVALS 150
#define COPIES   40

static const RandomKind *const families[] = {
  random_stage_kinds, random_step_kinds, random_run_kinds,      random_way_kinds,
  random_part_kinds,  random_flow_kinds, random_solution_kinds,
};

typedef struct
{
  const RandomKind *kind;
  guint n;
  guint n_changed;
} Tally;

struct _RandomEdits
{
  GRand *rand;
  GArray *tallies; /* of Tally */
  ScClip *clip;
  gboolean unlimited;
};

RandomEdits *
random_edits_new (guint32 seed)
{
  RandomEdits *self = g_new0 (RandomEdits, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->tallies = g_array_new (FALSE, FALSE, sizeof (Tally));
  g_random_set_seed (seed);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (const RandomKind *kind = families[i]; kind->name != NULL; kind++)
      {
        Tally tally = { kind, 0, 0 };

        g_array_append_val (self->tallies, tally);
      }
  return self;
}

void
random_edits_free (RandomEdits *self)
{
  if (self == NULL)
    return;
  g_rand_free (self->rand);
  g_array_unref (self->tallies);
  sc_clip_unref (self->clip);
  g_free (self);
}

guint
random_edits_length (guint quick)
{
  const char *soak = g_getenv ("STAGECRAFT_SOAK");

  return soak != NULL ? (guint) g_ascii_strtoull (soak, NULL, 10) : quick;
}

GRand *
random_edits_get_rand (RandomEdits *self)
{
  return self->rand;
}

void
random_edits_lift_limits (RandomEdits *self)
{
  self->unlimited = TRUE;
}

ScSolution *
random_edits_start (RandomEdits *self)
{
  ScSolution *solution = random_ground ();

  for (guint i = 0; i < MAX_FLOWS - 1; i++)
    {
      g_autoptr (ScSolution) before = solution;

      solution = random_arrival (self->rand, before);
    }
  return solution;
}

static ScSlot
any_slot (GRand *rand, const ScFlow *flow)
{
  const ScStage *stage = random_stage (rand, flow);
  guint n;

  if (stage == NULL || random_up_to (rand, 12) == 0)
    return SC_SLOT_FIRST;
  n = stage->condition != NULL ? sc_list_length (stage->condition->branches) : 0;
  return (ScSlot){ stage->id,
                   (int) random_up_to (rand, n + 1) - (n == 0 || random_up_to (rand, 4) == 0) };
}

/* A branch and a clause that the stage has, or the next one that it does not have. */
static void
draw_branch (Draw *draw)
{
  const ScCondition *condition = draw->any_stage != NULL ? draw->any_stage->condition : NULL;
  const ScBranch *branch;

  draw->branch = random_up_to (draw->rand,
                               (condition != NULL ? sc_list_length (condition->branches) : 0) + 1);
  branch = condition != NULL ? sc_list_get (condition->branches, draw->branch) : NULL;
  draw->clause
      = random_up_to (draw->rand, (branch != NULL ? sc_list_length (branch->clauses) : 0) + 1);
}

static void
draw_all (Draw *draw, RandomEdits *self, const ScSolution *solution)
{
  const ScFlow *flow = random_item (self->rand, solution->flows);
  const ScList *stages = flow != NULL ? flow->stages : NULL;
  const ScStage *other = random_item (self->rand, stages);
  const ScStage *holder = random_item (self->rand, stages);
  const ScStep *step = holder != NULL ? random_item (self->rand, holder->steps) : NULL;
  const ScRole *role = random_item (self->rand, solution->roles);

  *draw = (Draw){ .rand = self->rand, .solution = solution, .clip = self->clip, .any_flow = flow };
  draw->any_stage = random_stage (self->rand, flow);
  draw->flow = flow != NULL ? flow->id : "none";
  draw->stage = draw->any_stage != NULL ? draw->any_stage->id : "none";
  draw->other = other != NULL ? other->id : "none";
  draw->step = step != NULL ? step->id : "none";
  draw->role = role != NULL ? role->id : "none";
  draw->position = random_up_to (self->rand, 6);
  draw->slot = any_slot (self->rand, flow);
  draw_branch (draw);
}

static gboolean
flow_fits (const ScFlow *flow)
{
  guint n_triggers = 0;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      guint n_clauses = 0;

      n_triggers += sc_list_length (stage->triggers);
      sc_list_foreach (stage->condition != NULL ? stage->condition->branches : NULL,
                       const ScBranch *, branch)
        {
          n_clauses += 1 + sc_list_length (branch->clauses);
        }
      if (n_clauses > MAX_CLAUSES)
        return FALSE;
    }
  return n_triggers <= MAX_TRIGGERS && sc_list_length (flow->stages) <= MAX_STAGES
         && sc_flow_count_steps (flow) <= MAX_STEPS;
}

static gboolean
fits (const ScSolution *solution)
{
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (!flow_fits (flow))
        return FALSE;
    }
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      if (sc_list_length (role->privileges) > MAX_PRIVILEGES)
        return FALSE;
    }
  return sc_list_length (solution->flows) <= MAX_FLOWS
         && sc_list_length (solution->roles) <= MAX_ROLES
         && sc_list_length (solution->personas) <= MAX_PERSONAS
         && sc_list_length (solution->tables) <= MAX_TABLES
         && sc_list_length (solution->components) <= MAX_COMPONENTS;
}

static void
copy_something (RandomEdits *self, const ScSolution *solution)
{
  const ScFlow *flow = random_item (self->rand, solution->flows);
  g_autoptr (ScParts) parts = flow != NULL ? random_parts (self->rand, flow) : NULL;

  if (parts == NULL || !random_is_clear (flow))
    return;
  sc_clip_unref (self->clip);
  self->clip = sc_clip_make (solution, flow, parts);
}

static ScSolution *
try_one (RandomEdits *self, const ScSolution *solution, const char **kind, GError **error)
{
  Tally *tally
      = &g_array_index (self->tallies, Tally, random_up_to (self->rand, self->tallies->len));
  ScSolution *after;
  Draw draw;

  *kind = NULL;
  if (tally->kind->rare && random_up_to (self->rand, 4) > 0)
    return NULL;
  draw_all (&draw, self, solution);
  *kind = tally->kind->name;
  after = tally->kind->edit (&draw, error);
  if (after != NULL && !self->unlimited && !fits (after))
    {
      sc_solution_unref (after);
      *kind = NULL;
      return NULL;
    }
  tally->n++;
  tally->n_changed += after != NULL && after != solution;
  return after;
}

ScSolution *
random_edits_next (RandomEdits *self, const ScSolution *solution, const char **kind, GError **error)
{
  ScSolution *after;

  if (random_up_to (self->rand, COPIES) == 0)
    copy_something (self, solution);
  *kind = "arrival";
  if (!self->unlimited && (solution->flows == NULL || random_up_to (self->rand, ARRIVALS) == 0))
    return random_arrival (self->rand, solution);
  do
    after = try_one (self, solution, kind, error);
  while (*kind == NULL);
  return after;
}

gboolean
random_edits_count (const RandomEdits *self, const char *kind, guint *n, guint *n_changed)
{
  for (guint i = 0; i < self->tallies->len; i++)
    {
      const Tally *tally = &g_array_index (self->tallies, Tally, i);

      if (strcmp (tally->kind->name, kind) != 0)
        continue;
      *n = tally->n;
      *n_changed = tally->n_changed;
      return TRUE;
    }
  return FALSE;
}

void
random_edits_tell (const RandomEdits *self)
{
  for (guint i = 0; i < self->tallies->len; i++)
    {
      const Tally *tally = &g_array_index (self->tallies, Tally, i);

      g_test_message ("%-34s %8u, of which %8u changed something", tally->kind->name, tally->n,
                      tally->n_changed);
    }
}
