/* sc-file.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"

G_BEGIN_DECLS

/* Whole files, in and out. */

/* Reads a regular file of at most max_bytes. The size is checked before anything is read. */
GBytes *sc_file_read (const char *path, gsize max_bytes, GError **error);

/* Writes bytes next to path and renames the result over it, with fsync of file and folder. A
 * symbolic link is followed; permissions, owner and extended attributes are kept as far as this
 * user may give them, and let nobody do more than before (see sc-file-mode.h). Other names of the
 * same file (hard links) keep what they had. When it fails the old file is untouched and nothing is
 * left behind. */
gboolean sc_file_write (const char *path, GBytes *bytes, GError **error);

typedef enum
{
  SC_FILE_UNKNOWN, /* nobody has looked */
  SC_FILE_ABSENT,
  SC_FILE_PRESENT
} ScFilePresence;

/* What was at a path when somebody looked, as far as the file system tells without reading it:
 * whoever writes there makes it another state. That is as fine as its clock (some milliseconds; FAT
 * counts in two seconds), and includes changes of permissions and names. */
typedef struct
{
  ScFilePresence presence;
  guint64 device;
  guint64 inode;
  gint64 size;
  gint64 written; /* nanoseconds since 1970 */
  gint64 changed; /* the same, of what is told of the file too; 0: not known */
} ScFileState;

/* Looks at what path leads to. To know that what is then read is what a save replaces, look first:
 * what is written in between is another state already. */
gboolean sc_file_look (const char *path, ScFileState *state, GError **error);

typedef struct
{
  const char *path;
  GBytes *bytes; /* NULL: the file is removed */
  gboolean real; /* path has been resolved: it is an error when a link is on the way by now */

  /* What is known to be there. When it is anything else by the time it would be replaced,
   * SC_FILE_ERROR_CHANGED, and nothing is written. It is looked at right before: what somebody puts
   * there between these two system calls, or goes on writing into a file that they have open, is
   * lost. What comes to be where nothing was never is, where the file system can rename without
   * replacing. */
  ScFileState expected;
} ScFileChange;

/* Says that somebody else changed the file at path, and nothing was written. */
void sc_file_set_changed_error (GError **error, const char *path);

/* The same for several files that belong together: all of them are changed or none, whatever fails
 * and whenever the process or the machine dies. Folders that are missing on the way are made.
 * folder: where a journal of it is kept meanwhile, hidden, with which sc_file_settle() undoes what
 * was not finished; base: NULL when folder is what is saved, else the name in folder of what is,
 * which all changes are about (itself, in it, or beside it with another ending). A file elsewhere,
 * behind a link, is undone only while the process lives. folder NULL: there is no journal; none is
 * replaced before all of them are on disk, and what has been done to some when another one then
 * fails is up to the caller. */
gboolean sc_file_write_all (const ScFileChange *changes,
                            guint n_changes,
                            const char *folder,
                            const char *base,
                            GError **error);

/* Writes a file and, unless along is NULL, another one beside it that has its name with an ending:
 * both or none. */
gboolean
sc_file_write_along (const char *path, GBytes *bytes, const ScFileChange *along, GError **error);
/* The same for what is known of the first file. */
gboolean sc_file_write_both (const ScFileChange *change, const ScFileChange *along, GError **error);

/* Takes back what a save that was interrupted has done, before anything is read or written. Waits
 * some seconds for one that is going on in another process; on a disk that cannot lock files, any
 * that was begun in the last ten minutes may be. Nothing outside of the folder is touched, whatever
 * the journal says. FALSE when that cannot be done; TRUE when there is nothing to do, or no such
 * folder. */
gboolean sc_file_settle (const char *folder, const char *base, GError **error);

/* Whether both paths lead to one file or folder that is there, through links too. */
gboolean sc_file_is_same (const char *a, const char *b);

G_END_DECLS
