/* sc-long-text.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-value.h"

G_BEGIN_DECLS

/* Characters, of one text of a solution. Dataverse has room for far less (labels: some hundred,
 * descriptions: 2000, the longest text of a record: 1048576). However a format escapes a text of
 * that length, it stays within what is read as one attribute. */
#define SC_TEXT_MAX (128 * 1024)

/* The beginning of a text in value, or in any value that it leads to, of more than SC_TEXT_MAX
 * characters, for the person to know it by (free with g_free()); NULL when all are shorter. before,
 * unless it is NULL, is what value came from: what both share is not looked at. */
char *sc_value_find_long_text (gconstpointer value, gconstpointer before);

G_END_DECLS
