/* test-killed.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A process edits a document and is killed at a random moment, again and again: what is found
 * afterwards is a state the document had, and no older than the last one that had 200 ms to get to
 * disk; and it belongs to the file that the document did. With --edit FOLDER SEED [FILE] it is the
 * process that is killed.
 */

#include "sc-definition.h"
#include "sc-document.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "abandoned.h"
#include "random-edits.h"

#define GRACE    (200 * G_TIME_SPAN_MILLISECOND)
#define MAX_LIFE (500 * G_TIME_SPAN_MILLISECOND)
#define N_KILLS  20
#define N_SOAK   200

/* For each kind of file. */
#define N_FILE_KILLS 3
#define N_FILE_SOAK  50

/* One state that the document had. */
typedef struct
{
  char *digest;
  gint64 time; /* monotonic */
} State;

static void
state_clear (gpointer data)
{
  g_free (((State *) data)->digest);
}

static char *
get_digest (const ScSolution *solution)
{
  g_autoptr (GBytes) bytes = sc_definition_write (solution);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* Says what the document is now, and since when. */
static void
say (ScDocument *document)
{
  gint64 time = g_get_monotonic_time ();
  g_autofree char *digest = get_digest (sc_document_get_solution (document));
  g_autofree char *line = g_strdup_printf ("%s %" G_GINT64_FORMAT "\n", digest, time);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (1);
}

static ScDocument *
open_document (const char *path)
{
  g_autoptr (GError) error = NULL;
  ScDocument *document = sc_document_open (path, &error);

  g_assert_no_error (error);
  return document;
}

/* Until it is killed. */
static void
edit (const char *folder, guint32 seed, const char *path)
{
  g_autoptr (RandomEdits) edits = random_edits_new (seed);
  g_autoptr (ScSolution) start = random_edits_start (edits);
  g_autoptr (ScDocument) document
      = path != NULL ? open_document (path) : sc_document_new_from (start);
  GRand *rand = random_edits_get_rand (edits);

  sc_document_protect (document, folder);
  say (document);
  while (TRUE)
    {
      const char *kind;
      g_autoptr (ScSolution) after
          = random_edits_next (edits, sc_document_get_solution (document), &kind, NULL);

      if (after == NULL || after == sc_document_get_solution (document))
        continue;
      sc_document_commit (document, after, kind, NULL);
      say (document);
      if (g_rand_int_range (rand, 0, 8) == 0)
        {
          sc_document_undo (document);
          say (document);
        }
      g_usleep (g_rand_int_range (rand, 0, 8000));
    }
}

/* All the states that it told of before it was killed. */
static GArray *
read_states (GInputStream *stream)
{
  GArray *states = g_array_new (FALSE, FALSE, sizeof (State));
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (stream);

  g_array_set_clear_func (states, state_clear);
  while (TRUE)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
      g_auto (GStrv) words = line != NULL ? g_strsplit (line, " ", 2) : NULL;
      State state;

      if (words == NULL)
        return states;
      if (g_strv_length (words) != 2 || strlen (words[0]) != 64)
        continue;
      state.digest = g_strdup (words[0]);
      state.time = g_ascii_strtoll (words[1], NULL, 10);
      g_array_append_val (states, state);
    }
}

static GArray *
edit_and_kill (const char *folder, guint32 seed, const char *path, gint64 life, gint64 *killed)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *number = g_strdup_printf ("%u", seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self,
                                                      "--edit", folder, number, path, NULL);
  GInputStream *stream;
  char first;

  g_assert_no_error (error);
  stream = g_subprocess_get_stdout_pipe (process);
  /* The life begins with the first line. The pipe holds far more than it says in that time. */
  g_assert_cmpint (g_input_stream_read (stream, &first, 1, NULL, NULL), ==, 1);
  g_usleep (life);
  *killed = g_get_monotonic_time ();
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, NULL);
  return read_states (stream);
}

/* The position of the newest state with that digest; -1: there was none. */
static int
find_state (GArray *states, const char *digest)
{
  for (int i = (int) states->len - 1; i >= 0; i--)
    if (g_str_equal (g_array_index (states, State, i).digest, digest))
      return i;
  return -1;
}

/* Of the last state that had its time; -1: none had. */
static int
find_due (GArray *states, gint64 killed)
{
  int due = -1;

  for (guint i = 0; i < states->len && g_array_index (states, State, i).time <= killed - GRACE; i++)
    due = (int) i;
  return due;
}

/* What the work is that was left behind, in a document of the file that it was done on. */
static ScDocument *
restore (const ScLeftover *leftover, const char *path)
{
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  ScDocument *document = sc_document_restore (leftover, FALSE, &note, &error);
  const ScStorage *storage;

  g_assert_no_error (error);
  g_assert_null (note);
  g_assert_true (sc_document_is_modified (document));
  storage = sc_document_get_storage (document);
  g_assert_cmpstr (storage != NULL ? sc_storage_get_path (storage) : NULL, ==, path);
  return document;
}

/* Edits that had their time and are not there. */
static guint
count_lost (const char *folder, const char *path, GArray *states, gint64 killed)
{
  g_autoptr (GPtrArray) leftovers = sc_leftover_list (folder);
  g_autoptr (ScDocument) document = NULL;
  g_autofree char *digest = NULL;
  int due = find_due (states, killed);
  int found;

  g_assert_cmpuint (leftovers->len, <=, 1);
  /* Undone to where it began, there is nothing to keep. */
  if (leftovers->len == 0)
    {
      found = due >= 0 ? find_state (states, g_array_index (states, State, 0).digest) : due;
      return (guint) MAX (due - found, 0);
    }
  document = restore (g_ptr_array_index (leftovers, 0), path);
  digest = get_digest (sc_document_get_solution (document));
  found = find_state (states, digest);
  sc_leftover_discard (g_ptr_array_index (leftovers, 0));
  /* The very last one may have been cut off before it was told. */
  return found >= 0 && found < due ? (guint) (due - found) : 0;
}

/* path: of the file that is edited; NULL: a document that is not on disk. */
static void
kill_again_and_again (const char *folder, const char *path, guint n_kills)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);
  guint n_edits = 0, n_lost = 0, n_states = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      gint64 life = g_rand_int_range (rand, 0, MAX_LIFE);
      gint64 killed;
      g_autoptr (GArray) states = edit_and_kill (folder, 1000 + i, path, life, &killed);

      n_edits += states->len > 0 ? states->len - 1 : 0;
      n_states += states->len;
      n_lost += count_lost (folder, path, states, killed);
    }
  g_test_message ("%u kills, %u edits made, %u edits lost", n_kills, n_edits, n_lost);
  g_assert_cmpuint (n_states, >, n_kills);
  g_assert_cmpuint (n_lost, ==, 0);
}

static void
test_killed (void)
{
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-XXXXXX", NULL);

  kill_again_and_again (folder, NULL, g_getenv ("STAGECRAFT_SOAK") != NULL ? N_SOAK : N_KILLS);
  abandoned_remove_tree (folder);
}

/* The settings beside a package are part of what is restored, since the state told of has them. */
static void
test_file (gconstpointer name)
{
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-XXXXXX", NULL);
  g_autofree char *recovery = g_build_filename (folder, "recovery", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (RandomEdits) edits = random_edits_new (1);
  g_autoptr (ScSolution) start = random_edits_start (edits);
  g_autoptr (ScSolution) solution = sc_solution_copy (start);
  g_autoptr (ScStorage) storage = NULL;
  g_autoptr (GError) error = NULL;

  solution->managed = FALSE;
  storage = sc_storage_save_as (solution, path, &error);
  g_assert_no_error (error);
  kill_again_and_again (recovery, path,
                        g_getenv ("STAGECRAFT_SOAK") != NULL ? N_FILE_SOAK : N_FILE_KILLS);
  abandoned_remove_tree (folder);
}

int
main (int argc, char **argv)
{
  if (argc >= 4 && g_str_equal (argv[1], "--edit"))
    edit (argv[2], (guint32) g_ascii_strtoull (argv[3], NULL, 10), argv[4]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/killed", test_killed);
  g_test_add_data_func ("/session/killed/definition", "sales.stagecraft", test_file);
  g_test_add_data_func ("/session/killed/zip", "sales.zip", test_file);
  g_test_add_data_func ("/session/killed/folder", "sales", test_file);
  return g_test_run ();
}
