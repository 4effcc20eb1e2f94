/* sc-rules-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-rules-dialog.h"

#include "sc-problems-resources.h"
#include "sc-rule-row.h"
#include "sc-styles.h"

struct _ScRulesDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  GtkListBox *list;

  char **words; /* what is searched for, folded to one case */
};

G_DEFINE_FINAL_TYPE (ScRulesDialog, sc_rules_dialog, ADW_TYPE_WINDOW)

static gboolean
is_wanted (GtkListBoxRow *row, gpointer data)
{
  ScRulesDialog *self = data;

  return self->words == NULL
         || sc_rule_row_matches (SC_RULE_ROW (row), (const char *const *) self->words);
}

static void
filter_cb (ScRulesDialog *self)
{
  g_autofree char *text = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  g_strfreev (self->words);
  self->words = g_strsplit_set (text, " \t", -1);
  gtk_list_box_invalidate_filter (self->list);
}

static void
sc_rules_dialog_finalize (GObject *object)
{
  g_strfreev (SC_RULES_DIALOG (object)->words);

  G_OBJECT_CLASS (sc_rules_dialog_parent_class)->finalize (object);
}

static void
sc_rules_dialog_class_init (ScRulesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sc_rules_dialog_finalize;

  g_resources_register (sc_problems_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/problems/problems.css");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/problems/sc-rules-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScRulesDialog, search);
  gtk_widget_class_bind_template_child (widget_class, ScRulesDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sc_rules_dialog_init (ScRulesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
}

ScRulesDialog *
sc_rules_dialog_present (GtkWindow *parent, ScEditor *editor, const ScRule *rule)
{
  ScRulesDialog *self;

  g_return_val_if_fail (SC_IS_EDITOR (editor), NULL);

  self = g_object_new (SC_TYPE_RULES_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE,
                       NULL);
  for (const ScRule *const *item = sc_rule_list (); *item != NULL; item++)
    {
      GtkWidget *row = sc_rule_row_new (editor, *item);

      gtk_list_box_append (self->list, row);
      if (*item == rule)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    }
  /* The rule stands alone until the person looks for others. */
  if (rule != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search), sc_rule_get_id (rule));
  filter_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
