/* sc-rule-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-rule-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-edit-rule.h"
#include "sc-problem-card.h"
#include "sc-severity.h"

/* The one rule whose figure an organization can change. */
#define RULE_WITH_LIMIT "F-01"
#define MAX_LIMIT       1000

struct _ScRuleRow
{
  AdwExpanderRow parent_instance;

  ScEditor *editor;
  const ScRule *rule; /* a constant */

  GtkWidget *icon;
  AdwComboRow *level; /* these are NULL until the row is unfolded */
  AdwEntryRow *reason;
  GtkSpinButton *limit;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (ScRuleRow, sc_rule_row, ADW_TYPE_EXPANDER_ROW)

static const ScRuleSetting *
get_setting (ScRuleRow *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);

  return sc_rule_settings_find (solution->rule_settings, sc_rule_get_id (self->rule), NULL);
}

static void
apply (ScRuleRow *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const char *id = sc_rule_get_id (self->rule);
  g_autofree char *name = NULL;
  g_autofree char *group = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (self->updating)
    return;
  /* Translators: an edit, as Undo shows it. */
  name = g_strdup_printf (_ ("Set Rule %s"), id);
  group = g_strconcat ("rule-", id, NULL);
  after
      = sc_edit_rule_set (solution, id, (ScRuleLevel) adw_combo_row_get_selected (self->level),
                          self->limit != NULL ? gtk_spin_button_get_value_as_int (self->limit) : 0,
                          gtk_editable_get_text (GTK_EDITABLE (self->reason)), &error);
  sc_editor_commit (self->editor, after, error, name, group);
}

static char *
describe_state (ScRuleRow *self, guint n_problems)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScRuleSetting *setting = get_setting (self);
  g_autofree char *unchecked = sc_rule_explain_unchecked (self->rule, solution);

  if (setting != NULL && setting->level == SC_RULE_OFF)
    return setting->reason != NULL ? g_strdup_printf (_ ("Off: %s"), setting->reason)
                                   : g_strdup (_ ("Off"));
  if (n_problems > 0)
    return g_strdup_printf (ngettext ("%u problem", "%u problems", n_problems), n_problems);
  return unchecked != NULL ? g_strdup_printf (_ ("Not checked. %s"), unchecked) : g_strdup ("");
}

static ScSeverity
get_severity (ScRuleRow *self)
{
  const ScRuleSetting *setting = get_setting (self);

  if (setting != NULL && setting->level >= SC_RULE_ADVICE)
    return (ScSeverity) ((int) setting->level - (int) SC_RULE_ADVICE);
  return sc_rule_get_severity (self->rule);
}

static void
show_controls (ScRuleRow *self)
{
  const ScRuleSetting *setting = get_setting (self);
  const char *reason = setting != NULL && setting->reason != NULL ? setting->reason : "";

  if (self->level == NULL)
    return;
  self->updating = TRUE;
  adw_combo_row_set_selected (self->level, setting != NULL ? setting->level : SC_RULE_AS_IS);
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->reason)), reason) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->reason), reason);
  if (self->limit != NULL)
    gtk_spin_button_set_value (self->limit, setting != NULL ? setting->limit : 0);
  /* Only a decision has a reason. */
  gtk_widget_set_visible (GTK_WIDGET (self->reason), setting != NULL);
  self->updating = FALSE;
}

static void
update (ScRuleRow *self)
{
  const char *classes[] = { sc_severity_get_css_class (get_severity (self)), NULL };
  const ScRuleSetting *setting = get_setting (self);
  g_autofree char *state = NULL;
  g_autofree char *escaped = NULL;
  guint n = 0;

  sc_list_foreach (sc_editor_get_problems (self->editor), const ScProblem *, problem)
    {
      n += problem->rule == self->rule;
    }
  state = describe_state (self, n);
  escaped = g_markup_escape_text (state, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), escaped);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                sc_severity_get_icon_name (get_severity (self)));
  gtk_widget_set_css_classes (self->icon, classes);
  gtk_widget_set_tooltip_text (self->icon, sc_severity_get_title (get_severity (self)));
  gtk_widget_set_opacity (self->icon, setting != NULL && setting->level == SC_RULE_OFF ? 0.3 : 1);
  show_controls (self);
}

static void
add_explanation (ScRuleRow *self)
{
  ScProblem *problem = sc_problem_new ();
  g_autofree char *text = NULL;
  GtkWidget *label, *row;

  problem->rule = self->rule;
  text = sc_problem_dup_explanation (problem);
  sc_problem_unref (problem);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "explanation");
  row = adw_preferences_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_level (ScRuleRow *self)
{
  g_autofree char *as_is = g_strdup_printf (
      _ ("Default (%s)"), sc_severity_get_title (sc_rule_get_severity (self->rule)));
  const char *const levels[] = { as_is, _ ("Off"), _ ("Advice"), _ ("Warning"), _ ("Error"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (levels);

  self->level = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->level), _ ("In this solution"));
  adw_combo_row_set_model (self->level, G_LIST_MODEL (model));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->level));
}

static void
add_limit (ScRuleRow *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->limit = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, MAX_LIMIT, 1));
  gtk_widget_set_valign (GTK_WIDGET (self->limit), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("The organization allows"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("0: 10, as documented"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->limit));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->limit));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_signal_connect_object (self->limit, "value-changed", G_CALLBACK (apply), self,
                           G_CONNECT_SWAPPED);
}

static void
unfold_cb (ScRuleRow *self)
{
  if (self->level != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  add_explanation (self);
  add_level (self);
  if (strcmp (sc_rule_get_id (self->rule), RULE_WITH_LIMIT) == 0)
    add_limit (self);
  self->reason = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), _ ("Reason"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->reason));
  show_controls (self);
  g_signal_connect_object (self->level, "notify::selected", G_CALLBACK (apply), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
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

static void
sc_rule_row_init (ScRuleRow *self)
{
  self->icon = gtk_image_new ();
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->icon);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (unfold_cb), NULL);
}

GtkWidget *
sc_rule_row_new (ScEditor *editor, const ScRule *rule)
{
  ScRuleRow *self;
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (SC_IS_EDITOR (editor), NULL);

  self = g_object_new (SC_TYPE_RULE_ROW, NULL);
  self->editor = g_object_ref (editor);
  self->rule = rule;
  title = g_strdup_printf ("%s  %s", sc_rule_get_id (rule), sc_rule_get_title (rule));
  escaped = g_markup_escape_text (title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped);
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
      " ", sc_rule_get_id (self->rule), sc_rule_get_title (self->rule),
      sc_rule_get_explanation (self->rule), adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (self)),
      sc_rule_get_server_code (self->rule), NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
