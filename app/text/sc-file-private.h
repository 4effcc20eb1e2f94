/* sc-file-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file.h"

#include <sys/stat.h>

G_BEGIN_DECLS

/* Private to sc-file-*.c. */

/* The sentence for what kept path from being written; what is on disk is as it was. */
void sc_file_set_write_error (GError **error, const char *path, int code);

/* What path leads to once symbolic links are followed, also when the last link dangles, with the
 * real path of its folder, even of one that is still to be made. NULL with errno set when it leads
 * nowhere. */
char *sc_file_resolve (const char *path);

/* A new file of that name with the bytes, on disk; old is what its permissions are from. FALSE with
 * errno set, and no file. */
gboolean
sc_file_put (const char *path, const struct stat *old, const char *old_path, GBytes *bytes);
/* Gives the file at path a second name, or a copy where the file system knows no such thing. FALSE
 * with errno set. */
gboolean sc_file_link (const char *path, const struct stat *info, const char *second);

/* Waits until the disk has what is in the folder. FALSE with errno set; a file system that cannot
 * do that has nothing to wait for. */
gboolean sc_file_sync_folder (const char *folder);

G_END_DECLS
