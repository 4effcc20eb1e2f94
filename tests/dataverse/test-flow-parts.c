/* test-flow-parts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the Workflow element of a new flow says, whatever the flow leaves out. */

#include "sample-flows.h"
#include "sc-flow-parts.h"

#include <string.h>

typedef struct
{
  const char *title;
  void (*change) (ScFlow *flow, ScSolution *solution);
  const char *line;
} Row;

static void
keep (ScFlow *flow, ScSolution *solution)
{
}

static void
unname (ScFlow *flow, ScSolution *solution)
{
  sc_set_string (flow, name, NULL);
  sc_take_value (flow, labels, NULL);
}

static void
label (ScFlow *flow, ScSolution *solution)
{
  g_autoptr (ScLabel) nothing = sc_label_new ();
  g_autoptr (ScList) german = sc_labels_set (NULL, 1031, "Gerade & weg");

  nothing->language = 1036;
  sc_take_value (flow, labels, sc_list_append (german, nothing));
}

static void
unlabel_steps (ScFlow *flow, ScSolution *solution)
{
  ScStage *stage = sc_stage_copy (sc_list_get (flow->stages, 0));

  sc_set_string (stage, name, "Only a name");
  sc_take_value (stage, labels, NULL);
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  sc_stage_unref (stage);
}

static void
empty_label (ScFlow *flow, ScSolution *solution)
{
  ScStage *stage = sc_stage_copy (sc_list_get (flow->stages, 0));
  g_autoptr (ScLabel) nothing = sc_label_new ();

  nothing->language = 1036;
  sc_take_value (stage, labels, sc_list_append (NULL, nothing));
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  sc_stage_unref (stage);
}

static void
empty (ScFlow *flow, ScSolution *solution)
{
  sc_take_value (flow, stages, NULL);
  sc_set_string (flow, primary_table, "contact");
}

static void
untable (ScFlow *flow, ScSolution *solution)
{
  ScStage *stage = sc_stage_copy (sc_list_get (flow->stages, 0));

  sc_set_string (stage, table, NULL);
  sc_set_string (flow, primary_table, "lead");
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  sc_stage_unref (stage);
}

static void
describe (ScFlow *flow, ScSolution *solution)
{
  sc_set_string (flow, description, "a < b");
}

static void
set_conditions (ScFlow *flow, ScSolution *solution)
{
  sc_set_string (flow, display_conditions, "<a/>");
}

static void
activate (ScFlow *flow, ScSolution *solution)
{
  flow->active = TRUE;
}

static void
set_version (ScFlow *flow, ScSolution *solution)
{
  sc_set_string (solution, version, "4.3.2.1");
}

static void
make_german (ScFlow *flow, ScSolution *solution)
{
  unname (flow, solution);
  sc_set_string (flow, name, "Gerade");
  solution->language = 1031;
}

static void
take_id (ScFlow *flow, ScSolution *solution)
{
  sc_set_string (flow, id, "../7");
}

static const Row rows[] = {
  { "a name", keep, " Name=\"Straight\">\n" },
  { "a draft", keep, "  <StateCode>0</StateCode>\n  <StatusCode>1</StatusCode>\n" },
  { "an active flow", activate, "  <StateCode>1</StateCode>\n  <StatusCode>2</StatusCode>\n" },
  { "a version", set_version, "  <IntroducedVersion>4.3.2.1</IntroducedVersion>\n" },
  { "no version", keep, "  <IntroducedVersion>1.0</IntroducedVersion>\n" },
  { "no name", unname, " Name=\"\">\n" },
  { "labels", label,
    "  <LocalizedNames>\n    <LocalizedName languagecode=\"1031\" description=\"Gerade &amp; weg\" "
    "/>\n    <LocalizedName languagecode=\"1036\" description=\"\" />\n  </LocalizedNames>\n" },
  { "no labels", make_german,
    "  <LocalizedNames>\n    <LocalizedName languagecode=\"1031\" description=\"Gerade\" />\n  "
    "</LocalizedNames>\n" },
  { "a stage without labels", unlabel_steps,
    "      <label languagecode=\"1033\" description=\"Only a name\" />\n" },
  { "an empty label", empty_label, "      <label languagecode=\"1036\" description=\"\" />\n" },
  { "no stages", empty, "  <labels />\n" },
  { "the table of no stages", empty, "  <PrimaryEntity>contact</PrimaryEntity>\n" },
  { "a stage without a table", untable, "  <PrimaryEntity>lead</PrimaryEntity>\n" },
  { "a description", describe,
    "  <Descriptions>\n    <Description languagecode=\"1033\" description=\"a &lt; b\" />\n  "
    "</Descriptions>\n" },
  { "conditions", set_conditions, "  <processroleassignment>&lt;a/&gt;</processroleassignment>\n" },
  { "an id that is none", take_id, "<XamlFileName>/Workflows/Straight-" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (ScFlow) sample = sample_flow_new ("straight");
  g_autoptr (ScFlow) flow = sc_flow_copy (sample);
  g_autofree char *text = NULL;

  sc_set_string (flow, name, "Straight");
  sc_set_string (flow, unique_name, "straight");
  row->change (flow, solution);
  text = sc_flow_parts_write_workflow (solution, flow, 0);
  if (strstr (text, row->line) == NULL)
    g_error ("“%s” is not in:\n%s", row->line, text);
  /* Nothing of an id leads out of the folder of flows. */
  g_assert_null (strstr (text, "/Workflows/.."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/flow-parts/", rows[i].title, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
