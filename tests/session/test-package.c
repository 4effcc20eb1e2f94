/* test-package.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Documents that become packages. */

#include "package-files.h"
#include "sc-document.h"
#include "sc-definition.h"
#include "sc-edit-stage.h"
#include "sc-edit-flow.h"
#include "sc-long-text.h"

#include <string.h>

static void
add_flow (ScDocument *document, const char *name)
{
  g_autoptr (ScSolution) after
      = sc_edit_flow_add (sc_document_get_solution (document), NULL, name, "lead", NULL);

  sc_document_commit (document, after, name, NULL);
}

static void
describe_table (ScDocument *document)
{
  g_autoptr (ScSolution) after = sc_solution_copy (sc_document_get_solution (document));
  g_autoptr (ScTable) table = sc_table_new ();

  sc_set_string (table, name, "lead");
  sc_take_value (after, tables, sc_list_append (after->tables, table));
  sc_document_commit (document, after, "Describe table", NULL);
}

/* A new solution becomes a package of its own, and is edited and saved on as one. */
static void
check_package (const char *name)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autofree char *elsewhere = NULL;
  g_autoptr (ScDocument) other = NULL;
  g_autoptr (ScSolution) renamed = NULL;
  g_autoptr (ScStorage) again = NULL;
  g_autoptr (GError) error = NULL;
  const ScSolution *solution;
  const ScFlow *flow;

  add_flow (document, "Sales");
  describe_table (document);
  g_assert_true (sc_document_save_as (document, path, &error));
  g_assert_no_error (error);
  g_assert_false (sc_document_is_modified (document));
  g_assert_cmpstr (sc_storage_get_path (sc_document_get_storage (document)), ==, path);
  solution = sc_document_get_solution (document);
  flow = sc_list_get (solution->flows, 0);
  g_assert_cmpstr (flow->unique_name, ==, "new_sales");
  g_assert_nonnull (sc_solution_find_table (solution, "lead", NULL));
  g_assert_nonnull (sc_solution_find_table (solution, "new_sales", NULL));

  renamed
      = sc_edit_flow_set_label (solution, flow->id, SC_LANGUAGE_ENGLISH, "Sales and more", NULL);
  sc_document_commit (document, renamed, "Rename", NULL);
  g_assert_true (sc_document_save (document, &error));
  g_assert_no_error (error);
  other = sc_document_open (path, &error);
  g_assert_no_error (error);
  solution = sc_document_get_solution (other);
  g_assert_null (sc_solution_find_table (solution, "lead", NULL));
  flow = sc_list_get (solution->flows, 0);
  g_assert_cmpstr (flow->name, ==, "Sales and more");

  /* A package goes to another place as a whole. */
  elsewhere = g_strconcat (path, ".9", g_str_has_suffix (path, ".zip") ? ".zip" : "", NULL);
  g_assert_true (sc_document_save_as (other, elsewhere, &error));
  g_assert_no_error (error);
  g_assert_false (sc_document_is_modified (other));
  g_assert_cmpstr (sc_storage_get_path (sc_document_get_storage (other)), ==, elsewhere);

  /* A second time, only what differs is written. */
  again = sc_storage_save_as (sc_document_get_solution (document), path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (again);
  files_remove_folder (folder);
}

static void
test_zip (void)
{
  check_package ("x.zip");
}

static void
test_folder (void)
{
  check_package ("release_1.0");
}

/* A zip that holds nothing but what Stagecraft makes gives way to one with more flows. */
static void
test_more_flows (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "x.zip", NULL);
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autoptr (ScDocument) larger = sc_document_new ();
  g_autoptr (ScDocument) stranger = sc_document_new ();
  g_autoptr (ScSolution) renamed = NULL;
  g_autoptr (GError) error = NULL;

  add_flow (document, "Sales");
  g_assert_true (sc_document_save_as (document, path, &error));
  add_flow (larger, "Service");
  add_flow (larger, "Returns");
  g_assert_true (sc_document_save_as (larger, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (
      sc_list_length (sc_storage_get_solution (sc_document_get_storage (larger))->flows), ==, 2);

  add_flow (stranger, "Tours");
  renamed = sc_solution_copy (sc_document_get_solution (stranger));
  sc_set_string (renamed, unique_name, "Travel");
  sc_document_commit (stranger, renamed, "Rename", NULL);
  g_assert_false (sc_document_save_as (stranger, path, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED);
  files_remove_folder (folder);
}

/* A flow that leaves a table keeps the lookup to it, and the person hears of it. */
static void
test_left_table (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "x.zip", NULL);
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autoptr (ScSolution) moved = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *kept = NULL;
  const ScSolution *solution;
  const ScFlow *flow;
  const ScStage *stage;

  add_flow (document, "Sales");
  g_assert_true (sc_document_save_as (document, path, NULL));
  nothing = sc_document_explain_left_out (document);
  g_assert_null (nothing);
  solution = sc_document_get_solution (document);
  flow = sc_list_get (solution->flows, 0);
  stage = sc_list_get (flow->stages, 0);
  moved = sc_edit_stage_set_table (solution, flow->id, stage->id, "contact", NULL);
  sc_document_commit (document, moved, "Move", NULL);
  kept = sc_document_explain_left_out (document);
  g_assert_nonnull (strstr (kept, "Sales"));
  g_assert_nonnull (strstr (kept, "lookup"));
  files_remove_folder (folder);
}

/* Every other character is a letter by chance: what packs too well is taken for a bomb. */
static char *
mix_text (const char *part, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (i % 2 == 0)
      g_string_append (text, part);
    else
      g_string_append_c (text, (char) g_rand_int_range (rand, 'a', 'z'));
  return g_string_free (text, FALSE);
}

static ScSolution *
label_stage (const ScSolution *solution, const char *text)
{
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScStage *stage = sc_list_get (flow->stages, 0);
  g_autoptr (GError) error = NULL;
  ScSolution *after
      = sc_edit_stage_set_label (solution, flow->id, stage->id, SC_LANGUAGE_ENGLISH, text, &error);

  g_assert_no_error (error);
  return after;
}

static void
assert_stage_label (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = sc_storage_open (path, &error);
  const ScFlow *flow;
  const ScStage *stage;

  g_assert_no_error (error);
  flow = sc_list_get (sc_storage_get_solution (storage)->flows, 0);
  stage = sc_list_get (flow->stages, 0);
  /* Too long for a message. */
  g_assert_true (g_strcmp0 (sc_labels_get (stage->labels, SC_LANGUAGE_ENGLISH), text) == 0);
}

/* The longest text, of whatever has to be escaped, can be read where it was written; a longer one
 * comes in nowhere. */
static void
test_long_texts (void)
{
  static const char *const parts[] = { ">", "<", "&", "\"", "'", "é", "{", "\\" };
  static const char *const names[] = { "a.stagecraft", "a.xaml", "a.zip", "a" };
  g_autoptr (ScDocument) document = sc_document_new ();

  add_flow (document, "Sales");
  for (guint i = 0; i < G_N_ELEMENTS (parts) * G_N_ELEMENTS (names); i++)
    {
      const char *name = names[i % G_N_ELEMENTS (names)];
      const char *part = parts[i / G_N_ELEMENTS (names)];
      const ScSolution *solution = sc_document_get_solution (document);
      g_autofree char *folder = files_make_folder ();
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = mix_text (part, SC_TEXT_MAX);
      g_autofree char *longer = mix_text (part, SC_TEXT_MAX + 1);
      g_autoptr (ScSolution) legal = label_stage (solution, text);
      g_autoptr (ScSolution) illegal = label_stage (solution, longer);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScStorage) saved = sc_storage_save_as (legal, path, &error);
      g_autoptr (GBytes) bytes = sc_definition_write (illegal);
      g_autoptr (ScSolution) read = NULL;

      g_test_message ("%s in %s", part, name);
      g_assert_no_error (error);
      g_assert_nonnull (saved);
      assert_stage_label (path, text);
      g_assert_true (sc_edit_texts_fit (solution, legal, &error));
      g_assert_false (sc_edit_texts_fit (solution, illegal, &error));
      g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
      g_clear_error (&error);
      read = sc_definition_read (bytes, "longer", &error);
      g_assert_null (read);
      g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE);
      g_assert_nonnull (strstr (error->message, "131072 characters"));
      files_remove_folder (folder);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/package/zip", test_zip);
  g_test_add_func ("/session/package/folder", test_folder);
  g_test_add_func ("/session/package/more-flows", test_more_flows);
  g_test_add_func ("/session/package/left-table", test_left_table);
  g_test_add_func ("/session/package/long-texts", test_long_texts);
  return g_test_run ();
}
