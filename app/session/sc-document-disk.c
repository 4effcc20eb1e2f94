/* sc-document-disk.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-document-private.h"

#include "sc-file.h"
#include "sc-merge.h"

#include <glib/gi18n-lib.h>

const ScDisk *
sc_document_get_disk (ScDocument *self)
{
  g_return_val_if_fail (SC_IS_DOCUMENT (self), NULL);

  return self->disk;
}

/* Whether that is still what is there, and can be decided on. */
static gboolean
is_open (ScDocument *self, const ScDisk *disk)
{
  return disk != NULL && disk == self->disk && disk->state == SC_DISK_CHANGED;
}

gboolean
sc_document_keep_mine (ScDocument *self, const ScDisk *disk)
{
  g_return_val_if_fail (SC_IS_DOCUMENT (self), FALSE);

  if (!is_open (self, disk))
    return FALSE;
  sc_document_adopt (self, disk->storage, disk->theirs, disk->theirs);
  return TRUE;
}

/* What a package has no place for is nobody's to change but mine. */
static ScSolution *
complete (ScDocument *self, const ScDisk *disk)
{
  g_autoptr (ScList) conflicts = NULL;

  return sc_merge (disk->base, self->saved, disk->theirs, &conflicts);
}

gboolean
sc_document_take_theirs (ScDocument *self, const ScDisk *disk)
{
  g_autoptr (ScDisk) taken = NULL;
  g_autoptr (ScSolution) theirs = NULL;

  g_return_val_if_fail (SC_IS_DOCUMENT (self), FALSE);

  if (!is_open (self, disk))
    return FALSE;
  taken = sc_disk_ref (disk);
  theirs = complete (self, taken);
  sc_document_adopt (self, taken->storage, theirs, taken->theirs);
  sc_document_commit (self, theirs, _ ("Take the Changed File"), NULL);
  return TRUE;
}

ScSolution *
sc_document_try_merge (ScDocument *self, const ScDisk *disk, ScList **conflicts)
{
  return sc_merge (disk->base, sc_document_get_solution (self), disk->theirs, conflicts);
}

gboolean
sc_document_merge (ScDocument *self, const ScDisk *disk, ScList **conflicts)
{
  g_autoptr (ScDisk) merged_with = NULL;
  g_autoptr (ScSolution) merged = NULL;

  g_return_val_if_fail (SC_IS_DOCUMENT (self), FALSE);

  if (!is_open (self, disk))
    return FALSE;
  merged_with = sc_disk_ref (disk);
  merged = sc_document_try_merge (self, merged_with, conflicts);
  sc_document_adopt (self, merged_with->storage, merged_with->theirs, merged_with->theirs);
  sc_document_commit (self, merged, _ ("Merge with the Changed File"), NULL);
  return TRUE;
}

gboolean
sc_document_can_put_back (ScDocument *self)
{
  return self->disk == NULL || self->disk->state != SC_DISK_GONE
         || sc_storage_get_kind (self->storage) != SC_STORAGE_FOLDER;
}

/* Where only some files of a package would be written, saving would not even notice. */
static gboolean
refuse (ScDocument *self, GError **error)
{
  g_autofree char *place = sc_document_dup_place (self);

  if (self->disk->state == SC_DISK_UNREADABLE)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED,
                 _ ("“%s” was changed by another program and cannot be read. Nothing was written: "
                    "save elsewhere."),
                 place);
  else
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED,
                 _ ("“%s” was changed by another program since it was opened. Nothing was written. "
                    "Choose what is to be kept first."),
                 place);
  return FALSE;
}

gboolean
sc_document_prepare_disk (ScDocument *self, GError **error)
{
  const ScPackage *package = sc_storage_get_package (self->storage);

  if (self->disk == NULL)
    return TRUE;
  if (self->disk->state != SC_DISK_GONE)
    return refuse (self, error);
  return package == NULL || sc_package_put_back (package, error);
}
