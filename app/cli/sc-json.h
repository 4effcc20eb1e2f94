/* sc-json.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON, indented, in UTF-8 whatever the locale is. The caller opens and closes in pairs;
 * commas and line ends come by themselves. */
typedef struct _ScJson ScJson;

ScJson *sc_json_new (void);
/* Appends what was written since the last time: a long document need not be held in memory. */
void sc_json_move_text (ScJson *self, GString *to);
/* The (rest of the) text, with a line end behind it; free with g_free(). Ends the writer. */
char *sc_json_finish (ScJson *self);

/* key is NULL for an item of an array and for the outermost value. */
void sc_json_begin_object (ScJson *self, const char *key);
void sc_json_end_object (ScJson *self);
void sc_json_begin_array (ScJson *self, const char *key);
void sc_json_end_array (ScJson *self);
/* Writes nothing when text is NULL: keys that do not apply are left out. Bytes that are not UTF-8
 * become U+FFFD. */
void sc_json_add_string (ScJson *self, const char *key, const char *text);
void sc_json_add_int (ScJson *self, const char *key, gint64 number);
void sc_json_add_boolean (ScJson *self, const char *key, gboolean value);

G_END_DECLS
