/* sc-file.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include "sc-file.h"

#include "sc-file-call.h"
#include "sc-file-state.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_CHUNK (256 * 1024)

static gboolean
check_size (const char *path, goffset size, gsize max_bytes, GError **error)
{
  if (size >= 0 && (gsize) size <= max_bytes)
    return TRUE;
  sc_file_set_size_error (error, path, max_bytes);
  return FALSE;
}

static GBytes *
read_all (int fd, const char *path, gsize expected, gsize max_bytes, GError **error)
{
  gsize room = expected + 1; /* one more, to meet the end at the first try */
  gsize length = 0;
  g_autofree char *data = g_malloc (room);

  while (TRUE)
    {
      gssize n;

      /* It may have grown since its size was taken. */
      if (length == room)
        data = g_realloc (data, room += READ_CHUNK);
      n = TEMP_FAILURE_RETRY (read (fd, data + length, room - length));
      if (n == 0)
        return g_bytes_new_take (g_steal_pointer (&data), length);
      if (n < 0)
        {
          sc_file_set_read_error (error, path, errno);
          return NULL;
        }
      length += (gsize) n;
      if (!check_size (path, (goffset) length, max_bytes, error))
        return NULL;
    }
}

GBytes *
sc_file_read (const char *path, gsize max_bytes, GError **error)
{
  /* Without O_NONBLOCK, opening a named pipe would wait for somebody to write to it. */
  int fd = sc_file_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);
  struct stat info;
  GBytes *bytes = NULL;

  if (fd < 0 || fstat (fd, &info) != 0)
    sc_file_set_read_error (error, path, errno);
  else if (!S_ISREG (info.st_mode))
    {
      g_autofree char *name = g_filename_display_name (path);
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                   S_ISDIR (info.st_mode) ? _ ("“%s” is a folder, not a file.")
                                          : _ ("“%s” is not a regular file."),
                   name);
    }
  else if (check_size (path, info.st_size, max_bytes, error))
    bytes = read_all (fd, path, (gsize) info.st_size, max_bytes, error);
  if (fd >= 0)
    close (fd);
  return bytes;
}

gboolean
sc_file_look (const char *path, ScFileState *state, GError **error)
{
  struct stat info;
  const gboolean there = stat (path, &info) == 0;

  *state = sc_file_state_new (there ? &info : NULL);
  if (there || errno == ENOENT || errno == ENOTDIR)
    return TRUE;
  sc_file_set_read_error (error, path, errno);
  return FALSE;
}

void
sc_file_set_changed_error (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED,
               _ ("“%s” was changed by another program since it was opened. Nothing was written. "
                  "Save elsewhere, or open it again."),
               name);
}

gboolean
sc_file_is_same (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}
