/* sc-file-tree.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"

G_BEGIN_DECLS

/* Whole folders, in which no link is followed. */

/* What an unpacked solution may have below its root; real ones have less than ten. */
#define SC_FILE_TREE_MAX_DEPTH 64

/* Makes a folder at to, of which the folder it lies in has to be there, with copies of all files
 * and folders of from, but for those whose name begins with a dot: no package has such, version
 * control and editors do. A copy of what may only be read may be written. FALSE with an error for a
 * link and anything else that is neither file nor folder, and for what lies too deep; what has been
 * copied by then stays. */
gboolean sc_file_copy_tree (const char *from, const char *to, GError **error);

/* Waits until all that is in the folder of that name, which lies in an open folder, is on the disk.
 * FALSE with errno set. */
gboolean sc_file_sync_tree (int folder, const char *name);

/* Removes the file, or the folder with all that is in it, as far as that is possible. */
void sc_file_remove_tree (int folder, const char *name);

G_END_DECLS
