/* sc-shortcuts-window.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All keys, from the table of commands. */
void sc_shortcuts_window_present (GtkWindow *parent);

G_END_DECLS
