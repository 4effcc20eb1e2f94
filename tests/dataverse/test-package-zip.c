/* test-package-zip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "zip-files.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define STRAIGHT "ffffffff-0000-4000-8000-000000000001"
#define PLANT    "aaaaaaaa-0000-4000-8000-000000000001"
#define HARVEST  "aaaaaaaa-0000-4000-8000-000000000002"
#define WEIGHT   "bbbbbbbb-0000-4000-8000-000000000003"
#define XAML     "Workflows/Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml"
#define DATA     "customizations.xml"
#define MANIFEST "solution.xml"
#define NOBODY   65534

/* A solution in a zip, open, and a copy of its texts to compare with. */
typedef struct
{
  char *folder;
  char *path;
  ScPackage *package;
  const ScSolution *before;
  GPtrArray *entries;
  char *xaml;
  char *data;
  char *manifest;
} Fixture;

static void
open_package (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->package = sc_package_open (self->path, &error);
  g_assert_no_error (error);
  self->before = sc_package_get_solution (self->package);
}

static void
set_up (Fixture *self, gconstpointer line_end)
{
  self->folder = files_make_folder ();
  self->path = files_make_zip (self->folder, line_end);
  self->entries = zip_files_list (self->path);
  self->xaml = zip_files_read (self->path, XAML);
  self->data = zip_files_read (self->path, DATA);
  self->manifest = zip_files_read (self->path, MANIFEST);
  open_package (self);
}

static void
tear_down (Fixture *self, gconstpointer line_end)
{
  files_remove_folder (self->folder);
  sc_package_unref (self->package);
  g_ptr_array_unref (self->entries);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->xaml);
  g_free (self->data);
  g_free (self->manifest);
}

/* Saves and takes over the package that comes back. Takes over the solution. */
static void
save (Fixture *self, ScSolution *after)
{
  g_autoptr (ScSolution) solution = after;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  ScPackage *saved;

  g_assert_nonnull (after);
  reason = sc_package_explain_unsaveable (self->package, after);
  g_assert_cmpstr (reason, ==, NULL);
  saved = sc_package_save (self->package, after, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (sc_package_get_solution (saved) == after);
  sc_package_unref (self->package);
  self->package = saved;
  self->before = after;
}

static void
assert_save_fails (Fixture *self, ScSolution *after, ScFileError code, const char *part)
{
  g_autoptr (ScSolution) solution = after;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (after);
  g_assert_null (sc_package_save (self->package, after, FALSE, &error));
  g_assert_error (error, SC_FILE_ERROR, (int) code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in: %s", part, error->message);
}

static void
assert_changed (const Fixture *self, const char *expected)
{
  zip_files_assert_changed (self->entries, self->path, expected);
}

/* The lines of an entry that differ from a former text, without carriage returns. */
static void
assert_diff (const Fixture *self, const char *name, const char *former, const char *expected)
{
  g_autofree char *text = zip_files_read (self->path, name);
  g_autofree char *diff = files_diff (former, text);
  g_autoptr (GString) plain = g_string_new (diff);

  g_string_replace (plain, "\r", "", 0);
  g_assert_cmpstr (plain->str, ==, expected);
}

static void
assert_texts (const Fixture *self)
{
  g_autofree char *xaml = zip_files_read (self->path, XAML);
  g_autofree char *data = zip_files_read (self->path, DATA);
  g_autofree char *manifest = zip_files_read (self->path, MANIFEST);

  g_assert_cmpstr (xaml, ==, self->xaml);
  g_assert_cmpstr (data, ==, self->data);
  g_assert_cmpstr (manifest, ==, self->manifest);
}

/* What is on disk is what a fresh look at it finds. */
static void
assert_reopens (const Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) fresh = sc_package_open (self->path, &error);
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_no_error (error);
  g_assert_true (sc_value_equal (sc_package_get_solution (fresh)->flows, self->before->flows));
  g_assert_true (sc_value_equal (sc_package_get_solution (fresh)->roles, self->before->roles));
  changes = sc_package_list_changes (fresh, self->before);
  g_assert_cmpuint (changes->len, ==, 0);
}

static void
test_nothing (Fixture *self, gconstpointer line_end)
{
  g_autoptr (ScPackage) rewritten = NULL;

  save (self, sc_solution_ref (self->before));
  assert_changed (self, "");
  rewritten = sc_package_save (self->package, self->before, TRUE, NULL);
  g_assert_nonnull (rewritten);
  assert_changed (self, "");
}

static void
test_rename_step (Fixture *self, gconstpointer line_end)
{
  save (self,
        sc_edit_step_set_label (self->before, STRAIGHT, WEIGHT, 1033, "Kilo & \"gram\"", NULL));
  assert_changed (self, XAML "," DATA);
  assert_diff (self, DATA, self->data,
               "-          <label languagecode=\"1033\" description=\"Weight\" />\n"
               "+          <label languagecode=\"1033\" "
               "description=\"Kilo &amp; &quot;gram&quot;\" />\n");
  assert_reopens (self);
  save (self, sc_edit_step_set_label (self->before, STRAIGHT, WEIGHT, 1033, "Weight", NULL));
  assert_texts (self);
}

static void
test_steps (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_step_move (self->before, STRAIGHT, WEIGHT, PLANT, 0, NULL));
  save (self,
        sc_edit_step_add (self->before, STRAIGHT, HARVEST, 1,
                          "bbbbbbbb-0000-4000-8000-000000000099", "Color <é>", "sc_color", NULL));
  assert_changed (self, XAML "," DATA);
  assert_reopens (self);
  save (self,
        sc_edit_step_delete (self->before, STRAIGHT, "bbbbbbbb-0000-4000-8000-000000000099", NULL));
  save (self, sc_edit_step_move (self->before, STRAIGHT, WEIGHT, HARVEST, 0, NULL));
  assert_texts (self);
}

/* Only the XAML says whether a step is required. */
static void
test_required (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_step_set_required (self->before, STRAIGHT, WEIGHT, TRUE, NULL));
  assert_changed (self, XAML);
  assert_reopens (self);
}

static void
test_flow_details (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_flow_set_label (self->before, STRAIGHT, 1033, "Straight & on", NULL));
  save (self, sc_edit_flow_set_order (self->before, STRAIGHT, 7, NULL));
  assert_changed (self, DATA);
  assert_diff (
      self, DATA, self->data,
      "-    <Workflow WorkflowId=\"{" STRAIGHT "}\" Name=\"Straight\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
      "+    <Workflow WorkflowId=\"{" STRAIGHT "}\" Name=\"Straight &amp; on\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
      "-      <processorder>100</processorder>\n+      <processorder>7</processorder>\n"
      "-        <LocalizedName languagecode=\"1033\" description=\"Straight\" />\n"
      "+        <LocalizedName languagecode=\"1033\" description=\"Straight &amp; on\" />\n");
  assert_reopens (self);
  save (self, sc_edit_flow_set_label (self->before, STRAIGHT, 1033, "Straight", NULL));
  save (self, sc_edit_flow_set_order (self->before, STRAIGHT, 100, NULL));
  assert_texts (self);
}

/* Both flows stand in one text. */
static void
test_two_flows (Fixture *self, gconstpointer line_end)
{
  const ScFlow *other = sc_list_get (self->before->flows, 1);
  g_autofree char *id = g_strdup (other->id);
  g_autoptr (ScSolution) first = sc_edit_flow_set_order (self->before, STRAIGHT, 7, NULL);

  save (self, sc_edit_flow_set_order (first, id, 8, NULL));
  assert_diff (self, DATA, self->data,
               "-      <processorder>100</processorder>\n+      <processorder>7</processorder>\n"
               "-      <processorder>100</processorder>\n+      <processorder>8</processorder>\n");
  assert_reopens (self);
}

static void
test_privilege (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_role_set_access (self->before, SAMPLE_ROLE_ID, STRAIGHT, SC_ACCESS_CREATE,
                                       SC_LEVEL_ORGANIZATION, NULL));
  assert_changed (self, DATA);
  assert_diff (self, DATA, self->data,
               "+        <RolePrivilege name=\"prvCreatesc_straight\" level=\"Global\" />\n");
  assert_reopens (self);
  save (self, sc_edit_role_set_access (self->before, SAMPLE_ROLE_ID, STRAIGHT, SC_ACCESS_CREATE,
                                       SC_LEVEL_NONE, NULL));
  assert_texts (self);
}

static void
test_roles (Fixture *self, gconstpointer line_end)
{
  const char *id = "dddddddd-1111-4222-8333-444444444444";
  g_autoptr (ScSolution) added = sc_edit_role_add (self->before, id, "Advisor", NULL);
  g_autoptr (ScSolution) granted
      = sc_edit_role_set_access (added, id, STRAIGHT, SC_ACCESS_READ, SC_LEVEL_ORGANIZATION, NULL);

  save (self, g_steal_pointer (&granted));
  assert_changed (self, DATA "," MANIFEST);
  assert_diff (self, MANIFEST, self->manifest,
               "+      <RootComponent type=\"20\" id=\"{dddddddd-1111-4222-8333-444444444444}\" "
               "behavior=\"0\" />\n");
  assert_diff (self, DATA, self->data,
               "+    <Role id=\"{dddddddd-1111-4222-8333-444444444444}\" name=\"Advisor\">\n"
               "+      <IsCustomizable>1</IsCustomizable>\n"
               "+      <IsAutoAssigned>0</IsAutoAssigned>\n"
               "+      <RolePrivileges>\n"
               "+        <RolePrivilege name=\"prvReadsc_straight\" level=\"Global\" />\n"
               "+      </RolePrivileges>\n"
               "+    </Role>\n");
  save (self, sc_edit_role_set_access (self->before, id, STRAIGHT, SC_ACCESS_WRITE,
                                       SC_LEVEL_ORGANIZATION, NULL));
  save (self, sc_edit_role_delete (self->before, id, NULL));
  assert_texts (self);
}

/* The only role goes, and others come. */
static void
test_last_role (Fixture *self, gconstpointer line_end)
{
  g_autofree char *text = NULL;

  save (self, sc_edit_role_delete (self->before, SAMPLE_ROLE_ID, NULL));
  text = zip_files_read (self->path, DATA);
  g_assert_nonnull (strstr (text, "<Roles></Roles>"));
  save (self, sc_edit_role_add (self->before, NULL, "One", NULL));
  save (self, sc_edit_role_add (self->before, NULL, "///", NULL));
  assert_reopens (self);
}

static void
test_solution_details (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_solution_set_details (self->before, NULL, NULL, "1.2.3.5", NULL, NULL, NULL));
  assert_changed (self, MANIFEST);
  assert_diff (self, MANIFEST, self->manifest,
               "-    <Version>1.2.3.4</Version>\n+    <Version>1.2.3.5</Version>\n");
  assert_reopens (self);
}

/* Named in the list of components, and nowhere else: said, and kept. */
static void
test_missing_component (Fixture *self, gconstpointer line_end)
{
  const char *const *notes;

  g_assert_null (sc_package_get_notes (self->package)[0]);
  zip_files_replace (self->path, DATA, SAMPLE_ROLE_ID, "cccccccc-0000-0000-0000-444444444444");
  sc_package_unref (self->package);
  open_package (self);
  notes = sc_package_get_notes (self->package);
  g_assert_nonnull (notes[0]);
  g_assert_nonnull (strstr (notes[0], SAMPLE_ROLE_ID));
  g_assert_nonnull (strstr (notes[0], MANIFEST));
  g_assert_null (notes[1]);
  save (self, sc_edit_flow_set_order (self->before, STRAIGHT, 7, NULL));
  {
    g_autofree char *manifest = zip_files_read (self->path, MANIFEST);

    g_assert_cmpstr (manifest, ==, self->manifest);
  }
}

static ScSolution *
edit_something (const Fixture *self)
{
  return sc_edit_step_set_label (self->before, STRAIGHT, WEIGHT, 1033, "Mass", NULL);
}

static void
test_changed_on_disk (Fixture *self, gconstpointer line_end)
{
  g_autofree char *content = NULL;
  g_autofree char *again = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  content[length - 1] ^= 1;
  g_assert_true (g_file_set_contents (self->path, content, length, NULL));
  assert_save_fails (self, edit_something (self), SC_FILE_ERROR_CHANGED, "solution.zip");
  g_assert_true (g_file_get_contents (self->path, &again, NULL, NULL));
  g_assert_cmpmem (again, length, content, length);
}

static void
test_vanished (Fixture *self, gconstpointer line_end)
{
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  assert_save_fails (self, edit_something (self), SC_FILE_ERROR_WRITE, "solution.zip");
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_read_only (Fixture *self, gconstpointer line_end)
{
  if (g_test_subprocess ())
    {
      g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
      g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
      if (geteuid () == 0)
        g_assert_cmpint (seteuid (NOBODY), ==, 0);
      assert_save_fails (self, edit_something (self), SC_FILE_ERROR_WRITE, "permission");
      assert_changed (self, "");
      if (getuid () == 0)
        g_assert_cmpint (seteuid (0), ==, 0);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*function) (Fixture *self, gconstpointer line_end);
  } tests[] = {
    { "nothing", test_nothing },
    { "rename-step", test_rename_step },
    { "steps", test_steps },
    { "required", test_required },
    { "flow-details", test_flow_details },
    { "two-flows", test_two_flows },
    { "privilege", test_privilege },
    { "roles", test_roles },
    { "last-role", test_last_role },
    { "solution-details", test_solution_details },
    { "missing-component", test_missing_component },
    { "changed-on-disk", test_changed_on_disk },
    { "vanished", test_vanished },
    { "read-only", test_read_only },
  };

  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *unix_name = g_strconcat ("/package-zip/lf/", tests[i].name, NULL);
      g_autofree char *dos_name = g_strconcat ("/package-zip/crlf/", tests[i].name, NULL);

      g_test_add (unix_name, Fixture, "\n", set_up, tests[i].function, tear_down);
      g_test_add (dos_name, Fixture, "\r\n", set_up, tests[i].function, tear_down);
    }
  return g_test_run ();
}
