/* sc-list-diff.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At position, n_removed items go and n_added come. */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} ScSplice;

/* What makes before into after, with as few items touched as can be: an array of ScSplice, done one
 * after the other from the first; a position counts what the ones before it did. Items are
 * compared by pointer and are in each list once. Where that were more than max_splices it is one
 * splice of all that lies between what both ends share. Free with g_array_unref(). */
GArray *sc_list_diff (gpointer const *before,
                      guint n_before,
                      gpointer const *after,
                      guint n_after,
                      guint max_splices);

G_END_DECLS
