/* sc-name.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of tables, columns, relationships and privileges are compared without regard to (ASCII)
 * case; two NULLs are not equal. */
gboolean sc_name_equal (const char *a, const char *b);
/* For hash tables; name is not NULL. */
guint sc_name_hash (gconstpointer name);

G_END_DECLS
