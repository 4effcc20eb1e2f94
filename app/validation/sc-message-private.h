/* sc-message-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The message of a problem: as g_strdup_vprintf() makes it, but that each text in it has at most
 * SC_MAX_QUOTED characters, however long the name is that a file has, and is UTF-8. format has no
 * other conversions than %s, %d and %u, with positions (%2$s) or without. Free with g_free(). */
char *sc_message_format (const char *format, va_list args) G_GNUC_PRINTF (1, 0);

G_END_DECLS
