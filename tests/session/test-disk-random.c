/* test-disk-random.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Random edits on both sides of one file: whatever they were, every decision leaves on disk what it
 * says. */

#include "package-files.h"
#include "random-edits.h"
#include "sc-document.h"
#include "sc-edit-flow.h"
#include "sc-merge.h"

#include <time.h>

#define SEED 20261124

typedef struct
{
  RandomEdits *edits;
  char *path;
  ScSolution *base;
} Pair;

static ScSolution *
edit (RandomEdits *edits, const ScSolution *solution, guint n)
{
  ScSolution *current = sc_solution_ref (solution);

  while (n-- > 0)
    {
      const char *kind;
      ScSolution *after = random_edits_next (edits, current, &kind, NULL);

      if (after == NULL)
        continue;
      sc_solution_unref (current);
      current = after;
    }
  return current;
}

static GBytes *
read_bytes (const char *path)
{
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

/* A document of base with mine in it, and theirs in the file. */
static ScDocument *
open_pair (Pair *self, const ScSolution *mine, const ScSolution *theirs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) first = sc_storage_save_as (self->base, self->path, &error);
  g_autoptr (ScStorage) other = NULL;
  ScDocument *document;

  g_assert_no_error (error);
  document = sc_document_open (self->path, &error);
  g_assert_no_error (error);
  other = sc_storage_save (first, theirs, FALSE, &error);
  g_assert_no_error (error);
  sc_document_commit (document, mine, "Mine", NULL);
  return document;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer looked)
{
  *(gboolean *) looked = TRUE;
}

static const ScDisk *
look (ScDocument *document)
{
  gboolean looked = FALSE;

  sc_document_look_async (document, NULL, looked_cb, &looked);
  while (!looked)
    g_main_context_iteration (NULL, TRUE);
  return sc_document_get_disk (document);
}

static void
check_saved (ScDocument *document, const char *path, const ScSolution *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) present = NULL;

  g_assert_true (sc_solution_equal (sc_document_get_solution (document), expected));
  sc_document_save (document, &error);
  g_assert_no_error (error);
  g_assert_false (sc_document_is_modified (document));
  g_assert_null (look (document));
  present = sc_storage_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (sc_solution_equal (sc_storage_get_solution (present), expected));
}

static void
check_take (Pair *self, const ScSolution *mine, const ScSolution *theirs)
{
  g_autoptr (ScDocument) document = open_pair (self, mine, theirs);
  g_autoptr (GBytes) before = read_bytes (self->path);
  g_autoptr (GBytes) after = NULL;
  const ScDisk *disk = look (document);

  if (disk != NULL)
    {
      g_assert_true (sc_document_take_theirs (document, disk));
      check_saved (document, self->path, theirs);
      after = read_bytes (self->path);
      g_assert_true (g_bytes_equal (before, after));
      sc_document_undo (document);
    }
  check_saved (document, self->path, mine);
}

static void
check_keep (Pair *self, const ScSolution *mine, const ScSolution *theirs)
{
  g_autoptr (ScDocument) document = open_pair (self, mine, theirs);
  const ScDisk *disk = look (document);

  if (disk != NULL)
    g_assert_true (sc_document_keep_mine (document, disk));
  check_saved (document, self->path, mine);
}

/* Whether there was something to merge. */
static gboolean
check_merge (Pair *self, const ScSolution *mine, const ScSolution *theirs, guint *n_conflicts)
{
  g_autoptr (ScDocument) document = open_pair (self, mine, theirs);
  const ScDisk *disk = look (document);
  g_autoptr (ScList) conflicts = NULL;
  g_autoptr (ScList) expected_conflicts = NULL;
  g_autoptr (ScList) none = NULL;
  g_autoptr (ScSolution) expected = sc_merge (self->base, mine, theirs, &expected_conflicts);
  g_autoptr (ScSolution) again = NULL;

  if (disk == NULL)
    return FALSE;
  g_assert_true (sc_document_merge (document, disk, &conflicts));
  g_assert_cmpuint (sc_list_length (conflicts), ==, sc_list_length (expected_conflicts));
  *n_conflicts += sc_list_length (conflicts);
  check_saved (document, self->path, expected);
  /* What both did is in it where they did not meet. */
  again = sc_merge (self->base, expected, theirs, &none);
  g_assert_true (sc_solution_equal (again, expected));
  sc_document_undo (document);
  g_assert_true (sc_document_get_solution (document) == mine);
  return TRUE;
}

static void
test_random (void)
{
  g_autoptr (RandomEdits) edits = random_edits_new (SEED);
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "solution.stagecraft", NULL);
  g_autoptr (ScSolution) start = random_edits_start (edits);
  Pair pair = { edits, path, edit (edits, start, 100) };
  const guint n = random_edits_length (12);
  guint n_merged = 0, n_conflicts = 0;

  for (guint i = 0; i < n; i++)
    {
      GRand *rand = random_edits_get_rand (edits);
      g_autoptr (ScSolution) mine = edit (edits, pair.base, (guint) g_rand_int_range (rand, 1, 8));
      g_autoptr (ScSolution) theirs
          = edit (edits, pair.base, (guint) g_rand_int_range (rand, 1, 8));

      check_take (&pair, mine, theirs);
      check_keep (&pair, mine, theirs);
      n_merged += check_merge (&pair, mine, theirs, &n_conflicts);
      sc_solution_unref (pair.base);
      pair.base = sc_solution_ref (mine);
    }
  g_test_message ("%u pairs, %u merges, %u conflicts", n, n_merged, n_conflicts);
  g_assert_cmpuint (n_merged, >, 0);
  sc_solution_unref (pair.base);
  files_remove_folder (folder);
}

/* What the main thread has used, in microseconds. */
static gint64
get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

/* A hundred flows, of which others change one: reading and comparing is not the main thread's. */
static void
test_large (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "solution.stagecraft", NULL);
  g_autoptr (RandomEdits) edits = random_edits_new (SEED);
  g_autoptr (ScSolution) mine = NULL;
  g_autoptr (ScSolution) theirs = NULL;
  g_autoptr (ScSolution) before = NULL;
  g_autoptr (ScSolution) merged = NULL;
  g_autoptr (ScList) conflicts = NULL;
  g_autoptr (ScDocument) document = NULL;
  Pair pair = { edits, path, random_edits_start (edits) };
  gint64 begun, looked, tried, taken;

  while (sc_list_length (pair.base->flows) < 100)
    {
      const ScFlow *flow = sc_list_get (pair.base->flows, 0);
      g_autofree char *name = g_strdup_printf ("Flow %u", sc_list_length (pair.base->flows));
      ScSolution *more = sc_edit_flow_copy (pair.base, flow->id, NULL, name, FALSE, NULL);

      g_assert_nonnull (more);
      sc_solution_unref (pair.base);
      pair.base = more;
    }
  mine = sc_edit_flow_add (pair.base, NULL, "Mine", "lead", NULL);
  theirs = sc_edit_flow_add (pair.base, NULL, "Theirs", "lead", NULL);
  document = open_pair (&pair, mine, theirs);
  before = sc_solution_ref (sc_document_get_saved (document));
  begun = get_cpu ();
  g_assert_nonnull (look (document));
  looked = get_cpu ();
  merged = sc_document_try_merge (document, sc_document_get_disk (document), &conflicts);
  g_assert_cmpuint (sc_list_length (merged->flows), ==, sc_list_length (mine->flows) + 1);
  tried = get_cpu ();
  g_assert_true (sc_document_take_theirs (document, sc_document_get_disk (document)));
  taken = get_cpu ();
  g_test_message (
      "100 flows, in ms of the main thread: %.1f to look and compare, %.1f to merge, %.1f "
      "to take theirs",
      (double) (looked - begun) / 1000.0, (double) (tried - looked) / 1000.0,
      (double) (taken - tried) / 1000.0);
  /* Flows that are the same are the same pointers, so that nobody looks into them again. */
  g_assert_true (sc_list_get (sc_document_get_solution (document)->flows, 50)
                 == sc_list_get (before->flows, 50));
  sc_solution_unref (pair.base);
  g_clear_object (&document);
  files_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disk/random", test_random);
  g_test_add_func ("/disk/large", test_large);
  return g_test_run ();
}
