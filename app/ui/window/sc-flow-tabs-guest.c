/* sc-flow-tabs-guest.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-flow-tabs-private.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-flow-import.h"
#include "sc-id.h"

/* Tabs that are dragged from window to window. While they move, nothing else may be moved or
 * closed; all is put in order afterwards. */

static gboolean
is_of_same_document (ScFlowTabs *self, ScFlowTab *tab)
{
  return sc_editor_get_document (sc_flow_tab_get_editor (tab))
         == sc_editor_get_document (self->editor);
}

/* One step for Undo. */
static void
copy_flow (ScFlowTabs *self, ScFlowTab *tab)
{
  const ScSolution *from = sc_editor_get_solution (sc_flow_tab_get_editor (tab));
  const ScFlow *flow = sc_solution_find_flow (from, sc_flow_tab_get_flow (tab), NULL);
  const char *label = flow != NULL ? sc_flow_get_label (flow, from->language) : "";
  g_autofree char *id = sc_id_new ();
  g_autofree char *name = g_strdup_printf (_ ("Copy Flow “%s”"), label);
  g_autofree char *text = NULL;
  g_autoptr (ScPasteReport) report = NULL;
  GError *error = NULL;
  ScSolution *after = sc_edit_flow_import (sc_editor_get_solution (self->editor), from,
                                           sc_flow_tab_get_flow (tab), id, &report, &error);

  text = report != NULL && sc_paste_report_has_losses (report)
             ? sc_paste_report_text (report)
             : g_strdup_printf (_ ("“%s” was copied into this solution"), label);
  if (!sc_editor_commit (self->editor, after, error, name, NULL))
    return;
  sc_flow_tabs_open (self, id);
  g_signal_emit_by_name (self->editor, "told", text);
}

/* To where it came from, if that is still there. */
static void
hand_back (ScFlowTabs *self, AdwTabPage *page)
{
  int position;
  ScFlowTabs *home = SC_FLOW_TABS (sc_flow_tab_get_home (sc_flow_tabs_get_tab (page), &position));

  if (home == NULL || home->editor == NULL)
    adw_tab_view_close_page (self->view, page);
  else
    adw_tab_view_transfer_page (self->view, page, home->view,
                                MIN (position, adw_tab_view_get_n_pages (home->view)));
}

/* A flow has one tab: the selected one of two, or else the first. */
static gboolean
is_second (ScFlowTabs *self, AdwTabPage *page)
{
  AdwTabPage *selected = adw_tab_view_get_selected_page (self->view);
  const char *flow = sc_flow_tab_get_flow (sc_flow_tabs_get_tab (page));
  const char *open = sc_flow_tab_get_flow (sc_flow_tabs_get_tab (selected));

  if (page == selected)
    return FALSE;
  return sc_id_equal (flow, open) || sc_flow_tabs_find_page (self, flow) != page;
}

static void
receive (ScFlowTabs *self)
{
  for (int i = adw_tab_view_get_n_pages (self->view) - 1; i >= 0; i--)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (self->view, i);
      ScFlowTab *tab = sc_flow_tabs_get_tab (page);

      if (!is_of_same_document (self, tab))
        {
          copy_flow (self, tab);
          hand_back (self, page);
          return;
        }
    }
}

static gboolean
settle_cb (gpointer data)
{
  ScFlowTabs *self = data;

  self->settling = 0;
  receive (self);
  for (int i = adw_tab_view_get_n_pages (self->view) - 1; i >= 0; i--)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (self->view, i);

      if (is_second (self, page))
        adw_tab_view_close_page (self->view, page);
    }
  if (adw_tab_view_get_selected_page (self->view) == NULL)
    sc_flow_tabs_follow (self);
  else
    sc_flow_tabs_open_selected (self);
  sc_flow_tabs_close_gone (self);
  return G_SOURCE_REMOVE;
}

/* While a tab is in the air, where it came down is not known yet. */
void
sc_flow_tabs_settle (ScFlowTabs *self)
{
  if (self->settling == 0 && !adw_tab_view_get_is_transferring_page (self->view))
    self->settling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle_cb, self, NULL);
}

void
sc_flow_tabs_attached (ScFlowTabs *self, AdwTabPage *page)
{
  ScFlowTab *tab = sc_flow_tabs_get_tab (page);

  if (self->editor == NULL || sc_flow_tab_get_editor (tab) == self->editor)
    return;
  if (is_of_same_document (self, tab))
    sc_flow_tab_set_editor (tab, self->editor);
  sc_flow_tabs_settle (self);
}

void
sc_flow_tabs_detached (ScFlowTabs *self, AdwTabPage *page, int position)
{
  if (self->editor == NULL)
    return;
  sc_flow_tab_set_home (sc_flow_tabs_get_tab (page), GTK_WIDGET (self), position);
  if (adw_tab_view_get_n_pages (self->view) == 0)
    sc_flow_tabs_settle (self);
}

void
sc_flow_tabs_make_room (ScFlowTabs *self)
{
  for (int i = adw_tab_view_get_n_pages (self->view) - 1; i >= 0; i--)
    adw_tab_view_close_page (self->view, adw_tab_view_get_nth_page (self->view, i));
  g_ptr_array_set_size (self->closed, 0);
  sc_flow_tabs_settle (self);
}
