/* test-form-edit.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The form of a flow's table follows the flow, and nothing else of it changes. */

#include <string.h>

#include "package-files.h"
#include "real-flow.h"
#include "sample-flows.h"
#include "sc-form-edit.h"
#include "xml-difference.h"

#define N_RANDOM 400

static char *
to_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
make_form (const ScSolution *solution, const ScFlow *flow)
{
  g_autoptr (ScBacking) backing = sc_backing_new (solution, flow);
  g_autoptr (GBytes) bytes = sc_backing_write_form_file (backing);

  return to_text (bytes);
}

/* The element with systemform elements: the root of a file, or deep in a table. */
static const ScXmlNode *
find_forms (const ScXml *xml)
{
  const ScXmlNode *root = sc_xml_get_root (xml);

  return sc_xml_node_is (root, "forms")
             ? root
             : sc_xml_node_get_child (sc_xml_node_get_child (root, "FormXml"), "forms");
}

static char *
update (const ScSolution *solution, const char *form, const ScFlow *before, const ScFlow *after)
{
  g_autoptr (ScXml) xml = xml_difference_parse_text (form, "form");
  GBytes *bytes = sc_xml_get_bytes (xml);
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);
  g_autoptr (ScBacking) old_backing = sc_backing_new (solution, before);
  g_autoptr (ScBacking) backing = sc_backing_new (solution, after);
  g_autoptr (GBytes) result = NULL;

  sc_form_edit_update (splice, bytes, find_forms (xml), old_backing, backing);
  result = sc_splice_apply (splice);
  return to_text (result);
}

static ScSolution *
make_solution (void)
{
  ScSolution *solution = sc_solution_new ();

  solution->language = SC_LANGUAGE_ENGLISH;
  sc_set_string (solution, prefix, "garden");
  return solution;
}

static ScStep *
make_step (const char *id, const char *column, const char *label)
{
  ScStep *step = sc_step_new ();

  sc_set_string (step, id, id);
  sc_set_string (step, name, SC_STEP_DEFAULT_NAME);
  sc_set_string (step, column, column);
  sc_set_string (step, class_id, sc_column_type_get_class_id (SC_COLUMN_TEXT));
  sc_take_value (step, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, label));
  return step;
}

#define STEP_ID "aaaaaaaa-0000-4000-8000-00000000000%u"

static ScStage *
make_stage (const char *id, const char *label, guint first_step)
{
  ScStage *stage = sc_stage_new ();

  sc_set_string (stage, id, id);
  sc_set_string (stage, name, label);
  sc_set_string (stage, table, "garden_bed");
  sc_take_value (stage, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, label));
  for (guint i = first_step; i < first_step + 3; i++)
    {
      g_autofree char *step = g_strdup_printf (STEP_ID, i);
      g_autofree char *column = g_strdup_printf ("garden_column%u", i);
      g_autofree char *text = g_strdup_printf ("Step %u", i);

      sample_append (stage, steps, make_step (step, column, text));
    }
  return stage;
}

#define FIRST  "bbbbbbbb-0000-4000-8000-000000000001"
#define SECOND "bbbbbbbb-0000-4000-8000-000000000002"

/* Two stages of three steps each, 1 to 3 and 4 to 6. */
static ScFlow *
make_flow (void)
{
  ScFlow *flow = sc_flow_new ();

  sc_set_string (flow, id, "cccccccc-0000-4000-8000-000000000001");
  sc_set_string (flow, name, "Planting");
  sc_set_string (flow, unique_name, "garden_planting");
  sample_append (flow, stages, make_stage (FIRST, "Dig", 1));
  sample_append (flow, stages, make_stage (SECOND, "Sow", 4));
  return flow;
}

/* A copy with another list of steps in one stage, which is taken over. */
static ScFlow *
with_steps (const ScFlow *flow, guint stage, ScList *steps)
{
  ScFlow *changed = sc_flow_copy (flow);
  g_autoptr (ScStage) place = sc_stage_copy (sc_list_get (flow->stages, stage));

  sc_take_value (place, steps, steps);
  sc_take_value (changed, stages, sc_list_replace (flow->stages, stage, place));
  return changed;
}

static const ScStage *
get_stage (const ScFlow *flow, guint stage)
{
  return sc_list_get (flow->stages, stage);
}

static ScFlow *
with_step (const ScFlow *flow, guint stage, guint position, ScStep *step)
{
  const ScList *steps = get_stage (flow, stage)->steps;
  ScFlow *changed = with_steps (flow, stage, sc_list_replace (steps, position, step));

  sc_step_unref (step);
  return changed;
}

static ScStep *
copy_step (const ScFlow *flow, guint stage, guint position)
{
  return sc_step_copy (sc_list_get (get_stage (flow, stage)->steps, position));
}

static ScFlow *
relabel_step (const ScFlow *flow, guint stage, guint position, int language, const char *text)
{
  ScStep *step = copy_step (flow, stage, position);

  sc_take_value (step, labels, sc_labels_set (step->labels, language, text));
  return with_step (flow, stage, position, step);
}

static ScFlow *
remove_step (const ScFlow *flow, guint stage, guint position)
{
  return with_steps (flow, stage, sc_list_remove (get_stage (flow, stage)->steps, position));
}

static ScFlow *
move_step (const ScFlow *flow, guint from_stage, guint from, guint to_stage, guint to)
{
  g_autoptr (ScStep) step = copy_step (flow, from_stage, from);
  g_autoptr (ScFlow) removed = remove_step (flow, from_stage, from);

  return with_steps (removed, to_stage,
                     sc_list_insert (get_stage (removed, to_stage)->steps, to, step));
}

static ScFlow *
relabel_stage (const ScFlow *flow, guint position, const char *text)
{
  ScFlow *changed = sc_flow_copy (flow);
  g_autoptr (ScStage) stage = sc_stage_copy (get_stage (flow, position));

  sc_take_value (stage, labels, sc_labels_set (stage->labels, SC_LANGUAGE_ENGLISH, text));
  sc_take_value (changed, stages, sc_list_replace (flow->stages, position, stage));
  return changed;
}

/* The lines that differ after a change of the form. */
static void
assert_diff (const char *form, const ScFlow *before, const ScFlow *after, const char *expected)
{
  g_autoptr (ScSolution) solution = make_solution ();
  g_autofree char *changed = update (solution, form, before, after);
  g_autofree char *diff = files_diff (form, changed);

  g_assert_cmpstr (diff, ==, expected);
}

static void
test_labels (void)
{
  g_autoptr (ScSolution) solution = make_solution ();
  g_autoptr (ScFlow) flow = make_flow ();
  g_autoptr (ScFlow) step = relabel_step (flow, 0, 1, SC_LANGUAGE_ENGLISH, "Rake & <hoe>");
  g_autoptr (ScFlow) stage = relabel_stage (flow, 1, "Plant");
  g_autoptr (ScFlow) german = relabel_step (flow, 0, 0, 1031, "Graben");
  g_autoptr (ScFlow) french = relabel_step (german, 0, 0, 1036, "Creuser");
  g_autoptr (ScFlow) less = relabel_step (french, 0, 0, 1031, NULL);
  g_autofree char *form = make_form (solution, flow);
  g_autofree char *french_form = make_form (solution, french);
  g_autofree char *less_form = update (solution, french_form, french, less);
  g_autofree char *again = update (solution, less_form, less, french);

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
  g_autoptr (ScSolution) solution = make_solution ();
  g_autoptr (ScFlow) flow = make_flow ();
  ScStep *required = copy_step (flow, 0, 0);
  ScStep *other = copy_step (flow, 0, 0);
  g_autofree char *form = make_form (solution, flow);
  g_autoptr (ScFlow) after = NULL;
  g_autoptr (ScFlow) other_after = NULL;
  g_autofree char *text = NULL;

  required->required = TRUE;
  after = with_step (flow, 0, 0, required);
  text = update (solution, form, flow, after);
  g_assert_nonnull (strstr (text, "datafieldname=\"garden_column1\" relationship=\""
                                  "bpf_garden_bed_garden_planting\" isrequired=\"true\""));
  sc_set_string (other, column, "garden_soil");
  sc_set_string (other, class_id, sc_column_type_get_class_id (SC_COLUMN_CHOICE));
  other_after = with_step (flow, 0, 0, other);
  g_free (g_steal_pointer (&text));
  text = update (solution, form, flow, other_after);
  g_assert_null (strstr (text, "garden_column1\""));
  g_assert_nonnull (strstr (text, ":garden_soil\" classid=\"{3ef39988-22bb-4f0b-bbbe-"
                                  "64b5a3748aee}\" datafieldname=\"garden_soil\""));
}

/* What people and other tools put into a form. */
static char *
make_furnished_form (const ScSolution *solution, const ScFlow *flow)
{
  g_autofree char *plain = make_form (solution, flow);
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
  g_autoptr (ScSolution) solution = make_solution ();
  g_autoptr (ScFlow) flow = make_flow ();
  g_autoptr (ScFlow) moved = move_step (flow, 0, 1, 1, 1);
  g_autoptr (ScFlow) removed = remove_step (flow, 0, 1);
  g_autofree char *form = make_furnished_form (solution, flow);
  g_autofree char *moved_form = update (solution, form, flow, moved);
  g_autofree char *back = update (solution, moved_form, moved, flow);
  g_autofree char *removed_form = update (solution, form, flow, removed);
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
  g_autoptr (ScSolution) solution = make_solution ();
  g_autoptr (ScFlow) flow = make_flow ();
  g_autoptr (ScFlow) removed = remove_step (flow, 0, 1);
  g_autoptr (ScFlow) after = sc_flow_copy (removed);
  g_autoptr (ScStage) stage = make_stage ("bbbbbbbb-0000-4000-8000-000000000003", "Water", 7);
  g_autoptr (ScStep) step = copy_step (flow, 0, 1);
  g_autofree char *form = make_furnished_form (solution, flow);
  g_autofree char *text = NULL;
  g_autofree char *back = NULL;

  sc_take_value (stage, steps, sc_list_insert (stage->steps, 1, step));
  sc_take_value (after, stages, sc_list_insert (removed->stages, 1, stage));
  text = update (solution, form, flow, after);
  g_assert_nonnull (strstr (text, "                  <cell id=\"{AAAAAAAA-0000-4000-8000-"
                                  "000000000002}\" locklevel=\"7\""));
  g_assert_true (strstr (text, "Step 7") < strstr (text, "locklevel=\"7\" showlabel"));
  back = update (solution, text, after, flow);
  g_assert_cmpstr (back, ==, form);
}

/* Where the form did not match the flow, it is left alone unless its stage or step is edited. */
static void
test_stale (void)
{
  g_autoptr (ScSolution) solution = make_solution ();
  g_autoptr (ScFlow) flow = make_flow ();
  g_autoptr (ScFlow) stage = relabel_stage (flow, 0, "Prepare");
  g_autoptr (ScFlow) step = relabel_step (flow, 1, 0, SC_LANGUAGE_ENGLISH, "Seed");
  g_autoptr (ScFlow) removed = remove_step (flow, 0, 0);
  g_autofree char *plain = make_form (solution, flow);
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
  text = update (solution, form->str, flow, removed);
  g_assert_nonnull (strstr (text, "name=\"StageStep99\""));
  g_assert_nonnull (strstr (text, "Old name"));
}

/* Older exports repeat no labels. */
static void
test_empty_labels (void)
{
  g_autoptr (ScSolution) solution = make_solution ();
  g_autoptr (ScFlow) flow = make_flow ();
  g_autoptr (ScFlow) stage = relabel_stage (flow, 0, "Prepare");
  g_autoptr (ScFlow) unnamed = relabel_step (flow, 1, 1, SC_LANGUAGE_ENGLISH, "");
  g_autofree char *plain = make_form (solution, flow);
  g_autofree char *unnamed_form = update (solution, plain, flow, unnamed);
  g_autofree char *named_form = update (solution, unnamed_form, unnamed, flow);
  g_autoptr (GString) form = g_string_new (plain);

  g_string_replace (form, "\"Dig\"", "\"\"", 0);
  assert_diff (form->str, flow, stage, "");
  /* A label that was empty everywhere is another matter. */
  g_assert_cmpstr (named_form, ==, plain);
}

static void
test_other_forms (void)
{
  g_autoptr (ScFlow) flow = make_flow ();
  g_autoptr (ScFlow) stage = relabel_stage (flow, 0, "Prepare");

  assert_diff ("<forms><systemform><form><tabs><tab id=\"{x}\"><labels><label description=\"Dig\" "
               "languagecode=\"1033\" /></labels></tab></tabs></form></systemform></forms>",
               flow, stage, "");
  assert_diff ("<forms><systemform /></forms>", flow, stage, "");
  assert_diff ("<forms />", flow, stage, "");
}

/* Anything that the designer can do to stages and steps. */
static ScFlow *
mutate (GRand *rand, const ScFlow *flow)
{
  guint n_stages = sc_list_length (flow->stages);
  guint stage = n_stages > 0 ? g_rand_int_range (rand, 0, n_stages) : 0;
  const ScStage *place = sc_list_get (flow->stages, stage);
  guint n_steps = place != NULL ? sc_list_length (place->steps) : 0;
  guint step = n_steps > 0 ? g_rand_int_range (rand, 0, n_steps) : 0;
  guint other = n_stages > 0 ? g_rand_int_range (rand, 0, n_stages) : 0;
  g_autofree char *id = g_strdup_printf ("eeeeeeee-0000-4000-8000-%04x%08x",
                                         g_rand_int_range (rand, 0, 0xffff), g_rand_int (rand));
  ScFlow *changed;

  switch (g_rand_int_range (rand, 0, n_steps > 0 ? 9 : 4))
    {
    case 0:
      changed = sc_flow_copy (flow);
      {
        g_autoptr (ScStage) added = make_stage (id, "New stage", g_rand_int_range (rand, 1, 90));

        if (sc_flow_find_step (flow, ((const ScStep *) sc_list_get (added->steps, 0))->id, NULL,
                               NULL)
            || sc_flow_find_step (flow, ((const ScStep *) sc_list_get (added->steps, 2))->id, NULL,
                                  NULL))
          sc_take_value (added, steps, NULL);
        sc_take_value (changed, stages, sc_list_insert (flow->stages, stage, added));
      }
      return changed;
    case 1:
      changed = sc_flow_copy (flow);
      if (n_stages > 1)
        sc_take_value (changed, stages, sc_list_move (flow->stages, stage, other));
      return changed;
    case 2:
      return n_stages > 0 ? relabel_stage (flow, stage, id) : sc_flow_copy (flow);
    case 3:
      changed = sc_flow_copy (flow);
      if (n_stages > 1)
        sc_take_value (changed, stages, sc_list_remove (flow->stages, stage));
      return changed;
    case 4:
      return relabel_step (flow, stage, step, g_rand_int_range (rand, 0, 2) ? 1031 : 1033, id);
    case 5:
      return remove_step (flow, stage, step);
    case 6:
      return move_step (flow, stage, step, other, g_rand_int_range (rand, 0, n_steps + 1));
    case 7:
      {
        g_autoptr (ScStep) added = make_step (id, "garden_new", "New");

        return with_steps (flow, stage, sc_list_insert (place->steps, step, added));
      }
    default:
      {
        ScStep *edited = copy_step (flow, stage, step);

        edited->required = !edited->required;
        if (edited->column != NULL)
          sc_set_string (edited, column, "garden_other");
        return with_step (flow, stage, step, edited);
      }
    }
}

/* One text per language, as edits leave it. */
static const ScList *
tidy_labels (const ScList *labels)
{
  return sc_list_length (labels) > 1 ? NULL : labels;
}

static ScFlow *
make_tidy_flow (GRand *rand)
{
  g_autoptr (ScFlow) flow = random_flow_new (rand);
  ScFlow *tidy = sc_flow_copy (flow);

  sc_take_value (tidy, stages, NULL);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      g_autoptr (ScStage) place = sc_stage_copy (stage);

      sc_set_value (place, labels, tidy_labels (stage->labels));
      sc_take_value (place, steps, NULL);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          g_autoptr (ScStep) copy = sc_step_copy (step);

          sc_set_value (copy, labels, tidy_labels (step->labels));
          sc_take_value (place, steps, sc_list_append (place->steps, copy));
        }
      sc_take_value (tidy, stages, sc_list_append (tidy->stages, place));
    }
  return tidy;
}

/* A form that was made and then follows is the form that would be made. */
static void
check_follows (const ScSolution *solution, const ScFlow *before, const ScFlow *after)
{
  g_autofree char *form = make_form (solution, before);
  g_autofree char *expected = make_form (solution, after);
  g_autofree char *changed = NULL;

  if (sc_list_length (before->stages) == 0)
    return;
  changed = update (solution, form, before, after);
  g_assert_cmpstr (changed, ==, expected);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261101);
  g_autoptr (ScSolution) solution = make_solution ();

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (ScFlow) before = i % 4 == 0 ? make_flow () : make_tidy_flow (rand);
      g_autoptr (ScFlow) after = sc_flow_copy (before);

      for (int n = g_rand_int_range (rand, 1, 8); n > 0; n--)
        {
          ScFlow *next = mutate (rand, after);

          sc_flow_unref (after);
          after = next;
        }
      check_follows (solution, before, after);
      if (i % 4 == 0)
        check_follows (solution, after, before);
    }
}

/* The file with a real flow's form; NULL for one that shows no stages. */
static char *
load_form (const RealFlow *real)
{
  const ScXml *xml = real->entity;

  for (guint i = 0; i < real->documents->len; i++)
    {
      const ScXml *document = g_ptr_array_index (real->documents, i);

      if (sc_xml_node_is (sc_xml_get_root (document), "forms"))
        xml = document;
    }
  if (!sc_form_edit_shows_flow (find_forms (xml), real->flow))
    return NULL;
  return to_text (sc_xml_get_bytes (xml));
}

static void
rename_every_step (const RealFlow *real, const char *form)
{
  const ScFlow *flow = real->flow;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      for (guint i = 0; i < sc_list_length (stage->steps); i++)
        {
          g_autoptr (ScFlow) renamed
              = relabel_step (flow, stage_i, i, SC_LANGUAGE_ENGLISH, "Another name");
          g_autofree char *text = update (real->solution, form, flow, renamed);
          g_autofree char *back = update (real->solution, text, renamed, flow);
          g_autofree char *diff = files_diff (form, text);
          g_auto (GStrv) lines = g_strsplit (diff, "\n", -1);

          /* Only older exports have labels that are empty. */
          if (*diff != '\0' || strstr (form, "<label description=\"\"") == NULL)
            {
              g_assert_cmpuint (g_strv_length (lines), ==, 3);
              g_assert_nonnull (strstr (lines[0], "<label "));
              g_assert_nonnull (strstr (lines[1], "Another name"));
            }
          g_assert_cmpstr (back, ==, form);
        }
    }
}

static void
move_every_step (const RealFlow *real, const char *form)
{
  const ScFlow *flow = real->flow;
  guint n_stages = sc_list_length (flow->stages);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      for (guint i = 0; i < sc_list_length (stage->steps); i++)
        {
          guint target = (stage_i + i) % n_stages;
          g_autoptr (ScFlow) moved = move_step (flow, stage_i, i, target, 0);
          g_autofree char *text = update (real->solution, form, flow, moved);
          g_autofree char *back = update (real->solution, text, moved, flow);

          check_follows (real->solution, flow, moved);
          g_assert_cmpstr (back, ==, form);
        }
    }
}

static void
add_everywhere (const RealFlow *real, const char *form)
{
  const ScFlow *flow = real->flow;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      for (guint i = 0; i <= sc_list_length (stage->steps); i++)
        {
          g_autoptr (ScStep) step
              = make_step ("eeeeeeee-0000-4000-8000-000000000001", "garden_new", "New");
          g_autoptr (ScFlow) more
              = with_steps (flow, stage_i, sc_list_insert (stage->steps, i, step));
          g_autofree char *text = update (real->solution, form, flow, more);
          g_autofree char *back = update (real->solution, text, more, flow);

          check_follows (real->solution, flow, more);
          g_assert_nonnull (strstr (text, "garden_new"));
          g_assert_cmpstr (back, ==, form);
        }
    }
}

static void
test_real (void)
{
  const char *corpus = real_flow_get_corpus ();
  g_autoptr (GPtrArray) flows = NULL;
  guint n_forms = 0;

  if (corpus == NULL)
    return;
  flows = real_flow_list (corpus);
  for (guint i = 0; i < flows->len; i++)
    {
      const RealFlow *real = g_ptr_array_index (flows, i);
      g_autofree char *form = load_form (real);

      if (form == NULL)
        continue;
      n_forms++;
      rename_every_step (real, form);
      move_every_step (real, form);
      add_everywhere (real, form);
    }
  g_assert_cmpuint (n_forms + 1, >=, flows->len);
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
  g_test_add_func ("/form-edit/random", test_random);
  g_test_add_func ("/form-edit/real", test_real);
  return g_test_run ();
}
