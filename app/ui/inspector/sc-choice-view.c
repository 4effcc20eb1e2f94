/* sc-choice-view.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-choice-view.h"

#include <glib/gi18n-lib.h>

#include "sc-choice-row.h"

#define MAX_HEIGHT 320

struct _ScChoiceView
{
  GtkWidget parent_instance;

  ScChoiceList *choices;
  GtkSingleSelection *selection;
  GtkWidget *list;
  GtkWidget *nothing;
  GtkWidget *scroller;
  char *current;
};

G_DEFINE_FINAL_TYPE (ScChoiceView, sc_choice_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count (ScChoiceView *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->choices));
}

static void
take (ScChoiceView *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (position < count (self))
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

static gboolean
is_heading (ScChoiceView *self, guint position)
{
  g_autoptr (ScChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), position);

  return choice != NULL && sc_choice_get_state (choice) == SC_CHOICE_HEADING;
}

static void
show_page (ScChoiceView *self)
{
  gtk_widget_set_visible (self->nothing, count (self) == 0);
  gtk_widget_set_visible (self->scroller, count (self) > 0);
}

void
sc_choice_view_set_choices (ScChoiceView *self, GListModel *choices, const char *current)
{
  guint position;

  g_return_if_fail (SC_IS_CHOICE_VIEW (self));

  g_free (self->current);
  self->current = g_strdup (current);
  sc_choice_list_set_choices (self->choices, choices);
  show_page (self);
  take (self, sc_choice_list_find (self->choices, current, &position) ? position
                                                                      : GTK_INVALID_LIST_POSITION);
}

void
sc_choice_view_set_other (ScChoiceView *self, ScChoiceOther other, gpointer data)
{
  g_return_if_fail (SC_IS_CHOICE_VIEW (self));

  sc_choice_list_set_other (self->choices, other, data);
}

guint
sc_choice_view_count_all (ScChoiceView *self)
{
  g_return_val_if_fail (SC_IS_CHOICE_VIEW (self), 0);

  return sc_choice_list_count_all (self->choices);
}

void
sc_choice_view_search (ScChoiceView *self, const char *text)
{
  g_return_if_fail (SC_IS_CHOICE_VIEW (self));

  sc_choice_list_search (self->choices, text);
  show_page (self);
  take (self, *text != '\0' && count (self) > 0 ? 0 : GTK_INVALID_LIST_POSITION);
}

gboolean
sc_choice_view_move (ScChoiceView *self, int by)
{
  const guint n = count (self);
  const guint selected = gtk_single_selection_get_selected (self->selection);
  guint next;

  g_return_val_if_fail (SC_IS_CHOICE_VIEW (self), FALSE);

  if (selected != GTK_INVALID_LIST_POSITION)
    next = selected + (guint) by;
  else
    next = by > 0 ? 0 : n - 1;
  /* Beyond either end, next is beyond n. */
  while (next < n && is_heading (self, next))
    next += (guint) by;
  if (next >= n)
    return FALSE;
  take (self, next);
  return TRUE;
}

ScChoice *
sc_choice_view_get_choice (ScChoiceView *self)
{
  g_return_val_if_fail (SC_IS_CHOICE_VIEW (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

GtkWidget *
sc_choice_view_get_list (ScChoiceView *self)
{
  g_return_val_if_fail (SC_IS_CHOICE_VIEW (self), NULL);

  return self->list;
}

static void
activate_cb (ScChoiceView *self, guint position)
{
  if (is_heading (self, position))
    return;
  take (self, position);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

/* Only a list that is there can be scrolled. */
static void
map_cb (ScChoiceView *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected < count (self))
    take (self, selected);
}

static void
setup_cb (ScChoiceView *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, sc_choice_row_new ());
}

static void
bind_cb (ScChoiceView *self, GtkListItem *item)
{
  ScChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  gboolean heading = sc_choice_get_state (choice) == SC_CHOICE_HEADING;

  gtk_list_item_set_selectable (item, !heading);
  gtk_list_item_set_activatable (item, !heading);
  sc_choice_row_show (SC_CHOICE_ROW (row), choice, sc_choice_list_get_search (self->choices),
                      !heading && g_strcmp0 (sc_choice_get_id (choice), self->current) == 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sc_choice_get_title (choice), -1);
}

static gboolean
sc_choice_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SC_CHOICE_VIEW (widget)->list);
}

static void
sc_choice_view_dispose (GObject *object)
{
  ScChoiceView *self = SC_CHOICE_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->choices);
  g_clear_pointer (&self->current, g_free);

  G_OBJECT_CLASS (sc_choice_view_parent_class)->dispose (object);
}

static void
sc_choice_view_class_init (ScChoiceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_choice_view_dispose;
  widget_class->grab_focus = sc_choice_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choice-view");

  signals[SIGNAL_PICKED] = g_signal_new ("picked", SC_TYPE_CHOICE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_list (ScChoiceView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choices"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  return list;
}

static void
sc_choice_view_init (ScChoiceView *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->choices = sc_choice_list_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->choices));
  self->list = make_list (self);

  self->nothing = gtk_label_new (_ ("Nothing found"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_margin_top (self->nothing, 18);
  gtk_widget_set_margin_bottom (self->nothing, 18);
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
