/* sc-workspace.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-workspace.h"

#include "sc-banner.h"
#include "sc-navigator.h"
#include "sc-outline-view.h"
#include "sc-pane-cycle.h"
#include "sc-pane.h"
#include "sc-problems-pane.h"
#include "sc-security-view.h"
#include "sc-status-bar.h"

/* How much of the height the problems take at first. */
#define PROBLEMS_SHARE     0.24
#define MIN_PROBLEMS_SHARE 0.10
#define MAX_PROBLEMS_SHARE 0.70

struct _ScWorkspace
{
  GtkWidget parent_instance;

  ScEditor *editor;
  /* What the person wants where there is room; folding hides a pane, unfolding asks these. */
  gboolean wants_navigator;
  gboolean wants_inspector;
  guint folding;           /* source id, while folding has to be followed */
  double problems_share;   /* of the height, when it was last known */
  gboolean problems_mixed; /* what the pane is to be when it is made */
  gboolean was_placed;     /* the problems have been given their first height */

  GtkWidget *box;
  GtkPaned *paned;
  AdwFlap *navigator_flap;
  AdwFlap *inspector_flap;
  ScPane *navigator_pane;
  ScNavigator *navigator;
  ScPane *inspector_pane;
  ScSidePane *side_pane; /* NULL until it is made */
  ScFlowTabs *tabs;
  AdwBin *tabs_bin;
  AdwBin *banner_bin;
  ScBanner *banner; /* NULL until it is made */
  AdwBin *find_bin;
  AdwViewStack *views;
  GtkStack *design_pages;
  AdwBin *outline_bin;
  AdwBin *security_bin;
  AdwBin *problems_bin;
  AdwBin *status_bin;
  AdwViewSwitcherBar *switcher_bar;
};

G_DEFINE_FINAL_TYPE (ScWorkspace, sc_workspace, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_VIEW,
  PROP_SHOW_NAVIGATOR,
  PROP_SHOW_INSPECTOR,
  PROP_SHOW_PROBLEMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_design_page (ScWorkspace *self)
{
  gboolean has_flow = sc_editor_get_flow (self->editor) != NULL;

  gtk_stack_set_visible_child_name (self->design_pages, has_flow ? "canvas" : "empty");
}

/* A folded pane lies over the canvas, so it opens only when it is asked for; an unfolded one is as
 * the person left it. */
static gboolean
follow_folding (gpointer user_data)
{
  ScWorkspace *self = user_data;
  gboolean navigator_folded = adw_flap_get_folded (self->navigator_flap);
  gboolean inspector_folded = adw_flap_get_folded (self->inspector_flap);

  self->folding = 0;
  adw_flap_set_reveal_flap (self->navigator_flap, !navigator_folded && self->wants_navigator);
  adw_flap_set_reveal_flap (self->inspector_flap, !inspector_folded && self->wants_inspector);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, inspector_folded);
  return G_SOURCE_REMOVE;
}

/* Panes fold while they are given their size, when nothing may ask for another one. */
static void
folded_cb (ScWorkspace *self)
{
  if (self->folding == 0)
    self->folding = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_folding, self, NULL);
}

static void
navigator_revealed_cb (ScWorkspace *self)
{
  if (!adw_flap_get_folded (self->navigator_flap) && self->folding == 0)
    self->wants_navigator = adw_flap_get_reveal_flap (self->navigator_flap);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_NAVIGATOR]);
}

static void
inspector_revealed_cb (ScWorkspace *self)
{
  if (!adw_flap_get_folded (self->inspector_flap) && self->folding == 0)
    self->wants_inspector = adw_flap_get_reveal_flap (self->inspector_flap);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_INSPECTOR]);
}

/* A view is made when it is first seen. */
static void
view_changed_cb (ScWorkspace *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);
  gboolean security = g_strcmp0 (view, "security") == 0;

  if (g_strcmp0 (view, "outline") == 0 && adw_bin_get_child (self->outline_bin) == NULL)
    adw_bin_set_child (self->outline_bin, sc_outline_view_new (self->editor));
  if (security && adw_bin_get_child (self->security_bin) == NULL)
    adw_bin_set_child (self->security_bin, sc_security_view_new (self->editor));
  /* The inspector shows what is looked at: beside the matrix that is the flow, not a stage of it
   * that nobody sees. */
  if (security)
    sc_editor_select_nothing (self->editor);
  if (self->banner != NULL)
    sc_banner_set_has_security (self->banner, security);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
  /* Whatever had the keyboard is not seen any more. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Only one pane lies over the canvas at a time: two would leave nothing of it at 360 px. */
static void
show_navigator (ScWorkspace *self, gboolean show)
{
  if (show && adw_flap_get_folded (self->inspector_flap))
    adw_flap_set_reveal_flap (self->inspector_flap, FALSE);
  adw_flap_set_reveal_flap (self->navigator_flap, show);
}

void
sc_workspace_search_list (ScWorkspace *self)
{
  g_return_if_fail (SC_IS_WORKSPACE (self));

  show_navigator (self, TRUE);
  sc_navigator_search (self->navigator);
}

static void
show_inspector (ScWorkspace *self, gboolean show)
{
  if (show && adw_flap_get_folded (self->navigator_flap))
    adw_flap_set_reveal_flap (self->navigator_flap, FALSE);
  adw_flap_set_reveal_flap (self->inspector_flap, show);
}

void
sc_workspace_show_page (ScWorkspace *self, ScSidePage page)
{
  g_return_if_fail (SC_IS_WORKSPACE (self));

  show_inspector (self, TRUE);
  if (self->side_pane != NULL)
    sc_side_pane_show (self->side_pane, page);
}

static void
show_problems (ScWorkspace *self, gboolean show)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->problems_bin)) == show)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->problems_bin), show);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PROBLEMS]);
}

static void
flow_changed_cb (ScWorkspace *self)
{
  update_design_page (self);
  /* The person has chosen: out of the way of what they chose. */
  if (adw_flap_get_folded (self->navigator_flap))
    adw_flap_set_reveal_flap (self->navigator_flap, FALSE);
}

static void
sc_workspace_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  gtk_widget_measure (SC_WORKSPACE (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
sc_workspace_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScWorkspace *self = SC_WORKSPACE (widget);

  if (!self->was_placed)
    {
      self->was_placed = TRUE;
      gtk_paned_set_position (self->paned, height * (1 - self->problems_share));
    }
  gtk_widget_allocate (self->box, width, height, baseline, NULL);
}

/* The flow is what people look for: it is on the screen before the panes beside it are made. */
static void
after_paint_cb (ScWorkspace *self, GdkFrameClock *clock)
{
  GtkWidget *problems = sc_problems_pane_new (self->editor);

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  self->side_pane = SC_SIDE_PANE (sc_side_pane_new (self->editor));
  sc_pane_set_child (self->inspector_pane, GTK_WIDGET (self->side_pane));
  g_object_set (problems, "grouped", !self->problems_mixed, NULL);
  adw_bin_set_child (self->problems_bin, problems);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
sc_workspace_map (GtkWidget *widget)
{
  ScWorkspace *self = SC_WORKSPACE (widget);

  GTK_WIDGET_CLASS (sc_workspace_parent_class)->map (widget);

  if (adw_bin_get_child (self->problems_bin) == NULL)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                             G_CALLBACK (after_paint_cb), self, G_CONNECT_SWAPPED);
}

/* NULL while something else is shown. */
static GtkWidget *
get_shown_outline (ScWorkspace *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  return g_strcmp0 (view, "outline") == 0 ? adw_bin_get_child (self->outline_bin) : NULL;
}

/* The canvas or the outline: their keys work as soon as they are there. In what cannot have the
 * keyboard itself, the first that can. */
static gboolean
sc_workspace_grab_focus (GtkWidget *widget)
{
  ScWorkspace *self = SC_WORKSPACE (widget);
  GtkWidget *view = get_shown_outline (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->security_bin)))
    view = adw_bin_get_child (self->security_bin);
  else if (view == NULL)
    view = gtk_stack_get_visible_child (self->design_pages);
  return gtk_widget_grab_focus (view) || gtk_widget_get_focus_child (view) != NULL
         || gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

static void
sc_workspace_dispose (GObject *object)
{
  ScWorkspace *self = SC_WORKSPACE (object);

  g_clear_handle_id (&self->folding, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_workspace_parent_class)->dispose (object);
}

static void
sc_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScWorkspace *self = SC_WORKSPACE (object);

  switch (id)
    {
    case PROP_VIEW:
      g_value_set_string (value, adw_view_stack_get_visible_child_name (self->views));
      break;
    case PROP_SHOW_NAVIGATOR:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->navigator_flap));
      break;
    case PROP_SHOW_INSPECTOR:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->inspector_flap));
      break;
    case PROP_SHOW_PROBLEMS:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->problems_bin)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sc_workspace_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScWorkspace *self = SC_WORKSPACE (object);

  switch (id)
    {
    case PROP_VIEW:
      adw_view_stack_set_visible_child_name (self->views, g_value_get_string (value));
      break;
    case PROP_SHOW_NAVIGATOR:
      show_navigator (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_INSPECTOR:
      show_inspector (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_PROBLEMS:
      show_problems (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sc_workspace_class_init (ScWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = sc_workspace_dispose;
  object_class->get_property = sc_workspace_get_property;
  object_class->set_property = sc_workspace_set_property;
  widget_class->measure = sc_workspace_measure;
  widget_class->size_allocate = sc_workspace_size_allocate;
  widget_class->map = sc_workspace_map;
  widget_class->grab_focus = sc_workspace_grab_focus;
  sc_pane_cycle_bind_escape (widget_class);

  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "design", flags);
  properties[PROP_SHOW_NAVIGATOR]
      = g_param_spec_boolean ("show-navigator", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_INSPECTOR]
      = g_param_spec_boolean ("show-inspector", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_PROBLEMS] = g_param_spec_boolean ("show-problems", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SC_TYPE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stagecraft/Stagecraft/window/sc-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, box);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, paned);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, navigator_flap);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, navigator_pane);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, inspector_pane);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, tabs_bin);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, banner_bin);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, find_bin);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, views);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, design_pages);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, outline_bin);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, security_bin);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, problems_bin);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, status_bin);
  gtk_widget_class_bind_template_child (widget_class, ScWorkspace, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, navigator_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, inspector_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static void
sc_workspace_init (ScWorkspace *self)
{
  self->wants_navigator = TRUE;
  self->wants_inspector = TRUE;
  self->problems_share = PROBLEMS_SHARE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sc_workspace_new (ScEditor *editor)
{
  ScWorkspace *self = g_object_new (SC_TYPE_WORKSPACE, NULL);

  self->editor = g_object_ref (editor);
  self->navigator = SC_NAVIGATOR (sc_navigator_new (editor));
  sc_pane_set_child (self->navigator_pane, GTK_WIDGET (self->navigator));
  self->tabs = SC_FLOW_TABS (sc_flow_tabs_new (editor));
  adw_bin_set_child (self->tabs_bin, sc_flow_tabs_get_bar (self->tabs));
  gtk_stack_add_named (self->design_pages, GTK_WIDGET (self->tabs), "canvas");
  self->banner = SC_BANNER (sc_banner_new (editor));
  adw_bin_set_child (self->banner_bin, GTK_WIDGET (self->banner));
  adw_bin_set_child (self->status_bin, sc_status_bar_new (editor));

  g_signal_connect_object (editor, "changed", G_CALLBACK (update_design_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (flow_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_design_page (self);
  return GTK_WIDGET (self);
}

ScWorkspacePanes
sc_workspace_get_panes (ScWorkspace *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->paned));
  GtkWidget *problems = adw_bin_get_child (self->problems_bin);
  gboolean grouped = !self->problems_mixed;
  ScWorkspacePanes panes = {
    .navigator = self->wants_navigator,
    .inspector = self->wants_inspector,
    .problems = gtk_widget_get_visible (GTK_WIDGET (self->problems_bin)),
    .problems_share = self->problems_share,
  };

  if (problems != NULL)
    g_object_get (problems, "grouped", &grouped, NULL);
  panes.problems_mixed = !grouped;
  if (panes.problems && height > 0 && self->was_placed)
    panes.problems_share = 1 - (double) gtk_paned_get_position (self->paned) / height;
  return panes;
}

void
sc_workspace_set_panes (ScWorkspace *self, const ScWorkspacePanes *panes)
{
  GtkWidget *problems = adw_bin_get_child (self->problems_bin);

  self->problems_mixed = panes->problems_mixed;
  if (problems != NULL)
    g_object_set (problems, "grouped", !panes->problems_mixed, NULL);
  self->wants_navigator = panes->navigator;
  self->wants_inspector = panes->inspector;
  adw_flap_set_reveal_flap (self->navigator_flap, panes->navigator);
  adw_flap_set_reveal_flap (self->inspector_flap, panes->inspector);
  show_problems (self, panes->problems);
  if (panes->problems_share > 0)
    self->problems_share = CLAMP (panes->problems_share, MIN_PROBLEMS_SHARE, MAX_PROBLEMS_SHARE);
}

gboolean
sc_workspace_step_problem (ScWorkspace *self, int direction)
{
  GtkWidget *problems = adw_bin_get_child (self->problems_bin);

  return problems != NULL && sc_problems_pane_step (SC_PROBLEMS_PANE (problems), direction);
}

void
sc_workspace_get_pane_widgets (ScWorkspace *self, GtkWidget *panes[SC_N_WORKSPACE_PANES])
{
  panes[SC_WORKSPACE_NAVIGATOR] = GTK_WIDGET (self->navigator);
  panes[SC_WORKSPACE_VIEW] = GTK_WIDGET (self->views);
  panes[SC_WORKSPACE_INSPECTOR] = GTK_WIDGET (self->inspector_pane);
  panes[SC_WORKSPACE_PROBLEMS] = GTK_WIDGET (self->problems_bin);
}

GtkWidget *
sc_workspace_get_command_target (ScWorkspace *self)
{
  GtkWidget *outline = get_shown_outline (self);

  if (outline != NULL)
    return sc_outline_view_get_command_target (SC_OUTLINE_VIEW (outline));
  return sc_flow_tabs_get_command_target (self->tabs);
}

ScFlowTabs *
sc_workspace_get_tabs (ScWorkspace *self)
{
  return self->tabs;
}

ScFindBar *
sc_workspace_get_find_bar (ScWorkspace *self)
{
  if (adw_bin_get_child (self->find_bin) == NULL)
    adw_bin_set_child (self->find_bin, sc_find_bar_new (self->editor));
  return SC_FIND_BAR (adw_bin_get_child (self->find_bin));
}
