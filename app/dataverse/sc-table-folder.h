/* sc-table-folder.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"
#include "sc-table.h"

G_BEGIN_DECLS

/* Reads the tables (ScTable) of an unpacked solution, or of any folder that has an Entity.xml in a
 * folder per table, and its relationships (ScRelationship). Adds to arrays made by
 * sc_list_collect(). What is no such folder, or has a file in it that is damaged, gets a
 * sentence. */
gboolean sc_table_folder_read (const char *path,
                               GPtrArray *tables,
                               GPtrArray *relationships,
                               GError **error);

G_END_DECLS
