/* sc-picker-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-picker-row.h"

#include "sc-choice-view.h"

/* Lists up to this length need no search field. */
#define SHORT_LIST 8

struct _ScPickerRow
{
  AdwActionRow parent_instance;

  GtkMenuButton *button;
  GtkLabel *value;
  GtkPopover *popover;
  GtkSearchEntry *search;
  ScChoiceView *view;

  ScPickerFill fill;
  gboolean has_other;
  gpointer data;
  char *current;
  gboolean value_below;
};

G_DEFINE_FINAL_TYPE (ScPickerRow, sc_picker_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
open_list (ScPickerRow *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (SC_TYPE_CHOICE);

  if (self->fill != NULL)
    self->fill (choices, self->data);
  gtk_widget_set_visible (GTK_WIDGET (self->search),
                          self->has_other
                              || g_list_model_get_n_items (G_LIST_MODEL (choices)) > SHORT_LIST);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  sc_choice_view_set_choices (self->view, G_LIST_MODEL (choices), self->current);
}

static void
pick_cb (ScPickerRow *self)
{
  ScChoice *choice = sc_choice_view_get_choice (self->view);

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

  if (self->fill != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->view))
      && !gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
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
  sc_choice_view_search (self->view, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_stop_cb (ScPickerRow *self)
{
  gtk_popover_popdown (self->popover);
}

/* Up and Down walk the list while the text cursor stays in the search field. */
static gboolean
search_key_cb (ScPickerRow *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  sc_choice_view_move (self->view, keyval == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_STOP;
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

  g_type_ensure (SC_TYPE_CHOICE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/inspector/sc-picker-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, button);
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, value);
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, popover);
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, search);
  gtk_widget_class_bind_template_child (widget_class, ScPickerRow, view);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
sc_picker_row_init (ScPickerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The name says title and value; by default the row would say its title once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_search_entry_set_key_capture_widget (self->search, sc_choice_view_get_list (self->view));
  g_signal_connect (self, "notify::title", G_CALLBACK (update_accessible), NULL);
}

void
sc_picker_row_set_source (
    ScPickerRow *self, ScPickerFill fill, ScChoiceOther other, const char *hint, gpointer data)
{
  g_return_if_fail (SC_IS_PICKER_ROW (self));

  self->fill = fill;
  self->has_other = other != NULL;
  self->data = data;
  sc_choice_view_set_other (self->view, other, data);
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
