/* test-branches.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-condition.h"
#include "sc-edit-solution.h"
#include "sc-flow-meetings.h"
#include "sc-outline.h"

#include <string.h>

/* Edits of branches, as outlines: "+" stands for a new stage, "*" for a copy. */

static const ScFlow *
first_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, 0);
}

static ScSlot
read_slot (const char *text, char *after)
{
  if (*text == '^')
    return SC_SLOT_FIRST;
  after[0] = text[0];
  after[1] = '\0';
  return (ScSlot){ after, text[1] != '\0' ? text[1] - '0' : SC_EDGE_NEXT };
}

/* condition A · branch A 0 · otherwise A · reorder A 0 1 · drop A 0 · take A 0 D · merge A0 D ·
 * end B · unmerge B · lead B D · tail B · rotate A 0 */
static ScSolution *
run (const ScSolution *solution, const char *command, GError **error)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  const char *verb = words[0], *stage = words[1];
  char after[2];

  if (g_str_equal (verb, "condition"))
    return sc_edit_condition_add (solution, "flow", stage, NULL, error);
  if (g_str_equal (verb, "branch"))
    return sc_edit_branch_add (solution, "flow", stage, (guint) (*words[2] - '0'), NULL, error);
  if (g_str_equal (verb, "otherwise"))
    return sc_edit_branch_add_otherwise (solution, "flow", stage, error);
  if (g_str_equal (verb, "reorder"))
    return sc_edit_branch_move (solution, "flow", stage, (guint) (*words[2] - '0'),
                                (guint) (*words[3] - '0'), error);
  if (g_str_equal (verb, "drop"))
    return sc_edit_branch_delete_with_stages (solution, "flow", stage, (guint) (*words[2] - '0'),
                                              error);
  if (g_str_equal (verb, "take"))
    return sc_edit_branch_take (solution, "flow", stage, (guint) (*words[2] - '0'),
                                read_slot (words[3], after), error);
  if (g_str_equal (verb, "merge"))
    return sc_edit_way_merge (solution, "flow", read_slot (stage, after), words[2], error);
  if (g_str_equal (verb, "end"))
    return sc_edit_way_end (solution, "flow", read_slot (stage, after), error);
  if (g_str_equal (verb, "unmerge"))
    return sc_edit_way_unmerge (solution, "flow", read_slot (stage, after), error);
  if (g_str_equal (verb, "lead"))
    return sc_edit_way_lead (solution, "flow", read_slot (stage, after), words[2], error);
  if (g_str_equal (verb, "tail"))
    return sc_edit_way_duplicate_tail (solution, "flow", read_slot (stage, after), error);
  if (g_str_equal (verb, "rotate"))
    return sc_edit_branch_rotate (solution, "flow", stage, (guint) (*words[2] - '0'), error);
  g_assert_not_reached ();
}

static char *
write_outline (const ScSolution *solution)
{
  g_autofree char *outline = sc_outline_write (first_flow (solution));
  g_auto (GStrv) parts = g_strsplit (outline, "New stage", -1);
  g_autofree char *text = g_strjoinv ("+", parts);
  g_autoptr (GRegex) ids = g_regex_new ("[0-9a-f-]{36}", 0, 0, NULL);

  return g_regex_replace_literal (ids, text, -1, 0, "*", 0, NULL);
}

static void
test_outlines (void)
{
  static const struct
  {
    const char *before, *command, *after; /* after: "=" the same solution, "!" refused */
  } cases[] = {
    { "A>B B>", "condition A", "A?+|+=B +>B +>B B>" },
    { "A?B|C=D B>D C>D D>", "condition A", "!" },

    /* A new branch meets the others where they meet. */
    { "A?B|C=D B>D C>D D>", "branch A 0", "A?+|B|C=D +>D B>D C>D D>" },
    { "A?B|C=D B>D C>D D>", "branch A 9", "A?B|+|C=D B>D +>D C>D D>" },
    { "A?B|C B> C>", "branch A 1", "A?B|+|C B> +> C>" },
    { "A?B/C B>C C>", "branch A 1", "A?B|+/C B>C +>C C>" },
    { "A?B/ B>", "branch A 1", "A?B|+/ B> +>" },
    { "A?D|C=D C>D D>", "branch A 0", "A?+|D|C=D +>D C>D D>" },
    { "P?A|Q=M A?B/ B>M Q>M M>", "branch A 1", "P?A|Q A?B|+/ B>M M> +>M Q>M" },
    { "A>B B>", "branch A 0", "!" },

    { "A?B/C B>C C>", "otherwise A", "A?B|C=C B>C C>" },
    { "A?B/ B>", "otherwise A", "A?B|+ B> +>" },
    { "A?B|C/ B>D C>D D>", "otherwise A", "A?B|C|+=D B>D C>D +>D D>" },
    { "A?B|C B> C>", "otherwise A", "=" },

    { "A?B|C|D=E B>E C>E D>E E>", "reorder A 0 1", "A?C|B|D=E C>E B>E D>E E>" },
    { "A?B|C|D=E B>E C>E D>E E>", "reorder A 0 9", "A?C|B|D=E C>E B>E D>E E>" },
    { "A?B|C|D=E B>E C>E D>E E>", "reorder A 2 0", "!" },
    { "A?B|C|D=E B>E C>E D>E E>", "reorder A 1 1", "=" },

    { "A?B|C|D=E B>F F>E C>E D>E E>", "drop A 0", "A?C|D=E C>E D>E E>" },
    { "A?B|C=E B>F F>E C>E E>", "drop A 0", "A>C C>E E>" },
    { "A?B|C=E B>F F>E C>E E>", "drop A 1", "A?B/E B>F F>E E>" },
    /* What nothing leads to must not lead to what is gone. */
    { "A?B|C B> C> X>B", "drop A 0", "A>C C> X>" },
    { "A?B|C B> C>", "drop A 0", "A>C C>" },
    { "A?B/C B> C>", "drop A 0", "A>C C>" },
    { "A?B|C B> C>", "drop A 2", "!" },

    { "A?B|C=D B>E E>D C>D D>", "take A 0 C", "A?D|C=D C>B B>E E>D D>" },
    { "A?B|C=D B>E E>D C>D D>", "take A 0 D", "A?D|C=D C>D D>B B>E E>" },
    { "A?B|C=D B>E E>D C>D D>", "take A 0 A1", "A?D|B=D B>E E>C C>D D>" },
    { "A?B|C=D B>E E>D C>D D>", "take A 0 ^", "B>E E>A A?D|C=D C>D D>" },
    { "A?B|C B>E E> C>", "take A 0 C", "A>C C>B B>E E>" },
    { "A?B|C|D B> C> D>", "take A 0 D", "A?C|D C> D>B B>" },
    { "A?B|C=D B>E E>D C>D D>", "take A 0 B", "!" },
    { "A?D|C=D C>D D>", "take A 0 C", "!" },
    { "A?B|C=D B>E E>D C>D D>", "take A 0 A0", "=" },

    { "A?B|C B> C>", "merge B C", "A?B|C=C B>C C>" },
    { "A?B|C B> C>D D>", "merge B D", "A?B|C=D B>D C>D D>" },
    { "A?B|C|D B> C> D>", "merge B D", "A?B|C|D=D B>D C>D D>" },
    { "A?B|C=D B>D C>D D>E E>", "merge B E", "A?B|C=E B>E C>D D>E E>" },
    { "A?B|C=D B>D C>D D>", "merge B D", "=" },
    { "A?B|C=D B>D C>D D>", "merge D A", "!" },
    { "A?B|C=D B>D C>D D>", "merge B Q", "!" },
    { "A>B B>C C>", "merge A C", "!" },
    /* The outer branches come along, so that they still meet all together. */
    { "P?A|Q A?B|C B> C> Q>", "merge B Q", "P?A|Q=Q A?B|C=Q B>Q C>Q Q>" },

    { "A?B|C=D B>D C>D D>", "end B", "A?B|C B> C>D D>" },
    { "A?B|C=D B>D C>D D>", "end C", "A?B|C B>D D> C>" },
    { "A?B|C|F=D B>D C>D F>D D>", "end B", "!" },
    { "A?D|C=D C>D D>", "end A0", "!" },
    { "A>B B>", "end A", "!" },
    { "A>B B>", "end B", "=" },
    { "A?B|C/D B>D C>D D>", "end A", "A?B|C/ B>D D> C>D" },

    { "A?B|C=D B>D C>D D>", "unmerge B", "A?B|C B>* *> C>D D>" },
    { "A?B|C=D B>D C>D D>E E>", "unmerge C", "A?B|C B>D D>E E> C>* *>* *>" },
    { "A?B|C|F=D B>D C>D F>D D>", "unmerge B", "A?B|C|F B>* *> C>D D> F>* *>" },
    { "A?B|C B> C>", "unmerge B", "!" },

    { "A?B|C=D B>D C>D D>", "lead B C", "A?B|C=C B>C C>D D>" },
    { "A?B|C=D B>D C>D D>", "lead A C", "!" },
    { "A?B|C=D B>D C>D D>", "lead D B", "!" },
    { "A?B|C=D B>D C>D D>", "tail B", "A?B|C B>* *> C>D D>" },
    { "A>B B>", "tail A", "!" },
    { "A?B|C=D B>D C>D D>", "tail A", "!" },

    { "A?B|E B?C|D C> D> E>", "rotate A 0", "A?B|*|E B>C C> *>D D> E>" },
    { "A?B|E=F B?C|D=F C>F D>F E>F F>", "rotate A 0", "A?B|*|E=F B>C C>F *>D D>F E>F F>" },
    { "A?E|B B?C|D C> D> E>", "rotate A 1", "A?E|B|* E> B>C C> *>D D>" },
    { "A?E|B B?C/D C>D D> E>", "rotate A 1", "!" },
    { "A?B/E B?C|D C> D> E>", "rotate A 0", "A?B|*/E B>C C> *>D D> E>" },
    { "A?B|E B> E>", "rotate A 0", "!" },
    { "A?B|E=G B?C|D=F C>F D>F F>G E>G G>", "rotate A 0", "!" },
    { "A?B|E B:u?C|D C> D> E>", "rotate A 0", "!" },
    { "A?B|E B?C|D C> D> E>B", "rotate A 0", "!" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) before = sc_outline_read_solution (cases[i].before);
      g_autoptr (ScSolution) after = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *outline = NULL, *untouched = NULL;

      g_test_message ("%s: %s", cases[i].before, cases[i].command);
      after = run (before, cases[i].command, &error);
      if (*cases[i].after == '!')
        {
          g_assert_null (after);
          g_assert_error (error, SC_EDIT_ERROR, error->code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_nonnull (after);
      if (*cases[i].after == '=')
        {
          g_assert_true (after == before);
          continue;
        }
      outline = write_outline (after);
      g_assert_cmpstr (outline, ==, cases[i].after);
      untouched = sc_outline_write (first_flow (before));
      if (strchr (cases[i].before, ':') == NULL)
        g_assert_cmpstr (untouched, ==, cases[i].before);
    }
}

/* What stands behind a stage must not lose its relationships in the copies. */
static void
test_copies_keep_transitions (void)
{
  g_autoptr (ScSolution) plain = sc_outline_read_solution ("A?B|C=D B>D C>D D>E:u E:u>");
  g_autoptr (ScSolution) start = sc_solution_copy (plain);
  g_autoptr (ScFlow) flow = sc_flow_copy (first_flow (plain));
  g_autoptr (ScTransition) transition = sc_transition_new ();
  g_autoptr (ScSolution) after = NULL;
  guint n = 0;

  sc_set_string (transition, relationship, "t_u");
  sc_set_string (transition, source, "D");
  sc_set_string (transition, target, "E");
  sc_take_value (flow, transitions, sc_list_append (NULL, transition));
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      ScStage *copy;

      if (!g_str_equal (stage->id, "D"))
        continue;
      copy = sc_stage_copy (stage);
      sc_set_string (copy, next, "E");
      sc_take_value (flow, stages, sc_list_replace (flow->stages, stage_i, copy));
      sc_stage_unref (copy);
      break;
    }
  sc_take_value (start, flows, sc_list_append (NULL, flow));
  after = sc_edit_way_unmerge (start, "flow", (ScSlot){ "B", SC_EDGE_NEXT }, NULL);
  g_assert_nonnull (after);
  sc_list_foreach (first_flow (after)->transitions, const ScTransition *, one)
    {
      const ScStage *source = sc_flow_find_stage (first_flow (after), one->source, NULL);

      g_assert_nonnull (source);
      g_assert_true (source->next != NULL && g_str_equal (source->table, "t"));
      g_assert_cmpstr (one->target, ==, source->next);
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
}

/* A flow that was put together by hand: a step of the copied stage D has the id of stage A, from
 * which a relationship leads to D. A has no copy, so there is nothing to relate. */
static void
test_step_with_id_of_stage (void)
{
  g_autoptr (ScSolution) start = sc_outline_read_solution ("A:u?B|C=D B>D C>D D>");
  g_autoptr (ScFlow) flow = sc_flow_copy (first_flow (start));
  g_autoptr (ScStage) copied = sc_stage_copy (sc_flow_find_stage (flow, "D", NULL));
  g_autoptr (ScStep) step = sc_step_new ();
  g_autoptr (ScTransition) transition = sc_transition_new ();
  g_autoptr (ScSolution) after = NULL;

  sc_set_string (step, id, "A");
  sc_take_value (copied, steps, sc_list_append (NULL, step));
  sc_take_value (flow, stages, sc_list_replace (flow->stages, 3, copied));
  sc_set_string (transition, relationship, "u_t");
  sc_set_string (transition, source, "A");
  sc_set_string (transition, target, "D");
  sc_take_value (flow, transitions, sc_list_append (NULL, transition));
  sc_take_value (start, flows, sc_list_append (NULL, flow));
  after = sc_edit_way_duplicate_tail (start, "flow", (ScSlot){ "B", SC_EDGE_NEXT }, NULL);
  g_assert_nonnull (after);
  sc_list_foreach (first_flow (after)->transitions, const ScTransition *, one)
    {
      g_assert_nonnull (sc_flow_find_stage (first_flow (after), one->source, NULL));
      g_assert_nonnull (sc_flow_find_stage (first_flow (after), one->target, NULL));
    }
}

/* A flow whose clauses ask for columns c0, c1, …: each true or false by a bit of the row. */

#define N_COLUMNS 4

static gboolean
is_true (const ScClause *clause, guint row)
{
  return (row >> (clause->column[1] - '0')) & 1;
}

static gboolean
applies (const ScBranch *branch, guint row)
{
  gboolean outcome = branch->otherwise;

  sc_list_foreach (branch->clauses, const ScClause *, clause)
    {
      gboolean holds = is_true (clause, row);

      outcome = clause_i == 0                 ? holds
                : clause->join == SC_JOIN_AND ? outcome && holds
                                              : outcome || holds;
    }
  return outcome;
}

/* The names of the stages that a row passes. */
static char *
walk (const ScFlow *flow, guint row)
{
  const ScStage *stage = sc_list_get (flow->stages, 0);
  GString *path = g_string_new (NULL);

  while (stage != NULL)
    {
      const char *next = stage->next;
      gboolean taken = FALSE;

      g_string_append (path, stage->name);
      if (stage->condition != NULL)
        sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
          {
            if (!taken && applies (branch, row))
              {
                next = branch->target;
                taken = TRUE;
              }
          }
      stage = next != NULL ? sc_flow_find_stage (flow, next, NULL) : NULL;
    }
  return g_string_free (path, FALSE);
}

static ScBranch *
ask_anything (GRand *random, const ScBranch *branch)
{
  ScBranch *asking = sc_branch_copy (branch);
  GPtrArray *clauses;
  ScJoin join = g_rand_int_range (random, 0, 3) == 0 ? SC_JOIN_OR : SC_JOIN_AND;
  int n = g_rand_int_range (random, 1, 3);

  if (branch->otherwise)
    return asking;
  clauses = sc_list_collect ();
  for (int i = 0; i < n; i++)
    {
      ScClause *clause = sc_clause_copy (sc_list_get (branch->clauses, 0));
      g_autofree char *column = g_strdup_printf ("c%d", g_rand_int_range (random, 0, N_COLUMNS));

      sc_set_string (clause, column, column);
      clause->join = join;
      g_ptr_array_add (clauses, clause);
    }
  sc_take_value (asking, clauses, sc_list_new_take (clauses));
  return asking;
}

static ScStage *
ask_anything_behind (GRand *random, const ScStage *stage)
{
  ScStage *asking = sc_stage_copy (stage);
  g_autofree char *name = g_ascii_strdown (stage->name, -1);
  GPtrArray *steps = sc_list_collect ();
  GPtrArray *branches;
  ScCondition *condition;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      ScStep *step = sc_step_copy (sc_list_get (stage->steps, 0));
      g_autofree char *column = g_strdup_printf ("c%u", i);
      g_autofree char *id = g_strdup_printf ("%s%u", stage->name, i);

      sc_set_string (step, column, column);
      sc_set_string (step, id, id);
      g_ptr_array_add (steps, step);
    }
  sc_take_value (asking, steps, sc_list_new_take (steps));
  sc_set_string (asking, name, name); /* not the id, which a copy does not keep */
  if (stage->condition == NULL)
    return asking;
  branches = sc_list_collect ();
  sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
    g_ptr_array_add (branches, ask_anything (random, branch));
  condition = sc_condition_copy (stage->condition);
  sc_take_value (condition, branches, sc_list_new_take (branches));
  sc_take_value (asking, condition, condition);
  return asking;
}

static ScSolution *
ask_anything_in (GRand *random, const char *outline)
{
  g_autoptr (ScSolution) plain = sc_outline_read_solution (outline);
  g_autoptr (ScFlow) flow = sc_flow_copy (first_flow (plain));
  ScSolution *solution = sc_solution_copy (plain);
  GPtrArray *stages = sc_list_collect ();

  sc_list_foreach (flow->stages, const ScStage *, stage)
    g_ptr_array_add (stages, ask_anything_behind (random, stage));
  sc_take_value (flow, stages, sc_list_new_take (stages));
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  return solution;
}

static void
check_same_paths (const ScFlow *before, const ScFlow *after)
{
  for (guint row = 0; row < 1u << N_COLUMNS; row++)
    {
      g_autofree char *old = walk (before, row);
      g_autofree char *new = walk (after, row);

      g_assert_cmpstr (new, ==, old);
    }
}

/* Whatever is asked: every row passes the same stages before and after. */
static void
test_rotate_keeps_paths (void)
{
  static const char *const outlines[] = {
    "A?B|E B?C|D C> D> E>",
    "A?B|E=F B?C|D=F C>F D>F E>F F>",
    "A?B/E B?C/D C>D D> E>",
    "A?X|B|E B?C|D|F C> D> F> X> E>",
    "A?E|B B?C/D C>D D> E>",
    "A?B|E B?C|D C?F|G F> G> D> E>",
    "A?B|C=D B?E|F=D C?G|H=D E>D F>D G>D H>D D>",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  guint n_rotated = 0, n_refused = 0;

  for (guint i = 0; i < 700; i++)
    {
      g_autoptr (ScSolution) before
          = ask_anything_in (random, outlines[i % G_N_ELEMENTS (outlines)]);

      for (guint branch = 0; branch < 3; branch++)
        {
          g_autoptr (ScSolution) after = sc_edit_branch_rotate (before, "flow", "A", branch, NULL);

          if (after == NULL)
            {
              n_refused++;
              continue;
            }
          n_rotated++;
          check_same_paths (first_flow (before), first_flow (after));
        }
    }
  g_assert_cmpuint (n_rotated, >, 300);
  g_assert_cmpuint (n_refused, >, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/branches/outlines", test_outlines);
  g_test_add_func ("/edit/branches/copies-keep-transitions", test_copies_keep_transitions);
  g_test_add_func ("/edit/branches/step-with-id-of-stage", test_step_with_id_of_stage);
  g_test_add_func ("/edit/branches/rotate-keeps-paths", test_rotate_keeps_paths);
  return g_test_run ();
}
