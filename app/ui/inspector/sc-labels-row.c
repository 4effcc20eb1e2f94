/* sc-labels-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-labels-row.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "sc-language.h"
#include "sc-picker-row.h"
#include "sc-text-row.h"

struct _ScLabelsRow
{
  AdwExpanderRow parent_instance;

  GPtrArray *rows; /* of LanguageRow, in the order they stand */
  GtkWidget *adder;
  const ScList *labels;
  int language;
  char *text;
  int focus; /* the language whose row takes the focus once it is there; 0: none */
};

typedef struct
{
  ScLabelsRow *owner;
  int language;
  GtkWidget *row;
} LanguageRow;

G_DEFINE_FINAL_TYPE (ScLabelsRow, sc_labels_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_LABEL_EDITED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
edited_cb (GtkWidget *row, const char *text, LanguageRow *language)
{
  g_signal_emit (language->owner, signals[SIGNAL_LABEL_EDITED], 0, language->language, text);
}

static void
remove_cb (GtkButton *button, LanguageRow *language)
{
  g_signal_emit (language->owner, signals[SIGNAL_LABEL_EDITED], 0, language->language, NULL);
}

static void
done_cb (GtkWidget *row, LanguageRow *language)
{
  g_signal_emit (language->owner, signals[SIGNAL_DONE], 0);
}

static void
picked_cb (ScLabelsRow *self, const char *id)
{
  self->focus = atoi (id);
  g_signal_emit (self, signals[SIGNAL_LABEL_EDITED], 0, self->focus, self->text);
}

static void
fill_languages (GListStore *store, gpointer data)
{
  ScLabelsRow *self = SC_LABELS_ROW (data);
  guint n;
  const int *ids = sc_language_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", ids[i]);
      g_autofree char *name = sc_language_dup_name (ids[i]);
      g_autoptr (ScChoice) choice = sc_choice_new (id, name, NULL);

      if (ids[i] != self->language && sc_labels_get_exact (self->labels, ids[i]) == NULL)
        g_list_store_append (store, choice);
    }
}

static LanguageRow *
add_language (ScLabelsRow *self, int language)
{
  LanguageRow *entry = g_new0 (LanguageRow, 1);
  g_autofree char *name = sc_language_dup_name (language);
  g_autofree char *tip = g_strdup_printf (_ ("Remove %s"), name);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  entry->owner = self;
  entry->language = language;
  entry->row = sc_text_row_new (name);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (entry->row), button);
  g_signal_connect (entry->row, "edited", G_CALLBACK (edited_cb), entry);
  g_signal_connect (entry->row, "done", G_CALLBACK (done_cb), entry);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), entry);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), entry->row);
  g_ptr_array_add (self->rows, entry);
  return entry;
}

static LanguageRow *
find_language (ScLabelsRow *self, int language)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      LanguageRow *entry = g_ptr_array_index (self->rows, i);

      if (entry->language == language)
        return entry;
    }
  return NULL;
}

static void
remove_missing (ScLabelsRow *self)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      LanguageRow *entry = g_ptr_array_index (self->rows, i - 1);

      if (entry->language != self->language
          && sc_labels_get_exact (self->labels, entry->language) != NULL)
        continue;
      g_signal_handlers_disconnect_by_data (entry->row, entry);
      adw_expander_row_remove (ADW_EXPANDER_ROW (self), entry->row);
      g_ptr_array_remove_index (self->rows, i - 1);
    }
}

/* The row that adds a language stays the last one. */
static void
keep_adder_last (ScLabelsRow *self)
{
  g_object_ref (self->adder);
  adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->adder);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->adder);
  g_object_unref (self->adder);
}

static void
show_summary (ScLabelsRow *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      LanguageRow *entry = g_ptr_array_index (self->rows, i);
      g_autofree char *name = sc_language_dup_name (entry->language);

      g_string_append_printf (names, "%s%s", i > 0 ? _ (", ") : "", name);
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), names->str);
  g_string_free (names, TRUE);
}

static void
sc_labels_row_finalize (GObject *object)
{
  ScLabelsRow *self = SC_LABELS_ROW (object);

  g_ptr_array_unref (self->rows);
  sc_list_unref ((ScList *) self->labels);
  g_free (self->text);

  G_OBJECT_CLASS (sc_labels_row_parent_class)->finalize (object);
}

static void
sc_labels_row_class_init (ScLabelsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_labels_row_finalize;

  signals[SIGNAL_LABEL_EDITED]
      = g_signal_new ("label-edited", SC_TYPE_LABELS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[SIGNAL_DONE] = g_signal_new ("done", SC_TYPE_LABELS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
}

static void
sc_labels_row_init (ScLabelsRow *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Other languages"));
  /* The title names the row inside; the one around it would have no name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Other languages"), -1);
  self->adder = g_object_new (SC_TYPE_PICKER_ROW, "title", _ ("Add a language"), NULL);
  sc_picker_row_set_source (SC_PICKER_ROW (self->adder), fill_languages, NULL,
                            _ ("Search languages"), self);
  g_signal_connect_object (self->adder, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->adder);
}

void
sc_labels_row_set_labels (ScLabelsRow *self, const ScList *labels, int language, const char *text)
{
  gboolean added = FALSE;

  g_return_if_fail (SC_IS_LABELS_ROW (self));

  if (labels != self->labels)
    {
      sc_list_unref ((ScList *) self->labels);
      self->labels = labels != NULL ? sc_list_ref (labels) : NULL;
    }
  g_free (self->text);
  self->text = g_strdup (text);
  self->language = language;

  remove_missing (self);
  sc_list_foreach (labels, const ScLabel *, label)
    {
      LanguageRow *entry = find_language (self, label->language);

      if (label->language == language)
        continue;
      if (entry == NULL)
        {
          entry = add_language (self, label->language);
          added = TRUE;
        }
      sc_text_row_set_value (SC_TEXT_ROW (entry->row), label->text);
      if (self->focus == label->language)
        gtk_widget_grab_focus (entry->row);
    }
  self->focus = 0;
  if (added)
    keep_adder_last (self);
  show_summary (self);
}
