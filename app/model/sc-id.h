/* sc-id.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ids are GUIDs in the form Dataverse writes into XAML: lower case, with dashes, no braces.
 * Readers keep an id exactly as they found it; compare with sc_id_equal(). */

/* A fresh random id; free with g_free(). */
char *sc_id_new (void);
/* TRUE for 8-4-4-4-12 hexadecimal digits, with or without braces, in either case. */
gboolean sc_id_is_valid (const char *text);
/* Compares without regard to case and braces; two NULLs are not equal. */
gboolean sc_id_equal (const char *a, const char *b);
guint sc_id_hash (gconstpointer id);
/* Lower case without braces; NULL when text is not an id. */
char *sc_id_normalize (const char *text);

G_END_DECLS
