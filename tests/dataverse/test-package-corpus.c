/* test-package-corpus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"
#include "sc-edit-role.h"
#include "sc-zip.h"

#include <string.h>

/* Every package below that folder, and what a plain look at its text finds in it. */

static const char *
get_corpus (void)
{
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");

  return corpus != NULL ? corpus : g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
}

static GPtrArray *
list_paths (const char *folder, const char *suffix)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path
      = g_build_filename (get_corpus () != NULL ? get_corpus () : "", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, suffix))
        g_ptr_array_add (paths, g_build_filename (path, name, NULL));
    }
  if (paths->len == 0)
    g_test_skip ("no packages: set STAGECRAFT_CORPUS to a folder that has some in “solutions”");
  return paths;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static ScPackage *
open_package (const char *path)
{
  g_autoptr (GError) error = NULL;
  ScPackage *package = sc_package_open (path, &error);

  g_assert_no_error (error);
  /* One package lists a standard flow that every environment of its kind has. */
  for (const char *const *note = sc_package_get_notes (package); *note != NULL; note++)
    g_assert_nonnull (strstr (*note, "works only where the environment has it"));
  return package;
}

/* Steps of a real flow are on columns that are there, wherever all columns are known. */
static void
check_columns (const ScSolution *solution)
{
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_assert_nonnull (flow->name);
      g_assert_nonnull (flow->unique_name);
      sc_list_foreach (flow->stages, const ScStage *, stage)
        {
          const ScTable *table = sc_solution_find_table (solution, stage->table, NULL);

          sc_list_foreach (stage->steps, const ScStep *, step)
            {
              if (table != NULL && table->complete && step->column != NULL)
                g_assert_nonnull (sc_table_find_column (table, step->column, NULL));
            }
        }
    }
}

static void
test_zips (void)
{
  g_autoptr (GPtrArray) paths = list_paths ("solutions", ".zip");

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (ScPackage) package = open_package (path);
      const ScSolution *solution = sc_package_get_solution (package);
      g_autoptr (ScZip) zip = sc_zip_open (path, NULL);
      g_autoptr (GBytes) bytes = sc_zip_read (zip, sc_zip_find (zip, "customizations.xml"), NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      g_assert_cmpuint (sc_list_length (solution->flows), ==,
                        count (text, "<Category>4</Category>"));
      g_assert_cmpuint (sc_list_length (solution->tables), ==, count (text, "OriginalName="));
      g_assert_cmpuint (sc_list_length (solution->roles), ==, count (text, "<RolePrivileges"));
      g_assert_cmpuint (sc_list_length (solution->relationships), ==,
                        count (text, "<EntityRelationshipType>OneToMany<"));
      g_assert_cmpuint (sc_list_length (solution->components), >, 0);
      check_columns (solution);
    }
}

static guint
count_files (const char *root, const char *folder, const char *file, const char *part)
{
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, file, NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (inner, &text, NULL, NULL) && strstr (text, part) != NULL)
        n++;
    }
  return n;
}

static void
test_folders (void)
{
  g_autoptr (GPtrArray) paths = list_paths ("solutions", "__unpacked");

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (ScPackage) package = open_package (path);
      const ScSolution *solution = sc_package_get_solution (package);

      g_assert_cmpuint (sc_list_length (solution->flows), ==,
                        count_files (path, "Workflows", NULL, "<Category>4</Category>"));
      g_assert_cmpuint (sc_list_length (solution->tables), ==,
                        count_files (path, "Entities", "Entity.xml", "<Entity"));
      g_assert_cmpuint (sc_list_length (solution->roles), ==,
                        count_files (path, "Roles", NULL, "<Role "));
      check_columns (solution);
    }
}

static ScPackage *
save (ScPackage *package, const ScSolution *solution)
{
  g_autoptr (GError) error = NULL;
  ScPackage *saved = sc_package_save (package, solution, FALSE, &error);

  g_assert_no_error (error);
  return saved;
}

/* One line, and nothing else, in each of that many files. */
static void
assert_lines_changed (GHashTable *before, const char *folder, guint n_files, const char *kinds)
{
  g_autoptr (GHashTable) after = files_take_snapshot (folder);
  g_autoptr (GPtrArray) names = files_compare (before, after);

  g_assert_cmpuint (names->len, ==, n_files);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const char *old_text = strchr (g_hash_table_lookup (before, name), '\n');
      const char *new_text = strchr (g_hash_table_lookup (after, name), '\n');
      g_autofree char *diff = files_diff (old_text, new_text);
      g_auto (GStrv) lines = g_strsplit (diff, "\n", -1);

      g_assert_cmpuint (g_strv_length (lines), ==, strlen (kinds) + 1);
      for (guint j = 0; kinds[j] != '\0'; j++)
        g_assert_cmpint (lines[j][0], ==, kinds[j]);
    }
}

/* Contents only: times differ after two saves. */
static void
assert_same_contents (GHashTable *before, const char *folder)
{
  g_autoptr (GHashTable) after = files_take_snapshot (folder);
  GHashTableIter iter;
  gpointer name, content;

  g_assert_cmpuint (g_hash_table_size (before), ==, g_hash_table_size (after));
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &name, &content))
    g_assert_cmpstr (strchr (content, '\n'), ==, strchr (g_hash_table_lookup (after, name), '\n'));
}

static void
toggle_one_privilege (ScPackage *package, const ScRole *role, ScAccess access, const char *folder)
{
  g_autoptr (GHashTable) snapshot = files_take_snapshot (folder);
  const ScSolution *solution = sc_package_get_solution (package);
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  g_autofree char *privilege = sc_access_get_privilege_name (access, flow->unique_name);
  gboolean held = sc_role_get_level (role, privilege, NULL) != SC_LEVEL_NONE;
  g_autoptr (ScSolution) toggled = sc_edit_role_set_access (
      solution, role->id, flow->id, access, held ? SC_LEVEL_NONE : SC_LEVEL_ORGANIZATION, NULL);
  g_autoptr (ScPackage) saved = save (package, toggled);
  g_autoptr (ScPackage) back = NULL;

  assert_lines_changed (snapshot, folder, 1, held ? "-" : "+");
  back = save (saved, solution);
  assert_same_contents (snapshot, folder);
}

static void
check_saves (const char *folder)
{
  g_autoptr (ScPackage) package = open_package (folder);
  const ScSolution *solution = sc_package_get_solution (package);
  g_autoptr (GHashTable) snapshot = files_take_snapshot (folder);
  g_autoptr (ScPackage) same = save (package, solution);
  g_autoptr (ScPackage) rewritten = sc_package_save (package, solution, TRUE, NULL);

  g_assert_nonnull (rewritten);
  files_assert_changed (snapshot, folder, "");
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      for (ScAccess access = 0; access < SC_N_ACCESS; access++)
        toggle_one_privilege (package, role, access, folder);
    }
}

static void
test_saves (void)
{
  g_autoptr (GPtrArray) paths = list_paths ("solutions", "__unpacked");

  for (guint i = 0; i < paths->len; i++)
    {
      static const char *const parts[]
          = { "Workflows", "Roles", "Other", "OptionSets", "Entities" };
      g_autofree char *folder = files_make_folder ();

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          g_autofree char *from = g_build_filename (g_ptr_array_index (paths, i), parts[j], NULL);
          g_autofree char *to = g_build_filename (folder, parts[j], NULL);

          if (g_file_test (from, G_FILE_TEST_IS_DIR))
            files_copy_folder (from, to);
        }
      check_saves (folder);
      files_remove_folder (folder);
    }
}

static void
test_bare (void)
{
  g_autoptr (GPtrArray) folders = list_paths ("flows", "");

  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *path = g_build_filename (g_ptr_array_index (folders, i), "flow.xaml", NULL);
      g_autofree char *data = NULL;
      g_autoptr (ScPackage) package = NULL;
      const ScFlow *flow;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      package = open_package (path);
      flow = sc_list_get (sc_package_get_solution (package)->flows, 0);
      g_assert_cmpuint (sc_list_length (flow->stages), >, 0);
      data = g_strconcat (path, ".data.xml", NULL);
      if (g_file_test (data, G_FILE_TEST_EXISTS))
        g_assert_nonnull (flow->unique_name);
      g_assert_null (sc_package_explain_unsaveable (package, sc_package_get_solution (package)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package-corpus/zips", test_zips);
  g_test_add_func ("/package-corpus/folders", test_folders);
  g_test_add_func ("/package-corpus/saves", test_saves);
  g_test_add_func ("/package-corpus/bare", test_bare);
  return g_test_run ();
}
