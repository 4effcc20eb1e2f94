/* sc-file.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include "sc-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_CHUNK (256 * 1024)

static void
set_read_error (GError **error, const char *path, int saved_errno)
{
  g_autofree char *name = g_filename_display_name (path);

  if (saved_errno == ENOENT || saved_errno == ENOTDIR)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ, _ ("There is no file “%s”."), name);
  else if (saved_errno == EACCES || saved_errno == EPERM)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                 _ ("You do not have the permission to read “%s”."), name);
  else
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ, _ ("“%s” cannot be read: %s."), name,
                 g_strerror (saved_errno));
}

static gboolean
check_size (const char *path, goffset size, gsize max_bytes, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *limit = NULL;

  if (size <= max_bytes)
    return TRUE;
  name = g_filename_display_name (path);
  limit = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
               _ ("“%s” is larger than %s, the most that Stagecraft reads."), name, limit);
  return FALSE;
}

static GBytes *
read_all (int fd, const char *path, gsize expected, gsize max_bytes, GError **error)
{
  GByteArray *array = g_byte_array_sized_new (expected + 1);

  while (TRUE)
    {
      gsize length = array->len;
      gssize n;

      g_byte_array_set_size (array,
                             length + MAX (expected + 1 - MIN (length, expected), READ_CHUNK));
      n = read (fd, array->data + length, array->len - length);
      if (n < 0 && errno == EINTR)
        n = 0;
      else if (n <= 0)
        {
          g_byte_array_set_size (array, length);
          if (n == 0)
            return g_byte_array_free_to_bytes (array);
          set_read_error (error, path, errno);
          break;
        }
      g_byte_array_set_size (array, length + n);
      /* It may have grown since its size was taken. */
      if (!check_size (path, array->len, max_bytes, error))
        break;
    }
  g_byte_array_unref (array);
  return NULL;
}

GBytes *
sc_file_read (const char *path, gsize max_bytes, GError **error)
{
  /* Without O_NONBLOCK, opening a named pipe would wait for somebody to write to it. */
  int fd = TEMP_FAILURE_RETRY (open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat info;
  GBytes *bytes = NULL;

  if (fd < 0 || fstat (fd, &info) != 0)
    set_read_error (error, path, errno);
  else if (!S_ISREG (info.st_mode))
    {
      g_autofree char *name = g_filename_display_name (path);
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                   S_ISDIR (info.st_mode) ? _ ("“%s” is a folder, not a file.")
                                          : _ ("“%s” is not a regular file."),
                   name);
    }
  else if (check_size (path, info.st_size, max_bytes, error))
    bytes = read_all (fd, path, info.st_size, max_bytes, error);
  if (fd >= 0)
    close (fd);
  return bytes;
}

gboolean
sc_file_is_same (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}
