/* sc-outline-columns.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-outline-private.h"

#include <glib/gi18n-lib.h>

/* Of the columns that are always there. */
static const struct
{
  ScOutlineField field;
  int width;
} fixed[] = {
  { SC_OUTLINE_NAME, 232 }, { SC_OUTLINE_REQUIRED, 72 }, { SC_OUTLINE_BINDING, 152 },
  { SC_OUTLINE_TYPE, 128 }, { SC_OUTLINE_NEXT, 120 },
};

#define LABEL_WIDTH   160
#define MAX_LANGUAGES 20

ScOutlineColumn
sc_outline_view_get_column (ScOutlineView *self, guint position)
{
  return g_array_index (self->columns, ScOutlineColumn, MIN (position, self->columns->len - 1));
}

GtkWidget *
sc_outline_view_get_rows (ScOutlineView *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self->table));
}

static ScOutlineCell *
get_cell (GtkWidget *slot)
{
  GtkWidget *cell = gtk_widget_get_first_child (slot);

  return SC_IS_OUTLINE_CELL (cell) ? SC_OUTLINE_CELL (cell) : NULL;
}

ScOutlineCell *
sc_outline_view_find_cell (ScOutlineView *self, ScOutlineItem *item, guint column)
{
  ScOutlineColumn wanted = sc_outline_view_get_column (self, column);

  for (GtkWidget *row = gtk_widget_get_first_child (sc_outline_view_get_rows (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    for (GtkWidget *slot = gtk_widget_get_first_child (row); slot != NULL;
         slot = gtk_widget_get_next_sibling (slot))
      {
        ScOutlineCell *cell = get_cell (slot);
        ScOutlineColumn own;

        if (cell == NULL || sc_outline_cell_get_item (cell) != item)
          break;
        own = sc_outline_cell_get_column (cell);
        if (own.field == wanted.field && own.language == wanted.language)
          return cell;
      }
  return NULL;
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What assistive technology calls a row is on the list's own widget around the cells. */
static void
show_row (ScOutlineView *self, ScOutlineCell *cell)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (cell)));
  ScOutlineItem *item = sc_outline_cell_get_item (cell);
  g_autofree char *name = sc_outline_dup_row_name (self->editor, item);

  set_name (row, name);
  if (sc_outline_item_get_kind (item) == SC_OUTLINE_STAGE)
    gtk_widget_add_css_class (row, "stage");
  else
    gtk_widget_remove_css_class (row, "stage");
}

static void
show_cell (ScOutlineCell *cell, ScOutlineItem *item)
{
  ScOutlineView *self
      = SC_OUTLINE_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (cell), SC_TYPE_OUTLINE_VIEW));
  g_autofree char *name = NULL;

  /* One that is kept for later. */
  if (self == NULL)
    return;
  sc_outline_cell_set_item (cell, item);
  name = sc_outline_dup_cell_name (self->editor, item, sc_outline_cell_get_column (cell));
  set_name (gtk_widget_get_parent (GTK_WIDGET (cell)), name);
  set_name (GTK_WIDGET (cell), name);
  if (sc_outline_cell_get_column (cell).field == SC_OUTLINE_NAME)
    show_row (self, cell);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, ScOutlineView *self)
{
  ScOutlineColumn *column = g_object_get_data (G_OBJECT (factory), "column");
  GtkWidget *cell = sc_outline_cell_new (self->editor, *column);

  sc_outline_view_watch (self, SC_OUTLINE_CELL (cell));
  gtk_list_item_set_child (list_item, cell);
}

/* With every change the list binds each row behind it anew, although it shows what it did. */
static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, ScOutlineView *self)
{
  ScOutlineItem *item = gtk_list_item_get_item (list_item);
  ScOutlineCell *cell = SC_OUTLINE_CELL (gtk_list_item_get_child (list_item));
  ScOutlineItem *shown = sc_outline_cell_get_item (cell);

  if (shown == item)
    return;
  if (cell == self->edited)
    sc_outline_view_end_editing (self);
  if (shown != NULL)
    g_signal_handlers_disconnect_by_func (shown, show_cell, cell);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_cell), cell, G_CONNECT_SWAPPED);
  show_cell (cell, item);
}

static void
append_column (ScOutlineView *self, ScOutlineColumn column, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = sc_outline_dup_title (column);
  g_autoptr (GtkColumnViewColumn) shown = NULL;

  g_object_set_data_full (G_OBJECT (factory), "column", g_memdup2 (&column, sizeof column), g_free);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  shown = gtk_column_view_column_new (title, factory);
  /* With a width of its own no cell has to be asked for one. */
  gtk_column_view_column_set_fixed_width (shown, width);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_expand (shown, column.field == SC_OUTLINE_NAME);
  gtk_column_view_append_column (self->table, shown);
  g_array_append_val (self->columns, column);
}

static void
add_language (GArray *languages, int language)
{
  for (guint i = 0; i < languages->len; i++)
    if (g_array_index (languages, int, i) == language)
      return;
  if (languages->len < MAX_LANGUAGES)
    g_array_append_val (languages, language);
}

static void
add_languages (GArray *languages, const ScList *labels, int base)
{
  sc_list_foreach (labels, const ScLabel *, label)
    {
      if (label->language != base)
        add_language (languages, label->language);
    }
}

/* The languages besides the one that is worked in, in the order in which they come. */
static GArray *
list_languages (ScOutlineView *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  int base = sc_editor_get_language (self->editor);
  GArray *languages = g_array_new (FALSE, FALSE, sizeof (int));

  sc_list_foreach (flow != NULL ? flow->stages : NULL, const ScStage *, stage)
    {
      add_languages (languages, stage->labels, base);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          add_languages (languages, step->labels, base);
        }
    }
  return languages;
}

static gboolean
has_languages (ScOutlineView *self, const GArray *languages)
{
  if (self->columns->len != G_N_ELEMENTS (fixed) + languages->len)
    return FALSE;
  for (guint i = 0; i < languages->len; i++)
    if (sc_outline_view_get_column (self, G_N_ELEMENTS (fixed) + i).language
        != g_array_index (languages, int, i))
      return FALSE;
  return TRUE;
}

/* The list has widgets for its titles, too. */
static void
name_titles (ScOutlineView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->table));
  GtkWidget *title = gtk_widget_get_first_child (header);

  set_name (GTK_WIDGET (self->table), _ ("Outline"));
  set_name (sc_outline_view_get_rows (self), _ ("Outline"));
  set_name (header, _ ("Titles"));
  for (guint i = 0; i < self->columns->len && title != NULL; i++)
    {
      g_autofree char *name = sc_outline_dup_title (sc_outline_view_get_column (self, i));

      set_name (title, name);
      title = gtk_widget_get_next_sibling (title);
    }
}

void
sc_outline_view_update_columns (ScOutlineView *self)
{
  g_autoptr (GArray) languages = list_languages (self);
  GListModel *shown = gtk_column_view_get_columns (self->table);

  if (has_languages (self, languages))
    return;
  while (self->columns->len > G_N_ELEMENTS (fixed))
    {
      g_autoptr (GtkColumnViewColumn) last = g_list_model_get_item (shown, self->columns->len - 1);

      gtk_column_view_remove_column (self->table, last);
      g_array_set_size (self->columns, self->columns->len - 1);
    }
  for (guint i = self->columns->len; i < G_N_ELEMENTS (fixed); i++)
    append_column (self, (ScOutlineColumn){ fixed[i].field, 0 }, fixed[i].width);
  for (guint i = 0; i < languages->len; i++)
    append_column (self, (ScOutlineColumn){ SC_OUTLINE_LABEL, g_array_index (languages, int, i) },
                   LABEL_WIDTH);
  name_titles (self);
}

void
sc_outline_view_refresh (ScOutlineView *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    sc_outline_item_changed (sc_outline_list_get (self->list, i));
}
