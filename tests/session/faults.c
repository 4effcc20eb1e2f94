/* faults.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE
#undef _FORTIFY_SOURCE

#include "faults.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* What read() is called where the compiler knows how much room there is. */
gssize __read_chk (int fd, void *data, gsize size, gsize room);

static struct
{
  gboolean on;
  pid_t thread;
  FaultKind kind;
  guint number;
  int code;
  guint count;
  const char *name;
  const char *only; /* NULL: all calls */
  void (*act) (gpointer data);
  gpointer data;
  guint later;
} faults;

void
faults_begin (FaultKind kind, guint number, int code)
{
  faults.kind = kind;
  faults.number = number;
  faults.code = code;
  faults.count = 0;
  faults.name = NULL;
  faults.thread = gettid ();
  faults.act = NULL;
  faults.only = NULL;
  faults.on = TRUE;
}

void
faults_begin_other (const char *name, guint number, void (*act) (gpointer data), gpointer data)
{
  faults_begin (FAULT_NONE, number, 0);
  faults.only = name;
  faults.act = act;
  faults.data = data;
}

guint
faults_end (void)
{
  faults.on = FALSE;
  return faults.count;
}

const char *
faults_get_name (void)
{
  return faults.name;
}

void
faults_set_later (guint seconds)
{
  faults.later = seconds;
}

time_t
time (time_t *result)
{
  struct timespec now;

  if (clock_gettime (CLOCK_REALTIME, &now) != 0)
    abort ();
  now.tv_sec += faults.later;
  if (result != NULL)
    *result = now.tv_sec;
  return now.tv_sec;
}

gboolean
faults_takes_room (const char *name)
{
  static const char *const names[] = { "open",   "openat",   "write",     "fsync", "mkdir",
                                       "rename", "renameat", "renameat2", "link",  NULL };

  return g_strv_contains (names, name);
}

/* Whether it is this call's turn; it then goes on to fail or end. */
static gboolean
is_turn (const char *name)
{
  if (!faults.on || faults.thread != gettid ()
      || (faults.only != NULL && !g_str_equal (faults.only, name)))
    return FALSE;
  faults.count++;
  if (faults.count != faults.number
      && !(faults.kind == FAULT_FAIL_ON && faults.count > faults.number))
    return FALSE;
  if (faults.kind == FAULT_FAIL_ON && faults.code == ENOSPC && !faults_takes_room (name)
      && faults.count > faults.number)
    return FALSE;
  if (faults.name == NULL)
    faults.name = name;
  return TRUE;
}

/* What they call is not counted. */
static void
let_act (void)
{
  faults.on = FALSE;
  faults.act (faults.data);
  faults.on = TRUE;
}

/* Before the call; TRUE: it is not to be made. */
static gboolean
fails (const char *name)
{
  if (!is_turn (name))
    return FALSE;
  if (faults.act != NULL)
    let_act ();
  if (faults.kind != FAULT_FAIL && faults.kind != FAULT_FAIL_ON)
    return FALSE;
  errno = faults.code;
  return TRUE;
}

/* Behind it. */
static long
ends (long result)
{
  if (faults.on && faults.kind == FAULT_KILL && faults.name != NULL && faults.thread == gettid ())
    kill (getpid (), SIGKILL);
  return result;
}

static gpointer
find (const char *name)
{
  gpointer function = dlsym (RTLD_NEXT, name);

  if (function == NULL)
    abort ();
  return function;
}

/* name, type, parameters, arguments */
#define CALL(name, parameters, arguments)                    \
  int name parameters                                        \
  {                                                          \
    static int (*real) parameters;                           \
    if (real == NULL)                                        \
      real = (int (*) parameters) find (#name);              \
    return fails (#name) ? -1 : (int) ends (real arguments); \
  }

CALL (fsync, (int fd), (fd))
CALL (fdatasync, (int fd), (fd))
CALL (rename, (const char *from, const char *to), (from, to))
CALL (renameat, (int a, const char *from, int b, const char *to), (a, from, b, to))
CALL (renameat2,
      (int a, const char *from, int b, const char *to, unsigned int flags),
      (a, from, b, to, flags))
CALL (unlink, (const char *path), (path))
CALL (unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
CALL (rmdir, (const char *path), (path))
CALL (remove, (const char *path), (path))
CALL (mkdir, (const char *path, mode_t mode), (path, mode))
CALL (link, (const char *from, const char *to), (from, to))
CALL (symlink, (const char *target, const char *path), (target, path))
CALL (fchmod, (int fd, mode_t mode), (fd, mode))
CALL (fchown, (int fd, uid_t user, gid_t group), (fd, user, group))
CALL (ftruncate, (int fd, off_t size), (fd, size))
CALL (flock, (int fd, int operation), (fd, operation))
CALL (stat, (const char *path, struct stat *info), (path, info))
CALL (lstat, (const char *path, struct stat *info), (path, info))
CALL (fstat, (int fd, struct stat *info), (fd, info))
CALL (fstatat,
      (int folder, const char *path, struct stat *info, int flags),
      (folder, path, info, flags))

/* Done in any case: no descriptor is left behind. */
int
close (int fd)
{
  static int (*real) (int);
  gboolean fail;
  int result;

  if (real == NULL)
    real = (int (*) (int)) find ("close");
  fail = fails ("close");
  result = (int) ends (real (fd));
  if (fail)
    errno = faults.code;
  return fail ? -1 : result;
}

#define OPEN(name, parameters, arguments)                    \
  int name parameters                                        \
  {                                                          \
    static int (*real) parameters;                           \
    mode_t mode = 0;                                         \
    va_list list;                                            \
    if (real == NULL)                                        \
      real = (int (*) parameters) find (#name);              \
    va_start (list, flags);                                  \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0)                \
      mode = va_arg (list, mode_t);                          \
    va_end (list);                                           \
    return fails (#name) ? -1 : (int) ends (real arguments); \
  }

OPEN (open, (const char *path, int flags, ...), (path, flags, mode))
OPEN (openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))

static gssize
do_half (int fd, const void *data, gsize size, gsize half)
{
  gssize n = syscall (SYS_write, fd, data, half);

  if (faults.kind == FAULT_TORN)
    kill (getpid (), SIGKILL);
  /* Next time there is no room at all. */
  faults.kind = FAULT_FAIL;
  faults.number = faults.count + 1;
  return n;
}

gssize
write (int fd, const void *data, gsize size)
{
  static gssize (*real) (int, const void *, gsize);

  if (real == NULL)
    real = (gssize (*) (int, const void *, gsize)) find ("write");
  if (fails ("write"))
    return -1;
  if (faults.on && faults.count == faults.number && faults.thread == gettid ()
      && (faults.kind == FAULT_SHORT || faults.kind == FAULT_TORN))
    return do_half (fd, data, size, MAX (size / 2, 1));
  return ends (real (fd, data, size));
}

gssize
pwrite (int fd, const void *data, gsize size, off_t offset)
{
  static gssize (*real) (int, const void *, gsize, off_t);

  if (real == NULL)
    real = (gssize (*) (int, const void *, gsize, off_t)) find ("pwrite");
  return fails ("pwrite") ? -1 : ends (real (fd, data, size, offset));
}

gssize
read (int fd, void *data, gsize size)
{
  static gssize (*real) (int, void *, gsize);

  if (real == NULL)
    real = (gssize (*) (int, void *, gsize)) find ("read");
  return fails ("read") ? -1 : ends (real (fd, data, size));
}

gssize
__read_chk (int fd, void *data, gsize size, gsize room)
{
  if (size > room)
    abort ();
  return read (fd, data, size);
}
