/* sc-access-page.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "sc-access-filter.h"
#include "sc-access-grid.h"
#include "sc-access-legend.h"
#include "sc-access-warnings.h"
#include "sc-command.h"

struct _ScAccessPage
{
  GtkWidget parent_instance;

  ScEditor *editor;
  gboolean all;
  gboolean turned;
  gboolean stale;         /* something changed while nobody could see it */
  ScList *targets;        /* of ScAccessTarget, as shown last */
  ScAccessLevels *levels; /* of these; NULL until something is shown */

  GtkWidget *box;
  GtkSearchEntry *filter;
  GtkWidget *turn;
  GtkStack *stack;
  ScAccessGrid *grid;
  ScAccessLegend *legend;
};

G_DEFINE_FINAL_TYPE (ScAccessPage, sc_access_page, GTK_TYPE_WIDGET)

static ScList *
list_targets (ScAccessPage *self, const ScSolution *solution)
{
  if (self->all)
    return sc_access_target_list_flows (solution);
  return sc_access_target_list_around (solution, sc_editor_get_metadata (self->editor),
                                       sc_editor_get_flow (self->editor));
}

/* Targets that are as they were stay the same values: what shows them compares by pointer. */
static const ScList *
keep_targets (ScAccessPage *self, const ScSolution *solution)
{
  g_autoptr (ScList) targets = list_targets (self, solution);

  if (!sc_value_equal (targets, self->targets))
    {
      sc_list_unref (self->targets);
      self->targets = g_steal_pointer (&targets);
    }
  return self->targets;
}

static const char *
show_axes (ScAccessPage *self, const ScSolution *solution)
{
  const ScList *targets = keep_targets (self, solution);
  ScAccessLevels *before = self->levels;
  GArray *role_positions, *target_positions;

  self->levels = sc_access_levels_new (solution->roles, targets, before);
  g_clear_pointer (&before, sc_access_levels_unref);
  if (!sc_access_filter (solution->roles, targets,
                         gtk_editable_get_text (GTK_EDITABLE (self->filter)), &role_positions,
                         &target_positions))
    return "no-match";
  sc_access_grid_set_axes (self->grid, sc_access_axes_new (self->levels, role_positions,
                                                           target_positions, self->turned));
  sc_access_legend_set_all (self->legend,
                            sc_access_axes_has_levels (sc_access_grid_get_axes (self->grid)));
  if (!self->all)
    {
      g_autoptr (GHashTable) warnings = sc_access_warnings_list (self->editor);

      sc_access_grid_set_warnings (self->grid, warnings);
    }
  return "grid";
}

static GPtrArray *
offer_cb (const ScRole *role, gpointer data)
{
  return sc_access_warnings_offer (SC_ACCESS_PAGE (data)->editor, role);
}

static void
update (ScAccessPage *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const char *shown;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  if (solution == NULL || solution->flows == NULL
      || (!self->all && sc_editor_get_flow (self->editor) == NULL))
    shown = "no-flow";
  else if (solution->roles == NULL)
    shown = "no-role";
  else
    shown = show_axes (self, solution);
  gtk_stack_set_visible_child_name (self->stack, shown);
}

static void
turn_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessPage *self = SC_ACCESS_PAGE (widget);

  self->turned = !self->turned;
  update (self);
}

static void
filter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (SC_ACCESS_PAGE (widget)->filter));
}

static void
sc_access_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sc_access_page_parent_class)->map (widget);
  if (SC_ACCESS_PAGE (widget)->stale)
    update (SC_ACCESS_PAGE (widget));
}

/* The keyboard begins in the grid, not at the filter. */
static gboolean
sc_access_page_grab_focus (GtkWidget *widget)
{
  ScAccessPage *self = SC_ACCESS_PAGE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
sc_access_page_dispose (GObject *object)
{
  ScAccessPage *self = SC_ACCESS_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->targets, sc_list_unref);
  g_clear_pointer (&self->levels, sc_access_levels_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_access_page_parent_class)->dispose (object);
}

static void
sc_access_page_class_init (ScAccessPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_access_page_dispose;
  widget_class->map = sc_access_page_map;
  widget_class->grab_focus = sc_access_page_grab_focus;

  g_type_ensure (SC_TYPE_ACCESS_GRID);
  g_type_ensure (SC_TYPE_ACCESS_LEGEND);
  gtk_widget_class_set_css_name (widget_class, "access-page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "page.turn", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, filter_action);
  sc_commands_bind (widget_class, "page");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/security/sc-access-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScAccessPage, box);
  gtk_widget_class_bind_template_child (widget_class, ScAccessPage, filter);
  gtk_widget_class_bind_template_child (widget_class, ScAccessPage, turn);
  gtk_widget_class_bind_template_child (widget_class, ScAccessPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ScAccessPage, grid);
  gtk_widget_class_bind_template_child (widget_class, ScAccessPage, legend);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
sc_access_page_init (ScAccessPage *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_filter (ScAccessPage *self)
{
  const char *name = self->all ? _ ("Filter roles and flows") : _ ("Filter roles and tables");

  g_object_set (self->filter, "placeholder-text", name, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

GtkWidget *
sc_access_page_new (ScEditor *editor, gboolean all)
{
  ScAccessPage *self = g_object_new (SC_TYPE_ACCESS_PAGE, NULL);

  self->editor = g_object_ref (editor);
  self->all = all;
  name_filter (self);
  gtk_widget_set_visible (self->turn, all);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.turn", all);
  sc_access_grid_set_editor (self->grid, editor);
  if (!all)
    sc_access_grid_set_offer (self->grid, offer_cb, self);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
