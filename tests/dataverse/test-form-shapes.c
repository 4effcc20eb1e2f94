/* test-form-shapes.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Forms that people and other tools have left in a shape that no flow gives them. */

#include <string.h>

#include "form-flows.h"
#include "xml-difference.h"

#define STEP(n)   "{aaaaaaaa-0000-4000-8000-00000000000" n "}"
#define FIRST     "{bbbbbbbb-0000-4000-8000-000000000001}"
#define SECOND    "{bbbbbbbb-0000-4000-8000-000000000002}"
#define CELL      "                      <cell"
#define CELL_1    "<cell id=\"" STEP ("1") "\""
#define CELL_2    "<cell id=\"" STEP ("2") "\""
#define CELL_4    "<cell id=\"" STEP ("4") "\""
#define ROW_END   "                    </row>\n                    <row>\n"
#define TAB       "<tab verticallayout=\"true\" id=\"" FIRST "\""
#define TABS_END  "      </tabs>\n"
#define CONTROL_1 "<control id=\"bpf_garden_bed_garden_planting:garden_column1\""
#define CONTROL_2 "<control id=\"bpf_garden_bed_garden_planting:garden_column2\""
#define LABELS_1                                                                               \
  "                        <labels>\n                          <label description=\"Step 1\" " \
  "languagecode=\"1033\" />\n                        </labels>\n"

static ScFlow *
relabel (const ScFlow *flow)
{
  return form_flow_relabel_step (flow, 0, 0, SC_LANGUAGE_ENGLISH, "Spade");
}

static ScFlow *
relabel_stage (const ScFlow *flow)
{
  return form_flow_relabel_stage (flow, 0, "Prepare");
}

static ScFlow *
move (const ScFlow *flow)
{
  return form_flow_move_step (flow, 0, 0, 1, 0);
}

static ScFlow *
move_two (const ScFlow *flow)
{
  g_autoptr (ScFlow) moved = move (flow);

  return form_flow_move_step (moved, 0, 0, 1, 1);
}

static ScFlow *
move_second (const ScFlow *flow)
{
  return form_flow_move_step (flow, 0, 1, 1, 0);
}

/* Into a stage that is new. */
static ScFlow *
move_to_new (const ScFlow *flow)
{
  g_autoptr (ScFlow) removed = form_flow_remove_step (flow, 0, 0);
  g_autoptr (ScFlow) removed_both = form_flow_remove_step (removed, 0, 0);
  g_autoptr (ScStage) stage
      = form_flow_make_stage ("bbbbbbbb-0000-4000-8000-000000000003", "Water", 7);
  g_autoptr (ScStep) first = form_flow_copy_step (flow, 0, 0);
  g_autoptr (ScStep) second = form_flow_copy_step (flow, 0, 1);
  ScFlow *after = sc_flow_copy (removed_both);

  sc_take_value (stage, steps, sc_list_append (NULL, first));
  sc_take_value (stage, steps, sc_list_append (stage->steps, second));
  sc_take_value (after, stages, sc_list_append (removed_both->stages, stage));
  return after;
}

static ScFlow *
drop (const ScFlow *flow)
{
  return form_flow_remove_step (flow, 0, 0);
}

static ScFlow *
require (const ScFlow *flow)
{
  ScStep *step = form_flow_copy_step (flow, 0, 0);

  step->required = TRUE;
  return form_flow_with_step (flow, 0, 0, step);
}

static ScFlow *
drop_stage (const ScFlow *flow)
{
  ScFlow *draft = sc_flow_copy (flow);

  sc_take_value (draft, stages, sc_list_remove (flow->stages, 0));
  return draft;
}

static ScFlow *
change_table (const ScFlow *flow)
{
  ScFlow *draft = sc_flow_copy (flow);
  ScStage *stage = sc_stage_copy (sc_list_get (flow->stages, 0));

  sc_set_string (stage, table, "garden_seed");
  sc_take_value (draft, stages, sc_list_replace (flow->stages, 0, stage));
  sc_stage_unref (stage);
  return draft;
}

static ScFlow *
unclassify (const ScFlow *flow)
{
  ScStep *step = form_flow_copy_step (flow, 0, 0);

  sc_set_string (step, class_id, NULL);
  sc_set_string (step, column, NULL);
  return form_flow_with_step (flow, 0, 0, step);
}

typedef struct
{
  const char *title;
  const char *texts[4]; /* one replaced by the next, in the form before the edit */
  ScFlow *(*edit) (const ScFlow *);
  const char *outline; /* of the form then */
} Row;

static const Row rows[] = {
  { "a tab twice",
    { TABS_END, "        <tab id=\"" FIRST "\" />\n" TABS_END },
    relabel_stage,
    "Prepare: Step 1 bed, Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed; -:" },
  { "a tab without an id",
    { TABS_END, "        <tab />\n" TABS_END },
    relabel_stage,
    "Prepare: Step 1 bed, Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed; -:" },
  { "somebody's own tab",
    { TABS_END, "        <tab id=\"{x}\" />\n" TABS_END },
    drop_stage,
    "Sow: Step 4 bed, Step 5 bed, Step 6 bed; -:" },
  { "a cell without an id",
    { CELL_1, "<cell />\n                      " CELL_1 },
    relabel,
    "Dig: - -+Spade bed, Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "beside a cell without an id",
    { CELL_1, "<cell />\n                      " CELL_1 },
    drop,
    "Dig: Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "to another tab with a cell without an id",
    { CELL_1, "<cell />\n                      " CELL_1 },
    move,
    "Dig: Step 2 bed, Step 3 bed; Sow: - -+Step 1 bed, Step 4 bed, Step 5 bed, Step 6 bed" },
  { "two cells in a row, the first goes",
    { ROW_END CELL " id=\"" STEP ("2") "\"", CELL " id=\"" STEP ("2") "\"" },
    drop,
    "Dig: Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "two cells in a row, the first is named",
    { ROW_END CELL " id=\"" STEP ("2") "\"", CELL " id=\"" STEP ("2") "\"" },
    relabel,
    "Dig: Spade bed+Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "two cells in a row, the first moves",
    { ROW_END CELL " id=\"" STEP ("2") "\"", CELL " id=\"" STEP ("2") "\"" },
    move,
    "Dig: Step 2 bed, Step 3 bed; Sow: Step 1 bed, Step 4 bed, Step 5 bed, Step 6 bed" },
  { "two cells in a row, the second moves",
    { ROW_END CELL " id=\"" STEP ("2") "\"", CELL " id=\"" STEP ("2") "\"" },
    move_second,
    "Dig: Step 1 bed, Step 3 bed; Sow: Step 2 bed, Step 4 bed, Step 5 bed, Step 6 bed" },
  { "two cells in a row, both move",
    { ROW_END CELL " id=\"" STEP ("2") "\"", CELL " id=\"" STEP ("2") "\"" },
    move_two,
    "Dig: Step 3 bed; Sow: Step 1 bed+Step 2 bed, Step 4 bed, Step 5 bed, Step 6 bed" },
  { "two cells in a row, into a new stage",
    { ROW_END CELL " id=\"" STEP ("2") "\"", CELL " id=\"" STEP ("2") "\"" },
    move_to_new,
    "Dig: Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed; Water: Step 1 bed+Step 2 bed" },
  { "a cell twice",
    { CELL_4, CELL_1 },
    relabel,
    "Dig: Spade bed, Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "a cell twice goes",
    { CELL_4, CELL_1 },
    drop,
    "Dig: Step 2 bed, Step 3 bed; Sow: Step 5 bed, Step 6 bed" },
  { "no cell, and named",
    { CELL_1, "<cell id=\"{x}\"" },
    relabel,
    "Dig: Step 1 bed, Spade bed, Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "no cell, and gone",
    { CELL_1, "<cell id=\"{x}\"" },
    drop,
    "Dig: Step 1 bed, Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "no cell, and moved",
    { CELL_1, "<cell id=\"{x}\"" },
    move,
    "Dig: Step 1 bed, Step 2 bed, Step 3 bed; Sow: Step 1 bed, Step 4 bed, Step 5 bed, Step 6 "
    "bed" },
  { "moved there by hand",
    { CELL_1, "<cell id=\"{x}\"", CELL_4, CELL_1 },
    move,
    "Dig: Step 1 bed, Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "moved by hand, then named",
    { CELL_1, "<cell id=\"{x}\"", CELL_4, CELL_1 },
    relabel,
    "Dig: Step 1 bed, Step 2 bed, Step 3 bed; Sow: Spade bed, Step 5 bed, Step 6 bed" },
  { "moved by hand, then gone",
    { CELL_1, "<cell id=\"{x}\"", CELL_4, CELL_1 },
    drop,
    "Dig: Step 1 bed, Step 2 bed, Step 3 bed; Sow: Step 5 bed, Step 6 bed" },
  { "a tab without rows",
    { TAB, "<tab id=\"" FIRST "\" />\n        <tab id=\"{x}\"" },
    relabel_stage,
    "-:; Dig: Step 1 bed, Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "from somebody's own tab",
    { TAB, "<tab id=\"" FIRST "\" />\n        <tab id=\"{x}\"" },
    move,
    "-:; Dig: Step 1 bed, Step 2 bed, Step 3 bed; Sow: Step 1 bed, Step 4 bed, Step 5 bed, Step 6 "
    "bed" },
  { "no control",
    { CONTROL_1, "<other" },
    require,
    "Dig: Step 1 -, Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "no labels",
    { LABELS_1, "" },
    relabel,
    "Dig: - bed, Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "another table",
    { NULL },
    change_table,
    "Dig: Step 1 seed, Step 2 seed, Step 3 seed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "no column any more",
    { NULL },
    unclassify,
    "Dig: Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed" },
  { "settings of nothing",
    { TABS_END,
      TABS_END "      <controlDescriptions>\n        <controlDescription />\n        "
               "<controlDescription forControl=\"{y}\" />\n      </controlDescriptions>\n",
      CONTROL_2, "<control uniqueid=\"{y}\" id=\"bpf_garden_bed_garden_planting:garden_column2\"" },
    drop,
    "Dig: Step 2 bed, Step 3 bed; Sow: Step 4 bed, Step 5 bed, Step 6 bed; settings; settings" },
};

static const char *
get_label (const ScXmlNode *node)
{
  const ScXmlNode *label = sc_xml_node_get_child (sc_xml_node_get_child (node, "labels"), "label");

  return label != NULL ? sc_xml_node_get_attribute (label, "description") : "-";
}

/* The table that the control of a cell belongs to. */
static char *
get_table (const ScXmlNode *cell)
{
  const ScXmlNode *control = sc_xml_node_get_child (cell, "control");
  const char *relationship = sc_xml_node_get_attribute (control, "relationship");
  g_auto (GStrv) words = g_strsplit (relationship != NULL ? relationship : "a_b_-", "_", -1);

  return g_strdup (words[2]);
}

/* "stage: cell, cell+cell of one row; stage: …", each cell with its table. */
static char *
outline (const char *form)
{
  g_autoptr (ScXml) xml = xml_difference_parse_text (form, "form");
  const ScXmlNode *systemform = sc_xml_node_get_first_child (form_flow_find_forms (xml));
  const ScXmlNode *body = sc_xml_node_get_child (systemform, "form");
  GString *text = g_string_new (NULL);

  sc_xml_foreach (sc_xml_node_get_child (body, "tabs"), tab)
    {
      const ScXmlNode *column
          = sc_xml_node_get_first_child (sc_xml_node_get_child (tab, "columns"));
      const ScXmlNode *section
          = sc_xml_node_get_first_child (sc_xml_node_get_child (column, "sections"));

      g_string_append_printf (text, "%s%s:", text->len > 0 ? "; " : "", get_label (tab));
      sc_xml_foreach (sc_xml_node_get_child (section, "rows"), row)
        {
          sc_xml_foreach (row, cell)
            {
              g_autofree char *table = get_table (cell);

              g_string_append_printf (
                  text, "%s%s %s",
                  cell != sc_xml_node_get_first_child (row)                           ? "+"
                  : row != sc_xml_node_get_first_child (sc_xml_node_get_parent (row)) ? ", "
                                                                                      : " ",
                  get_label (cell), table);
            }
        }
    }
  sc_xml_foreach (sc_xml_node_get_child (body, "controlDescriptions"), settings)
    g_string_append (text, "; settings");
  return g_string_free (text, FALSE);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ScSolution) solution = form_flow_make_solution ();
  g_autoptr (ScFlow) flow = form_flow_make_flow ();
  g_autoptr (ScFlow) after = row->edit (flow);
  g_autofree char *plain = form_flow_make_form (solution, flow);
  g_autoptr (GString) form = g_string_new (plain);
  g_autofree char *changed = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (row->texts) && row->texts[i] != NULL; i += 2)
    g_assert_cmpuint (g_string_replace (form, row->texts[i], row->texts[i + 1], 0), ==, 1);
  changed = form_flow_update_form (solution, form->str, flow, after);
  found = outline (changed);
  g_assert_cmpstr (found, ==, row->outline);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/form-shapes/", rows[i].title, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
