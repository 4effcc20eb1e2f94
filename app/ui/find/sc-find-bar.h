/* sc-find-bar.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"
#include "sc-find.h"

G_BEGIN_DECLS

/* Finds and replaces in the flows of the editor's document. Takes no room until it is opened. */
#define SC_TYPE_FIND_BAR (sc_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (ScFindBar, sc_find_bar, SC, FIND_BAR, GtkWidget)

typedef enum
{
  SC_FIND_OPEN,         /* as it was */
  SC_FIND_OPEN_ALL,     /* looks in all flows */
  SC_FIND_OPEN_REPLACE, /* with the line for replacing */
} ScFindMode;

GtkWidget *sc_find_bar_new (ScEditor *editor);

/* Opens the bar, or goes to it. What is selected, text or a part of the flow, is what it looks for
 * at first. */
void sc_find_bar_open (ScFindBar *self, ScFindMode mode);
/* Looks for the column of that logical name, in all flows. */
void sc_find_bar_open_column (ScFindBar *self, const char *column);
gboolean sc_find_bar_is_open (ScFindBar *self);
/* Closes it and gives the focus back. */
void sc_find_bar_close (ScFindBar *self);
/* To the next (1) or previous (-1) match, open or not; opens it while nothing is looked for. */
void sc_find_bar_step (ScFindBar *self, int direction);

G_END_DECLS
