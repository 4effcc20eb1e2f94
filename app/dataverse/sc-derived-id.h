/* sc-derived-id.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An id that follows from another one: the same owner and purpose always give the same id, other
 * ones never do. With it a form or a view keeps its id however often a flow is written, which is
 * what lets an import update it instead of adding a second one, and a copy of a flow, which has
 * an id of its own, gets forms and views of its own.
 *
 * This is the name-based UUID of RFC 4122, section 4.3 (version 5), with the owner as name space.
 * Lower case without braces; free with g_free(). */
char *sc_derived_id_new (const char *owner, const char *purpose);

G_END_DECLS
