/* sc-leftover.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* Unsaved work that a process left behind when it ended (see sc-recovery.h). While there is an
 * ScLeftover no other process gets the work. */
typedef struct _ScLeftover ScLeftover;

/* More or older work than this is removed when it is listed, but not the first time; old work when
 * it was listed on so many days, whatever the clock says. */
#define SC_LEFTOVER_MAX             50
#define SC_LEFTOVER_MAX_DAYS        90
#define SC_LEFTOVER_MIN_DAYS_LISTED 10

/* The newest first; those that other processes are working on are left out. Reads no solution.
 * Free with g_ptr_array_unref(). */
GPtrArray *sc_leftover_list (const char *folder);
ScLeftover *sc_leftover_ref (ScLeftover *self);
void sc_leftover_unref (ScLeftover *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScLeftover, sc_leftover_unref)

/* What the solution is called, and the file or folder it belongs to; both NULL when there is none.
 */
const char *sc_leftover_get_title (const ScLeftover *self);
const char *sc_leftover_get_path (const ScLeftover *self);
/* Of its last edit, in seconds since 1970. */
gint64 sc_leftover_get_time (const ScLeftover *self);
/* How it was in the end, and (saved, nullable) when it was saved. NULL when a part is missing or
 * damaged; nothing is removed then. */
ScSolution *sc_leftover_read (const ScLeftover *self, ScSolution **saved, GError **error);
/* Removes the work from disk. */
void sc_leftover_discard (ScLeftover *self);

G_END_DECLS
