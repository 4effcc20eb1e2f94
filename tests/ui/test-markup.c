/* test-markup.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-view.h"
#include "sc-columns-pane.h"
#include "sc-definition.h"
#include "sc-flow-tabs.h"
#include "sc-inspector.h"
#include "sc-navigator.h"
#include "sc-outline-view.h"
#include "sc-paste-dialog.h"
#include "sc-problem-view.h"
#include "sc-rule-page.h"
#include "sc-security-view.h"
#include "ui-fixture.h"

#include <string.h>

/* What would not do as markup, and what would do more than it should. As it stands in a file. */
#define NAME   "&lt;b>&amp;amp; &lt;a href=&quot;file:///etc/passwd&quot;> %s &amp;&lt;/i>"
#define BROKEN "x&lt;b>&amp;"

/* Every text and every name in the solution of the fixture. */
static ScSolution *
make_hostile (const ScSolution *solution)
{
  static const struct
  {
    const char *pattern;
    const char *replacement;
  } changes[] = {
    { " (label|display|publisherTitle|displayName|processName|source)=\"[^\"]*\"",
      " \\1=\"" NAME "\"" },
    { "(<(?:label|description)[^>/]*>)[^<]*<", "\\1" NAME "<" },
    { " (name|column)=\"([a-z]+)\"", " \\1=\"\\2" BROKEN "\"" },
    { " table=\"(lead|opportunity)\"", " table=\"\\1" BROKEN "\"" },
  };
  g_autoptr (GBytes) bytes = sc_definition_write (solution);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (GError) error = NULL;
  ScSolution *hostile;

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (changes[i].pattern, 0, 0, &error);
      char *next;

      g_assert_no_error (error);
      next = g_regex_replace (regex, text, -1, 0, changes[i].replacement, 0, &error);
      g_assert_no_error (error);
      g_free (text);
      text = next;
    }
  changed = g_bytes_new (text, strlen (text));
  hostile = sc_definition_read (changed, "hostile", &error);
  g_assert_no_error (error);
  return hostile;
}

static void
make_all_hostile (UiFixture *f)
{
  ScSolution *hostile = make_hostile (sc_editor_get_solution (f->editor));

  g_assert_true (sc_editor_commit (f->editor, hostile, NULL, "Rename <b>&", NULL));
  ui_settle (f);
}

/* A warning of Pango ends the test, as any other. */
static void
test_view (gconstpointer data)
{
  GtkWidget *(*create) (ScEditor *) = (GtkWidget * (*) (ScEditor *) ) data;
  UiFixture f;

  ui_open (&f, create);
  make_all_hostile (&f);
  sc_editor_select_stage (f.editor, UI_QUALIFY);
  ui_settle (&f);
  sc_editor_select_step (f.editor, UI_BUDGET);
  ui_settle (&f);
  sc_editor_select_all (f.editor);
  ui_settle (&f);
  sc_editor_select_nothing (f.editor);
  ui_settle (&f);
  sc_editor_undo (f.editor);
  ui_settle (&f);
  ui_close (&f);
}

/* The label of a stage is shown as it is, and not as what it would be as markup. */
static void
test_shown_as_it_is (void)
{
  UiFixture f;
  const ScStage *stage;

  ui_open (&f, sc_navigator_new);
  make_all_hostile (&f);
  stage = ui_get_stage (&f, UI_QUALIFY);
  g_assert_nonnull (strstr (sc_stage_get_label (stage, 1033), "<b>&amp; <a href=\"file:///etc/"));
  g_assert_nonnull (ui_find (f.view, GTK_TYPE_LABEL, sc_flow_get_label (ui_get_flow (&f), 1033)));
  ui_close (&f);
}

/* A clip whose columns the table does not have: the dialog that asks names the table. */
static void
test_paste_dialog (void)
{
  g_autoptr (ScClip) clip = sc_clip_new ();
  g_autoptr (ScStage) stage = sc_stage_new ();
  g_autoptr (ScStep) step = sc_step_new ();
  ScPasting *pasting;
  UiFixture f;
  g_autoptr (GListModel) windows = NULL;
  const ScTable *table;

  ui_open (&f, sc_navigator_new);
  make_all_hostile (&f);
  table = sc_list_get (sc_editor_get_solution (f.editor)->tables, 0);
  g_assert_nonnull (table);
  sc_set_string (step, id, "step");
  sc_set_string (step, column, "nobody_has_this");
  sc_set_string (stage, id, "stage");
  sc_set_string (stage, name, "<i>Stage");
  sc_set_string (stage, table, table->name);
  sc_take_value (stage, steps, sc_list_append (NULL, step));
  sc_take_value (clip, stages, sc_list_append (NULL, stage));
  pasting = sc_pasting_new (f.editor, clip);
  g_assert_true (sc_pasting_has_questions (pasting));
  sc_paste_dialog_present (GTK_WINDOW (f.window), pasting);
  ui_settle (&f);
  windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (gtk_window_get_transient_for (window) != NULL)
        gtk_window_destroy (window);
    }
  ui_settle (&f);
  ui_close (&f);
}

/* Every rule with what it found. */
static void
test_rules (void)
{
  UiFixture f;

  ui_open (&f, sc_rule_page_new);
  make_all_hostile (&f);
  for (const ScRule *const *rule = sc_rule_list (); *rule != NULL; rule++)
    {
      sc_rule_page_set_rule (SC_RULE_PAGE (f.view), *rule);
      ui_settle (&f);
    }
  ui_close (&f);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    GtkWidget *(*create) (ScEditor *editor);
  } views[] = {
    { "canvas", sc_canvas_view_new },     { "columns", sc_columns_pane_new },
    { "inspector", sc_inspector_new },    { "navigator", sc_navigator_new },
    { "outline", sc_outline_view_new },   { "problems", sc_problem_view_new },
    { "security", sc_security_view_new }, { "tabs", sc_flow_tabs_new },
  };

  if (!ui_test_init (&argc, &argv))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *path = g_strdup_printf ("/markup/%s", views[i].name);

      g_test_add_data_func (path, (gconstpointer) views[i].create, test_view);
    }
  g_test_add_func ("/markup/as-it-is", test_shown_as_it_is);
  g_test_add_func ("/markup/paste-dialog", test_paste_dialog);
  g_test_add_func ("/markup/rules", test_rules);
  return g_test_run ();
}
