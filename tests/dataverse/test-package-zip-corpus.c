/* test-package-zip-corpus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"
#include "sc-edit-role.h"
#include "sc-edit-step.h"
#include "zip-files.h"

#include <string.h>

/* Every real zip, saved. */

static GPtrArray *
list_zips (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (corpus == NULL)
    corpus = g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
  folder = g_build_filename (corpus != NULL ? corpus : "", "solutions", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".zip"))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  if (paths->len == 0)
    g_test_skip ("no packages: set STAGECRAFT_CORPUS to a folder that has some in “solutions”");
  return paths;
}

static ScPackage *
save (ScPackage *package, const ScSolution *solution)
{
  g_autoptr (GError) error = NULL;
  ScPackage *saved = sc_package_save (package, solution, FALSE, &error);

  g_assert_no_error (error);
  return saved;
}

/* Contents only: times differ after two saves. */
static void
assert_same_contents (GPtrArray *before, const char *path)
{
  g_autoptr (GPtrArray) after = zip_files_list (path);

  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i++)
    {
      const ZipEntry *old = g_ptr_array_index (before, i);
      const ZipEntry *new = g_ptr_array_index (after, i);

      g_assert_cmpstr (old->name, ==, new->name);
      g_assert_true (g_bytes_equal (old->content, new->content));
    }
}

static char *
get_text (const ZipEntry *entry)
{
  return g_strndup (g_bytes_get_data (entry->content, NULL), g_bytes_get_size (entry->content));
}

/* That many entries differ, each in one or more runs of lines of those kinds; every other one is
 * the same to the last bit. */
static void
assert_lines_changed (GPtrArray *before, const char *path, guint n_entries, const char *kinds)
{
  g_autoptr (GPtrArray) after = zip_files_list (path);
  guint n = 0;

  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i++)
    {
      const ZipEntry *old = g_ptr_array_index (before, i);
      const ZipEntry *new = g_ptr_array_index (after, i);
      g_autofree char *old_text = get_text (old);
      g_autofree char *new_text = get_text (new);
      g_autofree char *diff = NULL;
      g_auto (GStrv) lines = NULL;
      guint n_lines;

      if (g_bytes_equal (old->content, new->content))
        {
          g_assert_cmpstr (old->header, ==, new->header);
          g_assert_true (g_bytes_equal (old->packed, new->packed));
          continue;
        }
      n++;
      diff = files_diff (old_text, new_text);
      lines = g_strsplit (diff, "\n", -1);
      n_lines = g_strv_length (lines) - 1;
      g_assert_cmpuint (n_lines, >, 0);
      g_assert_cmpuint (n_lines % strlen (kinds), ==, 0);
      for (guint j = 0; j < n_lines; j++)
        g_assert_cmpint (lines[j][0], ==, kinds[j % strlen (kinds)]);
    }
  g_assert_cmpuint (n, ==, n_entries);
}

/* These three change something and take it back; they take over the package and return it as it is
 * then. */

static ScPackage *
rename_one_step (ScPackage *package, const ScFlow *flow, GPtrArray *entries)
{
  const char *path = sc_package_get_path (package);
  const ScSolution *solution = sc_package_get_solution (package);
  const ScStage *stage = sc_list_get (flow->stages, sc_list_length (flow->stages) - 1);
  const ScStep *step = sc_list_get (stage->steps, 0);
  g_autoptr (ScSolution) renamed = NULL;
  g_autoptr (GPtrArray) before = zip_files_list (path);
  g_autoptr (ScPackage) saved = NULL;
  g_autoptr (ScPackage) fresh = NULL;
  ScPackage *back;

  /* An action step repeats its label in the XAML. */
  if (step->kind != SC_STEP_DATA)
    return package;
  renamed = sc_edit_step_set_label (solution, flow->id, step->id, 1033, "Renamed & <told>", NULL);
  saved = save (package, renamed);
  assert_lines_changed (before, path, 2, "-+");
  fresh = sc_package_open (path, NULL);
  g_assert_true (sc_value_equal (sc_package_get_solution (fresh)->flows, renamed->flows));
  back = save (saved, solution);
  assert_same_contents (entries, path);
  sc_package_unref (package);
  return back;
}

static ScPackage *
toggle_one_privilege (ScPackage *package, const ScRole *role, GPtrArray *entries)
{
  const char *path = sc_package_get_path (package);
  const ScSolution *solution = sc_package_get_solution (package);
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  g_autofree char *privilege = sc_access_get_privilege_name (SC_ACCESS_WRITE, flow->unique_name);
  gboolean held = sc_role_get_level (role, privilege, NULL) != SC_LEVEL_NONE;
  g_autoptr (ScSolution) toggled
      = sc_edit_role_set_access (solution, role->id, flow->id, SC_ACCESS_WRITE,
                                 held ? SC_LEVEL_NONE : SC_LEVEL_ORGANIZATION, NULL);
  g_autoptr (GPtrArray) before = zip_files_list (path);
  g_autoptr (ScPackage) saved = save (package, toggled);
  ScPackage *back;

  assert_lines_changed (before, path, 1, held ? "-" : "+");
  back = save (saved, solution);
  assert_same_contents (entries, path);
  sc_package_unref (package);
  return back;
}

static ScPackage *
add_and_delete_role (ScPackage *package, GPtrArray *entries)
{
  const ScSolution *solution = sc_package_get_solution (package);
  g_autoptr (ScSolution) added = sc_edit_role_add (solution, NULL, "Flow advisor", NULL);
  g_autoptr (ScPackage) saved = save (package, added);
  g_autoptr (ScPackage) fresh = sc_package_open (sc_package_get_path (package), NULL);
  ScPackage *back;

  g_assert_cmpuint (sc_list_length (sc_package_get_solution (fresh)->roles), ==,
                    sc_list_length (solution->roles) + 1);
  back = save (saved, solution);
  assert_same_contents (entries, sc_package_get_path (package));
  sc_package_unref (package);
  return back;
}

static void
check_saves (const char *path)
{
  g_autoptr (GPtrArray) entries = zip_files_list (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = sc_package_open (path, &error);
  g_autoptr (ScPackage) same = NULL;
  g_autoptr (ScPackage) rewritten = NULL;
  const ScSolution *solution;

  g_assert_no_error (error);
  solution = sc_package_get_solution (package);
  if (solution->managed)
    {
      g_assert_null (sc_package_save (package, solution, FALSE, &error));
      g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED);
      zip_files_assert_changed (entries, path, "");
      return;
    }
  same = save (package, solution);
  rewritten = sc_package_save (package, solution, TRUE, &error);
  g_assert_no_error (error);
  zip_files_assert_changed (entries, path, "");
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      package = rename_one_step (package, flow, entries);
    }
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      package = toggle_one_privilege (package, role, entries);
    }
  package = add_and_delete_role (package, entries);
}

static void
test_saves (void)
{
  g_autoptr (GPtrArray) paths = list_zips ();

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autofree char *copy = g_build_filename (folder, "copy.zip", NULL);
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (g_ptr_array_index (paths, i), &content, &length, NULL));
      g_assert_true (g_file_set_contents (copy, content, length, NULL));
      check_saves (copy);
      files_remove_folder (folder);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package-zip-corpus/saves", test_saves);
  return g_test_run ();
}
