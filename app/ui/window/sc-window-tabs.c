/* sc-window-tabs.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-window-private.h"

static ScFlowTabs *
get_tabs (gpointer window)
{
  ScWindow *self = window;

  return self->workspace != NULL ? sc_workspace_get_tabs (self->workspace) : NULL;
}

/* Another window on the same document, for that flow; NULL: the first. */
static ScWindow *
open_beside (ScWindow *self, const char *flow)
{
  ScWindow *window = sc_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  sc_window_show_document (window, sc_editor_get_document (self->editor));
  if (flow != NULL)
    sc_editor_open_flow (window->editor, flow);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* A tab was dropped outside of all windows: it gets one. */
static AdwTabView *
create_window_cb (ScWindow *self)
{
  ScWindow *window = open_beside (self, NULL);

  sc_flow_tabs_make_room (get_tabs (window));
  return sc_flow_tabs_get_tab_view (get_tabs (window));
}

static void
open_flow_tab_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_flow_tabs_open (get_tabs (self), g_variant_get_string (parameter, NULL));
}

static void
open_flow_window_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  open_beside (self, g_variant_get_string (parameter, NULL));
}

static void
tab_to_window_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  const char *flow = sc_flow_tabs_get_flow (get_tabs (self));

  if (flow != NULL)
    open_beside (self, flow);
}

/* The last one is the window. */
static void
close_tab_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  ScFlowTabs *tabs = get_tabs (self);

  if (tabs != NULL && sc_flow_tabs_get_n_tabs (tabs) > 1)
    sc_flow_tabs_close (tabs);
  else
    gtk_window_close (self);
}

static void
close_other_tabs_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_flow_tabs_close_others (get_tabs (self));
}

static void
reopen_tab_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_flow_tabs_reopen (get_tabs (self));
}

static void
next_tab_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_flow_tabs_step (get_tabs (self), 1);
}

static void
previous_tab_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_flow_tabs_step (get_tabs (self), -1);
}

static void
go_to_tab_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_flow_tabs_go_to (get_tabs (self), (guint) g_variant_get_int32 (parameter));
}

static void
move_tab_right_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_flow_tabs_shift (get_tabs (self), 1);
}

static void
move_tab_left_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_flow_tabs_shift (get_tabs (self), -1);
}

static const GActionEntry entries[] = {
  { .name = "close-tab", .activate = close_tab_action },
};

/* These need a document, */
static const GActionEntry flow_entries[] = {
  { .name = "open-flow-tab", .activate = open_flow_tab_action, .parameter_type = "s" },
  { .name = "open-flow-window", .activate = open_flow_window_action, .parameter_type = "s" },
  { .name = "tab-to-window", .activate = tab_to_window_action },
};

/* these a second tab, */
static const GActionEntry tab_entries[] = {
  { .name = "close-other-tabs", .activate = close_other_tabs_action },
  { .name = "next-tab", .activate = next_tab_action },
  { .name = "previous-tab", .activate = previous_tab_action },
  { .name = "go-to-tab", .activate = go_to_tab_action, .parameter_type = "i" },
  { .name = "move-tab-right", .activate = move_tab_right_action },
  { .name = "move-tab-left", .activate = move_tab_left_action },
};

/* and this one a tab that was closed. */
static const GActionEntry closed_entries[] = {
  { .name = "reopen-tab", .activate = reopen_tab_action },
};

static void
set_enabled (ScWindow *self, const GActionEntry *actions, guint n, gboolean enabled)
{
  for (guint i = 0; i < n; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

void
sc_window_update_tab_actions (ScWindow *self)
{
  ScFlowTabs *tabs = get_tabs (self);

  set_enabled (self, flow_entries, G_N_ELEMENTS (flow_entries), tabs != NULL);
  set_enabled (self, tab_entries, G_N_ELEMENTS (tab_entries),
               tabs != NULL && sc_flow_tabs_get_n_tabs (tabs) > 1);
  set_enabled (self, closed_entries, G_N_ELEMENTS (closed_entries),
               tabs != NULL && sc_flow_tabs_can_reopen (tabs));
}

/* Nine commands would be too many for a list of commands. */
void
sc_window_bind_tab_keys (GtkWidgetClass *klass)
{
  for (int i = 0; i < 9; i++)
    gtk_widget_class_add_binding_action (klass, (guint) (GDK_KEY_1 + i), GDK_ALT_MASK,
                                         "win.go-to-tab", "i", i);
}

void
sc_window_init_tab_actions (ScWindow *self)
{
  GActionMap *map = G_ACTION_MAP (self);

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action_entries (map, flow_entries, G_N_ELEMENTS (flow_entries), self);
  g_action_map_add_action_entries (map, tab_entries, G_N_ELEMENTS (tab_entries), self);
  g_action_map_add_action_entries (map, closed_entries, G_N_ELEMENTS (closed_entries), self);
}

void
sc_window_add_tabs (ScWindow *self)
{
  g_signal_connect_object (get_tabs (self), "tabs-changed",
                           G_CALLBACK (sc_window_update_tab_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sc_flow_tabs_get_tab_view (get_tabs (self)), "create-window",
                           G_CALLBACK (create_window_cb), self, G_CONNECT_SWAPPED);
  sc_window_update_tab_actions (self);
}
