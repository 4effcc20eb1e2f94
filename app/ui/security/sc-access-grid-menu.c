/* sc-access-grid-menu.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-grid-private.h"

#include <glib/gi18n-lib.h>

#include "sc-access-edit.h"

/* The levels that some target in a column, or the target of a cell, allows. */
static guint
get_levels (ScAccessGrid *self, ScGridPlace place)
{
  guint levels = 0;

  for (guint row = 0; row < self->axes->n_rows; row++)
    {
      ScAccessSpot spot = sc_access_axes_get (self->axes, row, (guint) place.column);

      if (spot.exists && (place.row < 0 || place.row == (int) row))
        levels |= (guint) spot.target->levels;
    }
  return levels;
}

static GMenuModel *
create_levels (ScAccessGrid *self, ScGridPlace place)
{
  GMenu *menu = g_menu_new ();
  guint levels = get_levels (self, place);

  for (int level = SC_LEVEL_NONE; level <= SC_LEVEL_ORGANIZATION; level++)
    {
      g_autofree char *all = g_strdup_printf ("grid.column-level(%d)", level);

      if (levels & (1u << level))
        g_menu_append (menu, sc_level_get_title ((ScLevel) level),
                       place.row >= 0 ? sc_access_grid_get_level_action ((ScLevel) level) : all);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_menu (ScAccessGrid *self, ScGridPlace place)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) levels = NULL;

  if (place.column >= 0 && place.row >= SC_GRID_PRIVILEGES)
    {
      levels = create_levels (self, place);
      g_menu_append_section (menu, place.row >= 0 ? NULL : _ ("For All Rows"), levels);
    }
  return G_MENU_MODEL (menu);
}

static void
closed_cb (ScAccessGrid *self)
{
  sc_access_grid_focus_cursor (self);
}

void
sc_access_grid_popup_menu (ScAccessGrid *self, ScGridPlace place)
{
  GtkWidget *item = sc_access_grid_get_item (self, place);
  g_autoptr (GMenuModel) model = NULL;
  graphene_rect_t bounds;

  if (item == NULL || !gtk_widget_compute_bounds (item, GTK_WIDGET (self), &bounds))
    return;
  model = create_menu (self, place);
  if (g_menu_model_get_n_items (model) == 0)
    return;
  self->about = place;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                (int) bounds.size.width,
                                                (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* What does not allow the level is left alone. */
static void
column_level_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);
  ScLevel level = (ScLevel) g_variant_get_int32 (parameter);
  guint column = (guint) self->about.column;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (ScAccessCell));
  const ScAccessColumn *what;
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (self->axes == NULL || column >= self->axes->n_columns || !sc_access_grid_can_edit (self))
    return;
  for (guint row = 0; row < self->axes->n_rows; row++)
    {
      ScAccessSpot spot = sc_access_axes_get (self->axes, row, column);
      ScAccessCell cell = { spot.target, spot.role->id, spot.access, level };

      if (spot.exists && sc_access_target_allows (spot.target, level))
        g_array_append_val (cells, cell);
    }
  what = sc_access_axes_get_column (self->axes, column);
  /* Translators: a privilege, a flow, table or role, a level. */
  name = g_strdup_printf (_ ("Set %s of “%s” to “%s”"), sc_access_get_title (what->access),
                          sc_access_axes_get_group_title (self->axes, what->group),
                          sc_level_get_title (level));
  after = sc_access_set_cells (sc_editor_get_solution (self->editor),
                               (const ScAccessCell *) cells->data, cells->len, &error);
  sc_editor_commit (self->editor, after, error, name, NULL);
}

void
sc_access_grid_install_menu_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "grid.column-level", "i", column_level_action);
}
