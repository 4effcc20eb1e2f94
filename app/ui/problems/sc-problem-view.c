/* sc-problem-view.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-problem-view.h"

#include <glib/gi18n-lib.h>

#include "sc-problem-heading.h"
#include "sc-problem-row.h"
#include "sc-rules-dialog.h"

struct _ScProblemView
{
  GtkWidget parent_instance;

  ScEditor *editor;
  GtkWidget *scrolled;
  GtkWidget *view; /* a GtkListView */
  ScProblemList *list;
  GtkSingleSelection *selection;
  guint resume; /* the line where the selected one was that is gone */
};

G_DEFINE_FINAL_TYPE (ScProblemView, sc_problem_view, GTK_TYPE_WIDGET)

static ScProblemItem *
get_line (ScProblemView *self, guint line)
{
  g_autoptr (ScProblemItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), line);

  return item; /* the list has it too */
}

static ScProblemItem *
get_item (GtkWidget *row)
{
  if (SC_IS_PROBLEM_ROW (row))
    return sc_problem_row_get_item (SC_PROBLEM_ROW (row));
  return SC_IS_PROBLEM_HEADING (row) ? sc_problem_heading_get_item (SC_PROBLEM_HEADING (row))
                                     : NULL;
}

static gboolean
has_focus (ScProblemView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->view);
}

/* What stands in the line with the focus: an ScProblemRow, an ScProblemHeading or NULL. */
static GtkWidget *
get_focus_row (ScProblemView *self)
{
  GtkWidget *line = gtk_widget_get_focus_child (self->view);

  return line != NULL && has_focus (self) ? gtk_widget_get_first_child (line) : NULL;
}

/* Keys that are pressed in the menu of a row come by here, too. */
static GtkWidget *
get_key_row (ScProblemView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || GTK_WIDGET (gtk_widget_get_native (focus)) != GTK_WIDGET (root))
    return NULL;
  return get_focus_row (self);
}

/* The list can only be told where to scroll; that makes the widget of the line. */
static void
focus_line (ScProblemView *self, guint line)
{
  ScProblemItem *item = get_line (self, line);

  for (GtkWidget *child = gtk_widget_get_first_child (self->view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (get_item (gtk_widget_get_first_child (child)) == item)
        {
          gtk_widget_grab_focus (child);
          return;
        }
    }
}

static void
select_line (ScProblemView *self, guint line, gboolean focus)
{
  gtk_single_selection_set_selected (self->selection, line);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", line);
  if (focus)
    focus_line (self, line);
}

/* What was selected, had the focus and stood behind it before an update. */
typedef struct
{
  GPtrArray *lines; /* of ScProblemItem, from the one that counts; NULL: none does */
  gboolean focus;
} Attention;

static Attention
attention_get (ScProblemView *self)
{
  Attention attention = { NULL, has_focus (self) };
  guint line = gtk_single_selection_get_selected (self->selection);
  ScProblemItem *focused = attention.focus ? get_item (get_focus_row (self)) : NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (focused != NULL)
    line = sc_problem_list_get_line (self->list, focused);
  if (line >= n)
    return attention;
  attention.lines = g_ptr_array_new_full (n - line, g_object_unref);
  for (; line < n; line++)
    g_ptr_array_add (attention.lines, g_list_model_get_item (G_LIST_MODEL (self->list), line));
  return attention;
}

static void
attention_restore (ScProblemView *self, Attention *attention)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint line = G_MAXUINT;

  if (attention->lines == NULL)
    return;
  for (guint i = 0; i < attention->lines->len && line == G_MAXUINT; i++)
    line = sc_problem_list_get_line (self->list, attention->lines->pdata[i]);
  self->resume = MIN (line, n);
  if (n > 0 && attention->focus
      && (!has_focus (self)
          || sc_problem_list_get_line (self->list, attention->lines->pdata[0]) == G_MAXUINT))
    select_line (self, MIN (line, n - 1), TRUE);
  g_ptr_array_unref (attention->lines);
}

static void
set_folded (ScProblemView *self, ScProblemItem *heading, gboolean folded)
{
  sc_problem_list_set_folded (self->list, heading, folded);
}

static void
go_to (ScProblemView *self, ScProblemItem *item)
{
  sc_editor_select_problem (self->editor, sc_problem_item_get_problem (item));
}

/* Enter leads to the place; the keyboard goes on there. */
static void
activate_cb (ScProblemView *self, guint position)
{
  ScProblemItem *item = get_line (self, position);

  if (item == NULL)
    return;
  if (sc_problem_item_get_problem (item) == NULL)
    {
      set_folded (self, item, !sc_problem_item_is_folded (item));
      return;
    }
  go_to (self, item);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-selected", NULL);
}

/* The list would take the second of two fast clicks for an activation, which folds as well. */
static void
press_cb (GtkGestureClick *click, int n_press, double x, double y, ScProblemView *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  ScProblemItem *item = get_item (row);

  if (item == NULL || sc_problem_item_get_problem (item) != NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  select_line (self, sc_problem_list_get_line (self->list, item), TRUE);
  set_folded (self, item, !sc_problem_item_is_folded (item));
}

/* A click is enough: the list itself would want two, or select whatever the pointer passes. */
static void
click_cb (GtkGestureClick *click, int n_press, double x, double y, ScProblemView *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  ScProblemItem *item = get_item (row);

  if (n_press == 1 && item != NULL && sc_problem_item_get_problem (item) != NULL)
    go_to (self, item);
}

static void
right_click_cb (GtkGestureClick *click, int n_press, double x, double y, ScProblemView *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  if (SC_IS_PROBLEM_ROW (row))
    sc_problem_row_open_fixes (SC_PROBLEM_ROW (row));
}

static gboolean
open_fixes_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkWidget *row = get_key_row (SC_PROBLEM_VIEW (widget));

  if (!SC_IS_PROBLEM_ROW (row))
    return FALSE;
  sc_problem_row_open_fixes (SC_PROBLEM_ROW (row));
  return TRUE;
}

static gboolean
explain_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ScProblemView *self = SC_PROBLEM_VIEW (widget);
  ScProblemItem *item = get_item (get_key_row (self));

  if (item == NULL || sc_problem_item_get_problem (item) == NULL)
    return FALSE;
  sc_rules_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->editor,
                           sc_problem_item_get_problem (item)->rule);
  return TRUE;
}

/* TRUE when the focus went to another line. */
static gboolean
move_focus (ScProblemView *self, ScProblemItem *to)
{
  guint line = sc_problem_list_get_line (self->list, to);

  if (line == G_MAXUINT)
    return FALSE;
  select_line (self, line, TRUE);
  return TRUE;
}

/* Left and Right, as in every tree: args is FALSE for the one that leads out. */
static gboolean
arrow_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ScProblemView *self = SC_PROBLEM_VIEW (widget);
  ScProblemItem *item = get_item (get_key_row (self));
  gboolean in = g_variant_get_boolean (args);
  gboolean is_heading;
  guint line;

  if (item == NULL)
    return FALSE;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    in = !in;
  is_heading = sc_problem_item_get_problem (item) == NULL;
  line = sc_problem_list_get_line (self->list, item);
  if (is_heading && sc_problem_item_is_folded (item) == in)
    set_folded (self, item, !in);
  else if (is_heading && in)
    move_focus (self, get_line (self, line + 1));
  else if (!in)
    move_focus (self, sc_problem_list_get_heading (self->list, line));
  return TRUE;
}

/* Unfolds the heading in line. Returns from where to go on looking in that direction. */
static guint
enter_heading (ScProblemView *self, ScProblemItem *heading, guint line, int direction)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (!sc_problem_item_is_folded (heading))
    return line;
  set_folded (self, heading, FALSE);
  return direction > 0 ? line
                       : line + g_list_model_get_n_items (G_LIST_MODEL (self->list)) - before + 1;
}

gboolean
sc_problem_view_step (ScProblemView *self, int direction)
{
  GListModel *model;
  guint line;

  g_return_val_if_fail (SC_IS_PROBLEM_VIEW (self), FALSE);

  if (sc_problem_list_get_n_passing (self->list) == 0)
    return FALSE;
  model = G_LIST_MODEL (self->list);
  line = gtk_single_selection_get_selected (self->selection);
  if (line >= g_list_model_get_n_items (model))
    line = direction > 0 ? self->resume - 1 : self->resume;
  for (;;)
    {
      guint n = g_list_model_get_n_items (model);
      ScProblemItem *item;

      if (direction > 0)
        line = line == G_MAXUINT || line + 1 >= n ? 0 : line + 1;
      else
        line = line == 0 || line > n ? n - 1 : line - 1;
      item = get_line (self, line);
      if (sc_problem_item_get_problem (item) != NULL)
        break;
      line = enter_heading (self, item, line, direction);
    }
  select_line (self, line, has_focus (self));
  go_to (self, get_line (self, line));
  return TRUE;
}

/* What holds the focus is the list's own widget around the row. */
static void
show_name (GtkWidget *row, ScProblemItem *item)
{
  GtkAccessible *line = GTK_ACCESSIBLE (gtk_widget_get_parent (row));
  g_autofree char *name = sc_problem_item_dup_name (item);

  gtk_accessible_update_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (sc_problem_item_get_kind (item) == SC_PROBLEM_LINE_PROBLEM)
    gtk_accessible_reset_state (line, GTK_ACCESSIBLE_STATE_EXPANDED);
  else
    gtk_accessible_update_state (line, GTK_ACCESSIBLE_STATE_EXPANDED,
                                 !sc_problem_item_is_folded (item), -1);
}

static void
show_item (ScProblemItem *item, GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (row == NULL || gtk_widget_get_parent (row) == NULL)
    return;
  if (SC_IS_PROBLEM_ROW (row))
    sc_problem_row_set_item (SC_PROBLEM_ROW (row), item);
  else
    sc_problem_heading_set_item (SC_PROBLEM_HEADING (row), item);
  show_name (row, item);
}

static GtkWidget *
make_row (ScProblemView *self, ScProblemItem *item)
{
  gboolean is_problem = sc_problem_item_get_kind (item) == SC_PROBLEM_LINE_PROBLEM;
  GtkWidget *row = is_problem ? sc_problem_row_new (self->editor) : sc_problem_heading_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *right_click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (press_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (click_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right_click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (right_click, "pressed", G_CALLBACK (right_click_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (right_click));
  return row;
}

/* With every change the list binds each line behind it anew, although it shows what it did: such a
 * line has nothing to do, and follows its item also while it is not bound. */
static void
bind_cb (ScProblemView *self, GtkListItem *list_item)
{
  ScProblemItem *item = gtk_list_item_get_item (list_item);
  gboolean is_problem = sc_problem_item_get_kind (item) == SC_PROBLEM_LINE_PROBLEM;
  GtkWidget *row = gtk_list_item_get_child (list_item);
  ScProblemItem *shown = get_item (row);

  if (shown == item)
    return;
  if (shown != NULL)
    g_signal_handlers_disconnect_by_func (shown, show_item, list_item);
  if (row == NULL || SC_IS_PROBLEM_ROW (row) != is_problem)
    gtk_list_item_set_child (list_item, make_row (self, item));
  g_signal_connect_object (item, "changed", G_CALLBACK (show_item), list_item, 0);
  show_item (item, list_item);
}

static void
sc_problem_view_dispose (GObject *object)
{
  ScProblemView *self = SC_PROBLEM_VIEW (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_problem_view_parent_class)->dispose (object);
}

static void
sc_problem_view_class_init (ScProblemViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_problem_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "problem-view");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_shortcut (GtkEventController *controller,
              guint key,
              GdkModifierType modifiers,
              GtkShortcutFunc func,
              GVariant *args)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (func, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, args);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* Before the list sees them: it takes arrows for itself. */
static void
add_shortcuts (ScProblemView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_shortcut (controller, GDK_KEY_period, GDK_CONTROL_MASK, open_fixes_cb, NULL);
  add_shortcut (controller, GDK_KEY_Menu, 0, open_fixes_cb, NULL);
  add_shortcut (controller, GDK_KEY_F10, GDK_SHIFT_MASK, open_fixes_cb, NULL);
  add_shortcut (controller, GDK_KEY_F1, 0, explain_cb, NULL);
  add_shortcut (controller, GDK_KEY_Left, 0, arrow_cb, g_variant_new_boolean (FALSE));
  add_shortcut (controller, GDK_KEY_KP_Left, 0, arrow_cb, g_variant_new_boolean (FALSE));
  add_shortcut (controller, GDK_KEY_Right, 0, arrow_cb, g_variant_new_boolean (TRUE));
  add_shortcut (controller, GDK_KEY_KP_Right, 0, arrow_cb, g_variant_new_boolean (TRUE));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
sc_problem_view_init (ScProblemView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->list = sc_problem_list_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);

  self->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Problems"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled), 60);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->view);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  add_shortcuts (self);
}

GtkWidget *
sc_problem_view_new (ScEditor *editor)
{
  ScProblemView *self = g_object_new (SC_TYPE_PROBLEM_VIEW, NULL);

  self->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}

ScProblemList *
sc_problem_view_get_list (ScProblemView *self)
{
  g_return_val_if_fail (SC_IS_PROBLEM_VIEW (self), NULL);
  return self->list;
}

void
sc_problem_view_update (ScProblemView *self, const ScProblemFilter *filter)
{
  Attention attention;

  g_return_if_fail (SC_IS_PROBLEM_VIEW (self));

  attention = attention_get (self);
  sc_problem_list_update (self->list, sc_editor_get_problems (self->editor),
                          sc_editor_get_solution (self->editor), filter);
  attention_restore (self, &attention);
}
