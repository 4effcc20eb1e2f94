/* sc-navigator-section.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator-section-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (ScNavigatorSection, sc_navigator_section, GTK_TYPE_WIDGET)

static void
row_activated_cb (ScNavigatorSection *self, ScNavigatorRow *row)
{
  g_assert (SC_IS_NAVIGATOR_ROW (row));

  sc_navigator_row_activate (row);
}

static gboolean
is_found (ScNavigatorSection *self, ScNavigatorRow *row)
{
  return sc_navigator_row_get_rating (row) >= self->least;
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  guint p = sc_navigator_row_get_position (SC_NAVIGATOR_ROW (a));
  guint q = sc_navigator_row_get_position (SC_NAVIGATOR_ROW (b));

  return (p > q) - (p < q);
}

/* A heading stands above the first row of each group, where there are several. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  ScNavigatorSection *self = user_data;
  GtkWidget *heading = gtk_list_box_row_get_header (row);
  guint group = sc_navigator_row_get_group (SC_NAVIGATOR_ROW (row));

  if (self->groups->len < 2 || group >= self->groups->len
      || (before != NULL && sc_navigator_row_get_group (SC_NAVIGATOR_ROW (before)) == group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (heading == NULL)
    {
      heading = sc_navigator_heading_new ();
      gtk_list_box_row_set_header (row, heading);
    }
  sc_navigator_heading_show (SC_NAVIGATOR_HEADING (heading),
                             &g_array_index (self->groups, ScNavigatorGroup, group));
}

/* Among the children of the list they come last; screen readers are to meet them where they are
 * seen. */
static void
arrange_headings (ScNavigatorSection *self)
{
  if (self->groups->len < 2)
    return;
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkListBoxRow *row = g_ptr_array_index (self->shown, i);
      GtkWidget *heading = gtk_list_box_row_get_header (row);

      if (heading != NULL)
        gtk_widget_insert_before (heading, GTK_WIDGET (self->rows), GTK_WIDGET (row));
    }
}

/* While many rows come, go or are hidden, headings would wander from one to the next. */
static void
set_headings_enabled (ScNavigatorSection *self, gboolean enabled)
{
  gtk_list_box_set_header_func (self->rows, enabled ? update_header : NULL, self, NULL);
  if (enabled)
    arrange_headings (self);
}

static void
clear_group (gpointer group)
{
  g_free ((char *) ((ScNavigatorGroup *) group)->title);
}

static void
sc_navigator_section_dispose (GObject *object)
{
  ScNavigatorSection *self = SC_NAVIGATOR_SECTION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);
  g_ptr_array_set_size (self->shown, 0);
  /* A drag may leave the list after that. */
  self->refusal = NULL;
  self->drop_row = NULL;

  G_OBJECT_CLASS (sc_navigator_section_parent_class)->dispose (object);
}

static void
sc_navigator_section_finalize (GObject *object)
{
  ScNavigatorSection *self = SC_NAVIGATOR_SECTION (object);

  g_ptr_array_unref (self->shown);
  g_array_unref (self->groups);

  G_OBJECT_CLASS (sc_navigator_section_parent_class)->finalize (object);
}

static void
sc_navigator_section_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (sc_navigator_section_parent_class)->snapshot (widget, snapshot);
  sc_navigator_drop_snapshot (SC_NAVIGATOR_SECTION (widget), snapshot);
}

static void
sc_navigator_section_class_init (ScNavigatorSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_navigator_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_navigator_section_finalize;
  widget_class->snapshot = sc_navigator_section_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-navigator-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, header);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, title);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, count);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, meter);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, search);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, add);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, rows);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorSection, empty);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sc_navigator_section_init (ScNavigatorSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_ptr_array_new ();
  self->groups = g_array_new (FALSE, FALSE, sizeof (ScNavigatorGroup));
  g_array_set_clear_func (self->groups, clear_group);
  gtk_list_box_set_sort_func (self->rows, compare_rows, self, NULL);
  set_headings_enabled (self, TRUE);
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
  gtk_widget_set_visible (self->search, words->search);
  if (kind == SC_NAVIGATOR_FLOW)
    sc_navigator_drop_init (self);
  /* Only a flow is ever "the open one". */
  gtk_list_box_set_selection_mode (self->rows, kind == SC_NAVIGATOR_FLOW ? GTK_SELECTION_SINGLE
                                                                         : GTK_SELECTION_NONE);
  return GTK_WIDGET (self);
}

static guint
take_row (GPtrArray *rows, guint position, const char *id)
{
  for (; position < rows->len; position++)
    {
      ScNavigatorRow *row = g_ptr_array_index (rows, position);

      if (row != NULL && g_str_equal (sc_navigator_row_get_id (row), id))
        break;
    }
  return position;
}

/* The row of id among those before, which it is taken out of; NULL when there is none. The
 * position by id is only that of the first: broken files have several flows of one id. */
static ScNavigatorRow *
find_kept (GPtrArray *before, GHashTable *positions, const char *id)
{
  gpointer first;
  ScNavigatorRow *row;
  guint position;

  if (!g_hash_table_lookup_extended (positions, id, NULL, &first))
    return NULL;
  position = take_row (before, GPOINTER_TO_UINT (first), id);
  if (position == before->len)
    return NULL;
  row = g_ptr_array_index (before, position);
  before->pdata[position] = NULL;
  return row;
}

static GHashTable *
index_rows (GPtrArray *rows)
{
  GHashTable *positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = rows->len; i > 0; i--)
    g_hash_table_insert (positions,
                         (gpointer) sc_navigator_row_get_id (g_ptr_array_index (rows, i - 1)),
                         GUINT_TO_POINTER (i - 1));
  return positions;
}

static void
remove_rows (ScNavigatorSection *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      ScNavigatorRow *row = g_ptr_array_index (rows, i);

      if (row == NULL)
        continue;
      sc_navigator_drop_forget (self, row);
      gtk_list_box_remove (self->rows, GTK_WIDGET (row));
    }
}

/* Rows where there are none yet. Each is complete before it comes into the list, where every change
 * of a tooltip asks the display where the pointer is. */
static void
add_rows (ScNavigatorSection *self, const char *const *ids, const ScNavigatorFacts *facts)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      ScNavigatorRow *row = g_ptr_array_index (self->shown, i);

      if (row != NULL)
        continue;
      row = SC_NAVIGATOR_ROW (sc_navigator_row_new (self->editor, self->kind, ids[i]));
      sc_navigator_row_set_position (row, i);
      sc_navigator_row_show (row, &facts[i]);
      self->shown->pdata[i] = row;
      gtk_list_box_append (self->rows, GTK_WIDGET (row));
    }
}

/* Rows that stay are given their new places; the list sorts them without taking them out, so that
 * the keyboard stays where it is. */
static void
place_rows (ScNavigatorSection *self,
            const char *const *ids,
            const ScNavigatorFacts *facts,
            guint n)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  g_autoptr (GHashTable) positions = index_rows (before);
  gboolean sorted = TRUE;
  guint n_kept = 0;
  int last = -1;

  self->shown = g_ptr_array_sized_new (n);
  for (guint i = 0; i < n; i++)
    {
      ScNavigatorRow *row = find_kept (before, positions, ids[i]);

      g_ptr_array_add (self->shown, row);
      if (row == NULL)
        continue;
      sorted = sorted && (int) sc_navigator_row_get_position (row) > last;
      last = (int) sc_navigator_row_get_position (row);
      sc_navigator_row_set_position (row, i);
      n_kept++;
    }
  if (!sorted)
    gtk_list_box_invalidate_sort (self->rows);
  if (n_kept == n && n_kept == before->len)
    return;

  set_headings_enabled (self, FALSE);
  remove_rows (self, before);
  add_rows (self, ids, facts);
}

static void
keep_groups (ScNavigatorSection *self, const ScNavigatorGroup *groups, guint n)
{
  g_array_set_size (self->groups, 0);
  for (guint i = 0; i < n; i++)
    {
      ScNavigatorGroup group = groups[i];

      group.title = g_strdup (group.title);
      g_array_append_val (self->groups, group);
    }
}

void
sc_navigator_section_show (ScNavigatorSection *self,
                           const char *const *ids,
                           const ScNavigatorFacts *facts,
                           guint n,
                           const ScNavigatorGroup *groups,
                           guint n_groups)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  g_return_if_fail (SC_IS_NAVIGATOR_SECTION (self));

  keep_groups (self, groups, n_groups);
  place_rows (self, ids, facts, n);
  for (guint i = 0; i < n; i++)
    sc_navigator_row_show (g_ptr_array_index (self->shown, i), &facts[i]);
  set_headings_enabled (self, TRUE);
  gtk_label_set_text (self->count, n > 0 ? count : "");
  sc_navigator_meter_show (self->meter, n_groups == 1 ? groups : NULL);
}

void
sc_navigator_section_select (ScNavigatorSection *self, const char *id)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (SC_IS_NAVIGATOR_SECTION (self));

  if (id != NULL)
    {
      guint position = take_row (self->shown, 0, id);

      if (position < self->shown->len)
        row = g_ptr_array_index (self->shown, position);
    }
  gtk_list_box_select_row (self->rows, row);
}

ScNavigatorRow *
sc_navigator_section_get_selected (ScNavigatorSection *self)
{
  g_return_val_if_fail (SC_IS_NAVIGATOR_SECTION (self), NULL);

  return (ScNavigatorRow *) gtk_list_box_get_selected_row (self->rows);
}

guint
sc_navigator_section_rate (ScNavigatorSection *self, const char *folded_needle)
{
  guint best = 0;

  g_return_val_if_fail (SC_IS_NAVIGATOR_SECTION (self), 0);

  for (guint i = 0; i < self->shown->len; i++)
    best = MAX (best, sc_navigator_row_rate (g_ptr_array_index (self->shown, i), folded_needle));
  return best;
}

guint
sc_navigator_section_filter (ScNavigatorSection *self, guint least)
{
  guint n = 0;

  g_return_val_if_fail (SC_IS_NAVIGATOR_SECTION (self), 0);

  self->least = least;
  set_headings_enabled (self, FALSE);
  for (guint i = 0; i < self->shown->len; i++)
    {
      ScNavigatorRow *row = g_ptr_array_index (self->shown, i);
      gboolean found = is_found (self, row);

      /* Not by a filter of the list: screen readers would still come across the row. */
      gtk_widget_set_visible (GTK_WIDGET (row), found);
      n += found;
    }
  set_headings_enabled (self, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), least == 0 || n > 0);
  return n;
}

ScNavigatorRow *
sc_navigator_section_get_first (ScNavigatorSection *self)
{
  g_return_val_if_fail (SC_IS_NAVIGATOR_SECTION (self), NULL);

  for (guint i = 0; i < self->shown->len; i++)
    if (is_found (self, g_ptr_array_index (self->shown, i)))
      return g_ptr_array_index (self->shown, i);
  return NULL;
}
