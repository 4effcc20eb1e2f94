/* sc-rule-decision.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-rule-decision.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-edit-rule.h"
#include "sc-rule-state.h"
#include "sc-severity.h"

/* The one rule whose figure an organization can change. */
#define RULE_WITH_LIMIT "F-01"
#define MAX_LIMIT       1000

struct _ScRuleDecision
{
  AdwPreferencesGroup parent_instance;

  ScEditor *editor;
  const ScRule *rule; /* a constant; NULL at first */

  AdwActionRow *state;
  AdwComboRow *level;
  AdwActionRow *limit_row;
  GtkSpinButton *limit;
  AdwEntryRow *reason;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (ScRuleDecision, sc_rule_decision, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
has_limit (ScRuleDecision *self)
{
  return strcmp (sc_rule_get_id (self->rule), RULE_WITH_LIMIT) == 0;
}

static void
apply (ScRuleDecision *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const char *id;
  g_autofree char *name = NULL;
  g_autofree char *group = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (self->updating || self->rule == NULL)
    return;
  id = sc_rule_get_id (self->rule);
  /* Translators: an edit, as Undo shows it. */
  name = g_strdup_printf (_ ("Set Rule %s"), id);
  group = g_strconcat ("rule-", id, NULL);
  after = sc_edit_rule_set (solution, id, (ScRuleLevel) adw_combo_row_get_selected (self->level),
                            has_limit (self) ? gtk_spin_button_get_value_as_int (self->limit) : 0,
                            gtk_editable_get_text (GTK_EDITABLE (self->reason)), &error);
  sc_editor_commit (self->editor, after, error, name, group);
}

static void
show_state (ScRuleDecision *self)
{
  g_autofree char *why
      = sc_rule_explain_unchecked (self->rule, sc_editor_get_solution (self->editor));
  g_autofree char *escaped = why != NULL ? g_markup_escape_text (why, -1) : NULL;
  g_autofree char *title = NULL;
  guint n;

  switch (sc_rule_get_state (self->rule, self->editor, &n))
    {
    case SC_RULE_STATE_OFF:
      title = g_strdup (_ ("Off"));
      break;
    case SC_RULE_STATE_FOUND:
      title = g_strdup_printf (ngettext ("Found %u problem", "Found %u problems", n), n);
      break;
    case SC_RULE_STATE_UNCHECKED:
      title = g_strdup (_ ("Not checked, or not everywhere"));
      break;
    case SC_RULE_STATE_CLEAN:
    default:
      title = g_strdup (_ ("Found nothing"));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), title);
  adw_action_row_set_subtitle (self->state, escaped != NULL ? escaped : "");
}

static void
update (ScRuleDecision *self)
{
  const ScRuleSetting *setting;
  const char *reason;

  if (self->rule == NULL)
    return;
  setting = sc_rule_settings_find (sc_editor_get_solution (self->editor)->rule_settings,
                                   sc_rule_get_id (self->rule), NULL);
  reason = setting != NULL && setting->reason != NULL ? setting->reason : "";
  self->updating = TRUE;
  show_state (self);
  adw_combo_row_set_selected (self->level, setting != NULL ? setting->level : SC_RULE_AS_IS);
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->reason)), reason) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->reason), reason);
  gtk_spin_button_set_value (self->limit, setting != NULL ? setting->limit : 0);
  /* Only a decision has a reason. */
  gtk_widget_set_visible (GTK_WIDGET (self->reason), setting != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->limit_row), has_limit (self));
  self->updating = FALSE;
}

static void
sc_rule_decision_dispose (GObject *object)
{
  ScRuleDecision *self = SC_RULE_DECISION (object);

  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_rule_decision_parent_class)->dispose (object);
}

static void
sc_rule_decision_class_init (ScRuleDecisionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_rule_decision_dispose;
}

static void
mark_selected (GtkWidget *box, AdwComboRow *row)
{
  GtkWidget *mark = gtk_widget_get_last_child (box);
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (box), "position"));

  gtk_widget_set_opacity (mark, adw_combo_row_get_selected (row) == position ? 1 : 0);
}

static void
level_selected_cb (AdwComboRow *row, GParamSpec *pspec, GtkWidget *box)
{
  mark_selected (box, row);
}

static void
setup_level_cb (AdwComboRow *row, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (level_selected_cb), box, 0);
}

/* The toolkit's own lines have no name for a screen reader. */
static const char *
name_level (GtkListItem *item)
{
  const char *text
      = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
  GtkWidget *line = gtk_widget_get_parent (gtk_list_item_get_child (item));

  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return text;
}

static void
bind_level_cb (AdwComboRow *row, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), name_level (item));
  g_object_set_data (G_OBJECT (box), "position",
                     GUINT_TO_POINTER (gtk_list_item_get_position (item)));
  mark_selected (box, row);
}

static void
setup_current_cb (AdwComboRow *row, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_current_cb (AdwComboRow *row, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name_level (item));
}

static GtkListItemFactory *
make_factory (AdwComboRow *row, GCallback setup, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, row, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, row, G_CONNECT_SWAPPED);
  return factory;
}

static void
add_level (ScRuleDecision *self)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkListItemFactory) current
      = make_factory (row, G_CALLBACK (setup_current_cb), G_CALLBACK (bind_current_cb));
  g_autoptr (GtkListItemFactory) list
      = make_factory (row, G_CALLBACK (setup_level_cb), G_CALLBACK (bind_level_cb));

  self->level = row;
  adw_combo_row_set_factory (row, current);
  adw_combo_row_set_list_factory (row, list);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Severity"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
}

static void
add_limit (ScRuleDecision *self)
{
  g_autofree char *subtitle = g_strdup_printf (_ ("0: %d, as documented"), SC_MAX_ACTIVE_FLOWS);

  self->limit_row = ADW_ACTION_ROW (adw_action_row_new ());
  self->limit = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, MAX_LIMIT, 1));
  gtk_widget_set_valign (GTK_WIDGET (self->limit), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->limit_row),
                                 _ ("The organization allows"));
  adw_action_row_set_subtitle (self->limit_row, subtitle);
  adw_action_row_add_suffix (self->limit_row, GTK_WIDGET (self->limit));
  adw_action_row_set_activatable_widget (self->limit_row, GTK_WIDGET (self->limit));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->limit_row));
}

static void
sc_rule_decision_init (ScRuleDecision *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  adw_preferences_group_set_title (group, _ ("In this solution"));
  self->state = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_group_add (group, GTK_WIDGET (self->state));
  add_level (self);
  add_limit (self);
  self->reason = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), _ ("Reason"));
  adw_preferences_group_add (group, GTK_WIDGET (self->reason));
  g_signal_connect_object (self->level, "notify::selected", G_CALLBACK (apply), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->limit, "value-changed", G_CALLBACK (apply), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sc_rule_decision_new (ScEditor *editor)
{
  ScRuleDecision *self = g_object_new (SC_TYPE_RULE_DECISION, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
sc_rule_decision_set_rule (ScRuleDecision *self, const ScRule *rule)
{
  g_autofree char *as_is
      = g_strdup_printf (_ ("Default (%s)"), sc_severity_get_title (sc_rule_get_severity (rule)));
  const char *const levels[] = { as_is, _ ("Off"), _ ("Advice"), _ ("Warning"), _ ("Error"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (levels);

  g_return_if_fail (SC_IS_RULE_DECISION (self));

  self->rule = NULL; /* what changes now is nobody's decision */
  adw_combo_row_set_model (self->level, G_LIST_MODEL (model));
  self->rule = rule;
  update (self);
}
