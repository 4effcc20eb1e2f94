/* sc-new-flow-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-new-flow-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-flow.h"
#include "sc-id.h"
#include "sc-known-tables.h"

struct _ScNewFlowDialog
{
  AdwMessageDialog parent_instance;

  ScEditor *editor;
  ScSolution *solution; /* as it was when the dialog came up; owns the names in tables */
  GPtrArray *tables;    /* of const char *: the logical names behind the rows of known */

  GtkEditable *name;
  GtkEditable *table;
  GtkWidget *known_scroller;
  GtkListBox *known;
};

G_DEFINE_FINAL_TYPE (ScNewFlowDialog, sc_new_flow_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static const char *
get_table_label (ScNewFlowDialog *self, const char *table)
{
  return sc_solution_get_table_label (self->solution, table);
}

/* What is typed may be a logical name or a display name; unknown names are taken for logical. */
static char *
dup_table (ScNewFlowDialog *self)
{
  g_autofree char *typed = dup_text (self->table);

  for (guint i = 0; i < self->tables->len; i++)
    {
      const char *table = g_ptr_array_index (self->tables, i);

      if (g_ascii_strcasecmp (table, typed) == 0
          || g_ascii_strcasecmp (get_table_label (self, table), typed) == 0)
        return g_strdup (table);
    }
  return g_ascii_strdown (typed, -1);
}

static void
changed_cb (ScNewFlowDialog *self)
{
  g_autofree char *name = dup_text (self->name);
  g_autofree char *table = dup_text (self->table);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept",
                                           *name != '\0' && *table != '\0');
}

static void
table_changed_cb (ScNewFlowDialog *self)
{
  changed_cb (self);
  gtk_list_box_invalidate_filter (self->known);
}

static gboolean
filter_known (GtkListBoxRow *row, gpointer user_data)
{
  ScNewFlowDialog *self = user_data;
  const char *table = g_ptr_array_index (self->tables, gtk_list_box_row_get_index (row));
  g_autofree char *typed = dup_text (self->table);
  g_autofree char *needle = g_utf8_casefold (typed, -1);
  g_autofree char *name = g_utf8_casefold (table, -1);
  g_autofree char *label = g_utf8_casefold (get_table_label (self, table), -1);

  return strstr (name, needle) != NULL || strstr (label, needle) != NULL;
}

static void
known_activated_cb (ScNewFlowDialog *self, GtkListBoxRow *row)
{
  const char *table = g_ptr_array_index (self->tables, gtk_list_box_row_get_index (row));

  gtk_editable_set_text (self->table, table);
  gtk_editable_set_position (self->table, -1);
}

static void
accept_cb (ScNewFlowDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autofree char *id = sc_id_new ();
  g_autofree char *name = dup_text (self->name);
  g_autofree char *table = dup_table (self);
  g_autofree char *edit = g_strdup_printf (_ ("Add Flow “%s”"), name);
  g_autoptr (GError) error = NULL;
  ScSolution *after;

  after = sc_edit_flow_add (solution, id, name, table, &error);
  if (sc_editor_commit (self->editor, after, g_steal_pointer (&error), edit, NULL))
    sc_editor_open_flow (self->editor, id);
}

static void
sc_new_flow_dialog_dispose (GObject *object)
{
  ScNewFlowDialog *self = SC_NEW_FLOW_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->solution, sc_solution_unref);

  G_OBJECT_CLASS (sc_new_flow_dialog_parent_class)->dispose (object);
}

static void
sc_new_flow_dialog_class_init (ScNewFlowDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_new_flow_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-new-flow-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNewFlowDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ScNewFlowDialog, table);
  gtk_widget_class_bind_template_child (widget_class, ScNewFlowDialog, known_scroller);
  gtk_widget_class_bind_template_child (widget_class, ScNewFlowDialog, known);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, known_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
sc_new_flow_dialog_init (ScNewFlowDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_known_row (const char *label, const char *table)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (label);
  GtkWidget *name = gtk_label_new (table);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (name, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), name);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static void
show_known (ScNewFlowDialog *self)
{
  self->solution = sc_solution_ref (sc_editor_get_solution (self->editor));
  self->tables = sc_known_tables_list (self->solution);
  for (guint i = 0; i < self->tables->len; i++)
    {
      const char *table = g_ptr_array_index (self->tables, i);

      gtk_list_box_append (self->known, new_known_row (get_table_label (self, table), table));
    }
  gtk_list_box_set_filter_func (self->known, filter_known, self, NULL);
  gtk_widget_set_visible (self->known_scroller, self->tables->len > 0);
}

void
sc_new_flow_dialog_present (GtkWindow *parent, ScEditor *editor)
{
  ScNewFlowDialog *self = g_object_new (SC_TYPE_NEW_FLOW_DIALOG, "transient-for", parent, NULL);

  self->editor = g_object_ref (editor);
  show_known (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
