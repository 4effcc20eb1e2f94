/* test-canvas-drop.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-drag.h"
#include "sc-edit-condition.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "ui-fixture.h"

/* Where drags lead and what they say before the drop, on "Qualify, Develop" of the fixture. */

typedef struct
{
  UiFixture ui;
  ScCanvas *canvas;
} Fixture;

static GtkWidget *
new_canvas (ScEditor *editor)
{
  return sc_canvas_new (editor, NULL);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  ui_open (&self->ui, new_canvas);
  self->canvas = SC_CANVAS (self->ui.view);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ui_close (&self->ui);
}

static const ScSolution *
get_solution (Fixture *self)
{
  return sc_editor_get_solution (self->ui.editor);
}

static void
commit (Fixture *self, ScSolution *after, GError *error)
{
  g_assert_no_error (error);
  g_assert_true (sc_editor_commit (self->ui.editor, after, NULL, "Test", NULL));
  ui_settle (&self->ui);
}

/* Qualify with the branches "one", "two" and otherwise, each with a stage, before Develop. */
static void
add_branches (Fixture *self)
{
  static const char *const names[] = { "one", "two" };
  GError *error = NULL;
  ScSolution *after
      = sc_edit_condition_add (get_solution (self), UI_FLOW, UI_QUALIFY, "budgetamount", &error);

  commit (self, after, error);
  after = sc_edit_branch_add (get_solution (self), UI_FLOW, UI_QUALIFY, G_MAXUINT, "decisionmaker",
                              &error);
  commit (self, after, error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      after
          = sc_edit_branch_set_name (get_solution (self), UI_FLOW, UI_QUALIFY, i, names[i], &error);
      commit (self, after, error);
    }
}

/* The names of the branches of Qualify and, in parentheses, how many stages the flow has. */
static char *
describe (Fixture *self)
{
  const ScStage *stage = ui_get_stage (&self->ui, UI_QUALIFY);
  GString *text = g_string_new (NULL);

  sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
    {
      g_string_append_printf (text, "%s ", branch->otherwise ? "otherwise" : branch->name);
    }
  g_string_append_printf (text, "(%u)", sc_list_length (ui_get_flow (&self->ui)->stages));
  return g_string_free (text, FALSE);
}

static void
assert_branches (Fixture *self, const char *expected)
{
  g_autofree char *found = describe (self);

  g_assert_cmpstr (found, ==, expected);
}

/* The line of a branch of Qualify. */
static guint
find_line (Fixture *self, int branch)
{
  const ScLayout *layout = self->canvas->layout;

  for (guint i = 0; i < layout->n_lines; i++)
    if (layout->lines[i].edge.from == 0 && layout->lines[i].edge.branch == branch)
      return i;
  g_assert_not_reached ();
}

static graphene_point_t
to_view (Fixture *self, ScPoint point)
{
  return sc_canvas_rect_to_view (self->canvas, (ScRect){ point.x, point.y, 0, 0 }).origin;
}

static ScPoint
get_name (Fixture *self, int branch)
{
  return self->canvas->layout->lines[find_line (self, branch)].label;
}

static void
begin_at (Fixture *self, ScPoint point)
{
  graphene_point_t at = to_view (self, point);

  sc_drag_arm (self->canvas, at.x, at.y);
  g_assert_true (sc_drag_begin (self->canvas, at.x, at.y));
}

static void
move_to (Fixture *self, ScPoint point)
{
  graphene_point_t at = to_view (self, point);

  sc_drag_move (self->canvas, at.x, at.y);
  /* So that what is said of the place is drawn once. */
  ui_settle (&self->ui);
}

static void
assert_target (Fixture *self, ScDropKind kind, guint position)
{
  g_assert_cmpint (self->canvas->drag->target.kind, ==, kind);
  g_assert_cmpuint (self->canvas->drag->target.position, ==, position);
}

static void
test_reorder (Fixture *self, gconstpointer data)
{
  guint edits;
  ScPoint at;

  add_branches (self);
  assert_branches (self, "one two otherwise (5)");
  edits = ui_count_edits (&self->ui);
  begin_at (self, get_name (self, 0));
  g_assert_cmpint (self->canvas->drag->kind, ==, SC_DRAG_BRANCH);
  g_assert_cmpuint (sc_parts_count (self->canvas->drag->parts), ==, 1);

  /* Where it is nothing would change. */
  assert_target (self, SC_DROP_NOWHERE, 0);
  move_to (self, get_name (self, 0));
  assert_target (self, SC_DROP_BRANCH, 0);
  g_assert_false (sc_outcome_changes (&self->canvas->drag->outcome));

  at = get_name (self, 1);
  at.y += 8;
  move_to (self, at);
  assert_target (self, SC_DROP_BRANCH, 1);
  g_assert_null (self->canvas->drag->outcome.loss);
  sc_drag_drop (self->canvas);
  assert_branches (self, "two one otherwise (5)");
  g_assert_cmpuint (ui_count_edits (&self->ui), ==, edits + 1);
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Move branch");
  g_assert_cmpint (sc_editor_get_selection (self->ui.editor).kind, ==, SC_SELECTED_CONDITION);

  /* "Otherwise" has its place; below it there is none. */
  ui_settle (&self->ui);
  begin_at (self, get_name (self, 2));
  move_to (self, get_name (self, 0));
  g_assert_cmpint (self->canvas->drag->target.kind, ==, SC_DROP_INSERT);
  sc_canvas_cancel_drag (self->canvas);
  sc_editor_undo (self->ui.editor);
  assert_branches (self, "one two otherwise (5)");
}

static void
test_take (Fixture *self, gconstpointer data)
{
  const ScBranch *branch;
  g_autofree char *taken = NULL;
  ScSelection selection;

  add_branches (self);
  branch = sc_list_get (ui_get_stage (&self->ui, UI_QUALIFY)->condition->branches, 1);
  taken = g_strdup (branch->target);
  begin_at (self, get_name (self, 1));
  move_to (self, self->canvas->layout->lines[find_line (self, 0)].insert);
  g_assert_cmpint (self->canvas->drag->target.kind, ==, SC_DROP_INSERT);
  g_assert_true (sc_outcome_changes (&self->canvas->drag->outcome));
  sc_drag_drop (self->canvas);
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Move stages of a branch");
  branch = sc_list_get (ui_get_stage (&self->ui, UI_QUALIFY)->condition->branches, 0);
  g_assert_cmpstr (branch->target, ==, taken);
  branch = sc_list_get (ui_get_stage (&self->ui, UI_QUALIFY)->condition->branches, 1);
  g_assert_cmpstr (branch->target, ==, UI_DEVELOP);
  selection = sc_editor_get_selection (self->ui.editor);
  g_assert_cmpint (selection.kind, ==, SC_SELECTED_STAGE);
  g_assert_cmpstr (selection.stage, ==, taken);
  sc_editor_undo (self->ui.editor);
  assert_branches (self, "one two otherwise (5)");

  /* Into itself it cannot go. */
  ui_settle (&self->ui);
  begin_at (self, get_name (self, 1));
  for (guint i = 0; i < self->canvas->layout->n_lines; i++)
    {
      const ScLayoutLine *line = &self->canvas->layout->lines[i];
      const ScStage *from = sc_list_get (self->canvas->flow->stages, line->edge.from);

      if (g_str_equal (from->id, taken))
        move_to (self, line->insert);
    }
  g_assert_nonnull (self->canvas->drag->outcome.refusal);
  sc_drag_drop (self->canvas);
  assert_branches (self, "one two otherwise (5)");
}

/* The line of a chain is no branch, and the end of a line is not the line. */
static void
test_lines (Fixture *self, gconstpointer data)
{
  const ScLayoutLine *line = &self->canvas->layout->lines[0];
  graphene_point_t at = to_view (self, (ScPoint){ line->points[0].x + 6, line->points[0].y });
  ScPoint end;

  sc_drag_arm (self->canvas, at.x, at.y);
  g_assert_cmpint (self->canvas->drag_hit.kind, ==, SC_HIT_LINE);
  g_assert_false (sc_drag_begin (self->canvas, at.x, at.y));

  add_branches (self);
  line = &self->canvas->layout->lines[find_line (self, 0)];
  end = line->points[line->n_points - 1];
  at = to_view (self, (ScPoint){ end.x - 8, end.y });
  sc_drag_arm (self->canvas, at.x, at.y);
  g_assert_false (sc_drag_begin (self->canvas, at.x, at.y));
}

static ScPoint
get_row (Fixture *self, const char *stage, double row)
{
  const ScLayoutMetrics *metrics = &sc_layout_default_metrics;
  ScRect rect = self->canvas->layout->cards[sc_canvas_find_stage (self->canvas, stage)].rect;

  return (ScPoint){ rect.x + 60, rect.y + metrics->header_height + metrics->row_height * row };
}

/* One more than fits is said at the place, and no more once the pointer is elsewhere. */
static void
test_limit (Fixture *self, gconstpointer data)
{
  const ScProblem *problem;
  GError *error = NULL;

  while (sc_list_length (ui_get_stage (&self->ui, UI_DEVELOP)->steps) < 30)
    {
      ScSolution *after = sc_edit_step_add (get_solution (self), UI_FLOW, UI_DEVELOP, G_MAXUINT,
                                            NULL, "Need", "customerneed", &error);

      g_assert_no_error (error);
      sc_editor_commit (self->ui.editor, after, NULL, "Add", NULL);
    }
  ui_settle (&self->ui);
  begin_at (self, get_row (self, UI_QUALIFY, 0.5));
  move_to (self, get_row (self, UI_QUALIFY, 2));
  g_assert_null (self->canvas->drag->outcome.caused);
  move_to (self, get_row (self, UI_DEVELOP, 3));
  problem = sc_list_get (self->canvas->drag->outcome.caused, 0);
  g_assert_nonnull (problem);
  g_assert_cmpstr (problem->stage, ==, UI_DEVELOP);
  g_assert_cmpint (problem->found, ==, 31);
  g_assert_cmpint (problem->allowed, ==, 30);
  move_to (self, get_row (self, UI_QUALIFY, 2));
  g_assert_null (self->canvas->drag->outcome.caused);
  sc_canvas_cancel_drag (self->canvas);
}

/* A problem that a step has wherever it is comes along: a drop does not cause it. */
static void
test_goes_along (Fixture *self, gconstpointer data)
{
  g_autoptr (ScTrial) trial = sc_trial_new (get_solution (self));
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (ScSolution) without = NULL;
  g_autoptr (ScList) caused = NULL, solved = NULL, none = NULL, gone = NULL;
  g_autoptr (ScList) problems = NULL;
  g_autoptr (ScValidator) validator = sc_validator_new ();
  const ScList *steps = ui_get_stage (&self->ui, UI_DEVELOP)->steps;
  const ScStep *blank = sc_list_get (steps, 0); /* without a column */
  gboolean has_problem = FALSE;

  problems = sc_validator_run (validator, get_solution (self));
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      has_problem
          |= problem->severity > SC_SEVERITY_ADVICE && g_strcmp0 (problem->step, blank->id) == 0;
    }
  g_assert_true (has_problem);

  after = sc_edit_step_move (get_solution (self), UI_FLOW, blank->id, UI_QUALIFY, 0, NULL);
  sc_trial_run (trial, after, &caused, &solved);
  sc_list_foreach (caused, const ScProblem *, problem)
    {
      g_assert_cmpstr (problem->step, !=, blank->id);
    }
  without = sc_edit_step_delete (after, UI_FLOW, blank->id, NULL);
  sc_trial_run (trial, without, &none, &gone);
  g_assert_cmpuint (sc_list_length (gone), >=, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/canvas/drop/reorder-branches", test_reorder },
    { "/canvas/drop/take-branch", test_take },
    { "/canvas/drop/lines", test_lines },
    { "/canvas/drop/limit", test_limit },
    { "/canvas/drop/goes-along", test_goes_along },
  };

  if (!ui_test_init (&argc, &argv))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
