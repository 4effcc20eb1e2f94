/* test-package-refused.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saves and new packages that something stands in the way of: nothing is written then. */

#include "package-files.h"
#include "package-parts.h"
#include "sample-flows.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-package-create.h"
#include "sc-xml.h"

#include <glib/gstdio.h>
#include <string.h>

#define STRAIGHT "ffffffff-0000-4000-8000-000000000001"
#define NEW_ID   "eeeeeeee-0000-4000-8000-000000000009"
#define PLANT    "aaaaaaaa-0000-4000-8000-000000000001"
#define HARVEST  "aaaaaaaa-0000-4000-8000-000000000002"
#define XAML     "Workflows/Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml"
#define TABLE    "Entities/sc_straight/Entity.xml"

static ScSolution *
add_flow (const ScSolution *solution)
{
  return sc_edit_flow_add (solution, NEW_ID, "New", "account", NULL);
}

static ScSolution *
delete_flow (const ScSolution *solution)
{
  return sc_edit_flow_delete (solution, STRAIGHT, NULL);
}

static ScSolution *
set_order (const ScSolution *solution)
{
  return sc_edit_flow_set_order (solution, STRAIGHT, 7, NULL);
}

static ScSolution *
describe (const ScSolution *solution)
{
  return sc_edit_flow_set_description (solution, STRAIGHT, "New", NULL);
}

static ScSolution *
deactivate (const ScSolution *solution)
{
  const ScFlow *flow = sc_list_get (solution->flows, 0);

  return sc_edit_flow_set_active (solution, STRAIGHT, !flow->active, NULL);
}

static ScSolution *
label_flow (const ScSolution *solution)
{
  return sc_edit_flow_set_label (solution, STRAIGHT, 1031, "Gerade", NULL);
}

static ScSolution *
label_stage (const ScSolution *solution)
{
  return sc_edit_stage_set_label (solution, STRAIGHT, PLANT, 1033, "Seed", NULL);
}

static ScSolution *
choose_table (const ScSolution *solution)
{
  return sc_edit_stage_set_table (solution, STRAIGHT, HARVEST, "contact", NULL);
}

static ScSolution *
add_role (const ScSolution *solution)
{
  return sc_edit_role_add (solution, NULL, "New role", NULL);
}

static ScSolution *
grant (const ScSolution *solution)
{
  return sc_edit_role_set_access (solution, SAMPLE_ROLE_ID, STRAIGHT, SC_ACCESS_CREATE,
                                  SC_LEVEL_ORGANIZATION, NULL);
}

/* With another flow in the place of the first one, or behind it. */
static ScSolution *
put_flow (const ScSolution *solution, ScFlow *flow, gboolean new)
{
  ScSolution *draft = sc_solution_copy (solution);

  if (new)
    sc_set_string (flow, id, NEW_ID);
  sc_take_value (draft, flows,
                 new ? sc_list_append (solution->flows, flow)
                     : sc_list_replace (solution->flows, 0, flow));
  sc_flow_unref (flow);
  return draft;
}

static ScSolution *
set_conditions (const ScSolution *solution)
{
  ScFlow *flow = sc_flow_copy (sc_list_get (solution->flows, 0));

  sc_set_string (flow, display_conditions, "new");
  return put_flow (solution, flow, FALSE);
}

static ScSolution *
rename_table (const ScSolution *solution)
{
  ScFlow *flow = sc_flow_copy (sc_list_get (solution->flows, 0));

  sc_set_string (flow, unique_name, "sc_other");
  return put_flow (solution, flow, FALSE);
}

static ScSolution *
add_bad_id (const ScSolution *solution)
{
  ScFlow *flow = sc_flow_copy (sc_list_get (solution->flows, 0));
  ScSolution *draft = sc_solution_copy (solution);

  sc_set_string (flow, id, "7");
  sc_take_value (draft, flows, sc_list_append (solution->flows, flow));
  sc_flow_unref (flow);
  return draft;
}

static ScSolution *
add_without_table (const ScSolution *solution)
{
  ScFlow *flow = sc_flow_copy (sc_list_get (solution->flows, 0));
  ScStage *stage = sc_stage_copy (sc_list_get (flow->stages, 0));

  sc_set_string (stage, table, "");
  sc_set_string (flow, unique_name, "sc_other");
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  sc_stage_unref (stage);
  return put_flow (solution, flow, TRUE);
}

typedef struct
{
  const char *title;
  const char *file; /* that is written before the package is opened; or NULL */
  const char *text;
  const char *opened; /* below the folder */
  ScSolution *(*edit) (const ScSolution *);
  const char *message;
} Refused;

static const Refused refused[] = {
  { "a table that is broken", TABLE, "<a>", "", choose_table, TABLE },
  { "a form that is broken", "Entities/sc_straight/FormXml/main/1.xml", "<a>", "", label_stage,
    "FormXml/main/1.xml" },
  { "an app that is broken", "AppModules/a/AppModule.xml", "<a>", "", delete_flow,
    "AppModules/a/AppModule.xml" },
  { "relationships that are broken", "Other/Relationships/Contact.xml", "<a>", "", delete_flow,
    "Other/Relationships/Contact.xml" },
  { "an index that is broken", "Other/Relationships.xml", "<a>", "", add_flow,
    "Other/Relationships.xml" },
  { "a table in the way", "Entities/sc_new/Entity.xml", "<Entity />", "", add_flow,
    "belongs to no flow that was opened" },
  { "a new flow of no id", NULL, NULL, "", add_bad_id, "has no valid id" },
  { "a new flow of no table", NULL, NULL, "", add_without_table, "has no table" },
  { "another name for the table", NULL, NULL, "", rename_table, "is also the name of its table" },

  { "a flow more in a file", XAML ".data.xml", "<a />", XAML, add_flow,
    "has no place in a .xaml file" },
  { "no flow in a file", XAML ".data.xml", "<a />", XAML, delete_flow,
    "was deleted. Delete the file instead" },
  { "a role in a file", XAML ".data.xml", "<a />", XAML, add_role,
    "Roles have no place in a .xaml file" },
  { "an order in a file alone", XAML ".data.xml", "<a />", XAML, set_order,
    "have no place in a .xaml file alone" },
  { "a description in a file alone", XAML ".data.xml", "<a>", XAML, describe,
    "have no place in a .xaml file alone" },
  { "a state in a file alone", XAML ".data.xml", "<a />", XAML, deactivate,
    "have no place in a .xaml file alone" },
  { "conditions in a file alone", XAML ".data.xml", "<a />", XAML, set_conditions,
    "have no place in a .xaml file alone" },
  { "a label in a file alone", XAML ".data.xml", "<a />", XAML, label_flow,
    "have no place in a .xaml file alone" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *row = data;
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = NULL;
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScSolution) after = NULL;

  files_make_solution (folder, "\n");
  if (row->file != NULL)
    files_write (folder, row->file, row->text);
  before = files_take_snapshot (folder);
  path = g_build_filename (folder, row->opened, NULL);
  package = sc_package_open (path, &error);
  g_assert_no_error (error);
  after = row->edit (sc_package_get_solution (package));
  g_assert_nonnull (after);
  g_assert_null (sc_package_save (package, after, FALSE, &error));
  if (strstr (error->message, row->message) == NULL)
    g_error ("“%s” instead of “%s”", error->message, row->message);
  files_assert_changed (before, folder, "");
  files_remove_folder (folder);
}

typedef struct
{
  const char *title;
  const char *from, *to; /* in customizations.xml */
  ScSolution *(*edit) (const ScSolution *);
  const char *message;
} Lacking;

static const Lacking lacking[] = {
  { "no list of tables", "Entities>", "Tables>", add_flow, "Entities" },
  { "no list of relationships", "EntityRelationships", "Relations", add_flow,
    "EntityRelationships" },
};

/* A zip without the list that something new belongs in. */
static void
test_lacking (gconstpointer data)
{
  const Lacking *row = data;
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.zip", NULL);
  g_autoptr (GPtrArray) parts = parts_make_sample ();
  g_autofree char *text = parts_read (parts, "customizations.xml");
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScSolution) after = NULL;

  g_assert_cmpuint (g_string_replace (changed, row->from, row->to, 0), ==, 2);
  parts_replace (parts, "customizations.xml", text, changed->str);
  parts_write_zip (parts, path);
  before = files_take_snapshot (folder);
  package = sc_package_open (path, &error);
  g_assert_no_error (error);
  after = row->edit (sc_package_get_solution (package));
  g_assert_null (sc_package_save (package, after, FALSE, &error));
  if (strstr (error->message, row->message) == NULL)
    g_error ("“%s” instead of “%s”", error->message, row->message);
  files_assert_changed (before, folder, "");
  files_remove_folder (folder);
}

#define COMPONENT(rest) "    <AppModuleComponent " rest " />\n"
#define OWN                                       \
  COMPONENT ("type=\"29\" id=\"{" STRAIGHT "}\"") \
  COMPONENT ("type=\"1\" schemaName=\"sc_Straight\"")
#define APP(components) \
  "<AppModule>\n  <AppModuleComponents>\n" components "  </AppModuleComponents>\n</AppModule>"

/* A flow that goes leaves the apps of a folder, in both files of each. */
static void
test_app_files (void)
{
  static const struct
  {
    const char *name, *before, *after;
  } files[] = {
    { "AppModules/a/AppModule.xml", APP (OWN COMPONENT ("type=\"62\"")),
      APP (COMPONENT ("type=\"62\"")) },
    { "AppModules/a/AppModule_managed.xml", APP (OWN),
      "<AppModule>\n  <AppModuleComponents />\n</AppModule>" },
    { "AppModules/b/AppModule.xml", "<AppModule />", "<AppModule />" },
    { "AppModules/b/readme.txt", "kept", "kept" },
  };
  g_autofree char *folder = files_make_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScPackage) saved = NULL;
  g_autoptr (ScSolution) after = NULL;

  files_make_solution (folder, "\n");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    files_write (folder, files[i].name, files[i].before);
  package = sc_package_open (folder, &error);
  g_assert_no_error (error);
  after = delete_flow (sc_package_get_solution (package));
  saved = sc_package_save (package, after, FALSE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = files_read (folder, files[i].name);

      g_assert_cmpstr (text, ==, files[i].after);
    }
  files_remove_folder (folder);
}

/* Without a manifest there is nothing to list a new role in. */
static void
test_no_manifest (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *manifest = g_build_filename (folder, "Other", "Solution.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScPackage) saved = NULL;
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (GHashTable) before = NULL;

  files_make_solution (folder, "\n");
  g_assert_cmpint (g_unlink (manifest), ==, 0);
  before = files_take_snapshot (folder);
  package = sc_package_open (folder, &error);
  g_assert_no_error (error);
  after = grant (sc_package_get_solution (package));
  saved = sc_package_save (package, after, FALSE, &error);
  g_assert_no_error (error);
  files_assert_changed (before, folder, "Roles/Flow user.xml");
  files_remove_folder (folder);
}

/* A name that is longer than any that is read. */
static void
check_unreadable (const char *path, const char *folder, const char *file)
{
  g_autofree char *name = g_strnfill (SC_XML_MAX_VALUE + 1, 'n');
  g_autoptr (GHashTable) before = files_take_snapshot (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = sc_package_open (path, &error);
  g_autoptr (ScPackage) saved = NULL;
  g_autoptr (ScRole) role = NULL;
  g_autoptr (ScSolution) after = NULL;

  g_assert_no_error (error);
  after = sc_solution_copy (sc_package_get_solution (package));
  role = sc_role_copy (sc_list_get (after->roles, 0));
  sc_set_string (role, name, name);
  sc_take_value (after, roles, sc_list_replace (after->roles, 0, role));
  saved = sc_package_save (package, after, FALSE, &error);
  g_assert_null (saved);
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, file));
  g_assert_nonnull (strstr (error->message, "could not be opened again"));
  g_assert_nonnull (strstr (error->message, "Nothing was written"));
  files_assert_changed (before, folder, "");
}

static void
test_unreadable (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *zip_folder = files_make_folder ();
  g_autofree char *zip = files_make_zip (zip_folder, "\n");

  files_make_solution (folder, "\n");
  check_unreadable (folder, folder, "Roles/Flow user.xml");
  check_unreadable (zip, zip_folder, "customizations.xml");
  files_remove_folder (folder);
  files_remove_folder (zip_folder);
}

/* Parts that cannot all be files, and parts that are no package. */
static void
test_parts (void)
{
  static const struct
  {
    ScPackageKind kind;
    const char *paths[2];
    const char *message;
  } rows[] = {
    { SC_PACKAGE_FOLDER, { "a", "a/b/c" }, "is not a regular file" },
    { SC_PACKAGE_FOLDER, { "a", "b" }, "Solution.xml" },
    { SC_PACKAGE_ZIP, { "a", "b" }, "solution.xml" },
    { SC_PACKAGE_ZIP, { "a", "a" }, "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autofree char *path = g_build_filename (folder, "new", NULL);
      g_autoptr (GPtrArray) parts = parts_new ();
      g_autoptr (GError) error = NULL;

      parts_add (parts, rows[i].paths[0], "1");
      parts_add (parts, rows[i].paths[1], "2");
      g_assert_null (sc_package_create_from_parts (parts, rows[i].kind, path, NULL, &error));
      if (strstr (error->message, rows[i].message) == NULL)
        g_error ("“%s” instead of “%s”", error->message, rows[i].message);
      /* Nothing is left, not even what lay beside it. */
      g_assert_cmpint (g_rmdir (folder), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/package-refused/", refused[i].title, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lacking); i++)
    {
      g_autofree char *path = g_strconcat ("/package-refused/", lacking[i].title, NULL);

      g_test_add_data_func (path, &lacking[i], test_lacking);
    }
  g_test_add_func ("/package-refused/app files", test_app_files);
  g_test_add_func ("/package-refused/no manifest", test_no_manifest);
  g_test_add_func ("/package-refused/unreadable", test_unreadable);
  g_test_add_func ("/package-refused/parts", test_parts);
  return g_test_run ();
}
