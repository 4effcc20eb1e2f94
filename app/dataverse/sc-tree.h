/* sc-tree.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"

G_BEGIN_DECLS

/* A folder with all that is in it, as ScPart, sorted by path. Files and folders whose names begin
 * with a dot are somebody else's (.git) and left out; a symbolic link is what it leads to, and an
 * error when it leads out. The limits are those of zips. Free with g_ptr_array_unref(). */
GPtrArray *sc_tree_read (const char *path, GError **error);

G_END_DECLS
