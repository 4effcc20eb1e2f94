/* sc-rule-page.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-rule-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-fix.h"
#include "sc-problems-resources.h"
#include "sc-rule-decision.h"
#include "sc-rule-state.h"
#include "sc-severity.h"

/* More than these are counted. */
#define MAX_FOUND 50

struct _ScRulePage
{
  GtkWidget parent_instance;

  ScEditor *editor;
  const ScRule *rule; /* a constant; NULL at first */
  GPtrArray *shown;   /* of ScProblem: those that have a row */
  guint n_found;

  GtkWidget *scrolled;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *facts_line;
  GtkLabel *explanation;
  AdwBin *decision_bin;
  ScRuleDecision *decision;
  AdwPreferencesGroup *found;
  GPtrArray *found_rows; /* in found */
  AdwActionRow *scope;
  AdwActionRow *needs;
  AdwActionRow *allowed;
  AdwActionRow *server_code;
  AdwActionRow *source;
  AdwActionRow *repairs;
};

G_DEFINE_FINAL_TYPE (ScRulePage, sc_rule_page, GTK_TYPE_WIDGET)

static guint followed_signal;

static gboolean
is_address (const char *word)
{
  return g_str_has_prefix (word, "https://") || g_str_has_prefix (word, "http://");
}

char *
sc_rule_page_link_addresses (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);
      g_autofree char *word = NULL;
      g_autofree char *end = NULL;

      /* A sentence may end with an address. */
      while (is_address (words[i]) && length > 0 && strchr (".,;)", words[i][length - 1]) != NULL)
        length--;
      word = g_markup_escape_text (words[i], (gssize) length);
      end = g_markup_escape_text (words[i] + length, -1);
      if (i > 0)
        g_string_append_c (markup, ' ');
      if (is_address (words[i]))
        g_string_append_printf (markup, "<a href=\"%s\">%s</a>%s", word, word, end);
      else
        g_string_append_printf (markup, "%s%s", word, end);
    }
  return g_string_free (markup, FALSE);
}

/* NULL hides the row. */
static void
set_fact (AdwActionRow *row, const char *text)
{
  g_autofree char *markup = text != NULL ? sc_rule_page_link_addresses (text) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
  adw_action_row_set_subtitle (row, markup != NULL ? markup : "");
}

static const char *
get_repairs (const ScRule *rule)
{
  if (sc_rule_can_fix_all (rule))
    return _ ("Stagecraft can repair each problem, and all of this kind at once.");
  if (sc_rule_has_fixes (rule))
    return _ ("Stagecraft offers repairs beside each problem.");
  return _ ("None: what to do is for a person to decide.");
}

static void
show_facts (ScRulePage *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  ScSeverity severity = sc_rule_get_severity_in (self->rule, solution);
  const char *classes[] = { sc_severity_get_css_class (severity), "large", NULL };
  guint allowed = sc_rule_get_allowed (self->rule, solution);
  g_autofree char *figure = allowed > 0 ? g_strdup_printf ("%u", allowed) : NULL;
  g_autofree char *line
      = g_strdup_printf ("%s · %s", sc_rule_get_id (self->rule), sc_severity_get_title (severity));

  gtk_image_set_from_icon_name (self->icon, sc_severity_get_icon_name (severity));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  gtk_label_set_label (self->title, sc_rule_get_title (self->rule));
  gtk_label_set_label (self->facts_line, line);
  gtk_label_set_label (self->explanation, sc_rule_get_explanation (self->rule));
  set_fact (self->scope, sc_rule_get_scope_title (self->rule));
  set_fact (self->needs, sc_rule_get_needs (self->rule));
  set_fact (self->allowed, figure);
  set_fact (self->server_code, sc_rule_get_server_code (self->rule));
  set_fact (self->source, sc_rule_get_source (self->rule));
  set_fact (self->repairs, get_repairs (self->rule));
}

static void
follow_cb (AdwActionRow *row, ScRulePage *self)
{
  const ScProblem *problem = g_object_get_data (G_OBJECT (row), "problem");

  g_signal_emit (self, followed_signal, 0, problem);
}

static GtkWidget *
make_found_row (ScRulePage *self, const ScProblem *problem)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScFlow *flow
      = problem->flow != NULL ? sc_solution_find_flow (solution, problem->flow, NULL) : NULL;
  g_autofree char *place = sc_problem_dup_place (problem, solution, solution->language);
  g_autofree char *full
      = flow != NULL && (problem->stage != NULL || problem->step != NULL || problem->role != NULL)
            ? g_strdup_printf ("%s › %s", sc_flow_get_label (flow, solution->language), place)
            : g_strdup (*place != '\0' ? place : _ ("Solution"));
  g_autofree char *title = g_markup_escape_text (full, -1);
  g_autofree char *message = g_markup_escape_text (problem->message, -1);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), message);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "problem", sc_problem_ref (problem), sc_value_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (follow_cb), self, 0);
  return row;
}

static void
add_found_row (ScRulePage *self, GtkWidget *row)
{
  adw_preferences_group_add (self->found, row);
  g_ptr_array_add (self->found_rows, row);
}

static void
fill_found (ScRulePage *self)
{
  for (guint i = 0; i < self->found_rows->len; i++)
    adw_preferences_group_remove (self->found, self->found_rows->pdata[i]);
  g_ptr_array_set_size (self->found_rows, 0);
  for (guint i = 0; i < self->shown->len; i++)
    add_found_row (self, make_found_row (self, self->shown->pdata[i]));
  if (self->n_found > self->shown->len)
    {
      guint n = self->n_found - self->shown->len;
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      add_found_row (self, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->found), self->n_found > 0);
}

static void
show_found (ScRulePage *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (sc_value_unref);
  guint n = 0;

  sc_list_foreach (sc_editor_get_problems (self->editor), const ScProblem *, problem)
    {
      if (problem->rule == self->rule && n++ < MAX_FOUND)
        g_ptr_array_add (problems, sc_problem_ref (problem));
    }
  if (n == self->n_found && problems->len == self->shown->len
      && (n == 0
          || memcmp (problems->pdata, self->shown->pdata, problems->len * sizeof (gpointer)) == 0))
    return;
  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&problems);
  self->n_found = n;
  fill_found (self);
}

static void
update (ScRulePage *self)
{
  if (self->rule == NULL)
    return;
  show_facts (self);
  show_found (self);
}

static void
sc_rule_page_dispose (GObject *object)
{
  ScRulePage *self = SC_RULE_PAGE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_rule_page_parent_class)->dispose (object);
}

static void
sc_rule_page_finalize (GObject *object)
{
  ScRulePage *self = SC_RULE_PAGE (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->found_rows);

  G_OBJECT_CLASS (sc_rule_page_parent_class)->finalize (object);
}

static void
sc_rule_page_class_init (ScRulePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_rule_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_rule_page_finalize;
  followed_signal = g_signal_new ("followed", SC_TYPE_RULE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_resources_register (sc_problems_get_resource ());
  gtk_widget_class_set_css_name (widget_class, "rule-page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/problems/sc-rule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, icon);
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, title);
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, facts_line);
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, explanation);
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, decision_bin);
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, found);
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, scope);
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, needs);
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, allowed);
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, server_code);
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, source);
  gtk_widget_class_bind_template_child (widget_class, ScRulePage, repairs);
}

static void
sc_rule_page_init (ScRulePage *self)
{
  self->shown = g_ptr_array_new_with_free_func (sc_value_unref);
  self->found_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sc_rule_page_new (ScEditor *editor)
{
  ScRulePage *self = g_object_new (SC_TYPE_RULE_PAGE, NULL);

  self->editor = g_object_ref (editor);
  self->decision = SC_RULE_DECISION (sc_rule_decision_new (editor));
  adw_bin_set_child (self->decision_bin, GTK_WIDGET (self->decision));
  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
sc_rule_page_set_rule (ScRulePage *self, const ScRule *rule)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (SC_IS_RULE_PAGE (self));

  if (self->rule == rule)
    return;
  self->rule = rule;
  sc_rule_decision_set_rule (self->decision, rule);
  update (self);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  gtk_adjustment_set_value (adjustment, 0);
}
