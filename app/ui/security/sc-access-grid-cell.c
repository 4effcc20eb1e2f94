/* sc-access-grid-cell.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-grid-cell.h"

#include <glib/gi18n-lib.h>

#include "sc-access-grid.h"

struct _ScAccessGridCell
{
  GtkWidget parent_instance;

  ScAccessCircles *circles;
  ScAccessSpot spot; /* with references */
  ScAccessState state;
};

G_DEFINE_FINAL_TYPE (ScAccessGridCell, sc_access_grid_cell, GTK_TYPE_WIDGET)

static ScCircleKind
get_kind (const ScAccessSpot *spot, ScAccessState state)
{
  if (!spot->exists)
    return SC_CIRCLE_ABSENT;
  if (state.unknown != NULL)
    return SC_CIRCLE_UNKNOWN;
  return sc_access_target_allows (spot->target, state.level) ? SC_CIRCLE_PLAIN : SC_CIRCLE_ODD;
}

static void
sc_access_grid_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScAccessGridCell *self = SC_ACCESS_GRID_CELL (widget);

  if (self->circles != NULL)
    sc_access_circles_append (self->circles, snapshot, self->state.level,
                              get_kind (&self->spot, self->state), gtk_widget_get_width (widget),
                              gtk_widget_get_height (widget));
}

static void
sc_access_grid_cell_dispose (GObject *object)
{
  ScAccessGridCell *self = SC_ACCESS_GRID_CELL (object);

  g_clear_pointer (&self->circles, sc_access_circles_unref);
  sc_role_unref ((ScRole *) self->spot.role);
  sc_access_target_unref ((ScAccessTarget *) self->spot.target);
  self->spot = (ScAccessSpot){ NULL };

  G_OBJECT_CLASS (sc_access_grid_cell_parent_class)->dispose (object);
}

/* For those who act without pointer and keys. */
static void
next_level_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *grid = gtk_widget_get_ancestor (widget, SC_TYPE_ACCESS_GRID);

  if (grid != NULL)
    sc_access_grid_activate_cell (SC_ACCESS_GRID (grid), SC_ACCESS_GRID_CELL (widget));
}

static void
sc_access_grid_cell_class_init (ScAccessGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_access_grid_cell_dispose;
  widget_class->snapshot = sc_access_grid_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "access-grid-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_install_action (widget_class, "cell.next-level", NULL, next_level_action);
}

static void
sc_access_grid_cell_init (ScAccessGridCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sc_access_grid_cell_new (void)
{
  return g_object_new (SC_TYPE_ACCESS_GRID_CELL, NULL);
}

static char *
describe_level (const ScAccessSpot *spot, ScAccessState state)
{
  if (!spot->exists)
    return g_strdup (_ ("there is no such privilege"));
  if (state.unknown == NULL && sc_access_target_allows (spot->target, state.level))
    return g_strdup (sc_level_get_title (state.level));
  if (state.unknown == NULL)
    return g_strdup_printf (_ ("%s, which this table does not allow"),
                            sc_level_get_title (state.level));
  return g_strdup_printf (_ ("a level that Stagecraft does not know, “%s”"), state.unknown);
}

char *
sc_access_grid_cell_describe (const ScAccessSpot *spot, ScAccessState state)
{
  g_autofree char *level = describe_level (spot, state);

  /* Translators: a role, a privilege, a flow or table, a level. */
  return g_strdup_printf (_ ("%s, %s on %s, %s"), spot->role->name != NULL ? spot->role->name : "",
                          sc_access_get_title (spot->access),
                          spot->target->title != NULL ? spot->target->title : "", level);
}

static gboolean
stands_for (ScAccessGridCell *self, const ScAccessSpot *spot)
{
  return self->spot.role == spot->role && self->spot.target == spot->target
         && self->spot.access == spot->access;
}

void
sc_access_grid_cell_set (ScAccessGridCell *self,
                         ScAccessCircles *circles,
                         const ScAccessSpot *spot,
                         ScAccessState state)
{
  g_autofree char *label = NULL;

  g_return_if_fail (SC_IS_ACCESS_GRID_CELL (self));

  if (self->circles != circles)
    {
      g_clear_pointer (&self->circles, sc_access_circles_unref);
      self->circles = sc_access_circles_ref (circles);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  if (stands_for (self, spot) && self->state.level == state.level
      && g_strcmp0 (self->state.unknown, state.unknown) == 0)
    return;
  sc_role_ref (spot->role);
  sc_access_target_ref (spot->target);
  sc_role_unref ((ScRole *) self->spot.role);
  sc_access_target_unref ((ScAccessTarget *) self->spot.target);
  self->spot = *spot;
  self->state = state;
  label = sc_access_grid_cell_describe (spot, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

ScAccessSpot
sc_access_grid_cell_get_spot (ScAccessGridCell *self)
{
  return self->spot;
}
