/* sc-file-tree.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include "sc-file-tree.h"

#include "sc-file-call.h"
#include "sc-file-walk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (256 * 1024)

/* What is being copied, for messages. */
typedef struct
{
  const char *from;
  GError **error;
} Copy;

static gboolean
fail (const Copy *self, const char *name, int code)
{
  g_autofree char *path = g_build_filename (self->from, name, NULL);
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (self->error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
               _ ("“%s” cannot be copied: %s. Nothing was changed."), shown, g_strerror (code));
  return FALSE;
}

static gboolean
fail_strange (const Copy *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->from, name, NULL);
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (self->error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
               _ ("“%s” is a link or something else that is neither a file nor a folder, or "
                  "lies too deep. Take it out of the package."),
               shown);
  return FALSE;
}

static gboolean
copy_content (int source, int target)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = TEMP_FAILURE_RETRY (read (source, chunk, CHUNK))) > 0)
    {
      if (!sc_file_write_run (target, chunk, (gsize) n))
        return FALSE;
    }
  return n == 0;
}

/* FALSE with errno set. ENXIO: it is no regular file. */
static gboolean
copy_file (int from, int to, const char *name)
{
  int source = sc_file_open_in (from, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0);
  int target = -1;
  struct stat info;
  gboolean ok = source >= 0 && fstat (source, &info) == 0;

  if (ok && !S_ISREG (info.st_mode))
    {
      errno = ENXIO;
      ok = FALSE;
    }
  if (ok)
    target = sc_file_open_in (to, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0666);
  ok = ok && target >= 0 && copy_content (source, target);
  sc_file_close (source);
  sc_file_close (target);
  return ok;
}

static gboolean copy_folder (const Copy *self, int from, int to, const char *name, guint depth);

/* shown: its name below what is copied. */
static gboolean
copy_entry (const Copy *self, int from, int to, const char *name, const char *shown, guint depth)
{
  struct stat info;
  int source, target;
  gboolean ok;

  if (fstatat (from, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return fail (self, shown, errno);
  if (!S_ISDIR (info.st_mode))
    {
      if (S_ISREG (info.st_mode) && copy_file (from, to, name))
        return TRUE;
      return !S_ISREG (info.st_mode) || errno == ENXIO || errno == ELOOP
                 ? fail_strange (self, shown)
                 : fail (self, shown, errno);
    }
  if (depth >= SC_FILE_TREE_MAX_DEPTH)
    return fail_strange (self, shown);
  if (TEMP_FAILURE_RETRY (mkdirat (to, name, 0777)) != 0)
    return fail (self, shown, errno);
  source = sc_file_open_child (from, name);
  target = source >= 0 ? sc_file_open_child (to, name) : -1;
  ok = target >= 0 ? copy_folder (self, source, target, shown, depth + 1)
                   : fail (self, shown, errno);
  sc_file_close (source);
  sc_file_close (target);
  return ok;
}

static gboolean
copy_folder (const Copy *self, int from, int to, const char *name, guint depth)
{
  g_autoptr (GPtrArray) entries = sc_file_list_folder (from);

  if (entries == NULL)
    return fail (self, name, errno);
  for (guint i = 0; i < entries->len; i++)
    {
      const char *entry = g_ptr_array_index (entries, i);
      g_autofree char *shown = g_build_filename (name, entry, NULL);

      if (entry[0] != '.' && !copy_entry (self, from, to, entry, shown, depth))
        return FALSE;
    }
  return TRUE;
}

gboolean
sc_file_copy_tree (const char *from, const char *to, GError **error)
{
  const Copy copy = { from, error };
  int source = sc_file_open (from, O_PATH | O_DIRECTORY, 0);
  int target = -1;
  gboolean ok;

  if (source >= 0 && TEMP_FAILURE_RETRY (mkdir (to, 0777)) == 0)
    target = sc_file_open (to, O_PATH | O_DIRECTORY | O_NOFOLLOW, 0);
  ok = target >= 0 ? copy_folder (&copy, source, target, "", 0) : fail (&copy, "", errno);
  sc_file_close (source);
  sc_file_close (target);
  return ok;
}

static gboolean
sync_file (int folder, const char *name)
{
  int fd = sc_file_open_in (folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0);
  gboolean synced = fd >= 0 && TEMP_FAILURE_RETRY (fsync (fd)) == 0;

  sc_file_close (fd);
  return synced;
}

gboolean
sc_file_sync_tree (int folder, const char *name)
{
  int fd = sc_file_open_child (folder, name);
  g_autoptr (GPtrArray) entries = fd >= 0 ? sc_file_list_folder (fd) : NULL;
  gboolean synced = entries != NULL;

  if (fd < 0 && errno == ENOTDIR)
    return sync_file (folder, name);
  for (guint i = 0; synced && i < entries->len; i++)
    synced = sc_file_sync_tree (fd, g_ptr_array_index (entries, i));
  synced = synced && sc_file_sync_folder (fd);
  sc_file_close (fd);
  return synced;
}

void
sc_file_remove_tree (int folder, const char *name)
{
  int fd = sc_file_open_child (folder, name);
  g_autoptr (GPtrArray) entries = fd >= 0 ? sc_file_list_folder (fd) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    sc_file_remove_tree (fd, g_ptr_array_index (entries, i));
  (void) !TEMP_FAILURE_RETRY (unlinkat (folder, name, fd >= 0 ? AT_REMOVEDIR : 0));
  sc_file_close (fd);
}
