/* sc-outline-picker.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-outline-picker.h"

#include <glib/gi18n-lib.h>

#define WIDTH      300
#define MAX_HEIGHT 280

struct _ScOutlinePicker
{
  GtkPopover parent_instance;

  GListStore *choices;
  GListStore *shown;
  GtkSingleSelection *selection;
  GtkWidget *list;
  GtkWidget *nothing;
  GtkWidget *scroller;
  ScOutlineOther other;
  guint n_matches; /* of those shown: what is made of the text may come behind them */
};

G_DEFINE_FINAL_TYPE (ScOutlinePicker, sc_outline_picker, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ScChoice *
get_choice (GListStore *store, guint position)
{
  g_autoptr (ScChoice) choice = g_list_model_get_item (G_LIST_MODEL (store), position);

  return choice; /* the store has it too */
}

static guint
count (GListStore *store)
{
  return g_list_model_get_n_items (G_LIST_MODEL (store));
}

static void
take (ScOutlinePicker *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (position < count (self->shown))
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

/* What is called exactly so comes before what only has it in its name. */
static guint
find_best (ScOutlinePicker *self, const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (guint i = 0; i < self->n_matches; i++)
    {
      ScChoice *choice = get_choice (self->shown, i);
      g_autofree char *title = g_utf8_casefold (sc_choice_get_title (choice), -1);

      if (g_str_equal (title, wanted)
          || (sc_choice_get_id (choice) != NULL
              && g_ascii_strcasecmp (sc_choice_get_id (choice), text) == 0))
        return i;
    }
  return 0;
}

static gboolean
has_id (ScOutlinePicker *self, const char *id)
{
  for (guint i = 0; i < count (self->choices); i++)
    {
      const char *own = sc_choice_get_id (get_choice (self->choices, i));

      if (own != NULL && g_ascii_strcasecmp (own, id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
show_matches (ScOutlinePicker *self, const char *text)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < count (self->choices); i++)
    {
      ScChoice *choice = get_choice (self->choices, i);

      if (sc_choice_matches (choice, text))
        g_ptr_array_add (matches, g_object_ref (choice));
    }
  self->n_matches = matches->len;
  if (self->other != NULL && *text != '\0' && !has_id (self, text))
    {
      ScChoice *other = self->other (text);

      if (other != NULL)
        g_ptr_array_add (matches, other);
    }
  g_list_store_splice (self->shown, 0, count (self->shown), matches->pdata, matches->len);
  gtk_widget_set_visible (self->nothing, matches->len == 0);
  gtk_widget_set_visible (self->scroller, matches->len > 0);
}

void
sc_outline_picker_filter (ScOutlinePicker *self, const char *text)
{
  g_return_if_fail (SC_IS_OUTLINE_PICKER (self));

  show_matches (self, text);
  take (self, *text != '\0' ? find_best (self, text) : GTK_INVALID_LIST_POSITION);
}

gboolean
sc_outline_picker_move (ScOutlinePicker *self, int by)
{
  guint n = count (self->shown);
  guint selected = gtk_single_selection_get_selected (self->selection);

  g_return_val_if_fail (SC_IS_OUTLINE_PICKER (self), FALSE);

  if (n == 0)
    return FALSE;
  if (selected == GTK_INVALID_LIST_POSITION)
    selected = by > 0 ? 0 : n - 1;
  else if (by > 0 ? selected + 1 >= n : selected == 0)
    return FALSE;
  else
    selected = by > 0 ? selected + 1 : selected - 1;
  take (self, selected);
  return TRUE;
}

gboolean
sc_outline_picker_get_choice (ScOutlinePicker *self, const char **id)
{
  ScChoice *choice;

  g_return_val_if_fail (SC_IS_OUTLINE_PICKER (self), FALSE);

  choice = gtk_single_selection_get_selected_item (self->selection);
  if (choice == NULL)
    return FALSE;
  if (id != NULL)
    *id = sc_choice_get_id (choice);
  return TRUE;
}

static void
activate_cb (ScOutlinePicker *self, guint position)
{
  take (self, position);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

/* Only a list that is there can be scrolled. */
static void
map_cb (ScOutlinePicker *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected < count (self->shown))
    take (self, selected);
}

static GtkWidget *
add_label (GtkWidget *box, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css);
    }
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (ScOutlinePicker *self, GtkListItem *item)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_label (texts, NULL);
  add_label (texts, "dim-label");
  gtk_list_item_set_child (item, texts);
}

static void
bind_cb (ScOutlinePicker *self, GtkListItem *item)
{
  ScChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *detail = gtk_widget_get_next_sibling (title);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_list_item_get_child (item))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, sc_choice_get_title (choice), -1);
  gtk_label_set_label (GTK_LABEL (title), sc_choice_get_title (choice));
  gtk_label_set_label (GTK_LABEL (detail), sc_choice_get_detail (choice));
  gtk_widget_set_visible (detail, sc_choice_get_detail (choice) != NULL);
}

static void
sc_outline_picker_dispose (GObject *object)
{
  ScOutlinePicker *self = SC_OUTLINE_PICKER (object);

  g_clear_object (&self->choices);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (sc_outline_picker_parent_class)->dispose (object);
}

static void
sc_outline_picker_class_init (ScOutlinePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_outline_picker_dispose;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", SC_TYPE_OUTLINE_PICKER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sc_outline_picker_init (ScOutlinePicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->shown = g_list_store_new (SC_TYPE_CHOICE);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choices"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (self->list, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);

  self->nothing = gtk_label_new (_ ("Nothing found"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_margin_top (self->nothing, 12);
  gtk_widget_set_margin_bottom (self->nothing, 12);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), self->scroller);

  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "outline-picker");
}

ScOutlinePicker *
sc_outline_picker_new (GListStore *choices, const char *current, ScOutlineOther other)
{
  ScOutlinePicker *self = g_object_new (SC_TYPE_OUTLINE_PICKER, NULL);

  self->choices = choices;
  self->other = other;
  show_matches (self, "");
  for (guint i = 0; i < count (self->shown); i++)
    if (g_strcmp0 (sc_choice_get_id (get_choice (self->shown, i)), current) == 0)
      take (self, i);
  return self;
}
