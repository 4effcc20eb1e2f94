/* sc-persona-roles.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-roles.h"

#include <glib/gi18n-lib.h>

#include "sc-persona-edits.h"

/* Lists up to this length need no filter. */
#define SHORT_LIST 8
#define WIDTH      300
#define HEIGHT     340

struct _ScPersonaRoles
{
  GtkPopover parent_instance;

  ScEditor *editor; /* weak: a popover that closes lives on for a moment */
  char *persona;
  GtkEditable *search;
  GtkListBox *list;
  gboolean showing; /* checks come from the solution, not from a person */
};

G_DEFINE_FINAL_TYPE (ScPersonaRoles, sc_persona_roles, GTK_TYPE_POPOVER)

static GtkCheckButton *
get_check (GtkListBoxRow *row)
{
  return GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));
}

static void
toggled_cb (ScPersonaRoles *self, GtkCheckButton *check)
{
  if (self->showing || self->editor == NULL || self->persona == NULL)
    return;
  sc_persona_set_role (self->editor, self->persona, g_object_get_data (G_OBJECT (check), "role"),
                       gtk_check_button_get_active (check));
}

/* The check is what has the keyboard, not its row. */
static void
add_role (ScPersonaRoles *self, const char *id, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *check = gtk_check_button_new_with_label (title);

  g_object_set_data_full (G_OBJECT (check), "role", g_strdup (id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_tooltip_text (check, title);
  gtk_list_box_append (self->list, row);
}

static const ScPersona *
get_persona (ScPersonaRoles *self)
{
  return self->editor != NULL && self->persona != NULL
             ? sc_solution_find_persona (sc_editor_get_solution (self->editor), self->persona, NULL)
             : NULL;
}

static void
show_checks (ScPersonaRoles *self)
{
  const ScPersona *persona = get_persona (self);
  GtkListBoxRow *row;

  self->showing = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const char *id = g_object_get_data (G_OBJECT (get_check (row)), "role");

      gtk_check_button_set_active (get_check (row),
                                   persona != NULL && sc_persona_has_role (persona, id, NULL));
    }
  self->showing = FALSE;
}

/* A role that the solution does not have stays until somebody takes it away here. */
static void
fill (ScPersonaRoles *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScPersona *persona = get_persona (self);
  GtkWidget *child;
  guint n = sc_list_length (solution->roles);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  sc_list_foreach (solution->roles, const ScRole *, role)
    add_role (self, role->id, role->name != NULL ? role->name : role->id);
  sc_list_foreach (persona != NULL ? persona->roles : NULL, const ScLabel *, id)
    {
      g_autofree char *title = NULL;

      if (sc_solution_find_role (solution, id->text, NULL) != NULL)
        continue;
      title = g_strdup_printf (_ ("%s (not in this solution)"), id->text);
      add_role (self, id->text, title);
    }
  gtk_editable_set_text (self->search, "");
  gtk_widget_set_visible (GTK_WIDGET (self->search), n > SHORT_LIST);
  show_checks (self);
}

static void
show_cb (ScPersonaRoles *self)
{
  if (self->editor != NULL)
    fill (self);
}

static void
changed_cb (ScPersonaRoles *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_checks (self);
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  ScPersonaRoles *self = data;
  g_autofree char *text = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autofree char *title = g_utf8_casefold (gtk_check_button_get_label (get_check (row)), -1);

  return strstr (title, g_strstrip (text)) != NULL;
}

static void
sc_persona_roles_dispose (GObject *object)
{
  ScPersonaRoles *self = SC_PERSONA_ROLES (object);

  g_clear_weak_pointer (&self->editor);
  g_clear_pointer (&self->persona, g_free);

  G_OBJECT_CLASS (sc_persona_roles_parent_class)->dispose (object);
}

static void
sc_persona_roles_class_init (ScPersonaRolesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_persona_roles_dispose;
}

static GtkWidget *
create_scroller (GtkWidget *list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

static void
sc_persona_roles_init (ScPersonaRoles *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *nothing = gtk_label_new (_ ("Nothing found"));

  self->list = GTK_LIST_BOX (list);
  self->search = GTK_EDITABLE (search);
  g_object_set (search, "search-delay", 0, "placeholder-text", _ ("Filter roles"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter roles"), -1);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                            list);
  g_signal_connect_swapped (search, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Roles"),
                                  -1);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), create_scroller (list));
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "persona-roles");
  g_signal_connect (self, "show", G_CALLBACK (show_cb), NULL);
}

GtkWidget *
sc_persona_roles_new (ScEditor *editor)
{
  ScPersonaRoles *self = g_object_new (SC_TYPE_PERSONA_ROLES, NULL);

  g_set_weak_pointer (&self->editor, editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
sc_persona_roles_set_persona (ScPersonaRoles *self, const char *persona)
{
  g_return_if_fail (SC_IS_PERSONA_ROLES (self));

  if (g_strcmp0 (persona, self->persona) == 0)
    return;
  g_free (self->persona);
  self->persona = g_strdup (persona);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}
