/* located-text.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-locator.h"

G_BEGIN_DECLS

/* What stands where a location points, found by counting lines and characters in the file, as an
 * editor does. */

/* The rest of the file from there on; free with g_free(). */
char *located_text_read (const ScLocation *location);
/* The element or attribute that text begins with, up to its end; free with g_free(). */
char *located_text_cut (const char *text);

G_END_DECLS
