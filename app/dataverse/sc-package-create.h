/* sc-package-create.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-package.h"

G_BEGIN_DECLS

/* A whole package from nothing but a value: its flows, their tables with all that Dataverse would
 * give them, and its roles. For a solution that came from a package there is sc_package_save():
 * what a value does not hold (web resources, apps, other tables) is only there. */

/* NULL when a package can be made, else why not, in a sentence for the person: no publisher's
 * prefix, a flow without stages, two flows of one unique name, … Free with g_free(). */
char *sc_package_explain_unmakeable (const ScSolution *solution);

/* Writes it to path: a zip, over a file that may be there, or a folder, which has to be new or
 * empty. It is written beside path and read back first, so what is there is whole at any time.
 * Returns the package as it is on disk; what its value lacks is what no package holds: tables,
 * columns and relationships that were described by hand. along: a file beside path that is written
 * (or removed) with it, or NULL. */
ScPackage *sc_package_create (const ScSolution *solution,
                              ScPackageKind kind,
                              const char *path,
                              const ScFileChange *along,
                              GError **error);
/* The same for all the files or entries there are, an array of ScPart. */
ScPackage *sc_package_create_from_parts (GPtrArray *parts,
                                         ScPackageKind kind,
                                         const char *path,
                                         const ScFileChange *along,
                                         GError **error);

/* Packs a folder into a zip at path, or unpacks a zip into a folder that is new or empty, as
 * SolutionPackager does, with the changes that saving solution would make. Nothing of the package
 * is lost; an error says what cannot be converted, and a note of the new package what is no part of
 * one and was left out. */
ScPackage *sc_package_convert (const ScPackage *self,
                               const ScSolution *solution,
                               const char *path,
                               const ScFileChange *along,
                               GError **error);

G_END_DECLS
