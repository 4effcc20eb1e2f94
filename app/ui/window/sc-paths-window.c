/* sc-paths-window.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-paths-window.h"

#include <glib/gi18n-lib.h>

#include "sc-path-table.h"
#include "sc-window-resources.h"

struct _ScPathsWindow
{
  AdwWindow parent_instance;

  ScEditor *editor;
  ScPathTable *table; /* NULL: no flow is open */

  AdwWindowTitle *title;
  GtkWidget *copy;
  GtkStack *pages;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  GtkStringList *rows; /* a row a path; what stands in it is asked for when it is shown */

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (ScPathsWindow, sc_paths_window, ADW_TYPE_WINDOW)

static char *
dup_cell (ScPathsWindow *self, guint row, guint column)
{
  return sc_path_table_dup_cell (self->table, sc_editor_get_solution (self->editor),
                                 sc_editor_get_flow (self->editor),
                                 sc_editor_get_language (self->editor), row, column);
}

static guint
get_column (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *cell, ScPathsWindow *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean figure = get_column (factory) > self->table->first_fact;

  gtk_label_set_xalign (GTK_LABEL (label), figure ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), figure ? 4 : 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_list_item_set_child (cell, label);
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *cell, ScPathsWindow *self)
{
  GtkWidget *label = gtk_list_item_get_child (cell);
  g_autofree char *text = NULL;

  if (self->table == NULL || gtk_list_item_get_position (cell) >= self->table->paths->len)
    return;
  text = dup_cell (self, gtk_list_item_get_position (cell), get_column (factory));
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static void
add_column (ScPathsWindow *self, guint position)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column
      = gtk_column_view_column_new (g_ptr_array_index (self->table->titles, position), factory);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (position));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cell_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, 0);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, position <= self->table->first_fact);
  gtk_column_view_append_column (self->view, column);
}

static void
remove_columns (ScPathsWindow *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static const ScFlowPath *
get_selected (ScPathsWindow *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  return self->table != NULL && position < self->table->paths->len
             ? g_ptr_array_index (self->table->paths, position)
             : NULL;
}

static void
selected_cb (ScPathsWindow *self)
{
  if (!self->filling)
    sc_editor_show_path (self->editor, get_selected (self));
}

/* The same path, also when others came before it. */
static void
select_again (ScPathsWindow *self, const ScFlowPath *path)
{
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; path != NULL && i < self->table->paths->len; i++)
    if (sc_flow_path_equal (path, g_ptr_array_index (self->table->paths, i)))
      position = i;
  gtk_single_selection_set_selected (self->selection, position);
}

static void
show_title (ScPathsWindow *self, const ScFlow *flow)
{
  g_autofree char *name = NULL;
  g_autofree char *count = NULL;
  guint n = self->table->paths->len;

  name = g_utf8_make_valid (sc_flow_get_label (flow, sc_editor_get_language (self->editor)), -1);
  if (self->table->n_paths == n)
    count = g_strdup_printf (ngettext ("%u path", "%u paths", n), n);
  else if (self->table->n_paths < G_MAXUINT64)
    count = g_strdup_printf (_ ("the first %u of %" G_GUINT64_FORMAT " paths"), n,
                             self->table->n_paths);
  else
    count = g_strdup_printf (_ ("the first %u of very many paths"), n);
  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, count);
}

static void
fill (ScPathsWindow *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  g_autoptr (ScFlowPath) selected = NULL;
  gboolean any = flow != NULL && flow->stages != NULL;

  if (get_selected (self) != NULL)
    selected = sc_flow_path_copy (get_selected (self));
  self->filling = TRUE;
  gtk_string_list_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                          NULL);
  remove_columns (self);
  g_clear_pointer (&self->table, sc_path_table_free);
  gtk_stack_set_visible_child_name (self->pages, any ? "table" : "nothing");
  gtk_widget_set_sensitive (self->copy, any);
  adw_window_title_set_subtitle (self->title, NULL);
  if (any)
    {
      self->table = sc_path_table_new (flow, sc_editor_get_language (self->editor));
      for (guint i = 0; i < self->table->titles->len; i++)
        add_column (self, i);
      for (guint i = 0; i < self->table->paths->len; i++)
        gtk_string_list_append (self->rows, "");
      show_title (self, flow);
      select_again (self, selected);
    }
  self->filling = FALSE;
  sc_editor_show_path (self->editor, get_selected (self));
}

static void
copy_cb (ScPathsWindow *self)
{
  g_autofree char *text = sc_path_table_dup_text (
      self->table, sc_editor_get_solution (self->editor), sc_editor_get_flow (self->editor),
      sc_editor_get_language (self->editor));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static gboolean
sc_paths_window_close_request (GtkWindow *window)
{
  sc_editor_show_path (SC_PATHS_WINDOW (window)->editor, NULL);

  return GTK_WINDOW_CLASS (sc_paths_window_parent_class)->close_request (window);
}

static void
sc_paths_window_dispose (GObject *object)
{
  ScPathsWindow *self = SC_PATHS_WINDOW (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_PATHS_WINDOW);
  g_clear_pointer (&self->table, sc_path_table_free);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_paths_window_parent_class)->dispose (object);
}

static void
sc_paths_window_class_init (ScPathsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_paths_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sc_paths_window_close_request;

  /* Resources of a static library are only linked in when something names them. */
  sc_window_get_resource ();
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-paths-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPathsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ScPathsWindow, copy);
  gtk_widget_class_bind_template_child (widget_class, ScPathsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, ScPathsWindow, view);
  gtk_widget_class_bind_template_child (widget_class, ScPathsWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, ScPathsWindow, rows);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
sc_paths_window_init (ScPathsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWindow *
find_open (GtkWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SC_IS_PATHS_WINDOW (l->data) && gtk_window_get_transient_for (l->data) == parent)
      return l->data;
  return NULL;
}

void
sc_paths_window_present (GtkWindow *parent, ScEditor *editor)
{
  GtkWindow *open = find_open (parent);
  ScPathsWindow *self;

  if (open != NULL)
    {
      gtk_window_present (open);
      return;
    }
  self = g_object_new (SC_TYPE_PATHS_WINDOW, "transient-for", parent, NULL);
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (editor, "changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (editor, "flow-changed", G_CALLBACK (fill), self);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}
