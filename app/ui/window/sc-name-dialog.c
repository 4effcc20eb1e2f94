/* sc-name-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-name-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-access-preset.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-id.h"
#include "sc-template.h"

struct _ScNameDialog
{
  AdwMessageDialog parent_instance;

  ScEditor *editor;
  ScNameKind kind;
  char *id;    /* of what is renamed, copied or kept */
  char *fresh; /* id of the copy or the new role */

  GtkEditable *name;
  AdwActionRow *access_row;
  GtkSwitch *access;
  GtkLabel *complaint;
};

G_DEFINE_FINAL_TYPE (ScNameDialog, sc_name_dialog, ADW_TYPE_MESSAGE_DIALOG)

typedef struct
{
  const char *heading;
  const char *accept;
  const char *edit; /* what Undo says, or the person is told; %s is the name */
} Words;

static const Words words[] = {
  [SC_NAME_FLOW] = { N_ ("Rename Flow"), N_ ("_Rename"), N_ ("Rename Flow to “%s”") },
  [SC_NAME_COPY_FLOW] = { N_ ("Copy Flow"), N_ ("_Copy"), N_ ("Copy Flow as “%s”") },
  [SC_NAME_ROLE] = { N_ ("Rename Role"), N_ ("_Rename"), N_ ("Rename Role to “%s”") },
  [SC_NAME_NEW_ROLE] = { N_ ("New Role"), N_ ("_Add"), N_ ("Add Role “%s”") },
  [SC_NAME_TEMPLATE]
  = { N_ ("Save Flow as Template"), N_ ("_Save"), N_ ("The template “%s” was saved") },
  [SC_NAME_STAGES_TEMPLATE]
  = { N_ ("Save Stages as Template"), N_ ("_Save"), N_ ("The template “%s” was saved") },
};

static char *
dup_name (ScNameDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

static gboolean
wants_access (ScNameDialog *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->access_row))
         && gtk_switch_get_active (self->access);
}

static ScSolution *
add_role (ScNameDialog *self, const ScSolution *solution, const char *name, GError **error)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  ScSolution *added = sc_edit_role_add (solution, self->fresh, name, error);
  ScSolution *after;

  if (added == NULL || flow == NULL || !wants_access (self))
    return added;
  after = sc_access_preset_apply (added, self->fresh, flow->id, SC_PRESET_USER, error);
  sc_solution_unref (added);
  return after;
}

static ScSolution *
run_edit (ScNameDialog *self, const char *name, GError **error)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);

  switch (self->kind)
    {
    case SC_NAME_FLOW:
      return sc_edit_flow_set_label (solution, self->id, sc_editor_get_language (self->editor),
                                     name, error);
    case SC_NAME_COPY_FLOW:
      return sc_edit_flow_copy (solution, self->id, self->fresh, name, wants_access (self), error);
    case SC_NAME_ROLE:
      return sc_edit_role_set_name (solution, self->id, name, error);
    case SC_NAME_TEMPLATE:
      return sc_template_make (solution, self->id, NULL, name, error);
    case SC_NAME_STAGES_TEMPLATE:
      return sc_template_make (solution, self->id, sc_editor_get_parts (self->editor), name, error);
    case SC_NAME_NEW_ROLE:
    default:
      return add_role (self, solution, name, error);
    }
}

/* An empty name needs no words; what else is wrong, the edit says. */
static void
changed_cb (ScNameDialog *self)
{
  g_autofree char *name = dup_name (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) after = *name != '\0' ? run_edit (self, name, &error) : NULL;

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", after != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), error != NULL);
  if (error != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->name), "error");
      gtk_label_set_text (self->complaint, error->message);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->name), "error");
    }
}

/* Takes over made and error. */
static void
save_template (ScNameDialog *self, ScSolution *made, GError *error, const char *text)
{
  g_autofree char *folder = sc_template_get_folder ();
  g_autoptr (ScSolution) solution = made;

  if (solution != NULL && sc_template_save (solution, folder, &error))
    g_signal_emit_by_name (self->editor, "told", text);
  else
    g_signal_emit_by_name (self->editor, "failed", error->message);
  g_clear_error (&error);
}

static void
accept_cb (ScNameDialog *self)
{
  g_autofree char *name = dup_name (self);
  g_auto (GStrv) parts = g_strsplit (_ (words[self->kind].edit), "%s", 2);
  g_autofree char *title = g_strjoinv (name, parts);
  GError *error = NULL;
  ScSolution *after;

  if (*name == '\0')
    return;

  after = run_edit (self, name, &error);
  if (self->kind == SC_NAME_TEMPLATE || self->kind == SC_NAME_STAGES_TEMPLATE)
    save_template (self, after, error, title);
  else if (sc_editor_commit (self->editor, after, error, title, NULL)
           && self->kind == SC_NAME_COPY_FLOW)
    sc_editor_open_flow (self->editor, self->fresh);
}

static void
sc_name_dialog_dispose (GObject *object)
{
  ScNameDialog *self = SC_NAME_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->fresh, g_free);

  G_OBJECT_CLASS (sc_name_dialog_parent_class)->dispose (object);
}

static void
sc_name_dialog_class_init (ScNameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_name_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-name-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNameDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ScNameDialog, access_row);
  gtk_widget_class_bind_template_child (widget_class, ScNameDialog, access);
  gtk_widget_class_bind_template_child (widget_class, ScNameDialog, complaint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
sc_name_dialog_init (ScNameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fresh = sc_id_new ();
}

static char *
dup_present_name (ScNameDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScFlow *flow = sc_solution_find_flow (solution, self->id, NULL);
  const ScRole *role = sc_solution_find_role (solution, self->id, NULL);

  if ((self->kind == SC_NAME_FLOW || self->kind == SC_NAME_TEMPLATE) && flow != NULL)
    return g_strdup (sc_flow_get_label (flow, sc_editor_get_language (self->editor)));
  if (self->kind == SC_NAME_COPY_FLOW && flow != NULL)
    return sc_edit_flow_suggest_copy_name (solution, self->id);
  if (self->kind == SC_NAME_ROLE && role != NULL)
    return g_strdup (role->name);
  return NULL;
}

static gboolean
has_name_for_privileges (const ScFlow *flow)
{
  return flow != NULL && flow->unique_name != NULL && *flow->unique_name != '\0';
}

/* Whether some role may do something with the flow. */
static gboolean
is_granted (const ScSolution *solution, const ScFlow *flow)
{
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      if (sc_access_preset_find (role, flow) != SC_PRESET_NONE)
        return TRUE;
    }
  return FALSE;
}

/* A role for one flow is the usual thing; access that a copy gets unseen is not. */
static void
offer_access (ScNameDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScFlow *open = sc_editor_get_flow (self->editor);
  const ScFlow *copied = sc_solution_find_flow (solution, self->id, NULL);
  GtkWidget *row = GTK_WIDGET (self->access_row);
  g_autofree char *title = NULL;

  if (self->kind == SC_NAME_NEW_ROLE && has_name_for_privileges (open))
    {
      title = g_strdup_printf (_ ("May use “%s”"),
                               sc_flow_get_label (open, sc_editor_get_language (self->editor)));
      adw_action_row_set_subtitle (self->access_row,
                                   sc_access_preset_get_description (SC_PRESET_USER));
      gtk_switch_set_active (self->access, TRUE);
    }
  else if (self->kind == SC_NAME_COPY_FLOW && has_name_for_privileges (copied)
           && is_granted (solution, copied))
    {
      title = g_strdup (_ ("Roles keep their access"));
      adw_action_row_set_subtitle (self->access_row,
                                   _ ("Otherwise only administrators can run the copy at first"));
    }
  gtk_widget_set_visible (row, title != NULL);
  if (title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

void
sc_name_dialog_present (GtkWindow *parent, ScEditor *editor, ScNameKind kind, const char *id)
{
  ScNameDialog *self = g_object_new (SC_TYPE_NAME_DIALOG, "transient-for", parent, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  g_autofree char *name = NULL;

  self->editor = g_object_ref (editor);
  self->kind = kind;
  self->id = g_strdup (id);
  name = dup_present_name (self);
  adw_message_dialog_set_heading (dialog, _ (words[kind].heading));
  adw_message_dialog_set_response_label (dialog, "accept", _ (words[kind].accept));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->access_row), FALSE);
  offer_access (self);
  gtk_editable_set_text (self->name, name != NULL ? name : "");
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
