/* sc-document-restore.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-document.h"

#include <glib/gi18n-lib.h>

/* What a document had on disk when its work was left behind. */
static ScStorage *
find_storage (const char *path, const ScSolution *saved, char **note)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_name (path);
  ScStorage *storage = sc_storage_open (path, &error);

  if (storage == NULL)
    *note = g_strdup_printf (_ ("%s The work was restored without it: save it under a name."),
                             error->message);
  else if (!sc_solution_equal (sc_storage_get_solution (storage), saved))
    {
      *note = g_strdup_printf (_ ("“%s” has changed since this work was begun. It was restored on "
                                  "its own, so that saving does not write over those changes: save "
                                  "it under a name."),
                               name);
      g_clear_pointer (&storage, sc_storage_unref);
    }
  return storage;
}

static char *
note_taken (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  return g_strdup_printf (_ ("“%s” is open and has been changed. The work was restored on its own: "
                             "save it under a name."),
                          name);
}

static void
commit_leftover (ScDocument *self, const ScSolution *now)
{
  sc_document_commit (self, now, _ ("Restore Unsaved Work"), NULL);
}

ScDocument *
sc_document_restore (const ScLeftover *leftover, gboolean taken, char **note, GError **error)
{
  const char *path = sc_leftover_get_path (leftover);
  g_autoptr (ScSolution) saved = NULL;
  g_autoptr (ScSolution) now = sc_leftover_read (leftover, &saved, error);
  g_autoptr (ScStorage) storage = NULL;
  ScDocument *document;

  *note = NULL;
  if (now == NULL)
    return NULL;
  if (path != NULL && taken)
    *note = note_taken (path);
  else if (path != NULL)
    storage = find_storage (path, saved, note);
  document = storage != NULL ? sc_document_new_for_storage (storage) : sc_document_new_from (saved);
  commit_leftover (document, now);
  return document;
}

gboolean
sc_document_take_leftover (ScDocument *self, const ScLeftover *leftover)
{
  g_autoptr (ScSolution) saved = NULL;
  g_autoptr (ScSolution) now = sc_leftover_read (leftover, &saved, NULL);

  if (now == NULL || !sc_solution_equal (sc_document_get_solution (self), saved))
    return FALSE;
  commit_leftover (self, now);
  return TRUE;
}
