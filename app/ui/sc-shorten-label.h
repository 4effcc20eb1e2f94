/* sc-shorten-label.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* sc_shorten() as the text of label. Nobody reads a name of thousands of characters, and a label
 * that wraps one is measured for a second. */
void sc_shorten_label (GtkLabel *label, const char *text, guint max);

G_END_DECLS
