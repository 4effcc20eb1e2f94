/* sc-persona-details.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-details.h"

#include <glib/gi18n-lib.h>

#include "sc-inspector-resources.h"
#include "sc-persona-edits.h"
#include "sc-persona-first-row.h"
#include "sc-persona-flow-row.h"
#include "sc-persona-roles.h"
#include "sc-picker-row.h"
#include "sc-text-row.h"

struct _ScPersonaDetails
{
  GtkWidget parent_instance;

  ScEditor *editor;
  char *persona; /* id */

  GtkWidget *scroller;
  ScTextRow *name;
  AdwActionRow *roles;
  GtkMenuButton *roles_button;
  ScPickerRow *app;
  GtkLabel *note;
  AdwPreferencesGroup *firsts;
  AdwPreferencesGroup *flows;
  GPtrArray *first_rows; /* of ScPersonaFirstRow; they belong to the group */
  GPtrArray *flow_rows;  /* of ScPersonaFlowRow, likewise */
};

G_DEFINE_FINAL_TYPE (ScPersonaDetails, sc_persona_details, GTK_TYPE_WIDGET)

static void
name_edited_cb (ScPersonaDetails *self, const char *text)
{
  sc_persona_rename (self->editor, self->persona, text);
}

static void
done_cb (ScPersonaDetails *self)
{
  ScDocument *document = self->editor != NULL ? sc_editor_get_document (self->editor) : NULL;

  if (document != NULL)
    sc_history_close_group (sc_document_get_history (document));
}

static void
app_picked_cb (ScPersonaDetails *self, const char *app)
{
  sc_persona_set_app (self->editor, self->persona, app);
}

static void
fill_apps (GListStore *store, gpointer data)
{
  ScPersonaDetails *self = data;
  g_autoptr (ScChoice) none
      = sc_choice_new (NULL, _ ("No app in particular"), _ ("Every flow is offered"));

  g_list_store_append (store, none);
  sc_list_foreach (sc_editor_get_solution (self->editor)->apps, const ScApp *, app)
    {
      g_autoptr (ScChoice) choice = NULL;

      if (app->unique_name == NULL)
        continue;
      choice = sc_choice_new (app->unique_name,
                              sc_app_get_label (app, sc_editor_get_language (self->editor)),
                              app->unique_name);
      g_list_store_append (store, choice);
    }
}

static void
show_persona (ScPersonaDetails *self, const ScPersona *persona, const ScSolution *solution)
{
  g_autofree char *roles = sc_persona_dup_roles (persona, solution);
  g_autofree char *name = g_strdup_printf (_ ("Roles: %s"), roles);
  const ScApp *app = persona->app != NULL ? sc_solution_find_app (solution, persona->app) : NULL;

  sc_text_row_set_value (self->name, persona->name);
  adw_action_row_set_subtitle (self->roles, roles);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->roles_button))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  sc_picker_row_set_current (
      self->app, persona->app,
      app != NULL ? sc_app_get_label (app, sc_editor_get_language (self->editor))
                  : (persona->app != NULL ? persona->app : _ ("No app in particular")));
  gtk_widget_set_visible (GTK_WIDGET (self->app), solution->apps != NULL || persona->app != NULL);
}

static void
show_note (ScPersonaDetails *self, const ScPersonaAccess *access)
{
  guint n = sc_persona_access_count_unknown (access);
  g_autofree char *text = NULL;

  if (sc_persona_access_is_all (access))
    text = g_strdup (_ ("Administrators and customizers may do everything."));
  else if (n > 0)
    text = g_strdup_printf (
        ngettext ("%u of its roles is not in this solution: what it allows is not known.",
                  "%u of its roles are not in this solution: what they allow is not known.", n),
        n);
  gtk_label_set_label (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

/* Adds rows to group, or takes the last ones away, until there are n. */
static void
resize (GPtrArray *rows, AdwPreferencesGroup *group, guint n, GtkWidget *(*create) (void) )
{
  while (rows->len > n)
    adw_preferences_group_remove (group, g_ptr_array_steal_index (rows, rows->len - 1));
  while (rows->len < n)
    {
      GtkWidget *row = create ();

      adw_preferences_group_add (group, row);
      g_ptr_array_add (rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
}

static void
show_firsts (ScPersonaDetails *self, const ScPersonaAccess *access)
{
  const GPtrArray *tables = sc_access_map_get_start_tables (sc_persona_access_get_map (access));

  resize (self->first_rows, self->firsts, tables->len, sc_persona_first_row_new);
  for (guint i = 0; i < tables->len; i++)
    sc_persona_first_row_update (g_ptr_array_index (self->first_rows, i), access,
                                 g_ptr_array_index (tables, i),
                                 sc_editor_get_language (self->editor));
}

static void
show_flows (ScPersonaDetails *self, ScPersonaAccess *access, const ScSolution *solution)
{
  g_autoptr (GPtrArray) flows = sc_solution_list_flows_in_order (solution);
  const ScFlow *open = sc_editor_get_flow (self->editor);
  guint before = self->flow_rows->len;

  resize (self->flow_rows, self->flows, flows->len, sc_persona_flow_row_new);
  for (guint i = 0; i < flows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->flow_rows, i);

      if (i >= before && g_ptr_array_index (flows, i) == open)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      sc_persona_flow_row_update (SC_PERSONA_FLOW_ROW (row), access, g_ptr_array_index (flows, i),
                                  sc_editor_get_language (self->editor));
    }
}

void
sc_persona_details_update (ScPersonaDetails *self, ScPersonaAccess *access)
{
  const ScPersona *persona = sc_persona_access_get_persona (access);
  const ScSolution *solution = sc_access_map_get_solution (sc_persona_access_get_map (access));

  g_return_if_fail (SC_IS_PERSONA_DETAILS (self));

  if (g_strcmp0 (self->persona, persona->id) != 0)
    {
      g_free (self->persona);
      self->persona = g_strdup (persona->id);
      sc_persona_roles_set_persona (
          SC_PERSONA_ROLES (gtk_menu_button_get_popover (self->roles_button)), persona->id);
      gtk_adjustment_set_value (
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
    }
  show_persona (self, persona, solution);
  show_note (self, access);
  show_firsts (self, access);
  show_flows (self, access, solution);
}

void
sc_persona_details_edit_name (ScPersonaDetails *self)
{
  g_return_if_fail (SC_IS_PERSONA_DETAILS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_editable_select_region (GTK_EDITABLE (self->name), 0, -1);
}

static void
sc_persona_details_dispose (GObject *object)
{
  ScPersonaDetails *self = SC_PERSONA_DETAILS (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->first_rows, g_ptr_array_unref);
  g_clear_pointer (&self->flow_rows, g_ptr_array_unref);
  g_clear_pointer (&self->persona, g_free);

  G_OBJECT_CLASS (sc_persona_details_parent_class)->dispose (object);
}

static void
sc_persona_details_class_init (ScPersonaDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_persona_details_dispose;

  g_resources_register (sc_inspector_get_resource ());
  g_type_ensure (SC_TYPE_PICKER_ROW);
  g_type_ensure (SC_TYPE_TEXT_ROW);
  gtk_widget_class_set_css_name (widget_class, "persona-details");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/security/sc-persona-details.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPersonaDetails, scroller);
  gtk_widget_class_bind_template_child (widget_class, ScPersonaDetails, name);
  gtk_widget_class_bind_template_child (widget_class, ScPersonaDetails, roles);
  gtk_widget_class_bind_template_child (widget_class, ScPersonaDetails, roles_button);
  gtk_widget_class_bind_template_child (widget_class, ScPersonaDetails, app);
  gtk_widget_class_bind_template_child (widget_class, ScPersonaDetails, note);
  gtk_widget_class_bind_template_child (widget_class, ScPersonaDetails, firsts);
  gtk_widget_class_bind_template_child (widget_class, ScPersonaDetails, flows);
  gtk_widget_class_bind_template_callback (widget_class, name_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, app_picked_cb);
}

static void
sc_persona_details_init (ScPersonaDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->first_rows = g_ptr_array_new ();
  self->flow_rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->roles), FALSE);
  sc_picker_row_set_source (self->app, fill_apps, NULL, _ ("Search apps"), self);
}

void
sc_persona_details_set_editor (ScPersonaDetails *self, ScEditor *editor)
{
  g_return_if_fail (SC_IS_PERSONA_DETAILS (self) && self->editor == NULL);

  self->editor = g_object_ref (editor);
  gtk_menu_button_set_popover (self->roles_button, sc_persona_roles_new (editor));
}
