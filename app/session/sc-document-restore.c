/* sc-document-restore.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-document-private.h"

#include <glib/gi18n-lib.h>

/* What is where a document was kept; NULL, and *note says why, when nothing can be read there. */
static ScStorage *
find_storage (const char *path, char **note)
{
  g_autoptr (GError) error = NULL;
  ScStorage *storage = sc_storage_open (path, &error);

  if (storage == NULL)
    *note = g_strdup_printf (_ ("%s The work was restored without it: save it under a name."),
                             error->message);
  return storage;
}

/* The document as it was when the work was begun. */
static ScDocument *
make_document (const ScSolution *saved, const ScStorage *storage)
{
  ScDocument *document;

  if (storage != NULL && sc_solution_equal (sc_storage_get_solution (storage), saved))
    return sc_document_new_for_storage (storage);
  document = sc_document_new_from (saved);
  document->orphaned = TRUE;
  if (storage != NULL)
    sc_document_find_changed (document, storage);
  return document;
}

static char *
note_taken (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  return g_strdup_printf (_ ("“%s” is open and has been changed. The work was restored on its own: "
                             "save it under a name."),
                          name);
}

/* Where only the file was lost, nothing was edited. */
static void
commit_leftover (ScDocument *self, const ScSolution *now)
{
  if (!sc_solution_equal (sc_document_get_solution (self), now))
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
    storage = find_storage (path, note);
  document = make_document (saved, storage);
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
