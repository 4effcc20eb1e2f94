/* test-locator.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "located-text.h"
#include "package-files.h"
#include "sample-flows.h"
#include "sc-splice.h"
#include "sc-xaml.h"

#include <glib/gstdio.h>
#include <string.h>

#define FLOW(n)  "ffffffff-0000-4000-8000-00000000000" n
#define STAGE(n) "aaaaaaaa-0000-4000-8000-0000000000" n
#define STEP(n)  "bbbbbbbb-0000-4000-8000-0000000000" n

#define ACTIVITY(name) \
  "<mxswa:ActivityReference AssemblyQualifiedName=\"Microsoft.Crm.Workflow.Activities." name ","
#define LABELS "<sco:Collection x:TypeArguments=\"mcwo:StepLabel\" x:Key=\"StepLabels\">"

/* A problem of a rule (NULL: of none), and what has to stand where it is found. */
typedef struct
{
  const char *rule;
  const char *flow;
  const char *stage;
  const char *step;
  gboolean role;
  const char *file;   /* how the name of the file or entry ends */
  const char *entry;  /* the same in a zip; NULL: file */
  const char *starts; /* NULL: the file as a whole */
  const char *holds;  /* in the element or attribute; NULL: enough is known */
} Row;

static ScLocation *
find (ScLocator *locator, const Row *row)
{
  const char *role = row->role ? SAMPLE_ROLE_ID : NULL;
  g_autoptr (ScProblem) problem = NULL;

  if (row->rule == NULL)
    return sc_locator_find_place (locator, row->flow, row->stage, row->step, role);
  problem = sc_problem_new ();
  problem->rule = sc_rule_find (row->rule);
  g_assert_nonnull (problem->rule);
  sc_set_string (problem, flow, row->flow);
  sc_set_string (problem, stage, row->stage);
  sc_set_string (problem, step, row->step);
  sc_set_string (problem, role, role);
  return sc_locator_find (locator, problem);
}

static void
assert_ends (const char *text, const char *end)
{
  if (!g_str_has_suffix (text, end))
    g_error ("“%s” does not end with “%s”", text, end);
}

static void
check_row (ScLocator *locator, const Row *row, gboolean zip)
{
  g_autoptr (ScLocation) location = find (locator, row);
  g_autofree char *text = NULL;
  g_autofree char *cut = NULL;

  g_assert_true (g_path_is_absolute (location->path));
  if (zip)
    {
      assert_ends (location->path, ".zip");
      assert_ends (location->entry, row->entry != NULL ? row->entry : row->file);
    }
  else
    {
      assert_ends (location->path, row->file);
      g_assert_null (location->entry);
    }
  if (row->starts == NULL)
    {
      g_assert_cmpuint (location->line, ==, 0);
      g_assert_cmpuint (location->column, ==, 0);
      return;
    }
  text = located_text_read (location);
  if (!g_str_has_prefix (text, row->starts))
    g_error ("%s: “%.200s” does not start with “%s”", row->rule, text, row->starts);
  cut = located_text_cut (text);
  if (row->holds != NULL && strstr (cut, row->holds) == NULL)
    g_error ("%s: “%s” does not hold “%s”", row->rule, cut, row->holds);
}

static void
check_rows (const char *path, const Row *rows, guint n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = sc_storage_open (path, &error);
  g_autoptr (ScLocator) locator = NULL;

  g_assert_no_error (error);
  locator = sc_locator_new (storage);
  for (guint i = 0; i < n_rows; i++)
    check_row (locator, &rows[i], sc_storage_get_kind (storage) == SC_STORAGE_ZIP);
  /* From the last to the first, with all that is known by now and with nothing known. */
  for (guint i = n_rows; i-- > 0;)
    check_row (locator, &rows[i], sc_storage_get_kind (storage) == SC_STORAGE_ZIP);
  for (guint i = n_rows; i-- > 0;)
    {
      g_autoptr (ScLocator) fresh = sc_locator_new (storage);

      check_row (fresh, &rows[i], sc_storage_get_kind (storage) == SC_STORAGE_ZIP);
    }
}

/* What stands in the XAML of the flow “Straight”, wherever that is. */
static const Row straight_rows[] = {
  { NULL, FLOW ("1"), NULL, NULL, FALSE, ".xaml", NULL, "<Activity ",
    "XrmWorkflowffffffff000040008000000000000001" },
  { NULL, FLOW ("1"), STAGE ("01"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("01") "<" },
  { NULL, FLOW ("1"), STAGE ("02"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("02") "<" },
  { NULL, FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".xaml", NULL, ACTIVITY ("StepComposite"),
    "x:Key=\"ProcessStepId\">" STEP ("01") "<" },
  { NULL, FLOW ("1"), STAGE ("01"), STEP ("02"), FALSE, ".xaml", NULL, ACTIVITY ("StepComposite"),
    "x:Key=\"ProcessStepId\">" STEP ("02") "<" },
  { NULL, FLOW ("1"), STAGE ("02"), STEP ("03"), FALSE, ".xaml", NULL, ACTIVITY ("StepComposite"),
    "x:Key=\"ProcessStepId\">" STEP ("03") "<" },
  /* Ids are written in either case, with braces or without. */
  { NULL, "{FFFFFFFF-0000-4000-8000-000000000001}", "{AAAAAAAA-0000-4000-8000-000000000002}", NULL,
    FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"), "x:Key=\"StageId\">" STAGE ("02") "<" },
  /* What is not there is looked for further out. */
  { NULL, FLOW ("1"), STAGE ("02"), STEP ("99"), FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("02") "<" },
  { NULL, FLOW ("1"), STAGE ("99"), STEP ("99"), FALSE, ".xaml", NULL, "<Activity ", NULL },
  { "BR-01", FLOW ("1"), STAGE ("02"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("02") "<" },
  { "F-02", FLOW ("1"), NULL, NULL, FALSE, ".xaml", NULL, "<Activity ", NULL },
  { "F-22", FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".xaml", NULL, LABELS,
    "Description=\"Sorte\"" },
  { "SP-01", FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".xaml", NULL,
    "DataFieldName=\"garden_seed\"", NULL },
  { "SP-03", FLOW ("1"), STAGE ("02"), STEP ("03"), FALSE, ".xaml", NULL,
    ACTIVITY ("StepComposite"), "x:Key=\"ProcessStepId\">" STEP ("03") "<" },
  { "SP-07", FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".xaml", NULL,
    "<x:Boolean x:Key=\"IsProcessRequired\">True<", NULL },
  { "SP-13", FLOW ("1"), STAGE ("01"), STEP ("02"), FALSE, ".xaml", NULL, LABELS, "🌱" },
  { "ST-03", FLOW ("1"), STAGE ("01"), NULL, FALSE, ".xaml", NULL, LABELS, "Description=\"Säen\"" },
  { "ST-05", FLOW ("1"), STAGE ("02"), NULL, FALSE, ".xaml", NULL,
    "<x:String x:Key=\"StageId\">" STAGE ("02") "<", NULL },
  { "ST-10", FLOW ("1"), STAGE ("02"), NULL, FALSE, ".xaml", NULL,
    "<x:String x:Key=\"StageCategory\">3<", NULL },
  { "ST-12", FLOW ("1"), STAGE ("01"), NULL, FALSE, ".xaml", NULL,
    "<x:String x:Key=\"NextStageId\">" STAGE ("02") "<", NULL },
};

/* What a folder and a zip have besides. */
static const Row package_rows[] = {
  { NULL, NULL, NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml", "<SolutionManifest>",
    NULL },
  { NULL, NULL, NULL, NULL, TRUE, "Roles/Flow user.xml", "customizations.xml", "<Role ",
    "id=\"{" SAMPLE_ROLE_ID "}\"" },
  { NULL, FLOW ("4"), STAGE ("12"), NULL, FALSE, "Tables-FFFFFFFF-0000-4000-8000-000000000004.xaml",
    NULL, ACTIVITY ("StageComposite"), "x:Key=\"StageId\">" STAGE ("12") "<" },
  { NULL, FLOW ("4"), STAGE ("14"), STEP ("24"), FALSE,
    "Tables-FFFFFFFF-0000-4000-8000-000000000004.xaml", NULL, ACTIVITY ("StepComposite"),
    "x:Key=\"ProcessStepId\">" STEP ("24") "<" },
  { "F-01", FLOW ("4"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "<StateCode>", NULL },
  { "F-05", FLOW ("4"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "Name=\"Tables\"",
    NULL },
  { "F-05", FLOW ("1"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "Name=\"Straight\"",
    NULL },
  { "F-08", FLOW ("4"), NULL, NULL, FALSE, ".data.xml", "customizations.xml",
    "<UniqueName>sc_tables<", NULL },
  { "F-08", FLOW ("1"), NULL, NULL, FALSE, ".data.xml", "customizations.xml",
    "<UniqueName>sc_straight<", NULL },
  { "F-12", FLOW ("4"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "<Workflow ",
    "WorkflowId=\"{" FLOW ("4") "}\"" },
  { "F-13", FLOW ("1"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "<Workflow ",
    "WorkflowId=\"{" FLOW ("1") "}\"" },
  { "F-14", FLOW ("4"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "<processorder>200<",
    NULL },
  { "P-02", FLOW ("1"), NULL, NULL, TRUE, "Roles/Flow user.xml", "customizations.xml", "<Role ",
    "id=\"{" SAMPLE_ROLE_ID "}\"" },
  { "P-01", FLOW ("1"), NULL, NULL, FALSE, ".xaml", NULL, "<Activity ",
    "XrmWorkflowffffffff000040008000000000000001" },
  { "SL-01", FLOW ("1"), NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml",
    "<RootComponent type=\"29\" id=\"{" FLOW ("1") "}\"", NULL },
  { "SL-01", FLOW ("4"), NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml",
    "<RootComponents>", NULL },
  { "SL-02", FLOW ("1"), NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml",
    "<RootComponents>", NULL },
  { "SL-14", NULL, NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml", "<SolutionManifest>",
    NULL },
  { "SL-15", NULL, NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml", "<Publisher>",
    "<CustomizationPrefix>sc<" },
  { "SL-16", NULL, NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml", "<Version>1.2.3.4<",
    NULL },
  { "ST-06", FLOW ("4"), STAGE ("13"), NULL, FALSE, ".xaml", NULL, "DisplayName=\"EntityStep",
    "garden_visitor" },
  { "ST-07", FLOW ("4"), STAGE ("12"), NULL, FALSE, "Entities/sc_Record/Entity.xml",
    "customizations.xml", "<IsBusinessProcessEnabled>", NULL },
  { "ST-07", FLOW ("4"), STAGE ("13"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("13") "<" },
  { "TB-01", FLOW ("4"), STAGE ("11"), NULL, FALSE, ".xaml", NULL, "<mcwb:StageRelationship ",
    "TargetStageId=\"" STAGE ("11") "\"" },
  { "TB-01", FLOW ("4"), STAGE ("13"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("13") "<" },
};

static const Row definition_rows[] = {
  { NULL, NULL, NULL, NULL, FALSE, ".stagecraft", NULL, "<solution", NULL },
  { NULL, NULL, NULL, NULL, TRUE, ".stagecraft", NULL, "<role ", SAMPLE_ROLE_ID },
  { NULL, FLOW ("4"), NULL, NULL, FALSE, ".stagecraft", NULL, "<flow", FLOW ("4") },
  { NULL, FLOW ("1"), STAGE ("02"), NULL, FALSE, ".stagecraft", NULL, "<stage ",
    "id=\"" STAGE ("02") "\"" },
  { NULL, FLOW ("1"), STAGE ("01"), STEP ("02"), FALSE, ".stagecraft", NULL, "<step ",
    "id=\"" STEP ("02") "\"" },
  { "F-05", FLOW ("4"), NULL, NULL, FALSE, ".stagecraft", NULL, "label=\"Tables\"", NULL },
  { "F-08", FLOW ("4"), NULL, NULL, FALSE, ".stagecraft", NULL, "uniqueName=\"sc_tables\"", NULL },
  { "F-13", FLOW ("4"), NULL, NULL, FALSE, ".stagecraft", NULL, "<flow", FLOW ("4") },
  { "F-14", FLOW ("4"), NULL, NULL, FALSE, ".stagecraft", NULL, "order=\"200\"", NULL },
  { "SL-01", FLOW ("1"), NULL, NULL, FALSE, ".stagecraft", NULL, "<component type=\"process\"",
    FLOW ("1") },
  { "SL-02", FLOW ("1"), NULL, NULL, FALSE, ".stagecraft", NULL, "<component ", NULL },
  { "SL-15", NULL, NULL, NULL, FALSE, ".stagecraft", NULL, "prefix=\"sc\"", NULL },
  { "SL-16", NULL, NULL, NULL, FALSE, ".stagecraft", NULL, "version=\"1.2.3.4\"", NULL },
  { "SP-01", FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".stagecraft", NULL,
    "column=\"garden_seed\"", NULL },
  { "SP-07", FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".stagecraft", NULL, "required=\"true\"",
    NULL },
  { "SP-07", FLOW ("1"), STAGE ("01"), STEP ("02"), FALSE, ".stagecraft", NULL, "<step ",
    "id=\"" STEP ("02") "\"" },
  { "ST-03", FLOW ("1"), STAGE ("02"), NULL, FALSE, ".stagecraft", NULL, "label=\"Harvest\"",
    NULL },
  { "ST-06", FLOW ("4"), STAGE ("12"), NULL, FALSE, ".stagecraft", NULL, "table=\"sc_record\"",
    NULL },
  { "ST-07", FLOW ("4"), STAGE ("12"), NULL, FALSE, ".stagecraft", NULL, "flowEnabled=\"true\"",
    NULL },
  { "ST-12", FLOW ("1"), STAGE ("01"), NULL, FALSE, ".stagecraft", NULL,
    "next=\"" STAGE ("02") "\"", NULL },
  { "TB-01", FLOW ("4"), STAGE ("11"), NULL, FALSE, ".stagecraft", NULL, "<transition ",
    "target=\"" STAGE ("11") "\"" },
};

#define TABLES_FILE "Workflows/Tables-FFFFFFFF-0000-4000-8000-000000000004.xaml"

/* The usual solution, with a stage on the table that it holds and another order of one flow. */
static char *
make_folder (const char *folder, const char *line_end)
{
  char *path = g_build_filename (folder, "solution", NULL);

  files_make_solution (path, line_end);
  files_write (path, "Other/Customizations.xml",
               "<ImportExportXml>\n  <Entities />\n  <Roles />\n  <Workflows />\n"
               "  <EntityRelationships />\n  <optionsets />\n</ImportExportXml>");
  files_replace (path, TABLES_FILE, "EntityStep6: garden_tool", "EntityStep6: sc_record");
  files_replace (path, TABLES_FILE ".data.xml", "<processorder>100<", "<processorder>200<");
  return path;
}

static const char *const line_ends[] = { "\n", "\r\n" };

static void
test_folder (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (line_ends); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autofree char *path = make_folder (folder, line_ends[i]);

      check_rows (path, straight_rows, G_N_ELEMENTS (straight_rows));
      check_rows (path, package_rows, G_N_ELEMENTS (package_rows));
      files_remove_folder (folder);
    }
}

static void
test_zip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (line_ends); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autofree char *path = make_folder (folder, line_ends[i]);
      g_autofree char *zip = g_build_filename (folder, "packed.zip", NULL);
      g_autoptr (ScStorage) storage = sc_storage_open (path, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScStorage) packed
          = sc_storage_convert (storage, sc_storage_get_solution (storage), zip, &error);

      g_assert_no_error (error);
      check_rows (zip, straight_rows, G_N_ELEMENTS (straight_rows));
      check_rows (zip, package_rows, G_N_ELEMENTS (package_rows));
      files_remove_folder (folder);
    }
}

static void
test_definition (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = make_folder (folder, "\n");
  g_autofree char *definition = g_build_filename (folder, "all.stagecraft", NULL);
  g_autoptr (ScStorage) storage = sc_storage_open (path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) saved
      = sc_storage_save_as (sc_storage_get_solution (storage), definition, &error);

  g_assert_no_error (error);
  check_rows (definition, definition_rows, G_N_ELEMENTS (definition_rows));
  files_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locator/folder", test_folder);
  g_test_add_func ("/locator/zip", test_zip);
  g_test_add_func ("/locator/definition", test_definition);
  return g_test_run ();
}
