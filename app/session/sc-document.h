/* sc-document.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-disk.h"
#include "sc-history.h"
#include "sc-leftover.h"
#include "sc-storage.h"
#include "sc-validation.h"

G_BEGIN_DECLS

/* What is open: the current solution, its history and where it is kept. The one object of the
 * core. Signal: changed (gpointer before, gpointer after), both const ScSolution *, on every
 * commit, undo and redo; "saved" when storage or the saved state changed; "disk-changed" when
 * sc_document_get_disk() did; unprotected (const char *message) when unsaved work cannot be kept,
 * once until it can be again. Main thread only. */
#define SC_TYPE_DOCUMENT (sc_document_get_type ())
G_DECLARE_FINAL_TYPE (ScDocument, sc_document, SC, DOCUMENT, GObject)

/* A new solution that is not on disk. */
ScDocument *sc_document_new (void);
ScDocument *sc_document_open (const char *path, GError **error);
/* What was opened elsewhere, on a worker thread. */
ScDocument *sc_document_new_for_storage (const ScStorage *storage);
/* What is in storage, as a new solution that is not on disk: a sample or a template. */
ScDocument *sc_document_new_from (const ScSolution *solution);

/* From now on every state that would be lost is kept in folder (see sc_recovery_get_folder()) until
 * it is not any more (see sc_document_would_be_lost()), or the document is closed. */
void sc_document_protect (ScDocument *self, const char *folder);
/* Removes what is kept, and keeps no more: the document is closed, by whoever has it open. Without
 * this it is so when the last reference has gone, which may be never where a program ends. */
void sc_document_unprotect (ScDocument *self);
/* Waits until the current state is kept; FALSE when it cannot be. */
gboolean sc_document_flush (ScDocument *self);
/* What was left behind, as a document with its last state unsaved; there is no edit to undo where
 * only the file was lost. It belongs to the file that it did; where that has changed since, see
 * sc_document_get_disk(). When the file has gone, cannot be read or is taken (open already), the
 * document is not on disk, and *note (free with g_free()) says why. The leftover is as it was. */
ScDocument *
sc_document_restore (const ScLeftover *leftover, gboolean taken, char **note, GError **error);
/* The same for a document that has the file open, as an edit of it. FALSE when it is not as it was
 * when the work was begun. */
gboolean sc_document_take_leftover (ScDocument *self, const ScLeftover *leftover);

const ScSolution *sc_document_get_solution (ScDocument *self);
/* All problems (of ScProblem) of the current solution, found when they are first asked for. Belongs
 * to the document, until its solution changes; the same list as before when nothing about it is
 * another. */
const ScList *sc_document_get_problems (ScDocument *self);
ScHistory *sc_document_get_history (ScDocument *self);
const ScStorage *sc_document_get_storage (ScDocument *self); /* nullable */
/* The file or folder name, or "Unsaved"; translated. Free with g_free(). */
char *sc_document_dup_place (ScDocument *self);
/* What was read or saved last; what a new document began with. */
const ScSolution *sc_document_get_saved (ScDocument *self);
gboolean sc_document_is_modified (ScDocument *self);
/* Whether closing the document loses something: what is modified, and what no file holds, as far as
 * is known (see sc_document_get_disk()) and others have taken away what did. */
gboolean sc_document_would_be_lost (ScDocument *self);
/* What saving in place will not keep, in a sentence, or NULL: ask before saving. */
char *sc_document_explain_left_out (ScDocument *self);

/* Makes after the current solution. Nothing happens when it already is. See sc_history_commit()
 * for name and group. */
void
sc_document_commit (ScDocument *self, const ScSolution *after, const char *name, const char *group);
void sc_document_undo (ScDocument *self);
void sc_document_redo (ScDocument *self);

/* The line where the file of that flow holds what Stagecraft does not know; 0 when there is none,
 * or the person agreed to have it written anew. */
guint sc_document_get_difference (ScDocument *self, const char *flow);
/* Saving may write the file of that flow from its value, until the document is closed. */
void sc_document_accept_rewrite (ScDocument *self, const char *flow);

/* Whether the file that a save replaces is kept beside it, named like it with SC_FILE_BACKUP; not
 * so at first. Of a folder nothing is kept: a second folder or files of such names among its own
 * would be packed with it, and unpacked solutions live in version control. */
void sc_document_set_keeps_previous (ScDocument *self, gboolean keeps);

/* From now on what others do to the file is noticed: nobody is asked, and "disk-changed" is
 * emitted. Does nothing the second time. What only says the same in other words is followed without
 * a word, and so is what the document holds anyway. */
void sc_document_watch (ScDocument *self);
/* Notices what was done to the file, where watching is not enough (other computers, lost folders):
 * cheap when nothing was. Does nothing for a document that is not watched. */
void sc_document_look (ScDocument *self);
/* The same for everybody, and reads all there is. At the end sc_document_get_disk() is what was
 * there after this was called. */
void sc_document_look_async (ScDocument *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
gboolean sc_document_look_finish (ScDocument *self, GAsyncResult *result, GError **error);
/* What was noticed and nobody has decided on: is changed, gone or unreadable. NULL when the file is
 * as it was, for all that is known. Belongs to the document, until "disk-changed". */
const ScDisk *sc_document_get_disk (ScDocument *self);

/* What to do about a file that has changed; saving is refused before. disk is what the person has
 * seen: when it is not what sc_document_get_disk() says now, nothing happens, and FALSE is
 * returned. Afterwards it is what saving goes by.
 *
 * Theirs: what the file holds, as one edit; nothing is modified then, and undoing it brings back
 * mine. Mine: stays, and is modified; saving it writes over theirs. Merge: mine with what they have
 * changed, as one edit (see sc_merge()); *conflicts (of ScDifference; free with sc_list_unref()) is
 * where mine counts. */
gboolean sc_document_take_theirs (ScDocument *self, const ScDisk *disk);
gboolean sc_document_keep_mine (ScDocument *self, const ScDisk *disk);
gboolean sc_document_merge (ScDocument *self, const ScDisk *disk, ScList **conflicts);
/* What sc_document_merge() would give now. */
ScSolution *sc_document_try_merge (ScDocument *self, const ScDisk *disk, ScList **conflicts);
/* FALSE when the file is gone and saving cannot write it again: a folder holds more than the
 * document does. */
gboolean sc_document_can_put_back (ScDocument *self);

/* FALSE: the document is as it was, still open and still modified. SC_FILE_ERROR_CHANGED: somebody
 * else wrote the file, and nobody has decided yet. */
gboolean sc_document_save (ScDocument *self, GError **error);
/* A file that cannot hold all of the solution (a bare .xaml has no place for names and roles) is a
 * copy: it is written, but the document stays where it was kept, and modified. */
gboolean sc_document_save_as (ScDocument *self, const char *path, GError **error);

G_END_DECLS
