/* large-metadata.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A $metadata document of so many custom tables, cts_table0 and on, each with 170 columns and 20
 * lookups to the first of them: 20 kB a table. Returns its path; unlink it and free that with
 * g_free(). */
char *large_metadata_new (guint n_tables);

G_END_DECLS
