/* sc-navigator-section.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator-section.h"

#include <glib/gi18n-lib.h>

struct _ScNavigatorSection
{
  GtkWidget parent_instance;

  ScEditor *editor;
  ScNavigatorKind kind;
  char *needle;

  GtkWidget *header;
  GtkLabel *title;
  GtkLabel *count;
  GtkWidget *add;
  GtkListBox *rows;
  GtkLabel *empty;
};

G_DEFINE_FINAL_TYPE (ScNavigatorSection, sc_navigator_section, GTK_TYPE_WIDGET)

static void
row_activated_cb (ScNavigatorSection *self, ScNavigatorRow *row)
{
  g_assert (SC_IS_NAVIGATOR_ROW (row));

  sc_navigator_row_activate (row);
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  ScNavigatorSection *self = user_data;
  const char *title = sc_navigator_row_get_title (SC_NAVIGATOR_ROW (row));
  g_autofree char *folded = NULL;

  if (self->needle == NULL || title == NULL)
    return TRUE;

  folded = g_utf8_casefold (title, -1);
  return strstr (folded, self->needle) != NULL;
}

static void
sc_navigator_section_dispose (GObject *object)
{
  ScNavigatorSection *self = SC_NAVIGATOR_SECTION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (sc_navigator_section_parent_class)->dispose (object);
}

static void
sc_navigator_section_class_init (ScNavigatorSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_navigator_section_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-navigator-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, header);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, title);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, count);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, add);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, rows);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, empty);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sc_navigator_section_init (ScNavigatorSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->rows, filter_row, self, NULL);
}

GtkWidget *
sc_navigator_section_new (ScEditor *editor, ScNavigatorKind kind, const ScNavigatorWords *words)
{
  ScNavigatorSection *self = g_object_new (SC_TYPE_NAVIGATOR_SECTION, NULL);
  const char *title = _ (words->title);
  const char *add_title = _ (words->add_title);

  self->editor = g_object_ref (editor);
  self->kind = kind;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->empty, _ (words->empty));
  gtk_widget_set_tooltip_text (self->add, add_title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), words->add_action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add_title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  /* Only a flow is ever "the open one". */
  gtk_list_box_set_selection_mode (self->rows, kind == SC_NAVIGATOR_FLOW ? GTK_SELECTION_SINGLE
                                                                         : GTK_SELECTION_NONE);
  return GTK_WIDGET (self);
}

static ScNavigatorRow *
get_row (ScNavigatorSection *self, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, position);

  return row != NULL ? SC_NAVIGATOR_ROW (row) : NULL;
}

static gboolean
is_row_of (ScNavigatorRow *row, const char *id)
{
  return row != NULL && g_str_equal (sc_navigator_row_get_id (row), id);
}

/* The row of id, from position on; NULL when it has none yet. */
static ScNavigatorRow *
find_row (ScNavigatorSection *self, guint position, const char *id)
{
  ScNavigatorRow *row;

  while ((row = get_row (self, position)) != NULL && !is_row_of (row, id))
    position++;
  return row;
}

/* Puts the row of id at position, making it or taking it from further down. */
static ScNavigatorRow *
place_row (ScNavigatorSection *self, guint position, const char *id)
{
  ScNavigatorRow *row = find_row (self, position, id);

  if (row == NULL)
    {
      row = SC_NAVIGATOR_ROW (sc_navigator_row_new (self->editor, self->kind, id));
      gtk_list_box_insert (self->rows, GTK_WIDGET (row), position);
    }
  else if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != (int) position)
    {
      g_object_ref (row);
      gtk_list_box_remove (self->rows, GTK_WIDGET (row));
      gtk_list_box_insert (self->rows, GTK_WIDGET (row), position);
      g_object_unref (row);
    }
  return row;
}

/* Rows of what is gone go first, so that the others are found where they were. */
static void
remove_gone (ScNavigatorSection *self, const char *const *ids, guint n)
{
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);
  ScNavigatorRow *row;
  guint position = 0;

  for (guint i = 0; i < n; i++)
    g_hash_table_add (present, (gpointer) ids[i]);
  while ((row = get_row (self, position)) != NULL)
    {
      if (g_hash_table_contains (present, sc_navigator_row_get_id (row)))
        position++;
      else
        gtk_list_box_remove (self->rows, GTK_WIDGET (row));
    }
}

void
sc_navigator_section_show (ScNavigatorSection *self,
                           const char *const *ids,
                           const ScNavigatorFacts *facts,
                           guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  g_return_if_fail (SC_IS_NAVIGATOR_SECTION (self));

  remove_gone (self, ids, n);
  for (guint i = 0; i < n; i++)
    {
      sc_navigator_row_show (place_row (self, i, ids[i]), &facts[i]);
    }
  gtk_label_set_text (self->count, n > 0 ? count : "");
}

void
sc_navigator_section_select (ScNavigatorSection *self, const char *id)
{
  ScNavigatorRow *row = id != NULL ? find_row (self, 0, id) : NULL;

  g_return_if_fail (SC_IS_NAVIGATOR_SECTION (self));

  gtk_list_box_select_row (self->rows, (GtkListBoxRow *) row);
}

void
sc_navigator_section_filter (ScNavigatorSection *self, const char *needle)
{
  g_return_if_fail (SC_IS_NAVIGATOR_SECTION (self));

  g_free (self->needle);
  self->needle = g_strdup (needle);
  gtk_list_box_invalidate_filter (self->rows);
}
