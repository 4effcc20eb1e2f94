/* sc-recovery-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-recovery.h"

G_BEGIN_DECLS

/* The files of one document's unsaved work:
 *
 *   lock          locked by the process that owns the work
 *   work          a key file: of what, since when, and the parts of both solutions
 *   listed        there once somebody has been told of the work
 *   N.stagecraft  parts: all of a solution but its flows, or nothing but flows
 *
 * A solution is listed as the number of the part without flows, and for each flow the part and its
 * position in it: "3:0". */
#define SC_RECOVERY_LOCK    "lock"
#define SC_RECOVERY_WORK    "work"
#define SC_RECOVERY_LISTED  "listed"
#define SC_RECOVERY_GROUP   "Work"
#define SC_RECOVERY_NOW     "Now"
#define SC_RECOVERY_SAVED   "Saved"
#define SC_RECOVERY_VERSION 1

char *sc_recovery_dup_part (const char *folder, guint64 part);
/* Opens and locks the lock file; -1 when there is none, or another process has it. */
int sc_recovery_lock (const char *folder, gboolean create);
/* Removes the folder and what belongs in it. */
void sc_recovery_remove (const char *folder);
/* Removes the files of the parts that keep (a set of numbers) does not have; NULL: of all. */
void sc_recovery_remove_parts (const char *folder, GHashTable *keep);

/* What writes: knows which flows are on disk already. */
typedef struct _ScRecoveryWriter ScRecoveryWriter;

ScRecoveryWriter *sc_recovery_writer_new (const char *parent);
/* Removes everything. */
void sc_recovery_writer_free (ScRecoveryWriter *self);
gboolean sc_recovery_writer_write (ScRecoveryWriter *self,
                                   const ScSolution *now,
                                   const ScSolution *saved,
                                   const char *path,
                                   GError **error);
/* Nothing is left that could be found. */
void sc_recovery_writer_clear (ScRecoveryWriter *self);

G_END_DECLS
