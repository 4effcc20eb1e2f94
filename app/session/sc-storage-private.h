/* sc-storage-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file.h"
#include "sc-storage.h"

G_BEGIN_DECLS

/* Private to sc-storage*.c. */

struct _ScStorage
{
  gatomicrefcount refs;
  ScStorageKind kind;
  char *path;
  ScSolution *solution; /* as it is on disk */
  ScPackage *package;   /* for Dataverse's own formats */
  GBytes *bytes;        /* of a definition, as it was read or written */
  GStrv notes;          /* those of the package, and one about its settings */
};

/* Takes over the package. */
ScStorage *sc_storage_new_package (ScPackage *package);
/* Takes over the bytes. */
ScStorage *sc_storage_new_definition (const char *path, const ScSolution *solution, GBytes *bytes);
gboolean sc_storage_names_definition (const char *path);
/* FALSE when somebody else wrote the settings beside the package since they were read, and saving
 * would not leave them as they are. known is filled in with what is there. */
gboolean sc_storage_settings_are_ours (const ScStorage *self,
                                       const ScSolution *solution,
                                       ScFileState *known,
                                       GError **error);

G_END_DECLS
