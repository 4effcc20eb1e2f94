/* sc-outline-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-outline-cell.h"
#include "sc-outline-entry.h"
#include "sc-outline-list.h"
#include "sc-outline-view.h"

G_BEGIN_DECLS

/* The parts of the view, one file each. */

struct _ScOutlineView
{
  GtkWidget parent_instance;

  ScEditor *editor;
  ScOutlineList *list;
  GArray *columns; /* of ScOutlineColumn, as they stand */

  /* Where the keyboard is, or was last. */
  ScOutlineItem *cursor; /* nullable */
  guint line;            /* that the cursor was in */
  guint column;          /* position in columns */

  /* The cell that is being edited. */
  ScOutlineEntry *entry; /* in the cell; NULL: none is */
  ScOutlineCell *edited;
  guint run_column;     /* where Tab came from: Enter goes on there */
  gboolean run_touched; /* something was typed since */
  gboolean tabbing;     /* Tab goes to the next cell that can be edited, also from a check */

  const ScList *tables; /* that cells show names from */
  gboolean outdated;    /* changes were not followed, because nobody sees it */

  GtkStack *pages;
  GtkScrolledWindow *scroller;
  GtkColumnView *table;
  GtkWidget *add_button;
  GtkWidget *menu;
};

gboolean sc_outline_view_is_locked (ScOutlineView *self);

/* sc-outline-columns.c */

/* Columns for the languages that labels of the flow are in. */
void sc_outline_view_update_columns (ScOutlineView *self);
ScOutlineColumn sc_outline_view_get_column (ScOutlineView *self, guint position);
/* The list inside the table. */
GtkWidget *sc_outline_view_get_rows (ScOutlineView *self);
/* NULL when the row has no widgets now. */
ScOutlineCell *sc_outline_view_find_cell (ScOutlineView *self, ScOutlineItem *item, guint column);
/* Shows all cells anew. */
void sc_outline_view_refresh (ScOutlineView *self);

/* sc-outline-cursor.c */

/* Selects what the item stands for, too; extend and toggle are about marks. */
typedef enum
{
  SC_OUTLINE_SELECT,
  SC_OUTLINE_EXTEND,
  SC_OUTLINE_TOGGLE,
  SC_OUTLINE_KEEP
} ScOutlineMark;

gboolean sc_outline_view_has_focus (ScOutlineView *self);
/* Scrolls there and takes the focus. */
void sc_outline_view_focus (ScOutlineView *self);
void
sc_outline_view_go_to (ScOutlineView *self, ScOutlineItem *item, guint column, ScOutlineMark mark);
/* By so many rows; FALSE at the end. */
gboolean sc_outline_view_go_by (ScOutlineView *self, int by, ScOutlineMark mark);
/* Without taking the focus. */
void sc_outline_view_set_cursor (ScOutlineView *self, ScOutlineItem *item);
void sc_outline_view_show_cursor (ScOutlineView *self);
void sc_outline_view_follow_selection (ScOutlineView *self);
/* After rows have come and gone. */
void sc_outline_view_restore_cursor (ScOutlineView *self, gboolean had_focus);
/* Left and Right. */
void sc_outline_view_go_beside (ScOutlineView *self, gboolean forward);

/* sc-outline-typing.c */

/* Begins to edit the cell that the cursor is in; a check is switched. key (nullable) is typed in
 * place of what is there. FALSE when there is nothing to edit. */
gboolean sc_outline_view_edit (ScOutlineView *self, GtkEventControllerKey *key);
/* Ends it, if it is going on; keeps what was typed. */
void sc_outline_view_end_editing (ScOutlineView *self);
/* The next cell that can be edited, in this or the next row. */
void sc_outline_view_tab (ScOutlineView *self, int by);
/* Shows the value of the document in the entry, where that is another one. */
void sc_outline_view_follow_typing (ScOutlineView *self);
/* And edits its name. */
void sc_outline_view_add_step (ScOutlineView *self);
void sc_outline_view_add_stage (ScOutlineView *self);

/* sc-outline-actions.c */
void sc_outline_view_install_actions (GtkWidgetClass *klass);
/* Of the class of cells. */
void sc_outline_cell_bind_keys (GtkWidgetClass *klass);
void sc_outline_view_add_controllers (ScOutlineView *self);
void sc_outline_view_update_actions (ScOutlineView *self);
/* Of a cell. */
void sc_outline_view_watch (ScOutlineView *self, ScOutlineCell *cell);

G_END_DECLS
