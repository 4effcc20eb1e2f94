/* sc-beneath.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-beneath.h"

#include "sc-file-call.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many as Linux follows. */
#define MAX_LINKS 40

/* A way that is being gone. */
typedef struct
{
  const char *root_path;
  const char *name; /* all of it, for messages */
  GArray *folders;  /* int: descriptors, from the root to where we are */
  GPtrArray *parts; /* of char *: what is still to go, the next one last */
  guint n_links;
} Way;

static gboolean
fail (const Way *way, int code, int saved_errno, GError **error)
{
  g_autofree char *shown = g_filename_display_name (way->name);

  if (code == SC_FILE_ERROR_UNSAFE)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
                 _ ("“%s” leads out of the folder of the solution and was not read."), shown);
  else if (saved_errno == 0)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ, _ ("“%s” is not a regular file."),
                 shown);
  else
    sc_file_set_read_error (error, way->name, saved_errno);
  return FALSE;
}

/* Puts the parts of a path in front of what is still to go. */
static void
add_parts (Way *way, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (guint i = g_strv_length (parts); i > 0; i--)
    if (*parts[i - 1] != '\0' && !g_str_equal (parts[i - 1], "."))
      g_ptr_array_add (way->parts, g_strdup (parts[i - 1]));
}

static int
get_folder (const Way *way)
{
  return g_array_index (way->folders, int, way->folders->len - 1);
}

static void
leave_folder (Way *way)
{
  close (get_folder (way));
  g_array_set_size (way->folders, way->folders->len - 1);
}

static gboolean
follow_link (Way *way, const char *part, GError **error)
{
  const gsize root_length = strlen (way->root_path);
  char target[PATH_MAX];
  gssize length = readlinkat (get_folder (way), part, target, sizeof target - 1);
  const char *path = target;

  if (length < 0)
    return fail (way, SC_FILE_ERROR_READ, errno, error);
  if (++way->n_links > MAX_LINKS)
    return fail (way, SC_FILE_ERROR_READ, ELOOP, error);
  target[length] = '\0';
  if (target[0] == '/')
    {
      if (!g_str_has_prefix (target, way->root_path)
          || (target[root_length] != '/' && target[root_length] != '\0'))
        return fail (way, SC_FILE_ERROR_UNSAFE, 0, error);
      while (way->folders->len > 1)
        leave_folder (way);
      path += root_length;
    }
  add_parts (way, path);
  return TRUE;
}

/* Goes one part on. A file, with which the way has to end, is put on top of the folders. */
static gboolean
go_on (Way *way, const char *part, ScBeneathKind *kind, GError **error)
{
  struct stat info;
  int fd;

  if (g_str_equal (part, ".."))
    {
      if (way->folders->len == 1)
        return fail (way, SC_FILE_ERROR_UNSAFE, 0, error);
      leave_folder (way);
      return TRUE;
    }
  if (fstatat (get_folder (way), part, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return fail (way, SC_FILE_ERROR_READ, errno, error);
  if (S_ISLNK (info.st_mode))
    return follow_link (way, part, error);
  if (!S_ISDIR (info.st_mode) && !S_ISREG (info.st_mode))
    return fail (way, SC_FILE_ERROR_READ, 0, error);
  /* It may be another thing by now: not a link, and a pipe is not waited for. */
  fd = sc_file_open_in (get_folder (way), part,
                        O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
                            | (S_ISDIR (info.st_mode) ? O_DIRECTORY : 0),
                        0);
  if (fd < 0)
    return fail (way, SC_FILE_ERROR_READ, errno, error);
  g_array_append_val (way->folders, fd);
  if (fstat (fd, &info) != 0 || (!S_ISDIR (info.st_mode) && !S_ISREG (info.st_mode)))
    return fail (way, SC_FILE_ERROR_READ, 0, error);
  *kind = S_ISDIR (info.st_mode) ? SC_BENEATH_FOLDER : SC_BENEATH_FILE;
  if (*kind == SC_BENEATH_FILE && way->parts->len > 0)
    return fail (way, SC_FILE_ERROR_READ, ENOTDIR, error);
  return TRUE;
}

int
sc_beneath_open (
    int root, const char *root_path, const char *name, ScBeneathKind *kind, GError **error)
{
  g_autoptr (GArray) folders = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  Way way = { root_path, name, folders, parts, 0 };
  int fd = fcntl (root, F_DUPFD_CLOEXEC, 0);
  gboolean ok = TRUE;

  if (fd < 0)
    {
      fail (&way, SC_FILE_ERROR_READ, errno, error);
      return -1;
    }
  g_array_append_val (folders, fd);
  *kind = SC_BENEATH_FOLDER;
  add_parts (&way, name);
  while (ok && parts->len > 0)
    {
      g_autofree char *part = g_ptr_array_steal_index (parts, parts->len - 1);

      ok = go_on (&way, part, kind, error);
      if (ok && folders->len > 0 && g_str_equal (part, ".."))
        *kind = SC_BENEATH_FOLDER;
    }
  if (ok)
    {
      fd = get_folder (&way);
      g_array_set_size (folders, folders->len - 1);
    }
  while (folders->len > 0)
    leave_folder (&way);
  return ok ? fd : -1;
}

GBytes *
sc_beneath_read (int fd, const char *name, gsize max_bytes, GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (fd, FALSE);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GError) reason = NULL;
  g_autofree char *data = NULL;
  struct stat info;
  gsize length;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ, _ ("“%s” is not a regular file."),
                 shown);
  else if ((guint64) info.st_size > max_bytes)
    sc_file_set_size_error (error, name, max_bytes);
  else
    {
      data = g_malloc ((gsize) info.st_size + 1);
      if (!g_input_stream_read_all (stream, data, (gsize) info.st_size + 1, &length, NULL, &reason))
        g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                     _ ("“%s” cannot be read: %s. Try again."), shown, reason->message);
      else if (length > (gsize) info.st_size)
        g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                     _ ("“%s” grew while it was read. Try again."), shown);
      else
        return g_bytes_new_take (g_steal_pointer (&data), length);
    }
  return NULL;
}
