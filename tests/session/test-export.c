/* test-export.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-export.h"

#include "package-files.h"
#include "sc-version.h"
#include "sc-zip.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
test_raise_version (void)
{
  const struct
  {
    const char *version;
    const char *next;
  } cases[] = {
    { "1.0.0.7", "1.0.0.8" },
    { "1.0", "1.1" },
    { "1.2.9", "1.2.10" },
    { "0.0.0.0", "0.0.0.1" },
    { "1.0.0.07", "1.0.0.8" },
    { "2.1.2147483646.2147483647", "2.1.2147483647.0" },
    { "2.1.2147483647.2147483647", "2.2.0.0" },
    { "2147483647.2147483647", NULL },
    { "1.0.0.2147483648", NULL },
    { "1", NULL },
    { "1.2.3.4.5", NULL },
    { "1..2", NULL },
    { "1.0.0.", NULL },
    { ".1", NULL },
    { "1.-1", NULL },
    { "1.+1", NULL },
    { "1. 1", NULL },
    { "1.0.0.7-beta", NULL },
    { "1.0.0.99999999999999999999999", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = sc_export_raise_version (cases[i].version);

      g_assert_cmpstr (next, ==, cases[i].next);
      g_assert_true (cases[i].next == NULL || sc_version_is_valid (cases[i].version));
    }
}

static void
test_note_path (void)
{
  const struct
  {
    const char *path;
    const char *note;
  } cases[] = {
    { "/builds/sales.zip", "/builds/sales-deployment.md" },
    { "/builds/sales.ZIP", "/builds/sales-deployment.md" },
    { "/builds/sales_1_0_0_7.zip", "/builds/sales_1_0_0_7-deployment.md" },
    { "/builds/sales", "/builds/sales-deployment.md" },
    { "/builds/sales/", "/builds/sales-deployment.md" },
    { "/builds/../sales/.", "/sales-deployment.md" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *note = sc_export_get_note_path (cases[i].path);

      g_assert_cmpstr (note, ==, cases[i].note);
    }
}

/* A solution of one draft flow on "lead", with a role that may run it. */
static ScSolution *
make_solution (const char *flow_name, const char *role_name)
{
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  g_autoptr (ScSolution) with_flow = NULL;
  g_autoptr (ScRole) role = sc_role_new ();
  g_autoptr (ScPrivilege) read = sc_privilege_new ();
  g_autofree char *privilege = NULL;
  const ScFlow *flow;
  ScSolution *solution;

  with_flow = sc_edit_flow_add (empty, NULL, flow_name, "lead", NULL);
  flow = sc_list_get (with_flow->flows, 0);
  privilege = sc_access_get_privilege_name (SC_ACCESS_READ, flow->unique_name);
  read->level = SC_LEVEL_ORGANIZATION;
  sc_set_string (read, name, privilege);
  sc_set_string (role, id, SAMPLE_ROLE_ID);
  sc_set_string (role, name, role_name);
  sc_take_value (role, privileges, sc_list_append (NULL, read));
  solution = sc_solution_copy (with_flow);
  sc_take_value (solution, roles, sc_list_append (NULL, role));
  return solution;
}

static void
test_note (void)
{
  g_autoptr (ScSolution) one = make_solution ("Lead to Order", "Seller");
  g_autoptr (ScSolution) two = sc_edit_flow_add (one, NULL, "First of all", "lead", NULL);
  const ScFlow *second = sc_list_get (two->flows, 1);
  g_autoptr (ScSolution) ordered = sc_edit_flow_set_order (two, second->id, 1, NULL);
  g_autoptr (ScSolution) active = sc_edit_flow_set_active (ordered, second->id, TRUE, NULL);
  g_autofree char *note = sc_export_write_note (active);

  assert_contains (note, "# Deployment of New solution\n\n"
                         "- Solution: NewSolution\n"
                         "- Version: 1.0.0.0\n"
                         "- Publisher: NewPublisher\n"
                         "- Business process flows: 2\n");
  assert_contains (note, "- [ ] Publish all customizations.");
  assert_contains (note, "- [ ] Activate the flows, in the order below.\n");
  assert_contains (note, "- [ ] Check that each flow is on.");
  assert_contains (note, "- [ ] Add each flow and its table to the apps");
  assert_contains (note, "1. First of all (on lead, order 1)\n"
                         "2. Lead to Order (on lead, order 100)\n");
  assert_contains (note, "## First of all\n\n"
                         "- In the package: active\n"
                         "- Its table: new_firstofall\n");
  assert_contains (note, "No role of the package has access to the flow's table");
  assert_contains (note, "## Lead to Order\n\n"
                         "- In the package: draft\n"
                         "- Its table: new_leadtoorder\n");
  assert_contains (note, "| Role | Create | Read | Write | Delete | Append | Append To |\n"
                         "| --- | --- | --- | --- | --- | --- | --- |\n"
                         "| Seller | – | Organization | – | – | – | – |\n");
  g_assert_null (strstr (note, "before the flows themselves"));
}

/* What an app of the package has already, need not be added. */
static void
test_note_apps (void)
{
  g_autoptr (ScSolution) solution = make_solution ("Order", "Seller");
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  g_autoptr (ScApp) app = sc_app_new ();
  g_autoptr (ScComponent) component = sc_component_new ();
  g_autoptr (ScApp) with_app = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  sc_set_string (app, unique_name, "[App]");
  with_app = sc_app_copy (app);
  sc_take_value (solution, apps, sc_list_append (NULL, app));
  without = sc_export_write_note (solution);
  g_assert_null (strstr (without, "In the app"));
  component->type = SC_COMPONENT_PROCESS;
  sc_set_string (component, id, flow->id);
  sc_take_value (with_app, components, sc_list_append (NULL, component));
  sc_take_value (solution, apps, sc_list_append (NULL, with_app));
  with = sc_export_write_note (solution);
  assert_contains (with, "- In the app \\[App\\] of the package\n- [ ] Activated\n");
}

/* What a flow runs has to be active before it is. */
static void
test_note_processes (void)
{
  g_autoptr (ScSolution) solution = make_solution ("Order", "Seller");
  g_autoptr (ScFlow) flow = sc_flow_copy (sc_list_get (solution->flows, 0));
  g_autoptr (ScStage) stage = sc_stage_copy (sc_list_get (flow->stages, 0));
  g_autoptr (ScTrigger) trigger = sc_trigger_new ();
  g_autoptr (ScStep) step = sc_step_new ();
  g_autofree char *note = NULL;

  sc_set_string (trigger, workflow_id, SAMPLE_ROLE_ID);
  sc_set_string (trigger, name, "Tell [everybody]");
  sc_take_value (stage, triggers, sc_list_append (NULL, trigger));
  sc_take_value (stage, triggers, sc_list_append (stage->triggers, trigger));
  step->kind = SC_STEP_ACTION;
  sc_set_string (step, process_id, "cccccccc-1111-4222-8333-555555555555");
  sc_set_string (step, process_name, "new_Approve");
  sc_take_value (stage, steps, sc_list_append (stage->steps, step));
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  note = sc_export_write_note (solution);

  assert_contains (note, "- [ ] Activate what the flows run, before the flows themselves:\n"
                         "  - [ ] Action: new_Approve\n"
                         "  - [ ] Workflow: Tell \\[everybody\\]\n"
                         "- [ ] Activate the flows");
  assert_contains (note, "- Runs Action: new_Approve\n"
                         "- Runs Workflow: Tell \\[everybody\\]\n"
                         "- [ ] Activated");
}

static void
test_note_escapes (void)
{
  const struct
  {
    const char *name;
    const char *escaped;
  } cases[] = {
    { "a|b", "a\\|b" },
    { "*bold* _soft_ `code`", "\\*bold\\* \\_soft\\_ \\`code\\`" },
    { "<b>&amp; a & b &#33;", "\\<b\\>\\&amp; a & b \\&\\#33;" },
    { "[x](http://y)", "\\[x\\](http\\://y)" },
    { "see www.example.org. a@b", "see www\\.example.org. a\\@b" },
    { "1. first", "1\\. first" },
    { "12) twelfth, v1.2 (b)", "12\\) twelfth, v1.2 (b)" },
    { "- item - two", "\\- item - two" },
    { "+ = -", "\\+ = -" },
    { "  \n# heading #", "\\# heading \\#" },
    { "snake_case_name _x_ y_", "snake_case_name \\_x\\_ y\\_" },
    { "~gone~ $x$", "\\~gone\\~ \\$x\\$" },
    { "1.", "1\\." },
    { "1.5 times .", "1.5 times ." },
    { "back\\slash", "back\\\\slash" },
    { "two\nlines\r\t# no heading", "two lines  \\# no heading" },
    { "Größe 日本 😀", "Größe 日本 😀" },
    { "bad \xff byte", "bad \xef\xbf\xbd byte" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) solution = make_solution (cases[i].name, cases[i].name);
      g_autofree char *note = sc_export_write_note (solution);
      g_autofree char *heading = g_strdup_printf ("\n## %s\n", cases[i].escaped);
      g_autofree char *row = g_strdup_printf ("\n| %s | –", cases[i].escaped);
      g_autofree char *item = g_strdup_printf ("\n1. %s (on", cases[i].escaped);

      assert_contains (note, heading);
      assert_contains (note, row);
      assert_contains (note, item);
      g_assert_true (g_utf8_validate (note, -1, NULL));
    }
}

static char *
describe (GPtrArray *obstacles)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < obstacles->len; i++)
    {
      const ScProblem *problem = g_ptr_array_index (obstacles, i);

      g_assert_cmpint (problem->severity, ==, SC_SEVERITY_ERROR);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", sc_rule_get_id (problem->rule));
    }
  return g_string_free (text, FALSE);
}

static void
test_obstacles (void)
{
  g_autoptr (ScSolution) solution = make_solution ("Order", "Seller");
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  g_autoptr (ScComponent) component = sc_component_new ();
  g_autoptr (ScSolution) listed = sc_solution_copy (solution);
  g_autoptr (GPtrArray) new_step = sc_export_list_obstacles (NULL, solution);
  g_autoptr (GPtrArray) unlisted = NULL;
  g_autofree char *first = describe (new_step);
  g_autofree char *second = NULL;

  /* A new flow has a step without a column. */
  g_assert_cmpstr (first, ==, "SP-02");

  /* A package made anew lists the table itself. */
  component->type = SC_COMPONENT_PROCESS;
  sc_set_string (component, id, flow->id);
  sc_take_value (listed, components, sc_list_append (NULL, component));
  unlisted = sc_export_list_obstacles (NULL, listed);
  second = describe (unlisted);
  g_assert_cmpstr (second, ==, "SP-02");
}

typedef struct
{
  char *folder;
  char *package; /* of a flow without errors */
  char *target;
  char *note;
} Fixture;

/* The package of the other tests has errors: its flows claim to be of another table, and one lacks
 * its own. */
static void
mend_package (const char *package)
{
  g_autofree char *workflows = g_build_filename (package, "Workflows", NULL);
  g_autoptr (GDir) dir = g_dir_open (workflows, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".data.xml"))
      files_replace (workflows, name, "Account", "garden_bed");
  files_write (package, "Entities/sc_straight/Entity.xml",
               "<Entity><Name>sc_straight</Name><EntityInfo><entity Name=\"sc_straight\">"
               "<IsBPFEntity>1</IsBPFEntity></entity></EntityInfo></Entity>");
  files_replace (package, "Other/Solution.xml", "    <RootComponents>\n",
                 "    <RootComponents>\n"
                 "      <RootComponent type=\"1\" schemaName=\"sc_straight\" />\n");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = files_make_folder ();
  fixture->package = g_build_filename (fixture->folder, "package", NULL);
  fixture->target = g_build_filename (fixture->folder, "target", NULL);
  fixture->note = g_build_filename (fixture->folder, "target-deployment.md", NULL);
  files_make_solution (fixture->package, "\n");
  mend_package (fixture->package);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  files_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->package);
  g_free (fixture->target);
  g_free (fixture->note);
}

static ScStorage *
open_storage (const char *path)
{
  g_autoptr (GError) error = NULL;
  ScStorage *storage = sc_storage_open (path, &error);

  g_assert_no_error (error);
  return storage;
}

static void
assert_refused (const ScStorage *storage,
                const ScSolution *solution,
                const ScExportOptions *options,
                const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sc_export_run (storage, solution, options, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED);
  assert_contains (error->message, message);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScStorage) storage = open_storage (fixture->package);
  const ScSolution *solution = sc_storage_get_solution (storage);
  g_autoptr (ScSolution) managed = sc_solution_copy (solution);
  g_autoptr (ScSolution) wrong = make_solution ("Order", "Seller");
  g_autoptr (ScSolution) bare = make_solution ("Order", "Seller");
  g_autoptr (GHashTable) before = files_take_snapshot (fixture->folder);
  const struct
  {
    ScExportOptions options;
    const char *message;
  } cases[] = {
    { { SC_PACKAGE_ZIP, "/nowhere/x.zip", "1.0.0.x", TRUE }, "“1.0.0.x” is not a version" },
    { { SC_PACKAGE_ZIP, "/nowhere/x.zip", "", TRUE }, "“” is not a version" },
    { { SC_PACKAGE_ZIP, "/nowhere/x", NULL, TRUE }, "Let it end in .zip" },
    { { SC_PACKAGE_ZIP, "/nowhere/.zip", NULL, TRUE }, "is not the name of a package" },
    { { SC_PACKAGE_ZIP, fixture->package, NULL, TRUE }, "is a folder" },
    { { SC_PACKAGE_FOLDER, "/nowhere/x.zip", NULL, TRUE }, "is the name of a zip file" },
    { { SC_PACKAGE_XAML, "/nowhere/x.xaml", NULL, TRUE }, "that is not a package" },
  };
  const ScExportOptions good = { SC_PACKAGE_FOLDER, fixture->target, NULL, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (storage, solution, &cases[i].options, cases[i].message);
  managed->managed = TRUE;
  assert_refused (storage, managed, &good, "“Sample” is a managed solution");
  sc_set_string (bare, prefix, NULL);
  assert_refused (NULL, bare, &good, "“New solution” has no publisher with a prefix");
  assert_refused (NULL, wrong, &good, "Nothing was exported: 1 error blocks it. SP-02: ");
  files_assert_changed (before, fixture->folder, "");
}

/* In place: the version rises, everything else stays. */
static void
test_in_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScStorage) storage = open_storage (fixture->package);
  const ScSolution *solution = sc_storage_get_solution (storage);
  g_autofree char *next = sc_export_raise_version (solution->version);
  const ScExportOptions options = { SC_PACKAGE_FOLDER, fixture->package, next, TRUE };
  g_autoptr (GHashTable) before = files_take_snapshot (fixture->folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;

  sc_export_run (storage, solution, &options, &error);
  g_assert_no_error (error);
  files_assert_changed (before, fixture->folder,
                        "package-deployment.md,package/Other/Solution.xml");
  note = files_read (fixture->folder, "package-deployment.md");
  assert_contains (note, "- Version: 1.2.3.5\n");
}

/* What is in the target, beside what was in the package: only the version differs. */
static void
assert_copied (Fixture *fixture, const char *target)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *diff = NULL;
  g_autoptr (GHashTable) files = files_take_snapshot (fixture->package);
  g_autoptr (GHashTable) copies = files_take_snapshot (target);
  GHashTableIter iter;
  gpointer name;

  g_assert_cmpuint (g_hash_table_size (files), ==, g_hash_table_size (copies) + 1);
  g_hash_table_iter_init (&iter, copies);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *original = files_read (fixture->package, name);
      g_autofree char *copy = files_read (target, name);

      if (strcmp (name, "Other/Solution.xml") != 0)
        g_assert_cmpstr (original, ==, copy);
    }
  before = files_read (fixture->package, "Other/Solution.xml");
  after = files_read (target, "Other/Solution.xml");
  diff = files_diff (before, after);
  g_assert_cmpstr (diff, ==, "-    <Version>1.2.3.4</Version>\n+    <Version>2.0</Version>\n");
}

/* A package that may only be read can be exported, and what came of it be edited. */
static void
test_folder_of_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *original = g_build_filename (fixture->package, "Other", "Solution.xml", NULL);
  g_autofree char *copy = g_build_filename (fixture->target, "Other", "Solution.xml", NULL);
  g_autoptr (ScStorage) storage = open_storage (fixture->package);
  const ScExportOptions options = { SC_PACKAGE_FOLDER, fixture->target, "2.0", FALSE };
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_cmpint (g_chmod (original, 0444), ==, 0);
  sc_export_run (storage, sc_storage_get_solution (storage), &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  g_assert_cmpint (info.st_mode & S_IWUSR, ==, S_IWUSR);
}

/* A new or an empty folder gets the whole package, also what this program does not know. */
static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScStorage) storage = open_storage (fixture->package);
  const ScSolution *solution = sc_storage_get_solution (storage);
  const ScExportOptions options = { SC_PACKAGE_FOLDER, fixture->target, "2.0", TRUE };
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GError) error = NULL;

  files_write (fixture->package, "WebResources/a/b/c.js", "alert ();");
  files_write (fixture->package, ".git/config", "no part of it");
  sc_export_run (storage, solution, &options, &error);
  g_assert_no_error (error);
  assert_copied (fixture, fixture->target);
  g_assert_true (g_file_test (fixture->note, G_FILE_TEST_IS_REGULAR));

  /* Not over it. */
  before = files_take_snapshot (fixture->folder);
  g_assert_false (sc_export_run (storage, solution, &options, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
  assert_contains (error->message, "is there already");
  files_assert_changed (before, fixture->folder, "");

  files_remove_folder (fixture->target);
  g_assert_cmpint (g_mkdir (fixture->target, 0755), ==, 0);
  g_clear_error (&error);
  sc_export_run (storage, solution, &options, &error);
  g_assert_no_error (error);
  assert_copied (fixture, fixture->target);
}

static void
assert_not_copied (Fixture *fixture, const ScStorage *storage, const char *to, const char *message)
{
  const ScExportOptions options = { SC_PACKAGE_FOLDER, to, NULL, TRUE };
  g_autoptr (GHashTable) before = files_take_snapshot (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (sc_export_run (storage, sc_storage_get_solution (storage), &options, &error));
  g_assert_nonnull (error);
  assert_contains (error->message, message);
  files_assert_changed (before, fixture->folder, "");
}

/* When it cannot be copied, nothing is there afterwards. */
static void
test_folder_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScStorage) storage = open_storage (fixture->package);
  g_autofree char *within = g_build_filename (fixture->package, "build", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "target", NULL);
  g_autofree char *link = g_build_filename (fixture->package, "Other", "link", NULL);

  assert_not_copied (fixture, storage, within, "lies within the package itself");
  assert_not_copied (fixture, storage, nowhere, "is not there");
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  assert_not_copied (fixture, storage, fixture->target, "Take it out of the package");
  g_unlink (link);
  files_replace (fixture->package, "Other/Solution.xml", "1.2.3.4", "1.2.3.9");
  assert_not_copied (fixture, storage, fixture->target, "was changed by another program");
  g_assert_false (g_file_test (fixture->target, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (fixture->note, G_FILE_TEST_EXISTS));
}

static void
compare_zips (const char *before, const char *after)
{
  g_autoptr (ScZip) old = sc_zip_open (before, NULL);
  g_autoptr (ScZip) new = sc_zip_open (after, NULL);

  g_assert_cmpuint (sc_zip_count (old), ==, sc_zip_count (new));
  for (guint i = 0; i < sc_zip_count (old); i++)
    {
      g_autoptr (GBytes) a = sc_zip_read (old, i, NULL);
      g_autoptr (GBytes) b = sc_zip_read (new, i, NULL);
      gboolean list = strcmp (sc_zip_get_name (old, i), "solution.xml") == 0;

      g_assert_cmpstr (sc_zip_get_name (old, i), ==, sc_zip_get_name (new, i));
      g_assert_cmpint (g_bytes_equal (a, b), ==, !list);
      if (list)
        g_assert_nonnull (g_strstr_len (g_bytes_get_data (b, NULL), g_bytes_get_size (b),
                                        "<Version>77.8.9</Version>"));
    }
}

/* Of a zip, every entry but the list comes out as it went in. */
static void
test_zip (Fixture *fixture, gconstpointer data)
{
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");
  g_autofree char *solutions = NULL;
  g_autofree char *target = g_strconcat (fixture->target, ".zip", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  if (corpus == NULL)
    corpus = g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
  solutions = corpus != NULL ? g_build_filename (corpus, "solutions", NULL) : NULL;
  dir = solutions != NULL ? g_dir_open (solutions, 0, NULL) : NULL;
  if (dir == NULL)
    {
      g_test_skip ("the corpus is not here; STAGECRAFT_CORPUS names its folder");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (solutions, name, NULL);
      const ScExportOptions options = { SC_PACKAGE_ZIP, target, "77.8.9", FALSE };
      g_autoptr (ScStorage) storage = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (name, ".zip") || strstr (name, "managed") != NULL)
        continue;
      storage = open_storage (path);
      sc_export_run (storage, sc_storage_get_solution (storage), &options, &error);
      g_assert_no_error (error);
      compare_zips (path, target);
      n++;
    }
  g_test_message ("%u packages", n);
  g_assert_cmpuint (n, >, 0);
}

static void
test_note_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScStorage) storage = open_storage (fixture->package);
  const ScExportOptions options = { SC_PACKAGE_FOLDER, fixture->target, NULL, TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (fixture->note, 0755), ==, 0);
  g_assert_false (sc_export_run (storage, sc_storage_get_solution (storage), &options, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
  assert_contains (error->message, "The package was written, but not the note. ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/raise-version", test_raise_version);
  g_test_add_func ("/export/note-path", test_note_path);
  g_test_add_func ("/export/note", test_note);
  g_test_add_func ("/export/note-apps", test_note_apps);
  g_test_add_func ("/export/note-processes", test_note_processes);
  g_test_add_func ("/export/note-escapes", test_note_escapes);
  g_test_add_func ("/export/obstacles", test_obstacles);
#define ADD(name, test) g_test_add ("/export/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("refused", test_refused);
  ADD ("in-place", test_in_place);
  ADD ("folder", test_folder);
  ADD ("folder-of-read-only", test_folder_of_read_only);
  ADD ("folder-fails", test_folder_fails);
  ADD ("zip", test_zip);
  ADD ("note-fails", test_note_fails);
#undef ADD
  return g_test_run ();
}
