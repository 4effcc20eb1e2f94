/* test-rules-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-rule.h"
#include "sc-edit-step.h"
#include "sc-problem-card.h"
#include "sc-problems-pane.h"
#include "sc-rule-page.h"
#include "sc-rule-row.h"
#include "sc-rules-dialog.h"
#include "ui-fixture.h"

static void
commit (UiFixture *f, ScSolution *after, GError *error)
{
  g_assert_no_error (error);
  sc_editor_commit (f->editor, after, error, "Test", NULL);
}

static void
set_required (UiFixture *f, const char *step, gboolean required)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_step_set_required (sc_editor_get_solution (f->editor), UI_FLOW, step,
                                                 required, &error);

  commit (f, after, error);
}

static guint
count_problems (UiFixture *f, const ScRule *rule)
{
  guint n = 0;

  sc_list_foreach (sc_editor_get_problems (f->editor), const ScProblem *, problem)
    {
      n += problem->rule == rule;
    }
  return n;
}

static GtkWidget *
open_rules (UiFixture *f, const ScRule *rule)
{
  ScRulesDialog *dialog = sc_rules_dialog_present (GTK_WINDOW (f->window), f->editor, rule);

  ui_settle (f);
  return GTK_WIDGET (dialog);
}

/* A decision about a rule is an edit, with its reason; the row follows undo. */
static void
test_decide (void)
{
  UiFixture f;
  GtkWidget *dialog, *level, *reason;
  const ScRuleSetting *setting;
  const ScRule *rule = NULL;

  ui_open (&f, sc_problems_pane_new);
  set_required (&f, UI_SPONSOR, TRUE);
  sc_list_foreach (sc_editor_get_problems (f.editor), const ScProblem *, problem)
    {
      if (g_strcmp0 (problem->step, UI_SPONSOR) == 0)
        rule = problem->rule;
    }
  g_assert_nonnull (rule);
  dialog = open_rules (&f, rule);
  level = ui_find (dialog, ADW_TYPE_COMBO_ROW, NULL);
  g_assert_nonnull (level);
  adw_combo_row_set_selected (ADW_COMBO_ROW (level), SC_RULE_OFF);
  ui_settle (&f);
  reason = ui_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  g_assert_nonnull (reason);
  gtk_editable_set_text (GTK_EDITABLE (reason), "Agreed & signed");
  ui_settle (&f);
  setting = sc_list_get (sc_editor_get_solution (f.editor)->rule_settings, 0);
  g_assert_nonnull (setting);
  g_assert_cmpint (setting->level, ==, SC_RULE_OFF);
  g_assert_cmpstr (setting->reason, ==, "Agreed & signed");
  g_assert_cmpuint (count_problems (&f, rule), ==, 0);

  sc_editor_undo (f.editor);
  g_assert_null (sc_editor_get_solution (f.editor)->rule_settings);
  g_assert_cmpint (adw_combo_row_get_selected (ADW_COMBO_ROW (level)), ==, SC_RULE_AS_IS);
  g_assert_cmpuint (count_problems (&f, rule), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_close (&f);
}

/* The row of a fact, by its title; NULL when the page does not show it. */
static const char *
get_fact (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = ui_find (dialog, ADW_TYPE_ACTION_ROW, title);

  return row != NULL ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;
}

static const struct
{
  const char *rule;
  const char *allows, *needs, *server_code, *looks_at; /* NULL: the page does not say so */
} pages[] = {
  { "F-02", "30", NULL, "0x80060414", "Each flow" },
  { "F-01", "10", NULL, "0x80060411", "The solution as a whole" },
  { "SP-01", NULL, "All columns of the tables that flows use", NULL, "Each step" },
  { "P-01", NULL, "The security roles", NULL, "Each flow" },
};

/* The page says what the rule says of itself. */
static void
test_page (void)
{
  UiFixture f;

  ui_open (&f, sc_problems_pane_new);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      const ScRule *rule = sc_rule_find (pages[i].rule);
      GtkWidget *dialog = open_rules (&f, rule);

      g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, sc_rule_get_title (rule)));
      g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, sc_rule_get_explanation (rule)));
      g_assert_cmpstr (get_fact (dialog, "Allows"), ==, pages[i].allows);
      g_assert_cmpstr (get_fact (dialog, "Needs to know"), ==, pages[i].needs);
      g_assert_cmpstr (get_fact (dialog, "Looks at"), ==, pages[i].looks_at);
      g_assert_cmpstr (get_fact (dialog, "Server error it foresees"), ==,
                       sc_rule_get_server_code (rule));
      g_assert_nonnull (get_fact (dialog, "Source"));
      g_assert_nonnull (get_fact (dialog, "Repairs"));
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
  ui_close (&f);
}

static const struct
{
  const char *text, *markup;
} links[] = {
  { "", "" },
  { "Microsoft Learn: Create <a> flow", "Microsoft Learn: Create &lt;a&gt; flow" },
  { "See https://example.org/a?b=1&c=2.",
    "See <a href=\"https://example.org/a?b=1&amp;c=2\">https://example.org/a?b=1&amp;c=2</a>." },
  { "(http://example.org)", "(http://example.org)" },
  { "https://x.org, then", "<a href=\"https://x.org\">https://x.org</a>, then" },
};

static void
test_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *markup = sc_rule_page_link_addresses (links[i].text);

      g_assert_cmpstr (markup, ==, links[i].markup);
    }
}

/* An organization that allows more: the page says so. */
static void
test_limit (void)
{
  UiFixture f;
  GError *error = NULL;
  ScSolution *after;
  GtkWidget *dialog;

  ui_open (&f, sc_problems_pane_new);
  dialog = open_rules (&f, sc_rule_find ("F-01"));
  after = sc_edit_rule_set (sc_editor_get_solution (f.editor), "F-01", SC_RULE_AS_IS, 25,
                            "Agreed with support", &error);
  commit (&f, after, error);
  g_assert_cmpstr (get_fact (dialog, "Allows"), ==, "25");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_close (&f);
}

/* Where it is found now is a link. */
static void
test_follow (void)
{
  UiFixture f;
  GtkWidget *dialog, *row;
  gpointer weak;

  ui_open (&f, sc_problems_pane_new);
  set_required (&f, UI_SPONSOR, TRUE);
  sc_editor_open_flow (f.editor, UI_OTHER);
  dialog = open_rules (&f, sc_rule_find ("SP-08"));
  row = ui_find (dialog, ADW_TYPE_ACTION_ROW, "Lead to Opportunity › Qualify › Sponsor");
  g_assert_nonnull (row);
  weak = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  ui_settle (&f);
  g_assert_null (weak);
  g_assert_cmpstr (sc_editor_get_selection (f.editor).step, ==, UI_SPONSOR);
  ui_close (&f);
}

static guint
count_rows (GtkWidget *dialog)
{
  return ui_count (dialog, SC_TYPE_RULE_ROW);
}

/* Words that a rule, its state here or its severity has. */
static void
test_search (void)
{
  UiFixture f;
  GtkWidget *dialog;
  guint n_all = g_strv_length ((char **) sc_rule_list ()), n;

  ui_open (&f, sc_problems_pane_new);
  dialog = open_rules (&f, NULL);
  g_assert_cmpuint (count_rows (dialog), ==, n_all);
  sc_rules_dialog_search (SC_RULES_DIALOG (dialog), "sp-08");
  ui_settle (&f);
  g_assert_cmpuint (count_rows (dialog), ==, 1);
  sc_rules_dialog_search (SC_RULES_DIALOG (dialog), "0x80060414 most 30 stages");
  ui_settle (&f);
  g_assert_cmpuint (count_rows (dialog), ==, 1);
  sc_rules_dialog_search (SC_RULES_DIALOG (dialog), "Not checked");
  ui_settle (&f);
  n = count_rows (dialog);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, n_all);
  sc_rules_dialog_search (SC_RULES_DIALOG (dialog), "no such words at all");
  ui_settle (&f);
  g_assert_cmpuint (count_rows (dialog), ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_close (&f);
}

/* Where it is narrow the list and the page come one after the other. */
static void
test_narrow (void)
{
  UiFixture f;
  GtkWidget *dialog, *row;

  ui_open (&f, sc_problems_pane_new);
  gtk_window_set_default_size (GTK_WINDOW (f.window), 360, 400);
  ui_settle (&f);
  dialog = open_rules (&f, NULL);
  g_assert_cmpint (gtk_widget_get_width (dialog), <=, 400);
  row = ui_find (dialog, SC_TYPE_RULE_ROW, NULL);
  g_assert_nonnull (row);
  gtk_widget_activate (row);
  for (int i = 0; i < 40 && ui_find (dialog, SC_TYPE_RULE_ROW, NULL) != NULL; i++)
    ui_settle (&f);
  g_assert_null (ui_find (dialog, SC_TYPE_RULE_ROW, NULL));
  g_assert_nonnull (ui_find (dialog, SC_TYPE_RULE_PAGE, NULL));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_close (&f);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/rules-dialog/decide", test_decide);
  g_test_add_func ("/rules-dialog/page", test_page);
  g_test_add_func ("/rules-dialog/links", test_links);
  g_test_add_func ("/rules-dialog/limit", test_limit);
  g_test_add_func ("/rules-dialog/follow", test_follow);
  g_test_add_func ("/rules-dialog/search", test_search);
  g_test_add_func ("/rules-dialog/narrow", test_narrow);
  return g_test_run ();
}
