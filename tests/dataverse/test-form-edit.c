/* test-form-edit.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The form of a flow's table follows the flow, and nothing else of it changes. */

#include <string.h>

#include "form-flows.h"
#include "package-files.h"
#include "sample-flows.h"

/* The lines that differ after a change of the form. */
static void
assert_diff (const char *form, const ScFlow *before, const ScFlow *after, const char *expected)
{
  g_autoptr (ScSolution) solution = form_flow_make_solution ();
  g_autofree char *changed = form_flow_update_form (solution, form, before, after);
  g_autofree char *diff = files_diff (form, changed);

  g_assert_cmpstr (diff, ==, expected);
}

static void
test_labels (void)
{
  g_autoptr (ScSolution) solution = form_flow_make_solution ();
  g_autoptr (ScFlow) flow = form_flow_make_flow ();
  g_autoptr (ScFlow) step
      = form_flow_relabel_step (flow, 0, 1, SC_LANGUAGE_ENGLISH, "Rake & <hoe>");
  g_autoptr (ScFlow) stage = form_flow_relabel_stage (flow, 1, "Plant");
  g_autoptr (ScFlow) german = form_flow_relabel_step (flow, 0, 0, 1031, "Graben");
  g_autoptr (ScFlow) french = form_flow_relabel_step (german, 0, 0, 1036, "Creuser");
  g_autoptr (ScFlow) less = form_flow_relabel_step (french, 0, 0, 1031, NULL);
  g_autofree char *form = form_flow_make_form (solution, flow);
  g_autofree char *french_form = form_flow_make_form (solution, french);
  g_autofree char *less_form = form_flow_update_form (solution, french_form, french, less);
  g_autofree char *again = form_flow_update_form (solution, less_form, less, french);

  assert_diff (form, flow, step,
               "-                          <label description=\"Step 2\" languagecode=\"1033\" />\n"
               "+                          <label description=\"Rake &amp; &lt;hoe&gt;\" "
               "languagecode=\"1033\" "
               "/>\n");
  assert_diff (form, flow, stage,
               "-            <label description=\"Sow\" languagecode=\"1033\" />\n"
               "+            <label description=\"Plant\" languagecode=\"1033\" />\n"
               "-                    <label description=\"Sow\" languagecode=\"1033\" />\n"
               "+                    <label description=\"Plant\" languagecode=\"1033\" />\n");
  assert_diff (
      form, flow, german,
      "+                          <label description=\"Graben\" languagecode=\"1031\" />\n");
  /* A language that comes back stands where it stood. */
  g_assert_cmpstr (again, ==, french_form);
}

static void
test_details (void)
{
  g_autoptr (ScSolution) solution = form_flow_make_solution ();
  g_autoptr (ScFlow) flow = form_flow_make_flow ();
  ScStep *required = form_flow_copy_step (flow, 0, 0);
  ScStep *other = form_flow_copy_step (flow, 0, 0);
  g_autofree char *form = form_flow_make_form (solution, flow);
  g_autoptr (ScFlow) after = NULL;
  g_autoptr (ScFlow) other_after = NULL;
  g_autofree char *text = NULL;

  required->required = TRUE;
  after = form_flow_with_step (flow, 0, 0, required);
  text = form_flow_update_form (solution, form, flow, after);
  g_assert_nonnull (strstr (text, "datafieldname=\"garden_column1\" relationship=\""
                                  "bpf_garden_bed_garden_planting\" isrequired=\"true\""));
  sc_set_string (other, column, "garden_soil");
  sc_set_string (other, class_id, sc_column_type_get_class_id (SC_COLUMN_CHOICE));
  other_after = form_flow_with_step (flow, 0, 0, other);
  g_free (g_steal_pointer (&text));
  text = form_flow_update_form (solution, form, flow, other_after);
  g_assert_null (strstr (text, "garden_column1\""));
  g_assert_nonnull (strstr (text, ":garden_soil\" classid=\"{3ef39988-22bb-4f0b-bbbe-"
                                  "64b5a3748aee}\" datafieldname=\"garden_soil\""));
}

/* What people and other tools put into a form. */
static char *
make_furnished_form (const ScSolution *solution, const ScFlow *flow)
{
  g_autofree char *plain = form_flow_make_form (solution, flow);
  g_autoptr (GString) form = g_string_new (plain);

  g_string_replace (form, "<cell id=\"{aaaaaaaa-0000-4000-8000-000000000002}\" showlabel=\"true\"",
                    "<cell id=\"{AAAAAAAA-0000-4000-8000-000000000002}\" locklevel=\"7\" "
                    "showlabel=\"true\"",
                    1);
  g_string_replace (form, "datafieldname=\"garden_column2\"",
                    "uniqueid=\"{dddddddd-0000-4000-8000-000000000001}\" "
                    "datafieldname=\"garden_column2\"",
                    1);
  g_string_replace (form, "    <form>\n      <tabs>",
                    "    <form>\n      <!-- made by hand -->\n      <tabs>", 1);
  g_string_replace (form, "      </tabs>\n",
                    "      </tabs>\n      <controlDescriptions>\n        <controlDescription "
                    "forControl=\"{DDDDDDDD-0000-4000-8000-000000000001}\">\n"
                    "          <customControl name=\"Slider\" />\n        "
                    "</controlDescription>\n      </controlDescriptions>\n",
                    1);
  return g_string_free (g_steal_pointer (&form), FALSE);
}

static void
test_furnished (void)
{
  g_autoptr (ScSolution) solution = form_flow_make_solution ();
  g_autoptr (ScFlow) flow = form_flow_make_flow ();
  g_autoptr (ScFlow) moved = form_flow_move_step (flow, 0, 1, 1, 1);
  g_autoptr (ScFlow) removed = form_flow_remove_step (flow, 0, 1);
  g_autofree char *form = make_furnished_form (solution, flow);
  g_autofree char *moved_form = form_flow_update_form (solution, form, flow, moved);
  g_autofree char *back = form_flow_update_form (solution, moved_form, moved, flow);
  g_autofree char *removed_form = form_flow_update_form (solution, form, flow, removed);
  const char *cell = strstr (moved_form, "locklevel=\"7\" showlabel");

  g_assert_nonnull (cell);
  g_assert_true (cell > strstr (moved_form, "Step 4"));
  g_assert_true (cell < strstr (moved_form, "Step 5"));
  g_assert_nonnull (strstr (moved_form, "uniqueid=\"{dddddddd"));
  g_assert_nonnull (strstr (moved_form, "<controlDescription for"));
  g_assert_cmpstr (back, ==, form);
  g_assert_nonnull (strstr (removed_form, "made by hand"));
  g_assert_null (strstr (removed_form, "<controlDescription for"));
  g_assert_null (strstr (removed_form, "customControl"));
}

/* A step that moves into a stage that is new in the same save keeps its settings. */
static void
test_new_stage (void)
{
  g_autoptr (ScSolution) solution = form_flow_make_solution ();
  g_autoptr (ScFlow) flow = form_flow_make_flow ();
  g_autoptr (ScFlow) removed = form_flow_remove_step (flow, 0, 1);
  g_autoptr (ScFlow) after = sc_flow_copy (removed);
  g_autoptr (ScStage) stage
      = form_flow_make_stage ("bbbbbbbb-0000-4000-8000-000000000003", "Water", 7);
  g_autoptr (ScStep) step = form_flow_copy_step (flow, 0, 1);
  g_autofree char *form = make_furnished_form (solution, flow);
  g_autofree char *text = NULL;
  g_autofree char *back = NULL;

  sc_take_value (stage, steps, sc_list_insert (stage->steps, 1, step));
  sc_take_value (after, stages, sc_list_insert (removed->stages, 1, stage));
  text = form_flow_update_form (solution, form, flow, after);
  g_assert_nonnull (strstr (text, "                  <cell id=\"{AAAAAAAA-0000-4000-8000-"
                                  "000000000002}\" locklevel=\"7\""));
  g_assert_true (strstr (text, "Step 7") < strstr (text, "locklevel=\"7\" showlabel"));
  back = form_flow_update_form (solution, text, after, flow);
  g_assert_cmpstr (back, ==, form);
}

/* Where the form did not match the flow, it is left alone unless its stage or step is edited. */
static void
test_stale (void)
{
  g_autoptr (ScSolution) solution = form_flow_make_solution ();
  g_autoptr (ScFlow) flow = form_flow_make_flow ();
  g_autoptr (ScFlow) stage = form_flow_relabel_stage (flow, 0, "Prepare");
  g_autoptr (ScFlow) step = form_flow_relabel_step (flow, 1, 0, SC_LANGUAGE_ENGLISH, "Seed");
  g_autoptr (ScFlow) removed = form_flow_remove_step (flow, 0, 0);
  g_autofree char *plain = form_flow_make_form (solution, flow);
  g_autoptr (GString) form = g_string_new (plain);
  g_autofree char *text = NULL;

  g_string_replace (form, "StageStep11", "StageStep99", 0);
  g_string_replace (form, "Step 4", "Old name", 0);
  g_string_replace (form, "Step 5", "", 0);
  assert_diff (form->str, flow, stage,
               "-            <label description=\"Dig\" languagecode=\"1033\" />\n"
               "+            <label description=\"Prepare\" languagecode=\"1033\" />\n"
               "-                    <label description=\"Dig\" languagecode=\"1033\" />\n"
               "+                    <label description=\"Prepare\" languagecode=\"1033\" />\n");
  assert_diff (
      form->str, flow, step,
      "-                          <label description=\"Old name\" languagecode=\"1033\" />\n"
      "+                          <label description=\"Seed\" languagecode=\"1033\" />\n");
  text = form_flow_update_form (solution, form->str, flow, removed);
  g_assert_nonnull (strstr (text, "name=\"StageStep99\""));
  g_assert_nonnull (strstr (text, "Old name"));
}

/* Older exports repeat no labels. */
static void
test_empty_labels (void)
{
  g_autoptr (ScSolution) solution = form_flow_make_solution ();
  g_autoptr (ScFlow) flow = form_flow_make_flow ();
  g_autoptr (ScFlow) stage = form_flow_relabel_stage (flow, 0, "Prepare");
  g_autoptr (ScFlow) unnamed = form_flow_relabel_step (flow, 1, 1, SC_LANGUAGE_ENGLISH, "");
  g_autofree char *plain = form_flow_make_form (solution, flow);
  g_autofree char *unnamed_form = form_flow_update_form (solution, plain, flow, unnamed);
  g_autofree char *named_form = form_flow_update_form (solution, unnamed_form, unnamed, flow);
  g_autoptr (GString) form = g_string_new (plain);

  g_string_replace (form, "\"Dig\"", "\"\"", 0);
  assert_diff (form->str, flow, stage, "");
  /* A label that was empty everywhere is another matter. */
  g_assert_cmpstr (named_form, ==, plain);
}

static void
test_other_forms (void)
{
  g_autoptr (ScFlow) flow = form_flow_make_flow ();
  g_autoptr (ScFlow) stage = form_flow_relabel_stage (flow, 0, "Prepare");

  assert_diff ("<forms><systemform><form><tabs><tab id=\"{x}\"><labels><label description=\"Dig\" "
               "languagecode=\"1033\" /></labels></tab></tabs></form></systemform></forms>",
               flow, stage, "");
  assert_diff ("<forms><systemform /></forms>", flow, stage, "");
  assert_diff ("<forms />", flow, stage, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-edit/labels", test_labels);
  g_test_add_func ("/form-edit/details", test_details);
  g_test_add_func ("/form-edit/furnished", test_furnished);
  g_test_add_func ("/form-edit/new-stage", test_new_stage);
  g_test_add_func ("/form-edit/stale", test_stale);
  g_test_add_func ("/form-edit/empty-labels", test_empty_labels);
  g_test_add_func ("/form-edit/other-forms", test_other_forms);
  return g_test_run ();
}
