/* sc-check-files.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *path;
  gboolean was_found; /* nobody named it: it was in a folder */
  char *error;        /* why it could not be searched, if it is such a folder; else NULL */
} ScCheckFile;

/* The files (of ScCheckFile) that paths (ends with NULL) stand for, in their order. A folder that
 * is no package is searched for packages: folders of unpacked solutions, .zip, .stagecraft and
 * .xaml files (of those only the ones that hold a workflow), sorted by name. Names that begin with
 * a point and symbolic links are passed over. A folder in which there is nothing stands for itself.
 * Free with g_ptr_array_unref(). */
GPtrArray *sc_check_list_files (const char *const *paths);

G_END_DECLS
