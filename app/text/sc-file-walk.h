/* sc-file-walk.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to sc-file-*.c. Saving looks names up in open folders, so that nobody who puts a link in
 * the place of a folder meanwhile sends it elsewhere. */

/* Opens the folder that path lies in: every part is looked up in the folder before it, and a link
 * on the way is an error (ELOOP, ENOTDIR). root: the open folder that path begins in; -1: path is
 * absolute. Only for looking up names in it; to be closed. -1 with errno set. */
int sc_file_open_parent (int root, const char *path);
/* The same for the folder of that name in an open folder. */
int sc_file_open_child (int folder, const char *name);

/* Whether an open file has lost its name in an open folder. A network disk may keep one that was
 * removed as long as it is open, so that its links do not tell. FALSE when that is not known. */
gboolean sc_file_is_gone (int folder, const char *name, int fd);

/* Closes, and leaves errno as it is. -1 is none. */
void sc_file_close (int fd);

/* Waits until the disk has what is in an open folder. FALSE with errno set; a file system that
 * cannot do that has nothing to wait for. */
gboolean sc_file_sync_folder (int folder);

/* What lies in an open folder (of char *), without "." and ".."; free with g_ptr_array_unref().
 * NULL with errno set. */
GPtrArray *sc_file_list_folder (int folder);

G_END_DECLS
