/* test-solution.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-outline.h"
#include "sc-solution-index.h"

/* What is found in a solution, and what things are called whose names a file leaves out. */

#define append(draft, field, value)                                        \
  G_STMT_START                                                             \
  {                                                                        \
    gpointer item = (value);                                               \
    sc_take_value ((draft), field, sc_list_append ((draft)->field, item)); \
    sc_value_unref (item);                                                 \
  }                                                                        \
  G_STMT_END

static void
test_title (void)
{
  static const struct
  {
    const char *label, *unique_name, *flow; /* flow NULL: it has none */
    const char *title;
  } rows[] = {
    { "Sales", "new_sales", "Flow", "Sales" },
    { "", "new_sales", "Flow", "new_sales" },
    { NULL, "new_sales", NULL, "new_sales" },
    { NULL, "", "Flow", "Flow" },
    { NULL, NULL, "Flow", "Flow" },
    { "", "", "", NULL },
    { NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScSolution) solution = sc_solution_new ();
      g_autoptr (ScFlow) flow = sc_flow_new ();

      if (rows[i].label != NULL)
        append (solution, labels, sc_label_new_text (1033, rows[i].label));
      sc_set_string (solution, unique_name, rows[i].unique_name);
      sc_set_string (flow, name, rows[i].flow);
      if (rows[i].flow != NULL)
        sc_take_value (solution, flows, sc_list_append (NULL, flow));
      g_assert_cmpstr (sc_solution_get_title (solution), ==, rows[i].title);
    }
}

/* With two flows neither of them is what the solution is called after. */
static void
test_title_of_several (void)
{
  g_autoptr (ScSolution) solution = sc_outline_read_solution ("A>");
  g_autoptr (ScFlow) other = sc_outline_read ("B>");

  g_assert_cmpstr (sc_solution_get_title (solution), ==, "Flow");
  sc_take_value (solution, flows, sc_list_append (solution->flows, other));
  g_assert_null (sc_solution_get_title (solution));
}

static ScComponent *
make_component (int type, const char *id, const char *schema_name)
{
  ScComponent *component = sc_component_new ();

  component->type = type;
  sc_set_string (component, id, id);
  sc_set_string (component, schema_name, schema_name);
  return component;
}

static void
test_app (void)
{
  g_autoptr (ScSolution) solution = sc_outline_read_solution ("A>");
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  g_autoptr (ScFlow) nameless = sc_flow_new ();
  g_autoptr (ScApp) app = sc_app_new ();
  g_autoptr (ScApp) same = NULL;

  g_assert_cmpstr (sc_app_get_label (app, 1033), ==, "");
  sc_set_string (app, unique_name, "new_App");
  g_assert_cmpstr (sc_app_get_label (app, 1033), ==, "new_App");
  append (app, labels, sc_label_new_text (1031, "Vertrieb"));
  g_assert_cmpstr (sc_app_get_label (app, 1033), ==, "Vertrieb");

  g_assert_false (sc_app_has_flow (app, flow));
  append (app, components, make_component (SC_COMPONENT_TABLE, "flow", "t"));
  g_assert_false (sc_app_has_flow (app, flow));
  g_assert_true (sc_app_has_table (app, "T"));
  g_assert_false (sc_app_has_table (app, "u"));
  append (app, components, make_component (SC_COMPONENT_PROCESS, "{FLOW}", "u"));
  append (app, components, make_component (SC_COMPONENT_PROCESS, NULL, NULL));
  g_assert_true (sc_app_has_flow (app, flow));
  g_assert_false (sc_app_has_flow (app, nameless));
  g_assert_false (sc_app_has_table (app, "u"));

  g_assert_null (sc_solution_find_app (solution, "new_app"));
  sc_take_value (solution, apps, sc_list_append (NULL, app));
  g_assert_true (sc_solution_find_app (solution, "new_app") == app);
  g_assert_null (sc_solution_find_app (solution, NULL));
  same = sc_app_copy (app);
  g_assert_true (sc_app_equal (app, same));
  g_assert_true (same->components == app->components);
}

/* Things are found by ids and names in either case, with their positions where these are asked
 * for. */
static void
test_find (void)
{
  g_autoptr (ScSolution) solution = sc_outline_read_solution ("A>B B>");
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  g_autoptr (ScPersona) persona = sc_persona_new ();
  g_autoptr (ScRole) role = sc_role_new ();
  g_autoptr (ScPrivilege) privilege = sc_privilege_new ();
  g_autoptr (ScPrivilege) nameless = sc_privilege_new ();
  const ScStage *stage = NULL;
  guint position = 7;

  sc_set_string (persona, id, "p");
  sc_set_string (role, id, "r");
  sc_set_string (privilege, name, "prvReadt");
  privilege->level = SC_LEVEL_PARENT;
  append (role, privileges, sc_privilege_ref (nameless));
  append (role, privileges, sc_privilege_ref (privilege));
  append (persona, roles, sc_label_new_text (0, "q"));
  append (persona, roles, sc_label_new_text (0, "r"));
  sc_take_value (solution, personas, sc_list_append (NULL, persona));
  sc_take_value (solution, roles, sc_list_append (NULL, role));

  g_assert_true (sc_solution_find_persona (solution, "P", NULL) == persona);
  g_assert_true (sc_solution_find_persona (solution, "P", &position) == persona);
  g_assert_cmpuint (position, ==, 0);
  g_assert_null (sc_solution_find_persona (solution, NULL, NULL));
  g_assert_true (sc_solution_find_role (solution, "{R}", NULL) == role);
  g_assert_true (sc_persona_has_role (persona, "R", &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_false (sc_persona_has_role (persona, "s", NULL));

  g_assert_cmpint (sc_role_get_level (role, "PRVREADT", &position), ==, SC_LEVEL_PARENT);
  g_assert_cmpuint (position, ==, 1);
  g_assert_cmpint (sc_role_get_level (role, "prvReadu", NULL), ==, SC_LEVEL_NONE);
  g_assert_cmpint (sc_role_get_level (role, NULL, NULL), ==, SC_LEVEL_NONE);

  g_assert_cmpstr (sc_flow_find_step (flow, "b1", &stage, &position)->id, ==, "B1");
  g_assert_cmpstr (stage->id, ==, "B");
  g_assert_cmpuint (position, ==, 0);
  g_assert_null (sc_flow_find_step (flow, "C1", NULL, NULL));
  g_assert_null (sc_flow_find_transition (flow, "A", "B"));
  g_assert_cmpuint (sc_flow_count_steps (flow), ==, 2);
}

/* The first stage says on which table a flow starts; one without a table leaves it to the flow. */
/* The index finds what looking through everything finds, in short lists and in long ones. */
static void
test_index (void)
{
  static const guint sizes[] = { 0, 1, 7, 8, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (ScSolution) solution = sc_solution_new ();
      g_autoptr (ScFlow) flow = sc_flow_new ();
      g_autoptr (ScSolutionIndex) index = NULL;

      for (guint n = 0; n < sizes[i]; n++)
        {
          g_autofree char *id = g_strdup_printf ("{A%u}", n / 2); /* each twice */
          ScStage *stage = sc_stage_new ();
          ScStep *step = sc_step_new ();
          ScRole *role = sc_role_new ();

          sc_set_string (stage, id, id);
          sc_set_string (step, id, id);
          sc_set_string (role, id, id);
          append (stage, steps, step);
          append (flow, stages, stage);
          append (solution, roles, role);
        }
      append (flow, stages, sc_stage_new ()); /* without an id */
      sc_set_string (flow, id, "f");
      sc_take_value (solution, flows, sc_list_append (NULL, flow));
      index = sc_solution_index_new (solution);

      g_assert_true (sc_solution_index_get_solution (index) == solution);
      g_assert_true (sc_solution_index_find_flow (index, "F") == flow);
      g_assert_null (sc_solution_index_find_flow (index, NULL));
      g_assert_null (sc_solution_index_find_stage (index, NULL, "a0"));
      g_assert_null (sc_solution_index_find_step (index, NULL, "a0"));
      g_assert_null (sc_solution_index_find_stage (index, flow, NULL));
      for (guint n = 0; n < sizes[i] + 2; n++)
        {
          g_autofree char *id = g_strdup_printf ("a%u", n);
          const ScStage *stage = sc_solution_index_find_stage (index, flow, id);

          g_assert_true (stage == sc_flow_find_stage (flow, id, NULL));
          g_assert_true (sc_solution_index_find_step (index, stage, id)
                         == (stage != NULL ? sc_stage_find_step (stage, id, NULL) : NULL));
          g_assert_true (sc_solution_index_find_role (index, id)
                         == sc_solution_find_role (solution, id, NULL));
        }
    }
}

static void
test_start_table (void)
{
  static const struct
  {
    const char *stage, *flow, *start;
  } rows[] = {
    { "t", "u", "t" },    { NULL, "u", "u" }, { "", "u", "u" },   { " \t", "u", "u" },
    { NULL, NULL, NULL }, { "", " ", NULL },  { "t", NULL, "t" },
  };
  g_autoptr (ScFlow) empty = sc_flow_new ();

  g_assert_null (sc_flow_get_start_table (empty));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScFlow) flow = sc_flow_new ();
      g_autoptr (ScStage) stage = sc_stage_new ();

      sc_set_string (stage, table, rows[i].stage);
      sc_set_string (flow, primary_table, rows[i].flow);
      sc_take_value (flow, stages, sc_list_append (NULL, stage));
      g_assert_cmpstr (sc_flow_get_start_table (flow), ==, rows[i].start);
    }
}

static void
test_list_tables (void)
{
  g_autoptr (ScFlow) flow = sc_outline_read ("A>B B:u>C C>D D:v>");
  g_autoptr (ScStage) bare = sc_stage_new ();
  g_autoptr (GPtrArray) tables = NULL;

  sc_take_value (flow, stages, sc_list_append (flow->stages, bare));
  tables = sc_flow_list_tables (flow);
  g_assert_cmpuint (tables->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (tables, 0), ==, "t");
  g_assert_cmpstr (g_ptr_array_index (tables, 1), ==, "u");
  g_assert_cmpstr (g_ptr_array_index (tables, 2), ==, "v");
}

/* Drafts, flows that start elsewhere and flows without a stage are not counted. */
static void
test_count_active (void)
{
  g_autoptr (ScSolution) solution = sc_solution_new ();

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (ScFlow) flow = sc_outline_read (i == 1 ? "A:u>" : i == 2 ? "" : "A>");

      flow->active = i != 3;
      append (solution, flows, sc_flow_ref (flow));
    }
  g_assert_cmpuint (sc_solution_count_active_flows (solution, "T"), ==, 2);
  g_assert_cmpuint (sc_solution_count_active_flows (solution, "u"), ==, 1);
  g_assert_cmpuint (sc_solution_count_active_flows (solution, "v"), ==, 0);
}

static void
test_privilege_name (void)
{
  g_autoptr (ScSolution) solution = sc_outline_read_solution ("A>");
  g_autoptr (ScFlow) flow = sc_flow_copy (sc_list_get (solution->flows, 0));
  g_autoptr (ScTable) table = sc_table_new ();

  g_assert_cmpstr (sc_solution_get_privilege_name (solution, flow), ==, "new_flow");
  sc_set_string (table, name, "new_flow");
  sc_take_value (solution, tables, sc_list_append (NULL, table));
  g_assert_cmpstr (sc_solution_get_privilege_name (solution, flow), ==, "new_flow");
  sc_value_unref (g_steal_pointer (&table));
  table = sc_table_copy (sc_list_get (solution->tables, 0));
  sc_set_string (table, schema_name, "new_Flow");
  sc_take_value (solution, tables, sc_list_append (NULL, table));
  g_assert_cmpstr (sc_solution_get_privilege_name (solution, flow), ==, "new_Flow");
  sc_set_string (flow, unique_name, "");
  g_assert_null (sc_solution_get_privilege_name (solution, flow));
  sc_set_string (flow, unique_name, NULL);
  g_assert_null (sc_solution_get_privilege_name (solution, flow));
}

/* Which of its columns a table asks for first; "": of none. A column is "name type", with "!" for
 * one that is required and "-" for one that nobody can fill. */
static void
test_suggest_column (void)
{
  static const struct
  {
    const char *table, *columns, *suggested;
  } rows[] = {
    { "new_t", "", "" },
    { "new_t", "a choice;b text", "b" },
    { "new_t", "a choice;new_name text", "new_name" },
    { "new_t", "a text;name text;title text", "name" },
    { "t", "a text;subject text!", "subject" },
    { "t", "a text;b choice!", "b" },
    { "t", "name text;b choice!", "name" },
    { "t", "a text-;b id;c file;d image;e choice", "e" },
    { "t", "a id;b file;c image", "" },
    { NULL, "a choice;name text", "name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i].columns, ";", -1);
      g_autoptr (ScTable) table = sc_table_new ();
      const ScColumn *found;

      sc_set_string (table, name, rows[i].table);
      for (guint c = 0; words[c] != NULL; c++)
        {
          g_auto (GStrv) parts = g_strsplit_set (words[c], " !-", -1);
          ScColumn *column = sc_column_new ();

          sc_set_string (column, name, parts[0]);
          column->type = sc_column_type_from_nick (parts[1]);
          column->required
              = g_str_has_suffix (words[c], "!") ? SC_REQUIRED_BUSINESS : SC_REQUIRED_NONE;
          column->read_only = g_str_has_suffix (words[c], "-");
          append (table, columns, column);
        }
      found = sc_table_suggest_column (table);
      g_test_message ("%s", rows[i].columns);
      g_assert_cmpstr (found != NULL ? found->name : "", ==, rows[i].suggested);
    }
}

/* Nobody can fill a calculated column, or one without a name. */
static void
test_suggest_no_column (void)
{
  g_autoptr (ScTable) table = sc_table_new ();
  g_autoptr (ScColumn) nameless = sc_column_new ();
  g_autoptr (ScColumn) calculated = sc_column_new ();

  sc_set_string (calculated, name, "total");
  calculated->calculated = TRUE;
  append (table, columns, sc_column_ref (nameless));
  append (table, columns, sc_column_ref (calculated));
  g_assert_null (sc_table_suggest_column (table));
  g_assert_null (sc_table_find_column (table, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/solution/title", test_title);
  g_test_add_func ("/model/solution/title-of-several", test_title_of_several);
  g_test_add_func ("/model/solution/app", test_app);
  g_test_add_func ("/model/solution/find", test_find);
  g_test_add_func ("/model/solution/index", test_index);
  g_test_add_func ("/model/solution/start-table", test_start_table);
  g_test_add_func ("/model/solution/list-tables", test_list_tables);
  g_test_add_func ("/model/solution/count-active", test_count_active);
  g_test_add_func ("/model/solution/privilege-name", test_privilege_name);
  g_test_add_func ("/model/table/suggest-column", test_suggest_column);
  g_test_add_func ("/model/table/suggest-no-column", test_suggest_no_column);
  return g_test_run ();
}
