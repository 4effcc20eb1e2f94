/* sc-name-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-name-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-flow.h"
#include "sc-edit-role.h"

struct _ScNameDialog
{
  AdwMessageDialog parent_instance;

  ScEditor *editor;
  ScNameKind kind;
  char *id;

  GtkEditable *name;
};

G_DEFINE_FINAL_TYPE (ScNameDialog, sc_name_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
dup_name (ScNameDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

static void
changed_cb (ScNameDialog *self)
{
  g_autofree char *name = dup_name (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", *name != '\0');
}

static void
accept_cb (ScNameDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  int language = sc_editor_get_language (self->editor);
  g_autofree char *name = dup_name (self);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  ScSolution *after = NULL;

  if (*name == '\0')
    return;

  switch (self->kind)
    {
    case SC_NAME_FLOW:
      title = g_strdup_printf (_ ("Rename Flow to “%s”"), name);
      after = sc_edit_flow_set_label (solution, self->id, language, name, &error);
      break;
    case SC_NAME_ROLE:
      title = g_strdup_printf (_ ("Rename Role to “%s”"), name);
      after = sc_edit_role_set_name (solution, self->id, name, &error);
      break;
    case SC_NAME_NEW_ROLE:
      title = g_strdup_printf (_ ("Add Role “%s”"), name);
      after = sc_edit_role_add (solution, NULL, name, &error);
      break;
    }
  sc_editor_commit (self->editor, after, g_steal_pointer (&error), title, NULL);
}

static void
sc_name_dialog_dispose (GObject *object)
{
  ScNameDialog *self = SC_NAME_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->id, g_free);

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
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
sc_name_dialog_init (ScNameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_present_name (ScNameDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);

  if (self->kind == SC_NAME_FLOW)
    {
      const ScFlow *flow = sc_solution_find_flow (solution, self->id, NULL);

      return flow != NULL ? sc_flow_get_label (flow, sc_editor_get_language (self->editor)) : "";
    }
  if (self->kind == SC_NAME_ROLE)
    {
      const ScRole *role = sc_solution_find_role (solution, self->id, NULL);

      return role != NULL && role->name != NULL ? role->name : "";
    }
  return "";
}

void
sc_name_dialog_present (GtkWindow *parent, ScEditor *editor, ScNameKind kind, const char *id)
{
  static const char *const headings[] = { N_ ("Rename Flow"), N_ ("Rename Role"), N_ ("New Role") };
  ScNameDialog *self = g_object_new (SC_TYPE_NAME_DIALOG, "transient-for", parent, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  self->editor = g_object_ref (editor);
  self->kind = kind;
  self->id = g_strdup (id);
  adw_message_dialog_set_heading (dialog, _ (headings[kind]));
  if (kind == SC_NAME_NEW_ROLE)
    adw_message_dialog_set_response_label (dialog, "accept", _ ("_Add"));
  gtk_editable_set_text (self->name, get_present_name (self));
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
