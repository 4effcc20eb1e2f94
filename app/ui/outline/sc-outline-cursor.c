/* sc-outline-cursor.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-outline-private.h"

#include "sc-id.h"

static gboolean
get_part (ScOutlineItem *item, ScPart *part)
{
  ScOutlineKind kind = item != NULL ? sc_outline_item_get_kind (item) : SC_OUTLINE_ADD_STAGE;

  if (kind != SC_OUTLINE_STAGE && kind != SC_OUTLINE_STEP)
    return FALSE;
  *part = (ScPart){ kind == SC_OUTLINE_STEP ? SC_PART_STEP : SC_PART_STAGE,
                    sc_outline_item_get_id (item) };
  return part->id != NULL;
}

gboolean
sc_outline_view_has_focus (ScOutlineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table));
}

void
sc_outline_view_set_cursor (ScOutlineView *self, ScOutlineItem *item)
{
  g_set_object (&self->cursor, item);
  self->line = sc_outline_list_get_position (self->list, item);
}

/* The list scrolls down and up only. */
static void
scroll_to_column (ScOutlineView *self, GtkWidget *cell)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (cell, GTK_WIDGET (self->table), &bounds))
    return;
  gtk_adjustment_clamp_page (adjustment, value + bounds.origin.x,
                             value + bounds.origin.x + bounds.size.width);
}

void
sc_outline_view_show_cursor (ScOutlineView *self)
{
  self->line = sc_outline_list_get_position (self->list, self->cursor);
  if (self->line != G_MAXUINT)
    gtk_widget_activate_action (sc_outline_view_get_rows (self), "list.scroll-to-item", "u",
                                self->line);
}

void
sc_outline_view_focus (ScOutlineView *self)
{
  ScOutlineCell *cell;

  if (self->cursor == NULL)
    return;
  sc_outline_view_show_cursor (self);
  cell = sc_outline_view_find_cell (self, self->cursor, self->column);
  if (cell != NULL && !gtk_widget_get_focusable (GTK_WIDGET (cell)))
    cell = sc_outline_view_find_cell (self, self->cursor, 0);
  if (cell == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  scroll_to_column (self, GTK_WIDGET (cell));
}

static void
mark_part (ScOutlineView *self, ScPart part, ScOutlineMark mark)
{
  switch (mark)
    {
    case SC_OUTLINE_EXTEND:
      sc_editor_extend_to (self->editor, part, FALSE);
      break;
    case SC_OUTLINE_TOGGLE:
      sc_editor_toggle_part (self->editor, part);
      break;
    case SC_OUTLINE_SELECT:
      if (part.kind == SC_PART_STEP)
        sc_editor_select_step (self->editor, part.id);
      else
        sc_editor_select_stage (self->editor, part.id);
      break;
    case SC_OUTLINE_KEEP:
    default:
      break;
    }
}

void
sc_outline_view_go_to (ScOutlineView *self, ScOutlineItem *item, guint column, ScOutlineMark mark)
{
  g_autoptr (ScOutlineItem) kept = item != NULL ? g_object_ref (item) : NULL;
  ScPart part;

  if (item == NULL)
    return;
  self->tabbing = FALSE;
  sc_outline_view_end_editing (self);
  self->column = MIN (column, self->columns->len - 1);
  sc_outline_view_set_cursor (self, kept);
  sc_outline_view_focus (self);
  if (get_part (kept, &part))
    mark_part (self, part, mark);
}

gboolean
sc_outline_view_go_by (ScOutlineView *self, int by, ScOutlineMark mark)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint line = sc_outline_list_get_position (self->list, self->cursor);
  gint64 target;

  if (n == 0)
    return FALSE;
  if (line == G_MAXUINT)
    line = MIN (self->line, n - 1);
  target = CLAMP ((gint64) line + by, 0, (gint64) n - 1);
  if (target == line)
    return FALSE;
  sc_outline_view_go_to (self, sc_outline_list_get (self->list, (guint) target), self->column,
                         mark);
  return TRUE;
}

static ScOutlineItem *
find_selected (ScOutlineView *self, ScSelection selection)
{
  ScOutlineItem *item = NULL;

  if (selection.kind == SC_SELECTED_NOTHING)
    return NULL;
  if (selection.kind != SC_SELECTED_STEP)
    return sc_outline_list_find (self->list, SC_OUTLINE_STAGE, selection.stage);
  item = sc_outline_list_find (self->list, SC_OUTLINE_STEP, selection.step);
  if (item != NULL)
    return item;
  /* It may be folded away. */
  item = sc_outline_list_find (self->list, SC_OUTLINE_STAGE, selection.stage);
  if (item != NULL)
    sc_outline_list_set_folded (self->list, item, FALSE);
  return sc_outline_list_find (self->list, SC_OUTLINE_STEP, selection.step);
}

void
sc_outline_view_follow_selection (ScOutlineView *self)
{
  ScOutlineItem *item = find_selected (self, sc_editor_get_selection (self->editor));

  sc_outline_list_set_parts (self->list, sc_editor_get_parts (self->editor));
  if (item == NULL || item == self->cursor)
    return;
  if (self->edited != NULL && sc_outline_cell_get_item (self->edited) != item)
    sc_outline_view_end_editing (self);
  sc_outline_view_set_cursor (self, item);
  if (sc_outline_view_has_focus (self))
    sc_outline_view_focus (self);
  else
    sc_outline_view_show_cursor (self);
}

void
sc_outline_view_restore_cursor (ScOutlineView *self, gboolean had_focus)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint line
      = self->cursor != NULL ? sc_outline_list_get_position (self->list, self->cursor) : G_MAXUINT;

  if (n == 0)
    {
      g_clear_object (&self->cursor);
      return;
    }
  if (line == G_MAXUINT)
    g_set_object (&self->cursor, sc_outline_list_get (self->list, MIN (self->line, n - 1)));
  self->line = sc_outline_list_get_position (self->list, self->cursor);
  if (had_focus && self->entry == NULL && (line == G_MAXUINT || !sc_outline_view_has_focus (self)))
    sc_outline_view_focus (self);
}

static void
go_to_column (ScOutlineView *self, int column)
{
  ScOutlineKind kind = sc_outline_item_get_kind (self->cursor);
  gboolean adds = kind == SC_OUTLINE_ADD_STEP || kind == SC_OUTLINE_ADD_STAGE;

  if (adds || column < 0 || column >= (int) self->columns->len)
    return;
  sc_outline_view_go_to (self, self->cursor, (guint) column, SC_OUTLINE_KEEP);
}

/* As in a tree in the first column; from cell to cell behind it. */
void
sc_outline_view_go_beside (ScOutlineView *self, gboolean forward)
{
  ScOutlineItem *item = self->cursor;
  gboolean is_stage;

  if (item == NULL)
    return;
  is_stage = sc_outline_item_get_kind (item) == SC_OUTLINE_STAGE;
  if (self->column == 0 && is_stage && sc_outline_item_get_facts (item)->folded == forward)
    sc_outline_list_set_folded (self->list, item, !forward);
  else if (self->column == 0 && !forward && !is_stage
           && sc_outline_item_get_facts (item)->stage != NULL)
    sc_outline_view_go_to (self,
                           sc_outline_list_find (self->list, SC_OUTLINE_STAGE,
                                                 sc_outline_item_get_facts (item)->stage->id),
                           0, SC_OUTLINE_SELECT);
  else
    go_to_column (self, (int) self->column + (forward ? 1 : -1));
}
