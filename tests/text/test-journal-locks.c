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
#include <time.h>
#include <unistd.h>

#define N_WAITS 3 /* until the other program has saved */
#define MINUTE  60

/* A kind of disk. */
typedef struct
{
  const char *name;
  int lock_code; /* of what goes wrong when a file is locked; 0: nothing */
  int open_code; /* when one is opened to be written */
  int held_code; /* when somebody else has locked it; 0: files cannot be locked at all */
} Disk;

static struct
{
  const Disk *disk;
  gint64 waited; /* microseconds */
  guint n_waits;
  time_t later; /* than it is */
  char *saving; /* path of the journal of the other program; NULL: it never ends */
  int saver;    /* that, open and locked */
  const JournalFixture *committing; /* where another program looks before a save is done */
} world;

static gboolean
fails (int code)
{
  errno = code;
  return code != 0;
}

/* As NFS has it, and CIFS since Linux 5.5: flock(2). */
int
flock (int fd, int operation)
{
  const gboolean writes = (fcntl (fd, F_GETFL) & O_ACCMODE) != O_RDONLY;

  if (fails (world.disk->lock_code) || fails ((operation & LOCK_EX) != 0 && !writes ? EBADF : 0))
    return -1;
  if (syscall (SYS_flock, fd, operation) == 0)
    return 0;
  fails (errno == EWOULDBLOCK ? world.disk->held_code : errno);
  return -1;
}

int
openat (int folder, const char *path, int flags, ...)
{
  if ((flags & O_ACCMODE) == O_RDWR && fails (world.disk->open_code))
    return -1;
  return (int) syscall (SYS_openat, folder, path, flags, 0600);
}

/* What ends a save. */
gssize
pwrite (int fd, const void *data, gsize size, off_t offset)
{
  const JournalFixture *fixture = g_steal_pointer (&world.committing);

  if (fixture != NULL && sc_file_settle (fixture->folder, NULL, NULL))
    journal_put (fixture, JOURNAL, HEAD);
  return syscall (SYS_pwrite64, fd, data, size, offset);
}

time_t
time (time_t *result)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_REALTIME, &now), ==, 0);
  now.tv_sec += world.later;
  if (result != NULL)
    *result = now.tv_sec;
  return now.tv_sec;
}

gint64
g_get_monotonic_time (void)
{
  return world.waited;
}

void
g_usleep (gulong duration)
{
  world.waited += (gint64) duration;
  if (++world.n_waits != N_WAITS || world.saving == NULL)
    return;
  g_assert_cmpint (g_unlink (world.saving), ==, 0);
  close (world.saver);
}

/* Another program has removed "two", which holds "theirs" by then, and is not done yet. */
static void
begin_save (const JournalFixture *self, const Disk *disk)
{
  g_autofree char *path = g_build_filename (self->folder, JOURNAL, NULL);

  memset (&world, 0, sizeof world);
  world.disk = disk;
  journal_put (self, JOURNAL, HEAD "remove " ID "4 - two\n");
  journal_put (self, ".stagecraft-" ID "4.old", "old");
  journal_remove (self, "two");
  world.saver = open (path, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (flock (world.saver, LOCK_EX), ==, disk->lock_code != 0 ? -1 : 0);
}

/* It is waited for, and what it has done stays. */
static void
test_ends (JournalFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin_save (self, data);
  world.saving = g_build_filename (self->folder, JOURNAL, NULL);
  sc_file_settle (self->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (world.n_waits, ==, N_WAITS);
  journal_assert_holds (self, "two", NULL);
  g_free (world.saving);
}

static void
assert_goes_on (const JournalFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sc_file_settle (self->folder, NULL, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "is saving"));
  g_assert_nonnull (strstr (error->message, JOURNAL));
  journal_assert_holds (self, "two", NULL);
  journal_assert_holds (self, ".stagecraft-" ID "4.old", "old");
}

/* The clock of the computer that has the disk may be another one. */
static void
test_goes_on (JournalFixture *self, gconstpointer data)
{
  static const time_t later[] = { 0, 9 * MINUTE, -9 * MINUTE };

  begin_save (self, data);
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      world.later = later[i];
      assert_goes_on (self);
    }
  close (world.saver);
}

/* Where nothing can be locked, a journal is as good as left once it is old, whichever way the clock
 * was set; a lock says that it is not, however old it is. */
static void
test_left (JournalFixture *self, gconstpointer data)
{
  static const time_t later[] = { 11 * MINUTE, -11 * MINUTE };
  const Disk *disk = data;

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autoptr (GError) error = NULL;

      begin_save (self, disk);
      world.later = later[i];
      if (disk->held_code != 0)
        assert_goes_on (self);
      close (world.saver);
      sc_file_settle (self->folder, NULL, &error);
      g_assert_no_error (error);
      journal_assert_holds (self, "two", "old");
      journal_assert_holds (self, ".stagecraft-" ID "4.old", NULL);
      journal_assert_holds (self, JOURNAL, NULL);
    }
}

/* A save that takes longer than one is taken to, where nothing can be locked: somebody else has
 * undone it and goes on with a save of their own. */
static void
test_taken (JournalFixture *self, gconstpointer data)
{
  const Disk *disk = data;
  const gboolean taken = disk->held_code == 0;
  g_autofree char *one = g_build_filename (self->folder, "a", "one", NULL);
  g_autofree char *three = g_build_filename (self->folder, "three", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  const ScFileChange changes[] = { { one, bytes }, { three, bytes } };
  g_autoptr (GError) error = NULL;

  memset (&world, 0, sizeof world);
  world.disk = disk;
  world.later = 11 * MINUTE;
  world.committing = self;
  g_assert_cmpint (sc_file_write_all (changes, 2, self->folder, NULL, &error), ==, !taken);
  g_assert_null (world.committing);
  if (taken)
    {
      g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, "another program"));
      g_assert_nonnull (strstr (error->message, self->folder));
    }
  journal_assert_holds (self, "a/one", taken ? "old" : "new");
  journal_assert_holds (self, "three", taken ? NULL : "new");
  journal_assert_holds (self, JOURNAL, taken ? HEAD : NULL);
  g_assert_cmpuint (journal_count_hidden (self), ==, taken ? 1 : 0);
}

int
main (int argc, char *argv[])
{
  static const Disk disks[] = {
    { "network", .held_code = EWOULDBLOCK }, { "mandatory", .held_code = EACCES },
    { "no-locks", .lock_code = ENOLCK },     { "not-supported", .lock_code = ENOTSUP },
    { "not-known", .lock_code = ENOSYS },    { "not-permitted", .open_code = EACCES },
    { "not-allowed", .open_code = EPERM },   { "read-only", .open_code = EROFS },
  };
  static const struct
  {
    const char *name;
    void (*function) (JournalFixture *self, gconstpointer disk);
  } tests[] = { { "ends", test_ends },
                { "goes-on", test_goes_on },
                { "left", test_left },
                { "taken", test_taken } };

  world.disk = &disks[0];
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (disks); i++)
    for (guint k = 0; k < G_N_ELEMENTS (tests); k++)
      {
        g_autofree char *path
            = g_strdup_printf ("/journal-locks/%s/%s", disks[i].name, tests[k].name);

        g_test_add (path, JournalFixture, &disks[i], journal_set_up, tests[k].function,
                    journal_tear_down);
      }
  return g_test_run ();
}
