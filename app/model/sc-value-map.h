/* sc-value-map.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-value.h"

G_BEGIN_DECLS

/* The text that stands instead of text in a field of that name (see ScField): text itself when it
 * stays, NULL for none. Another one may be put into scratch, which is free to be overwritten. */
typedef const char *(*ScValueMapFunc) (const char *field,
                                       const char *text,
                                       GString *scratch,
                                       gpointer data);

/* value with every text in it, at any depth, mapped. What holds no text that changes is shared, so
 * the result is value itself (with a reference for the caller) when nothing does. NULL gives
 * NULL. */
gpointer sc_value_map_texts (gconstpointer value, ScValueMapFunc map, gpointer data);

G_END_DECLS
