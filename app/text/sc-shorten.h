/* sc-shorten.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters of a name from a file that a message repeats: enough to find it by. */
#define SC_MAX_QUOTED 100

/* text with "…" for its middle when it has more than max characters; at least 3. What is not UTF-8
 * is made so. Free with g_free(). */
char *sc_shorten (const char *text, guint max);

G_END_DECLS
