/* test-document.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-document.h"
#include "sc-edit-flow.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("stagecraft-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "sales.stagecraft", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
add_flow (ScDocument *document, const char *name)
{
  g_autoptr (ScSolution) after
      = sc_edit_flow_add (sc_document_get_solution (document), NULL, name, "lead", NULL);

  sc_document_commit (document, after, name, NULL);
}

static void
count_cb (ScDocument *document, gpointer before, gpointer after, guint *count)
{
  g_assert_true (before != after);
  g_assert_true (after == sc_document_get_solution (document));
  (*count)++;
}

static void
test_modified (void)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  guint count = 0;

  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &count);
  g_assert_false (sc_document_is_modified (document));
  sc_document_commit (document, sc_document_get_solution (document), "Nothing", NULL);
  sc_document_undo (document);
  g_assert_cmpuint (count, ==, 0);

  add_flow (document, "Sales");
  g_assert_true (sc_document_is_modified (document));
  sc_document_undo (document);
  g_assert_false (sc_document_is_modified (document));
  sc_document_redo (document);
  g_assert_true (sc_document_is_modified (document));
  g_assert_cmpuint (count, ==, 3);
}

static void
ask_cb (ScDocument *document, gpointer before, gpointer after, const ScList **problems)
{
  *problems = sc_document_get_problems (document);
}

/* Whoever hears of a change asks for the problems: it is done once, and is about what is now. */
static void
test_problems (void)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autoptr (ScValidator) validator = sc_validator_new ();
  const ScList *first = NULL, *second = NULL;

  g_signal_connect (document, "changed", G_CALLBACK (ask_cb), &first);
  g_signal_connect (document, "changed", G_CALLBACK (ask_cb), &second);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (ScList) expected = NULL;

      if (i < 2)
        add_flow (document, i == 0 ? "Sales" : "Service");
      else if (i == 2)
        sc_document_undo (document);
      else
        sc_document_redo (document);
      expected = sc_validator_run (validator, sc_document_get_solution (document));
      g_assert_cmpuint (sc_list_length (expected), >, 0);
      g_assert_cmpuint (sc_list_length (first), ==, sc_list_length (expected));
      g_assert_true (first == second);
      g_assert_true (first == sc_document_get_problems (document));
    }
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autoptr (ScDocument) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;

  add_flow (document, "Sales");
  g_assert_false (sc_document_save (document, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED);
  g_clear_error (&error);

  g_assert_true (sc_document_save_as (document, fixture->path, &error));
  g_assert_no_error (error);
  g_assert_false (sc_document_is_modified (document));
  place = sc_document_dup_place (document);
  g_assert_cmpstr (place, ==, "sales.stagecraft");

  again = sc_document_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (
      sc_solution_equal (sc_document_get_solution (again), sc_document_get_solution (document)));
  g_assert_false (sc_document_is_modified (again));

  add_flow (document, "Service");
  g_assert_true (sc_document_save (document, &error));
  sc_document_undo (document);
  g_assert_true (sc_document_is_modified (document));
}

static void
test_changed_behind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScDocument) one = sc_document_new ();
  g_autoptr (ScDocument) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;

  add_flow (one, "Sales");
  g_assert_true (sc_document_save_as (one, fixture->path, NULL));
  other = sc_document_open (fixture->path, NULL);
  add_flow (other, "Theirs");
  g_assert_true (sc_document_save (other, NULL));
  g_file_get_contents (fixture->path, &text, NULL, NULL);

  add_flow (one, "Ours");
  g_assert_false (sc_document_save (one, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED);
  g_assert_true (sc_document_is_modified (one));
  g_file_get_contents (fixture->path, &kept, NULL, NULL);
  g_assert_cmpstr (kept, ==, text);
}

static void
test_vanished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "gone", "x.stagecraft", NULL);

  add_flow (document, "Sales");
  g_assert_false (sc_document_save_as (document, nowhere, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
  g_assert_true (sc_document_is_modified (document));
  g_assert_null (sc_document_get_storage (document));
}

static void
test_endings (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "x.txt", "x.z", "x.1a" };
  g_autoptr (ScDocument) document = sc_document_new ();

  add_flow (document, "Sales");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (sc_document_save_as (document, path, &error));
      g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
add_stage (ScDocument *document)
{
  const ScFlow *flow = sc_list_get (sc_document_get_solution (document)->flows, 0);
  g_autoptr (ScSolution) after = sc_edit_stage_add (sc_document_get_solution (document), flow->id,
                                                    sc_slot_last (flow), NULL, "Close", NULL, NULL);

  sc_document_commit (document, after, "Add stage", NULL);
}

/* A .xaml holds less than the solution has: it is a copy. Opened, it is a document of its own. */
static void
test_xaml (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autoptr (ScDocument) opened = NULL;
  g_autoptr (ScDocument) again = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "Sales.xaml", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "Other.xaml", NULL);
  g_autoptr (GError) error = NULL;
  const ScFlow *flow;

  add_flow (document, "Sales");
  g_assert_true (sc_document_save_as (document, path, &error));
  g_assert_no_error (error);
  g_assert_true (sc_document_is_modified (document));
  g_assert_null (sc_document_get_storage (document));

  opened = sc_document_open (path, &error);
  g_assert_no_error (error);
  add_stage (opened);
  sc_document_save (opened, &error);
  g_assert_no_error (error);
  g_assert_false (sc_document_is_modified (opened));

  sc_document_save_as (opened, other, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sc_storage_get_path (sc_document_get_storage (opened)), ==, other);

  again = sc_document_open (other, &error);
  g_assert_no_error (error);
  flow = sc_list_get (sc_document_get_solution (again)->flows, 0);
  g_assert_cmpuint (sc_list_length (flow->stages), ==, 2);

  add_flow (document, "Second");
  g_assert_false (sc_document_save_as (document, path, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED);
  g_unlink (path);
  g_unlink (other);
}

/* A table that was described by hand has no place in a .xaml. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autoptr (ScDocument) opened = NULL;
  g_autoptr (ScSolution) after = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "Sales.xaml", NULL);
  g_autofree char *nothing = NULL;
  g_autofree char *left_out = NULL;

  add_flow (document, "Sales");
  g_assert_true (sc_document_save_as (document, path, NULL));
  opened = sc_document_open (path, NULL);
  nothing = sc_document_explain_left_out (opened);
  g_assert_null (nothing);
  after = sc_edit_table_add (sc_document_get_solution (opened), "new_thing", "Thing", NULL);
  sc_document_commit (opened, after, "Add table", NULL);
  left_out = sc_document_explain_left_out (opened);
  g_assert_nonnull (left_out);
  g_assert_true (sc_document_save (opened, NULL));
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/document/modified", test_modified);
  g_test_add_func ("/session/document/problems", test_problems);
#define ADD(name, function) \
  g_test_add ("/session/document/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("save", test_save);
  ADD ("changed-behind", test_changed_behind);
  ADD ("vanished", test_vanished);
  ADD ("endings", test_endings);
  ADD ("xaml", test_xaml);
  ADD ("left-out", test_left_out);
  return g_test_run ();
}
