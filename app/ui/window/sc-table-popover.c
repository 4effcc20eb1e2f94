/* sc-table-popover.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-table-popover.h"

#include <glib/gi18n-lib.h>

#include "sc-by-hand.h"
#include "sc-column-dialog.h"
#include "sc-column-text.h"
#include "sc-edit-solution.h"
#include "sc-question.h"
#include "sc-uses-dialog.h"

/* A list this short is read faster than a search is typed. */
#define FEW_COLUMNS 8

struct _ScTablePopover
{
  GtkPopover parent_instance;

  ScEditor *editor;
  char *table;
  const ScList *shown; /* of ScColumn; a reference */
  char *needle;        /* case-folded; NULL: everything is shown */

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *placeholder;
  GtkEditable *search;
  GtkListBox *columns;
};

G_DEFINE_FINAL_TYPE (ScTablePopover, sc_table_popover, GTK_TYPE_POPOVER)

static void
add_column_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScTablePopover *self = SC_TABLE_POPOVER (widget);
  GtkRoot *window = gtk_widget_get_root (widget);

  gtk_popover_popdown (GTK_POPOVER (self));
  sc_column_dialog_present (GTK_WINDOW (window), self->editor, self->table, NULL);
}

static void
row_activated_cb (ScTablePopover *self, GtkListBoxRow *row)
{
  const ScColumn *column = sc_list_get (self->shown, (guint) gtk_list_box_row_get_index (row));
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  ScUsed thing = { SC_USED_COLUMN, NULL, self->table, column->name };

  gtk_popover_popdown (GTK_POPOVER (self));
  sc_uses_dialog_present (GTK_WINDOW (window), self->editor, &thing);
}

static void
delete_column_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScTablePopover *self = SC_TABLE_POPOVER (widget);
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const char *column = g_variant_get_string (parameter, NULL);
  const ScColumn *known = sc_solution_find_column (solution, self->table, column);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (known == NULL)
    return;
  name = g_strdup_printf (_ ("Delete Column “%s”"),
                          sc_column_get_label (known, sc_editor_get_language (self->editor)));
  gtk_popover_popdown (GTK_POPOVER (self));
  after = sc_edit_column_delete (solution, self->table, column, &error);
  sc_editor_propose (self->editor, after, error, SC_PROPOSE_DELETE, name, NULL);
}

static gboolean
contains (const char *text, const char *needle)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, needle) != NULL;
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  ScTablePopover *self = user_data;
  const ScColumn *column = sc_list_get (self->shown, gtk_list_box_row_get_index (row));

  return self->needle == NULL || column == NULL || contains (column->name, self->needle)
         || contains (sc_column_get_label (column, sc_editor_get_language (self->editor)),
                      self->needle);
}

static void
search_changed_cb (ScTablePopover *self)
{
  const char *text = gtk_editable_get_text (self->search);

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = g_utf8_casefold (text, -1);
  gtk_label_set_text (self->placeholder, _ ("No column has that name."));
  gtk_list_box_invalidate_filter (self->columns);
}

static GtkWidget *
new_line (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static GtkWidget *
new_delete_button (const ScColumn *column, const char *label)
{
  g_autofree char *tip = g_strdup_printf (_ ("Delete Column “%s”"), label);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "table.delete-column");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", column->name);
  return button;
}

static GtkWidget *
new_row (ScTablePopover *self, const ScColumn *column)
{
  const char *label = sc_column_get_label (column, sc_editor_get_language (self->editor));
  g_autofree char *facts = sc_column_text_describe (column);
  g_autofree char *name = g_strdup_printf ("%s, %s", label, facts);
  g_autofree char *tip = NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (lines), new_line (label, NULL));
  gtk_box_append (GTK_BOX (lines), new_line (facts, "caption"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), lines);
  if (column->name != NULL && sc_is_by_hand (self->editor, self->table, column->name))
    gtk_box_append (GTK_BOX (box), new_delete_button (column, label));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  tip = g_strdup_printf (_ ("%s\nClick to see where it is used"), name);
  gtk_widget_set_tooltip_text (row, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
show_columns (ScTablePopover *self, const ScList *columns)
{
  GtkWidget *row;

  if (self->shown == columns)
    return;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->columns, 0))) != NULL)
    gtk_list_box_remove (self->columns, row);
  sc_list_unref ((ScList *) self->shown);
  self->shown = columns != NULL ? sc_list_ref (columns) : NULL;
  sc_list_foreach (columns, const ScColumn *, column)
    {
      gtk_list_box_append (self->columns, new_row (self, column));
    }
}

static void
refresh_cb (ScTablePopover *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScTable *table = sc_solution_find_table (solution, self->table, NULL);
  const ScList *columns = table != NULL ? table->columns : NULL;
  guint n = sc_list_length (columns);
  g_autofree char *count = g_strdup_printf (ngettext ("%u column", "%u columns", n), n);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", self->table, count);

  gtk_label_set_text (self->title, sc_solution_get_table_label (solution, self->table));
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_editable_set_text (self->search, "");
  gtk_widget_set_visible (GTK_WIDGET (self->search), n > FEW_COLUMNS);
  show_columns (self, columns);
  gtk_label_set_text (self->placeholder,
                      _ ("Nothing is known of this table's columns. Add those that steps use."));
}

static void
sc_table_popover_dispose (GObject *object)
{
  ScTablePopover *self = SC_TABLE_POPOVER (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->table, g_free);
  g_clear_pointer (&self->needle, g_free);
  sc_list_unref ((ScList *) g_steal_pointer (&self->shown));

  G_OBJECT_CLASS (sc_table_popover_parent_class)->dispose (object);
}

static void
sc_table_popover_class_init (ScTablePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_table_popover_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-table-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ScTablePopover, title);
  gtk_widget_class_bind_template_child (widget_class, ScTablePopover, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ScTablePopover, placeholder);
  gtk_widget_class_bind_template_child (widget_class, ScTablePopover, search);
  gtk_widget_class_bind_template_child (widget_class, ScTablePopover, columns);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "table.add-column", NULL, add_column_action);
  gtk_widget_class_install_action (widget_class, "table.delete-column", "s", delete_column_action);
}

static void
sc_table_popover_init (ScTablePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->columns, filter_row, self, NULL);
}

GtkWidget *
sc_table_popover_new (ScEditor *editor, const char *table)
{
  ScTablePopover *self = g_object_new (SC_TYPE_TABLE_POPOVER, NULL);

  self->editor = g_object_ref (editor);
  self->table = g_strdup (table);
  return GTK_WIDGET (self);
}
