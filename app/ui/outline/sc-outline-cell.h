/* sc-outline-cell.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-outline-text.h"

G_BEGIN_DECLS

/* One cell of the outline. It draws itself, so that typing makes nothing else be laid out again,
 * and can hold an entry over its text. */
#define SC_TYPE_OUTLINE_CELL (sc_outline_cell_get_type ())
G_DECLARE_FINAL_TYPE (ScOutlineCell, sc_outline_cell, SC, OUTLINE_CELL, GtkWidget)

typedef enum
{
  SC_OUTLINE_PART_TEXT,
  SC_OUTLINE_PART_EXPANDER,
  SC_OUTLINE_PART_BADGE,
  SC_OUTLINE_PART_CHECK
} ScOutlinePart;

GtkWidget *sc_outline_cell_new (ScEditor *editor, ScOutlineColumn column);

ScOutlineColumn sc_outline_cell_get_column (ScOutlineCell *self);
/* NULL as long as nothing is shown. */
ScOutlineItem *sc_outline_cell_get_item (ScOutlineCell *self);
/* Shows the item as it is now. What it is called is for the caller to say. */
void sc_outline_cell_set_item (ScOutlineCell *self, ScOutlineItem *item);
/* The drawn text, as is. */
const char *sc_outline_cell_get_text (ScOutlineCell *self);
ScOutlinePart sc_outline_cell_pick (ScOutlineCell *self, double x);

/* Puts entry, a widget without a parent, over the text; NULL takes the one that is there away. */
void sc_outline_cell_set_entry (ScOutlineCell *self, GtkWidget *entry);

G_END_DECLS
