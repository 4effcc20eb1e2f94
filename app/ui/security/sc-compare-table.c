/* sc-compare-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-compare-table.h"

#include <glib/gi18n-lib.h>

#include "sc-compare-item.h"
#include "sc-compare-level.h"
#include "sc-security-resources.h"
#include "sc-shorten.h"

/* Of a title at the head of a column. */
#define MAX_TITLE 24

enum
{
  LEFT,
  RIGHT,
  N_SIDES
};

struct _ScCompareTable
{
  GtkWidget parent_instance;

  char *titles[N_SIDES]; /* NULL: nothing is chosen */
  char **words;          /* that are searched for */
  ScCompareKind kind;
  gboolean narrow;

  GtkWidget *box;
  GtkEditable *search;
  GtkDropDown *kinds;
  GtkStack *pages;
  GtkColumnViewColumn *left_column;
  GtkColumnViewColumn *right_column;
  GListStore *store;
  GtkFilterListModel *shown;
  GtkCustomFilter *filter;
};

G_DEFINE_FINAL_TYPE (ScCompareTable, sc_compare_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

enum
{
  SIGNAL_SHOWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
matches (gpointer item, gpointer data)
{
  ScCompareTable *self = data;

  return sc_compare_item_matches (item, (const char *const *) self->words, self->kind);
}

static void
show_page (ScCompareTable *self)
{
  gboolean chosen = self->titles[LEFT] != NULL && self->titles[RIGHT] != NULL;

  gtk_stack_set_visible_child_name (self->pages, !chosen                              ? "choose"
                                                 : sc_compare_table_count (self) == 0 ? "same"
                                                 : sc_compare_table_count_shown (self) == 0
                                                     ? "nothing"
                                                     : "table");
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

static void
filter_cb (ScCompareTable *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (self->search), -1);

  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);
  self->kind = (ScCompareKind) gtk_drop_down_get_selected (self->kinds);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_page (self);
}

static void
setup_name_cb (GtkListItemFactory *factory, GtkListItem *cell, ScCompareTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *levels = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = i == 0 ? title : name;

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "dim-label");
  for (int side = 0; side < N_SIDES; side++)
    {
      GtkWidget *level = sc_compare_level_new ();

      gtk_widget_set_hexpand (level, TRUE);
      gtk_box_append (GTK_BOX (levels), level);
    }
  gtk_box_set_homogeneous (GTK_BOX (levels), TRUE);
  gtk_box_append (GTK_BOX (box), levels);
  g_object_bind_property (self, "narrow", levels, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (cell, box);
}

static void
show_level (GtkWidget *widget, const ScAccessDifference *difference, int side)
{
  gboolean left = side == LEFT;

  sc_compare_level_set (SC_COMPARE_LEVEL (widget), left ? difference->left : difference->right,
                        (left ? difference->left_name : difference->right_name) == NULL,
                        left ? sc_access_difference_get_left (difference)
                             : sc_access_difference_get_right (difference));
}

/* The row is what has the keyboard, so it says all. */
static void
name_row (ScCompareTable *self, GtkWidget *cell, const ScAccessDifference *difference)
{
  GtkWidget *row = gtk_widget_get_parent (cell);
  /* Translators: a privilege, a role and its level, another role and its level. */
  g_autofree char *text
      = g_strdup_printf (_ ("%s: %s %s, %s %s"), difference->title, self->titles[LEFT],
                         sc_access_difference_get_left (difference), self->titles[RIGHT],
                         sc_access_difference_get_right (difference));

  gtk_accessible_update_property (GTK_ACCESSIBLE (row != NULL ? row : cell),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
bind_name_cb (GtkListItemFactory *factory, GtkListItem *cell, ScCompareTable *self)
{
  const ScAccessDifference *difference = sc_compare_item_get (gtk_list_item_get_item (cell));
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (cell));
  GtkWidget *name = gtk_widget_get_next_sibling (title);
  GtkWidget *left = gtk_widget_get_first_child (gtk_widget_get_next_sibling (name));

  gtk_label_set_label (GTK_LABEL (title), difference->title);
  gtk_label_set_label (GTK_LABEL (name), difference->privilege);
  gtk_widget_set_visible (name, g_strcmp0 (difference->title, difference->privilege) != 0);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (cell), difference->privilege);
  show_level (left, difference, LEFT);
  show_level (gtk_widget_get_next_sibling (left), difference, RIGHT);
  if (gtk_widget_get_parent (gtk_list_item_get_child (cell)) != NULL)
    name_row (self, gtk_widget_get_parent (gtk_list_item_get_child (cell)), difference);
}

static void
setup_level_cb (GtkListItemFactory *factory, GtkListItem *cell, ScCompareTable *self)
{
  gtk_list_item_set_child (cell, sc_compare_level_new ());
}

static void
bind_left_cb (GtkListItemFactory *factory, GtkListItem *cell, ScCompareTable *self)
{
  show_level (gtk_list_item_get_child (cell), sc_compare_item_get (gtk_list_item_get_item (cell)),
              LEFT);
}

static void
bind_right_cb (GtkListItemFactory *factory, GtkListItem *cell, ScCompareTable *self)
{
  show_level (gtk_list_item_get_child (cell), sc_compare_item_get (gtk_list_item_get_item (cell)),
              RIGHT);
}

static void
sc_compare_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, SC_COMPARE_TABLE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sc_compare_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    sc_compare_table_set_narrow (SC_COMPARE_TABLE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sc_compare_table_dispose (GObject *object)
{
  ScCompareTable *self = SC_COMPARE_TABLE (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->titles[LEFT], g_free);
  g_clear_pointer (&self->titles[RIGHT], g_free);

  G_OBJECT_CLASS (sc_compare_table_parent_class)->dispose (object);
}

static void
sc_compare_table_class_init (ScCompareTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_compare_table_dispose;
  object_class->get_property = sc_compare_table_get_property;
  object_class->set_property = sc_compare_table_set_property;

  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", SC_TYPE_COMPARE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SC_TYPE_COMPARE_ITEM);
  gtk_widget_class_set_css_name (widget_class, "compare-table");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/security/sc-compare-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ScCompareTable, box);
  gtk_widget_class_bind_template_child (widget_class, ScCompareTable, search);
  gtk_widget_class_bind_template_child (widget_class, ScCompareTable, kinds);
  gtk_widget_class_bind_template_child (widget_class, ScCompareTable, pages);
  gtk_widget_class_bind_template_child (widget_class, ScCompareTable, left_column);
  gtk_widget_class_bind_template_child (widget_class, ScCompareTable, right_column);
  gtk_widget_class_bind_template_child (widget_class, ScCompareTable, store);
  gtk_widget_class_bind_template_child (widget_class, ScCompareTable, shown);
  gtk_widget_class_bind_template_child (widget_class, ScCompareTable, filter);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_level_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_right_cb);
}

static void
sc_compare_table_init (ScCompareTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
}

void
sc_compare_table_set_titles (ScCompareTable *self, const char *left, const char *right)
{
  const char *titles[N_SIDES] = { left, right };
  GtkColumnViewColumn *columns[N_SIDES];

  g_return_if_fail (SC_IS_COMPARE_TABLE (self));

  columns[LEFT] = self->left_column;
  columns[RIGHT] = self->right_column;
  for (int side = 0; side < N_SIDES; side++)
    {
      g_autofree char *brief = sc_shorten (titles[side] != NULL ? titles[side] : "", MAX_TITLE);

      g_free (self->titles[side]);
      self->titles[side] = g_strdup (titles[side]);
      gtk_column_view_column_set_title (columns[side], brief);
    }
  show_page (self);
}

void
sc_compare_table_set_differences (ScCompareTable *self, const ScList *differences)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (SC_IS_COMPARE_TABLE (self));

  sc_list_foreach (differences, const ScAccessDifference *, difference)
    {
      g_ptr_array_add (items, sc_compare_item_new (difference));
    }
  g_list_store_splice (self->store, 0, sc_compare_table_count (self), items->pdata, items->len);
  show_page (self);
}

void
sc_compare_table_set_narrow (ScCompareTable *self, gboolean narrow)
{
  g_return_if_fail (SC_IS_COMPARE_TABLE (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_column_view_column_set_visible (self->left_column, !narrow);
  gtk_column_view_column_set_visible (self->right_column, !narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

guint
sc_compare_table_count (ScCompareTable *self)
{
  g_return_val_if_fail (SC_IS_COMPARE_TABLE (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

ScList *
sc_compare_table_list_shown (ScCompareTable *self)
{
  GPtrArray *shown = sc_list_collect ();
  guint n = sc_compare_table_count_shown (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ScCompareItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      g_ptr_array_add (shown, sc_access_difference_ref (sc_compare_item_get (item)));
    }
  return sc_list_new_take (shown);
}

guint
sc_compare_table_count_shown (ScCompareTable *self)
{
  g_return_val_if_fail (SC_IS_COMPARE_TABLE (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->shown));
}

void
sc_compare_table_search (ScCompareTable *self)
{
  g_return_if_fail (SC_IS_COMPARE_TABLE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
