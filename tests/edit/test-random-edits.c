/* test-random-edits.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-clause.h"
#include "sc-edit-condition.h"
#include "sc-edit-flow.h"
#include "sc-edit-parts.h"
#include "sc-edit-role.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-history.h"
#include "sc-id.h"
#include "sc-outline.h"

#include <string.h>

/* Random edits on a random flow: whatever is done, the flow stays a flow, and no solution that was
 * made before changes. */

#define SEED    20260415
#define N_FLOWS 200
#define N_EDITS 120

/* A hash over everything in a value, through the description of its type. */
static guint
fingerprint (gconstpointer value)
{
  const ScValue *self = value;
  guint hash = 17;

  if (self == NULL)
    return hash;
  if (self->klass == &sc_list_class)
    {
      const ScList *list = value;

      for (guint i = 0; i < list->length; i++)
        hash = hash * 31 + fingerprint (list->items[i]);
      return hash;
    }
  for (const ScField *field = self->klass->fields; field->name != NULL; field++)
    {
      gconstpointer member = G_STRUCT_MEMBER_P (self, field->offset);
      const char *text;

      switch (field->kind)
        {
        case SC_FIELD_STRING:
          text = *(const char *const *) member;
          hash = hash * 31 + (text != NULL ? g_str_hash (text) : 1);
          break;
        case SC_FIELD_VALUE:
          hash = hash * 31 + fingerprint (*(const gconstpointer *) member);
          break;
        case SC_FIELD_INT:
          hash = hash * 31 + (guint) * (const int *) member;
          break;
        default:
          g_assert_not_reached ();
        }
    }
  return hash;
}

static const ScFlow *
first_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, 0);
}

static const ScStage *
any_stage (GRand *random, const ScFlow *flow)
{
  guint n = sc_list_length (flow->stages);

  return n > 0 ? sc_list_get (flow->stages, (guint) g_rand_int_range (random, 0, (int) n)) : NULL;
}

static const ScStep *
any_step (GRand *random, const ScFlow *flow)
{
  const ScStage *stage = any_stage (random, flow);
  guint n = stage != NULL ? sc_list_length (stage->steps) : 0;

  return n > 0 ? sc_list_get (stage->steps, (guint) g_rand_int_range (random, 0, (int) n)) : NULL;
}

static ScSlot
any_slot (GRand *random, const ScFlow *flow)
{
  const ScStage *stage = any_stage (random, flow);
  int n;

  if (stage == NULL || g_rand_int_range (random, 0, 12) == 0)
    return SC_SLOT_FIRST;
  n = stage->condition != NULL ? (int) sc_list_length (stage->condition->branches) : 0;
  return (ScSlot){ stage->id, g_rand_int_range (random, -1, n + 1) };
}

static ScSolution *
edit_stage (GRand *random, const ScSolution *solution)
{
  static const char *const tables[] = { "t", "lead", "account" };
  const ScFlow *flow = first_flow (solution);
  const ScStage *stage = any_stage (random, flow);
  const char *id = stage != NULL ? stage->id : "none";
  const char *table = tables[g_rand_int_range (random, 0, 3)];

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
    case 1:
      return sc_edit_stage_add (solution, flow->id, any_slot (random, flow), NULL, "New", NULL,
                                NULL);
    case 2:
      return sc_edit_stage_delete (solution, flow->id, id, NULL);
    case 3:
    case 4:
      return sc_edit_stage_move (solution, flow->id, id, any_slot (random, flow), NULL);
    case 5:
      return sc_edit_stage_duplicate (solution, flow->id, id, NULL, NULL);
    case 6:
      return sc_edit_stage_set_table (solution, flow->id, id, table, NULL);
    default:
      return g_rand_boolean (random) ? sc_edit_condition_add (solution, flow->id, id, "c", NULL)
                                     : sc_edit_condition_delete (solution, flow->id, id, NULL);
    }
}

/* Conditions, branches, clauses and the ways between stages. */
static ScSolution *
edit_branch (GRand *random, const ScSolution *solution)
{
  const ScFlow *flow = first_flow (solution);
  const ScStage *stage = any_stage (random, flow);
  const char *id = stage != NULL ? stage->id : "none";
  guint branch = (guint) g_rand_int_range (random, 0, 3);
  guint other = (guint) g_rand_int_range (random, 0, 3);
  ScSlot slot = any_slot (random, flow);

  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
      return sc_edit_branch_add (solution, flow->id, id, branch, "c", NULL);
    case 1:
      return sc_edit_branch_add_otherwise (solution, flow->id, id, NULL);
    case 2:
      return sc_edit_branch_move (solution, flow->id, id, branch, other, NULL);
    case 3:
      return sc_edit_branch_delete_with_stages (solution, flow->id, id, branch, NULL);
    case 4:
      return sc_edit_branch_take (solution, flow->id, id, branch, slot, NULL);
    case 5:
      return sc_edit_branch_rotate (solution, flow->id, id, branch, NULL);
    case 6:
      return slot.after != NULL ? sc_edit_way_merge (solution, flow->id, slot, id, NULL) : NULL;
    case 7:
      return slot.after != NULL ? sc_edit_way_end (solution, flow->id, slot, NULL) : NULL;
    case 8:
      return slot.after != NULL && sc_list_length (flow->stages) < 20
                 ? sc_edit_way_unmerge (solution, flow->id, slot, NULL)
                 : NULL;
    case 9:
      return sc_edit_clause_add (solution, flow->id, id, branch, other, "c", NULL);
    case 10:
      return sc_edit_clause_delete (solution, flow->id, id, branch, other, NULL);
    default:
      return sc_edit_clause_move (solution, flow->id, id, branch, other, 0, NULL);
    }
}

static ScSolution *
edit_step (GRand *random, const ScSolution *solution)
{
  const ScFlow *flow = first_flow (solution);
  const ScStage *stage = any_stage (random, flow);
  const ScStep *step = any_step (random, flow);
  const char *id = step != NULL ? step->id : "none";
  const char *to = stage != NULL ? stage->id : "none";
  guint position = (guint) g_rand_int_range (random, 0, 5);

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      return sc_edit_step_add (solution, flow->id, to, position, NULL, "Step", "c", NULL);
    case 1:
      return sc_edit_step_delete (solution, flow->id, id, NULL);
    case 2:
      return sc_edit_step_move (solution, flow->id, id, to, position, NULL);
    case 3:
      return sc_edit_step_set_required (solution, flow->id, id, g_rand_boolean (random), NULL);
    case 4:
      return sc_edit_step_set_label (solution, flow->id, id, 1031, "Schritt", NULL);
    default:
      return sc_edit_step_duplicate (solution, flow->id, id, NULL, NULL);
    }
}

/* Each part of the flow with the same chance. */
static ScParts *
any_parts (GRand *random, const ScFlow *flow)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (ScPart));
  int chance = g_rand_int_range (random, 1, 8);
  ScPart part;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      part = (ScPart){ SC_PART_STAGE, stage->id };
      if (g_rand_int_range (random, 0, chance) == 0)
        g_array_append_val (names, part);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          part = (ScPart){ SC_PART_STEP, step->id };
          if (g_rand_int_range (random, 0, chance) == 0)
            g_array_append_val (names, part);
        }
    }
  return sc_parts_new (flow, (const ScPart *) (gpointer) names->data, names->len);
}

static ScSolution *
edit_parts (GRand *random, const ScSolution *solution, const ScParts *parts)
{
  static const char *const tables[] = { "t", "lead", "account" };
  const ScFlow *flow = first_flow (solution);
  const ScStage *stage = any_stage (random, flow);
  const char *to = stage != NULL ? stage->id : "none";
  guint position = (guint) g_rand_int_range (random, 0, 5);

  switch (g_rand_int_range (random, 0, 7))
    {
    case 0:
      return sc_edit_parts_delete (solution, flow->id, parts, NULL);
    case 1:
      return sc_edit_parts_duplicate (solution, flow->id, parts, NULL, NULL);
    case 2:
      return sc_edit_parts_move_steps (solution, flow->id, parts, to, position, NULL);
    case 3:
      return sc_edit_parts_move_stages (solution, flow->id, parts, any_slot (random, flow), NULL);
    case 4:
      return sc_edit_parts_set_required (solution, flow->id, parts, g_rand_boolean (random), NULL);
    case 5:
      return sc_edit_parts_set_table (solution, flow->id, parts,
                                      tables[g_rand_int_range (random, 0, 3)], NULL);
    default:
      return sc_edit_parts_set_category (solution, flow->id, parts,
                                         g_rand_int_range (random, 0, SC_N_CATEGORIES), NULL);
    }
}

/* What is left of a set is in the flow, in its order, and nothing twice. */
static void
check_parts (const ScParts *before, const ScFlow *flow)
{
  g_autoptr (ScParts) parts = sc_parts_prune (before, flow);
  guint n = 0;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      gboolean whole = sc_parts_has (before, SC_PART_STAGE, stage->id);

      g_assert_cmpint (sc_parts_has (parts, SC_PART_STAGE, stage->id), ==, whole);
      if (whole)
        g_assert_cmpstr (sc_parts_get (parts, n++).id, ==, stage->id);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          gboolean listed = !whole && sc_parts_has (before, SC_PART_STEP, step->id);

          g_assert_cmpint (sc_parts_has (parts, SC_PART_STEP, step->id), ==, listed);
          if (listed)
            g_assert_cmpstr (sc_parts_get (parts, n++).id, ==, step->id);
        }
    }
  g_assert_cmpuint (sc_parts_count (parts), ==, n);
}

static ScSolution *
edit_role (GRand *random, const ScSolution *solution)
{
  const ScFlow *flow = first_flow (solution);

  return sc_edit_role_set_access (solution, "role", flow->id, g_rand_int_range (random, 0, 6),
                                  g_rand_boolean (random) ? SC_LEVEL_ORGANIZATION : SC_LEVEL_NONE,
                                  NULL);
}

static void
check_unique (GHashTable *seen, const char *id)
{
  g_assert_nonnull (id);
  g_assert_true (g_hash_table_add (seen, (gpointer) id));
}

static void
check_flow (const ScFlow *flow)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  g_autofree guint *order = sc_flow_graph_depth_first (graph);

  g_assert_cmpint (graph->loop, ==, -1);
  for (guint i = 0; i < graph->n_stages; i++)
    {
      g_assert_cmpuint (order[i], ==, i);
      g_assert_true (graph->reachable[i]);
      g_assert_true (i == 0 || graph->n_incoming[i] > 0);
    }
  for (guint e = 0; e < graph->n_edges; e++)
    g_assert_cmpint (graph->edges[e].to, !=, SC_GRAPH_DANGLING);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      check_unique (ids, stage->id);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          check_unique (ids, step->id);
        }
      if (stage->condition != NULL && sc_condition_has_otherwise (stage->condition))
        {
          const ScStage *merge = graph->merge[stage_i] >= 0
                                     ? sc_list_get (flow->stages, (guint) graph->merge[stage_i])
                                     : NULL;

          g_assert_cmpstr (stage->next, ==, merge != NULL ? merge->id : NULL);
        }
    }
}

static void
check_roles (const ScSolution *solution)
{
  const ScRole *role = sc_list_get (solution->roles, 0);
  const char *previous = "";

  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      g_assert_cmpint (g_ascii_strcasecmp (previous, privilege->name), <, 0);
      previous = privilege->name;
    }
}

/* Any stage leads to any of the later ones: branches that share stages, end early or skip. */
static char *
any_outline (GRand *random)
{
  const int n = g_rand_int_range (random, 2, 10);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    {
      int ways = g_rand_int_range (random, 1, 4);

      g_string_append_printf (text, "%s%c", i > 0 ? " " : "", 'A' + i);
      for (int way = 0; way < ways; way++)
        {
          int to = g_rand_int_range (random, i + 1, n + 1);

          g_string_append_c (text, ways == 1 ? '>' : way == 0 ? '?' : '|');
          if (to < n)
            g_string_append_c (text, (char) ('A' + to));
        }
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_connected (const ScFlow *flow)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);

  for (guint i = 0; i < graph->n_stages; i++)
    if (!graph->reachable[i])
      return FALSE;
  return TRUE;
}

/* The first edit brings the stages into their order. */
static ScSolution *
any_solution (GRand *random)
{
  while (TRUE)
    {
      g_autofree char *outline = any_outline (random);
      g_autoptr (ScSolution) solution = sc_outline_read_solution (outline);

      if (is_connected (first_flow (solution)))
        return sc_edit_stage_add (solution, "flow", SC_SLOT_FIRST, NULL, "First", NULL, NULL);
    }
}

static void
edit_one_flow (GRand *random)
{
  g_autoptr (ScSolution) plain = any_solution (random);
  g_autoptr (ScSolution) start = sc_edit_role_add (plain, "role", "Role", NULL);
  g_autoptr (ScHistory) history = sc_history_new (start);
  g_autoptr (GArray) prints = g_array_new (FALSE, FALSE, sizeof (guint));
  guint print = fingerprint (start);

  g_array_append_val (prints, print);
  for (guint i = 0; i < N_EDITS; i++)
    {
      const ScSolution *current = sc_history_get_current (history);
      int kind = g_rand_int_range (random, 0, 20);
      g_autoptr (ScParts) parts = any_parts (random, first_flow (current));
      g_autoptr (ScSolution) after = NULL;

      if (kind < 2)
        {
          kind == 0 ? sc_history_undo (history) : sc_history_redo (history);
          continue;
        }
      after = kind < 6    ? edit_stage (random, current)
              : kind < 9  ? edit_branch (random, current)
              : kind < 13 ? edit_parts (random, current, parts)
              : kind < 18 ? edit_step (random, current)
                          : edit_role (random, current);
      if (after == NULL || after == current || sc_list_length (first_flow (after)->stages) > 60)
        continue;
      check_flow (first_flow (after));
      check_parts (parts, first_flow (after));
      check_roles (after);
      sc_history_commit (history, after, "edit", NULL);
      print = fingerprint (after);
      g_array_set_size (prints, sc_history_get_position (history));
      g_array_append_val (prints, print);
    }

  while (sc_history_can_redo (history))
    sc_history_redo (history);
  for (guint i = sc_history_get_length (history); i-- > 0; sc_history_undo (history))
    g_assert_cmpuint (fingerprint (sc_history_get_current (history)), ==,
                      g_array_index (prints, guint, i));
}

static void
test_random_edits (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_FLOWS; i++)
    edit_one_flow (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/random", test_random_edits);
  return g_test_run ();
}
