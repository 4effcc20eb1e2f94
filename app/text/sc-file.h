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

/* Writes bytes next to path and renames the result over it, with fsync of file and folder; a
 * symbolic link is followed, permissions are kept. When it fails the old file is untouched and
 * nothing is left behind. */
gboolean sc_file_write (const char *path, GBytes *bytes, GError **error);

typedef struct
{
  const char *path;
  GBytes *bytes; /* NULL: the file is removed */
} ScFileChange;

/* The same for several files that belong together: none is replaced before all of them are on
 * disk, so that a full disk or a folder that cannot be written changes nothing at all. */
gboolean sc_file_write_all (const ScFileChange *changes, guint n_changes, GError **error);

/* Whether both paths lead to one file or folder that is there, through links too. */
gboolean sc_file_is_same (const char *a, const char *b);

G_END_DECLS
