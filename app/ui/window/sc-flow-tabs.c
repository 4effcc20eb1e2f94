/* sc-flow-tabs.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-flow-tabs-private.h"

#include "sc-command.h"
#include "sc-id.h"
#include "sc-window-resources.h"

/* More than anybody wants back. */
#define MAX_CLOSED 32

G_DEFINE_FINAL_TYPE (ScFlowTabs, sc_flow_tabs, GTK_TYPE_WIDGET)

enum
{
  TABS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

ScFlowTab *
sc_flow_tabs_get_tab (AdwTabPage *page)
{
  return page != NULL ? SC_FLOW_TAB (adw_tab_page_get_child (page)) : NULL;
}

gboolean
sc_flow_tabs_knows (ScFlowTabs *self, const char *flow)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);

  return solution != NULL && flow != NULL && sc_solution_find_flow (solution, flow, NULL) != NULL;
}

static gboolean
is_own (ScFlowTabs *self, ScFlowTab *tab)
{
  return tab != NULL && sc_flow_tab_get_editor (tab) == self->editor;
}

/* Its flow is not there any more. */
static gboolean
is_gone (ScFlowTabs *self, AdwTabPage *page)
{
  ScFlowTab *tab = sc_flow_tabs_get_tab (page);

  return is_own (self, tab) && !sc_flow_tabs_knows (self, sc_flow_tab_get_flow (tab));
}

AdwTabPage *
sc_flow_tabs_find_page (ScFlowTabs *self, const char *flow)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->view); i++)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (self->view, i);

      ScFlowTab *tab = sc_flow_tabs_get_tab (page);

      if (is_own (self, tab) && sc_id_equal (sc_flow_tab_get_flow (tab), flow))
        return page;
    }
  return NULL;
}

static void
tell_changed (ScFlowTabs *self)
{
  g_signal_emit (self, signals[TABS_CHANGED], 0);
}

/* The nearest tab whose flow is there: to the right, or else to the left. */
static const char *
find_neighbour (ScFlowTabs *self, AdwTabPage *page)
{
  int position = adw_tab_view_get_page_position (self->view, page);
  int n = adw_tab_view_get_n_pages (self->view);

  for (int i = 1; i < n; i++)
    {
      int at = position + i < n ? position + i : n - 1 - i;
      AdwTabPage *other = adw_tab_view_get_nth_page (self->view, at);
      const char *flow = sc_flow_tab_get_flow (sc_flow_tabs_get_tab (other));

      if (sc_flow_tabs_knows (self, flow))
        return flow;
    }
  return NULL;
}

void
sc_flow_tabs_close_gone (ScFlowTabs *self)
{
  for (int i = adw_tab_view_get_n_pages (self->view) - 1; i >= 0; i--)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (self->view, i);

      if (!adw_tab_page_get_selected (page) && is_gone (self, page))
        adw_tab_view_close_page (self->view, page);
    }
}

static void
append (ScFlowTabs *self, const char *flow, AdwTabPage *beside)
{
  GtkWidget *tab = sc_flow_tab_new (self->editor, flow);

  adw_tab_view_add_page (self->view, tab, beside);
}

void
sc_flow_tabs_follow (ScFlowTabs *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  AdwTabPage *selected = adw_tab_view_get_selected_page (self->view);
  AdwTabPage *page = flow != NULL ? sc_flow_tabs_find_page (self, flow->id) : NULL;

  if (flow == NULL)
    {
      if (selected != NULL)
        adw_tab_view_close_other_pages (self->view, selected);
      if (selected != NULL)
        adw_tab_view_close_page (self->view, selected);
      return;
    }
  if (page != NULL)
    adw_tab_view_set_selected_page (self->view, page);
  else if (selected != NULL && is_own (self, sc_flow_tabs_get_tab (selected)))
    sc_flow_tab_set_flow (sc_flow_tabs_get_tab (selected), flow->id);
  else
    append (self, flow->id, NULL);
  sc_flow_tabs_close_gone (self);
  sc_flow_tabs_show_titles (self);
}

static void
changed_cb (ScEditor *editor, const ScSolution *before, const ScSolution *after, ScFlowTabs *self)
{
  AdwTabPage *selected = adw_tab_view_get_selected_page (self->view);

  if (before == NULL)
    g_ptr_array_set_size (self->closed, 0);
  /* Its tab goes when the other flow is open. */
  if (selected != NULL && is_gone (self, selected))
    sc_editor_open_instead (editor, find_neighbour (self, selected));
  sc_flow_tabs_close_gone (self);
  if (after != NULL)
    sc_flow_tabs_show_titles (self);
  tell_changed (self);
}

void
sc_flow_tabs_open_selected (ScFlowTabs *self)
{
  AdwTabPage *page = adw_tab_view_get_selected_page (self->view);
  ScFlowTab *tab = sc_flow_tabs_get_tab (page);

  if (self->editor != NULL && is_own (self, tab) && !is_gone (self, page))
    sc_editor_open_flow (self->editor, sc_flow_tab_get_flow (tab));
}

static void
attached_cb (ScFlowTabs *self, AdwTabPage *page)
{
  sc_flow_tabs_attached (self, page);
}

static void
detached_cb (ScFlowTabs *self, AdwTabPage *page, int position)
{
  sc_flow_tabs_detached (self, page, position);
}

static void
transferring_cb (ScFlowTabs *self)
{
  if (self->editor != NULL)
    sc_flow_tabs_settle (self);
}

static void
n_pages_cb (ScFlowTabs *self)
{
  if (self->editor == NULL)
    return;
  sc_flow_tabs_show_titles (self);
  tell_changed (self);
}

static gboolean
close_page_cb (ScFlowTabs *self, AdwTabPage *page)
{
  if (self->closed->len == MAX_CLOSED)
    g_ptr_array_remove_index (self->closed, 0);
  g_ptr_array_add (self->closed, g_strdup (sc_flow_tab_get_flow (sc_flow_tabs_get_tab (page))));
  return GDK_EVENT_PROPAGATE;
}

static void
setup_menu_cb (ScFlowTabs *self, AdwTabPage *page)
{
  g_set_weak_pointer (&self->menu_page, page);
  tell_changed (self);
}

/* The selected one, or that of the menu. */
static AdwTabPage *
get_meant (ScFlowTabs *self)
{
  return self->menu_page != NULL && adw_tab_page_get_child (self->menu_page) != NULL
             ? self->menu_page
             : adw_tab_view_get_selected_page (self->view);
}

static gboolean
sc_flow_tabs_grab_focus (GtkWidget *widget)
{
  ScFlowTab *tab
      = sc_flow_tabs_get_tab (adw_tab_view_get_selected_page (SC_FLOW_TABS (widget)->view));

  return tab != NULL && gtk_widget_grab_focus (GTK_WIDGET (sc_flow_tab_get_view (tab)));
}

static void
sc_flow_tabs_dispose (GObject *object)
{
  ScFlowTabs *self = SC_FLOW_TABS (object);

  g_clear_weak_pointer (&self->menu_page);
  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_object (&self->editor);
  if (self->bar != NULL)
    adw_tab_bar_set_view (self->bar, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_FLOW_TABS);

  G_OBJECT_CLASS (sc_flow_tabs_parent_class)->dispose (object);
}

static void
sc_flow_tabs_finalize (GObject *object)
{
  g_ptr_array_unref (SC_FLOW_TABS (object)->closed);

  G_OBJECT_CLASS (sc_flow_tabs_parent_class)->finalize (object);
}

static void
sc_flow_tabs_class_init (ScFlowTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_flow_tabs_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_flow_tabs_finalize;
  widget_class->grab_focus = sc_flow_tabs_grab_focus;

  signals[TABS_CHANGED] = g_signal_new ("tabs-changed", SC_TYPE_FLOW_TABS, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* Resources of a static library are only linked in when something names them. */
  sc_window_get_resource ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stagecraft/Stagecraft/window/sc-flow-tabs.ui");
  gtk_widget_class_bind_template_child (widget_class, ScFlowTabs, view);
  gtk_widget_class_bind_template_child (widget_class, ScFlowTabs, bar);
  gtk_widget_class_bind_template_callback (widget_class, sc_flow_tabs_open_selected);
  gtk_widget_class_bind_template_callback (widget_class, attached_cb);
  gtk_widget_class_bind_template_callback (widget_class, detached_cb);
  gtk_widget_class_bind_template_callback (widget_class, transferring_cb);
  gtk_widget_class_bind_template_callback (widget_class, n_pages_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_menu_cb);
}

static GMenuModel *
new_menu (void)
{
  static const char *const actions[]
      = { "win.tab-to-window", "win.copy-flow", NULL, "win.close-other-tabs", "win.close-tab" };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i] != NULL)
      {
        sc_command_append (section, actions[i], SC_ITEM_ALWAYS);
      }
    else
      {
        g_object_unref (section);
        section = g_menu_new ();
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
      }
  return G_MENU_MODEL (menu);
}

static void
sc_flow_tabs_init (ScFlowTabs *self)
{
  g_autoptr (GMenuModel) menu = new_menu ();

  self->closed = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_tab_view_set_menu_model (self->view, menu);
}

/* Views that are made later hear of what is opened after the tabs have changed over. */
GtkWidget *
sc_flow_tabs_new (ScEditor *editor)
{
  ScFlowTabs *self = g_object_new (SC_TYPE_FLOW_TABS, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (sc_flow_tabs_follow), self,
                           G_CONNECT_SWAPPED);
  sc_flow_tabs_follow (self);
  return GTK_WIDGET (self);
}

GtkWidget *
sc_flow_tabs_get_bar (ScFlowTabs *self)
{
  return GTK_WIDGET (self->bar);
}

AdwTabView *
sc_flow_tabs_get_tab_view (ScFlowTabs *self)
{
  return self->view;
}

ScEditor *
sc_flow_tabs_get_editor (ScFlowTabs *self)
{
  return self->editor;
}

guint
sc_flow_tabs_get_n_tabs (ScFlowTabs *self)
{
  return (guint) adw_tab_view_get_n_pages (self->view);
}

const char *
sc_flow_tabs_get_flow (ScFlowTabs *self)
{
  ScFlowTab *tab = sc_flow_tabs_get_tab (get_meant (self));

  return tab != NULL ? sc_flow_tab_get_flow (tab) : NULL;
}

void
sc_flow_tabs_open (ScFlowTabs *self, const char *flow)
{
  AdwTabPage *selected = adw_tab_view_get_selected_page (self->view);

  if (!sc_flow_tabs_knows (self, flow))
    return;
  if (sc_flow_tabs_find_page (self, flow) == NULL)
    append (self, flow, selected);
  sc_editor_open_flow (self->editor, flow);
}

void
sc_flow_tabs_close (ScFlowTabs *self)
{
  if (sc_flow_tabs_get_n_tabs (self) > 1)
    adw_tab_view_close_page (self->view, get_meant (self));
}

void
sc_flow_tabs_close_others (ScFlowTabs *self)
{
  AdwTabPage *page = get_meant (self);

  if (page != NULL)
    adw_tab_view_close_other_pages (self->view, page);
}

void
sc_flow_tabs_step (ScFlowTabs *self, int direction)
{
  int n = adw_tab_view_get_n_pages (self->view);
  AdwTabPage *page = adw_tab_view_get_selected_page (self->view);
  int position = page != NULL ? adw_tab_view_get_page_position (self->view, page) : 0;

  if (n > 1)
    adw_tab_view_set_selected_page (
        self->view, adw_tab_view_get_nth_page (self->view, (position + direction + n) % n));
}

void
sc_flow_tabs_go_to (ScFlowTabs *self, guint position)
{
  if (position < sc_flow_tabs_get_n_tabs (self))
    adw_tab_view_set_selected_page (self->view,
                                    adw_tab_view_get_nth_page (self->view, (int) position));
}

void
sc_flow_tabs_shift (ScFlowTabs *self, int direction)
{
  AdwTabPage *page = get_meant (self);

  if (page != NULL && direction > 0)
    adw_tab_view_reorder_forward (self->view, page);
  else if (page != NULL)
    adw_tab_view_reorder_backward (self->view, page);
}

static int
find_closed (ScFlowTabs *self)
{
  for (int i = (int) self->closed->len - 1; i >= 0; i--)
    {
      const char *flow = g_ptr_array_index (self->closed, i);

      if (sc_flow_tabs_knows (self, flow) && sc_flow_tabs_find_page (self, flow) == NULL)
        return i;
    }
  return -1;
}

gboolean
sc_flow_tabs_can_reopen (ScFlowTabs *self)
{
  return find_closed (self) >= 0;
}

void
sc_flow_tabs_reopen (ScFlowTabs *self)
{
  int closed = find_closed (self);

  if (closed >= 0)
    {
      g_autofree char *flow = g_ptr_array_steal_index (self->closed, (guint) closed);

      sc_flow_tabs_open (self, flow);
    }
}

GtkWidget *
sc_flow_tabs_get_command_target (ScFlowTabs *self)
{
  ScFlowTab *tab = sc_flow_tabs_get_tab (adw_tab_view_get_selected_page (self->view));

  return tab != NULL ? sc_canvas_view_get_command_target (sc_flow_tab_get_view (tab)) : NULL;
}
