/* sc-access-grid-keys.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-grid-private.h"

#include "sc-id.h"

gboolean
sc_access_grid_has_cell (ScAccessGrid *self, ScGridPlace place)
{
  return self->axes != NULL && place.row >= 0 && place.column >= 0
         && place.row < (int) self->axes->n_rows && place.column < (int) self->axes->n_columns;
}

/* Where what the cursor was on is now. */
ScGridPlace
sc_access_grid_find_cursor (ScAccessGrid *self, const ScAccessAxes *before)
{
  ScGridPlace place = self->cursor;
  ScAccessSpot old = { NULL };

  if (before != NULL && place.column >= 0 && place.row >= 0 && place.row < (int) before->n_rows
      && place.column < (int) before->n_columns)
    old = sc_access_axes_get (before, (guint) place.row, (guint) place.column);
  for (guint i = 0; i < self->axes->roles->len && old.role != NULL; i++)
    for (guint j = 0; j < self->axes->targets->len; j++)
      {
        const ScRole *role = sc_access_axes_get_role (self->axes, i);
        const ScAccessTarget *target = sc_access_axes_get_target (self->axes, j);
        guint row = self->axes->turned ? j : i, group = self->axes->turned ? i : j;

        if (!sc_id_equal (role->id, old.role->id) || target->kind != old.target->kind
            || g_strcmp0 (target->id, old.target->id) != 0)
          continue;
        for (guint c = sc_access_axes_get_first_column (self->axes, group);
             c < sc_access_axes_get_first_column (self->axes, group + 1); c++)
          if (sc_access_axes_get_column (self->axes, c)->access == old.access)
            return (ScGridPlace){ (int) row, (int) c };
      }
  place.row = MIN (place.row, (int) self->axes->n_rows - 1);
  place.column = MIN (place.column, (int) self->axes->n_columns - 1);
  return place;
}

/* What is out of sight gets the focus when it comes in; until then the grid has it. */
void
sc_access_grid_focus_cursor (ScAccessGrid *self)
{
  GtkWidget *item;

  sc_access_grid_scroll_to_place (self, self->cursor);
  item = sc_access_grid_get_item (self, self->cursor);
  if (item == NULL || !gtk_widget_grab_focus (item))
    {
      GTK_WIDGET_CLASS (g_type_class_peek_parent (G_OBJECT_GET_CLASS (self)))
          ->grab_focus (GTK_WIDGET (self));
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
}

/* From a group to what is above the same column, and back. The names of rows have nothing above
 * them. */
static ScGridPlace
clamp (ScAccessGrid *self, int row, int column)
{
  ScGridPlace place;

  place.column = CLAMP (column, SC_GRID_NAME, (int) self->axes->n_columns - 1);
  place.row = CLAMP (row, place.column >= 0 ? SC_GRID_GROUPS : 0, (int) self->axes->n_rows - 1);
  if (place.row < 0)
    place.column = MAX (place.column, 0);
  return place;
}

void
sc_access_grid_go_to (ScAccessGrid *self, int row, int column)
{
  g_return_if_fail (SC_IS_ACCESS_GRID (self));

  if (self->axes == NULL || self->axes->n_rows == 0)
    return;
  self->cursor = clamp (self, row, column);
  sc_access_grid_focus_cursor (self);
}

void
sc_access_grid_activate_cell (ScAccessGrid *self, ScAccessGridCell *cell)
{
  g_return_if_fail (SC_IS_ACCESS_GRID (self));

  for (guint i = 0; i < self->rows.items->len; i++)
    {
      ScAccessBand *band = sc_access_grid_row_get_band (self->rows.items->pdata[i]);
      guint first = sc_access_band_get_first (band);

      for (guint c = first; c < first + sc_access_band_get_n_items (band); c++)
        if (sc_access_band_get_item (band, c) == GTK_WIDGET (cell))
          {
            sc_access_grid_go_to (self, (int) (self->rows.first + i), (int) c);
            sc_access_grid_step_level (self, self->cursor, FALSE);
            return;
          }
    }
}

/* The first column of the group beside the one that column is in. */
static int
find_group (ScAccessGrid *self, int column, int direction)
{
  const ScAccessAxes *axes = self->axes;
  int group;

  if (column < 0)
    return direction > 0 ? 0 : SC_GRID_NAME;
  group = (int) sc_access_axes_get_column (axes, (guint) column)->group;
  if (direction < 0 && column > (int) sc_access_axes_get_first_column (axes, (guint) group))
    return (int) sc_access_axes_get_first_column (axes, (guint) group);
  group += direction;
  if (group < 0)
    return SC_GRID_NAME;
  if (group >= (int) axes->n_groups)
    return (int) axes->n_columns - 1;
  return (int) sc_access_axes_get_first_column (axes, (guint) group);
}

typedef enum
{
  MOVE_CELL,
  MOVE_GROUP,
  MOVE_PAGE,
  MOVE_EDGE,
  MOVE_CORNER
} Move;

static void
move (ScAccessGrid *self, Move how, int across, int down)
{
  ScGridPlace to = self->cursor;
  int page
      = sc_access_grid_get_visible (self, GTK_ORIENTATION_VERTICAL) / self->geometry.row_height;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
      && (how == MOVE_CELL || how == MOVE_GROUP))
    across = -across;
  switch (how)
    {
    case MOVE_GROUP:
      to.column = find_group (self, to.column, across);
      break;
    case MOVE_PAGE:
      to.row = MAX (to.row + down * MAX (page - 1, 1), 0);
      break;
    case MOVE_EDGE:
      to.column = across < 0 ? 0 : (int) self->axes->n_columns - 1;
      break;
    case MOVE_CORNER:
      to.column = across < 0 ? 0 : (int) self->axes->n_columns - 1;
      to.row = across < 0 ? 0 : (int) self->axes->n_rows - 1;
      break;
    case MOVE_CELL:
    default:
      /* From one name of a group to the next. */
      if (to.row == SC_GRID_GROUPS && across != 0)
        to.column = MAX (find_group (self, to.column, across), 0);
      else
        to.column += across;
      to.row += down;
      break;
    }
  sc_access_grid_go_to (self, to.row, to.column);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int how, across, down;

  if (self->axes == NULL || self->axes->n_rows == 0 || self->geometry.columns == NULL
      || (self->menu != NULL && focus != NULL && gtk_widget_is_ancestor (focus, self->menu)))
    return FALSE;
  g_variant_get (arguments, "(iii)", &how, &across, &down);
  move (self, (Move) how, across, down);
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return sc_access_grid_stop_painting (SC_ACCESS_GRID (widget));
}

static const struct
{
  guint keys[2];
  GdkModifierType state;
  Move how;
  int across, down;
} moves[] = {
  { { GDK_KEY_Left, GDK_KEY_KP_Left }, 0, MOVE_CELL, -1, 0 },
  { { GDK_KEY_Right, GDK_KEY_KP_Right }, 0, MOVE_CELL, 1, 0 },
  { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, MOVE_CELL, 0, -1 },
  { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, MOVE_CELL, 0, 1 },
  { { GDK_KEY_Left, GDK_KEY_KP_Left }, GDK_CONTROL_MASK, MOVE_GROUP, -1, 0 },
  { { GDK_KEY_Right, GDK_KEY_KP_Right }, GDK_CONTROL_MASK, MOVE_GROUP, 1, 0 },
  { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, 0, MOVE_PAGE, 0, -1 },
  { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 0, MOVE_PAGE, 0, 1 },
  { { GDK_KEY_Home, GDK_KEY_KP_Home }, 0, MOVE_EDGE, -1, 0 },
  { { GDK_KEY_End, GDK_KEY_KP_End }, 0, MOVE_EDGE, 1, 0 },
  { { GDK_KEY_Home, GDK_KEY_KP_Home }, GDK_CONTROL_MASK, MOVE_CORNER, -1, 0 },
  { { GDK_KEY_End, GDK_KEY_KP_End }, GDK_CONTROL_MASK, MOVE_CORNER, 1, 0 },
};

static void
next_level_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);

  if (sc_access_grid_has_cell (self, self->cursor))
    sc_access_grid_step_level (self, self->cursor, FALSE);
  else
    sc_access_grid_popup_menu (self, self->cursor);
}

static void
previous_level_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);

  if (sc_access_grid_has_cell (self, self->cursor))
    sc_access_grid_step_level (self, self->cursor, TRUE);
}

/* In the order of ScLevel. */
static const char *const level_actions[]
    = { "grid.give-none", "grid.give-user", "grid.give-business-unit", "grid.give-parent",
        "grid.give-organization" };

const char *
sc_access_grid_get_level_action (ScLevel level)
{
  return level_actions[level];
}

static void
level_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);

  for (int level = 0; level < (int) G_N_ELEMENTS (level_actions); level++)
    if (g_str_equal (action, level_actions[level]) && sc_access_grid_has_cell (self, self->cursor))
      sc_access_grid_set_level (self, self->cursor, (ScLevel) level);
}

static void
menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sc_access_grid_popup_menu (SC_ACCESS_GRID (widget), SC_ACCESS_GRID (widget)->cursor);
}

void
sc_access_grid_bind_keys (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    for (guint j = 0; j < 2; j++)
      gtk_widget_class_add_binding (klass, moves[i].keys[j], moves[i].state, move_cb, "(iii)",
                                    (int) moves[i].how, moves[i].across, moves[i].down);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_install_action (klass, "grid.next-level", NULL, next_level_action);
  gtk_widget_class_install_action (klass, "grid.previous-level", NULL, previous_level_action);
  for (guint i = 0; i < G_N_ELEMENTS (level_actions); i++)
    gtk_widget_class_install_action (klass, level_actions[i], NULL, level_action);
  gtk_widget_class_install_action (klass, "grid.menu", NULL, menu_action);
}
