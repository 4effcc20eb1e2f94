/* test-disk-watch.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What others do to a file is noticed without anybody asking, however they write it. */

#include "disk-fixture.h"

#include "package-files.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* All kinds are watched at once: most of a case is waiting. */
static const char *const names[]
    = { "solution.stagecraft", "Sales.xaml", "solution.zip", "solution" };

typedef struct
{
  DiskFixture each[G_N_ELEMENTS (names)];
  guint expected; /* of n_noticed, of each */
} Watched;

static gboolean
all_noticed (gpointer data)
{
  const Watched *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (self->each[i].n_noticed < self->expected)
        return FALSE;
    }
  return TRUE;
}

static void
await_noticed (Watched *self, guint expected)
{
  const gint64 begin = g_get_monotonic_time ();

  self->expected = expected;
  disk_await (all_noticed, self);
  g_test_message ("noticed %" G_GINT64_FORMAT " ms after the last was written",
                  (g_get_monotonic_time () - begin) / 1000);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (self->each[i].n_noticed, ==, expected);
}

static void
check_state (Watched *self, int state)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const ScDisk *disk = sc_document_get_disk (self->each[i].document);

      g_assert_cmpint (disk != NULL ? disk->state : SC_DISK_SAME, ==, state);
    }
}

/* How programs write. */
typedef void (*Write) (const char *path, const char *text, gsize length);

static void
write_in_place (const char *path, const char *text, gsize length)
{
  int fd = g_open (path, O_WRONLY | O_TRUNC | O_CREAT, 0644);

  g_assert_cmpint (write (fd, text, length), ==, (gssize) length);
  close (fd);
}

/* As git does. */
static void
write_anew (const char *path, const char *text, gsize length)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  write_in_place (path, text, length);
}

static void
write_over (const char *path, const char *text, gsize length)
{
  g_autofree char *next = g_strconcat (path, ".new", NULL);

  write_in_place (next, text, length);
  g_assert_cmpint (g_rename (next, path), ==, 0);
}

static void
copy_over (const char *from, const char *to, Write write)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          copy_over (source, target, write);
          continue;
        }
      g_assert_true (g_file_get_contents (source, &text, &length, NULL));
      write (target, text, length);
    }
}

static void
begin (Watched *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      disk_fixture_init (&self->each[i], names[i]);
      sc_document_watch (self->each[i].document);
      /* Not again. */
      sc_document_watch (self->each[i].document);
    }
}

static void
end (Watched *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    disk_fixture_clear (&self->each[i]);
}

static void
test_write (void)
{
  static const Write writes[] = { write_in_place, write_anew, write_over };
  Watched watched;

  begin (&watched);
  for (guint way = 0; way < G_N_ELEMENTS (writes); way++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        sc_solution_unref (disk_fixture_edit_behind (&watched.each[i], disk_edit_add_stage));
      await_noticed (&watched, 2 * way + 1);
      check_state (&watched, SC_DISK_CHANGED);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        copy_over (watched.each[i].copy, watched.each[i].folder, writes[way]);
      await_noticed (&watched, 2 * way + 2);
      check_state (&watched, SC_DISK_SAME);
    }
  end (&watched);
}

static void
test_gone (void)
{
  Watched watched;

  begin (&watched);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sc_solution_unref (disk_fixture_edit_behind (&watched.each[i], disk_edit_add_stage));
  await_noticed (&watched, 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *away = g_strconcat (watched.each[i].path, "-away", NULL);

      g_assert_cmpint (g_rename (watched.each[i].path, away), ==, 0);
    }
  await_noticed (&watched, 2);
  check_state (&watched, SC_DISK_GONE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *away = g_strconcat (watched.each[i].path, "-away", NULL);

      g_assert_cmpint (g_rename (away, watched.each[i].path), ==, 0);
    }
  await_noticed (&watched, 3);
  check_state (&watched, SC_DISK_CHANGED);
  end (&watched);
}

/* Asking is cheap and says the same while nothing happens. */
static void
test_look (void)
{
  Watched watched;

  begin (&watched);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_null (disk_fixture_look (&watched.each[i]));
      sc_document_look (watched.each[i].document);
      g_assert_null (disk_fixture_look (&watched.each[i]));
      g_assert_cmpuint (watched.each[i].n_noticed, ==, 0);
    }
  end (&watched);
}

/* A stamp is another one after every write that could be told apart, and none while it could not.
 */
static void
test_stamp (gconstpointer name)
{
  DiskFixture fixture;
  const ScStorage *storage;

  disk_fixture_init (&fixture, name);
  storage = sc_document_get_storage (fixture.document);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ScStamp) fresh = sc_stamp_new (storage);
      g_autoptr (ScStamp) again = NULL;
      g_autoptr (ScStamp) other = NULL;
      struct timespec times[2] = { { 1700000000 + i, 5 }, { 1700000000 + i, 5 } };

      /* Written just now, it says nothing; later it does, and the same every time. */
      if (i == 0)
        g_assert_null (fresh->text);
      g_assert_cmpint (utimensat (AT_FDCWD, fixture.path, times, 0), ==, 0);
      if (g_file_test (fixture.path, G_FILE_TEST_IS_DIR))
        break;
      again = sc_stamp_new (storage);
      other = sc_stamp_new (storage);
      g_assert_nonnull (again->text);
      g_assert_cmpstr (again->text, ==, other->text);
      g_assert_cmpstr (again->text, !=, fresh->text);
      g_assert_cmpuint (again->folders->len, ==, 0);
    }
  if (g_file_test (fixture.path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (ScStamp) stamp = NULL;

      for (guint i = 0; i < SC_STAMP_MAX_FOLDERS + 10; i++)
        {
          g_autofree char *folder = g_strdup_printf ("%s/More/%u", fixture.path, i);

          g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
        }
      stamp = sc_stamp_new (storage);
      g_assert_cmpuint (stamp->folders->len, ==, SC_STAMP_MAX_FOLDERS);
      g_assert_cmpstr (g_ptr_array_index (stamp->folders, 0), ==, fixture.path);
    }
  disk_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/watch/write", test_write);
  g_test_add_func ("/watch/gone", test_gone);
  g_test_add_func ("/watch/look", test_look);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/stamp/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_stamp);
    }
  return g_test_run ();
}
