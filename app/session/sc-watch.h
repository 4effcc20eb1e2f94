/* sc-watch.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Says that something may have happened to files and folders: once, a moment after the last of
 * many things that happen together (a checkout writes a thousand files), and from time to time
 * while they go on. Main thread only. */
typedef struct _ScWatch ScWatch;

ScWatch *sc_watch_new (void (*happened) (gpointer data), gpointer data);
void sc_watch_free (ScWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScWatch, sc_watch_free)

/* From now on these paths and no others: files, which need not be there and may be put in place by
 * a rename; and folders, with what is directly in them. What cannot be watched is left out. */
void sc_watch_set (ScWatch *self, GPtrArray *files, GPtrArray *folders);

G_END_DECLS
