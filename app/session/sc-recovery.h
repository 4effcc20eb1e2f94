/* sc-recovery.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* Unsaved work of one document, kept so that it outlives the process. A worker writes what it is
 * given: values do not change, so the main thread only hands over a reference. Of many states that
 * come while one is written, the newest counts.
 *
 * It lives in a folder of its own within the one it is made for, readable by its owner only and
 * locked for as long as the process lives: who can lock it finds work that was left behind (see
 * sc-leftover.h). A flow is written again only when it changed. Whatever moment the process ends
 * at, the folder holds a whole state: what it lists is on disk before the list is replaced. */
typedef struct _ScRecovery ScRecovery;

/* Where the person's unsaved work is: below the state folder of the XDG Base Directory
 * Specification. Free with g_free(). */
char *sc_recovery_get_folder (void);

/* Work could not be written, in a sentence. Called in the main context that was the thread's when
 * the ScRecovery was made, and once until writing goes well again. */
typedef void (*ScRecoveryFailed) (const char *message, gpointer data);

/* Touches nothing on disk before there is something to keep. failed may be NULL. */
ScRecovery *sc_recovery_new (const char *folder, ScRecoveryFailed failed, gpointer data);
/* Waits for the worker and removes what was kept: the document was closed. */
void sc_recovery_free (ScRecovery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScRecovery, sc_recovery_free)

/* now is what would be lost, saved what is on disk at path (NULL: nowhere yet). */
void sc_recovery_keep (ScRecovery *self,
                       const ScSolution *now,
                       const ScSolution *saved,
                       const char *path);
/* Everything is saved: what was kept goes. */
void sc_recovery_forget (ScRecovery *self);
/* Waits until what was handed over is done with. FALSE: the last of it could not be written. */
gboolean sc_recovery_flush (ScRecovery *self);

G_END_DECLS
