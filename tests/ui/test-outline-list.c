/* test-outline-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-condition.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-outline-list.h"
#include "ui-fixture.h"

/* A list, what it told, and the flow that it shows. */
typedef struct
{
  ScSolution *solution;
  ScOutlineList *list;
  GString *told;
  guint n_changed;
} Fixture;

static const ScFlow *
get_flow (Fixture *self)
{
  return sc_solution_find_flow (self->solution, UI_FLOW, NULL);
}

/* "S1 s1 s2 + S2 s1 + *": stages and steps with their numbers, and the rows that add. */
static char *
write_rows (Fixture *self)
{
  GString *text = g_string_new (NULL);
  ScOutlineItem *item;

  for (guint i = 0; (item = sc_outline_list_get (self->list, i)) != NULL; i++)
    {
      const ScOutlineFacts *facts = sc_outline_item_get_facts (item);

      g_string_append (text, i > 0 ? " " : "");
      switch (sc_outline_item_get_kind (item))
        {
        case SC_OUTLINE_STAGE:
          g_string_append_printf (text, "S%u%s", facts->number, facts->folded ? "-" : "");
          break;
        case SC_OUTLINE_STEP:
          g_string_append_printf (text, "s%u", facts->number);
          break;
        case SC_OUTLINE_ADD_STEP:
          g_string_append (text, "+");
          break;
        case SC_OUTLINE_ADD_STAGE:
        default:
          g_string_append (text, "*");
        }
    }
  return g_string_free (text, FALSE);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *self)
{
  g_string_append_printf (self->told, "%s%u-%u+%u", self->told->len > 0 ? " " : "", position,
                          removed, added);
}

static void
item_changed_cb (Fixture *self)
{
  self->n_changed++;
}

static void
watch_items (Fixture *self)
{
  ScOutlineItem *item;

  for (guint i = 0; (item = sc_outline_list_get (self->list, i)) != NULL; i++)
    {
      g_signal_handlers_disconnect_by_data (item, self);
      g_signal_connect_swapped (item, "changed", G_CALLBACK (item_changed_cb), self);
    }
}

static void
show (Fixture *self)
{
  watch_items (self);
  g_string_truncate (self->told, 0);
  self->n_changed = 0;
  sc_outline_list_update (self->list, get_flow (self), SC_LANGUAGE_ENGLISH, NULL, TRUE);
}

static void
take (Fixture *self, ScSolution *after, GError *error)
{
  g_assert_no_error (error);
  sc_solution_unref (self->solution);
  self->solution = after;
  show (self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->solution = ui_make_solution ();
  self->list = sc_outline_list_new ();
  self->told = g_string_new (NULL);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
  show (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ScOutlineItem *item;

  for (guint i = 0; (item = sc_outline_list_get (self->list, i)) != NULL; i++)
    g_signal_handlers_disconnect_by_data (item, self);
  g_object_unref (self->list);
  sc_solution_unref (self->solution);
  g_string_free (self->told, TRUE);
}

static ScSolution *
rename_step (const ScSolution *solution, GError **error)
{
  return sc_edit_step_set_label (solution, UI_FLOW, UI_BUDGET, SC_LANGUAGE_ENGLISH, "New", error);
}

static ScSolution *
rename_stage (const ScSolution *solution, GError **error)
{
  return sc_edit_stage_set_label (solution, UI_FLOW, UI_DEVELOP, SC_LANGUAGE_ENGLISH, "New", error);
}

static ScSolution *
add_step (const ScSolution *solution, GError **error)
{
  return sc_edit_step_add (solution, UI_FLOW, UI_QUALIFY, 1, NULL, NULL, NULL, error);
}

static ScSolution *
delete_step (const ScSolution *solution, GError **error)
{
  return sc_edit_step_delete (solution, UI_FLOW, UI_SPONSOR, error);
}

static ScSolution *
swap_steps (const ScSolution *solution, GError **error)
{
  return sc_edit_step_move (solution, UI_FLOW, UI_SPONSOR, UI_QUALIFY, 0, error);
}

static ScSolution *
move_step (const ScSolution *solution, GError **error)
{
  return sc_edit_step_move (solution, UI_FLOW, UI_BUDGET, UI_DEVELOP, 9, error);
}

static ScSolution *
delete_stage (const ScSolution *solution, GError **error)
{
  return sc_edit_stage_delete (solution, UI_FLOW, UI_QUALIFY, error);
}

static ScSolution *
add_stage (const ScSolution *solution, GError **error)
{
  return sc_edit_stage_add (solution, UI_FLOW, (ScSlot){ UI_QUALIFY, SC_EDGE_NEXT }, NULL, "Middle",
                            NULL, error);
}

static ScSolution *
add_condition (const ScSolution *solution, GError **error)
{
  return sc_edit_condition_add (solution, UI_FLOW, UI_QUALIFY, NULL, error);
}

/* What an edit makes of the rows, with as little told as can be. */
static void
test_edits (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *title;
    ScSolution *(*edit) (const ScSolution *solution, GError **error);
    const char *told, *rows;
    guint n_changed;
  } rows[] = {
    /* Its stage is another value with it, and so is the row that adds to that. */
    { "rename a step", rename_step, "", "S1 s1 s2 s3 + S2 s1 + *", 3 },
    /* The stage before it says where it leads. */
    { "rename a stage", rename_stage, "", "S1 s1 s2 s3 + S2 s1 + *", 3 },
    { "add a step", add_step, "2-0+1", "S1 s1 s2 s3 s4 + S2 s1 + *", 5 },
    { "delete a step", delete_step, "2-1+0", "S1 s1 s2 + S2 s1 + *", 4 },
    { "swap steps", swap_steps, "1-0+1 3-1+0", "S1 s1 s2 s3 + S2 s1 + *", 4 },
    { "move a step away", move_step, "1-1+0 6-0+1", "S1 s1 s2 + S2 s1 s2 + *", 8 },
    { "delete a stage", delete_stage, "0-5+0", "S1 s1 + *", 1 },
    { "add a stage", add_stage, "5-0+3", "S1 s1 s2 s3 + S2 s1 + S3 s1 + *", 3 },
    { "add a condition", add_condition, "5-0+6", "S1 s1 s2 s3 + S2 s1 + S3 s1 + S4 s1 + *", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScSolution) before = sc_solution_ref (self->solution);
      GError *error = NULL;
      ScSolution *after = rows[i].edit (self->solution, &error);
      g_autofree char *shown = NULL;
      g_autofree char *back = NULL;
      g_autofree char *first = write_rows (self);

      g_test_message ("%s", rows[i].title);
      take (self, after, error);
      shown = write_rows (self);
      g_assert_cmpstr (shown, ==, rows[i].rows);
      g_assert_cmpstr (self->told->str, ==, rows[i].told);
      g_assert_cmpuint (self->n_changed, ==, rows[i].n_changed);
      take (self, g_steal_pointer (&before), NULL);
      back = write_rows (self);
      g_assert_cmpstr (back, ==, first);
    }
}

/* The same flow is no news. */
static void
test_same (Fixture *self, gconstpointer data)
{
  show (self);
  g_assert_cmpstr (self->told->str, ==, "");
  g_assert_cmpuint (self->n_changed, ==, 0);
}

static void
test_fold (Fixture *self, gconstpointer data)
{
  ScOutlineItem *stage = sc_outline_list_find (self->list, SC_OUTLINE_STAGE, UI_QUALIFY);
  g_autofree char *folded = NULL;
  g_autofree char *renamed = NULL;
  GError *error = NULL;

  show (self);
  sc_outline_list_set_folded (self->list, stage, TRUE);
  folded = write_rows (self);
  g_assert_cmpstr (folded, ==, "S1- S2 s1 + *");
  g_assert_cmpstr (self->told->str, ==, "1-4+0");
  g_assert_null (sc_outline_list_find (self->list, SC_OUTLINE_STEP, UI_BUDGET));
  take (self, rename_step (self->solution, &error), error);
  renamed = write_rows (self);
  g_assert_cmpstr (renamed, ==, "S1- S2 s1 + *");
  sc_outline_list_set_folded (self->list, stage, FALSE);
  g_assert_cmpstr (self->told->str, ==, "1-0+4");
}

static void
count_cb (GtkSelectionModel *model, guint position, guint n, guint *count)
{
  *count += n;
}

static void
test_marks (Fixture *self, gconstpointer data)
{
  const ScPart part[] = { { SC_PART_STEP, UI_SPONSOR }, { SC_PART_STAGE, UI_DEVELOP } };
  g_autoptr (ScParts) parts = sc_parts_new (get_flow (self), part, 2);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->list);
  guint count = 0;
  GError *error = NULL;

  g_signal_connect (model, "selection-changed", G_CALLBACK (count_cb), &count);
  sc_outline_list_set_parts (self->list, parts);
  sc_outline_list_set_parts (self->list, parts);
  g_assert_cmpuint (count, ==, 2);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    g_assert_cmpint (gtk_selection_model_is_selected (model, i), ==, i == 2 || i == 5);
  take (self, delete_step (self->solution, &error), error);
  g_assert_true (gtk_selection_model_is_selected (model, 4));
  sc_outline_list_set_parts (self->list, NULL);
  g_assert_cmpuint (count, ==, 3);
  g_signal_handlers_disconnect_by_func (model, count_cb, &count);
}

/* A flow from elsewhere may have one id twice, or none. */
static void
test_odd_ids (Fixture *self, gconstpointer data)
{
  ScFlow *flow = sc_flow_copy (get_flow (self));
  ScStage *stage = sc_stage_copy (sc_list_get (flow->stages, 0));
  ScSolution *solution = sc_solution_copy (self->solution);
  g_autofree char *rows = NULL;
  guint position;

  sc_set_string (stage, id, NULL);
  sc_take_value (flow, stages, sc_list_append (flow->stages, sc_list_get (flow->stages, 0)));
  sc_take_value (flow, stages, sc_list_append (flow->stages, stage));
  sc_solution_find_flow (solution, UI_FLOW, &position);
  sc_take_value (solution, flows, sc_list_replace (solution->flows, position, flow));
  take (self, solution, NULL);
  rows = write_rows (self);
  g_assert_cmpstr (rows, ==, "S1 s1 s2 s3 + S2 s1 + S3 s1 s2 s3 + S4 s1 s2 s3 + *");
  show (self);
  sc_stage_unref (stage);
  sc_flow_unref (flow);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

#define ADD(name, function) \
  g_test_add ("/ui/outline-list/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("edits", test_edits);
  ADD ("same", test_same);
  ADD ("fold", test_fold);
  ADD ("marks", test_marks);
  ADD ("odd-ids", test_odd_ids);
#undef ADD
  return g_test_run ();
}
