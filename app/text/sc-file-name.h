/* sc-file-name.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names that come out of a file, on their way to become those of files. */

#define SC_FILE_NAME_MAX 120 /* bytes; with a folder and an ending that is fine everywhere */

/* TRUE when a part of path, which is relative with "/" or "\", begins with a dot, or with what some
 * systems take for one: such files are no part of a solution. Programs look for their settings in
 * them, of which some are orders (.git/config, .envrc), and Stagecraft for a save that was
 * interrupted. "..", too, is such a part. */
gboolean sc_file_name_is_hidden (const char *path);

/* TRUE when path leads to somewhere below a folder, and to nothing that is hidden there. */
gboolean sc_file_name_is_plain_path (const char *path);

/* TRUE when name can be that of a file on any system, with or without an ending behind it, and
 * leads nowhere else. NULL cannot. See "Naming Files, Paths, and Namespaces" on Microsoft Learn. */
gboolean sc_file_name_is_portable (const char *name);

G_END_DECLS
