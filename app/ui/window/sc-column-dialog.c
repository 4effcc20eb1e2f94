/* sc-column-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-column-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-solution.h"

struct _ScColumnDialog
{
  AdwMessageDialog parent_instance;

  ScEditor *editor;
  char *table;

  GtkEditable *title;
  GtkEditable *name;
  AdwComboRow *type;
};

G_DEFINE_FINAL_TYPE (ScColumnDialog, sc_column_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* Logical names are lower case. */
static char *
dup_name (ScColumnDialog *self)
{
  return g_strstrip (g_ascii_strdown (gtk_editable_get_text (self->name), -1));
}

static char *
dup_title (ScColumnDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
}

static void
changed_cb (ScColumnDialog *self)
{
  g_autofree char *name = dup_name (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", *name != '\0');
}

static ScSolution *
add_column (ScColumnDialog *self, const char *name, const char *title, GError **error)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  /* The first type, unknown, is not on offer. */
  ScColumnType type = adw_combo_row_get_selected (self->type) + 1;
  g_autoptr (ScSolution) described = NULL;

  if (sc_solution_find_table (solution, self->table, NULL) == NULL)
    described = sc_edit_table_add (solution, self->table, NULL, error);
  else
    described = sc_solution_ref (solution);
  if (described == NULL)
    return NULL;
  return sc_edit_column_add (described, self->table, name, title, type, error);
}

static void
accept_cb (ScColumnDialog *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *title = dup_title (self);
  g_autofree char *edit = g_strdup_printf (_ ("Add Column “%s”"), *title != '\0' ? title : name);
  g_autoptr (GError) error = NULL;
  ScSolution *after;

  if (*name == '\0')
    return;

  after = add_column (self, name, *title != '\0' ? title : name, &error);
  sc_editor_commit (self->editor, after, g_steal_pointer (&error), edit, NULL);
}

static void
sc_column_dialog_dispose (GObject *object)
{
  ScColumnDialog *self = SC_COLUMN_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->table, g_free);

  G_OBJECT_CLASS (sc_column_dialog_parent_class)->dispose (object);
}

static void
sc_column_dialog_class_init (ScColumnDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_column_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-column-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScColumnDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ScColumnDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ScColumnDialog, type);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
sc_column_dialog_init (ScColumnDialog *self)
{
  g_autoptr (GtkStringList) types = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int type = SC_COLUMN_UNKNOWN + 1; type < SC_N_COLUMN_TYPES; type++)
    gtk_string_list_append (types, sc_column_type_get_title (type));
  adw_combo_row_set_model (self->type, G_LIST_MODEL (types));
}

void
sc_column_dialog_present (GtkWindow *parent, ScEditor *editor, const char *table, const char *name)
{
  ScColumnDialog *self = g_object_new (SC_TYPE_COLUMN_DIALOG, "transient-for", parent, NULL);

  self->editor = g_object_ref (editor);
  self->table = g_strdup (table);
  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (self),
      _ ("A column of %s as Dataverse has it, so that steps can show it."),
      sc_editor_get_table_label (editor, table));
  if (name != NULL)
    gtk_editable_set_text (self->name, name);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
