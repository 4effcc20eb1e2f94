/* sc-file.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
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
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
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

static void
set_write_error (GError **error, const char *path, int saved_errno)
{
  g_autofree char *name = g_filename_display_name (path);

  if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("There is no room left to write “%s”. What is on disk is as it was; free some "
                    "space or save elsewhere."),
                 name);
  else if (saved_errno == EROFS || saved_errno == EACCES || saved_errno == EPERM)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("You do not have the permission to write “%s”. Save elsewhere, or ask whoever "
                    "owns it."),
                 name);
  else if (saved_errno == ENOENT || saved_errno == ENOTDIR)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("The folder of “%s” is not there. Save elsewhere."), name);
  else
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("“%s” cannot be written: %s. What is on disk is as it was."), name,
                 g_strerror (saved_errno));
}

/* What path leads to once symbolic links are followed, also when the last link dangles. NULL with
 * errno set when it leads nowhere. */
static char *
resolve (const char *path)
{
  g_autofree char *current = g_strdup (path);

  for (int hops = 0; hops < 40; hops++)
    {
      char target[PATH_MAX];
      g_autofree char *folder = NULL;
      gssize length = readlink (current, target, sizeof target - 1);
      char *next;

      if (length < 0)
        return errno == EINVAL || errno == ENOENT ? g_steal_pointer (&current) : NULL;
      target[length] = '\0';
      folder = g_path_get_dirname (current);
      next = target[0] == '/' ? g_strdup (target) : g_build_filename (folder, target, NULL);
      g_free (current);
      current = next;
    }
  errno = ELOOP;
  return NULL;
}

/* Creates a file beside path; its name is stored in temporary. */
static int
create_beside (const char *path, mode_t mode, char **temporary)
{
  g_autofree char *folder = g_path_get_dirname (path);

  for (int attempt = 0; attempt < 100; attempt++)
    {
      g_autofree char *name = g_strdup_printf (".stagecraft-%08x.tmp", g_random_int ());
      g_autofree char *candidate = g_build_filename (folder, name, NULL);
      int fd = open (candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);

      if (fd >= 0)
        {
          *temporary = g_steal_pointer (&candidate);
          return fd;
        }
      if (errno != EEXIST)
        return -1;
    }
  return -1;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          data += n;
          size -= n;
        }
    }
  return TRUE;
}

/* The new file has the permissions of the old one and belongs to whom that belonged, as far as this
 * user may give it away. */
static gboolean
keep_permissions (int fd, const struct stat *old)
{
  if (fchown (fd, old->st_uid, old->st_gid) != 0 && fchown (fd, -1, old->st_gid) != 0)
    errno = 0;
  return fchmod (fd, old->st_mode & 07777) == 0;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  /* The new file is in place by now. Some file systems cannot sync a folder; nothing is lost. */
  (void) fsync (fd);
  close (fd);
}

/* Puts the bytes into a new file beside path. NULL with errno set when that failed. */
static char *
write_beside (const char *path, const struct stat *old, GBytes *bytes)
{
  char *temporary = NULL;
  /* Nobody else may look in before the permissions of the old file are on the new one. */
  int fd = create_beside (path, old != NULL ? 0600 : 0666, &temporary);
  gboolean written;
  int saved_errno;

  if (fd < 0)
    return NULL;
  written = (old == NULL || keep_permissions (fd, old)) && write_all (fd, bytes) && fsync (fd) == 0;
  saved_errno = errno;
  if (close (fd) != 0 && written)
    {
      written = FALSE;
      saved_errno = errno;
    }
  if (written)
    return temporary;
  unlink (temporary);
  g_free (temporary);
  errno = saved_errno;
  return NULL;
}

/* A change on its way: where it really goes, and what waits beside that place. */
typedef struct
{
  char *path;
  char *temporary;
} Pending;

static gboolean
prepare (const ScFileChange *change, Pending *pending, GError **error)
{
  struct stat old;
  gboolean exists;

  pending->path = resolve (change->path);
  if (pending->path == NULL)
    {
      set_write_error (error, change->path, errno);
      return FALSE;
    }
  exists = stat (pending->path, &old) == 0;
  if (exists && !S_ISREG (old.st_mode))
    {
      g_autofree char *name = g_filename_display_name (change->path);
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                   _ ("“%s” is not a regular file, so it cannot be written."), name);
      return FALSE;
    }
  /* Renaming asks for the permission of the folder only. A file that is read-only is so for a
   * reason. */
  if (exists && access (pending->path, W_OK) != 0)
    {
      set_write_error (error, change->path, errno);
      return FALSE;
    }
  if (change->bytes == NULL)
    return TRUE;
  pending->temporary = write_beside (pending->path, exists ? &old : NULL, change->bytes);
  if (pending->temporary == NULL)
    set_write_error (error, change->path, errno);
  return pending->temporary != NULL;
}

static gboolean
finish (const ScFileChange *change, Pending *pending, GError **error)
{
  if (change->bytes == NULL ? unlink (change->path) != 0 && errno != ENOENT
                            : rename (pending->temporary, pending->path) != 0)
    {
      set_write_error (error, change->path, errno);
      return FALSE;
    }
  g_clear_pointer (&pending->temporary, g_free);
  return TRUE;
}

/* Each folder once: waiting for the disk is what takes the time. */
static void
sync_folders (const Pending *pending, guint n_pending)
{
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_pending; i++)
    {
      if (g_hash_table_add (folders, g_path_get_dirname (pending[i].path)))
        sync_folder (pending[i].path);
    }
}

gboolean
sc_file_write_all (const ScFileChange *changes, guint n_changes, GError **error)
{
  g_autofree Pending *pending = g_new0 (Pending, n_changes);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < n_changes; i++)
    ok = prepare (&changes[i], &pending[i], error);
  for (guint i = 0; ok && i < n_changes; i++)
    ok = finish (&changes[i], &pending[i], error);
  if (ok)
    sync_folders (pending, n_changes);
  for (guint i = 0; i < n_changes; i++)
    {
      if (pending[i].temporary != NULL)
        unlink (pending[i].temporary);
      g_free (pending[i].temporary);
      g_free (pending[i].path);
    }
  return ok;
}

gboolean
sc_file_write (const char *path, GBytes *bytes, GError **error)
{
  const ScFileChange change = { path, bytes };

  return sc_file_write_all (&change, 1, error);
}

gboolean
sc_file_is_same (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}
