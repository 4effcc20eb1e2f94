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
 * user may give them. Other names of the same file (hard links) keep what they had. When it fails
 * the old file is untouched and nothing is left behind. */
gboolean sc_file_write (const char *path, GBytes *bytes, GError **error);

typedef struct
{
  const char *path;
  GBytes *bytes; /* NULL: the file is removed */
  gboolean real; /* path has been resolved: it is an error when a link is on the way by now */
} ScFileChange;

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

/* Takes back what a save that was interrupted has done, before anything is read or written. Waits
 * some seconds for one that is going on in another process; on a disk that cannot lock files, any
 * that was begun in the last ten minutes may be. Nothing outside of the folder is touched, whatever
 * the journal says. FALSE when that cannot be done; TRUE when there is nothing to do, or no such
 * folder. */
gboolean sc_file_settle (const char *folder, const char *base, GError **error);

/* Whether both paths lead to one file or folder that is there, through links too. */
gboolean sc_file_is_same (const char *a, const char *b);

G_END_DECLS
