/* test-journal-locks.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A save that another program is in the middle of, on disks that lock files in different ways. The
 * program has its own flock(), which is as strict as that of a network disk, and a clock that goes
 * on only while somebody waits. */

#define _GNU_SOURCE

#include "journal-fixture.h"

#include "sc-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

#define N_WAITS 3 /* until the other program has saved */

static struct
{
  gint64 waited; /* microseconds */
  guint n_waits;
  char *saving; /* path of the journal of the other program; NULL: it never ends */
  int saver;    /* that, open and locked */
} disk;

/* As NFS has it, and CIFS since Linux 5.5: flock(2). */
int
flock (int fd, int operation)
{
  if ((operation & LOCK_EX) != 0 && (fcntl (fd, F_GETFL) & O_ACCMODE) == O_RDONLY)
    {
      errno = EBADF;
      return -1;
    }
  return (int) syscall (SYS_flock, fd, operation);
}

gint64
g_get_monotonic_time (void)
{
  return disk.waited;
}

void
g_usleep (gulong time)
{
  disk.waited += (gint64) time;
  if (++disk.n_waits != N_WAITS || disk.saving == NULL)
    return;
  g_assert_cmpint (g_unlink (disk.saving), ==, 0);
  close (disk.saver);
}

/* Another program has removed "two", which holds "theirs" by then, and is not done yet. */
static void
begin_save (const JournalFixture *self, gboolean ends)
{
  g_autofree char *path = g_build_filename (self->folder, JOURNAL, NULL);

  memset (&disk, 0, sizeof disk);
  journal_put (self, JOURNAL, HEAD "remove " ID "4 - two\n");
  journal_put (self, ".stagecraft-" ID "4.old", "old");
  journal_remove (self, "two");
  disk.saver = open (path, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (flock (disk.saver, LOCK_EX), ==, 0);
  disk.saving = ends ? g_steal_pointer (&path) : NULL;
}

/* It is waited for, and what it has done stays. */
static void
test_ends (JournalFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin_save (self, TRUE);
  sc_file_settle (self->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (disk.n_waits, ==, N_WAITS);
  journal_assert_holds (self, "two", NULL);
  g_free (disk.saving);
}

static void
test_goes_on (JournalFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin_save (self, FALSE);
  g_assert_false (sc_file_settle (self->folder, NULL, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "is saving"));
  g_assert_nonnull (strstr (error->message, JOURNAL));
  journal_assert_holds (self, "two", NULL);
  journal_assert_holds (self, ".stagecraft-" ID "4.old", "old");
  close (disk.saver);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                           \
  g_test_add ("/journal-locks/" name, JournalFixture, NULL, journal_set_up, function, \
              journal_tear_down)
  ADD ("ends", test_ends);
  ADD ("goes-on", test_goes_on);
  return g_test_run ();
}
