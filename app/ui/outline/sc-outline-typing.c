/* sc-outline-typing.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-outline-private.h"

#include "sc-category-choices.h"
#include "sc-outline-edit.h"
#include "sc-table-choices.h"

static ScHistory *
get_history (ScOutlineView *self)
{
  return sc_document_get_history (sc_editor_get_document (self->editor));
}

static int
get_language (ScOutlineView *self, ScOutlineColumn column)
{
  return column.field == SC_OUTLINE_LABEL ? column.language : sc_editor_get_language (self->editor);
}

/* Choices ------------------------------------------------------------------------------------- */

static GListStore *
list_choices (ScOutlineView *self, ScOutlineItem *item, ScOutlineColumn column)
{
  GListStore *store = g_list_store_new (SC_TYPE_CHOICE);
  const ScStage *stage = sc_outline_item_get_facts (item)->stage;

  if (column.field == SC_OUTLINE_TYPE)
    sc_category_choices_fill (store, stage->category);
  else if (sc_outline_item_get_kind (item) == SC_OUTLINE_STEP)
    sc_column_choices_fill (store, self->editor, stage->table);
  else
    sc_table_choices_fill (store, self->editor);
  return store;
}

static void
add_choices (ScOutlineView *self, ScOutlineItem *item, ScOutlineColumn column)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (item);
  ScChoiceOther other = sc_table_choices_other;
  g_autoptr (GListStore) choices = list_choices (self, item, column);
  g_autofree char *current = NULL;

  if (column.field == SC_OUTLINE_TYPE)
    {
      other = sc_category_choices_other;
      current = sc_category_dup_id (facts->stage->category);
    }
  else if (facts->step != NULL)
    {
      other = sc_column_choices_other;
      current = g_strdup (facts->step->column);
    }
  else
    {
      current = g_strdup (facts->stage->table);
    }
  sc_outline_entry_set_choices (self->entry, G_LIST_MODEL (choices), current, other, NULL);
}

static void
choose (ScOutlineView *self, ScOutlineItem *item, ScOutlineColumn column, const char *id)
{
  if (column.field == SC_OUTLINE_TYPE)
    sc_outline_set_category (self->editor, item, id);
  else if (id != NULL)
    sc_outline_set_binding (self->editor, item, id);
}

/* The end ------------------------------------------------------------------------------------- */

/* Takes the entry away. What it has taken away with it is focused again by whoever asked. */
static void
take_entry (ScOutlineView *self)
{
  ScOutlineCell *cell = g_steal_pointer (&self->edited);

  self->entry = NULL;
  if (cell != NULL)
    {
      sc_outline_cell_set_entry (cell, NULL);
      g_object_unref (cell);
    }
  if (sc_editor_get_document (self->editor) != NULL)
    sc_history_close_group (get_history (self));
  sc_outline_view_update_columns (self);
}

/* What was typed in this visit is undone, unless something else was done since. */
static void
give_up (ScOutlineView *self, ScOutlineItem *item, ScOutlineColumn column)
{
  g_autofree char *group = sc_outline_dup_label_group (item, get_language (self, column));

  if (g_strcmp0 (sc_history_get_group (get_history (self)), group) == 0)
    sc_editor_undo (self->editor);
}

static gboolean
is_last_step (ScOutlineItem *item)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (item);

  return sc_outline_item_get_kind (item) == SC_OUTLINE_STEP && facts->number == facts->total;
}

/* Down to where the Tabs began; below the last step a new one, if anything was typed. */
static void
go_on (ScOutlineView *self, ScOutlineItem *item)
{
  self->column = self->run_column;
  if (self->run_touched && is_last_step (item) && !sc_outline_view_is_locked (self))
    {
      guint column = self->run_column;

      if (sc_outline_add_step (self->editor, item))
        {
          self->column = column;
          sc_outline_view_edit (self, NULL);
        }
      return;
    }
  sc_outline_view_go_by (self, 1, SC_OUTLINE_SELECT);
}

static void
move_on (ScOutlineView *self, ScOutlineItem *item, ScOutlineEnd how)
{
  switch (how)
    {
    case SC_OUTLINE_DONE:
      go_on (self, item);
      break;
    case SC_OUTLINE_FORWARD:
      sc_outline_view_tab (self, 1);
      break;
    case SC_OUTLINE_BACKWARD:
      sc_outline_view_tab (self, -1);
      break;
    case SC_OUTLINE_UP:
      sc_outline_view_go_by (self, -1, SC_OUTLINE_SELECT);
      break;
    case SC_OUTLINE_DOWN:
      sc_outline_view_go_by (self, 1, SC_OUTLINE_SELECT);
      break;
    case SC_OUTLINE_STAY:
    case SC_OUTLINE_CANCEL:
    default:
      break;
    }
}

static void
ended_cb (ScOutlineEntry *entry, int how, ScOutlineView *self)
{
  g_autoptr (ScOutlineItem) item = NULL;
  g_autofree char *id = NULL;
  const char *chosen = NULL;
  ScOutlineColumn column;
  gboolean has_choice, had_focus;

  if (entry != self->entry)
    return;
  item = g_object_ref (sc_outline_cell_get_item (self->edited));
  column = sc_outline_cell_get_column (self->edited);
  has_choice = how != SC_OUTLINE_CANCEL && sc_outline_entry_get_choice (entry, &chosen);
  id = g_strdup (chosen);
  self->run_touched |= sc_outline_entry_is_touched (entry);
  had_focus = sc_outline_view_has_focus (self);
  if (how == SC_OUTLINE_CANCEL && sc_outline_entry_is_touched (entry))
    give_up (self, item, column);
  take_entry (self);
  if (had_focus)
    sc_outline_view_focus (self);
  if (sc_outline_list_get_position (self->list, item) == G_MAXUINT)
    return;
  if (has_choice)
    choose (self, item, column, id);
  move_on (self, item, (ScOutlineEnd) how);
}

void
sc_outline_view_end_editing (ScOutlineView *self)
{
  if (self->entry != NULL)
    ended_cb (self->entry, SC_OUTLINE_STAY, self);
}

/* The beginning ------------------------------------------------------------------------------- */

static void
edited_cb (ScOutlineEntry *entry, const char *text, ScOutlineView *self)
{
  if (entry == self->entry)
    sc_outline_set_label (self->editor, sc_outline_cell_get_item (self->edited),
                          get_language (self, sc_outline_cell_get_column (self->edited)), text);
}

static void
open_entry (ScOutlineView *self, ScOutlineCell *cell, GtkEventControllerKey *key)
{
  ScOutlineItem *item = sc_outline_cell_get_item (cell);
  ScOutlineColumn column = sc_outline_cell_get_column (cell);
  g_autofree char *title = sc_outline_dup_title (column);
  g_autofree char *value = sc_outline_dup_value (self->editor, item, column);
  GtkWidget *entry = sc_outline_entry_new (title, value);

  self->entry = SC_OUTLINE_ENTRY (entry);
  self->edited = g_object_ref (cell);
  if (sc_outline_get_manner (item, column) == SC_OUTLINE_CHOSEN)
    add_choices (self, item, column);
  g_signal_connect_object (entry, "edited", G_CALLBACK (edited_cb), self, 0);
  g_signal_connect_object (entry, "ended", G_CALLBACK (ended_cb), self, 0);
  sc_history_close_group (get_history (self));
  sc_outline_cell_set_entry (cell, entry);
  if (key != NULL)
    sc_outline_entry_start_with (self->entry, key);
  else
    sc_outline_entry_start (self->entry);
}

/* The row that adds something has added it, and its name is typed. */
static gboolean
edit_added (ScOutlineView *self, GtkEventControllerKey *key)
{
  g_autoptr (ScOutlineItem) adder = g_object_ref (self->cursor);
  gboolean added;

  self->column = 0;
  added = sc_outline_item_get_kind (adder) == SC_OUTLINE_ADD_STEP
              ? sc_outline_add_step (self->editor, adder)
              : sc_outline_add_stage (self->editor, NULL);
  return added && self->cursor != adder && sc_outline_view_edit (self, key);
}

/* On the way through a row Enter goes on as from the other cells. */
static void
press_check (ScOutlineView *self)
{
  if (self->tabbing)
    go_on (self, self->cursor);
  else
    sc_outline_toggle_required (self->editor, self->cursor);
}

gboolean
sc_outline_view_edit (ScOutlineView *self, GtkEventControllerKey *key)
{
  ScOutlineKind kind;
  ScOutlineCell *cell;

  sc_outline_view_end_editing (self);
  if (self->cursor == NULL || sc_outline_view_is_locked (self))
    return FALSE;
  kind = sc_outline_item_get_kind (self->cursor);
  if (kind == SC_OUTLINE_ADD_STEP || kind == SC_OUTLINE_ADD_STAGE)
    return edit_added (self, key);
  switch (sc_outline_get_manner (self->cursor, sc_outline_view_get_column (self, self->column)))
    {
    case SC_OUTLINE_SWITCHED:
      if (key == NULL)
        press_check (self);
      return key == NULL;
    case SC_OUTLINE_TYPED:
    case SC_OUTLINE_CHOSEN:
      break;
    case SC_OUTLINE_FIXED:
    default:
      return FALSE;
    }
  if (!self->tabbing)
    {
      self->run_column = self->column;
      self->run_touched = FALSE;
    }
  self->tabbing = FALSE;
  sc_outline_view_focus (self);
  cell = sc_outline_view_find_cell (self, self->cursor, self->column);
  if (cell == NULL)
    return FALSE;
  open_entry (self, cell, key);
  return TRUE;
}

/* FALSE when the cell is none to stop at. */
static gboolean
stop_at (ScOutlineView *self, ScOutlineItem *item, guint column)
{
  ScOutlineManner manner = sc_outline_get_manner (item, sc_outline_view_get_column (self, column));
  ScOutlineKind kind = sc_outline_item_get_kind (item);

  if (manner == SC_OUTLINE_FIXED)
    return FALSE;
  sc_outline_view_go_to (self, item, column,
                         item == self->cursor ? SC_OUTLINE_KEEP : SC_OUTLINE_SELECT);
  self->tabbing = TRUE;
  if (manner != SC_OUTLINE_SWITCHED && kind != SC_OUTLINE_ADD_STEP && kind != SC_OUTLINE_ADD_STAGE)
    sc_outline_view_edit (self, NULL);
  return TRUE;
}

void
sc_outline_view_tab (ScOutlineView *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint line = sc_outline_list_get_position (self->list, self->cursor);
  int column = (int) self->column;

  while (line < n)
    {
      column += by;
      if (column < 0 || column >= (int) self->columns->len)
        {
          line += (guint) by;
          column = by > 0 ? 0 : (int) self->columns->len - 1;
          /* What was typed in one row is nothing to go on from in the next. */
          self->run_column = 0;
          self->run_touched = FALSE;
        }
      if (line < n && stop_at (self, sc_outline_list_get (self->list, line), (guint) column))
        return;
    }
}

void
sc_outline_view_follow_typing (ScOutlineView *self)
{
  g_autofree char *value = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *stripped = NULL;

  if (self->entry == NULL)
    return;
  if (sc_outline_list_get_position (self->list, sc_outline_cell_get_item (self->edited))
      == G_MAXUINT)
    {
      take_entry (self);
      return;
    }
  value = sc_outline_dup_value (self->editor, sc_outline_cell_get_item (self->edited),
                                sc_outline_cell_get_column (self->edited));
  typed = g_strstrip (g_strdup (sc_outline_entry_get_text (self->entry)));
  stripped = g_strstrip (g_strdup (value));
  if (!g_str_equal (typed, stripped))
    sc_outline_entry_set_text (self->entry, value);
}

static void
edit_name (ScOutlineView *self)
{
  self->column = 0;
  self->tabbing = FALSE;
  sc_outline_view_edit (self, NULL);
}

void
sc_outline_view_add_step (ScOutlineView *self)
{
  ScOutlineItem *item = self->cursor;

  sc_outline_view_end_editing (self);
  item = self->cursor;
  if (item == NULL || sc_outline_item_get_kind (item) == SC_OUTLINE_ADD_STAGE)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (sc_outline_add_step (self->editor, item))
    edit_name (self);
}

void
sc_outline_view_add_stage (ScOutlineView *self)
{
  sc_outline_view_end_editing (self);
  if (sc_outline_add_stage (self->editor, self->cursor))
    edit_name (self);
}
