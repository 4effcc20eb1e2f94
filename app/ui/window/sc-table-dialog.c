/* sc-table-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-table-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-solution.h"

struct _ScTableDialog
{
  AdwMessageDialog parent_instance;

  ScEditor *editor;

  GtkEditable *title;
  GtkEditable *name;
};

G_DEFINE_FINAL_TYPE (ScTableDialog, sc_table_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* Logical names are lower case. */
static char *
dup_name (ScTableDialog *self)
{
  return g_strstrip (g_ascii_strdown (gtk_editable_get_text (self->name), -1));
}

static void
changed_cb (ScTableDialog *self)
{
  g_autofree char *name = dup_name (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", *name != '\0');
}

static void
accept_cb (ScTableDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autofree char *name = dup_name (self);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
  g_autofree char *edit = g_strdup_printf (_ ("Add Table “%s”"), *title != '\0' ? title : name);
  g_autoptr (GError) error = NULL;
  ScSolution *after;

  if (*name == '\0')
    return;

  after = sc_edit_table_add (solution, name, *title != '\0' ? title : NULL, &error);
  sc_editor_commit (self->editor, after, g_steal_pointer (&error), edit, NULL);
}

static void
sc_table_dialog_dispose (GObject *object)
{
  g_clear_object (&SC_TABLE_DIALOG (object)->editor);

  G_OBJECT_CLASS (sc_table_dialog_parent_class)->dispose (object);
}

static void
sc_table_dialog_class_init (ScTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_table_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScTableDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ScTableDialog, name);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
sc_table_dialog_init (ScTableDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sc_table_dialog_present (GtkWindow *parent, ScEditor *editor)
{
  ScTableDialog *self = g_object_new (SC_TYPE_TABLE_DIALOG, "transient-for", parent, NULL);

  self->editor = g_object_ref (editor);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
