/* sc-file-backup.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"

G_BEGIN_DECLS

/* The file at a path as it was before a save, under another name: that path with SC_FILE_BACKUP. */
typedef struct _ScFileBackup ScFileBackup;

#define SC_FILE_BACKUP "~"

/* Before the save: holds on to what is there, which costs a second name of the file and no room. It
 * is empty where there is no file but a folder or nothing. NULL with an error when it could not be
 * kept later. */
ScFileBackup *sc_file_backup_new (const char *path, GError **error);
/* The same, for a save that may be taken back, and keeps nothing. */
ScFileBackup *sc_file_backup_hold (const char *path, GError **error);
/* After it: keeps that in place of what was kept before. The save has been done, so it is no error
 * when that cannot be done in the end. */
void sc_file_backup_keep (ScFileBackup *self);
/* Takes the save back: what was there is there again, or nothing, as far as that can be done. */
void sc_file_backup_put_back (ScFileBackup *self);
/* What was not kept is let go. */
void sc_file_backup_free (ScFileBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFileBackup, sc_file_backup_free)

G_END_DECLS
