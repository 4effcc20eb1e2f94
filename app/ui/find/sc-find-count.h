/* sc-find-count.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-finder.h"

G_BEGIN_DECLS

/* "3 of 17", "17 matches" or "No matches"; "" where nothing is looked for, or nothing can be found.
 * Free with g_free(). */
char *sc_find_dup_count (ScFinder *finder, gboolean looks);

G_END_DECLS
