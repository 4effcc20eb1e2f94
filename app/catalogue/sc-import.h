/* sc-import.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-file-error.h"
#include "sc-solution.h"

G_BEGIN_DECLS

/* Reads the metadata of an environment at path: a $metadata document (CSDL), or a folder with the
 * Entity.xml files of an unpacked solution. Keeps of it what the solution needs: the tables of its
 * flows, the tables that these can change to (those on the many side of a relationship that may
 * be part of flows at all), and the relationships between them.
 *
 * tables (of ScTable, sorted by name; each says the file's name as its source) and relationships
 * (of ScRelationship) are for sc_edit_metadata_import(). An error when there is none of the tables
 * of the flows in it. Takes long enough for a large file (3,000 tables: a second) to be done in a
 * thread; solution is only read. cancellable (nullable) stops it: G_IO_ERROR_CANCELLED. */
gboolean sc_import_metadata (const char *path,
                             const ScSolution *solution,
                             GCancellable *cancellable,
                             ScList **tables,
                             ScList **relationships,
                             GError **error);

G_END_DECLS
