/* test-stage.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A folder that goes to its place together with a file beside it: both or none. */

#include "journal-fixture.h"

#include "sc-file-stage.h"

#include <glib/gstdio.h>
#include <string.h>

#define INNER    "made"
#define FILE     INNER "/file"
#define PLACE    "place"
#define SETTINGS PLACE ".settings"

static gboolean
publish (const JournalFixture *self, const char *settings, GError **error)
{
  g_autofree char *place = g_build_filename (self->folder, PLACE, NULL);
  g_autofree char *path = g_build_filename (self->folder, SETTINGS, NULL);
  g_autoptr (GBytes) bytes
      = settings != NULL ? g_bytes_new_static (settings, strlen (settings)) : NULL;
  ScFileChange along = { path, bytes };
  g_autoptr (ScFileStage) stage = sc_file_stage_new (place, error);
  g_autofree char *inner = NULL;
  g_autofree char *file = NULL;

  g_assert_nonnull (stage);
  g_assert_true (sc_file_look (path, &along.expected, NULL));
  inner = sc_file_stage_get_path (stage, INNER);
  file = sc_file_stage_get_path (stage, FILE);
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "new", -1, NULL));
  return sc_file_stage_publish (stage, INNER, &along, error);
}

static void
test_together (JournalFixture *self, gconstpointer data)
{
  static const char *const settings[] = { NULL, "old", "new" };
  g_autofree char *path = g_build_filename (self->folder, SETTINGS, NULL);
  g_autofree char *file = g_build_filename (self->folder, PLACE, "file", NULL);
  g_autofree char *place = g_build_filename (self->folder, PLACE, NULL);

  for (guint i = 0; i < 2 * 3 * 3; i++)
    {
      const char *before = settings[i / 2 % 3];
      const char *after = settings[i / 6];
      const gboolean taken = i % 2 == 0;
      g_autoptr (GError) error = NULL;

      if (before != NULL)
        journal_put (self, SETTINGS, before);
      if (taken)
        journal_put (self, PLACE "/theirs", "kept");
      g_assert_cmpint (publish (self, after, &error), ==, !taken);
      if (taken)
        g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
      journal_assert_holds (self, SETTINGS, taken ? before : after);
      journal_assert_holds (self, PLACE "/file", taken ? NULL : "new");
      g_assert_cmpuint (journal_count_hidden (self), ==, 0);
      g_unlink (path);
      if (taken)
        journal_remove (self, PLACE "/theirs");
      g_unlink (file);
      g_assert_cmpint (g_rmdir (place), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/stage/together", JournalFixture, NULL, journal_set_up, test_together,
              journal_tear_down);
  return g_test_run ();
}
