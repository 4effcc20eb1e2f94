/* test-edit.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-condition.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-outline.h"

#include <string.h>

static const ScFlow *
first_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, 0);
}

/* "A" is the place behind A, "A0" its first branch, "^" the place before the first stage, "$" the
 * one behind the last. */
static ScSlot
read_slot (const ScSolution *solution, const char *text, char *after)
{
  if (*text == '$')
    return sc_slot_last (first_flow (solution));
  if (*text == '^')
    return SC_SLOT_FIRST;
  after[0] = text[0];
  after[1] = '\0';
  return (ScSlot){ after, text[1] != '\0' ? text[1] - '0' : SC_EDGE_NEXT };
}

/* add ^ X · delete A · move A B0 · duplicate A X · straighten A */
static ScSolution *
run (const ScSolution *solution, const char *command, GError **error)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  char after[2];

  if (g_str_equal (words[0], "add"))
    return sc_edit_stage_add (solution, "flow", read_slot (solution, words[1], after), words[2],
                              words[2], NULL, error);
  if (g_str_equal (words[0], "delete"))
    return sc_edit_stage_delete (solution, "flow", words[1], error);
  if (g_str_equal (words[0], "move"))
    return sc_edit_stage_move (solution, "flow", words[1], read_slot (solution, words[2], after),
                               error);
  if (g_str_equal (words[0], "straighten"))
    return sc_edit_condition_delete (solution, "flow", words[1], error);
  g_assert_not_reached ();
}

static void
test_stage_graph (void)
{
  static const struct
  {
    const char *before, *command, *after; /* after: "=" the same solution, "!" refused */
  } cases[] = {
    { "", "add ^ X", "X>" },
    { "A>", "add A X", "A>X X>" },
    { "A>B B>", "add ^ X", "X>A A>B B>" },
    { "A>B B>", "add A X", "A>X X>B B>" },
    { "A>B B>", "add B X", "A>B B>X X>" },
    { "A>B B>", "add Q X", "!" },
    { "", "add $ X", "X>" },
    { "A>B B>", "add $ X", "A>B B>X X>" },
    { "A?B|C B> C>", "add $ X", "A?B|C B> C>X X>" },
    { "A?B|", "add $ X", "A?!|X X>" },
    /* Behind Z, nobody would ever see it. */
    { "A>B B> Z>", "add $ X", "A>B B>X X> Z>" },
    { "A?B|C=D B>D C>D D>", "add A X", "!" },
    { "A?B|C=D B>D C>D D>", "add A0 X", "A?X|C=D X>B B>D C>D D>" },
    { "A?B|C=D B>D C>D D>", "add A1 X", "A?B|X=D B>D X>C C>D D>" },
    { "A?B|C=D B>D C>D D>", "add A2 X", "!" },
    { "A?B|C=D B>D C>D D>", "add B X", "A?B|C=D B>X X>D C>D D>" },
    { "A?B/C B>C C>", "add A X", "A?B/X B>C X>C C>" },

    { "A>", "delete A", "" },
    { "A>B B>C C>", "delete A", "B>C C>" },
    { "A>B B>C C>", "delete B", "A>C C>" },
    { "A>B B>C C>", "delete C", "A>B B>" },
    { "A>B B>C C>", "delete X", "!" },
    { "A?B|C=D B>D C>D D>", "delete B", "A?D|C=D C>D D>" },
    { "A?B|C=D B>D C>D D>", "delete D", "A?B|C B> C>" },
    { "Z>A A?B|C=D B>D C>D D>", "delete A", "Z>B B>C C>D D>" },
    { "A?B|C B> C>", "delete A", "B>C C>" },
    { "A?B/C B>C C>", "delete A", "B>C C>" },
    { "A?B|C=D B>D C>D D>", "straighten A", "A>B B>C C>D D>" },
    { "A?B|F=G B?C|D=E C>E D>E E>G F>G G>", "straighten A", "A>B B?C|D=E C>E D>E E>F F>G G>" },
    { "A?B|F=G B?C|D=E C>E D>E E>G F>G G>", "straighten B", "A?B|F=G B>C C>D D>E E>G F>G G>" },
    /* The branches share E, so nothing but a row is left. */
    { "A?B|C|D B>E E> C>E D>", "straighten A", "A>B B>E E>C C>D D>" },
    { "A>B B>", "straighten A", "=" },
    /* Two branches lead to B, whose own condition stays. */
    { "A?B|C|B=D B?E|F=D C>D E>D F>D D>", "straighten A", "A>B B?E|F=C E>C F>C C>D D>" },
    { "A?D|D=D D>", "straighten A", "A>D D>" },
    { "A?A|B B>", "straighten A", "A>B B>" },
    { "A?|B B>", "delete A", "B>" },

    { "A>B B>C C>", "move A B", "B>A A>C C>" },
    { "A>B B>C C>", "move A C", "B>C C>A A>" },
    { "A>B B>C C>", "move C ^", "C>A A>B B>" },
    { "A>B B>C C>", "move B A", "=" },
    { "A>B B>C C>", "move B B", "=" },
    { "A>B B>C C>", "move A ^", "=" },
    { "A>B B>C C>", "move B ^", "B>A A>C C>" },
    { "A>B B>C C>", "move B X", "!" },
    { "A?B|C=D B>D C>D D>", "move B A1", "A?D|B=D B>C C>D D>" },
    { "A?B|C=D B>D C>D D>", "move B D", "A?D|C=D C>D D>B B>" },
    { "A?B|C=D B>D C>D D>", "move D A0", "A?D|C D>B B> C>" },
    /* A stage that branches takes its branches along. */
    { "Z>A A?B|C=D B>D C>D D>", "move A D", "Z>D D>A A?B|C B> C>" },
    { "Z>A A?B|C=D B>D C>D D>", "move A ^", "A?B|C=Z B>Z C>Z Z>D D>" },
    { "Z>A A?B|C=D B>D C>D D>", "move A A0", "!" },
    { "Z>A A?B|C=D B>D C>D D>", "move A B", "=" },
    { "A?B|C=D B>D C>D D>", "move A D", "D>A A?B|C B> C>" },
    { "A>B B>", "move A B", "B>A A>" },
    /* D can be reached around B, so it stays, and B's way to it does not become a loop. */
    { "A?B|E B?C|D C> D> E>D", "move B D", "A?|E E>D D>B B?C| C>" },
    { "A?B|E B?C|D C> D> E>D", "move B E", "A?|E E>B B?C|D=D C>D D>" },
    { "A>B B>B", "move B ^", "B>A A>" },
    /* Z cannot be reached. */
    { "A> Z>", "move A Z", "Z>A A>" },
    { "A>B B?C|D C> D> Z>C", "move B Z", "!" },
    { "A?B|C B> C> X>Y Y>B", "move A X", "!" },
    /* C leads to a stage that is not there: what it is put before must not be lost. */
    { "A>B B>C C>Q", "move C A", "A>C C>B B>" },
    { "A>B B?C|D C> D> Z>B", "delete A", "B?C|D C> D> Z>B" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) before = sc_outline_read_solution (cases[i].before);
      g_autoptr (ScSolution) after = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *outline = NULL;

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
      outline = sc_outline_write (first_flow (after));
      g_assert_cmpstr (outline, ==, cases[i].after);
    }
}

static void
test_sharing (void)
{
  g_autoptr (ScSolution) before = sc_outline_read_solution ("A>B B>C C>");
  g_autoptr (ScSolution) after = sc_edit_step_set_required (before, "flow", "B1", TRUE, NULL);
  const ScFlow *old = first_flow (before), *new = first_flow (after);

  g_assert_true (old != new);
  g_assert_true (sc_list_get (old->stages, 0) == sc_list_get (new->stages, 0));
  g_assert_true (sc_list_get (old->stages, 1) != sc_list_get (new->stages, 1));
  g_assert_true (sc_list_get (old->stages, 2) == sc_list_get (new->stages, 2));
  g_assert_true (old->transitions == new->transitions);
}

static ScRelationship *
make_relationship (const char *name, const char *from, const char *to, const char *attribute)
{
  ScRelationship *relationship = sc_relationship_new ();

  sc_set_string (relationship, name, name);
  sc_set_string (relationship, referenced, from);
  sc_set_string (relationship, referencing, to);
  sc_set_string (relationship, attribute, attribute);
  return relationship;
}

/* A flow from lead to opportunity, with the transition between B and C. */
static ScSolution *
make_two_tables (const char *outline)
{
  g_autoptr (ScSolution) plain = sc_outline_read_solution (outline);
  g_autoptr (ScRelationship) relationship = make_relationship (
      "opportunity_originating_lead", "lead", "opportunity", "originatingleadid");
  g_autoptr (ScSolution) known = sc_solution_copy (plain);
  ScSolution *result;

  sc_take_value (known, relationships, sc_list_append (NULL, relationship));
  result = sc_edit_transition_set (known, "flow", "B", "C", "opportunity_originating_lead", NULL);
  g_assert_nonnull (result);
  return result;
}

static char *
write_transitions (const ScSolution *solution)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (first_flow (solution)->transitions, const ScTransition *, transition)
    {
      g_string_append_printf (text, "%s%s", transition->source, transition->target);
    }
  return g_string_free (text, FALSE);
}

#define TWO_TABLES "A:lead>B B:lead>C C:opportunity>D D:opportunity>"

static void
test_transitions (void)
{
  static const struct
  {
    const char *before, *command, *after;
  } cases[] = {
    { TWO_TABLES, "delete A", "BC" },
    { TWO_TABLES, "delete B", "AC" },
    { TWO_TABLES, "delete C", "BD" },
    { TWO_TABLES, "add B X", "XC" },
    { TWO_TABLES, "move A B", "AC" },
    { TWO_TABLES, "move D B", "BD" },
    { TWO_TABLES, "add A X", "BC" },
    { TWO_TABLES, "move C A", "ACBD" },
    /* D led to C without one before, and does so still. */
    { "A:lead?D|B=C D:lead>C B:lead>C C:opportunity>", "delete B", "AC" },
    /* Two ways take the place of one. */
    { "A:lead?B|D D:lead>B B:lead>C C:opportunity>", "delete B", "ACDC" },
    { "B:lead>C C:opportunity?D|E D:opportunity> E:opportunity>", "delete C", "BD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) before = make_two_tables (cases[i].before);
      g_autoptr (ScSolution) after = run (before, cases[i].command, NULL);
      g_autofree char *text = write_transitions (after);

      g_test_message ("%s: %s", cases[i].before, cases[i].command);
      g_assert_cmpstr (text, ==, cases[i].after);
    }
}

/* Dataverse leaves transitions behind where no way is any more: they stay as long as their stages
 * do. */
static void
test_stale_transition (void)
{
  g_autoptr (ScSolution) before = make_two_tables ("A:lead?B|D=C B:lead>C D:lead>C C:opportunity>");
  g_autoptr (ScSolution) stale = sc_solution_copy (before);
  g_autoptr (ScFlow) flow = sc_flow_copy (first_flow (before));
  g_autoptr (ScTransition) transition
      = sc_transition_copy (sc_list_get (first_flow (before)->transitions, 0));
  g_autoptr (ScSolution) other = NULL;
  g_autoptr (ScSolution) gone = NULL;
  g_autofree char *kept = NULL, *left = NULL;

  sc_set_string (transition, target, "D");
  sc_take_value (flow, transitions, sc_list_append (flow->transitions, transition));
  sc_take_value (stale, flows, sc_list_append (NULL, flow));
  other = sc_edit_stage_add (stale, "flow", SC_SLOT_FIRST, "X", "X", NULL, NULL);
  gone = sc_edit_stage_delete (stale, "flow", "D", NULL);
  kept = write_transitions (other);
  left = write_transitions (gone);
  g_assert_cmpstr (kept, ==, "BCBD");
  g_assert_cmpstr (left, ==, "BC");
}

/* Both branches of a new condition change the table, as the way they take the place of did. */
static void
test_condition_transitions (void)
{
  g_autoptr (ScSolution) before = make_two_tables (TWO_TABLES);
  g_autoptr (ScSolution) after = sc_edit_condition_add (before, "flow", "B", "c", NULL);
  const ScFlow *flow = first_flow (after);
  const ScStage *branching = sc_flow_find_stage (flow, "B", NULL);

  g_assert_cmpuint (sc_list_length (flow->transitions), ==, 2);
  sc_list_foreach (branching->condition->branches, const ScBranch *, branch)
    {
      g_assert_nonnull (sc_flow_find_transition (flow, branch->target, "C"));
    }
}

static void
test_set_table (void)
{
  g_autoptr (ScSolution) before = make_two_tables (TWO_TABLES);
  g_autoptr (ScSolution) after = sc_edit_stage_set_table (before, "flow", "B", "account", NULL);
  g_autoptr (ScSolution) first = sc_edit_stage_set_table (before, "flow", "A", "account", NULL);
  g_autoptr (ScSolution) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = write_transitions (after);
  g_autofree char *kept = write_transitions (first);

  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (kept, ==, "BC");
  g_assert_cmpstr (first_flow (first)->primary_table, ==, "account");
  other = sc_edit_stage_set_table (before, "flow", "B", "", &error);
  g_assert_null (other);
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

static void
test_unknown_relationship (void)
{
  g_autoptr (ScSolution) before = make_two_tables (TWO_TABLES);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) none = sc_edit_transition_set (before, "flow", "B", "C", NULL, NULL);
  g_autoptr (ScSolution) again = sc_edit_transition_set (none, "flow", "B", "C", NULL, NULL);
  g_autofree char *text = write_transitions (none);

  g_assert_cmpstr (text, ==, "");
  g_assert_true (again == none);
  g_assert_null (sc_edit_transition_set (before, "flow", "B", "C", "no_such", &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
}

static void
test_duplicate_stage (void)
{
  g_autoptr (ScSolution) plain = sc_outline_read_solution ("A>B B>");
  g_autoptr (ScSolution) chained = sc_edit_stage_duplicate (plain, "flow", "A", "X", NULL);
  g_autoptr (ScSolution) branching = sc_outline_read_solution ("A?B|C B> C>");
  g_autoptr (ScSolution) before = sc_edit_stage_duplicate (branching, "flow", "A", "X", NULL);
  const ScStage *copy = sc_flow_find_stage (first_flow (chained), "X", NULL);
  const ScStep *step = sc_list_get (copy->steps, 0);
  const ScStage *head = sc_list_get (first_flow (before)->stages, 0);

  g_assert_cmpstr (copy->name, ==, "A");
  g_assert_cmpstr (copy->next, ==, "B");
  g_assert_cmpstr (step->id, !=, "A1");
  g_assert_cmpstr (step->column, ==, "c");
  g_assert_cmpstr (head->id, ==, "X");
  g_assert_cmpstr (head->next, ==, "A");
  g_assert_null (head->condition);
}

static void
test_condition_add (void)
{
  g_autoptr (ScSolution) start = sc_outline_read_solution ("A>B B>");
  g_autoptr (ScSolution) table = sc_edit_table_add (start, "t", NULL, NULL);
  g_autoptr (ScSolution) known
      = sc_edit_column_add (table, "t", "c", "Ready?", SC_COLUMN_YES_NO, NULL);
  g_autoptr (ScSolution) after = sc_edit_condition_add (known, "flow", "A", "c", NULL);
  g_autoptr (ScSolution) again = NULL;
  g_autoptr (GError) error = NULL;
  const ScStage *stage = sc_list_get (first_flow (after)->stages, 0);
  const ScBranch *branch = sc_list_get (stage->condition->branches, 0);
  const ScClause *clause = sc_list_get (branch->clauses, 0);
  const ScOperand *operand = sc_list_get (clause->operands, 0);

  g_assert_cmpuint (sc_list_length (first_flow (after)->stages), ==, 4);
  g_assert_cmpstr (stage->next, ==, "B");
  g_assert_true (sc_condition_has_otherwise (stage->condition));
  g_assert_cmpstr (clause->operator, ==, "Equal");
  g_assert_cmpstr (operand->type, ==, "Boolean");

  again = sc_edit_condition_add (after, "flow", "A", "c", &error);
  g_assert_null (again);
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/stage/graph", test_stage_graph);
  g_test_add_func ("/edit/stage/sharing", test_sharing);
  g_test_add_func ("/edit/stage/transitions", test_transitions);
  g_test_add_func ("/edit/stage/stale-transition", test_stale_transition);
  g_test_add_func ("/edit/stage/condition-transitions", test_condition_transitions);
  g_test_add_func ("/edit/stage/table", test_set_table);
  g_test_add_func ("/edit/stage/relationship", test_unknown_relationship);
  g_test_add_func ("/edit/stage/duplicate", test_duplicate_stage);
  g_test_add_func ("/edit/stage/condition", test_condition_add);
  return g_test_run ();
}
