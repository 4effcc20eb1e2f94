/* sc-flow-tab.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-flow-tab.h"

struct _ScFlowTab
{
  AdwBin parent_instance;

  ScEditor *editor;
  char *flow;
  GtkWidget *home; /* weak */
  int position;    /* there */
};

G_DEFINE_FINAL_TYPE (ScFlowTab, sc_flow_tab, ADW_TYPE_BIN)

/* What is on the other pages is not read out. */
static void
set_hidden (GtkWidget *widget, gboolean hidden)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, hidden, -1);
}

static void
sc_flow_tab_map (GtkWidget *widget)
{
  sc_flow_tab_get_view (SC_FLOW_TAB (widget));
  set_hidden (widget, FALSE);

  GTK_WIDGET_CLASS (sc_flow_tab_parent_class)->map (widget);
}

static void
sc_flow_tab_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sc_flow_tab_parent_class)->unmap (widget);

  set_hidden (widget, TRUE);
}

static void
sc_flow_tab_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_weak_pointer (&SC_FLOW_TAB (object)->home);
  g_clear_object (&SC_FLOW_TAB (object)->editor);

  G_OBJECT_CLASS (sc_flow_tab_parent_class)->dispose (object);
}

static void
sc_flow_tab_finalize (GObject *object)
{
  g_free (SC_FLOW_TAB (object)->flow);

  G_OBJECT_CLASS (sc_flow_tab_parent_class)->finalize (object);
}

static void
sc_flow_tab_class_init (ScFlowTabClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_flow_tab_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_flow_tab_finalize;
  GTK_WIDGET_CLASS (klass)->map = sc_flow_tab_map;
  GTK_WIDGET_CLASS (klass)->unmap = sc_flow_tab_unmap;
}

static void
sc_flow_tab_init (ScFlowTab *self)
{
}

GtkWidget *
sc_flow_tab_new (ScEditor *editor, const char *flow)
{
  ScFlowTab *self = g_object_new (SC_TYPE_FLOW_TAB, NULL);

  self->editor = g_object_ref (editor);
  self->flow = g_strdup (flow);
  return GTK_WIDGET (self);
}

const char *
sc_flow_tab_get_flow (ScFlowTab *self)
{
  return self->flow;
}

void
sc_flow_tab_set_flow (ScFlowTab *self, const char *flow)
{
  GtkWidget *view = adw_bin_get_child (ADW_BIN (self));

  g_free (self->flow);
  self->flow = g_strdup (flow);
  if (view != NULL)
    sc_canvas_view_show_only (SC_CANVAS_VIEW (view), self->flow);
}

ScEditor *
sc_flow_tab_get_editor (ScFlowTab *self)
{
  return self->editor;
}

void
sc_flow_tab_set_editor (ScFlowTab *self, ScEditor *editor)
{
  if (!g_set_object (&self->editor, editor))
    return;
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sc_flow_tab_get_view (self);
}

GtkWidget *
sc_flow_tab_get_home (ScFlowTab *self, int *position)
{
  if (position != NULL)
    *position = self->position;
  return self->home;
}

void
sc_flow_tab_set_home (ScFlowTab *self, GtkWidget *home, int position)
{
  g_set_weak_pointer (&self->home, home);
  self->position = position;
}

ScCanvasView *
sc_flow_tab_get_view (ScFlowTab *self)
{
  if (adw_bin_get_child (ADW_BIN (self)) == NULL)
    adw_bin_set_child (ADW_BIN (self), sc_canvas_view_new_for (self->editor, self->flow));
  return SC_CANVAS_VIEW (adw_bin_get_child (ADW_BIN (self)));
}
