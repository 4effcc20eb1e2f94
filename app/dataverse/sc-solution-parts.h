/* sc-solution-parts.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow-parts.h"

G_BEGIN_DECLS

/* A solution made from nothing: what a package holds beside the files of its flows. A package that
 * exists is edited in its own text instead. */

/* A RootComponent element: by id, or by schema name where id is NULL. Free with g_free(). */
char *sc_solution_parts_write_component (int type, const char *id, const char *schema_name);

/* Of ScComponent, sorted by type, then by name or id as Dataverse does: those that the solution
 * lists and those that its flows (29 and 1) and roles (20) must have. NULL for none. */
ScList *sc_solution_parts_list_components (const ScSolution *solution);

/* solution.xml; in a folder Other/Solution.xml. */
GBytes *sc_solution_parts_write_manifest (const ScSolution *solution, ScPackageKind kind);

/* customizations.xml with everything embedded; in a folder Other/Customizations.xml with nothing.
 */
GBytes *sc_solution_parts_write_customizations (const ScSolution *solution, ScPackageKind kind);

/* [Content_Types].xml for a zip of these ScPart. */
GBytes *sc_solution_parts_write_content_types (GPtrArray *parts);

/* The whole package, of ScPart: flows, their tables and relationships, roles. Tables that a person
 * described by hand exist in the environment and are not part of it. Unique names of flows must
 * differ. Free with g_ptr_array_unref(). */
GPtrArray *sc_solution_parts_list (const ScSolution *solution, ScPackageKind kind);

G_END_DECLS
