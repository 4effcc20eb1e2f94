/* sc-document.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-document-private.h"

#include "sc-edit-solution.h"
#include "sc-file-backup.h"
#include "sc-settings-file.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (ScDocument, sc_document, G_TYPE_OBJECT)

enum
{
  CHANGED,
  SAVED,
  DISK_CHANGED,
  UNPROTECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
sc_document_finalize (GObject *object)
{
  ScDocument *self = SC_DOCUMENT (object);

  sc_document_stop_looking (self);
  sc_document_unprotect (self);
  g_clear_pointer (&self->history, sc_history_free);
  g_clear_pointer (&self->storage, sc_storage_unref);
  g_clear_pointer (&self->saved, sc_solution_unref);
  g_clear_pointer (&self->validator, sc_validator_free);
  g_clear_pointer (&self->validated, sc_solution_unref);
  g_clear_pointer (&self->problems, sc_list_unref);
  G_OBJECT_CLASS (sc_document_parent_class)->finalize (object);
}

static void
sc_document_class_init (ScDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_document_finalize;

  signals[CHANGED] = g_signal_new ("changed", SC_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[SAVED] = g_signal_new ("saved", SC_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[DISK_CHANGED] = g_signal_new ("disk-changed", SC_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNPROTECTED] = g_signal_new ("unprotected", SC_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sc_document_init (ScDocument *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

ScDocument *
sc_document_new_from (const ScSolution *solution)
{
  ScDocument *self = g_object_new (SC_TYPE_DOCUMENT, NULL);

  self->history = sc_history_new (solution);
  self->saved = sc_solution_ref (solution);
  return self;
}

ScDocument *
sc_document_new_for_storage (const ScStorage *storage)
{
  ScDocument *self = sc_document_new_from (sc_storage_get_solution (storage));

  self->storage = sc_storage_ref (storage);
  self->base = sc_solution_ref (sc_storage_get_solution (storage));
  return self;
}

ScDocument *
sc_document_new (void)
{
  g_autoptr (ScSolution) solution = sc_edit_solution_new ();

  return sc_document_new_from (solution);
}

ScDocument *
sc_document_open (const char *path, GError **error)
{
  g_autoptr (ScStorage) storage = sc_storage_open (path, error);

  return storage != NULL ? sc_document_new_for_storage (storage) : NULL;
}

const ScSolution *
sc_document_get_solution (ScDocument *self)
{
  return sc_history_get_current (self->history);
}

const ScList *
sc_document_get_problems (ScDocument *self)
{
  const ScSolution *solution = sc_document_get_solution (self);
  ScList *problems;

  if (self->validated == solution)
    return self->problems;

  if (self->validator == NULL)
    self->validator = sc_validator_new ();
  problems = sc_validator_run (self->validator, solution);
  g_clear_pointer (&self->problems, sc_list_unref);
  self->problems = problems;
  g_clear_pointer (&self->validated, sc_solution_unref);
  self->validated = sc_solution_ref (solution);
  return self->problems;
}

ScHistory *
sc_document_get_history (ScDocument *self)
{
  return self->history;
}

const ScStorage *
sc_document_get_storage (ScDocument *self)
{
  return self->storage;
}

char *
sc_document_dup_place (ScDocument *self)
{
  if (self->storage == NULL)
    return g_strdup (_ ("Unsaved"));
  return g_filename_display_basename (sc_storage_get_path (self->storage));
}

const ScSolution *
sc_document_get_saved (ScDocument *self)
{
  return self->saved;
}

gboolean
sc_document_is_modified (ScDocument *self)
{
  return sc_document_get_solution (self) != self->saved;
}

gboolean
sc_document_would_be_lost (ScDocument *self)
{
  const ScDisk *disk = self->disk;

  return sc_document_is_modified (self) || self->orphaned
         || (disk != NULL && (disk->state == SC_DISK_GONE || disk->state == SC_DISK_UNREADABLE));
}

/* Undoing what was done since the last save leaves nothing to lose either. */
void
sc_document_update_protection (ScDocument *self)
{
  if (self->recovery == NULL)
    return;
  if (sc_document_would_be_lost (self))
    sc_recovery_keep (self->recovery, sc_document_get_solution (self), self->saved,
                      self->storage != NULL ? sc_storage_get_path (self->storage) : NULL);
  else
    sc_recovery_forget (self->recovery);
}

static void
unprotected_cb (const char *message, gpointer data)
{
  g_signal_emit (data, signals[UNPROTECTED], 0, message);
}

void
sc_document_protect (ScDocument *self, const char *folder)
{
  if (self->recovery != NULL)
    return;
  self->recovery = sc_recovery_new (folder, unprotected_cb, self);
  sc_document_update_protection (self);
}

void
sc_document_unprotect (ScDocument *self)
{
  g_clear_pointer (&self->recovery, sc_recovery_free);
}

gboolean
sc_document_flush (ScDocument *self)
{
  return self->recovery != NULL && sc_recovery_flush (self->recovery);
}

static void
emit_changed (ScDocument *self, ScSolution *before)
{
  const ScSolution *after = sc_document_get_solution (self);

  if (after != before)
    {
      sc_document_update_protection (self);
      g_signal_emit (self, signals[CHANGED], 0, before, after);
    }
  sc_solution_unref (before);
}

char *
sc_document_explain_left_out (ScDocument *self)
{
  return self->storage != NULL
             ? sc_storage_explain_left_out (self->storage, sc_document_get_solution (self))
             : NULL;
}

void
sc_document_commit (ScDocument *self, const ScSolution *after, const char *name, const char *group)
{
  ScSolution *before = sc_solution_ref (sc_document_get_solution (self));

  sc_history_commit (self->history, after, name, group);
  emit_changed (self, before);
}

void
sc_document_undo (ScDocument *self)
{
  ScSolution *before = sc_solution_ref (sc_document_get_solution (self));

  sc_history_undo (self->history);
  emit_changed (self, before);
}

void
sc_document_redo (ScDocument *self)
{
  ScSolution *before = sc_solution_ref (sc_document_get_solution (self));

  sc_history_redo (self->history);
  emit_changed (self, before);
}

void
sc_document_emit_disk_changed (ScDocument *self)
{
  g_signal_emit (self, signals[DISK_CHANGED], 0);
}

void
sc_document_adopt (ScDocument *self,
                   const ScStorage *storage,
                   const ScSolution *saved,
                   const ScSolution *base)
{
  g_autoptr (ScStorage) storage_before = self->storage;
  g_autoptr (ScSolution) saved_before = self->saved;
  g_autoptr (ScSolution) base_before = self->base;
  g_autoptr (ScDisk) noticed = g_steal_pointer (&self->disk);

  self->storage = sc_storage_ref (storage);
  self->saved = sc_solution_ref (saved);
  self->base = base != NULL ? sc_solution_ref (base) : NULL;
  self->orphaned = FALSE;
  sc_history_close_group (self->history);
  sc_document_update_protection (self);
  g_signal_emit (self, signals[SAVED], 0);
  if (noticed != NULL)
    sc_document_emit_disk_changed (self);
}

/* Takes over the storage; NULL leaves everything as it is. */
static gboolean
adopt_storage (ScDocument *self, ScStorage *storage, const ScSolution *solution)
{
  g_autoptr (ScStorage) written = storage;

  if (written == NULL)
    return FALSE;
  sc_document_adopt (self, written, solution, NULL);
  sc_document_wrote (self);
  return TRUE;
}

guint
sc_document_get_difference (ScDocument *self, const char *flow)
{
  guint line = 0;

  if (self->storage != NULL)
    sc_storage_get_difference (self->storage, flow, &line, NULL, NULL);
  return line;
}

void
sc_document_accept_rewrite (ScDocument *self, const char *flow)
{
  ScStorage *storage;

  if (sc_document_get_difference (self, flow) == 0)
    return;
  storage = sc_storage_accept_rewrite (self->storage, flow);
  sc_storage_unref (self->storage);
  self->storage = storage;
  g_signal_emit (self, signals[SAVED], 0);
}

void
sc_document_set_keeps_previous (ScDocument *self, gboolean keeps)
{
  self->keeps_previous = keeps;
}

/* Holds on to what is at path, where that is asked for. FALSE when it could not be kept. */
static gboolean
hold_previous (ScDocument *self, const char *path, ScFileBackup **previous, GError **error)
{
  if (self->keeps_previous)
    *previous = sc_file_backup_new (path, error);
  return !self->keeps_previous || *previous != NULL;
}

gboolean
sc_document_save (ScDocument *self, GError **error)
{
  const ScSolution *solution = sc_document_get_solution (self);
  g_autoptr (ScFileBackup) previous = NULL;

  if (self->storage == NULL)
    {
      g_set_error_literal (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                           _ ("The solution has no file yet. Save it under a name."));
      return FALSE;
    }
  if (!sc_document_prepare_disk (self, error))
    return FALSE;
  if (sc_document_is_modified (self)
      && !hold_previous (self, sc_storage_get_path (self->storage), &previous, error))
    return FALSE;
  if (!adopt_storage (self, sc_storage_save (self->storage, solution, FALSE, error), solution))
    return FALSE;
  if (previous != NULL)
    sc_file_backup_keep (previous);
  return TRUE;
}

/* TRUE when all there is of the solution is in a bare .xaml already. */
static gboolean
is_bare (ScDocument *self)
{
  g_autofree char *lost = NULL;

  if (self->storage == NULL || sc_storage_get_kind (self->storage) != SC_STORAGE_XAML)
    return FALSE;
  lost = sc_storage_explain_unsaveable (self->storage, sc_document_get_solution (self));
  return lost == NULL;
}

/* A package that was made from the solution gave it unique names and tables, with which it goes on.
 * FALSE for one that holds only a part of the solution. */
static gboolean
complete (ScDocument *self, const ScStorage *storage)
{
  const ScSolution *solution = sc_document_get_solution (self);
  const ScSolution *made = sc_storage_get_solution (storage);
  g_autoptr (ScSolution) after = NULL;

  if ((sc_storage_get_kind (storage) != SC_STORAGE_ZIP
       && sc_storage_get_kind (storage) != SC_STORAGE_FOLDER)
      || sc_list_length (made->flows) != sc_list_length (solution->flows)
      || sc_list_length (made->roles) != sc_list_length (solution->roles))
    return FALSE;
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (sc_solution_find_flow (made, flow->id, NULL) == NULL)
        return FALSE;
    }
  after = sc_storage_complete (storage, solution);
  if (!sc_solution_equal (after, solution))
    sc_document_commit (self, after, _ ("Save as a Package"), NULL);
  return TRUE;
}

/* Settings that lay beside the place already are those of the solution when it came without any:
 * the next save would take them away. */
static void
take_settings (ScDocument *self, const ScStorage *storage)
{
  const ScSolution *solution = sc_document_get_solution (self);
  g_autoptr (ScSolution) after = NULL;

  if (sc_settings_file_has (solution) || !sc_settings_file_has (sc_storage_get_solution (storage)))
    return;
  after = sc_solution_copy (solution);
  sc_settings_file_copy (after, sc_storage_get_solution (storage));
  sc_document_commit (self, after, _ ("Take the Settings There"), NULL);
}

/* A package goes to a new place as a whole; into a folder that is a package go only the flows. */
static ScStorage *
write_to (ScDocument *self, const char *path, GError **error)
{
  const ScSolution *solution = sc_document_get_solution (self);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  if (self->storage == NULL || (dir != NULL && g_dir_read_name (dir) != NULL))
    return sc_storage_save_as (solution, path, error);
  return sc_storage_save_copy (self->storage, solution, path, error);
}

gboolean
sc_document_save_as (ScDocument *self, const char *path, GError **error)
{
  g_autoptr (ScFileBackup) previous = NULL;
  g_autoptr (ScStorage) storage = NULL;
  g_autofree char *lost = NULL;

  if (!hold_previous (self, path, &previous, error))
    return FALSE;
  storage = write_to (self, path, error);
  if (storage == NULL)
    return FALSE;
  if (previous != NULL)
    sc_file_backup_keep (previous);
  lost = sc_storage_explain_unsaveable (storage, sc_document_get_solution (self));
  if (complete (self, storage))
    g_clear_pointer (&lost, g_free);
  if (lost != NULL && !is_bare (self))
    return TRUE;

  /* A bare flow is called like its file, so it has another name now. */
  if (lost != NULL)
    sc_document_commit (self, sc_storage_get_solution (storage), _ ("Save Under Another Name"),
                        NULL);
  take_settings (self, storage);
  return adopt_storage (self, g_steal_pointer (&storage), sc_document_get_solution (self));
}
