/* sc-file-step.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "sc-file-step.h"

#include "sc-file-call.h"
#include "sc-file-private.h"
#include "sc-file-walk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK  (64 * 1024)
#define PREFIX ".stagecraft-"

/* Programs that save one file at the same time, or have died while they did, in ten minutes. */
#define MAX_ATTEMPTS 100

ScFileStep *
sc_file_step_new (ScFileStepKind kind, const char *path)
{
  ScFileStep *self = g_new0 (ScFileStep, 1);

  self->kind = kind;
  self->path = g_strdup (path);
  self->id = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
  return self;
}

void
sc_file_step_free (ScFileStep *self)
{
  g_free (self->path);
  g_free (self->id);
  g_free (self->digest);
  g_free (self);
}

char *
sc_file_step_get_name (const ScFileStep *self)
{
  return g_path_get_basename (self->path);
}

char *
sc_file_step_get_new_name (const ScFileStep *self)
{
  return g_strdup_printf (PREFIX "%s.new", self->id);
}

char *
sc_file_step_get_old_name (const ScFileStep *self)
{
  return g_strdup_printf (PREFIX "%s.old", self->id);
}

/* What is put beside the place of a step. */
typedef struct
{
  char *(*get_name) (const ScFileStep *step);
  const struct stat *old;
  GBytes *bytes; /* NULL: the old file itself */
} Waiting;

static void
remove_if_left (int folder, const char *name)
{
  struct stat info;

  if (fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (info.st_mode)
      && sc_file_is_left (&info))
    unlinkat (folder, name, 0);
}

/* In a folder that may not be listed it stays; a step takes another id then. */
static void
remove_left (int folder, const char *prefix, const char *ending)
{
  g_autoptr (GPtrArray) names = sc_file_list_folder (folder);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ending))
        remove_if_left (folder, name);
    }
}

static char *
number (ScFileStep *self, const char *name, guint attempt, const Waiting *file)
{
  g_free (self->id);
  self->id = g_strdup_printf ("%08x%08x", g_str_hash (name), attempt);
  return file->get_name (self);
}

static gboolean
put_waiting (ScFileStep *self, int folder, const Waiting *file)
{
  g_autofree char *name = sc_file_step_get_name (self);
  g_autofree char *first = number (self, name, 0, file);
  g_autofree char *prefix = g_strndup (first, strlen (PREFIX) + SC_FILE_ID_LENGTH / 2);

  remove_left (folder, prefix, strrchr (first, '.'));
  for (guint attempt = 0; attempt < MAX_ATTEMPTS; attempt++)
    {
      g_autofree char *beside = number (self, name, attempt, file);

      if (file->bytes != NULL ? sc_file_put (folder, beside, file->old, name, file->bytes)
                              : sc_file_link (folder, name, file->old, beside))
        return TRUE;
      if (errno != EEXIST)
        return FALSE;
    }
  return FALSE;
}

gboolean
sc_file_step_put_alone (ScFileStep *self, int folder, const struct stat *old, GBytes *bytes)
{
  const Waiting file = { sc_file_step_get_new_name, old, bytes };

  return put_waiting (self, folder, &file);
}

gboolean
sc_file_step_hold_alone (ScFileStep *self, int folder, const struct stat *old)
{
  const Waiting file = { sc_file_step_get_old_name, old, NULL };

  return put_waiting (self, folder, &file);
}

gboolean
sc_file_step_check (const ScFileStep *self, int folder, const ScFileState *known)
{
  g_autofree char *name = sc_file_step_get_name (self);
  ScFileState present;

  if (known->presence == SC_FILE_UNKNOWN)
    return TRUE;
  if (!sc_file_state_read (folder, name, &present))
    return FALSE;
  /* Who removes what was to be removed does no harm. */
  if ((self->kind == SC_FILE_STEP_REMOVE && present.presence == SC_FILE_ABSENT)
      || !sc_file_state_differs (known, &present))
    return TRUE;
  errno = ESTALE;
  return FALSE;
}

/* Not every file system can do that, and then looking has to be enough. FALSE with errno set. */
static gboolean
rename_to_free (int folder, const char *from, const char *to)
{
  if (TEMP_FAILURE_RETRY (renameat2 (folder, from, folder, to, RENAME_NOREPLACE)) == 0)
    return TRUE;
  if (errno == EINVAL || errno == ENOSYS)
    return TEMP_FAILURE_RETRY (renameat (folder, from, folder, to)) == 0;
  errno = errno == EEXIST ? ESTALE : errno;
  return FALSE;
}

gboolean
sc_file_step_finish (const ScFileStep *self, int folder, const ScFileState *known)
{
  g_autofree char *name = sc_file_step_get_name (self);
  g_autofree char *waiting = sc_file_step_get_new_name (self);

  if (!sc_file_step_check (self, folder, known))
    return FALSE;
  if (self->kind == SC_FILE_STEP_REMOVE)
    return TEMP_FAILURE_RETRY (unlinkat (folder, name, 0)) == 0 || errno == ENOENT;
  if (known->presence == SC_FILE_ABSENT)
    return rename_to_free (folder, waiting, name);
  return TEMP_FAILURE_RETRY (renameat (folder, waiting, folder, name)) == 0;
}

/* What a name of a folder stands for, not what a link leads to. */
typedef enum
{
  FOUND_NOTHING,
  FOUND_FILE,
  FOUND_OTHER,
  FOUND_FAILED /* errno is set */
} Found;

static Found
look_at (int folder, const char *name)
{
  struct stat info;

  if (fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT ? FOUND_NOTHING : FOUND_FAILED;
  return S_ISREG (info.st_mode) ? FOUND_FILE : FOUND_OTHER;
}

static char *
compute_digest (int fd)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = TEMP_FAILURE_RETRY (read (fd, chunk, CHUNK))) > 0)
    g_checksum_update (checksum, chunk, n);
  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* Whether the file of that name is the one that the step has put there. FALSE with errno set when
 * that cannot be found out. */
static gboolean
check_ours (const ScFileStep *self, int folder, const char *name, gboolean *ours)
{
  g_autofree char *digest = NULL;
  Found found = look_at (folder, name);
  int fd, code;

  *ours = FALSE;
  if (found != FOUND_FILE || self->digest == NULL)
    return found != FOUND_FAILED;
  fd = sc_file_open_in (folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0);
  if (fd < 0)
    return FALSE;
  digest = compute_digest (fd);
  code = errno;
  close (fd);
  errno = code;
  *ours = g_strcmp0 (digest, self->digest) == 0;
  return digest != NULL;
}

static gboolean
remove_name (int folder, const char *name)
{
  return TEMP_FAILURE_RETRY (unlinkat (folder, name, 0)) == 0 || errno == ENOENT;
}

static gboolean
remove_folder (int folder, const char *name)
{
  return TEMP_FAILURE_RETRY (unlinkat (folder, name, AT_REMOVEDIR)) == 0 || errno == ENOENT
         || errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR;
}

/* Where the new file still waits, the old one is in its place. */
static gboolean
put_back (const ScFileStep *self, int folder, const char *name, gboolean placed)
{
  g_autofree char *old = sc_file_step_get_old_name (self);
  const Found kept = look_at (folder, old);
  const Found present = look_at (folder, name);
  gboolean ours = FALSE;

  if (kept != FOUND_FILE)
    return kept != FOUND_FAILED;
  if (present == FOUND_FAILED || (placed && !check_ours (self, folder, name, &ours)))
    return FALSE;
  if ((ours || present == FOUND_NOTHING)
      && TEMP_FAILURE_RETRY (renameat (folder, old, folder, name)) != 0)
    return FALSE;
  /* Renaming one name of a file to another of its names does nothing. */
  return remove_name (folder, old);
}

static gboolean
take_away (const ScFileStep *self, int folder, const char *name, gboolean placed)
{
  gboolean ours;

  if (!placed)
    return TRUE;
  if (!check_ours (self, folder, name, &ours))
    return FALSE;
  return !ours || remove_name (folder, name);
}

gboolean
sc_file_step_undo (const ScFileStep *self, int folder)
{
  g_autofree char *name = sc_file_step_get_name (self);
  g_autofree char *waiting = sc_file_step_get_new_name (self);
  Found new_file;

  if (self->kind == SC_FILE_STEP_FOLDER)
    return remove_folder (folder, name);
  new_file = look_at (folder, waiting);
  if (new_file == FOUND_FAILED)
    return FALSE;
  return (self->kind == SC_FILE_STEP_CREATE
              ? take_away (self, folder, name, new_file == FOUND_NOTHING)
              : put_back (self, folder, name, new_file == FOUND_NOTHING))
         && remove_name (folder, waiting);
}

gboolean
sc_file_step_clean (const ScFileStep *self, int folder)
{
  g_autofree char *old = sc_file_step_get_old_name (self);

  return self->kind == SC_FILE_STEP_FOLDER || self->kind == SC_FILE_STEP_CREATE
         || remove_name (folder, old);
}
