/* sc-rules-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-rules-dialog.h"

#include "sc-problems-resources.h"
#include "sc-rule-page.h"
#include "sc-rule-row.h"
#include "sc-styles.h"

struct _ScRulesDialog
{
  AdwWindow parent_instance;

  ScEditor *editor;
  AdwLeaflet *leaflet;
  GtkWidget *index;
  GtkWidget *detail;
  AdwWindowTitle *detail_title;
  GtkSearchEntry *search;
  GtkListBox *list;
  AdwBin *page_bin;
  ScRulePage *page;

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
  /* Who looks for something wants to see what is there. */
  if (*text != '\0')
    adw_leaflet_set_visible_child (self->leaflet, self->index);
}

/* Escape clears what is searched for, then closes. */
static void
stop_search_cb (ScRulesDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
select_cb (ScRulesDialog *self, GtkListBoxRow *row)
{
  const ScRule *rule;

  if (row == NULL)
    return;
  rule = sc_rule_row_get_rule (SC_RULE_ROW (row));
  sc_rule_page_set_rule (self->page, rule);
  adw_window_title_set_title (self->detail_title, sc_rule_get_id (rule));
}

static void
activate_cb (ScRulesDialog *self, GtkListBoxRow *row)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail);
}

static void
open_first_cb (ScRulesDialog *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (!gtk_widget_get_child_visible (GTK_WIDGET (row)))
        continue;
      gtk_list_box_select_row (self->list, row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
      activate_cb (self, row);
      return;
    }
}

static void
back_cb (ScRulesDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  adw_leaflet_set_visible_child (self->leaflet, self->index);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* What is behind the window is what the person wants to see now. */
static void
follow_cb (ScRulePage *page, const ScProblem *problem, ScRulesDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  sc_editor_select_problem (self->editor, problem);
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-selected", NULL);
}

static void
sc_rules_dialog_dispose (GObject *object)
{
  g_clear_object (&SC_RULES_DIALOG (object)->editor);

  G_OBJECT_CLASS (sc_rules_dialog_parent_class)->dispose (object);
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

  G_OBJECT_CLASS (klass)->dispose = sc_rules_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_rules_dialog_finalize;

  g_resources_register (sc_problems_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/problems/problems.css");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/problems/sc-rules-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScRulesDialog, leaflet);
  gtk_widget_class_bind_template_child (widget_class, ScRulesDialog, index);
  gtk_widget_class_bind_template_child (widget_class, ScRulesDialog, detail);
  gtk_widget_class_bind_template_child (widget_class, ScRulesDialog, detail_title);
  gtk_widget_class_bind_template_child (widget_class, ScRulesDialog, search);
  gtk_widget_class_bind_template_child (widget_class, ScRulesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ScRulesDialog, page_bin);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sc_rules_dialog_init (ScRulesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, self->index);
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
}

/* Never wider than the window it belongs to, nor too narrow for one of both sides. */
static void
fit_to_parent (ScRulesDialog *self, GtkWindow *parent)
{
  int width, height, room = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (room > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (width, MAX (room, 360)), height);
}

/* A row can be scrolled to as soon as it has a place. */
static gboolean
focus_selected (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (SC_RULES_DIALOG (widget)->list);

  if (row == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (GTK_WIDGET (row)) == 0 && gtk_widget_get_mapped (GTK_WIDGET (row)))
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return G_SOURCE_REMOVE;
}

ScRulesDialog *
sc_rules_dialog_present (GtkWindow *parent, ScEditor *editor, const ScRule *rule)
{
  ScRulesDialog *self;
  GtkListBoxRow *selected = NULL;

  g_return_val_if_fail (SC_IS_EDITOR (editor), NULL);

  self = g_object_new (SC_TYPE_RULES_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE,
                       NULL);
  self->editor = g_object_ref (editor);
  self->page = SC_RULE_PAGE (sc_rule_page_new (editor));
  adw_bin_set_child (self->page_bin, GTK_WIDGET (self->page));
  g_signal_connect_object (self->page, "followed", G_CALLBACK (follow_cb), self, 0);
  for (const ScRule *const *item = sc_rule_list (); *item != NULL; item++)
    {
      GtkWidget *row = sc_rule_row_new (editor, *item);

      gtk_list_box_append (self->list, row);
      if (*item == rule || selected == NULL)
        selected = GTK_LIST_BOX_ROW (row);
    }
  gtk_list_box_select_row (self->list, selected);
  adw_leaflet_set_visible_child (self->leaflet, rule != NULL ? self->detail : self->index);
  fit_to_parent (self, parent);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_selected, NULL, NULL);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
sc_rules_dialog_search (ScRulesDialog *self, const char *text)
{
  g_return_if_fail (SC_IS_RULES_DIALOG (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
}
