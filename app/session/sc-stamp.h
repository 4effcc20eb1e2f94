/* sc-stamp.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-storage.h"

G_BEGIN_DECLS

/* What the file system says of everything that a storage is read from: enough to know that nothing
 * was written, and much cheaper than reading. Looks at files: on a worker. */
typedef struct
{
  char *text;       /* NULL when it says nothing: something was written just now */
  GPtrArray *files; /* paths (owned) to watch: the storage's, what it is a link to, its settings */
  GPtrArray *folders; /* of a folder: it and those in it, at most SC_STAMP_MAX_FOLDERS */
} ScStamp;

/* A solution of a hundred flows has some dozens of folders; each one costs a watch of the kernel,
 * of which a person has as few as 8,192 (fs.inotify.max_user_watches). */
#define SC_STAMP_MAX_FOLDERS 256
/* Names in a folder and below; what comes behind them is found out when it is saved. */
#define SC_STAMP_MAX_NAMES 20000

ScStamp *sc_stamp_new (const ScStorage *storage);
void sc_stamp_free (ScStamp *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScStamp, sc_stamp_free)

G_END_DECLS
