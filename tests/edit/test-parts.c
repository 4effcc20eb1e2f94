/* test-parts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-parts.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-outline.h"

#include <string.h>

/* Sets are written as words: a letter for a stage, a letter with a number for a step. */

static const ScFlow *
first_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, 0);
}

static ScPart
read_part (const char *word)
{
  return (ScPart){ strlen (word) > 1 ? SC_PART_STEP : SC_PART_STAGE, word };
}

static ScParts *
read_parts (const ScFlow *flow, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree ScPart *parts = g_new0 (ScPart, g_strv_length (words) + 1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      parts[n++] = read_part (words[i]);
  return sc_parts_new (flow, parts, n);
}

static void
assert_parts (const ScParts *parts, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_steps = 0;

  for (guint i = 0; i < sc_parts_count (parts); i++)
    {
      ScPart part = sc_parts_get (parts, i);

      g_assert_true (sc_parts_has (parts, part.kind, part.id));
      n_steps += part.kind == SC_PART_STEP;
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", part.id);
    }
  g_assert_cmpuint (sc_parts_count_kind (parts, SC_PART_STEP), ==, n_steps);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Stages with their steps, "A*" for a required one; a "+" stands for an id that is new. */
static char *
write_flow (const ScSolution *solution)
{
  g_autoptr (GString) text = g_string_new (NULL);

  sc_list_foreach (first_flow (solution)->stages, const ScStage *, stage)
    {
      g_string_append_printf (text, "%s%s%s", stage_i > 0 ? " " : "", stage->name,
                              strlen (stage->id) > 1 ? "+" : "");
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          g_string_append_printf (text, "%s%s%s", step_i > 0 ? "," : ":",
                                  strlen (step->id) > 2 ? "+" : step->id + 1,
                                  step->required ? "*" : "");
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static ScSolution *
next (ScSolution *before, ScSolution *after)
{
  g_assert_nonnull (after);
  sc_solution_unref (before);
  return after;
}

/* Three steps a stage. */
static ScSolution *
read_flow (const char *outline)
{
  ScSolution *solution = sc_outline_read_solution (outline);
  g_autoptr (ScFlow) flow = sc_flow_ref (first_flow (solution));

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      for (int i = 2; i <= 3; i++)
        {
          g_autofree char *id = g_strdup_printf ("%s%d", stage->id, i);

          solution = next (solution, sc_edit_step_add (solution, "flow", stage->id, G_MAXUINT, id,
                                                       id, NULL, NULL));
        }
    }
  return solution;
}

static void
test_sets (void)
{
  static const struct
  {
    const char *parts, *expected;
  } cases[] = {
    { "", "" },
    { "Z Z1", "" },
    { "C A", "A C" },
    { "B2 A3 B1 A3", "A3 B1 B2" },
    { "A2 A B1", "A B1" },
    { "b1 B1 c", "B1 C" },
  };
  g_autoptr (ScSolution) solution = read_flow ("A>B B>C C>");
  const ScFlow *flow = first_flow (solution);
  g_autoptr (ScParts) all = sc_parts_new_all (flow);
  g_autoptr (ScParts) steps = sc_parts_new_steps (flow, "B");
  g_autoptr (ScParts) none = sc_parts_new_steps (flow, "Z");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScParts) parts = read_parts (flow, cases[i].parts);

      assert_parts (parts, cases[i].expected);
    }
  assert_parts (all, "A B C");
  assert_parts (steps, "B1 B2 B3");
  assert_parts (none, "");
  g_assert_false (sc_parts_has (all, SC_PART_STEP, "B1"));
}

static void
test_ranges (void)
{
  static const struct
  {
    const char *from, *to, *expected;
  } cases[] = {
    { "A", "C", "A B C" },    { "C", "B", "B C" },        { "B", "B", "B" },
    { "A2", "A3", "A2 A3" },  { "B2", "A3", "A3 B1 B2" }, { "A3", "C1", "A3 B1 B2 B3 C1" },
    { "A", "C1", "A B C1" },  { "A", "A2", "A" },         { "A3", "C", "A3 B C" },
    { "C2", "B", "B C1 C2" }, { "Z", "B2", "B2" },        { "A", "Z9", "" },
  };
  g_autoptr (ScSolution) solution = read_flow ("A>B B>C C>");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScParts) parts = sc_parts_new_range (
          first_flow (solution), read_part (cases[i].from), read_part (cases[i].to));

      assert_parts (parts, cases[i].expected);
    }
}

static void
test_toggles (void)
{
  static const struct
  {
    const char *parts, *toggled, *expected;
  } cases[] = {
    { "", "B2", "B2" },       { "B2", "B2", "" },         { "A C", "B", "A B C" },
    { "A1 B2", "B", "A1 B" }, { "A B", "B2", "A B1 B3" }, { "A B", "A", "B" },
    { "A", "Z", "A" },
  };
  g_autoptr (ScSolution) solution = read_flow ("A>B B>C C>");
  const ScFlow *flow = first_flow (solution);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScParts) parts = read_parts (flow, cases[i].parts);
      g_autoptr (ScParts) toggled = sc_parts_toggle (parts, flow, read_part (cases[i].toggled));

      assert_parts (toggled, cases[i].expected);
    }
}

static void
test_unions (void)
{
  g_autoptr (ScSolution) solution = read_flow ("A>B B>C C>");
  const ScFlow *flow = first_flow (solution);
  g_autoptr (ScParts) one = read_parts (flow, "C A1 A2");
  g_autoptr (ScParts) other = read_parts (flow, "A B3");
  g_autoptr (ScParts) both = sc_parts_new_union (flow, one, other);
  g_autoptr (ScParts) stages = sc_parts_filter (both, SC_PART_STAGE);
  g_autoptr (ScParts) steps = sc_parts_filter (both, SC_PART_STEP);

  assert_parts (both, "A B3 C");
  assert_parts (stages, "A C");
  assert_parts (steps, "B3");
  g_assert_true (sc_parts_filter (NULL, SC_PART_STEP) == NULL);
}

/* What is gone is dropped, and what has moved is sorted in anew. */
static void
test_prune (void)
{
  g_autoptr (ScSolution) solution = read_flow ("A>B B>C C>");
  g_autoptr (ScParts) parts = read_parts (first_flow (solution), "A2 B C1");
  g_autoptr (ScParts) same = sc_parts_prune (parts, first_flow (solution));
  g_autoptr (ScSolution) gone = sc_edit_step_delete (solution, "flow", "A2", NULL);
  g_autoptr (ScParts) fewer = sc_parts_prune (parts, first_flow (gone));
  g_autoptr (ScSolution) moved = sc_edit_stage_move (solution, "flow", "C", SC_SLOT_FIRST, NULL);
  g_autoptr (ScParts) sorted = sc_parts_prune (parts, first_flow (moved));
  g_autoptr (ScSolution) inside = sc_edit_step_move (solution, "flow", "C1", "B", 0, NULL);
  g_autoptr (ScParts) swallowed = sc_parts_prune (parts, first_flow (inside));

  g_assert_true (same == parts);
  assert_parts (fewer, "B C1");
  assert_parts (sorted, "C1 A2 B");
  assert_parts (swallowed, "A2 B");
}

typedef enum
{
  DELETE,
  DUPLICATE,
  REQUIRE,
  MOVE_STEPS,
  MOVE_STAGES
} Edit;

static ScSolution *
edit (Edit kind,
      const ScSolution *solution,
      const ScParts *parts,
      const char *to,
      int at,
      GError **error)
{
  switch (kind)
    {
    case DELETE:
      return sc_edit_parts_delete (solution, "flow", parts, error);
    case DUPLICATE:
      return sc_edit_parts_duplicate (solution, "flow", parts, NULL, error);
    case REQUIRE:
      return sc_edit_parts_set_required (solution, "flow", parts, at, error);
    case MOVE_STEPS:
      return sc_edit_parts_move_steps (solution, "flow", parts, to, (guint) at, error);
    case MOVE_STAGES:
    default:
      return sc_edit_parts_move_stages (solution, "flow", parts, (ScSlot){ to, at }, error);
    }
}

#define ROW  "A>B B>C C>D D>"
#define SAME "A:1,2,3 B:1,2,3 C:1,2,3 D:1,2,3"

/* expected SAME: the very solution; NULL: refused. */
static const struct
{
  const char *outline;
  Edit edit;
  const char *parts, *to;
  int at;
  const char *expected;
} edits[] = {
  { ROW, DELETE, "A2 B C1 C3", NULL, 0, "A:1,3 C:2 D:1,2,3" },
  { ROW, DELETE, "A B C D", NULL, 0, "" },
  { ROW, DELETE, "C2", NULL, 0, "A:1,2,3 B:1,2,3 C:1,3 D:1,2,3" },
  { ROW, DELETE, "Z9", NULL, 0, NULL },
  { "A?B|C=D B>D C>D D>", DELETE, "A B", NULL, 0, "C:1,2,3 D:1,2,3" },
  { "A>B B>", DUPLICATE, "A1 A3 B2", NULL, 0, "A:1,2,3,+,+ B:1,2,+,3" },
  { "A>B B>C C>", DUPLICATE, "A B", NULL, 0, "A:1,2,3 B:1,2,3 A+:+,+,+ B+:+,+,+ C:1,2,3" },
  { "A>B B>C C>", DUPLICATE, "A C", NULL, 0, "A:1,2,3 A+:+,+,+ B:1,2,3 C:1,2,3 C+:+,+,+" },
  { "A>B B>C C>", DUPLICATE, "A C2", NULL, 0, "A:1,2,3 A+:+,+,+ B:1,2,3 C:1,2,+,3" },
  { "A?B|C=D B>D C>D D>", DUPLICATE, "A D", NULL, 0,
    "A+:+,+,+ A:1,2,3 B:1,2,3 C:1,2,3 D:1,2,3 D+:+,+,+" },
  { ROW, REQUIRE, "A C2", NULL, TRUE, "A:1*,2*,3* B:1,2,3 C:1,2*,3 D:1,2,3" },
  { ROW, REQUIRE, "A C2", NULL, FALSE, SAME },
  { ROW, MOVE_STEPS, "A1 A3 C2", "B", 1, "A:2 B:1,1,3,2,2,3 C:1,3 D:1,2,3" },
  { ROW, MOVE_STEPS, "A1 A2", "A", 3, "A:3,1,2 B:1,2,3 C:1,2,3 D:1,2,3" },
  { ROW, MOVE_STEPS, "A1 A3", "A", 2, "A:2,1,3 B:1,2,3 C:1,2,3 D:1,2,3" },
  { ROW, MOVE_STEPS, "A2 A3", "A", 1, SAME },
  { ROW, MOVE_STEPS, "A2 A3", "A", 3, SAME },
  { ROW, MOVE_STEPS, "A2 A3", "A", 2, SAME },
  { ROW, MOVE_STEPS, "A2 B", "D", 99, "A:1,3 B:1,2,3 C:1,2,3 D:1,2,3,2" },
  { ROW, MOVE_STEPS, "B", "D", 0, NULL },
  { ROW, MOVE_STEPS, "B1", "Z", 0, NULL },
  { ROW, MOVE_STAGES, "A B", "D", -1, "C:1,2,3 D:1,2,3 A:1,2,3 B:1,2,3" },
  { ROW, MOVE_STAGES, "B D", NULL, -1, "B:1,2,3 D:1,2,3 A:1,2,3 C:1,2,3" },
  { ROW, MOVE_STAGES, "A C", "C", -1, "B:1,2,3 A:1,2,3 C:1,2,3 D:1,2,3" },
  { ROW, MOVE_STAGES, "A C", "A", -1, "A:1,2,3 C:1,2,3 B:1,2,3 D:1,2,3" },
  { ROW, MOVE_STAGES, "B C", "A", -1, SAME },
  { ROW, MOVE_STAGES, "B C", "B", -1, SAME },
  { ROW, MOVE_STAGES, "A D", NULL, -1, "A:1,2,3 D:1,2,3 B:1,2,3 C:1,2,3" },
  { ROW, MOVE_STAGES, "A B C D", "B", -1, SAME },
  { ROW, MOVE_STAGES, "A1", "B", -1, NULL },
  { ROW, MOVE_STAGES, "A B", "Z", -1, NULL },
  /* B goes along with the branch of A, and not into it. */
  { "A?B|C=D B>D C>D D>E E>", MOVE_STAGES, "A B", "E", -1,
    "D:1,2,3 E:1,2,3 A:1,2,3 B:1,2,3 C:1,2,3" },
  { "A?B|C=D B>D C>D D>E E>", MOVE_STAGES, "A E", "B", -1, NULL },
  { "A?B|C=D B>D C>D D>E E>", MOVE_STAGES, "D E", "A", 1,
    "A:1,2,3 B:1,2,3 D:1,2,3 E:1,2,3 C:1,2,3" },
};

static void
test_edits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (ScSolution) solution = read_flow (edits[i].outline);
      g_autoptr (ScParts) parts = read_parts (first_flow (solution), edits[i].parts);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScSolution) after
          = edit (edits[i].edit, solution, parts, edits[i].to, edits[i].at, &error);
      g_autofree char *text = after != NULL ? write_flow (after) : NULL;

      g_test_message ("edit %u", i);
      g_assert_cmpstr (text, ==, edits[i].expected);
      g_assert_true ((error != NULL) == (edits[i].expected == NULL));
      if (g_strcmp0 (edits[i].expected, SAME) == 0)
        g_assert_true (after == solution);
    }
}

static void
test_copies (void)
{
  g_autoptr (ScSolution) solution = read_flow ("A>B B>C C>");
  g_autoptr (ScParts) parts = read_parts (first_flow (solution), "A2 B C");
  g_autoptr (ScParts) copies = NULL;
  g_autoptr (ScSolution) after = sc_edit_parts_duplicate (solution, "flow", parts, &copies, NULL);

  g_assert_cmpuint (sc_parts_count_kind (copies, SC_PART_STAGE), ==, 2);
  g_assert_cmpuint (sc_parts_count_kind (copies, SC_PART_STEP), ==, 1);
  for (guint i = 0; i < sc_parts_count (copies); i++)
    {
      ScPart part = sc_parts_get (copies, i);

      if (part.kind == SC_PART_STAGE)
        g_assert_null (sc_flow_find_stage (first_flow (solution), part.id, NULL));
      else
        g_assert_null (sc_flow_find_step (first_flow (solution), part.id, NULL, NULL));
    }
}

static ScFlow *
with_transition (const ScFlow *flow)
{
  g_autoptr (ScTransition) transition = sc_transition_new ();
  ScFlow *draft = sc_flow_copy (flow);

  sc_set_string (transition, relationship, "lead_account");
  sc_set_string (transition, source, "A");
  sc_set_string (transition, target, "B");
  sc_take_value (draft, transitions, sc_list_append (NULL, transition));
  return draft;
}

/* Copies of stages that follow one another keep the relationship between them. */
static void
test_transitions (void)
{
  g_autoptr (ScSolution) plain = sc_outline_read_solution ("A:lead>B B:account>");
  g_autoptr (ScFlow) flow = with_transition (first_flow (plain));
  g_autoptr (ScSolution) solution = sc_solution_copy (plain);
  g_autoptr (ScParts) parts = read_parts (flow, "A B");
  g_autoptr (ScSolution) after = NULL;
  const ScTransition *copy;
  const ScStage *third;

  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  after = sc_edit_parts_duplicate (solution, "flow", parts, NULL, NULL);
  g_assert_cmpuint (sc_list_length (first_flow (after)->transitions), ==, 2);
  g_assert_nonnull (sc_flow_find_transition (first_flow (after), "A", "B"));
  third = sc_list_get (first_flow (after)->stages, 2);
  copy = sc_list_get (first_flow (after)->transitions, 1);
  g_assert_cmpstr (copy->source, ==, third->id);
  g_assert_cmpstr (copy->target, ==, third->next);
  g_assert_cmpstr (copy->relationship, ==, "lead_account");
}

static void
test_details (void)
{
  g_autoptr (ScSolution) solution = read_flow ("A>B B>C C>");
  g_autoptr (ScParts) parts = read_parts (first_flow (solution), "A C B2");
  g_autoptr (ScParts) steps = read_parts (first_flow (solution), "B2");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) table = sc_edit_parts_set_table (solution, "flow", parts, "lead", NULL);
  g_autoptr (ScSolution) same = sc_edit_parts_set_table (table, "flow", parts, "lead", NULL);
  g_autoptr (ScSolution) category
      = sc_edit_parts_set_category (table, "flow", parts, SC_CATEGORY_CLOSE, NULL);
  static const char *const tables[] = { "lead", "t", "lead" };

  g_assert_true (same == table);
  g_assert_cmpstr (first_flow (table)->primary_table, ==, "lead");
  sc_list_foreach (first_flow (category)->stages, const ScStage *, stage)
    {
      g_assert_cmpstr (stage->table, ==, tables[stage_i]);
      g_assert_cmpint (stage->category, ==, stage_i == 1 ? SC_CATEGORY_NONE : SC_CATEGORY_CLOSE);
    }
  g_assert_null (sc_edit_parts_set_table (solution, "flow", steps, "lead", &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sc_edit_parts_set_table (solution, "flow", parts, "", &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

/* What a hundred stages of a hundred steps take. The bounds are generous: what is quadratic in the
 * steps takes minutes. */
static void
test_large (void)
{
  g_autoptr (ScSolution) start = sc_outline_read_solution ("A>");
  g_autoptr (ScSolution) solution = sc_edit_stage_delete (start, "flow", "A", NULL);
  static const Edit kinds[] = { DELETE, DUPLICATE, REQUIRE, MOVE_STAGES };
  static const char *const names[] = { "delete", "duplicate", "require", "move" };
  g_autoptr (ScParts) all = NULL;

  for (int i = 0; i < 100; i++)
    solution = next (solution,
                     sc_edit_stage_add (solution, "flow", SC_SLOT_FIRST, NULL, "Stage", "t", NULL));
  for (guint i = 0; i < 100 * 99; i++)
    {
      const ScStage *stage = sc_list_get (first_flow (solution)->stages, i % 100);
      g_autofree char *id = g_strdup (stage->id);

      solution
          = next (solution, sc_edit_step_add (solution, "flow", id, 0, NULL, "Step", NULL, NULL));
    }
  all = sc_parts_new_all (first_flow (solution));
  g_assert_cmpuint (sc_flow_count_steps (first_flow (solution)), ==, 10000);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (ScSolution) after
          = edit (kinds[i], solution, all, NULL, kinds[i] == REQUIRE ? TRUE : -1, NULL);
      double seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;

      g_assert_nonnull (after);
      g_test_message ("%s: %.1f ms", names[i], seconds * 1000);
      g_assert_cmpfloat (seconds, <, 5);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/parts/sets", test_sets);
  g_test_add_func ("/edit/parts/ranges", test_ranges);
  g_test_add_func ("/edit/parts/toggles", test_toggles);
  g_test_add_func ("/edit/parts/unions", test_unions);
  g_test_add_func ("/edit/parts/prune", test_prune);
  g_test_add_func ("/edit/parts/edits", test_edits);
  g_test_add_func ("/edit/parts/copies", test_copies);
  g_test_add_func ("/edit/parts/transitions", test_transitions);
  g_test_add_func ("/edit/parts/details", test_details);
  g_test_add_func ("/edit/parts/large", test_large);
  return g_test_run ();
}
