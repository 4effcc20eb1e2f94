/* test-package-hostile.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"
#include "../sanitizers/sanitized.h"
#include "sc-edit-role.h"
#include "zip-files.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <zip.h>

#define XAML "Workflows/Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml"
#define DATA XAML ".data.xml"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = files_make_folder ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  files_remove_folder (self->folder);
  g_free (self->folder);
}

static void
assert_refused (const char *path, ScFileError code, const char *part)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  ScPackage *package = sc_package_open (path, &error);

  g_assert_null (package);
  g_assert_error (error, SC_FILE_ERROR, (int) code);
  if (strstr (error->message, name) == NULL || strstr (error->message, part) == NULL)
    g_error ("“%s” or “%s” is not in: %s", name, part, error->message);
}

static void
test_files (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    ScFileError code;
    const char *part;
  } cases[] = {
    { "", SC_FILE_ERROR_MALFORMED, "empty" },
    { "just text", SC_FILE_ERROR_MALFORMED, "not XML" },
    { "<Activity", SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<Activity xmlns='x'><a>", SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<!DOCTYPE a [<!ENTITY b SYSTEM '/etc/passwd'>]><Activity>&b;</Activity>",
      SC_FILE_ERROR_UNSAFE, "DOCTYPE" },
    { "<html/>", SC_FILE_ERROR_UNSUPPORTED, "" },
    { "PK but no more", SC_FILE_ERROR_MALFORMED, "zip" },
  };
  g_autofree char *path = g_build_filename (self->folder, "flow.xaml", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      files_write (self->folder, "flow.xaml", cases[i].text);
      assert_refused (path, cases[i].code, cases[i].part);
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_refused (path, SC_FILE_ERROR_READ, "no file");
}

static void
test_deep (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = g_build_filename (self->folder, "flow.xaml", NULL);

  for (int i = 0; i < 100 * 1000; i++)
    g_string_append (text, "<a>");
  for (int i = 0; i < 100 * 1000; i++)
    g_string_append (text, "</a>");
  files_write (self->folder, "flow.xaml", text->str);
  assert_refused (path, SC_FILE_ERROR_TOO_LARGE, "deep");
}

/* A file of 200 MB that takes no room on disk, opened with little memory to spare. */
static void
test_huge (Fixture *self, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_autofree char *path = g_build_filename (self->folder, "flow.xaml", NULL);
      struct rlimit limit = { 150 * 1024 * 1024, 150 * 1024 * 1024 };

      files_write (self->folder, "flow.xaml", "<a>");
      g_assert_cmpint (truncate (path, 200 * 1000 * 1000), ==, 0);
      /* Sanitizers reserve more than any limit here leaves. */
      if (!SC_ADDRESS_SANITIZER && !SC_THREAD_SANITIZER)
        g_assert_cmpint (setrlimit (RLIMIT_DATA, &limit), ==, 0);
      assert_refused (path, SC_FILE_ERROR_TOO_LARGE, "128");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* In a folder, what cannot be read is passed over with a word, and the rest opens. */
static void
test_notes (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *file;
    const char *text;
    const char *part;
  } cases[] = {
    { XAML, "<Activity", "Straight-FFFFFFFF" },
    { XAML, "<!DOCTYPE a><Activity/>", "DOCTYPE" },
    { XAML, "<html/>", "Straight-FFFFFFFF" },
    { DATA, "<Workflow", ".data.xml" },
    { DATA,
      "<Workflow Name=\"Old\"><Category>4</Category><BusinessProcessType>1</BusinessProcessType>"
      "</Workflow>",
      "task flow" },
    { "Roles/Flow user.xml", "<Role/>", "not a role" },
    { "Roles/Flow user.xml", "{}", "Flow user.xml" },
    { "Entities/sc_Record/Entity.xml", "\xff\xfe", "Entity.xml" },
    { "Other/Relationships/Account.xml", "<a><b></a>", "Account.xml" },
    { "Other/Solution.xml", "<a", "Solution.xml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScPackage) package = NULL;
      g_autoptr (GError) error = NULL;
      const char *const *notes;

      files_make_solution (self->folder, "\n");
      files_write (self->folder, cases[i].file, cases[i].text);
      package = sc_package_open (self->folder, &error);
      g_assert_no_error (error);
      notes = sc_package_get_notes (package);
      /* A role that cannot be read is missed in the list of components as well. */
      g_assert_cmpuint (g_strv_length ((char **) notes), ==,
                        g_str_has_prefix (cases[i].file, "Roles") ? 2 : 1);
      if (strstr (notes[0], cases[i].part) == NULL)
        g_error ("“%s” is not in: %s", cases[i].part, notes[0]);
      g_assert_cmpuint (sc_list_length (sc_package_get_solution (package)->flows), >=, 1);
    }
}

/* Names of files may be any bytes; what is said of them is text. */
static void
test_names (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScPackage) bare = NULL;
  g_autoptr (GError) error = NULL;
  const char *const *notes;
  const ScFlow *flow;

  files_make_solution (self->folder, "\n");
  text = files_read (self->folder, XAML);
  files_write (self->folder, "Roles/\xe2.xml", "<Role/>");
  files_write (self->folder, "Roles/\xff.xml", "{}");
  files_write (self->folder, "Workflows/\xe2.xaml.data.xml",
               "<Workflow Name=\"A\"><Category>4</Category></Workflow>");
  files_write (self->folder, "flow\xe2.xaml", text);
  package = sc_package_open (self->folder, &error);
  g_assert_no_error (error);
  notes = sc_package_get_notes (package);
  g_assert_cmpuint (g_strv_length ((char **) notes), ==, 3);
  for (guint i = 0; notes[i] != NULL; i++)
    g_assert_true (g_utf8_validate (notes[i], -1, NULL));

  path = g_build_filename (self->folder, "flow\xe2.xaml", NULL);
  bare = sc_package_open (path, &error);
  g_assert_no_error (error);
  flow = sc_list_get (sc_package_get_solution (bare)->flows, 0);
  g_assert_true (g_utf8_validate (flow->name, -1, NULL));
  g_clear_pointer (&bare, sc_package_unref);

  files_write (self->folder, "flow\xe2.xaml", "<Activity");
  bare = sc_package_open (path, &error);
  g_assert_null (bare);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* Classic workflows, business rules and cloud flows are not worth a word. */
static void
test_other_processes (Fixture *self, gconstpointer data)
{
  static const char *const categories[] = { "0", "1", "2", "3", "5" };

  files_make_solution (self->folder, "\n");
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      g_autofree char *name = g_strdup_printf ("Workflows/Other-%s.xaml.data.xml", categories[i]);
      g_autofree char *text = g_strdup_printf ("<Workflow Name=\"Other\"><Category>%s</Category>"
                                               "</Workflow>",
                                               categories[i]);

      files_write (self->folder, name, text);
    }
  {
    g_autoptr (ScPackage) package = sc_package_open (self->folder, NULL);

    g_assert_cmpuint (sc_list_length (sc_package_get_solution (package)->flows), ==, 2);
    g_assert_null (sc_package_get_notes (package)[0]);
  }
}

static void
test_missing_xaml (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, XAML, NULL);
  g_autoptr (ScPackage) package = NULL;

  files_make_solution (self->folder, "\n");
  g_assert_cmpint (g_unlink (path), ==, 0);
  package = sc_package_open (self->folder, NULL);
  g_assert_cmpuint (sc_list_length (sc_package_get_solution (package)->flows), ==, 1);
  g_assert_nonnull (strstr (sc_package_get_notes (package)[0], XAML));
}

static void
test_same_id_twice (Fixture *self, gconstpointer data)
{
  g_autofree char *xaml = NULL;
  g_autofree char *text = NULL;
  g_autoptr (ScPackage) package = NULL;

  files_make_solution (self->folder, "\n");
  xaml = files_read (self->folder, XAML);
  text = files_read (self->folder, DATA);
  files_write (self->folder, "Workflows/Twin.xaml", xaml);
  files_write (self->folder, "Workflows/Twin.xaml.data.xml", text);
  package = sc_package_open (self->folder, NULL);
  g_assert_cmpuint (sc_list_length (sc_package_get_solution (package)->flows), ==, 2);
  g_assert_nonnull (strstr (sc_package_get_notes (package)[0], "same id"));
}

/* Saving must not write one of two roles while the other one counts. */
static void
assert_role_stays (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = sc_package_open (path, &error);
  const ScSolution *solution = sc_package_get_solution (package);
  g_autoptr (ScSolution) changed = sc_edit_role_set_privilege (
      solution, SAMPLE_ROLE_ID, "prvDeleteAccount", SC_LEVEL_USER, NULL);
  g_autoptr (ScSolution) deleted = sc_edit_role_delete (solution, SAMPLE_ROLE_ID, NULL);
  g_autofree char *first = sc_package_explain_unsaveable (package, changed);
  g_autofree char *second = sc_package_explain_unsaveable (package, deleted);
  g_autoptr (ScSolution) other
      = sc_edit_role_add (solution, NULL, "=cmd|'/C calc'!\"A0\"\nB", NULL);
  g_autoptr (ScPackage) saved = NULL;
  g_autoptr (ScPackage) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (sc_list_length (solution->roles), ==, 1);
  g_assert_nonnull (strstr (sc_package_get_notes (package)[0], "once"));
  g_assert_nonnull (strstr (first, "more than once"));
  g_assert_nonnull (strstr (second, "more than once"));
  /* What has nothing to do with it is saved, and it is still known afterwards. */
  saved = sc_package_save (package, other, FALSE, &error);
  g_assert_no_error (error);
  g_free (g_steal_pointer (&first));
  first = sc_package_explain_unsaveable (saved, changed);
  g_assert_nonnull (first);
  again = sc_package_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (sc_value_equal (sc_package_get_solution (again)->roles, other->roles));
}

static void
test_role_twice (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  files_make_solution (self->folder, "\n");
  text = files_read (self->folder, "Roles/Flow user.xml");
  files_write (self->folder, "Roles/Twin.xml", text);
  assert_role_stays (self->folder);
}

static void
test_role_twice_in_zip (Fixture *self, gconstpointer data)
{
  g_autofree char *path = files_make_zip (self->folder, "\n");
  g_autofree char *text = zip_files_read (path, "customizations.xml");
  const char *role = strstr (text, "<Role ");
  const char *end = strstr (role, "</Role>") + strlen ("</Role>");
  g_autofree char *twice = g_strdup_printf ("%.*s\n    %s", (int) (end - text), text, role);
  zip_t *archive = zip_open (path, 0, NULL);
  zip_int64_t place = zip_name_locate (archive, "customizations.xml", 0);

  g_assert_cmpint (place, >=, 0);
  g_assert_cmpint (zip_file_replace (archive, (zip_uint64_t) place,
                                     zip_source_buffer (archive, twice, strlen (twice), 0), 0),
                   ==, 0);
  g_assert_cmpint (zip_close (archive), ==, 0);
  assert_role_stays (path);
}

/* Nothing that can be opened at all. */
static void
test_nothing_usable (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "Workflows", NULL);

  assert_refused (self->folder, SC_FILE_ERROR_UNSUPPORTED, "not an unpacked solution");
  files_make_solution (self->folder, "\n");
  files_remove_folder (other);
  assert_refused (self->folder, SC_FILE_ERROR_UNSUPPORTED, "no business process flow");
  files_write (self->folder, "Workflows/A.xaml.data.xml",
               "<Workflow Name=\"A\"><Category>4</Category></Workflow>");
  assert_refused (self->folder, SC_FILE_ERROR_UNSUPPORTED, "A.xaml");
  files_write (self->folder, "customizations.xml", "<ImportExportXml/>");
  assert_refused (self->folder, SC_FILE_ERROR_UNSUPPORTED, "unzipped");
}

/* Links within the folder are fine; those that lead out are not followed. */
static void
test_symbolic_links (Fixture *self, gconstpointer data)
{
  g_autofree char *outside = files_make_folder ();
  g_autofree char *xaml = g_build_filename (self->folder, XAML, NULL);
  g_autofree char *moved = g_build_filename (outside, "moved.xaml", NULL);
  g_autofree char *inside = g_build_filename (self->folder, "inside.xaml", NULL);
  g_autofree char *roles = g_build_filename (self->folder, "Roles", NULL);
  g_autofree char *moved_roles = g_build_filename (outside, "Roles", NULL);
  g_autoptr (ScPackage) linked_in = NULL;
  g_autoptr (ScPackage) linked_out = NULL;

  files_make_solution (self->folder, "\n");
  g_assert_cmpint (g_rename (xaml, inside), ==, 0);
  g_assert_cmpint (symlink ("../inside.xaml", xaml), ==, 0);
  linked_in = sc_package_open (self->folder, NULL);
  g_assert_cmpuint (sc_list_length (sc_package_get_solution (linked_in)->flows), ==, 2);

  g_assert_cmpint (g_unlink (xaml), ==, 0);
  g_assert_cmpint (g_rename (inside, moved), ==, 0);
  g_assert_cmpint (symlink (moved, xaml), ==, 0);
  g_assert_cmpint (g_rename (roles, moved_roles), ==, 0);
  g_assert_cmpint (symlink (moved_roles, roles), ==, 0);
  linked_out = sc_package_open (self->folder, NULL);
  g_assert_cmpuint (sc_list_length (sc_package_get_solution (linked_out)->flows), ==, 1);
  g_assert_cmpuint (sc_list_length (sc_package_get_solution (linked_out)->roles), ==, 0);
  g_assert_nonnull (strstr (sc_package_get_notes (linked_out)[0], "leads out"));
  files_remove_folder (outside);
}

static void
write_zip (const char *path, const char *const *entries, gsize size)
{
  zip_t *archive = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  g_autofree char *zeros = g_malloc0 (size + 1);

  for (; entries[0] != NULL; entries += 2)
    {
      zip_source_t *source = entries[1] != NULL
                                 ? zip_source_buffer (archive, entries[1], strlen (entries[1]), 0)
                                 : zip_source_buffer (archive, zeros, size, 0);

      g_assert_cmpint (zip_file_add (archive, entries[0], source, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  g_assert_cmpint (zip_close (archive), ==, 0);
}

#define FLOW                                                                         \
  "<ImportExportXml><Workflows><Workflow Name=\"A\"><XamlFileName>%s</XamlFileName>" \
  "<Category>4</Category></Workflow></Workflows></ImportExportXml>"

static void
test_zips (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *entries[9];
    gsize size; /* of an entry without text */
    ScFileError code;
    const char *part;
  } cases[] = {
    { { "../solution.xml", "<a/>" }, 0, SC_FILE_ERROR_UNSAFE, "outside" },
    { { "customizations.xml", NULL }, 40 * 1000 * 1000, SC_FILE_ERROR_UNSAFE, "300" },
    { { "readme.txt", "hello" }, 0, SC_FILE_ERROR_UNSUPPORTED, "not a solution" },
    { { "solution.xml", "<a/>" }, 0, SC_FILE_ERROR_UNSUPPORTED, "customizations.xml" },
    { { "solution.xml", "<a/>", "customizations.xml", "<a/>" },
      0,
      SC_FILE_ERROR_UNSUPPORTED,
      "no business process flow" },
  };
  g_autofree char *path = g_build_filename (self->folder, "solution.zip", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *entries[11] = { NULL };

      memcpy (entries, cases[i].entries, sizeof cases[i].entries);
      write_zip (path, entries, cases[i].size);
      assert_refused (path, cases[i].code, cases[i].part);
    }
}

/* The flow's own file: missing, not a flow, or out of the archive. */
static void
test_zip_flows (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "/Workflows/gone.xaml", "/../../etc/passwd", "/a.xaml", "" };
  g_autofree char *path = g_build_filename (self->folder, "solution.zip", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = g_strdup_printf (FLOW, names[i]);
      const char *entries[]
          = { "solution.xml", "<a/>", "customizations.xml", text, "a.xaml", "<html/>", NULL };

      write_zip (path, entries, 0);
      assert_refused (path, SC_FILE_ERROR_UNSUPPORTED, "no business process flow");
    }
}

/* Replacing a file that is there would wait for the disk. */
static void
put_contents (const char *path, const char *content, gsize length)
{
  g_unlink (path);
  g_assert_true (g_file_set_contents (path, content, length, NULL));
}

static void
test_damaged_zip (Fixture *self, gconstpointer data)
{
  g_autofree char *path = files_make_zip (self->folder, "\n");
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize cut = 4; cut < length; cut += length / 40)
    {
      put_contents (path, content, cut);
      assert_refused (path, SC_FILE_ERROR_MALFORMED, "damaged");
    }
  /* Any byte that is wrong gives a package or a message. */
  for (gsize at = 0; at < length; at += length / 150)
    {
      g_autofree char *bad = g_memdup2 (content, length);
      g_autoptr (ScPackage) package = NULL;
      g_autoptr (GError) error = NULL;

      bad[at] ^= 0x41;
      put_contents (path, bad, length);
      package = sc_package_open (path, &error);
      g_assert_true ((package != NULL) != (error != NULL));
    }
}

/* Any byte of any file that is wrong gives a package or a message. */
static void
test_damaged_folder (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { XAML, DATA, "Roles/Flow user.xml", "Other/Solution.xml",
                                       "Entities/sc_Record/Entity.xml" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  files_make_solution (self->folder, "\n");
  for (int round = 0; round < 300; round++)
    {
      const char *name = names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))];
      g_autofree char *text = files_read (self->folder, name);
      g_autofree char *bad = g_strdup (text);
      g_autoptr (ScPackage) package = NULL;
      g_autoptr (GError) error = NULL;

      bad[g_rand_int_range (rand, 0, strlen (bad))] = g_rand_int_range (rand, 1, 256);
      files_write (self->folder, name, bad);
      package = sc_package_open (self->folder, &error);
      g_assert_no_error (error);
      files_write (self->folder, name, text);
    }
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/package-hostile/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("files", test_files);
  ADD ("deep", test_deep);
  ADD ("huge", test_huge);
  ADD ("notes", test_notes);
  ADD ("names", test_names);
  ADD ("other-processes", test_other_processes);
  ADD ("missing-xaml", test_missing_xaml);
  ADD ("same-id-twice", test_same_id_twice);
  ADD ("role-twice", test_role_twice);
  ADD ("role-twice-in-zip", test_role_twice_in_zip);
  ADD ("nothing-usable", test_nothing_usable);
  ADD ("symbolic-links", test_symbolic_links);
  ADD ("zips", test_zips);
  ADD ("zip-flows", test_zip_flows);
  ADD ("damaged-zip", test_damaged_zip);
  ADD ("damaged-folder", test_damaged_folder);
  return g_test_run ();
}
