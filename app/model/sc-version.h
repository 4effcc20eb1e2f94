/* sc-version.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Versions of solutions are two to four numbers up to 2147483647 with a point between, as
 * System.Version in .NET takes them. */

/* FALSE for NULL, too. */
gboolean sc_version_is_valid (const char *version);
/* The next one: 1.0.0.7 becomes 1.0.0.8; a last number that cannot grow becomes 0, and the one
 * before it grows. NULL when version is none, or the greatest. Free with g_free(). */
char *sc_version_raise (const char *version);

G_END_DECLS
