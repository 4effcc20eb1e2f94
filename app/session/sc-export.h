/* sc-export.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-storage.h"
#include "sc-validation.h"

G_BEGIN_DECLS

/* Export for deployment: check, write the package, say what to do after its import. */

typedef struct
{
  ScPackageKind kind;  /* SC_PACKAGE_ZIP or SC_PACKAGE_FOLDER */
  const char *path;    /* a zip ends in .zip */
  const char *version; /* NULL keeps that of the solution */
  gboolean note;       /* write the note next to the package, too */
} ScExportOptions;

/* What blocks an export: the errors among the problems of solution (an array of ScProblem that owns
 * them, in the order of sc_validator_run(); empty when nothing blocks). storage is where solution
 * is kept, or NULL. Free with g_ptr_array_unref(). */
GPtrArray *sc_export_list_obstacles (const ScStorage *storage, const ScSolution *solution);

/* What is not a matter of rules and blocks the export, too: the solution is managed, and so only
 * changed by the unmanaged one it was made from, or no package can be made of it (see
 * sc_package_explain_unmakeable()). A sentence, or NULL; free with g_free(). */
char *sc_export_explain_refusal (const ScStorage *storage, const ScSolution *solution);

/* Writes solution as a package, with that version, and the note if asked for. Whether it is managed
 * stays as it is; solution and storage are not touched unless path is where storage is. storage may
 * be NULL.
 *
 * Fails with an ScFileError and writes nothing when an error blocks the export, the version is none
 * or the package cannot be written. When only the note cannot be written the package is there, and
 * the message says so. */
gboolean sc_export_run (const ScStorage *storage,
                        const ScSolution *solution,
                        const ScExportOptions *options,
                        GError **error);

/* Where sc_export_run() writes the note: <name>-deployment.md beside the package; free with
 * g_free(). */
char *sc_export_get_note_path (const char *path);

/* What a person does after the import, as Markdown (GitHub's dialect: tables, check lists), in
 * the language of the program: what to activate and in which order, what to check, which roles may
 * do what. Names are escaped. Free with g_free(). */
char *sc_export_write_note (const ScSolution *solution);

/* See sc_version_raise(). */
char *sc_export_raise_version (const char *version);

G_END_DECLS
