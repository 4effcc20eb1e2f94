/* test-file-race.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "sc-file-tree.h"
#include "sc-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Somebody swaps a folder for a link that leads out, again and again, while files are saved in it
 * and copied from it. */

#define TIMES     60
#define MAX_PAUSE 30000 /* microseconds */

typedef struct
{
  char *top;
  char *inner;   /* the folder that is swapped, below root */
  char *link;    /* what it is swapped for */
  char *root;    /* of the solution */
  char *outside; /* where the link leads */
  gboolean stop; /* atomic */
} Fixture;

static char *
make_folder (const char *parent, const char *name)
{
  char *path = g_build_filename (parent, name, NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  return path;
}

static void
put_file (const char *folder, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->top = g_dir_make_tmp ("stagecraft-race-XXXXXX", NULL);
  self->root = make_folder (self->top, "solution");
  self->inner = make_folder (self->root, "Workflows");
  self->outside = make_folder (self->top, "outside");
  self->link = g_build_filename (self->top, "link", NULL);
  g_assert_cmpint (symlink (self->outside, self->link), ==, 0);
  put_file (self->inner, "old.xml", "ours");
  put_file (self->outside, "old.xml", "theirs");
  put_file (self->outside, "secret.xml", "theirs");
  self->stop = FALSE;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  sc_file_remove_tree (AT_FDCWD, self->top);
  g_assert_false (g_file_test (self->top, G_FILE_TEST_EXISTS));
  g_free (self->top);
  g_free (self->root);
  g_free (self->inner);
  g_free (self->outside);
  g_free (self->link);
}

static gpointer
swap (gpointer data)
{
  Fixture *self = data;

  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  while (!g_atomic_int_get (&self->stop))
    {
      renameat2 (AT_FDCWD, self->inner, AT_FDCWD, self->link, RENAME_EXCHANGE);
      /* Now and then long enough for a whole save, mostly in the middle of one. */
      g_usleep ((gulong) g_rand_int_range (rand, 0, MAX_PAUSE));
    }
  return NULL;
}

static void
assert_outside_untouched (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->outside, 0, NULL);
  g_autofree char *old = g_build_filename (self->outside, "old.xml", NULL);
  g_autofree char *content = NULL;
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (g_file_get_contents (old, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "theirs");
}

static gboolean
save (Fixture *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *replaced = g_build_filename (self->inner, "old.xml", NULL);
  g_autofree char *created = g_build_filename (self->inner, "made", "new.xml", NULL);
  const ScFileChange changes[] = { { replaced, bytes, TRUE }, { created, bytes, TRUE } };
  g_autoptr (GError) error = NULL;
  gboolean saved = sc_file_settle (self->root, NULL, &error)
                   && sc_file_write_all (changes, 2, self->root, NULL, &error);

  g_assert_true (saved == (error == NULL));
  return saved;
}

/* Runs function while the folder and the link change places. */
static void
race (Fixture *self, guint times, gboolean (*function) (Fixture *self, const char *text))
{
  GThread *thread = g_thread_new ("swap", swap, self);
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  guint n_done = 0;

  for (guint i = 0; i < times; i++)
    {
      g_autofree char *text = g_strdup_printf ("new %u", i);

      n_done += function (self, text) ? 1 : 0;
      assert_outside_untouched (self);
      g_usleep ((gulong) g_rand_int_range (rand, 0, MAX_PAUSE / 3));
    }
  g_atomic_int_set (&self->stop, TRUE);
  g_thread_join (thread);
  g_test_message ("%u of %u were done", n_done, times);
}

static void
test_save (Fixture *self, gconstpointer data)
{
  g_autofree char *left = g_build_filename (self->root, ".stagecraft-save", NULL);
  g_autoptr (GError) error = NULL;

  race (self, TIMES, save);
  /* What could not be taken back while the folder was away is now. */
  g_assert_true (sc_file_settle (self->root, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
}

static void
assert_ours (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;

  if (g_file_get_contents (path, &content, NULL, NULL))
    g_assert_cmpstr (content, ==, "ours");
}

static gboolean
copy (Fixture *self, const char *text)
{
  g_autofree char *to = g_build_filename (self->top, "copy", NULL);
  g_autofree char *copied = g_build_filename (to, "Workflows", NULL);
  g_autofree char *secret = g_build_filename (copied, "secret.xml", NULL);
  g_autoptr (GError) error = NULL;
  gboolean done = sc_file_copy_tree (self->root, to, &error);

  g_assert_true (done == (error == NULL));
  g_assert_false (g_file_test (secret, G_FILE_TEST_EXISTS));
  assert_ours (copied, "old.xml");
  sc_file_remove_tree (AT_FDCWD, to);
  return done;
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  race (self, TIMES, copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/text/file-race/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/text/file-race/copy", Fixture, NULL, set_up, test_copy, tear_down);
  return g_test_run ();
}
