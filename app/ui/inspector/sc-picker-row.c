/* sc-picker-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-picker-row.h"

/* Lists up to this length need no search field. */
#define SHORT_LIST 8

struct _ScPickerRow
{
  AdwActionRow parent_instance;

  GtkMenuButton *button;
  GtkLabel *value;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkListView *list;
  GtkLabel *nothing;
  GtkWidget *scroller;

  ScPickerFill fill;
  ScPickerOther other;
  gpointer data;
  char *current;
  gboolean value_below;

  GListStore *choices;
  GListStore *shown;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (ScPickerRow, sc_picker_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_matches (ScPickerRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  gboolean exact = FALSE;

  for (guint i = 0; i < n; i++)
    {
      ScChoice *choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (sc_choice_matches (choice, text))
        g_ptr_array_add (matches, g_object_ref (choice));
      if (sc_choice_get_id (choice) != NULL
          && g_ascii_strcasecmp (sc_choice_get_id (choice), text) == 0)
        exact = TRUE;
      g_object_unref (choice);
    }
  if (self->other != NULL && *text != '\0' && !exact)
    {
      ScChoice *other = self->other (text, self->data);

      if (other != NULL)
        g_ptr_array_add (matches, other);
    }
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)),
                       matches->pdata, matches->len);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), matches->len == 0);
  gtk_widget_set_visible (self->scroller, matches->len > 0);
}

static void
select_current (ScPickerRow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ScChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (g_strcmp0 (sc_choice_get_id (choice), self->current) == 0)
        {
          gtk_single_selection_set_selected (self->selection, i);
          gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
          return;
        }
    }
}

static void
open_list (ScPickerRow *self)
{
  guint n;

  g_list_store_remove_all (self->choices);
  if (self->fill != NULL)
    self->fill (self->choices, self->data);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  gtk_widget_set_visible (GTK_WIDGET (self->search), n > SHORT_LIST || self->other != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  show_matches (self);
  select_current (self);
}

static void
pick (ScPickerRow *self, guint position)
{
  g_autoptr (ScChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (choice == NULL)
    return;
  if (sc_choice_get_state (choice) == SC_CHOICE_BLOCKED)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_popover_popdown (self->popover);
  if (g_strcmp0 (sc_choice_get_id (choice), self->current) != 0)
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, sc_choice_get_id (choice));
}

static void
focus_list (gpointer data)
{
  ScPickerRow *self = data;

  if (self->choices != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->list))
      && !gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  g_object_unref (self);
}

/* A popover gives the focus to a search field by itself; a list has its items later. */
static void
show_cb (ScPickerRow *self)
{
  open_list (self);
  g_idle_add_once (focus_list, g_object_ref (self));
}

static void
search_changed_cb (ScPickerRow *self)
{
  show_matches (self);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
search_activate_cb (ScPickerRow *self)
{
  pick (self, gtk_single_selection_get_selected (self->selection));
}

static void
search_stop_cb (ScPickerRow *self)
{
  gtk_popover_popdown (self->popover);
}

static void
list_activate_cb (ScPickerRow *self, guint position)
{
  pick (self, position);
}

/* Up and Down walk the list while the text cursor stays in the search field. */
static gboolean
search_key_cb (ScPickerRow *self, guint keyval)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  if (n == 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down)
    selected = selected == GTK_INVALID_LIST_POSITION ? 0 : MIN (selected + 1, n - 1);
  else
    selected = selected == GTK_INVALID_LIST_POSITION ? 0 : MAX (selected, 1) - 1;
  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", selected);
  return GDK_EVENT_STOP;
}

static void
setup_cb (ScPickerRow *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), detail);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), check);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (ScPickerRow *self, GtkListItem *item)
{
  ScChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *texts = gtk_widget_get_first_child (row);
  GtkWidget *title = gtk_widget_get_first_child (texts);
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  const char *second = sc_choice_get_detail (choice);

  gtk_label_set_label (GTK_LABEL (title), sc_choice_get_title (choice));
  if (sc_choice_get_state (choice) == SC_CHOICE_PLAIN)
    gtk_widget_remove_css_class (title, "dim-label");
  else
    gtk_widget_add_css_class (title, "dim-label");
  gtk_label_set_label (GTK_LABEL (detail), second);
  gtk_widget_set_visible (detail, second != NULL);
  gtk_widget_set_opacity (gtk_widget_get_last_child (row),
                          g_strcmp0 (sc_choice_get_id (choice), self->current) == 0 ? 1 : 0);
}

/* Only where the text is cut off is there more to tell. */
static gboolean
query_tooltip_cb (
    ScPickerRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkLabel *value)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (value)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (value));
  return TRUE;
}

static void
update_accessible (ScPickerRow *self)
{
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self->button));
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  const char *value = gtk_label_get_label (self->value);
  g_autofree char *name
      = *value != '\0' ? g_strdup_printf ("%s: %s", title, value) : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
sc_picker_row_dispose (GObject *object)
{
  ScPickerRow *self = SC_PICKER_ROW (object);

  self->fill = NULL;
  self->other = NULL;
  g_clear_object (&self->choices);
  g_clear_pointer (&self->current, g_free);

  G_OBJECT_CLASS (sc_picker_row_parent_class)->dispose (object);
}

static void
sc_picker_row_class_init (ScPickerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_picker_row_dispose;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", SC_TYPE_PICKER_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/inspector/sc-picker-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, button);
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, value);
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, popover);
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, search);
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, list);
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, nothing);
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, scroller);
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, shown);
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, selection);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
sc_picker_row_init (ScPickerRow *self)
{
  self->choices = g_list_store_new (SC_TYPE_CHOICE);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The name says title and value; by default the row would say its title once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->list));
  g_signal_connect (self, "notify::title", G_CALLBACK (update_accessible), NULL);
}

void
sc_picker_row_set_source (
    ScPickerRow *self, ScPickerFill fill, ScPickerOther other, const char *hint, gpointer data)
{
  g_return_if_fail (SC_IS_PICKER_ROW (self));

  self->fill = fill;
  self->other = other;
  self->data = data;
  g_object_set (self->search, "placeholder-text", hint, NULL);
  if (hint != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    hint, -1);
}

void
sc_picker_row_set_current (ScPickerRow *self, const char *id, const char *text)
{
  g_return_if_fail (SC_IS_PICKER_ROW (self));

  if (g_strcmp0 (id, self->current) != 0)
    {
      g_free (self->current);
      self->current = g_strdup (id);
    }
  if (g_strcmp0 (text, gtk_label_get_label (self->value)) != 0)
    {
      gtk_label_set_label (self->value, text);
      if (self->value_below)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
      update_accessible (self);
    }
}

void
sc_picker_row_put_value_below (ScPickerRow *self)
{
  g_return_if_fail (SC_IS_PICKER_ROW (self));

  self->value_below = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->value), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), gtk_label_get_label (self->value));
}

const char *
sc_picker_row_get_text (ScPickerRow *self)
{
  g_return_val_if_fail (SC_IS_PICKER_ROW (self), NULL);
  return gtk_label_get_label (self->value);
}
