/* sc-check-progress.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One line on the terminal that says how far the work is, written over again and again. There is
 * none where the standard error stream is no terminal. */
typedef struct _ScProgress ScProgress;

ScProgress *sc_progress_new (guint n_files, gboolean quiet);
/* Takes the line away as well. */
void sc_progress_free (ScProgress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScProgress, sc_progress_free)

/* So many files are done; path is the last of them. */
void sc_progress_show (ScProgress *self, guint n_done, const char *path);
/* Takes the line away, before anything else is written. */
void sc_progress_clear (ScProgress *self);

G_END_DECLS
