/* sc-columns-pane.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-columns-pane.h"

#include <glib/gi18n-lib.h>

#include "sc-clip-provider.h"
#include "sc-column-adding.h"
#include "sc-column-list.h"
#include "sc-column-row.h"
#include "sc-columns-resources.h"
#include "sc-styles.h"

struct _ScColumnsPane
{
  GtkWidget parent_instance;

  ScEditor *editor;
  char *table; /* NULL: there is none to show */
  ScColumnList *columns;
  GtkMultiSelection *selection;
  GPtrArray *rows; /* the ScColumnRow that show something */
  ScFlow *flow;    /* whose uses are shown; nullable */
  gboolean stale;  /* something changed while nobody could see it */

  GtkLabel *heading;
  GtkEditable *search;
  GtkDropDown *shown;
  GtkDropDown *kind;
  GtkStack *pages;
  GtkListView *list;
  GtkLabel *empty;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (ScColumnsPane, sc_columns_pane, GTK_TYPE_WIDGET)

static int
get_language (ScColumnsPane *self)
{
  return sc_editor_get_language (self->editor);
}

/* What is shown ------------------------------------------------------------------------------- */

static void
show_row_uses (ScColumnsPane *self, ScColumnRow *row)
{
  const ScColumnUses *uses = sc_column_list_get_uses (self->columns);
  const char *name = sc_column_row_get_column (row)->name;
  g_autofree char *stages = sc_column_uses_dup_stages (uses, name, get_language (self));

  sc_column_row_show_uses (row, sc_column_uses_count (uses, name), stages);
}

static void
update_actions (ScColumnsPane *self)
{
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  gboolean open = sc_editor_get_lock (self->editor) == SC_LOCK_NONE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "columns.add",
                                 open && !gtk_bitset_is_empty (chosen));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "columns.describe",
                                 open && self->table != NULL);
}

static const char *
describe_nothing (ScColumnsPane *self)
{
  if (self->table == NULL)
    return _ ("Select a stage to see the columns of its table.");
  if (sc_column_list_count_all (self->columns) == 0)
    return _ ("Nothing is known of this table's columns. Describe those that steps use.");
  return _ ("No column found");
}

static void
update_page (ScColumnsPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->columns));

  if (n == 0)
    gtk_label_set_label (self->empty, describe_nothing (self));
  gtk_stack_set_visible_child_name (self->pages, n > 0 ? "list" : "empty");
  update_actions (self);
}

static void
show_heading (ScColumnsPane *self)
{
  g_autofree char *text
      = self->table != NULL ? g_strdup_printf (
            _ ("Columns of %s"), sc_editor_get_table_label (self->editor, self->table))
                            : g_strdup (_ ("Columns"));

  gtk_label_set_label (self->heading, text);
}

static void
show_uses (ScColumnsPane *self, const ScFlow *flow)
{
  g_clear_pointer (&self->flow, sc_flow_unref);
  self->flow = flow != NULL ? sc_flow_ref (flow) : NULL;
  sc_column_list_take_uses (self->columns, sc_column_uses_new (flow, self->table));
  for (guint i = 0; i < self->rows->len; i++)
    show_row_uses (self, g_ptr_array_index (self->rows, i));
}

static void
refresh (ScColumnsPane *self)
{
  const ScStage *stage = sc_column_adding_get_stage (self->editor);
  const char *name = stage != NULL ? stage->table : NULL;
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  gboolean other = g_strcmp0 (name, self->table) != 0;
  const ScTable *table;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  if (other)
    {
      g_free (self->table);
      self->table = g_strdup (name);
    }
  table = self->table != NULL
              ? sc_metadata_find_table (sc_editor_get_metadata (self->editor), self->table)
              : NULL;
  sc_column_list_set_columns (self->columns, table != NULL ? table->columns : NULL,
                              get_language (self));
  if (other || flow != self->flow)
    show_uses (self, flow);
  show_heading (self);
  update_page (self);
}

/* Adding -------------------------------------------------------------------------------------- */

/* Of const ScColumn, each with a reference. */
static GPtrArray *
list_chosen (ScColumnsPane *self, const GtkBitset *chosen)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (sc_value_unref);

  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr (ScColumnItem) item
          = g_list_model_get_item (G_LIST_MODEL (self->columns), gtk_bitset_get_nth (chosen, i));

      g_ptr_array_add (columns, sc_column_ref (sc_column_item_get_column (item)));
    }
  return columns;
}

/* The row at position, with the others that are selected if it is one of them. */
static GPtrArray *
list_at (ScColumnsPane *self, guint position)
{
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GtkBitset) one = gtk_bitset_new_range (position, 1);

  return list_chosen (self, gtk_bitset_contains (chosen, position) ? chosen : one);
}

static void
add (ScColumnsPane *self, const GPtrArray *columns)
{
  const ScStage *stage = sc_column_adding_get_stage (self->editor);

  if (stage != NULL)
    sc_column_adding_add (self->editor, stage, columns);
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScColumnsPane *self = SC_COLUMNS_PANE (widget);
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GPtrArray) columns = list_chosen (self, chosen);

  add (self, columns);
}

static void
activate_cb (ScColumnsPane *self, guint position)
{
  g_autoptr (GPtrArray) columns = list_at (self, position);

  add (self, columns);
}

static void
describe_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScColumnsPane *self = SC_COLUMNS_PANE (widget);

  gtk_widget_activate_action (widget, "win.describe-column", "(ss)", self->table,
                              gtk_editable_get_text (self->search));
}

static void
go_to_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScColumnsPane *self = SC_COLUMNS_PANE (widget);
  const char *step = sc_column_uses_find_next (sc_column_list_get_uses (self->columns),
                                               g_variant_get_string (parameter, NULL),
                                               sc_editor_get_selection (self->editor).step);

  if (step == NULL)
    return;
  sc_editor_select_step (self->editor, step);
  gtk_widget_activate_action (widget, "win.show-selected", NULL);
}

/* Searching ----------------------------------------------------------------------------------- */

static void
search_changed_cb (ScColumnsPane *self)
{
  sc_column_list_search (self->columns, gtk_editable_get_text (self->search));
  update_page (self);
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
}

static void
search_activate_cb (ScColumnsPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "columns.add", NULL);
}

static void
stop_search_cb (ScColumnsPane *self)
{
  if (*gtk_editable_get_text (self->search) == '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-selected", NULL);
  gtk_editable_set_text (self->search, "");
}

/* Down goes on in the list. */
static gboolean
search_key_cb (ScColumnsPane *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->list))
         || gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
filter_cb (ScColumnsPane *self)
{
  if (self->columns == NULL)
    return;
  sc_column_list_filter (self->columns, (ScColumnsShown) gtk_drop_down_get_selected (self->shown),
                         (ScColumnKind) gtk_drop_down_get_selected (self->kind));
  update_page (self);
}

/* Rows ---------------------------------------------------------------------------------------- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  ScColumnsPane *self = SC_COLUMNS_PANE (gtk_widget_get_ancestor (row, SC_TYPE_COLUMNS_PANE));
  const ScStage *stage = sc_column_adding_get_stage (self->editor);
  g_autoptr (GPtrArray) columns = list_at (self, gtk_list_item_get_position (item));
  g_autoptr (ScClip) clip
      = stage != NULL ? sc_column_adding_make_clip (self->editor, stage, columns) : NULL;
  g_autoptr (GdkPaintable) icon = NULL;

  if (clip == NULL)
    return NULL;
  icon = gtk_widget_paintable_new (row);
  gtk_drag_source_set_icon (source, icon, (int) x, (int) y);
  return sc_clip_provider_new (clip);
}

static void
setup_cb (ScColumnsPane *self, GtkListItem *item)
{
  GtkWidget *row = sc_column_row_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), item, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (ScColumnsPane *self, GtkListItem *item)
{
  ScColumnRow *row = SC_COLUMN_ROW (gtk_list_item_get_child (item));
  const ScColumn *column = sc_column_item_get_column (gtk_list_item_get_item (item));
  g_autofree char *source = sc_metadata_describe_column (sc_editor_get_metadata (self->editor),
                                                         self->table, column->name);

  sc_column_row_show (row, column, get_language (self), sc_column_list_get_search (self->columns));
  show_row_uses (self, row);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), source);
  g_ptr_array_add (self->rows, row);
}

static void
unbind_cb (ScColumnsPane *self, GtkListItem *item)
{
  if (self->rows != NULL)
    g_ptr_array_remove_fast (self->rows, gtk_list_item_get_child (item));
}

/* The widget ---------------------------------------------------------------------------------- */

static void
sc_columns_pane_map (GtkWidget *widget)
{
  ScColumnsPane *self = SC_COLUMNS_PANE (widget);

  GTK_WIDGET_CLASS (sc_columns_pane_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static gboolean
sc_columns_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SC_COLUMNS_PANE (widget)->search));
}

static void
sc_columns_pane_dispose (GObject *object)
{
  ScColumnsPane *self = SC_COLUMNS_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->columns);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->flow, sc_flow_unref);
  g_clear_pointer (&self->table, g_free);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_columns_pane_parent_class)->dispose (object);
}

static void
sc_columns_pane_class_init (ScColumnsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_columns_pane_dispose;
  widget_class->map = sc_columns_pane_map;
  widget_class->grab_focus = sc_columns_pane_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "columns-pane");

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/columns/sc-columns-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ScColumnsPane, heading);
  gtk_widget_class_bind_template_child (widget_class, ScColumnsPane, search);
  gtk_widget_class_bind_template_child (widget_class, ScColumnsPane, shown);
  gtk_widget_class_bind_template_child (widget_class, ScColumnsPane, kind);
  gtk_widget_class_bind_template_child (widget_class, ScColumnsPane, pages);
  gtk_widget_class_bind_template_child (widget_class, ScColumnsPane, list);
  gtk_widget_class_bind_template_child (widget_class, ScColumnsPane, empty);
  gtk_widget_class_bind_template_child (widget_class, ScColumnsPane, add);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_install_action (widget_class, "columns.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "columns.describe", NULL, describe_action);
  gtk_widget_class_install_action (widget_class, "columns.go-to", "s", go_to_action);

  /* Resources of a static library are only linked in when something names them. */
  sc_columns_get_resource ();
}

/* The name of a drop-down is not that of the button in it, which has the focus. */
static void
name_toggle (GtkDropDown *drop_down, const char *name)
{
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
sc_columns_pane_init (ScColumnsPane *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  name_toggle (self->shown, _ ("Which columns"));
  name_toggle (self->kind, _ ("Type of column"));
  sc_styles_add ("/org/stagecraft/Stagecraft/columns/columns.css");
  self->columns = sc_column_list_new ();
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->columns)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
sc_columns_pane_new (ScEditor *editor)
{
  ScColumnsPane *self = g_object_new (SC_TYPE_COLUMNS_PANE, NULL);

  self->editor = g_object_ref (editor);
  self->stale = TRUE;
  g_signal_connect_object (editor, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "selection-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
