/* test-package-convert.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE
#include "package-files.h"
#include "package-parts.h"
#include "real-flow.h"
#include "sc-edit-flow.h"
#include "sc-package-create.h"
#include "sc-package-layout.h"

#include <string.h>
#include <unistd.h>

/* Packages, unpacked and packed. */

#define EMPTY_CUSTOMIZATIONS                                          \
  "<ImportExportXml>\n  <Entities />\n  <Roles />\n  <Workflows />\n" \
  "  <EntityRelationships />\n  <optionsets />\n</ImportExportXml>"

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
      g_autoptr (GPtrArray) entries = parts_read_zip (path);
      g_autoptr (GError) error = NULL;
      g_autofree char *note = NULL;
      g_autoptr (GPtrArray) files = sc_package_unpack (entries, &note, &error);
      g_autoptr (GPtrArray) again = NULL;
      guint n_tables = 0;

      g_assert_no_error (error);
      g_assert_null (note);
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

/* An unpacked solution of our own, or the same packed; returns its path below folder. */
static char *
make_package (const char *folder, gboolean zip, const char *line_end)
{
  g_autofree char *unpacked = g_build_filename (folder, "unpacked", NULL);
  g_autofree char *packed = g_build_filename (folder, "packed.zip", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScPackage) converted = NULL;

  files_make_solution (unpacked, line_end);
  files_write (unpacked, "Other/Customizations.xml", EMPTY_CUSTOMIZATIONS);
  files_write (unpacked, "WebResources/sc_logo", "\x89PNG");
  files_replace (unpacked, "Other/Relationships/Account.xml", "ManyToMany</EntityRelationshipType>",
                 "ManyToMany</EntityRelationshipType><FirstEntityName>Account</FirstEntityName>");
  if (!zip)
    return g_steal_pointer (&unpacked);
  package = sc_package_open (unpacked, &error);
  g_assert_no_error (error);
  converted = convert (package, sc_package_get_solution (package), packed);
  return g_steal_pointer (&packed);
}

/* With a flow that is edited and one that goes. */
static void
check_made (gboolean zip, const char *line_end)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = make_package (folder, zip, line_end);
  g_autofree char *target = g_build_filename (folder, "converted", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = sc_package_open (path, &error);
  g_autoptr (ScPackage) again = NULL;
  g_autoptr (ScPackage) converted = NULL;
  g_autoptr (ScSolution) ordered = NULL;
  g_autoptr (ScSolution) fewer = NULL;
  const ScFlow *first, *second;

  g_assert_no_error (error);
  first = sc_list_get (sc_package_get_solution (package)->flows, 0);
  second = sc_list_get (sc_package_get_solution (package)->flows, 1);
  ordered = sc_edit_flow_set_order (sc_package_get_solution (package), first->id, 107, NULL);
  fewer = sc_edit_flow_delete (ordered, second->id, NULL);
  converted = convert (package, fewer, target);
  g_assert_cmpint (sc_package_get_kind (converted), ==, zip ? SC_PACKAGE_FOLDER : SC_PACKAGE_ZIP);
  g_assert_true (g_file_test (target, zip ? G_FILE_TEST_IS_DIR : G_FILE_TEST_IS_REGULAR));
  /* What was opened stays as it was. */
  again = sc_package_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (sc_package_holds_same (package, again));
  files_remove_folder (folder);
}

static void
test_made (void)
{
  for (guint i = 0; i < 4; i++)
    check_made (i % 2, i / 2 ? "\r\n" : "\n");
}

/* Replaces bytes that stand in a file once. */
static void
spoil_text (const char *path, const char *from, const char *to)
{
  g_autofree char *data = NULL;
  gsize size;
  char *place;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  place = memmem (data, size, from, strlen (from));
  g_assert_nonnull (place);
  memcpy (place, to, strlen (to));
  g_assert_true (g_file_set_contents (path, data, size, NULL));
}

/* What stands in the way of packing a folder or unpacking a zip, which then does not happen. */
static void
break_package (const char *path, const char *target, guint way)
{
  g_autofree char *link = g_build_filename (path, "out.txt", NULL);
  g_autoptr (GString) deep = g_string_new (NULL);

  switch (way)
    {
    case 0:
      files_replace (path, "Other/Solution.xml", "<Managed>0<", "<Managed>1<");
      break;
    case 1:
      g_assert_cmpint (symlink ("/etc/hostname", link), ==, 0);
      break;
    case 2:
      for (guint i = 0; i < 22; i++)
        g_string_append (deep, "d/");
      g_string_append (deep, "a.txt");
      files_write (path, deep->str, "far down");
      break;
    case 3:
      spoil_text (path, "PNG", "PNH");
      break;
    default:
      files_write (target, "a.txt", "in the way");
      break;
    }
}

static void
test_refused (void)
{
  static const struct
  {
    gboolean zip;
    const char *message;
  } ways[] = {
    { FALSE, "is a managed solution" },
    { FALSE, "out.txt" },
    { FALSE, "The folder holds more than a solution can" },
    { TRUE, "WebResources/sc_logo" },
    { TRUE, "is not an empty folder" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autofree char *path = make_package (folder, ways[i].zip, "\n");
      g_autofree char *target = g_build_filename (folder, "converted", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScPackage) package = NULL;

      break_package (path, target, i);
      package = sc_package_open (path, &error);
      g_assert_no_error (error);
      g_assert_null (
          sc_package_convert (package, sc_package_get_solution (package), target, NULL, &error));
      if (strstr (error->message, ways[i].message) == NULL)
        g_error ("\"%s\" instead of \"%s\"", error->message, ways[i].message);
      g_assert_false (g_file_test (target, G_FILE_TEST_IS_REGULAR));
      files_remove_folder (folder);
    }
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
      files_write (folder, "Other/Customizations.xml", EMPTY_CUSTOMIZATIONS);
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
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package-convert/unpack-and-pack", test_unpack_and_pack);
  g_test_add_func ("/package-convert/both-ways", test_both_ways);
  g_test_add_func ("/package-convert/made", test_made);
  g_test_add_func ("/package-convert/refused", test_refused);
  g_test_add_func ("/package-convert/unknown", test_unknown);
  return g_test_run ();
}
