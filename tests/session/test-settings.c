/* test-settings.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Settings of rules, and personas, live beside a package and never in it. */

#include "package-files.h"
#include "sc-document.h"
#include "sc-edit-flow.h"
#include "sc-edit-persona.h"
#include "sc-edit-rule.h"
#include "sc-settings-file.h"

#include <glib/gstdio.h>
#include <string.h>

static ScDocument *
make_document (void)
{
  ScDocument *document = sc_document_new ();
  g_autoptr (ScSolution) after
      = sc_edit_flow_add (sc_document_get_solution (document), NULL, "Sales", "lead", NULL);

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/packages", test_packages);
  g_test_add_func ("/settings/definition", test_definition);
  g_test_add_func ("/settings/personas", test_personas);
  g_test_add_func ("/settings/broken", test_broken);
  return g_test_run ();
}
