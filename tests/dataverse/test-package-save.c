/* test-package-save.c
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

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define STRAIGHT "ffffffff-0000-4000-8000-000000000001"
#define PLANT    "aaaaaaaa-0000-4000-8000-000000000001"
#define HARVEST  "aaaaaaaa-0000-4000-8000-000000000002"
#define WEIGHT   "bbbbbbbb-0000-4000-8000-000000000003"
#define XAML     "Workflows/Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml"
#define DATA     XAML ".data.xml"
#define ROLE     "Roles/Flow user.xml"
#define MANIFEST "Other/Solution.xml"
#define NOBODY   65534

/* A solution in a folder, open, and a copy of its texts to compare with. */
typedef struct
{
  char *folder;
  ScPackage *package;
  const ScSolution *before;
  GHashTable *snapshot;
  char *xaml;
  char *data;
  char *role;
  char *manifest;
} Fixture;

static void
set_up (Fixture *self, gconstpointer line_end)
{
  g_autoptr (GError) error = NULL;

  self->folder = files_make_folder ();
  files_make_solution (self->folder, line_end);
  self->package = sc_package_open (self->folder, &error);
  g_assert_no_error (error);
  self->before = sc_package_get_solution (self->package);
  self->snapshot = files_take_snapshot (self->folder);
  self->xaml = files_read (self->folder, XAML);
  self->data = files_read (self->folder, DATA);
  self->role = files_read (self->folder, ROLE);
  self->manifest = files_read (self->folder, MANIFEST);
}

static void
tear_down (Fixture *self, gconstpointer line_end)
{
  files_remove_folder (self->folder);
  g_clear_pointer (&self->package, sc_package_unref);
  g_hash_table_unref (self->snapshot);
  g_free (self->folder);
  g_free (self->xaml);
  g_free (self->data);
  g_free (self->role);
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

/* The lines of a file that differ from a former text, without carriage returns. */
static void
assert_diff (const Fixture *self, const char *name, const char *former, const char *expected)
{
  g_autofree char *text = files_read (self->folder, name);
  g_autofree char *diff = files_diff (former, text);
  g_autoptr (GString) plain = g_string_new (diff);

  g_string_replace (plain, "\r", "", 0);
  g_assert_cmpstr (plain->str, ==, expected);
}

static void
assert_same (const Fixture *self, const char *name, const char *former)
{
  g_autofree char *text = files_read (self->folder, name);

  g_assert_cmpstr (text, ==, former);
}

/* What is on disk is what a fresh look at it finds. */
static void
assert_reopens (const Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) fresh = sc_package_open (self->folder, &error);
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_no_error (error);
  g_assert_true (sc_value_equal (sc_package_get_solution (fresh)->flows, self->before->flows));
  g_assert_true (sc_value_equal (sc_package_get_solution (fresh)->roles, self->before->roles));
  changes = sc_package_list_changes (self->package, self->before);
  g_assert_cmpuint (changes->len, ==, 0);
}

static void
reopen (Fixture *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  sc_package_unref (self->package);
  self->package = sc_package_open (path, &error);
  g_assert_no_error (error);
  self->before = sc_package_get_solution (self->package);
  g_hash_table_unref (self->snapshot);
  self->snapshot = files_take_snapshot (self->folder);
}

static void
test_nothing (Fixture *self, gconstpointer line_end)
{
  g_autoptr (ScPackage) rewritten = NULL;

  save (self, sc_solution_ref (self->before));
  files_assert_changed (self->snapshot, self->folder, "");
  /* Equal values that are not the same pointers are no change either. */
  {
    g_autoptr (ScPackage) again = sc_package_open (self->folder, NULL);
    save (self, sc_solution_ref (sc_package_get_solution (again)));
  }
  files_assert_changed (self->snapshot, self->folder, "");
  rewritten = sc_package_save (self->package, self->before, TRUE, NULL);
  g_assert_nonnull (rewritten);
  files_assert_changed (self->snapshot, self->folder, "");
}

static void
test_rename_step (Fixture *self, gconstpointer line_end)
{
  g_autoptr (ScSolution) after
      = sc_edit_step_set_label (self->before, STRAIGHT, WEIGHT, 1033, "Kilo & \"gram\"", NULL);
  g_autoptr (GPtrArray) changes = sc_package_list_changes (self->package, after);

  g_assert_cmpuint (changes->len, ==, 2);
  save (self, g_steal_pointer (&after));
  files_assert_changed (self->snapshot, self->folder, XAML "," DATA);
  assert_diff (
      self, DATA, self->data,
      "-      <label languagecode=\"1033\" description=\"Weight\" />\n"
      "+      <label languagecode=\"1033\" description=\"Kilo &amp; &quot;gram&quot;\" />\n");
  assert_diff (self, XAML, self->xaml,
               "-                      <mcwo:StepLabel Description=\"Weight\" LabelId=\"" WEIGHT
               "\" LanguageCode=\"1033\" />\n"
               "+                      <mcwo:StepLabel Description=\"Kilo &amp; &quot;gram&quot;\" "
               "LabelId=\"" WEIGHT "\" LanguageCode=\"1033\" />\n");
  assert_reopens (self);

  save (self, sc_edit_step_set_label (self->before, STRAIGHT, WEIGHT, 1033, "Weight", NULL));
  assert_same (self, DATA, self->data);
  assert_same (self, XAML, self->xaml);
}

static void
test_required (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_step_set_required (self->before, STRAIGHT, WEIGHT, TRUE, NULL));
  files_assert_changed (self->snapshot, self->folder, XAML);
  assert_reopens (self);
  save (self, sc_edit_step_set_required (self->before, STRAIGHT, WEIGHT, FALSE, NULL));
  assert_same (self, XAML, self->xaml);
}

static void
test_move_step (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_step_move (self->before, STRAIGHT, WEIGHT, PLANT, 0, NULL));
  files_assert_changed (self->snapshot, self->folder, XAML "," DATA);
  assert_reopens (self);
  save (self, sc_edit_step_move (self->before, STRAIGHT, WEIGHT, HARVEST, 0, NULL));
  assert_same (self, DATA, self->data);
  assert_same (self, XAML, self->xaml);
}

static void
test_add_and_delete (Fixture *self, gconstpointer line_end)
{
  save (self,
        sc_edit_step_add (self->before, STRAIGHT, HARVEST, 1,
                          "bbbbbbbb-0000-4000-8000-000000000099", "Color <é>", "sc_color", NULL));
  assert_diff (self, DATA, self->data,
               "+    <steplabels id=\"{bbbbbbbb-0000-4000-8000-000000000099}\">\n"
               "+      <label languagecode=\"1033\" description=\"Color &lt;é&gt;\" />\n"
               "+    </steplabels>\n");
  assert_reopens (self);
  save (self,
        sc_edit_step_delete (self->before, STRAIGHT, "bbbbbbbb-0000-4000-8000-000000000099", NULL));
  assert_same (self, DATA, self->data);
  assert_same (self, XAML, self->xaml);
  save (self, sc_edit_stage_delete (self->before, STRAIGHT, PLANT, NULL));
  assert_reopens (self);
}

static void
test_flow_details (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_flow_set_label (self->before, STRAIGHT, 1033, "Straight & on", NULL));
  save (self, sc_edit_flow_set_active (self->before, STRAIGHT, FALSE, NULL));
  save (self, sc_edit_flow_set_order (self->before, STRAIGHT, 7, NULL));
  files_assert_changed (self->snapshot, self->folder, DATA);
  assert_diff (self, DATA, self->data,
               "-<Workflow WorkflowId=\"{" STRAIGHT "}\" Name=\"Straight\" "
               "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
               "+<Workflow WorkflowId=\"{" STRAIGHT "}\" Name=\"Straight &amp; on\" "
               "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
               "-  <StateCode>1</StateCode>\n+  <StateCode>0</StateCode>\n"
               "-  <StatusCode>2</StatusCode>\n+  <StatusCode>1</StatusCode>\n"
               "-  <processorder>100</processorder>\n+  <processorder>7</processorder>\n"
               "-    <LocalizedName languagecode=\"1033\" description=\"Straight\" />\n"
               "+    <LocalizedName languagecode=\"1033\" description=\"Straight &amp; on\" />\n");
  assert_reopens (self);

  save (self, sc_edit_flow_set_label (self->before, STRAIGHT, 1033, "Straight", NULL));
  save (self, sc_edit_flow_set_active (self->before, STRAIGHT, TRUE, NULL));
  save (self, sc_edit_flow_set_order (self->before, STRAIGHT, 100, NULL));
  assert_same (self, DATA, self->data);
}

/* Two of the flows seen have no list of names at all. */
static void
test_no_names (Fixture *self, gconstpointer line_end)
{
  g_autofree char *names
      = g_strdup_printf ("%s  <LocalizedNames>%s    <LocalizedName "
                         "languagecode=\"1033\" description=\"Straight\" />"
                         "%s  </LocalizedNames>",
                         (char *) line_end, (char *) line_end, (char *) line_end);
  g_autofree char *text = NULL;

  files_replace (self->folder, DATA, names, "");
  text = files_read (self->folder, DATA);
  reopen (self, self->folder);
  save (self, sc_edit_flow_set_label (self->before, STRAIGHT, 1031, "Gerade", NULL));
  assert_diff (self, DATA, text,
               "+  <LocalizedNames>\n"
               "+    <LocalizedName languagecode=\"1031\" description=\"Gerade\" />\n"
               "+  </LocalizedNames>\n");
  save (self, sc_edit_flow_set_label (self->before, STRAIGHT, 1031, NULL, NULL));
  assert_same (self, DATA, text);
}

static void
test_description (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_flow_set_description (self->before, STRAIGHT, "What <it> is for", NULL));
  assert_diff (self, DATA, self->data,
               "-<Workflow WorkflowId=\"{" STRAIGHT "}\" Name=\"Straight\" "
               "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
               "+<Workflow WorkflowId=\"{" STRAIGHT "}\" Name=\"Straight\" "
               "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
               "Description=\"What &lt;it&gt; is for\">\n");
  assert_reopens (self);
  save (self, sc_edit_flow_set_description (self->before, STRAIGHT, NULL, NULL));
  assert_same (self, DATA, self->data);
}

static void
test_second_language (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_step_set_label (self->before, STRAIGHT, WEIGHT, 1031, "Gewicht", NULL));
  assert_diff (self, DATA, self->data,
               "+      <label languagecode=\"1031\" description=\"Gewicht\" />\n");
  save (self, sc_edit_flow_set_label (self->before, STRAIGHT, 1031, "Gerade", NULL));
  assert_reopens (self);
  save (self, sc_edit_step_set_label (self->before, STRAIGHT, WEIGHT, 1031, NULL, NULL));
  save (self, sc_edit_flow_set_label (self->before, STRAIGHT, 1031, NULL, NULL));
  assert_same (self, DATA, self->data);
  assert_same (self, XAML, self->xaml);
}

static void
test_primary_table (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_stage_set_table (self->before, STRAIGHT, PLANT, "sc_record", NULL));
  assert_diff (self, DATA, self->data,
               "-  <PrimaryEntity>Account</PrimaryEntity>\n"
               "+  <PrimaryEntity>sc_Record</PrimaryEntity>\n");
}

static void
test_privilege (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_role_set_access (self->before, SAMPLE_ROLE_ID, STRAIGHT, SC_ACCESS_CREATE,
                                       SC_LEVEL_ORGANIZATION, NULL));
  files_assert_changed (self->snapshot, self->folder, ROLE);
  assert_diff (self, ROLE, self->role,
               "+    <RolePrivilege name=\"prvCreatesc_straight\" level=\"Global\" />\n");
  assert_reopens (self);
  save (self, sc_edit_role_set_access (self->before, SAMPLE_ROLE_ID, STRAIGHT, SC_ACCESS_CREATE,
                                       SC_LEVEL_NONE, NULL));
  assert_same (self, ROLE, self->role);

  save (self, sc_edit_role_set_access (self->before, SAMPLE_ROLE_ID, STRAIGHT, SC_ACCESS_READ,
                                       SC_LEVEL_NONE, NULL));
  assert_diff (self, ROLE, self->role,
               "-    <RolePrivilege name=\"prvReadsc_straight\" level=\"Global\" />\n");
  save (self, sc_edit_role_set_access (self->before, SAMPLE_ROLE_ID, STRAIGHT, SC_ACCESS_READ,
                                       SC_LEVEL_ORGANIZATION, NULL));
  assert_same (self, ROLE, self->role);
}

static void
test_new_role (Fixture *self, gconstpointer line_end)
{
  const char *id = "dddddddd-1111-4222-8333-444444444444";
  g_autoptr (ScSolution) added = sc_edit_role_add (self->before, id, "Flow: user", NULL);
  g_autoptr (ScSolution) granted
      = sc_edit_role_set_access (added, id, STRAIGHT, SC_ACCESS_READ, SC_LEVEL_ORGANIZATION, NULL);
  g_autofree char *text = NULL;

  save (self, g_steal_pointer (&granted));
  files_assert_changed (self->snapshot, self->folder, MANIFEST ",Roles/Flow user-2.xml");
  assert_diff (self, MANIFEST, self->manifest,
               "+      <RootComponent type=\"20\" id=\"{dddddddd-1111-4222-8333-444444444444}\" "
               "behavior=\"0\" />\n");
  text = files_read (self->folder, "Roles/Flow user-2.xml");
  g_assert_nonnull (strstr (text, "name=\"Flow: user\""));
  g_assert_nonnull (strstr (text, "prvReadsc_straight"));
  assert_reopens (self);

  save (self, sc_edit_role_delete (self->before, id, NULL));
  files_assert_changed (self->snapshot, self->folder, MANIFEST);
  assert_same (self, MANIFEST, self->manifest);
  assert_reopens (self);
}

static void
test_first_role (Fixture *self, gconstpointer line_end)
{
  g_autofree char *roles = g_build_filename (self->folder, "Roles", NULL);

  save (self, sc_edit_role_delete (self->before, SAMPLE_ROLE_ID, NULL));
  g_assert_cmpint (g_rmdir (roles), ==, 0);
  save (self, sc_edit_role_add (self->before, NULL, "../../evil\\/", NULL));
  save (self, sc_edit_role_add (self->before, NULL, "///", NULL));
  assert_reopens (self);
  g_assert_true (g_file_test (roles, G_FILE_TEST_IS_DIR));
}

static void
test_solution_details (Fixture *self, gconstpointer line_end)
{
  save (self, sc_edit_solution_set_details (self->before, NULL, NULL, "1.2.3.5", NULL, NULL, NULL));
  files_assert_changed (self->snapshot, self->folder, MANIFEST);
  assert_diff (self, MANIFEST, self->manifest,
               "-    <Version>1.2.3.4</Version>\n+    <Version>1.2.3.5</Version>\n");
  assert_reopens (self);
}

static void
test_unsaveable (Fixture *self, gconstpointer line_end)
{
  g_autoptr (ScSolution) added
      = sc_edit_flow_add (self->before, NULL, "Brand new", "account", NULL);
  const ScFlow *last = sc_list_get (added->flows, sc_list_length (added->flows) - 1);
  g_autoptr (ScFlow) bare = sc_flow_copy (last);
  g_autoptr (ScFlow) twin = sc_flow_copy (last);
  const ScFlow *taken = sc_list_get (self->before->flows, 0);

  sc_take_value (bare, stages, NULL);
  sc_take_value (added, flows, sc_list_append (self->before->flows, bare));
  assert_save_fails (self, sc_solution_ref (added), SC_FILE_ERROR_UNSUPPORTED, "no stages");
  sc_set_string (twin, unique_name, taken->unique_name);
  sc_take_value (added, flows, sc_list_append (self->before->flows, twin));
  assert_save_fails (self, sc_solution_ref (added), SC_FILE_ERROR_UNSUPPORTED,
                     "the same unique name");
  files_assert_changed (self->snapshot, self->folder, "");
}

static void
test_managed (Fixture *self, gconstpointer line_end)
{
  files_replace (self->folder, MANIFEST, "<Managed>0</Managed>", "<Managed>1</Managed>");
  reopen (self, self->folder);
  assert_save_fails (self, sc_edit_step_set_required (self->before, STRAIGHT, WEIGHT, TRUE, NULL),
                     SC_FILE_ERROR_UNSUPPORTED, "managed");
  files_assert_changed (self->snapshot, self->folder, "");
}

/* Labels that belong to nothing in the flow are somebody else's. */
static void
test_strange_labels (Fixture *self, gconstpointer line_end)
{
  const char *stranger
      = "    <steplabels id=\"{00000000-0000-4000-8000-000000000000}\"><!-- x --></steplabels>";
  g_autofree char *place = g_strdup_printf ("    <steplabels id=\"{%s}\">", WEIGHT);
  g_autofree char *with_stranger = g_strconcat (stranger, line_end, place, NULL);
  g_autofree char *text = NULL;

  files_replace (self->folder, DATA, place, with_stranger);
  text = files_read (self->folder, DATA);
  reopen (self, self->folder);
  save (self, sc_edit_step_move (self->before, STRAIGHT, WEIGHT, PLANT, 0, NULL));
  save (self, sc_edit_step_move (self->before, STRAIGHT, WEIGHT, HARVEST, 0, NULL));
  assert_same (self, DATA, text);
}

/* What is not understood is not lost by a save, unless it is asked for. */
static void
test_not_understood (Fixture *self, gconstpointer line_end)
{
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (ScPackage) rewritten = NULL;
  g_autoptr (GError) error = NULL;

  files_replace (self->folder, XAML, "<mxswa:Workflow>", "<!-- mine --><mxswa:Workflow>");
  reopen (self, self->folder);
  g_assert_nonnull (strstr (sc_package_get_notes (self->package)[0], XAML));
  after = sc_edit_step_set_required (self->before, STRAIGHT, WEIGHT, TRUE, NULL);
  assert_save_fails (self, sc_solution_ref (after), SC_FILE_ERROR_UNSUPPORTED, XAML);
  files_assert_changed (self->snapshot, self->folder, "");
  save (self, sc_edit_flow_set_order (self->before, STRAIGHT, 7, NULL));
  files_assert_changed (self->snapshot, self->folder, DATA);
  rewritten = sc_package_save (self->package, self->before, TRUE, &error);
  g_assert_no_error (error);
  assert_same (self, XAML, self->xaml);
  g_assert_null (sc_package_explain_unsaveable (rewritten, after));
}

/* Byte order mark and last line end are kept; a rewrite gives them back too. */
static void
test_style_is_kept (Fixture *self, gconstpointer line_end)
{
  g_autofree char *styled = g_strconcat ("\xef\xbb\xbf", self->xaml, line_end, NULL);

  files_write (self->folder, XAML, styled);
  reopen (self, self->folder);
  save (self, sc_edit_step_set_required (self->before, STRAIGHT, WEIGHT, TRUE, NULL));
  save (self, sc_edit_step_set_required (self->before, STRAIGHT, WEIGHT, FALSE, NULL));
  assert_same (self, XAML, styled);
}

static void
test_bare_xaml (Fixture *self, gconstpointer line_end)
{
  g_autofree char *path = g_build_filename (self->folder, XAML, NULL);
  g_autofree char *data_path = g_build_filename (self->folder, DATA, NULL);
  g_autofree char *reason = NULL;
  g_autoptr (ScSolution) renamed = NULL;

  reopen (self, path);
  save (self, sc_edit_step_set_label (self->before, STRAIGHT, WEIGHT, 1033, "Mass", NULL));
  files_assert_changed (self->snapshot, self->folder, XAML "," DATA);

  g_assert_cmpint (g_unlink (data_path), ==, 0);
  reopen (self, path);
  save (self, sc_edit_step_set_label (self->before, STRAIGHT, WEIGHT, 1033, "Weight", NULL));
  files_assert_changed (self->snapshot, self->folder, XAML);
  assert_same (self, XAML, self->xaml);
  renamed = sc_edit_flow_set_label (self->before, STRAIGHT, 1033, "Other", NULL);
  reason = sc_package_explain_unsaveable (self->package, renamed);
  g_assert_nonnull (strstr (reason, "alone"));
}

static void
test_export (Fixture *self, gconstpointer line_end)
{
  g_autofree char *path = g_build_filename (self->folder, "out.xaml", NULL);
  g_autofree char *exported = NULL;
  g_autoptr (GString) plain = g_string_new (self->xaml);
  g_autoptr (GError) error = NULL;

  sc_package_export_xaml (sc_list_get (self->before->flows, 0), path, NULL, &error);
  g_assert_no_error (error);
  exported = files_read (self->folder, "out.xaml");
  g_string_replace (plain, "\r", "", 0);
  g_assert_cmpstr (exported, ==, plain->str);
}

/* An edit that touches the XAML, the .data.xml, a role and the manifest at once. */
static ScSolution *
edit_everything (const Fixture *self)
{
  g_autoptr (ScSolution) renamed
      = sc_edit_step_set_label (self->before, STRAIGHT, WEIGHT, 1033, "Mass", NULL);
  g_autoptr (ScSolution) granted = sc_edit_role_set_access (
      renamed, SAMPLE_ROLE_ID, STRAIGHT, SC_ACCESS_DELETE, SC_LEVEL_ORGANIZATION, NULL);

  return sc_edit_role_add (granted, NULL, "New role", NULL);
}

static void
test_changed_on_disk (Fixture *self, gconstpointer line_end)
{
  g_autofree char *others = g_strconcat (self->data, "<!-- mine -->", NULL);

  files_write (self->folder, DATA, others);
  g_hash_table_unref (self->snapshot);
  self->snapshot = files_take_snapshot (self->folder);
  assert_save_fails (self, edit_everything (self), SC_FILE_ERROR_CHANGED, DATA);
  files_assert_changed (self->snapshot, self->folder, "");
}

static void
test_vanished (Fixture *self, gconstpointer line_end)
{
  g_autofree char *moved = g_strconcat (self->folder, "-moved", NULL);

  g_assert_cmpint (g_rename (self->folder, moved), ==, 0);
  assert_save_fails (self, edit_everything (self), SC_FILE_ERROR_WRITE, self->folder);
  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rename (moved, self->folder), ==, 0);
  files_assert_changed (self->snapshot, self->folder, "");
  save (self, edit_everything (self));
  assert_reopens (self);
}

static void
test_vanished_file (Fixture *self, gconstpointer line_end)
{
  g_autofree char *path = g_build_filename (self->folder, DATA, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_hash_table_unref (self->snapshot);
  self->snapshot = files_take_snapshot (self->folder);
  assert_save_fails (self, edit_everything (self), SC_FILE_ERROR_WRITE, DATA);
  files_assert_changed (self->snapshot, self->folder, "");
}

/* One folder that cannot be written keeps all the others as they are. */
static void
test_read_only (Fixture *self, gconstpointer line_end)
{
  if (g_test_subprocess ())
    {
      g_autofree char *roles = g_build_filename (self->folder, "Roles", NULL);
      g_autofree char *flows = g_build_filename (self->folder, "Workflows", NULL);

      g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
      g_assert_cmpint (g_chmod (flows, 0777), ==, 0);
      if (geteuid () == 0)
        g_assert_cmpint (seteuid (NOBODY), ==, 0);
      else
        g_assert_cmpint (g_chmod (roles, 0555), ==, 0);
      assert_save_fails (self, edit_everything (self), SC_FILE_ERROR_WRITE, "permission");
      files_assert_changed (self->snapshot, self->folder, "");
      if (getuid () == 0)
        g_assert_cmpint (seteuid (0), ==, 0);
      else
        g_assert_cmpint (g_chmod (roles, 0755), ==, 0);
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
    { "required", test_required },
    { "move-step", test_move_step },
    { "add-and-delete", test_add_and_delete },
    { "strange-labels", test_strange_labels },
    { "flow-details", test_flow_details },
    { "no-names", test_no_names },
    { "description", test_description },
    { "second-language", test_second_language },
    { "primary-table", test_primary_table },
    { "privilege", test_privilege },
    { "new-role", test_new_role },
    { "first-role", test_first_role },
    { "solution-details", test_solution_details },
    { "unsaveable", test_unsaveable },
    { "managed", test_managed },
    { "not-understood", test_not_understood },
    { "style-is-kept", test_style_is_kept },
    { "bare-xaml", test_bare_xaml },
    { "export", test_export },
    { "changed-on-disk", test_changed_on_disk },
    { "vanished", test_vanished },
    { "vanished-file", test_vanished_file },
    { "read-only", test_read_only },
  };

  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *unix_name = g_strconcat ("/package-save/lf/", tests[i].name, NULL);
      g_autofree char *dos_name = g_strconcat ("/package-save/crlf/", tests[i].name, NULL);

      g_test_add (unix_name, Fixture, "\n", set_up, tests[i].function, tear_down);
      g_test_add (dos_name, Fixture, "\r\n", set_up, tests[i].function, tear_down);
    }
  return g_test_run ();
}
