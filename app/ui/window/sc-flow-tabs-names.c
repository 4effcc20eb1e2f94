/* sc-flow-tabs-names.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-flow-tabs-private.h"

#include <glib/gi18n-lib.h>

#include "sc-id.h"
#include "sc-severity.h"

/* libadwaita 1.2 gives the tabs of its bar no names: what can have the focus is a nameless widget
 * around each tab, and the button in it is called after its picture. */

/* Nobody is told a name that they know. */
static void
set_name (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (g_object_get_data (G_OBJECT (widget), "sc-name"), name) == 0)
    return;
  g_object_set_data_full (G_OBJECT (widget), "sc-name", g_strdup (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_buttons (GtkWidget *tab, AdwTabPage *page)
{
  g_autofree char *close = g_strdup_printf (_ ("Close %s"), adw_tab_page_get_title (page));

  for (GtkWidget *child = gtk_widget_get_first_child (tab); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      set_name (child, gtk_widget_has_css_class (child, "tab-close-button")
                           ? close
                           : adw_tab_page_get_indicator_tooltip (page));
}

/* "Lead to Opportunity, selected, 2 errors" */
static void
name_tab (GtkWidget *tab, AdwTabPage *page)
{
  GtkWidget *around = gtk_widget_get_parent (tab);
  const char *errors = adw_tab_page_get_indicator_tooltip (page);
  g_autoptr (GString) name = g_string_new (adw_tab_page_get_title (page));

  if (adw_tab_page_get_selected (page))
    g_string_append_printf (name, ", %s", C_ ("tab", "selected"));
  if (errors != NULL && *errors != '\0')
    g_string_append_printf (name, ", %s", errors);
  set_name (around, name->str);
  name_buttons (tab, page);
}

static void
name_tabs_in (GtkWidget *widget)
{
  g_autoptr (AdwTabPage) page = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwTab"))
    {
      g_object_get (widget, "page", &page, NULL);
      if (page != NULL)
        name_tab (widget, page);
      return;
    }
  if (GTK_IS_SCROLLED_WINDOW (widget))
    set_name (widget, _ ("Open flows"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_tabs_in (child);
}

static guint
count_errors (ScFlowTabs *self, const char *flow)
{
  guint n = 0;

  sc_list_foreach (sc_editor_get_problems (self->editor), const ScProblem *, problem)
    {
      if (problem->severity == SC_SEVERITY_ERROR && problem->flow != NULL
          && sc_id_equal (problem->flow, flow))
        n++;
    }
  return n;
}

/* The mark is told in words, too. */
static void
show_errors (AdwTabPage *page, guint n)
{
  GIcon *shown = adw_tab_page_get_indicator_icon (page);
  g_autoptr (GIcon) icon = NULL;
  g_autofree char *text = NULL;

  if (n > 0)
    {
      icon = g_themed_icon_new (sc_severity_get_icon_name (SC_SEVERITY_ERROR));
      text = sc_severity_format_count (SC_SEVERITY_ERROR, n);
    }
  if ((shown != NULL) != (icon != NULL))
    adw_tab_page_set_indicator_icon (page, icon);
  adw_tab_page_set_indicator_tooltip (page, text != NULL ? text : "");
}

/* "Lead to Opportunity", below it the table that it begins on. */
static char *
dup_tooltip (const ScSolution *solution, const ScFlow *flow, const char *title)
{
  const ScStage *first = sc_list_get (flow->stages, 0);
  const char *table = first != NULL && first->table != NULL
                          ? sc_solution_get_table_label (solution, first->table)
                          : NULL;

  return table != NULL ? g_markup_printf_escaped ("%s\n<small>%s</small>", title, table)
                       : g_markup_escape_text (title, -1);
}

static void
show_flow (ScFlowTabs *self, AdwTabPage *page, const ScFlow *flow)
{
  const char *title = sc_flow_get_label (flow, sc_editor_get_language (self->editor));
  g_autofree char *tooltip = dup_tooltip (sc_editor_get_solution (self->editor), flow, title);
  guint n = count_errors (self, flow->id);

  adw_tab_page_set_title (page, title);
  adw_tab_page_set_tooltip (page, tooltip);
  show_errors (page, n);
}

void
sc_flow_tabs_show_titles (ScFlowTabs *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);

  for (int i = 0; i < adw_tab_view_get_n_pages (self->view); i++)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (self->view, i);
      const char *id = sc_flow_tab_get_flow (sc_flow_tabs_get_tab (page));
      const ScFlow *flow = sc_solution_find_flow (solution, id, NULL);

      if (flow != NULL)
        show_flow (self, page, flow);
    }
  name_tabs_in (GTK_WIDGET (self->bar));
}
