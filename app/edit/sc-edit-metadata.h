/* sc-edit-metadata.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"

G_BEGIN_DECLS

/* What the solution knows of an environment beside its own tables: tables (of ScTable) and
 * relationships (of ScRelationship) take the place of what was imported before. Steps keep their
 * columns, also those that are not in it any more. NULL, NULL forgets all. */
ScSolution *sc_edit_metadata_import (const ScSolution *solution,
                                     const ScList *tables,
                                     const ScList *relationships,
                                     GError **error);

/* Says by hand what a column is, in the solution's own tables; a table or column that is not there
 * yet is added. title "" or NULL leaves the display name as it is. INVALID for the backing table of
 * a flow. */
ScSolution *sc_edit_column_describe (const ScSolution *solution,
                                     const char *table,
                                     const char *name,
                                     const char *title,
                                     ScColumnType type,
                                     GError **error);

G_END_DECLS
