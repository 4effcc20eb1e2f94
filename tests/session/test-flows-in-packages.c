/* test-flows-in-packages.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"
#include "sc-document.h"
#include "sc-edit-flow.h"
#include "sc-edit-solution.h"
#include "sc-edit-step.h"
#include "sc-line-diff.h"
#include "sc-lock.h"

#include <string.h>

#define STRAIGHT "ffffffff-0000-4000-8000-000000000001"
#define WEIGHT   "bbbbbbbb-0000-4000-8000-000000000003"
#define XAML     "Workflows/Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml"
#define DATA     XAML ".data.xml"
#define MANIFEST "Other/Solution.xml"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = files_make_folder ();
  files_make_solution (self->folder, "\n");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  files_remove_folder (self->folder);
  g_free (self->folder);
}

static ScDocument *
open_folder (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  ScDocument *document = sc_document_open (self->folder, &error);

  g_assert_no_error (error);
  return document;
}

static ScLock
get_lock (ScDocument *document)
{
  const ScSolution *solution = sc_document_get_solution (document);

  return sc_lock_get (solution, sc_solution_find_flow (solution, STRAIGHT, NULL));
}

/* What the files say decides. */
static void
test_locks (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *file, *from, *to;
    ScLock lock;
  } cases[] = {
    { DATA, "<Category>4</Category>",
      "<Category>4</Category>\n  <BusinessProcessType>0"
      "</BusinessProcessType>\n  <IsCustomizable>0</IsCustomizable>",
      SC_LOCK_NOT_CUSTOMIZABLE },
    { DATA, "<IsCustomizable>0</IsCustomizable>", "<IsCustomizable>1</IsCustomizable>",
      SC_LOCK_NONE },
    { DATA, "<BusinessProcessType>0</BusinessProcessType>\n  <IsCustomizable>",
      "<BusinessProcessType>1</BusinessProcessType>\n  <IsCustomizable>", SC_LOCK_TASK_FLOW },
    { MANIFEST, "<Managed>0</Managed>", "<Managed>1</Managed>", SC_LOCK_MANAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScDocument) document = NULL;

      files_replace (self->folder, cases[i].file, cases[i].from, cases[i].to);
      document = open_folder (self);
      g_assert_cmpint (get_lock (document), ==, cases[i].lock);
    }
}

static ScSolution *
rename_step (ScDocument *document, const char *text)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_step_set_label (sc_document_get_solution (document), STRAIGHT, WEIGHT,
                                              1033, text, &error);

  g_assert_no_error (error);
  return after;
}

static void
test_difference (Fixture *self, gconstpointer data)
{
  g_autoptr (ScDocument) document = NULL;
  g_autoptr (ScSolution) described = NULL;
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (GBytes) held = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const ScStorage *storage;
  guint line = 0;

  files_replace (self->folder, XAML, "</Activity>", "  <!-- by hand -->\n</Activity>");
  document = open_folder (self);
  storage = sc_document_get_storage (document);
  g_assert_true (sc_storage_get_difference (storage, STRAIGHT, &line, &held, &written));
  g_assert_cmpuint (sc_document_get_difference (document, STRAIGHT), ==, line);
  lines = sc_line_diff (held, written, 0, 100);
  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_cmpint (((const ScDiffLine *) g_ptr_array_index (lines, 1))->kind, ==, SC_LINE_REMOVED);
  g_assert_cmpuint (((const ScDiffLine *) g_ptr_array_index (lines, 1))->number, ==, line);

  /* What does not stand in the XAML can be saved as ever. */
  described = sc_edit_flow_set_order (sc_document_get_solution (document), STRAIGHT, 7, NULL);
  sc_document_commit (document, described, "Order", NULL);
  g_assert_null (sc_storage_find_rewrite (storage, described));
  g_assert_true (sc_document_save (document, &error));
  g_assert_cmpuint (sc_document_get_difference (document, STRAIGHT), ==, line);

  /* Nobody has agreed yet. */
  after = rename_step (document, "Kilogram");
  sc_document_commit (document, after, "Rename", NULL);
  storage = sc_document_get_storage (document);
  g_assert_cmpstr (sc_storage_find_rewrite (storage, after), ==, STRAIGHT);
  g_assert_false (sc_document_save (document, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED);
  g_clear_error (&error);

  sc_document_accept_rewrite (document, STRAIGHT);
  g_assert_cmpuint (sc_document_get_difference (document, STRAIGHT), ==, 0);
  g_assert_true (sc_document_is_modified (document));
  g_assert_true (sc_document_save (document, &error));
  text = files_read (self->folder, XAML);
  g_assert_null (strstr (text, "by hand"));
  g_assert_nonnull (strstr (text, "Kilogram"));
}

/* To agree to one file is not to agree to another, and changes nothing by itself. */
static void
test_agreement (Fixture *self, gconstpointer data)
{
  g_autoptr (ScDocument) document = NULL;
  g_autoptr (GHashTable) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  const ScSolution *solution;
  const char *other;

  files_replace (self->folder, XAML, "</Activity>", "  <!-- by hand -->\n</Activity>");
  document = open_folder (self);
  solution = sc_document_get_solution (document);
  other = ((const ScFlow *) sc_list_get (solution->flows, 1))->id;
  snapshot = files_take_snapshot (self->folder);
  g_assert_cmpuint (sc_document_get_difference (document, other), ==, 0);
  sc_document_accept_rewrite (document, other);
  g_assert_cmpuint (sc_document_get_difference (document, STRAIGHT), >, 0);
  sc_document_accept_rewrite (document, STRAIGHT);
  g_assert_true (sc_document_save (document, &error));
  files_assert_changed (snapshot, self->folder, "");
}

static void
test_publisher (Fixture *self, gconstpointer data)
{
  g_autoptr (ScDocument) document = open_folder (self);
  const ScSolution *solution = sc_document_get_solution (document);
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (ScDocument) again = NULL;
  g_autoptr (ScSolution) renamed = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GHashTable) snapshot = files_take_snapshot (self->folder);
  g_autoptr (GError) error = NULL;

  after = sc_edit_solution_set_publisher (solution, "Kaffee & Söhne", 54321, NULL);
  sc_document_commit (document, after, "Publisher", NULL);
  g_assert_true (sc_document_save (document, &error));
  files_assert_changed (snapshot, self->folder, MANIFEST);
  again = open_folder (self);
  g_assert_cmpint (sc_document_get_solution (again)->option_prefix, ==, 54321);
  g_assert_cmpstr (sc_document_get_solution (again)->publisher_title, ==, "Kaffee & Söhne");

  /* Now that there is one it is changed. */
  renamed = sc_edit_solution_set_publisher (sc_document_get_solution (again), "Tee", 0, NULL);
  sc_document_commit (again, renamed, "Publisher", NULL);
  g_assert_true (sc_document_save (again, &error));
  text = files_read (self->folder, MANIFEST);
  g_assert_null (strstr (text, "Kaffee"));
  g_assert_nonnull (strstr (text, "<LocalizedName description=\"Tee\" languagecode=\"1033\" />"));
}

/* A copy, its access and its deletion go all the way to the files, and leave nothing behind. */
static void
test_copy_and_delete (Fixture *self, gconstpointer reopens)
{
  static const char *const names[] = { MANIFEST, "Other/Relationships.xml", "Roles/Flow user.xml" };
  char *texts[G_N_ELEMENTS (names)];
  g_autoptr (GHashTable) snapshot = files_take_snapshot (self->folder);
  g_autoptr (GHashTable) with_copy = NULL;
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (ScDocument) document = open_folder (self);
  g_autoptr (ScSolution) copied = NULL;
  g_autoptr (ScSolution) deleted = NULL;
  g_autoptr (ScDocument) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  const ScFlow *copy;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    texts[i] = files_read (self->folder, names[i]);
  copied
      = sc_edit_flow_copy (sc_document_get_solution (document), STRAIGHT, NULL, NULL, TRUE, &error);
  g_assert_no_error (error);
  sc_document_commit (document, copied, "Copy", NULL);
  g_assert_true (sc_document_save (document, &error));
  g_assert_no_error (error);

  again = reopens != NULL ? open_folder (self) : g_object_ref (document);
  g_assert_cmpuint (sc_list_length (sc_document_get_solution (again)->flows), ==, 3);
  copy = sc_solution_find_flow (sc_document_get_solution (again),
                                ((const ScFlow *) sc_list_get (copied->flows, 1))->id, NULL);
  g_assert_nonnull (copy);
  g_assert_cmpstr (copy->name, ==, "Straight (copy)");
  id = g_strdup (copy->id);
  with_copy = files_take_snapshot (self->folder);
  g_assert_cmpuint (g_hash_table_size (with_copy), >, g_hash_table_size (snapshot));
  deleted = sc_edit_flow_delete (sc_document_get_solution (again), id, &error);
  sc_document_commit (again, deleted, "Delete", NULL);
  g_assert_true (sc_document_save (again, &error));
  g_assert_no_error (error);
  after = files_take_snapshot (self->folder);
  g_assert_cmpuint (g_hash_table_size (after), ==, g_hash_table_size (snapshot));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *now = files_read (self->folder, names[i]);

      g_assert_cmpstr (now, ==, texts[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (texts[i]);
}

#define ADD(name, function) \
  g_test_add ("/session/packages/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("locks", test_locks);
  ADD ("difference", test_difference);
  ADD ("agreement", test_agreement);
  ADD ("publisher", test_publisher);
  g_test_add ("/session/packages/copy-and-delete", Fixture, NULL, set_up, test_copy_and_delete,
              tear_down);
  g_test_add ("/session/packages/copy-and-delete/reopened", Fixture, "", set_up,
              test_copy_and_delete, tear_down);
  return g_test_run ();
}
