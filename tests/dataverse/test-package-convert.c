/* test-package-convert.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"
#include "package-parts.h"
#include "real-flow.h"
#include "sc-edit-flow.h"
#include "sc-package-create.h"
#include "sc-package-layout.h"
#include "zip-files.h"

#include <string.h>

/* Real packages, unpacked and packed. */

static GPtrArray *
list_packages (const char *suffix)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *corpus = real_flow_get_corpus ();
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (corpus == NULL)
    return paths;
  folder = g_build_filename (corpus, "solutions", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, suffix))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  return paths;
}

/* The entries of an archive as parts. */
static GPtrArray *
read_parts (const char *path)
{
  g_autoptr (GPtrArray) entries = zip_files_list (path);
  GPtrArray *parts = parts_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const ZipEntry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (parts, sc_part_new (g_strdup (entry->name), g_bytes_ref (entry->content)));
    }
  return parts;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The lines of a text, or what stands between tags, in an order of their own. */
static char *
sort_lines (GBytes *bytes, const char *separator)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, separator, -1);

  qsort (lines, g_strv_length (lines), sizeof (char *), compare_strings);
  return g_strjoinv ("\n", lines);
}

/* The order of processes, forms and views means nothing; nor does that of types. */
static void
assert_equal_entries (const char *package, GPtrArray *before, GPtrArray *after)
{
  g_assert_nonnull (parts_find (after, "[Content_Types].xml"));
  for (guint i = 0; i < before->len; i++)
    {
      const ScPart *old = g_ptr_array_index (before, i);
      const ScPart *new = parts_find (after, old->path);

      if (g_str_equal (old->path, "[Content_Types].xml"))
        continue;
      if (new == NULL)
        g_error ("%s: %s is not there any more", package, old->path);
      if (g_str_equal (old->path, "customizations.xml"))
        {
          g_autofree char *old_lines = sort_lines (old->bytes, "\n");
          g_autofree char *new_lines = sort_lines (new->bytes, "\n");

          g_assert_cmpuint (g_bytes_get_size (old->bytes), ==, g_bytes_get_size (new->bytes));
          g_assert_cmpstr (old_lines, ==, new_lines);
        }
      else if (!g_bytes_equal (old->bytes, new->bytes))
        g_error ("%s: %s is not the same", package, old->path);
    }
  g_assert_cmpuint (after->len, <=, before->len + 1);
}

static void
test_unpack_and_pack (void)
{
  g_autoptr (GPtrArray) paths = list_packages (".zip");

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (GPtrArray) entries = read_parts (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) files = sc_package_unpack (entries, &error);
      g_autoptr (GPtrArray) again = NULL;
      guint n_tables = 0;

      g_assert_no_error (error);
      for (guint j = 0; j < files->len; j++)
        n_tables
            += g_str_has_suffix (((ScPart *) g_ptr_array_index (files, j))->path, "/Entity.xml");
      g_assert_cmpuint (n_tables, >, 0);
      g_assert_nonnull (parts_find (files, "Other/Solution.xml"));
      g_assert_nonnull (parts_find (files, "Other/Relationships.xml"));
      again = sc_package_pack (files, &error);
      g_assert_no_error (error);
      assert_equal_entries (path, entries, again);
    }
}

static void
assert_same_solution (const ScSolution *a, const ScSolution *b)
{
  g_assert_cmpuint (sc_list_length (a->flows), ==, sc_list_length (b->flows));
  sc_list_foreach (a->flows, const ScFlow *, flow)
    {
      g_assert_true (sc_flow_equal (flow, sc_solution_find_flow (b, flow->id, NULL)));
    }
  g_assert_cmpuint (sc_list_length (a->roles), ==, sc_list_length (b->roles));
  sc_list_foreach (a->roles, const ScRole *, role)
    {
      g_assert_true (sc_role_equal (role, sc_solution_find_role (b, role->id, NULL)));
    }
  g_assert_cmpuint (sc_list_length (a->tables), ==, sc_list_length (b->tables));
  sc_list_foreach (a->tables, const ScTable *, table)
    {
      g_assert_true (sc_table_equal (table, sc_solution_find_table (b, table->name, NULL)));
    }
  g_assert_cmpuint (sc_list_length (a->relationships), ==, sc_list_length (b->relationships));
  g_assert_true (sc_value_equal (a->components, b->components));
}

static ScPackage *
convert (const ScPackage *package, const ScSolution *solution, const char *path)
{
  g_autoptr (GError) error = NULL;
  ScPackage *converted = sc_package_convert (package, solution, path, NULL, &error);

  g_assert_no_error (error);
  assert_same_solution (sc_package_get_solution (converted), solution);
  return converted;
}

/* There and back, with an edit on the way. */
static void
check_both_ways (const char *path, gboolean zip)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *first = g_build_filename (folder, zip ? "first" : "first.zip", NULL);
  g_autofree char *second = g_build_filename (folder, zip ? "second.zip" : "second", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = sc_package_open (path, &error);
  g_autoptr (ScPackage) converted = NULL;
  g_autoptr (ScPackage) back = NULL;
  g_autoptr (ScSolution) edited = NULL;
  const ScSolution *solution;
  const ScFlow *flow;

  g_assert_no_error (error);
  solution = sc_package_get_solution (package);
  if (!solution->managed)
    {
      flow = sc_list_get (solution->flows, 0);
      converted = convert (package, solution, first);
      edited = sc_edit_flow_set_order (solution, flow->id, flow->order + 5, NULL);
      back = convert (converted, edited, second);
    }
  files_remove_folder (folder);
}

static void
test_both_ways (void)
{
  g_autoptr (GPtrArray) zips = list_packages (".zip");
  g_autoptr (GPtrArray) folders = list_packages ("__unpacked");

  for (guint i = 0; i < zips->len; i++)
    check_both_ways (g_ptr_array_index (zips, i), TRUE);
  for (guint i = 0; i < folders->len; i++)
    check_both_ways (g_ptr_array_index (folders, i), FALSE);
}

/* Nothing is packed that would be lost. */
static void
test_unknown (void)
{
  static const char *const names[]
      = { "Other/FieldSecurityProfiles.xml", "PluginAssemblies/a/a.dll.data.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autofree char *target = g_strconcat (folder, ".zip", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScPackage) package = NULL;

      files_make_solution (folder, "\n");
      files_write (folder, "Other/Customizations.xml",
                   "<ImportExportXml>\n  <Entities />\n  <Roles />\n  <Workflows />\n"
                   "  <EntityRelationships />\n  <optionsets />\n</ImportExportXml>");
      files_write (folder, names[i], "<a />");
      package = sc_package_open (folder, &error);
      g_assert_no_error (error);
      g_assert_null (
          sc_package_convert (package, sc_package_get_solution (package), target, NULL, &error));
      g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED);
      g_assert_nonnull (strstr (error->message, names[i]));
      g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
      files_remove_folder (folder);
    }
}

int
main (int argc, char *argv[])
{
  /* Every file waits for the disk, and there are many here. */
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package-convert/unpack-and-pack", test_unpack_and_pack);
  g_test_add_func ("/package-convert/both-ways", test_both_ways);
  g_test_add_func ("/package-convert/unknown", test_unknown);
  return g_test_run ();
}
