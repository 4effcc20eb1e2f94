/* folder-files.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All that is in a folder: name (the path from it on) → content (GBytes). */

/* What the names of files begin with that saving keeps for itself. */
#define HIDDEN ".stagecraft-"

/* raw: of a zip as well all of it, and not that of its entries alone. Free with
 * g_hash_table_unref(). */
GHashTable *folder_list (const char *folder, gboolean raw);
void folder_put (const char *folder, GHashTable *files);
guint folder_count_hidden (GHashTable *files);
/* Whether both hold the same, but for hidden files. */
gboolean folder_is_same (GHashTable *expected, GHashTable *present);
/* Says which files differ; free with g_free(). */
char *folder_describe_difference (GHashTable *expected, GHashTable *present);

G_END_DECLS
