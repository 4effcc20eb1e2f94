/* sc-edit-solution.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"

G_BEGIN_DECLS

/* An empty, valid solution: name, publisher and prefix are there for a person to replace. */
ScSolution *sc_edit_solution_new (void);
/* NULL leaves a text as it is. */
ScSolution *sc_edit_solution_set_details (const ScSolution *solution,
                                          const char *title,
                                          const char *unique_name,
                                          const char *version,
                                          const char *publisher,
                                          const char *prefix,
                                          GError **error);
/* The publisher's display name and what its choice values begin with; NULL and 0 leave them. */
ScSolution *sc_edit_solution_set_publisher (const ScSolution *solution,
                                            const char *title,
                                            int option_prefix,
                                            GError **error);

/* Lists a root component; nothing happens when it is listed. One of id and schema_name is NULL. */
ScSolution *sc_edit_component_add (
    const ScSolution *solution, int type, const char *id, const char *schema_name, GError **error);

/* Tables and columns that a person describes by hand. */
ScSolution *
sc_edit_table_add (const ScSolution *solution, const char *name, const char *title, GError **error);
ScSolution *sc_edit_column_add (const ScSolution *solution,
                                const char *table,
                                const char *name,
                                const char *title,
                                ScColumnType type,
                                GError **error);
/* Only what is known of it goes: what names it goes on to do so. INVALID for the backing table of a
 * flow, which goes with that. */
ScSolution *sc_edit_table_delete (const ScSolution *solution, const char *name, GError **error);
ScSolution *sc_edit_column_delete (const ScSolution *solution,
                                   const char *table,
                                   const char *name,
                                   GError **error);

G_END_DECLS
