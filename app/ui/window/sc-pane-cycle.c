/* sc-pane-cycle.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-pane-cycle.h"

/* The one that has the keyboard; -1. */
static int
find_current (GtkWidget *const *panes, GtkWidget *focus)
{
  for (int i = 0; i < SC_N_WORKSPACE_PANES; i++)
    if (panes[i] != NULL && focus != NULL
        && (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
      return i;
  return -1;
}

static gboolean
enter (ScWorkspace *workspace, GtkWidget *const *panes, int pane)
{
  if (panes[pane] == NULL || !gtk_widget_get_mapped (panes[pane]))
    return FALSE;
  if (pane == SC_WORKSPACE_VIEW)
    return gtk_widget_grab_focus (GTK_WIDGET (workspace));
  return gtk_widget_grab_focus (panes[pane])
         || gtk_widget_child_focus (panes[pane], GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
get_focus (ScWorkspace *workspace)
{
  return gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (workspace)));
}

void
sc_pane_cycle_step (ScWorkspace *workspace, int direction)
{
  GtkWidget *panes[SC_N_WORKSPACE_PANES] = { NULL };
  int at;

  sc_workspace_get_pane_widgets (workspace, panes);
  at = find_current (panes, get_focus (workspace));
  if (at < 0)
    at = SC_WORKSPACE_VIEW - direction;
  for (int i = 0; i < SC_N_WORKSPACE_PANES; i++)
    {
      at = (at + direction + SC_N_WORKSPACE_PANES) % SC_N_WORKSPACE_PANES;
      if (enter (workspace, panes, at))
        break;
    }
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  return gtk_widget_grab_focus (widget);
}

void
sc_pane_cycle_bind_escape (GtkWidgetClass *workspace_class)
{
  gtk_widget_class_add_binding (workspace_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}
