/* sc-find-line.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two children: an entry, which takes what room there is, and the buttons that go with it behind it
 * or, where that would leave too little of the entry, below. */
#define SC_TYPE_FIND_LINE (sc_find_line_get_type ())
G_DECLARE_FINAL_TYPE (ScFindLine, sc_find_line, SC, FIND_LINE, GtkWidget)

/* Lets the entries of two lines end in the same place, where the other line has its buttons
 * behind. other is not owned; it has to live as long as self. */
void sc_find_line_align (ScFindLine *self, ScFindLine *other);

G_END_DECLS
