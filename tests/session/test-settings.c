/* test-settings.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Settings of rules, and personas, live beside a package and never in it. */

#include "package-files.h"
#include "sc-definition.h"
#include "sc-document.h"
#include "sc-edit-flow.h"
#include "sc-edit-persona.h"
#include "sc-edit-rule.h"
#include "sc-edit-step.h"
#include "sc-export.h"
#include "sc-settings-file.h"

#include <glib/gstdio.h>
#include <string.h>

static ScDocument *
make_document (void)
{
  ScDocument *document = sc_document_new ();
  g_autoptr (ScSolution) flow_added
      = sc_edit_flow_add (sc_document_get_solution (document), NULL, "Sales", "lead", NULL);
  const ScFlow *flow = sc_list_get (flow_added->flows, 0);
  const ScStage *stage = sc_list_get (flow->stages, 0);
  const ScStep *step = sc_list_get (stage->steps, 0);
  g_autoptr (ScSolution) after
      = sc_edit_step_set_column (flow_added, flow->id, step->id, "subject", NULL);

  sc_document_commit (document, after, "Add", NULL);
  return document;
}

static void
set_rule (ScDocument *document, const char *rule, ScRuleLevel level)
{
  g_autoptr (ScSolution) after
      = sc_edit_rule_set (sc_document_get_solution (document), rule, level, 0, "Why & how", NULL);

  sc_document_commit (document, after, "Set", NULL);
}

static void
save_as (ScDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_document_save_as (document, path, &error));
  g_assert_no_error (error);
}

static void
save (ScDocument *document)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_document_save (document, &error));
  g_assert_no_error (error);
  g_assert_false (sc_document_is_modified (document));
}

static ScDocument *
open_again (const char *path)
{
  g_autoptr (GError) error = NULL;
  ScDocument *document = sc_document_open (path, &error);

  g_assert_no_error (error);
  return document;
}

static void
check_kept (const char *path, const char *rule)
{
  g_autoptr (ScDocument) document = open_again (path);
  const ScSolution *solution = sc_document_get_solution (document);
  const ScRuleSetting *setting = sc_rule_settings_find (solution->rule_settings, rule, NULL);

  g_assert_nonnull (setting);
  g_assert_cmpint (setting->level, ==, SC_RULE_OFF);
  g_assert_cmpstr (setting->reason, ==, "Why & how");
}

static void
check_package (const char *name)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *elsewhere = NULL;
  g_autofree char *settings = sc_settings_file_get_path (path);
  g_autoptr (ScDocument) document = make_document ();
  g_autoptr (ScDocument) opened = NULL;

  save_as (document, path);
  g_assert_false (g_file_test (settings, G_FILE_TEST_EXISTS));
  set_rule (document, "ST-15", SC_RULE_OFF);
  save (document);
  g_assert_true (g_file_test (settings, G_FILE_TEST_EXISTS));
  check_kept (path, "ST-15");

  /* A copy of the package takes them along. */
  opened = open_again (path);
  elsewhere = g_strconcat (folder, "/copy-", name, NULL);
  save_as (opened, elsewhere);
  check_kept (elsewhere, "ST-15");

  set_rule (document, "ST-15", SC_RULE_AS_IS);
  save (document);
  g_assert_false (g_file_test (settings, G_FILE_TEST_EXISTS));
  check_kept (elsewhere, "ST-15");
  files_remove_folder (folder);
}

static void
test_packages (void)
{
  check_package ("solution.zip");
  check_package ("solution");
}

static void
test_definition (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "solution.stagecraft", NULL);
  g_autofree char *settings = sc_settings_file_get_path (path);
  g_autoptr (ScDocument) document = make_document ();

  set_rule (document, "F-14", SC_RULE_OFF);
  save_as (document, path);
  check_kept (path, "F-14");
  g_assert_false (g_file_test (settings, G_FILE_TEST_EXISTS));
  files_remove_folder (folder);
}

static void
check_persona_kept (const char *path)
{
  g_autoptr (ScDocument) document = open_again (path);
  const ScSolution *solution = sc_document_get_solution (document);
  const ScPersona *persona = sc_list_get (solution->personas, 0);

  g_assert_cmpuint (sc_list_length (solution->personas), ==, 1);
  g_assert_cmpstr (persona->name, ==, "Sales & more");
  g_assert_true (sc_persona_has_role (persona, "627090ff-40a3-4053-8790-584edc5be201", NULL));
}

/* Personas live there, too. */
static void
test_personas (void)
{
  static const char *const roles[] = { "627090ff-40a3-4053-8790-584edc5be201", NULL };
  static const char *const names[] = { "solution.zip", "solution", "solution.stagecraft" };
  g_autofree char *folder = files_make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *settings = sc_settings_file_get_path (path);
      g_autoptr (ScDocument) document = make_document ();
      g_autoptr (ScSolution) after = sc_edit_persona_add (sc_document_get_solution (document), NULL,
                                                          "Sales & more", roles, NULL);

      sc_document_commit (document, after, "Add", NULL);
      save_as (document, path);
      g_assert_true (g_file_test (settings, G_FILE_TEST_EXISTS) == (i < 2));
      check_persona_kept (path);
    }
  files_remove_folder (folder);
}

/* What cannot be read is told, left out, and never replaced. */
static void
test_broken (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "solution.zip", NULL);
  g_autofree char *settings = sc_settings_file_get_path (path);
  g_autofree char *left = NULL;
  g_autoptr (ScDocument) document = make_document ();
  g_autoptr (ScDocument) opened = NULL;
  g_autoptr (GError) error = NULL;
  const char *const *notes;

  save_as (document, path);
  g_assert_true (g_file_set_contents (settings, "<oh no", -1, NULL));
  opened = open_again (path);
  g_assert_null (sc_document_get_solution (opened)->rule_settings);
  notes = sc_storage_get_notes (sc_document_get_storage (opened));
  g_assert_nonnull (notes[0]);
  g_assert_nonnull (strstr (notes[g_strv_length ((GStrv) notes) - 1], "settings"));

  set_rule (opened, "F-14", SC_RULE_OFF);
  g_assert_false (sc_document_save (opened, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED);
  g_assert_true (sc_document_is_modified (opened));
  g_assert_true (g_file_get_contents (settings, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "<oh no");
  files_remove_folder (folder);
}

/* The settings of a team that lie beside a package already. */
static const char team[]
    = "<solution xmlns=\"urn:stagecraft:definition:1\" "
      "language=\"1033\"><rule id=\"ST-15\" level=\"off\" reason=\"Why &amp; how\"/></solution>";

static char *
make_team (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *settings = sc_settings_file_get_path (path);
  g_autoptr (ScDocument) document = make_document ();

  save_as (document, path);
  g_assert_true (g_file_set_contents (settings, team, -1, NULL));
  return g_steal_pointer (&path);
}

static void
check_team_kept (const char *path)
{
  g_autofree char *settings = sc_settings_file_get_path (path);
  g_autofree char *left = NULL;

  g_assert_true (g_file_get_contents (settings, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, team);
}

/* Ways to write a solution where a package is already: the values of one that was opened, the file
 * that it was opened from, and an export. */
typedef gboolean (*Write) (ScDocument *document, const char *path, GError **error);

static gboolean
write_values (ScDocument *document, const char *path, GError **error)
{
  g_autoptr (ScStorage) saved
      = sc_storage_save_as (sc_document_get_solution (document), path, error);

  return saved != NULL;
}

static gboolean
write_copy (ScDocument *document, const char *path, GError **error)
{
  g_autoptr (ScStorage) saved = sc_storage_save_copy (
      sc_document_get_storage (document), sc_document_get_solution (document), path, error);

  return saved != NULL;
}

static gboolean
write_export (ScDocument *document, const char *path, GError **error)
{
  const ScExportOptions options = { SC_PACKAGE_ZIP, path, NULL, FALSE };

  return sc_export_run (sc_document_get_storage (document), sc_document_get_solution (document),
                        &options, error);
}

static const struct
{
  const char *from;
  const char *to;
  Write write;
} targets[] = {
  { "plain.stagecraft", "set.zip", write_values },
  { "plain.stagecraft", "set", write_values },
  { "plain.stagecraft", "set.xaml", write_values },
  { "plain.stagecraft", "set.zip", write_export },
  { "plain.stagecraft", "set.zip", sc_document_save_as },
  { "plain.stagecraft", "set", sc_document_save_as },
  { "plain.stagecraft", "set.xaml", sc_document_save_as },
  { "plain.zip", "set.zip", write_copy },
  { "plain.zip", "set.zip", write_export },
  { "plain.zip", "set.zip", sc_document_save_as },
  { "plain", "set.zip", write_copy },
  { "plain", "set.zip", sc_document_save_as },
};

/* Settings beside a package that is written into are somebody's work. */
static void
check_target (const char *from, const char *to, Write write)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *origin = g_build_filename (folder, from, NULL);
  g_autofree char *path = make_team (folder, to);
  g_autoptr (ScDocument) team_document = open_again (path);
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autoptr (GError) error = NULL;
  gboolean written;

  g_test_message ("%s to %s", from, to);
  sc_document_commit (document, sc_document_get_solution (team_document), "Take", NULL);
  set_rule (document, "ST-15", SC_RULE_AS_IS);
  save_as (document, origin);

  /* Without settings of its own the solution leaves them, and has them from then on. */
  written = write (document, path, &error);
  g_assert_no_error (error);
  g_assert_true (written);
  check_team_kept (path);
  if (write == sc_document_save_as)
    {
      save (document);
      check_team_kept (path);
      check_kept (path, "ST-15");
      files_remove_folder (folder);
      return;
    }

  /* With others, nothing is written. */
  set_rule (document, "F-14", SC_RULE_OFF);
  g_assert_false (write (document, path, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, SC_SETTINGS_SUFFIX));
  g_assert_nonnull (strstr (error->message, "ST-15"));
  check_team_kept (path);
  g_clear_error (&error);

  /* The same ones and more take their place. */
  set_rule (document, "ST-15", SC_RULE_OFF);
  g_assert_true (write (document, path, &error));
  g_assert_no_error (error);
  check_kept (path, "ST-15");
  check_kept (path, "F-14");
  files_remove_folder (folder);
}

static void
test_targets (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    check_target (targets[i].from, targets[i].to, targets[i].write);
}

/* What is lost with a file of settings is named, whatever it is. */
static void
test_lost (void)
{
  static const struct
  {
    const char *there;
    const char *ours; /* NULL: what is there is lost */
    const char *named;
  } rows[] = {
    { "<rule id=\"F-14\" level=\"off\"/>", "<rule id=\"F-15\" level=\"off\"/>", "F-14" },
    { "<rule id=\"F-14\" level=\"off\" reason=\"We agreed\"/>", "<rule id=\"F-14\" level=\"off\"/>",
      "F-14" },
    { "<persona id=\"627090ff-40a3-4053-8790-584edc5be201\" name=\"Nurse\"/>",
      "<rule id=\"F-15\" level=\"off\"/>", "Nurse" },
    { "<rule id=\"F-14\" level=\"off\"/>",
      "<rule id=\"F-14\" level=\"off\"/><rule id=\"F-15\" level=\"off\"/>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      static const char frame[] = "<solution xmlns=\"urn:stagecraft:definition:1\" "
                                  "language=\"1033\">%s</solution>";
      g_autofree char *folder = files_make_folder ();
      g_autofree char *path = g_build_filename (folder, "a.zip", NULL);
      g_autofree char *file = sc_settings_file_get_path (path);
      g_autofree char *there = g_strdup_printf (frame, rows[i].there);
      g_autofree char *ours = g_strdup_printf (frame, rows[i].ours);
      g_autoptr (GBytes) bytes = g_bytes_new (ours, strlen (ours));
      g_autoptr (GError) error = NULL;
      g_autoptr (ScSolution) solution = sc_definition_read (bytes, "ours", &error);
      ScFileChange change;

      g_assert_no_error (error);
      g_assert_true (g_file_set_contents (file, there, -1, NULL));
      g_assert_true (sc_settings_file_prepare (solution, path, TRUE, &change, &error));
      g_assert_nonnull (change.bytes);
      sc_settings_file_clear (&change);
      g_assert_true (sc_settings_file_prepare (solution, path, FALSE, &change, &error)
                     == (rows[i].named == NULL));
      if (rows[i].named != NULL)
        g_assert_nonnull (strstr (error->message, rows[i].named));
      sc_settings_file_clear (&change);
      files_remove_folder (folder);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/packages", test_packages);
  g_test_add_func ("/settings/definition", test_definition);
  g_test_add_func ("/settings/personas", test_personas);
  g_test_add_func ("/settings/broken", test_broken);
  g_test_add_func ("/settings/targets", test_targets);
  g_test_add_func ("/settings/lost", test_lost);
  return g_test_run ();
}
