/* sc-rule-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-rule-row.h"

#include <string.h>

#include "sc-rule-state.h"
#include "sc-severity.h"

struct _ScRuleRow
{
  GtkListBoxRow parent_instance;

  ScEditor *editor;
  const ScRule *rule; /* a constant */

  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *state;
};

G_DEFINE_FINAL_TYPE (ScRuleRow, sc_rule_row, GTK_TYPE_LIST_BOX_ROW)

static void
update (ScRuleRow *self)
{
  ScSeverity severity = sc_rule_get_severity_in (self->rule, sc_editor_get_solution (self->editor));
  gboolean off = sc_rule_get_state (self->rule, self->editor, NULL) == SC_RULE_STATE_OFF;
  const char *classes[] = { sc_severity_get_css_class (severity), NULL };
  g_autofree char *state = sc_rule_dup_state (self->rule, self->editor);
  g_autofree char *text
      = g_strdup_printf ("%s%s%s", sc_rule_get_id (self->rule), *state != '\0' ? " · " : "", state);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", sc_rule_get_title (self->rule), text,
                                           sc_severity_get_title (severity));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), sc_severity_get_icon_name (severity));
  gtk_widget_set_css_classes (self->icon, classes);
  gtk_widget_set_tooltip_text (self->icon, sc_severity_get_title (severity));
  gtk_widget_set_opacity (self->icon, off ? 0.3 : 1);
  gtk_label_set_label (GTK_LABEL (self->state), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
sc_rule_row_dispose (GObject *object)
{
  ScRuleRow *self = SC_RULE_ROW (object);

  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_rule_row_parent_class)->dispose (object);
}

static void
sc_rule_row_class_init (ScRuleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_rule_row_dispose;
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
sc_rule_row_init (ScRuleRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (lines, TRUE);
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  self->title = make_label ();
  self->state = make_label ();
  gtk_widget_add_css_class (self->state, "caption");
  gtk_widget_add_css_class (self->state, "dim-label");
  gtk_box_append (GTK_BOX (lines), self->title);
  gtk_box_append (GTK_BOX (lines), self->state);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
sc_rule_row_new (ScEditor *editor, const ScRule *rule)
{
  ScRuleRow *self;

  g_return_val_if_fail (SC_IS_EDITOR (editor), NULL);

  self = g_object_new (SC_TYPE_RULE_ROW, NULL);
  self->editor = g_object_ref (editor);
  self->rule = rule;
  gtk_label_set_label (GTK_LABEL (self->title), sc_rule_get_title (rule));
  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

const ScRule *
sc_rule_row_get_rule (ScRuleRow *self)
{
  g_return_val_if_fail (SC_IS_RULE_ROW (self), NULL);
  return self->rule;
}

gboolean
sc_rule_row_matches (ScRuleRow *self, const char *const *words)
{
  g_autofree char *text = g_strjoin (
      " ", sc_rule_get_title (self->rule), sc_rule_get_explanation (self->rule),
      gtk_label_get_label (GTK_LABEL (self->state)), gtk_widget_get_tooltip_text (self->icon),
      sc_rule_get_server_code (self->rule), NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
