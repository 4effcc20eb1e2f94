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

/* A new file of that name in an open folder with the bytes, on disk; old, unless it is NULL, is the
 * file of old_name, beside it, that it gets its permissions from. FALSE with errno set, and no
 * file. */
gboolean sc_file_put (
    int folder, const char *name, const struct stat *old, const char *old_name, GBytes *bytes);
/* Gives the file of that name in an open folder a second name, or a copy where the file system
 * knows no such thing. FALSE with errno set. */
gboolean sc_file_link (int folder, const char *name, const struct stat *info, const char *second);

/* Whether a file or folder that a save makes for itself has been let alone for so long that the
 * process has died: for what cannot be told by a lock. */
gboolean sc_file_is_left (const struct stat *info);

G_END_DECLS
