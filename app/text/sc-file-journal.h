/* sc-file-journal.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-step.h"

G_BEGIN_DECLS

/* Private to sc-file-*.c: the file in which a save of several files says what it is about to do,
 * for whoever finds it after the process or the machine has died; see sc_file_settle(). It is
 * locked as long as the save lives. */

typedef struct _ScFileJournal ScFileJournal;

/* Its text: what it is, how far the save is, and a line for each step: kind, id, digest or "-", and
 * the path from the folder of the journal on, escaped as in a URI. */
#define SC_FILE_JOURNAL_HEAD "stagecraft save 1\n"
#define SC_FILE_JOURNAL_OPEN "open\n"
#define SC_FILE_JOURNAL_DONE "done\n"
#define SC_FILE_STEP_NAMES                  \
  {                                         \
    "folder", "create", "replace", "remove" \
  }

/* The name of the journal in the folder; see sc_file_write_all() for base. Free with g_free(). */
char *sc_file_journal_get_name (const char *base);

/* Writes what the steps (of ScFileStep) will do, before the first of them begins, into an open
 * folder, which stays open as long; path is its real path. Steps that do not lie in there are left
 * out. NULL with errno set. */
ScFileJournal *
sc_file_journal_open (int folder, const char *path, const char *base, GPtrArray *steps);
/* From now on the steps hold, even when the machine dies. FALSE with errno set: they do not. */
gboolean sc_file_journal_commit (ScFileJournal *self);
/* Whether somebody has settled it meanwhile, which is to say: has undone the steps. */
gboolean sc_file_journal_is_gone (const ScFileJournal *self);
/* remove: nobody needs it any more. FALSE when it could not be removed. One that is gone is not:
 * the name may be that of another one by now. */
gboolean sc_file_journal_close (ScFileJournal *self, gboolean remove);

/* The path as the journal has it, relative to its folder (a real path); NULL when it does not lie
 * in there, or in what base names, or is hidden. Points into path. */
const char *sc_file_journal_get_relative (const char *folder, const char *base, const char *path);

G_END_DECLS
