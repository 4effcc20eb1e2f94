/* sc-file-walk.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "sc-file-walk.h"

#include "sc-file-call.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
sc_file_close (int fd)
{
  int code = errno;

  if (fd >= 0)
    close (fd);
  errno = code;
}

int
sc_file_open_child (int folder, const char *name)
{
  return sc_file_open_in (folder, name, O_PATH | O_DIRECTORY | O_NOFOLLOW, 0);
}

int
sc_file_open_parent (int root, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  int fd = root >= 0 ? sc_file_open_child (root, ".")
                     : sc_file_open ("/", O_PATH | O_DIRECTORY | O_NOFOLLOW, 0);

  for (guint i = 0; fd >= 0 && parts[i] != NULL && parts[i + 1] != NULL; i++)
    {
      int inner;

      if (*parts[i] == '\0')
        continue;
      inner = sc_file_open_child (fd, parts[i]);
      sc_file_close (fd);
      fd = inner;
    }
  return fd;
}

gboolean
sc_file_is_gone (int folder, const char *name, int fd)
{
  struct stat info, named;

  if (fstat (fd, &info) != 0)
    return errno == ESTALE;
  if (fstatat (folder, name, &named, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT;
  return info.st_nlink == 0 || info.st_dev != named.st_dev || info.st_ino != named.st_ino;
}

gboolean
sc_file_sync_folder (int folder)
{
  int fd = sc_file_open_in (folder, ".", O_RDONLY | O_DIRECTORY, 0);
  gboolean synced;

  if (fd < 0)
    return errno == EACCES; /* may be written, but not listed */
  synced = TEMP_FAILURE_RETRY (fsync (fd)) == 0 || errno == EINVAL || errno == ENOTSUP;
  sc_file_close (fd);
  return synced;
}

GPtrArray *
sc_file_list_folder (int folder)
{
  int fd = sc_file_open_in (folder, ".", O_RDONLY | O_DIRECTORY, 0);
  DIR *dir = fd >= 0 ? fdopendir (fd) : NULL;
  g_autoptr (GPtrArray) names = NULL;
  const struct dirent *entry;
  int code;

  if (dir == NULL)
    {
      sc_file_close (fd);
      return NULL;
    }
  names = g_ptr_array_new_with_free_func (g_free);
  while (errno = 0, (entry = readdir (dir)) != NULL)
    {
      if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
        g_ptr_array_add (names, g_strdup (entry->d_name));
    }
  code = errno;
  closedir (dir);
  errno = code;
  return code == 0 ? g_steal_pointer (&names) : NULL;
}
