/* sc-access-grid.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-grid-private.h"

#include <glib/gi18n-lib.h>

#include "sc-command.h"

/* Milliseconds. */
#define SORT_DELAY 250

G_DEFINE_FINAL_TYPE_WITH_CODE (ScAccessGrid,
                               sc_access_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

/* Widgets that were used again stand in another order than what they show: who reads the tree wants
 * that of what is seen, but not with every step. */
static gboolean
sort_cb (gpointer data)
{
  ScAccessGrid *self = SC_ACCESS_GRID (data);

  self->sorting = 0;
  sc_access_grid_sort (self);
  return G_SOURCE_REMOVE;
}

static void
value_changed_cb (ScAccessGrid *self, GtkAdjustment *adjustment)
{
  gboolean horizontal = adjustment == self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkOrientation orientation = horizontal ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;
  int value = (int) gtk_adjustment_get_value (adjustment);

  if (self->configuring)
    return;
  if (horizontal && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    value
        = (int) (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment))
          - value;
  self->offsets[orientation] = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_clear_handle_id (&self->sorting, g_source_remove);
  self->sorting = g_timeout_add (SORT_DELAY, sort_cb, self);
}

static void
set_adjustment (ScAccessGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], value_changed_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
sc_access_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScAccessGrid *self = SC_ACCESS_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (GtkOrientation) (id - PROP_HADJUSTMENT), g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sc_access_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScAccessGrid *self = SC_ACCESS_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sc_access_grid_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 860 : 400;
}

/* What is about to stand for something else must not take the focus along. */
static void
keep_focus (ScAccessGrid *self, GtkWidget *before)
{
  if (before != NULL && gtk_widget_has_focus (before)
      && sc_access_grid_get_item (self, self->cursor) != before)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (gtk_widget_is_focus (GTK_WIDGET (self))
      && sc_access_grid_get_item (self, self->cursor) != NULL)
    gtk_widget_grab_focus (sc_access_grid_get_item (self, self->cursor));
}

static gboolean
prepare_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);

  self->preparing = 0;
  if (self->axes != NULL)
    sc_access_grid_prepare (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  return G_SOURCE_REMOVE;
}

/* TRUE when there are the widgets for that size; else they come with the next frame, since none can
 * be made during a layout. */
static gboolean
is_prepared (ScAccessGrid *self, int width, int height)
{
  if (self->prepared_width == width && self->prepared_height == height)
    return TRUE;
  if (self->preparing == 0)
    self->preparing = gtk_widget_add_tick_callback (GTK_WIDGET (self), prepare_cb, NULL, NULL);
  return FALSE;
}

static void
sc_access_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* What is in the menu is no part of the grid. */
  if (focus != NULL
      && (!gtk_widget_is_ancestor (focus, widget)
          || (self->menu != NULL && gtk_widget_is_ancestor (focus, self->menu))))
    focus = NULL;
  if (self->axes != NULL && (is_prepared (self, width, height) || self->prepared_width >= 0))
    {
      sc_access_grid_show_part (self, width, height);
      keep_focus (self, focus);
    }
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
sc_access_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);

  if (self->axes == NULL || self->geometry.groups == NULL)
    return;
  sc_access_grid_draw_lines (self, snapshot);
  gtk_widget_snapshot_child (widget, self->body, snapshot);
  gtk_widget_snapshot_child (widget, self->privileges, snapshot);
  gtk_widget_snapshot_child (widget, self->groups, snapshot);
  gtk_widget_snapshot_child (widget, self->corner, snapshot);
}

static void
sc_access_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);

  GTK_WIDGET_CLASS (sc_access_grid_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->circles, sc_access_circles_unref);
  sc_access_grid_clear_geometry (self);
  self->stale = TRUE;
  gtk_widget_queue_allocate (widget);
}

static void
sc_access_grid_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sc_access_grid_parent_class)->direction_changed (widget, previous);
  gtk_widget_queue_allocate (widget);
}

static gboolean
sc_access_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);

  if (self->axes == NULL || self->axes->n_rows == 0)
    return FALSE;
  /* The keys that walk the cells are bound; what is left leaves. */
  if (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN)
    {
      GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

      if (self->menu != NULL && focus != NULL && gtk_widget_is_ancestor (focus, self->menu))
        return gtk_widget_child_focus (self->menu, direction);
      return FALSE;
    }
  sc_access_grid_focus_cursor (self);
  return TRUE;
}

static gboolean
sc_access_grid_grab_focus (GtkWidget *widget)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);
  GtkWidget *item = self->axes != NULL ? sc_access_grid_get_item (self, self->cursor) : NULL;

  if (item != NULL && gtk_widget_grab_focus (item))
    return TRUE;
  return GTK_WIDGET_CLASS (sc_access_grid_parent_class)->grab_focus (widget);
}

static void
sc_access_grid_dispose (GObject *object)
{
  ScAccessGrid *self = SC_ACCESS_GRID (object);

  sc_access_grid_stop_painting (self);
  g_clear_handle_id (&self->sorting, g_source_remove);
  if (self->preparing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->preparing);
  self->preparing = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  sc_access_ring_clear (&self->rows);
  g_clear_pointer (&self->corner, gtk_widget_unparent);
  g_clear_pointer (&self->groups, gtk_widget_unparent);
  g_clear_pointer (&self->privileges, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->editor);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);

  G_OBJECT_CLASS (sc_access_grid_parent_class)->dispose (object);
}

static void
sc_access_grid_finalize (GObject *object)
{
  ScAccessGrid *self = SC_ACCESS_GRID (object);

  g_clear_pointer (&self->axes, sc_access_axes_free);
  g_clear_pointer (&self->circles, sc_access_circles_unref);
  g_clear_pointer (&self->warnings, g_hash_table_unref);
  g_clear_pointer (&self->repairs, g_ptr_array_unref);
  sc_access_grid_clear_geometry (self);

  G_OBJECT_CLASS (sc_access_grid_parent_class)->finalize (object);
}

static void
sc_access_grid_class_init (ScAccessGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_access_grid_dispose;
  object_class->finalize = sc_access_grid_finalize;
  object_class->set_property = sc_access_grid_set_property;
  object_class->get_property = sc_access_grid_get_property;
  widget_class->measure = sc_access_grid_measure;
  widget_class->size_allocate = sc_access_grid_size_allocate;
  widget_class->snapshot = sc_access_grid_snapshot;
  widget_class->css_changed = sc_access_grid_css_changed;
  widget_class->direction_changed = sc_access_grid_direction_changed;
  widget_class->focus = sc_access_grid_focus;
  widget_class->grab_focus = sc_access_grid_grab_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "access-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  sc_access_grid_bind_keys (widget_class);
  sc_access_grid_install_menu_actions (widget_class);
  sc_commands_bind (widget_class, "grid");
}

static void
sc_access_grid_init (ScAccessGrid *self)
{
  self->prepared_width = -1;
  sc_access_grid_add_parts (self);
  sc_access_grid_add_gestures (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (sc_access_grid_query_tooltip), NULL);
}

void
sc_access_grid_set_editor (ScAccessGrid *self, ScEditor *editor)
{
  g_return_if_fail (SC_IS_ACCESS_GRID (self));
  g_set_object (&self->editor, editor);
}

gboolean
sc_access_grid_can_edit (ScAccessGrid *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);

  return solution != NULL && !solution->managed;
}

ScAccessState
sc_access_grid_get_state (ScAccessGrid *self, guint row, guint column)
{
  ScAccessSpot spot = sc_access_axes_get (self->axes, row, column);

  if (sc_access_grid_is_painted (self, row, column))
    return (ScAccessState){ self->paint, NULL };
  return sc_access_axes_get_state (self->axes, &spot);
}

static void
rebind_row (GtkWidget *item, guint row, gpointer data)
{
  sc_access_grid_row_set (SC_ACCESS_GRID_ROW (item), row);
}

void
sc_access_grid_rebind (ScAccessGrid *self)
{
  if (!self->stale && self->circles != NULL)
    sc_access_ring_rebind (&self->rows, rebind_row, NULL);
}

static void
take_other_shape (ScAccessGrid *self, const ScAccessAxes *before)
{
  sc_access_grid_clear_geometry (self);
  self->stale = TRUE;
  self->cursor = sc_access_grid_find_cursor (self, before);
  if (before != NULL && before->turned != self->axes->turned)
    self->offsets[0] = self->offsets[1] = 0;
  gtk_label_set_label (GTK_LABEL (self->corner), self->axes->turned ? _ ("Flow") : _ ("Role"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      self->axes->turned ? _ ("Privileges on flows, by role") : _ ("Privileges of roles"), -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
sc_access_grid_set_axes (ScAccessGrid *self, ScAccessAxes *axes)
{
  g_autoptr (ScAccessAxes) before = NULL;

  g_return_if_fail (SC_IS_ACCESS_GRID (self));

  sc_access_grid_stop_painting (self);
  before = g_steal_pointer (&self->axes);
  self->axes = axes;
  if (before == NULL || !sc_access_axes_has_same_shape (before, axes))
    {
      take_other_shape (self, before);
      return;
    }
  sc_access_grid_rebind (self);
}

const ScAccessAxes *
sc_access_grid_get_axes (ScAccessGrid *self)
{
  g_return_val_if_fail (SC_IS_ACCESS_GRID (self), NULL);
  return self->axes;
}

void
sc_access_grid_set_warnings (ScAccessGrid *self, GHashTable *warnings)
{
  g_return_if_fail (SC_IS_ACCESS_GRID (self));

  g_clear_pointer (&self->warnings, g_hash_table_unref);
  self->warnings = warnings != NULL ? g_hash_table_ref (warnings) : NULL;
  sc_access_grid_rebind (self);
}

void
sc_access_grid_set_offer (ScAccessGrid *self, ScAccessGridOffer offer, gpointer data)
{
  g_return_if_fail (SC_IS_ACCESS_GRID (self));

  self->offer = offer;
  self->offer_data = data;
}

ScAccessGridCell *
sc_access_grid_get_cell (ScAccessGrid *self, guint row, guint column)
{
  GtkWidget *item;

  g_return_val_if_fail (SC_IS_ACCESS_GRID (self), NULL);

  item = sc_access_grid_get_item (self, (ScGridPlace){ (int) row, (int) column });
  return item != NULL ? SC_ACCESS_GRID_CELL (item) : NULL;
}
