/* sc-file-put.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include "sc-file-private.h"

#include "sc-beneath.h"
#include "sc-file-call.h"
#include "sc-file-mode.h"
#include "sc-file-walk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

#define MAX_LINKS 40          /* as many as Linux follows */
#define MAX_NAMES (64 * 1024) /* of extended attributes together: XATTR_LIST_MAX */

/* Longer than a save takes, and than the clocks of two computers that share a disk differ. */
#define LEFT_AFTER 600 /* seconds */

void
sc_file_set_write_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("There is no room left to write “%s”. What is on disk is as it was; free some "
                    "space or save elsewhere."),
                 name);
  else if (code == EROFS)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("“%s” lies on a disk that can only be read. Save elsewhere."), name);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("You do not have the permission to write “%s”. Save elsewhere, or ask whoever "
                    "owns it."),
                 name);
  else if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("The folder of “%s” is not there. Save elsewhere."), name);
  else if (code == EBUSY || code == EAGAIN || code == ETXTBSY)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("“%s” is being saved or used by another program at the moment. What is on disk "
                    "is as it was; try again in a moment."),
                 name);
  else if (code == ENAMETOOLONG)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("The name of “%s” is too long for its disk. Save under a shorter one."), name);
  else if (code == EFBIG)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("“%s” is larger than its disk or a limit of this user allows. What is on disk "
                    "is as it was; save elsewhere."),
                 name);
  else
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("“%s” cannot be written: %s. What is on disk is as it was; try again, or save "
                    "elsewhere."),
                 name, g_strerror (code));
}

static char *
get_real_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = NULL;
  g_autofree char *parent = NULL;
  char *real = realpath (folder, NULL);

  if (real != NULL)
    return real;
  if (errno != ENOENT || g_str_equal (folder, path))
    return NULL;
  parent = get_real_folder (folder);
  base = g_path_get_basename (folder);
  return parent != NULL ? g_build_filename (parent, base, NULL) : NULL;
}

char *
sc_file_resolve (const char *path)
{
  g_autofree char *current = g_strdup (path);

  for (int hops = 0; hops < MAX_LINKS; hops++)
    {
      char target[PATH_MAX];
      g_autofree char *folder = get_real_folder (current);
      g_autofree char *base = g_path_get_basename (current);
      g_autofree char *place = folder != NULL ? g_build_filename (folder, base, NULL) : NULL;
      gssize length = place != NULL ? readlink (place, target, sizeof target - 1) : -1;

      if (length < 0)
        return place != NULL && (errno == EINVAL || errno == ENOENT) ? g_steal_pointer (&place)
                                                                     : NULL;
      target[length] = '\0';
      g_free (current);
      current = target[0] == '/' ? g_strdup (target) : g_build_filename (folder, target, NULL);
    }
  errno = ELOOP;
  return NULL;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return sc_file_write_run (fd, data, size);
}

static int
open_to_read (int folder, const char *name)
{
  return sc_file_open_in (folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0);
}

/* Whether an attribute may be copied, for which it is changed where it says what a group may do
 * that the file no longer belongs to. */
static gboolean
may_copy (const char *name, char *value, gsize size, gboolean group_kept)
{
  if (group_kept || !g_str_has_prefix (name, "system."))
    return TRUE;
  return g_str_equal (name, "system.posix_acl_access")
         && sc_file_narrow_acl ((guint8 *) value, size);
}

static void
copy_attributes (int from, int fd, gboolean group_kept)
{
  g_autofree char *names = g_malloc (MAX_NAMES);
  g_autofree char *value = g_malloc (XATTR_SIZE_MAX);
  const gssize length = flistxattr (from, names, MAX_NAMES);

  for (const char *name = names; name < names + MAX (length, 0); name += strlen (name) + 1)
    {
      gssize size = fgetxattr (from, name, value, XATTR_SIZE_MAX);

      if (size >= 0 && may_copy (name, value, (gsize) size, group_kept))
        (void) fsetxattr (fd, name, value, (gsize) size, 0);
    }
}

/* What else belongs to a file, such as an access control list, as far as it can be had. */
static void
keep_attributes (int fd, int folder, const char *from, gboolean group_kept)
{
  int source = open_to_read (folder, from);

  if (source >= 0)
    copy_attributes (source, fd, group_kept);
  sc_file_close (source);
}

/* The new file has the permissions of the old one and belongs to whom that belonged, as far as this
 * user may give it away. */
static gboolean
keep_permissions (int fd, const struct stat *old, int folder, const char *old_name)
{
  struct stat now;
  gboolean group_kept;
  mode_t mode;

  if (TEMP_FAILURE_RETRY (fchown (fd, old->st_uid, old->st_gid)) != 0)
    (void) !TEMP_FAILURE_RETRY (fchown (fd, (uid_t) -1, old->st_gid));
  if (fstat (fd, &now) != 0)
    return FALSE;
  group_kept = now.st_gid == old->st_gid;
  mode = sc_file_choose_mode (old->st_mode, now.st_uid == old->st_uid, group_kept);
  if (TEMP_FAILURE_RETRY (fchmod (fd, mode)) != 0)
    return FALSE;
  keep_attributes (fd, folder, old_name, group_kept);
  return TRUE;
}

gboolean
sc_file_put (
    int folder, const char *name, const struct stat *old, const char *old_name, GBytes *bytes)
{
  /* Nobody else may look in before the permissions of the old file are on the new one. */
  int fd = sc_file_open_in (folder, name, O_WRONLY | O_CREAT | O_EXCL, old != NULL ? 0600 : 0666);
  gboolean written;
  int code;

  if (fd < 0)
    return FALSE;
  written = (old == NULL || keep_permissions (fd, old, folder, old_name)) && write_all (fd, bytes)
            && TEMP_FAILURE_RETRY (fsync (fd)) == 0;
  code = errno;
  /* Interrupted or not, the descriptor is gone. */
  if (close (fd) != 0 && errno != EINTR && written)
    {
      written = FALSE;
      code = errno;
    }
  if (!written)
    unlinkat (folder, name, 0);
  errno = code;
  return written;
}

/* Somebody else's file, or a file system without second names. */
static gboolean
wants_copy (int code)
{
  return code == EPERM || code == ENOTSUP || code == ENOSYS || code == EMLINK || code == EXDEV;
}

gboolean
sc_file_link (int folder, const char *name, const struct stat *info, const char *second)
{
  g_autoptr (GBytes) bytes = NULL;
  int fd;

  if (TEMP_FAILURE_RETRY (linkat (folder, name, folder, second, 0)) == 0)
    return TRUE;
  if (!wants_copy (errno))
    return FALSE;
  fd = open_to_read (folder, name);
  if (fd < 0)
    return FALSE;
  bytes = sc_beneath_read (fd, name, (gsize) info->st_size, NULL);
  sc_file_close (fd);
  if (bytes != NULL)
    return sc_file_put (folder, second, info, name, bytes);
  errno = EIO;
  return FALSE;
}

/* By the time of the change, which nobody sets and which a second name of an old file counts as.
 * One in the future is that of a clock that was set back since: else it were new for years. */
gboolean
sc_file_is_left (const struct stat *info)
{
  return llabs ((long long) time (NULL) - (long long) info->st_ctime) > LEFT_AFTER;
}
