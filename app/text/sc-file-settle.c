/* sc-file-settle.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include "sc-file-journal.h"
#include "sc-file-call.h"
#include "sc-file-private.h"
#include "sc-file-walk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* A folder of solutions has some thousand files; names have at most 4096 bytes. */
#define MAX_BYTES (16 * 1024 * 1024)

/* How long somebody else's save is waited for. */
#define MAX_WAIT  (5 * G_USEC_PER_SEC)
#define LOOK_EACH (10 * 1000)

/* A journal that was found. Whoever filled the folder may have made it up. */
typedef struct
{
  const char *base;
  const char *name;
  char *shown; /* its path, for messages */
  int folder;
  int fd;
  gboolean done;
  GPtrArray *steps; /* of ScFileStep, whose paths are relative */
} Found;

/* Always FALSE. */
static gboolean
    G_GNUC_PRINTF (3, 4) set_error (GError **error, ScFileError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (SC_FILE_ERROR, code, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
is_hexadecimal (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789abcdef") == length;
}

static gboolean
parse_kind (const char *text, ScFileStepKind *kind)
{
  static const char *const names[] = SC_FILE_STEP_NAMES;

  for (*kind = 0; *kind < SC_FILE_N_STEP_KINDS; (*kind)++)
    {
      if (g_str_equal (text, names[*kind]))
        return TRUE;
    }
  return FALSE;
}

/* kind, id, digest, path. NULL for anything that no save has written. */
static ScFileStep *
parse_step (const char *line, const char *base)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", 4);
  g_autofree char *path = NULL;
  g_autofree char *absolute = NULL;
  ScFileStepKind kind;
  ScFileStep *step;

  if (g_strv_length (parts) != 4 || !parse_kind (parts[0], &kind)
      || !is_hexadecimal (parts[1], SC_FILE_ID_LENGTH)
      || !(g_str_equal (parts[2], "-") || is_hexadecimal (parts[2], SC_FILE_DIGEST_LENGTH)))
    return NULL;
  path = g_uri_unescape_string (parts[3], NULL);
  absolute = path != NULL ? g_strconcat ("/", path, NULL) : NULL;
  if (path == NULL || sc_file_journal_get_relative ("/", base, absolute) != absolute + 1)
    return NULL;
  step = sc_file_step_new (kind, path);
  g_free (step->id);
  step->id = g_strdup (parts[1]);
  step->digest = *parts[2] != '-' ? g_strdup (parts[2]) : NULL;
  return step;
}

/* Lines that were not finished were written before the save began. */
static gboolean
parse (Found *self, char *text)
{
  char *next = text + strlen (SC_FILE_JOURNAL_HEAD);

  if (strlen (text) < strlen (SC_FILE_JOURNAL_HEAD SC_FILE_JOURNAL_OPEN))
    return g_str_has_prefix (SC_FILE_JOURNAL_HEAD SC_FILE_JOURNAL_OPEN, text);
  if (!g_str_has_prefix (text, SC_FILE_JOURNAL_HEAD))
    return FALSE;
  self->done = g_str_has_prefix (next, SC_FILE_JOURNAL_DONE);
  if (!self->done && !g_str_has_prefix (next, SC_FILE_JOURNAL_OPEN))
    return FALSE;
  next += strlen (SC_FILE_JOURNAL_OPEN);
  for (char *end = strchr (next, '\n'); end != NULL; next = end + 1, end = strchr (next, '\n'))
    {
      ScFileStep *step;

      *end = '\0';
      step = parse_step (next, self->base);
      if (step == NULL)
        return FALSE;
      g_ptr_array_add (self->steps, step);
    }
  return TRUE;
}

static char *
read_text (int fd, gsize size)
{
  g_autofree char *text = g_malloc0 (size + 1);
  gsize length = 0;
  gssize n = 1;

  while (length < size && n > 0)
    {
      n = TEMP_FAILURE_RETRY (read (fd, text + length, size - length));
      length += (gsize) MAX (n, 0);
    }
  return n >= 0 ? g_steal_pointer (&text) : NULL;
}

static gboolean
settle_step (const Found *self, const ScFileStep *step)
{
  int fd = sc_file_open_parent (self->folder, step->path);
  gboolean ok;

  /* A folder that is not there, or a link now, holds nothing of ours. */
  if (fd < 0)
    return errno == ENOENT || errno == ENOTDIR || errno == ELOOP;
  ok = (self->done ? sc_file_step_clean (step, fd) : sc_file_step_undo (step, fd))
       && sc_file_sync_folder (fd);
  sc_file_close (fd);
  return ok;
}

static gboolean
is_gone (const Found *self)
{
  return sc_file_is_gone (self->folder, self->name, self->fd);
}

/* Whether nobody is at it any more, where no lock tells. */
static gboolean
is_left (const Found *self)
{
  struct stat info;

  return is_gone (self) || fstat (self->fd, &info) != 0 || !S_ISREG (info.st_mode)
         || sc_file_is_left (&info);
}

/* What flock() says when somebody else has the lock; EACCES on CIFS. */
static gboolean
is_held (int code)
{
  return code == EWOULDBLOCK || code == EACCES;
}

/* Waits until nobody is at it any more. FALSE when that takes too long. */
static gboolean
lock (const Found *self)
{
  gint64 end = g_get_monotonic_time () + MAX_WAIT;

  while (TEMP_FAILURE_RETRY (flock (self->fd, LOCK_EX | LOCK_NB)) != 0)
    {
      if (!is_held (errno) && is_left (self))
        return TRUE;
      if (g_get_monotonic_time () > end)
        return FALSE;
      g_usleep (LOOK_EACH);
    }
  return TRUE;
}

static gboolean
check_journal (const Found *self, gboolean *gone, gsize *size, GError **error)
{
  struct stat info;

  if (!lock (self))
    return set_error (error, SC_FILE_ERROR_READ,
                      _ ("Another program is saving here (“%s”). Try again in a moment."),
                      self->shown);
  *gone = is_gone (self);
  if (*gone)
    return TRUE;
  if (fstat (self->fd, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > MAX_BYTES)
    return set_error (error, SC_FILE_ERROR_MALFORMED,
                      _ ("“%s” is not what a save that was interrupted leaves behind. Remove it if "
                         "you do not know where it comes from."),
                      self->shown);
  if (info.st_uid != geteuid ())
    return set_error (error, SC_FILE_ERROR_UNSAFE,
                      _ ("Somebody else's save was interrupted (“%s”). Let them open it first, or "
                         "remove that file if you do not know where it comes from."),
                      self->shown);
  *size = (gsize) info.st_size;
  return TRUE;
}

/* Undoes, or finishes, what the journal tells, the last step first. */
static gboolean
settle (Found *self, GError **error)
{
  g_autofree char *text = NULL;
  gboolean gone = FALSE;
  gboolean ok = TRUE;
  gsize size = 0;

  if (!check_journal (self, &gone, &size, error))
    return FALSE;
  if (gone)
    return TRUE;
  text = read_text (self->fd, size);
  if (text != NULL && !parse (self, text))
    return set_error (error, SC_FILE_ERROR_MALFORMED,
                      _ ("“%s” is not what a save that was interrupted leaves behind. Remove it if "
                         "you do not know where it comes from."),
                      self->shown);
  for (guint i = self->steps->len; text != NULL && i > 0; i--)
    ok = settle_step (self, g_ptr_array_index (self->steps, i - 1)) && ok;
  if (text == NULL || !ok
      || (TEMP_FAILURE_RETRY (unlinkat (self->folder, self->name, 0)) != 0 && errno != ENOENT))
    return set_error (
        error, SC_FILE_ERROR_WRITE,
        _ ("A save was interrupted (“%s”), and what it had begun cannot be taken back. "
           "Check that the folder can be written and is not full, and try again."),
        self->shown);
  return TRUE;
}

/* For writing, although nothing is: network disks lock for nobody else. -1 with errno set. */
static int
open_journal (int folder, const char *name)
{
  const int flags = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
  int fd = sc_file_open_in (folder, name, O_RDWR | flags, 0);

  if (fd < 0 && (errno == EACCES || errno == EPERM || errno == EROFS || errno == EISDIR))
    fd = sc_file_open_in (folder, name, O_RDONLY | flags, 0);
  return fd;
}

gboolean
sc_file_settle (const char *folder, const char *base, GError **error)
{
  g_autofree char *name = sc_file_journal_get_name (base);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_file_step_free);
  g_autofree char *shown = g_filename_display_name (path);
  Found found = { base, name, shown, -1, -1, FALSE, steps };
  gboolean ok = TRUE;

  /* Whoever reads the folder says what is wrong with it. */
  found.folder = sc_file_open (folder, O_RDONLY | O_DIRECTORY, 0);
  if (found.folder < 0)
    return TRUE;
  found.fd = open_journal (found.folder, name);
  if (found.fd >= 0)
    {
      ok = settle (&found, error);
      close (found.fd);
    }
  else if (errno != ENOENT)
    ok = set_error (error, SC_FILE_ERROR_READ,
                    _ ("“%s”, which a save that was interrupted may have left, cannot be read. "
                       "Remove it if you do not know where it comes from."),
                    found.shown);
  close (found.folder);
  return ok;
}
