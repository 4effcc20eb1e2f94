/* sc-file-journal.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "sc-file-journal.h"

#include "sc-file-call.h"
#include "sc-file-private.h"
#include "sc-file-walk.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct _ScFileJournal
{
  int folder;
  char *name;
  int fd;
};

char *
sc_file_journal_get_name (const char *base)
{
  return base == NULL ? g_strdup (".stagecraft-save")
                      : g_strdup_printf (".stagecraft-save-%08x", g_str_hash (base));
}

/* Whether the first part of the path is what base names, or lies beside it with its name and an
 * ending. */
static gboolean
belongs_to (const char *path, const char *base)
{
  gsize length = strlen (base);

  return strncmp (path, base, length) == 0 && path[length] != '\0'
             ? path[length] == '/' || (path[length] == '.' && strchr (path, '/') == NULL)
             : strcmp (path, base) == 0;
}

/* Hidden names are those of version control and of this module. */
static gboolean
is_plain (const char *path)
{
  for (const char *part = path; part != NULL; part = strchr (part, '/'))
    {
      if (*part == '/')
        part++;
      if (*part == '\0' || *part == '/' || *part == '.')
        return FALSE;
    }
  return TRUE;
}

const char *
sc_file_journal_get_relative (const char *folder, const char *base, const char *path)
{
  gsize length = strlen (folder);
  const char *relative;
  const char *rest;

  if (strncmp (path, folder, length) != 0
      || (path[length] != '/' && !(length == 1 && path[1] != '\0')))
    return NULL;
  relative = path + length + (path[length] == '/' ? 1 : 0);
  if (base == NULL)
    return is_plain (relative) ? relative : NULL;
  rest = strchr (relative, '/');
  return belongs_to (relative, base) && (rest == NULL || is_plain (rest + 1)) ? relative : NULL;
}

static char *
describe (const char *folder, const char *base, GPtrArray *steps)
{
  static const char *const kinds[] = SC_FILE_STEP_NAMES;
  GString *text = g_string_new (SC_FILE_JOURNAL_HEAD SC_FILE_JOURNAL_OPEN);

  for (guint i = 0; i < steps->len; i++)
    {
      const ScFileStep *step = g_ptr_array_index (steps, i);
      const char *relative = sc_file_journal_get_relative (folder, base, step->path);
      g_autofree char *escaped
          = relative != NULL ? g_uri_escape_string (relative, "/", FALSE) : NULL;

      if (escaped != NULL)
        g_string_append_printf (text, "%s %s %s %s\n", kinds[step->kind], step->id,
                                step->digest != NULL ? step->digest : "-", escaped);
    }
  return g_string_free (text, FALSE);
}

/* A new file that nobody else has locked. -1 with errno set. */
static int
create_locked (int folder, const char *name)
{
  int fd = sc_file_open_in (folder, name, O_WRONLY | O_CREAT | O_EXCL, 0600);

  if (fd < 0)
    return -1;
  /* Where files cannot be locked, nobody waits for one another. */
  (void) !TEMP_FAILURE_RETRY (flock (fd, LOCK_EX));
  /* Somebody may have taken the empty file for one that was left behind. */
  if (!sc_file_is_gone (folder, name, fd))
    return fd;
  close (fd);
  errno = EBUSY;
  return -1;
}

ScFileJournal *
sc_file_journal_open (int folder, const char *path, const char *base, GPtrArray *steps)
{
  g_autofree char *text = describe (path, base, steps);
  g_autofree char *name = sc_file_journal_get_name (base);
  int fd = create_locked (folder, name);
  ScFileJournal *self;
  int code;

  if (fd < 0)
    {
      /* Somebody has begun to save since this was looked for. */
      errno = errno == EEXIST ? EBUSY : errno;
      return NULL;
    }
  self = g_new (ScFileJournal, 1);
  *self = (ScFileJournal){ folder, g_steal_pointer (&name), fd };
  if (sc_file_write_run (fd, text, strlen (text)) && TEMP_FAILURE_RETRY (fsync (fd)) == 0)
    return self;
  code = errno;
  sc_file_journal_close (self, TRUE);
  errno = code;
  return NULL;
}

/* As long as what it replaces: that takes no room, and is not done by halves. */
static gboolean
write_state (ScFileJournal *self, const char *state)
{
  const gsize size = strlen (state);

  return TEMP_FAILURE_RETRY (pwrite (self->fd, state, size, strlen (SC_FILE_JOURNAL_HEAD)))
         == (gssize) size;
}

gboolean
sc_file_journal_is_gone (const ScFileJournal *self)
{
  return sc_file_is_gone (self->folder, self->name, self->fd);
}

gboolean
sc_file_journal_commit (ScFileJournal *self)
{
  int code;

  if (!write_state (self, SC_FILE_JOURNAL_DONE))
    return FALSE;
  if (TEMP_FAILURE_RETRY (fsync (self->fd)) == 0 && !sc_file_journal_is_gone (self))
    return TRUE;
  code = errno;
  /* What the journal says cannot be taken back, so it has to be true. */
  if (!write_state (self, SC_FILE_JOURNAL_OPEN) && !sc_file_journal_is_gone (self))
    return TRUE;
  errno = code;
  return FALSE;
}

gboolean
sc_file_journal_close (ScFileJournal *self, gboolean remove)
{
  gboolean ok = !remove || sc_file_journal_is_gone (self)
                || TEMP_FAILURE_RETRY (unlinkat (self->folder, self->name, 0)) == 0;

  close (self->fd);
  g_free (self->name);
  g_free (self);
  return ok;
}
