/* sc-drag-note.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a drag of the desktop be seen as a note that says what is dragged, below the pointer: not
 * over the place it goes to, nor what is said beside that. For its "drag-begin". */
void sc_drag_note_show (GdkDrag *drag, const char *text);

G_END_DECLS
