/* sc-check-work.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Work on several things at once whose outcome comes out in order. */

/* Called in a worker thread: makes the outcome of an item. */
typedef gpointer (*ScWorkFunc) (gpointer item, gpointer data);
/* Called in the thread of sc_check_work(), for one item after the other in their order: takes over
 * the outcome. */
typedef void (*ScTakeFunc) (gpointer outcome, guint position, gpointer data);

/* Runs work for each item on so many threads, and returns when the last outcome was taken. The
 * threads wait rather than run far ahead of what was taken, so that outcomes do not pile up behind
 * an item that takes long. */
void
sc_check_work (GPtrArray *items, guint n_threads, ScWorkFunc work, ScTakeFunc take, gpointer data);

G_END_DECLS
