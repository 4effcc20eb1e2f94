/* form-flows.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "form-flows.h"

#include "sample-flows.h"
#include "sc-form-edit.h"
#include "xml-difference.h"

char *
form_flow_to_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
form_flow_make_form (const ScSolution *solution, const ScFlow *flow)
{
  g_autoptr (ScBacking) backing = sc_backing_new (solution, flow);
  g_autoptr (GBytes) bytes = sc_backing_write_form_file (backing);

  return form_flow_to_text (bytes);
}

/* The element with systemform elements: the root of a file, or deep in a table. */
const ScXmlNode *
form_flow_find_forms (const ScXml *xml)
{
  const ScXmlNode *root = sc_xml_get_root (xml);

  return sc_xml_node_is (root, "forms")
             ? root
             : sc_xml_node_get_child (sc_xml_node_get_child (root, "FormXml"), "forms");
}

char *
form_flow_update_form (const ScSolution *solution,
                       const char *form,
                       const ScFlow *before,
                       const ScFlow *after)
{
  g_autoptr (ScXml) xml = xml_difference_parse_text (form, "form");
  GBytes *bytes = sc_xml_get_bytes (xml);
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);
  g_autoptr (ScBacking) old_backing = sc_backing_new (solution, before);
  g_autoptr (ScBacking) backing = sc_backing_new (solution, after);
  g_autoptr (GBytes) result = NULL;

  sc_form_edit_update (splice, bytes, form_flow_find_forms (xml), old_backing, backing);
  result = sc_splice_apply (splice);
  return form_flow_to_text (result);
}

ScSolution *
form_flow_make_solution (void)
{
  ScSolution *solution = sc_solution_new ();

  solution->language = SC_LANGUAGE_ENGLISH;
  sc_set_string (solution, prefix, "garden");
  return solution;
}

ScStep *
form_flow_make_step (const char *id, const char *column, const char *label)
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

ScStage *
form_flow_make_stage (const char *id, const char *label, guint first_step)
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

      sample_append (stage, steps, form_flow_make_step (step, column, text));
    }
  return stage;
}

#define FIRST  "bbbbbbbb-0000-4000-8000-000000000001"
#define SECOND "bbbbbbbb-0000-4000-8000-000000000002"

/* Two stages of three steps each, 1 to 3 and 4 to 6. */
ScFlow *
form_flow_make_flow (void)
{
  ScFlow *flow = sc_flow_new ();

  sc_set_string (flow, id, "cccccccc-0000-4000-8000-000000000001");
  sc_set_string (flow, name, "Planting");
  sc_set_string (flow, unique_name, "garden_planting");
  sample_append (flow, stages, form_flow_make_stage (FIRST, "Dig", 1));
  sample_append (flow, stages, form_flow_make_stage (SECOND, "Sow", 4));
  return flow;
}

/* A copy with another list of steps in one stage, which is taken over. */
ScFlow *
form_flow_with_steps (const ScFlow *flow, guint stage, ScList *steps)
{
  ScFlow *changed = sc_flow_copy (flow);
  g_autoptr (ScStage) place = sc_stage_copy (sc_list_get (flow->stages, stage));

  sc_take_value (place, steps, steps);
  sc_take_value (changed, stages, sc_list_replace (flow->stages, stage, place));
  return changed;
}

const ScStage *
form_flow_get_stage (const ScFlow *flow, guint stage)
{
  return sc_list_get (flow->stages, stage);
}

ScFlow *
form_flow_with_step (const ScFlow *flow, guint stage, guint position, ScStep *step)
{
  const ScList *steps = form_flow_get_stage (flow, stage)->steps;
  ScFlow *changed = form_flow_with_steps (flow, stage, sc_list_replace (steps, position, step));

  sc_step_unref (step);
  return changed;
}

ScStep *
form_flow_copy_step (const ScFlow *flow, guint stage, guint position)
{
  return sc_step_copy (sc_list_get (form_flow_get_stage (flow, stage)->steps, position));
}

ScFlow *
form_flow_relabel_step (
    const ScFlow *flow, guint stage, guint position, int language, const char *text)
{
  ScStep *step = form_flow_copy_step (flow, stage, position);

  sc_take_value (step, labels, sc_labels_set (step->labels, language, text));
  return form_flow_with_step (flow, stage, position, step);
}

ScFlow *
form_flow_remove_step (const ScFlow *flow, guint stage, guint position)
{
  return form_flow_with_steps (flow, stage,
                               sc_list_remove (form_flow_get_stage (flow, stage)->steps, position));
}

ScFlow *
form_flow_move_step (const ScFlow *flow, guint from_stage, guint from, guint to_stage, guint to)
{
  g_autoptr (ScStep) step = form_flow_copy_step (flow, from_stage, from);
  g_autoptr (ScFlow) removed = form_flow_remove_step (flow, from_stage, from);

  return form_flow_with_steps (
      removed, to_stage, sc_list_insert (form_flow_get_stage (removed, to_stage)->steps, to, step));
}

ScFlow *
form_flow_relabel_stage (const ScFlow *flow, guint position, const char *text)
{
  ScFlow *changed = sc_flow_copy (flow);
  g_autoptr (ScStage) stage = sc_stage_copy (form_flow_get_stage (flow, position));

  sc_take_value (stage, labels, sc_labels_set (stage->labels, SC_LANGUAGE_ENGLISH, text));
  sc_take_value (changed, stages, sc_list_replace (flow->stages, position, stage));
  return changed;
}
