/* test-package-reading.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"

#include <string.h>

static ScPackage *
open_package (const char *path)
{
  g_autoptr (GError) error = NULL;
  ScPackage *package = sc_package_open (path, &error);

  g_assert_no_error (error);
  return package;
}

/* The only one of the files of the flow "Straight" that describes it. */
static char *
find_data (const char *folder)
{
  g_autofree char *workflows = g_build_filename (folder, "Workflows", NULL);
  g_autoptr (GDir) dir = g_dir_open (workflows, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "Straight") && g_str_has_suffix (name, ".data.xml"))
      return g_build_filename ("Workflows", name, NULL);
  g_assert_not_reached ();
}

static guint
count_notes (const ScPackage *package, const char *part)
{
  guint n = 0;

  for (const char *const *note = sc_package_get_notes (package); *note != NULL; note++)
    n += strstr (*note, part) != NULL;
  return n;
}

/* What a flow has to say of itself for an import. */
static void
test_header (void)
{
  static const struct
  {
    const char *header;
    const char *note; /* NULL: nothing is wrong */
  } cases[] = {
    { "<Type>1</Type>", NULL },
    { "<Type>1</Type><Scope>4</Scope>", NULL },
    { "<Type></Type><Scope></Scope>", NULL },
    { "<Type>2</Type>", "is of the type 2, not of 1" },
    { "<Type>1</Type><Scope>1</Scope>", "has the scope 1, not 4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autoptr (ScPackage) before = NULL;
      g_autoptr (ScPackage) package = NULL;
      g_autofree char *data = NULL;

      files_make_solution (folder, "\n");
      before = open_package (folder);
      data = find_data (folder);
      files_replace (folder, data, "<Type>1</Type>", cases[i].header);
      package = open_package (folder);
      g_assert_cmpuint (g_strv_length ((char **) sc_package_get_notes (package)), ==,
                        g_strv_length ((char **) sc_package_get_notes (before))
                            + (cases[i].note != NULL));
      if (cases[i].note != NULL)
        g_assert_cmpuint (count_notes (package, cases[i].note), ==, 1);
      files_remove_folder (folder);
    }
}

static void
test_apps (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (ScPackage) package = NULL;
  const ScSolution *solution;
  const ScApp *app;

  files_make_solution (folder, "\n");
  files_write (folder, "AppModules/sc_empty/AppModule.xml", "<AppModule/>");
  files_write (folder, "AppModules/sc_none/readme.txt", "nothing");
  files_write (folder, "AppModules/sc_other/AppModule.xml", "<Other/>");
  files_write (folder, "AppModules/sc_sales/AppModule.xml",
               "<AppModule><UniqueName>sc_sales</UniqueName><AppModuleComponents>"
               "<AppModuleComponent type=\"1\" schemaName=\"Account\"/>"
               "<AppModuleComponent type=\"29\" id=\"{FFFFFFFF-0000-4000-8000-000000000001}\"/>"
               "<AppModuleComponent/></AppModuleComponents><LocalizedNames>"
               "<LocalizedName description=\"Sales\" languagecode=\"1033\"/>"
               "</LocalizedNames></AppModule>");
  package = open_package (folder);
  solution = sc_package_get_solution (package);
  g_assert_cmpuint (sc_list_length (solution->apps), ==, 2);
  app = sc_list_get (solution->apps, 0);
  g_assert_cmpstr (sc_app_get_label (app, 1033), ==, "");
  app = sc_list_get (solution->apps, 1);
  g_assert_cmpstr (sc_app_get_label (app, 1033), ==, "Sales");
  g_assert_cmpuint (sc_list_length (app->components), ==, 2);
  g_assert_true (sc_app_has_table (app, "account"));
  g_assert_false (sc_app_has_table (app, "contact"));
  g_assert_true (sc_app_has_flow (
      app, sc_solution_find_flow (solution, "ffffffff-0000-4000-8000-000000000001", NULL)));
  files_remove_folder (folder);
}

#define ACTION_ID "0acac000-0000-4000-8000-000000000001"

/* As Microsoft Learn shows it, "Create your own actions". */
#define ARGUMENT(name, type, target)                                                               \
  "<x:Property Name=\"" name "\" Type=\"" type "\"><x:Property.Attributes>"                        \
  "<mxsw:ArgumentRequiredAttribute Value=\"True\" /><mxsw:ArgumentTargetAttribute Value=\"" target \
  "\" /></x:Property.Attributes></x:Property>"

static void
add_processes (const char *folder)
{
  files_write (
      folder, "Workflows/Approve-" ACTION_ID ".xaml",
      "<Activity xmlns=\"a\" xmlns:x=\"b\" xmlns:mxsw=\"c\"><x:Members>"
      "<x:Property Name=\"InputEntities\" Type=\"InArgument(scg:IDictionary(x:String, "
      "mxs:Entity))\" />" ARGUMENT ("Target", "InArgument(mxs:EntityReference)", "True")
          ARGUMENT ("Outcome", "OutArgument(x:String)", "False") "</x:Members></Activity>");
  files_write (folder, "Workflows/Approve-" ACTION_ID ".xaml.data.xml",
               "<Workflow WorkflowId=\"{0ACAC000-0000-4000-8000-000000000001}\" Name=\"Approve\">"
               "<Type>1</Type><Category>3</Category><OnDemand>1</OnDemand><StateCode>1</StateCode>"
               "<PrimaryEntity>Lead</PrimaryEntity></Workflow>");
  files_write (folder, "Workflows/Notify-0ACAC000-0000-4000-8000-000000000002.json.data.xml",
               "<Workflow WorkflowId=\"{0acac000-0000-4000-8000-000000000002}\" Name=\"Notify\">"
               "<Category>5</Category><StateCode>0</StateCode><PrimaryEntity>none</PrimaryEntity>"
               "</Workflow>");
  files_write (folder, "Workflows/Rule-0ACAC000-0000-4000-8000-000000000003.xaml.data.xml",
               "<Workflow WorkflowId=\"{0acac000-0000-4000-8000-000000000003}\"><Category>2"
               "</Category></Workflow>");
  files_write (folder, "Workflows/Copy-0ACAC000-0000-4000-8000-000000000004.xaml.data.xml",
               "<Workflow WorkflowId=\"{0acac000-0000-4000-8000-000000000004}\"><Type>2</Type>"
               "<Category>0</Category></Workflow>");
}

static void
test_processes (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (ScPackage) package = NULL;
  const ScProcess *process;
  const ScParameter *parameter;
  const ScList *processes;

  files_make_solution (folder, "\n");
  add_processes (folder);
  package = open_package (folder);
  processes = sc_package_get_solution (package)->processes;
  g_assert_cmpuint (sc_list_length (processes), ==, 2);

  process = sc_list_get (processes, 0);
  g_assert_cmpstr (process->id, ==, ACTION_ID);
  g_assert_cmpstr (process->name, ==, "Approve");
  g_assert_cmpstr (process->table, ==, "Lead");
  g_assert_cmpint (process->category, ==, SC_PROCESS_ACTION);
  g_assert_true (process->active && process->on_demand && process->complete);
  g_assert_cmpuint (sc_list_length (process->parameters), ==, 2);
  parameter = sc_list_get (process->parameters, 0);
  g_assert_cmpstr (parameter->name, ==, "Target");
  g_assert_cmpstr (parameter->type, ==, "EntityReference");
  g_assert_true (parameter->target && !parameter->output);
  parameter = sc_list_get (process->parameters, 1);
  g_assert_cmpstr (parameter->type, ==, "String");
  g_assert_true (parameter->output && !parameter->target);

  process = sc_list_get (processes, 1);
  g_assert_cmpint (process->category, ==, SC_PROCESS_CLOUD_FLOW);
  g_assert_null (process->table);
  g_assert_false (process->active || process->on_demand || process->complete);
  files_remove_folder (folder);
}

#define COLUMN(name)                                                                              \
  "<attribute PhysicalName=\"" name "\"><Type>nvarchar</Type><LogicalName>" name "</LogicalName>" \
  "</attribute>"
#define CELL(name, visible) \
  "<row><cell visible=\"" visible "\"><control datafieldname=\"" name "\"/></cell></row>"
#define FORM(state, rows)                                                                    \
  "<forms><systemform><FormActivationState>" state "</FormActivationState><form><tabs><tab " \
  "visible=\"false\"><rows>" rows "</rows></tab></tabs></form></systemform></forms>"

static void
add_table (const char *folder, const char *is_backing)
{
  g_autofree char *entity = g_strconcat (
      "<Entity><Name>sc_thing</Name><EntityInfo><entity Name=\"sc_Thing\"><attributes>" COLUMN (
          "sc_a") COLUMN ("sc_b") COLUMN ("sc_c") COLUMN ("sc_d") "</attributes><IsBPFEntity>",
      is_backing, "</IsBPFEntity></entity></EntityInfo></Entity>", NULL);

  files_write (folder, "Entities/sc_Thing/Entity.xml", entity);
}

/* One digit per column: ScFormUse. */
static char *
read_forms (const char *folder)
{
  g_autoptr (ScPackage) package = open_package (folder);
  const ScTable *table
      = sc_solution_find_table (sc_package_get_solution (package), "sc_thing", NULL);
  GString *uses = g_string_new (NULL);

  sc_list_foreach (table->columns, const ScColumn *, column)
    {
      g_string_append_printf (uses, "%d", (int) column->form);
    }
  return g_string_free (uses, FALSE);
}

#define MAIN "Entities/sc_Thing/FormXml/main/"

static void
check_forms (const char *folder, const char *expected)
{
  g_autofree char *uses = read_forms (folder);

  g_assert_cmpstr (uses, ==, expected);
}

/* What a table's main forms show of sc_a, sc_b, sc_c and sc_d. */
static void
test_forms (void)
{
  g_autofree char *folder = files_make_folder ();

  files_make_solution (folder, "\n");
  add_table (folder, "0");
  check_forms (folder, "0000");
  files_write (folder, MAIN "{1}.xml", FORM ("0", CELL ("sc_d", "true")));
  check_forms (folder, "0000");
  files_write (folder, MAIN "{2}.xml",
               FORM ("1", CELL ("SC_A", "true") CELL ("sc_b", "false") CELL ("sc_c", "false")));
  check_forms (folder, "3221");
  files_write (folder, MAIN "{3}.xml", FORM ("1", CELL ("sc_c", "true")));
  files_write (folder, MAIN "{3}_managed.xml", FORM ("1", CELL ("sc_d", "true")));
  check_forms (folder, "3231");
  files_write (folder, MAIN "{4}.xml",
               "<forms><systemform><form><tabs solutionaction=\"Modified\"/></form></systemform>"
               "</forms>");
  check_forms (folder, "3030");
  add_table (folder, "1");
  check_forms (folder, "0000");
  files_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/package/reading/header", test_header);
  g_test_add_func ("/package/reading/apps", test_apps);
  g_test_add_func ("/package/reading/processes", test_processes);
  g_test_add_func ("/package/reading/forms", test_forms);
  return g_test_run ();
}
