/* sc-persona-page.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-page.h"

#include <glib/gi18n-lib.h>

#include "sc-compare-window.h"
#include "sc-persona-details.h"
#include "sc-persona-edits.h"
#include "sc-persona-list.h"
#include "sc-persona-split.h"
#include "sc-security-resources.h"
#include "sc-styles.h"

struct _ScPersonaPage
{
  GtkWidget parent_instance;

  ScEditor *editor;
  char *chosen;     /* id; NULL: none yet */
  ScAccessMap *map; /* NULL until it is shown */
  gboolean stale;   /* something changed while nobody could see it */

  GtkStack *stack;
  ScPersonaList *list;
  ScPersonaDetails *details;
};

G_DEFINE_FINAL_TYPE (ScPersonaPage, sc_persona_page, GTK_TYPE_WIDGET)

static void
show_chosen (ScPersonaPage *self)
{
  const ScPersona *persona
      = sc_solution_find_persona (sc_editor_get_solution (self->editor), self->chosen, NULL);
  g_autoptr (ScPersonaAccess) access = NULL;

  if (persona == NULL)
    return;
  access = sc_persona_access_new (self->map, persona);
  sc_persona_details_update (self->details, access);
}

static void
choose (ScPersonaPage *self, const char *id)
{
  if (g_strcmp0 (id, self->chosen) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (id);
}

static void
enable_actions (ScPersonaPage *self, const ScSolution *solution)
{
  static const char *const edits[] = { "persona.rename", "persona.duplicate", "persona.delete" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = sc_lock_get (solution, NULL) == SC_LOCK_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_action_set_enabled (widget, edits[i], open && solution->personas != NULL);
  gtk_widget_action_set_enabled (widget, "persona.compare", solution->personas != NULL);
  gtk_widget_action_set_enabled (widget, "persona.add", open);
  gtk_widget_action_set_enabled (widget, "persona.add-per-role",
                                 open && sc_persona_lacks_role (solution));
}

static void
update (ScPersonaPage *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  ScAccessMap *before = self->map;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  enable_actions (self, solution);
  self->map = sc_access_map_new (solution, sc_editor_get_metadata (self->editor), before);
  g_clear_pointer (&before, sc_access_map_unref);
  choose (self, sc_persona_list_update (self->list, solution, self->chosen));
  gtk_stack_set_visible_child_name (self->stack, solution->personas != NULL ? "personas" : "empty");
  show_chosen (self);
}

static void
chosen_cb (ScPersonaPage *self, const char *id)
{
  choose (self, id);
  show_chosen (self);
}

static gboolean
edit_name_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  sc_persona_details_edit_name (SC_PERSONA_PAGE (widget)->details);
  return G_SOURCE_REMOVE;
}

static gboolean
focus_list_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (SC_PERSONA_PAGE (widget)->list));
  return G_SOURCE_REMOVE;
}

/* Takes over id, of one that was just made. What had the keyboard may have gone from sight: the
 * window looks for something else first. */
static void
go_to (ScPersonaPage *self, char *id, gboolean edit_name)
{
  if (id == NULL)
    return;
  g_free (self->chosen);
  self->chosen = id;
  update (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), edit_name ? edit_name_cb : focus_list_cb, NULL,
                                NULL);
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScPersonaPage *self = SC_PERSONA_PAGE (widget);

  go_to (self, sc_persona_add (self->editor, NULL), TRUE);
}

static void
add_per_role_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScPersonaPage *self = SC_PERSONA_PAGE (widget);

  go_to (self, sc_persona_add_per_role (self->editor), FALSE);
}

static void
duplicate_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScPersonaPage *self = SC_PERSONA_PAGE (widget);

  if (self->chosen != NULL)
    go_to (self, sc_persona_duplicate (self->editor, self->chosen), TRUE);
}

static void
rename_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sc_persona_details_edit_name (SC_PERSONA_PAGE (widget)->details);
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScPersonaPage *self = SC_PERSONA_PAGE (widget);

  if (self->chosen == NULL)
    return;
  sc_persona_delete (self->editor, self->chosen);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
compare_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScPersonaPage *self = SC_PERSONA_PAGE (widget);

  sc_compare_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->editor, self->chosen);
}

static void
sc_persona_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sc_persona_page_parent_class)->map (widget);
  if (SC_PERSONA_PAGE (widget)->stale)
    update (SC_PERSONA_PAGE (widget));
}

/* Coming in, the keyboard goes to the persona that is chosen: not to the one behind the one that
 * had it last, which would choose that. */
static gboolean
sc_persona_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ScPersonaPage *self = SC_PERSONA_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, widget);

  if (!inside && direction == GTK_DIR_TAB_FORWARD && self->chosen != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return GTK_WIDGET_CLASS (sc_persona_page_parent_class)->focus (widget, direction);
}

static void
sc_persona_page_dispose (GObject *object)
{
  ScPersonaPage *self = SC_PERSONA_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->map, sc_access_map_unref);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (sc_persona_page_parent_class)->dispose (object);
}

static void
sc_persona_page_class_init (ScPersonaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_persona_page_dispose;
  widget_class->map = sc_persona_page_map;
  widget_class->focus = sc_persona_page_focus;

  g_resources_register (sc_security_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/security/security.css");
  g_type_ensure (SC_TYPE_PERSONA_DETAILS);
  g_type_ensure (SC_TYPE_PERSONA_LIST);
  g_type_ensure (SC_TYPE_PERSONA_SPLIT);
  gtk_widget_class_set_css_name (widget_class, "persona-page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "persona.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "persona.add-per-role", NULL, add_per_role_action);
  gtk_widget_class_install_action (widget_class, "persona.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "persona.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "persona.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "persona.compare", NULL, compare_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/security/sc-persona-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPersonaPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ScPersonaPage, list);
  gtk_widget_class_bind_template_child (widget_class, ScPersonaPage, details);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
sc_persona_page_init (ScPersonaPage *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sc_persona_page_new (ScEditor *editor)
{
  ScPersonaPage *self = g_object_new (SC_TYPE_PERSONA_PAGE, NULL);

  self->editor = g_object_ref (editor);
  sc_persona_details_set_editor (self->details, editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
