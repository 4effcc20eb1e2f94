/* sc-shorten.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* text with "…" for its middle when it has more than max characters; at least 3. Nobody reads a
 * name of thousands of characters, and a label that wraps one is measured for a second. What is
 * not UTF-8 is made so. Free with g_free(). */
char *sc_shorten (const char *text, guint max);
/* As the text of label. */
void sc_shorten_label (GtkLabel *label, const char *text, guint max);

G_END_DECLS
