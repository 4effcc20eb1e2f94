/* sc-new-flow-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-new-flow-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-id.h"
#include "sc-known-tables.h"
#include "sc-template-chooser.h"

struct _ScNewFlowDialog
{
  AdwMessageDialog parent_instance;

  ScEditor *editor;
  ScSolution *solution; /* as it was when the dialog came up; owns the names in tables */
  GPtrArray *tables;    /* of const char *: the logical names behind the rows of known */

  char *suggestion; /* what the name is as long as nobody types one */

  ScTemplateChooser *templates;
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

static gboolean
is_complete (ScNewFlowDialog *self)
{
  const ScTemplate *template = sc_template_chooser_get_template (self->templates);
  g_autofree char *name = dup_text (self->name);
  g_autofree char *table = dup_text (self->table);

  return template != NULL && *name != '\0' && (!template->open || *table != '\0');
}

static void
changed_cb (ScNewFlowDialog *self)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", is_complete (self));
}

/* An empty flow is about nothing yet, so that its name is anybody's guess. */
static void
suggest_name (ScNewFlowDialog *self, const ScTemplate *template)
{
  g_autofree char *typed = dup_text (self->name);

  if (*typed != '\0' && g_strcmp0 (typed, self->suggestion) != 0)
    return;
  g_free (self->suggestion);
  self->suggestion = template == NULL || g_str_equal (template->name, SC_TEMPLATE_EMPTY)
                         ? NULL
                         : sc_template_suggest_name (template, self->solution);
  gtk_editable_set_text (self->name, self->suggestion != NULL ? self->suggestion : "");
}

static void
template_changed_cb (ScNewFlowDialog *self)
{
  const ScTemplate *template = sc_template_chooser_get_template (self->templates);
  gboolean open = template != NULL && template->open;

  if (self->solution == NULL)
    return;
  suggest_name (self, template);
  gtk_widget_set_visible (GTK_WIDGET (self->table), open);
  gtk_widget_set_visible (self->known_scroller, open && self->tables->len > 0);
  changed_cb (self);
}

static void
template_activated_cb (ScNewFlowDialog *self)
{
  if (is_complete (self))
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (self), "accept");
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
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
select_first_stage (ScEditor *editor)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScStage *first = flow != NULL ? sc_list_get (flow->stages, 0) : NULL;

  if (first != NULL)
    sc_editor_select_stage (editor, first->id);
}

static void
accept_cb (ScNewFlowDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autofree char *id = sc_id_new ();
  g_autofree char *name = dup_text (self->name);
  g_autofree char *table = dup_table (self);
  g_autofree char *edit = g_strdup_printf (_ ("Add Flow “%s”"), name);
  const ScTemplate *template = sc_template_chooser_get_template (self->templates);
  ScFlowArrival arrival = { .id = id, .name = name, .table = template->open ? table : NULL };
  g_autoptr (GError) error = NULL;
  ScSolution *after;

  after = sc_template_add_flow (template, solution, sc_editor_get_metadata (self->editor), &arrival,
                                &error);
  if (!sc_editor_commit (self->editor, after, g_steal_pointer (&error), edit, NULL))
    return;
  sc_editor_open_flow (self->editor, id);
  select_first_stage (self->editor);
}

static void
sc_new_flow_dialog_dispose (GObject *object)
{
  ScNewFlowDialog *self = SC_NEW_FLOW_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->solution, sc_solution_unref);
  g_clear_pointer (&self->suggestion, g_free);

  G_OBJECT_CLASS (sc_new_flow_dialog_parent_class)->dispose (object);
}

static void
sc_new_flow_dialog_class_init (ScNewFlowDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_new_flow_dialog_dispose;
  g_type_ensure (SC_TYPE_TEMPLATE_CHOOSER);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-new-flow-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNewFlowDialog, templates);
  gtk_widget_class_bind_template_child (widget_class, ScNewFlowDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ScNewFlowDialog, table);
  gtk_widget_class_bind_template_child (widget_class, ScNewFlowDialog, known_scroller);
  gtk_widget_class_bind_template_child (widget_class, ScNewFlowDialog, known);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, template_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, template_activated_cb);
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
  self->solution = sc_solution_ref (sc_editor_lend (self->editor));
  self->tables = sc_known_tables_list (self->solution);
  for (guint i = 0; i < self->tables->len; i++)
    {
      const char *table = g_ptr_array_index (self->tables, i);

      gtk_list_box_append (self->known, new_known_row (get_table_label (self, table), table));
    }
  gtk_list_box_set_filter_func (self->known, filter_known, self, NULL);
  template_changed_cb (self);
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
