/* sc-outline-actions.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-outline-private.h"

#include <string.h>

#include "sc-command.h"
#include "sc-outline-edit.h"

static ScOutlineView *
get_view (GtkWidget *cell)
{
  return SC_OUTLINE_VIEW (gtk_widget_get_ancestor (cell, SC_TYPE_OUTLINE_VIEW));
}

static void
bell_unless (ScOutlineView *self, gboolean done)
{
  if (!done)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Actions ------------------------------------------------------------------------------------- */

/* Each shows how it is called when it works on what is typed, too: then typing ends first. */
static void
act (ScOutlineView *self, const char *verb)
{
  g_autoptr (ScOutlineItem) item = NULL;

  sc_outline_view_end_editing (self);
  if (self->cursor == NULL)
    return;
  item = g_object_ref (self->cursor);
  if (g_str_equal (verb, "delete"))
    sc_outline_delete (self->editor, item);
  else if (g_str_equal (verb, "duplicate"))
    sc_outline_duplicate (self->editor, item);
  else if (g_str_equal (verb, "toggle-required"))
    sc_outline_toggle_required (self->editor, item);
  else if (g_str_equal (verb, "move-up"))
    bell_unless (self, sc_outline_move (self->editor, item, -1));
  else if (g_str_equal (verb, "move-down"))
    bell_unless (self, sc_outline_move (self->editor, item, 1));
}

static void
edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScOutlineView *self = SC_OUTLINE_VIEW (widget);
  const char *verb = name + strlen ("outline.");

  /* Keys work in the menu as well. */
  gtk_popover_popdown (GTK_POPOVER (self->menu));
  if (sc_outline_view_is_locked (self))
    return;
  if (g_str_equal (verb, "edit"))
    bell_unless (self, sc_outline_view_edit (self, NULL));
  else if (g_str_equal (verb, "add-step"))
    sc_outline_view_add_step (self);
  else if (g_str_equal (verb, "add-stage"))
    sc_outline_view_add_stage (self);
  else
    act (self, verb);
}

static void
show_uses (ScOutlineView *self)
{
  ScOutlineKind kind;

  if (self->cursor == NULL)
    return;
  kind = sc_outline_item_get_kind (self->cursor);
  if (kind == SC_OUTLINE_STAGE || kind == SC_OUTLINE_STEP)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-uses", "(ss)",
                                kind == SC_OUTLINE_STEP ? "step" : "stage",
                                sc_outline_item_get_id (self->cursor));
}

static void
open_menu (ScOutlineView *self)
{
  ScOutlineCell *cell;
  graphene_rect_t bounds;

  sc_outline_view_end_editing (self);
  cell = self->cursor != NULL ? sc_outline_view_find_cell (self, self->cursor, self->column) : NULL;
  if (cell == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, 48,
                                                (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The keyboard goes along to the stage where its row is folded away. */
static void
fold_all (ScOutlineView *self, gboolean fold)
{
  const ScStage *stage;

  sc_outline_view_end_editing (self);
  stage = self->cursor != NULL ? sc_outline_item_get_facts (self->cursor)->stage : NULL;
  if (fold && stage != NULL)
    sc_outline_view_go_to (self, sc_outline_list_find (self->list, SC_OUTLINE_STAGE, stage->id), 0,
                           SC_OUTLINE_SELECT);
  sc_outline_list_set_all_folded (self->list, fold);
  if (sc_outline_view_has_focus (self))
    sc_outline_view_focus (self);
}

static void
look_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScOutlineView *self = SC_OUTLINE_VIEW (widget);
  const char *verb = name + strlen ("outline.");

  if (g_str_equal (verb, "select-all"))
    sc_editor_select_all (self->editor);
  else if (g_str_equal (verb, "toggle-mark"))
    sc_outline_view_go_to (self, self->cursor, self->column, SC_OUTLINE_TOGGLE);
  else if (g_str_equal (verb, "show-uses"))
    show_uses (self);
  else if (g_str_equal (verb, "fold-all"))
    fold_all (self, TRUE);
  else if (g_str_equal (verb, "unfold-all"))
    fold_all (self, FALSE);
  else
    open_menu (self);
}

static const char *const edit_actions[]
    = { "outline.edit",      "outline.add-step",        "outline.add-stage", "outline.delete",
        "outline.duplicate", "outline.toggle-required", "outline.move-up",   "outline.move-down" };
static const char *const look_actions[]
    = { "outline.select-all", "outline.toggle-mark", "outline.show-uses",
        "outline.fold-all",   "outline.unfold-all",  "outline.menu" };

void
sc_outline_view_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (edit_actions); i++)
    gtk_widget_class_install_action (klass, edit_actions[i], NULL, edit_action_cb);
  for (guint i = 0; i < G_N_ELEMENTS (look_actions); i++)
    gtk_widget_class_install_action (klass, look_actions[i], NULL, look_action_cb);
}

void
sc_outline_view_update_actions (ScOutlineView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (edit_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), edit_actions[i],
                                   !sc_outline_view_is_locked (self));
}

/* Keys ---------------------------------------------------------------------------------------- */

static gboolean
row_key_cb (GtkWidget *cell, GVariant *args, gpointer data)
{
  ScOutlineView *self = get_view (cell);
  int by, mark;

  g_variant_get (args, "(ii)", &by, &mark);
  if (self->entry == NULL)
    sc_outline_view_go_by (self, by, (ScOutlineMark) mark);
  return GDK_EVENT_STOP;
}

static gboolean
page_key_cb (GtkWidget *cell, GVariant *args, gpointer data)
{
  ScOutlineView *self = get_view (cell);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  int rows
      = (int) (gtk_adjustment_get_page_size (adjustment) / MAX (gtk_widget_get_height (cell), 1))
        - 1;

  if (self->entry == NULL)
    sc_outline_view_go_by (self, g_variant_get_int32 (args) * MAX (rows, 1), SC_OUTLINE_SELECT);
  return GDK_EVENT_STOP;
}

static gboolean
beside_key_cb (GtkWidget *cell, GVariant *args, gpointer data)
{
  ScOutlineView *self = get_view (cell);
  gboolean right = g_variant_get_boolean (args);

  if (self->entry != NULL)
    return GDK_EVENT_PROPAGATE;
  sc_outline_view_go_beside (self, right == (gtk_widget_get_direction (cell) != GTK_TEXT_DIR_RTL));
  return GDK_EVENT_STOP;
}

/* Only after a Tab out of a cell that was being edited: else Tab leaves the row, as ever. */
static gboolean
tab_key_cb (GtkWidget *cell, GVariant *args, gpointer data)
{
  ScOutlineView *self = get_view (cell);

  if (!self->tabbing || self->entry != NULL)
    return GDK_EVENT_PROPAGATE;
  sc_outline_view_tab (self, g_variant_get_int32 (args));
  return GDK_EVENT_STOP;
}

static gboolean
space_key_cb (GtkWidget *cell, GVariant *args, gpointer data)
{
  ScOutlineView *self = get_view (cell);
  ScOutlineItem *item = sc_outline_cell_get_item (SC_OUTLINE_CELL (cell));

  if (self->entry != NULL)
    return GDK_EVENT_PROPAGATE;
  if (sc_outline_cell_get_column (SC_OUTLINE_CELL (cell)).field == SC_OUTLINE_REQUIRED)
    gtk_widget_activate_action (cell, "outline.toggle-required", NULL);
  else if (sc_outline_item_get_kind (item) == SC_OUTLINE_STAGE)
    sc_outline_list_set_folded (self->list, item, !sc_outline_item_get_facts (item)->folded);
  return GDK_EVENT_STOP;
}

void
sc_outline_cell_bind_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key, keypad;
    int by;
  } rows[] = { { GDK_KEY_Up, GDK_KEY_KP_Up, -1 },
               { GDK_KEY_Down, GDK_KEY_KP_Down, 1 },
               { GDK_KEY_Home, GDK_KEY_KP_Home, -G_MAXINT },
               { GDK_KEY_End, GDK_KEY_KP_End, G_MAXINT } };
  static const struct
  {
    GdkModifierType modifiers;
    ScOutlineMark mark;
  } marks[] = { { 0, SC_OUTLINE_SELECT },
                { GDK_SHIFT_MASK, SC_OUTLINE_EXTEND },
                { GDK_CONTROL_MASK, SC_OUTLINE_KEEP } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (marks); j++)
      {
        gtk_widget_class_add_binding (klass, rows[i].key, marks[j].modifiers, row_key_cb, "(ii)",
                                      rows[i].by, marks[j].mark);
        gtk_widget_class_add_binding (klass, rows[i].keypad, marks[j].modifiers, row_key_cb, "(ii)",
                                      rows[i].by, marks[j].mark);
      }
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Up, 0, page_key_cb, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Page_Up, 0, page_key_cb, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Down, 0, page_key_cb, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Page_Down, 0, page_key_cb, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Left, 0, beside_key_cb, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Left, 0, beside_key_cb, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Right, 0, beside_key_cb, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Right, 0, beside_key_cb, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, 0, tab_key_cb, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, GDK_SHIFT_MASK, tab_key_cb, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, tab_key_cb, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, 0, space_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Space, 0, space_key_cb, NULL);
  sc_commands_bind (klass, "outline");
}

/* What nothing else wants is typed into the cell. */
static gboolean
typed_cb (ScOutlineView *self,
          guint keyval,
          guint keycode,
          GdkModifierType state,
          GtkEventControllerKey *controller)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (self->entry != NULL || !g_unichar_isprint (letter) || g_unichar_isspace (letter)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0
      || !sc_outline_view_has_focus (self))
    return GDK_EVENT_PROPAGATE;
  return sc_outline_view_edit (self, controller) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* The pointer --------------------------------------------------------------------------------- */

static guint
find_column (ScOutlineView *self, ScOutlineCell *cell)
{
  ScOutlineColumn own = sc_outline_cell_get_column (cell);

  for (guint i = 0; i < self->columns->len; i++)
    {
      ScOutlineColumn column = sc_outline_view_get_column (self, i);

      if (column.field == own.field && column.language == own.language)
        return i;
    }
  return 0;
}

static ScOutlineMark
get_mark (GtkGestureClick *click, ScOutlineView *self, ScOutlineItem *item)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  gboolean secondary
      = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click)) == GDK_BUTTON_SECONDARY;
  guint line = sc_outline_list_get_position (self->list, item);

  /* The menu is for all that is marked. */
  if (secondary)
    return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->list), line)
               ? SC_OUTLINE_KEEP
               : SC_OUTLINE_SELECT;
  if ((state & GDK_SHIFT_MASK) != 0)
    return SC_OUTLINE_EXTEND;
  return (state & GDK_CONTROL_MASK) != 0 ? SC_OUTLINE_TOGGLE : SC_OUTLINE_SELECT;
}

static void
show_problems (ScOutlineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (G_IS_ACTION_GROUP (root)
      && g_action_group_has_action (G_ACTION_GROUP (root), "show-problems"))
    g_action_group_change_action_state (G_ACTION_GROUP (root), "show-problems",
                                        g_variant_new_boolean (TRUE));
}

/* What a click does besides going there. */
static void
use_part (ScOutlineView *self, ScOutlinePart part, guint n_press)
{
  ScOutlineItem *item = self->cursor;
  ScOutlineKind kind = sc_outline_item_get_kind (item);

  if (part == SC_OUTLINE_PART_EXPANDER)
    sc_outline_list_set_folded (self->list, item, !sc_outline_item_get_facts (item)->folded);
  else if (part == SC_OUTLINE_PART_BADGE)
    show_problems (self);
  else if (kind == SC_OUTLINE_ADD_STEP || kind == SC_OUTLINE_ADD_STAGE
           || (part == SC_OUTLINE_PART_CHECK && kind == SC_OUTLINE_STEP))
    sc_outline_view_edit (self, NULL);
  else if (n_press == 2)
    sc_outline_view_edit (self, NULL);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, ScOutlineView *self)
{
  ScOutlineCell *cell
      = SC_OUTLINE_CELL (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  ScOutlineItem *item = sc_outline_cell_get_item (cell);
  ScOutlinePart part = sc_outline_cell_pick (cell, x);
  ScOutlineMark mark;

  if (item == NULL || cell == self->edited
      || (button != GDK_BUTTON_PRIMARY && button != GDK_BUTTON_SECONDARY))
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  mark = get_mark (click, self, item);
  sc_outline_view_go_to (self, item, find_column (self, cell), mark);
  if (button == GDK_BUTTON_SECONDARY)
    open_menu (self);
  else if (mark == SC_OUTLINE_SELECT)
    use_part (self, part, (guint) n_press);
}

void
sc_outline_view_watch (ScOutlineView *self, ScOutlineCell *cell)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (cell), GTK_EVENT_CONTROLLER (click));
}

void
sc_outline_view_add_controllers (ScOutlineView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_object (key, "key-pressed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->table), key);
}
