/* sc-storage.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-package.h"
#include "sc-solution.h"

G_BEGIN_DECLS

typedef enum
{
  SC_STORAGE_DEFINITION, /* .stagecraft */
  SC_STORAGE_XAML,
  SC_STORAGE_FOLDER,
  SC_STORAGE_ZIP
} ScStorageKind;

/* Where a solution is kept: one of the formats behind one face. Immutable and counted. */
typedef struct _ScStorage ScStorage;

/* Opens whatever path is: .stagecraft, .xaml, .zip or a folder. */
ScStorage *sc_storage_open (const char *path, GError **error);
/* Writes solution to a new place, in the format that path's ending names: .stagecraft, .xaml for a
 * solution of one flow, .zip; no ending, or a folder that is empty, is an unpacked solution. In a
 * .zip or a folder that is a package already, only what differs is written; it has to be the
 * same solution and loses no flow. Settings that lie beside a package already are not lost either;
 * see sc_settings_file_prepare(). */
ScStorage *sc_storage_save_as (const ScSolution *solution, const char *path, GError **error);
/* Writes solution to a new place, and there with it everything else that the package self holds and
 * solution does not. A zip is written over a file that may be there; a folder has to be new or
 * empty. For what is no package it is sc_storage_save_as(). self is not touched. */
ScStorage *sc_storage_save_copy (const ScStorage *self,
                                 const ScSolution *solution,
                                 const char *path,
                                 GError **error);
/* Whether sc_storage_save_copy() can write that kind of all that self holds. */
gboolean sc_storage_can_copy_as (const ScStorage *self, ScStorageKind kind);
/* The part of that which makes a folder of a zip or a zip of a folder; see sc_package_convert(). */
ScStorage *sc_storage_convert (const ScStorage *self,
                               const ScSolution *solution,
                               const char *path,
                               GError **error);
/* The solution as it is in a package that was just made from it, with what only a package has
 * (unique names, the tables of flows), and what no package holds: its settings, and
 * tables and relationships that were described by hand. */
ScSolution *sc_storage_complete (const ScStorage *self, const ScSolution *solution);
/* Writes solution in place; see sc_package_save_along() for anew, which is its rewrite. Refused
 * with SC_FILE_ERROR_CHANGED when a file that would be written is not what was read or written
 * last, up to the moment in which it is replaced; see ScFileChange.expected. */
ScStorage *
sc_storage_save (const ScStorage *self, const ScSolution *solution, gboolean anew, GError **error);
ScStorage *sc_storage_ref (const ScStorage *self);
void sc_storage_unref (ScStorage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScStorage, sc_storage_unref)

ScStorageKind sc_storage_get_kind (const ScStorage *self);
const char *sc_storage_get_path (const ScStorage *self);
const ScSolution *sc_storage_get_solution (const ScStorage *self);
/* What is behind it: either a package, or the bytes of a definition; the other one is NULL. Both
 * belong to the storage. */
const ScPackage *sc_storage_get_package (const ScStorage *self);
GBytes *sc_storage_get_bytes (const ScStorage *self);
const char *const *sc_storage_get_notes (const ScStorage *self);
/* Those that before has not. Free with g_strfreev(). */
char **sc_storage_list_new_notes (const ScStorage *self, const ScStorage *before);
/* TRUE when the files of both hold the same, and nothing of other could not be read that could be
 * read of self; settings beside a package are no part of it. */
gboolean sc_storage_holds_same (const ScStorage *self, const ScStorage *other);
/* NULL when solution can be saved in place; else why not. Free with g_free(). */
char *sc_storage_explain_unsaveable (const ScStorage *self, const ScSolution *solution);
/* What of solution the format has no place for, although it can be saved, in a sentence for the
 * person; NULL when there is nothing. Free with g_free(). */
char *sc_storage_explain_left_out (const ScStorage *self, const ScSolution *solution);
/* See sc_package_get_difference(), sc_package_find_rewrite() and sc_package_accept_rewrite(): where
 * there is no package there is no difference. */
gboolean sc_storage_get_difference (
    const ScStorage *self, const char *flow, guint *line, GBytes **held, GBytes **written);
const char *sc_storage_find_rewrite (const ScStorage *self, const ScSolution *solution);
ScStorage *sc_storage_accept_rewrite (const ScStorage *self, const char *flow);

G_END_DECLS
