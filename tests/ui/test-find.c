/* test-find.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "find-bar-fixture.h"

#include "sc-edit-step.h"
#include "sc-find-results.h"
#include "sc-finder.h"
#include "sc-hit-text.h"

/* The count follows what is typed; nothing is selected before somebody asks for it. */
static void
test_count (UiFixture *self, gconstpointer data)
{
  g_assert_null (find_get_entry (self));
  find_look_for (self, "budget");
  g_assert_true (find_says (self, "3 matches"));
  find_assert_selected (self, SC_SELECTED_NOTHING, NULL, NULL);
  find_look_for (self, "budgetamount");
  g_assert_true (find_says (self, "1 match"));
  find_look_for (self, "no such thing");
  g_assert_true (find_says (self, "No matches"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_get_entry (self)), "error"));
  find_look_for (self, "");
  g_assert_false (find_says (self, "No matches"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (find_get_entry (self)), "error"));
}

/* From match to match, around the ends. */
static void
test_step (UiFixture *self, gconstpointer data)
{
  find_look_for (self, "opportunity");
  g_assert_true (find_says (self, "4 matches"));
  find_press_enter (self);
  g_assert_true (find_says (self, "1 of 4"));
  find_assert_selected (self, SC_SELECTED_NOTHING, NULL, NULL);
  sc_find_bar_step (find_get_bar (self), -1);
  g_assert_true (find_says (self, "4 of 4"));
  find_assert_selected (self, SC_SELECTED_STAGE, UI_DEVELOP, NULL);
  sc_find_bar_step (find_get_bar (self), 1);
  g_assert_true (find_says (self, "1 of 4"));

  find_look_for (self, "sponsor");
  find_press_enter (self);
  find_assert_selected (self, SC_SELECTED_STEP, UI_QUALIFY, UI_SPONSOR);
  /* Also while it is closed. */
  sc_find_bar_close (find_get_bar (self));
  sc_editor_select_nothing (self->editor);
  sc_find_bar_step (find_get_bar (self), 1);
  find_assert_selected (self, SC_SELECTED_STEP, UI_QUALIFY, UI_SPONSOR);
  g_assert_false (sc_find_bar_is_open (find_get_bar (self)));
}

/* A new search begins at what is selected. */
static void
test_start (UiFixture *self, gconstpointer data)
{
  find_look_for (self, "");
  sc_editor_select_step (self->editor, UI_SPONSOR);
  find_look_for (self, "o");
  find_press_enter (self);
  find_assert_selected (self, SC_SELECTED_STEP, UI_QUALIFY, UI_SPONSOR);
  sc_editor_select_stage (self->editor, UI_DEVELOP);
  find_look_for (self, "lo");
  find_press_enter (self);
  find_assert_selected (self, SC_SELECTED_STAGE, UI_DEVELOP, NULL);
}

static void
test_scope (UiFixture *self, gconstpointer data)
{
  find_look_for (self, "second flow");
  g_assert_true (find_says (self, "No matches"));
  sc_find_bar_open (find_get_bar (self), SC_FIND_OPEN_ALL);
  ui_settle (self);
  g_assert_true (find_says (self, "1 match"));
  find_press_enter (self);
  g_assert_cmpstr (sc_editor_get_flow (self->editor)->id, ==, UI_OTHER);
  find_set_options (self, (ScFindOptions){ NULL }, FALSE);
  g_assert_true (find_says (self, "1 of 1"));
  sc_editor_open_flow (self->editor, UI_FLOW);
  ui_settle (self);
  g_assert_true (find_says (self, "No matches"));
  find_set_options (self, (ScFindOptions){ NULL }, TRUE);
  find_look_for (self, "sales");
  g_assert_true (find_says (self, "2 matches"));
}

static void
test_options (UiFixture *self, gconstpointer data)
{
  static const struct
  {
    ScFindOptions options;
    const char *text, *count;
  } cases[] = {
    { { .match_case = TRUE }, "Budget", "2 matches" },
    { { .whole_word = TRUE }, "budget", "2 matches" },
    { { .regex = TRUE }, "^b.d", "2 matches" },
    { { .fields = SC_FIND_COLUMNS }, "budget", "2 matches" },
    { { .fields = SC_FIND_NAMES }, "budget", "1 match" },
    { { .fields = SC_FIND_IDS }, "{" UI_BUDGET "}", "1 match" },
    { { .fields = SC_FIND_VALUES }, "budget", "No matches" },
  };

  find_look_for (self, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      find_set_options (self, cases[i].options, FALSE);
      find_look_for (self, cases[i].text);
      g_test_message ("%u: %s", i, cases[i].text);
      g_assert_true (find_says (self, cases[i].count));
      g_assert_false (sc_find_popover_is_plain (find_get_popover (self)));
    }
}

static void
test_bad_pattern (UiFixture *self, gconstpointer data)
{
  const char *message = "A “(” and a “)” do not belong together.";

  find_look_for (self, "(a");
  g_assert_false (find_says (self, message));
  find_set_options (self, (ScFindOptions){ .regex = TRUE }, FALSE);
  g_assert_true (find_says (self, message));
  find_press_enter (self);
  g_assert_true (find_says (self, message));
  find_look_for (self, "(a)");
  g_assert_false (find_says (self, message));
}

/* The matches follow edits, and the one that was gone to stays the current one. */
static void
test_edits (UiFixture *self, gconstpointer data)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  ScSolution *after;
  GError *error = NULL;

  find_look_for (self, "sponsor");
  find_press_enter (self);
  g_assert_true (find_says (self, "1 of 1"));
  after = sc_edit_step_set_label (solution, UI_FLOW, UI_BUDGET, 1033, "Budget of the sponsor",
                                  &error);
  sc_editor_commit (self->editor, after, error, "Rename", NULL);
  ui_settle (self);
  g_assert_true (find_says (self, "2 of 2"));
  sc_editor_undo (self->editor);
  ui_settle (self);
  g_assert_true (find_says (self, "1 of 1"));
  after = sc_edit_step_delete (sc_editor_get_solution (self->editor), UI_FLOW, UI_SPONSOR, &error);
  sc_editor_commit (self->editor, after, error, "Delete", NULL);
  ui_settle (self);
  g_assert_true (find_says (self, "No matches"));
}

/* The list shows all, and leads there. */
static void
test_list (UiFixture *self, gconstpointer data)
{
  GtkWidget *results, *list;

  find_look_for (self, "budget");
  g_assert_null (find_widget (self, SC_TYPE_FIND_RESULTS, NULL));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_widget (self, GTK_TYPE_TOGGLE_BUTTON, NULL)), TRUE);
  ui_settle (self);
  results = find_widget (self, SC_TYPE_FIND_RESULTS, NULL);
  g_assert_nonnull (results);
  g_assert_nonnull (ui_find (results, GTK_TYPE_LABEL, "budgetamount"));
  g_assert_nonnull (ui_find (results, GTK_TYPE_LABEL, "Qualify › Budget · Column"));
  list = ui_find (results, GTK_TYPE_LIST_VIEW, NULL);
  g_signal_emit_by_name (list, "activate", 1);
  ui_settle (self);
  find_assert_selected (self, SC_SELECTED_STEP, UI_QUALIFY, UI_BUDGET);
  g_assert_true (find_says (self, "2 of 3"));
  /* Only columns tell who uses them. */
  g_assert_cmpuint (ui_count (results, GTK_TYPE_BUTTON), ==, 1);

  find_look_for (self, "nothing of this");
  g_assert_null (find_widget (self, SC_TYPE_FIND_RESULTS, NULL));
}

/* Closing gives the focus back, unless the person has gone to a match. */
static void
test_focus (UiFixture *self, gconstpointer data)
{
  GtkWidget *elsewhere = find_get_elsewhere (self);

  gtk_widget_grab_focus (elsewhere);
  find_look_for (self, "budget");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)),
                                         GTK_WIDGET (find_get_bar (self))));
  g_signal_emit_by_name (find_get_entry (self), "stop-search");
  ui_settle (self);
  g_assert_false (sc_find_bar_is_open (find_get_bar (self)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), elsewhere));
}

/* What is selected is what is looked for. */
static void
test_prefill (UiFixture *self, gconstpointer data)
{
  GtkWidget *elsewhere = find_get_elsewhere (self);

  gtk_editable_select_region (GTK_EDITABLE (elsewhere), 0, 0);
  sc_editor_select_step (self->editor, UI_BUDGET);
  sc_find_bar_open (find_get_bar (self), SC_FIND_OPEN);
  ui_settle (self);
  g_assert_cmpstr (gtk_editable_get_text (find_get_entry (self)), ==, "Budget");
  sc_find_bar_close (find_get_bar (self));

  gtk_widget_grab_focus (elsewhere);
  gtk_editable_select_region (GTK_EDITABLE (elsewhere), 2, 9);
  sc_find_bar_open (find_get_bar (self), SC_FIND_OPEN);
  ui_settle (self);
  g_assert_cmpstr (gtk_editable_get_text (find_get_entry (self)), ==, "Sponsor");
  sc_find_bar_close (find_get_bar (self));

  /* What was typed stays. */
  find_look_for (self, "lead");
  sc_find_bar_close (find_get_bar (self));
  gtk_editable_select_region (GTK_EDITABLE (elsewhere), 0, 0);
  sc_editor_select_step (self->editor, UI_SPONSOR);
  sc_find_bar_open (find_get_bar (self), SC_FIND_OPEN);
  ui_settle (self);
  g_assert_cmpstr (gtk_editable_get_text (find_get_entry (self)), ==, "lead");
}

static void
test_open_column (UiFixture *self, gconstpointer data)
{
  sc_find_bar_open_column (find_get_bar (self), "budgetamount");
  ui_settle (self);
  g_assert_true (find_says (self, "1 match"));
  g_assert_nonnull (find_widget (self, SC_TYPE_FIND_RESULTS, NULL));
}

static void
test_texts (void)
{
  static const struct
  {
    const char *text, *match, *excerpt;
  } cases[] = {
    { "Budget", "udg", "Budget" },
    { "one\ntwo", "two", "one two" },
    { "a text that is so long that nobody sees where the needle is", "needle",
      "…t nobody sees where the needle is" },
    { "תקציב שנתי", "שנתי", "תקציב שנתי" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScHit) hit = sc_hit_new ();
      const char *match = strstr (cases[i].text, cases[i].match);
      PangoAttrList *attributes;
      g_autofree char *excerpt = NULL;
      GSList *all;
      const PangoAttribute *bold;

      sc_take_value (hit, whole, sc_label_new_text (0, cases[i].text));
      hit->start = (int) g_utf8_pointer_to_offset (cases[i].text, match);
      hit->length = (int) g_utf8_strlen (cases[i].match, -1);
      excerpt = sc_hit_dup_excerpt (hit, &attributes);
      g_assert_cmpstr (excerpt, ==, cases[i].excerpt);
      all = pango_attr_list_get_attributes (attributes);
      bold = all->data;
      g_assert_cmpmem (excerpt + bold->start_index, bold->end_index - bold->start_index,
                       cases[i].match, strlen (cases[i].match));
      g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
      pango_attr_list_unref (attributes);
    }
}

/* More than can be listed are counted. */
static void
test_many (UiFixture *self, gconstpointer data)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autofree char *long_label = g_strnfill (SC_FINDER_MAX_HITS + 2500, 'z');
  GError *error = NULL;
  ScSolution *after
      = sc_edit_step_set_label (solution, UI_FLOW, UI_SPONSOR, 1033, long_label, &error);
  gint64 start;

  sc_editor_commit (self->editor, after, error, "Rename", NULL);
  find_look_for (self, "q");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_widget (self, GTK_TYPE_TOGGLE_BUTTON, NULL)), TRUE);
  find_look_for (self, "z");
  start = g_get_monotonic_time ();
  g_signal_emit_by_name (find_get_entry (self), "search-changed");
  g_test_message ("%.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  ui_settle (self);
  g_assert_true (find_says (self, "12500 matches"));
  g_assert_true (find_says (self, "and 12400 more"));
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;
#define ADD(name, function) \
  g_test_add ("/ui/find/" name, UiFixture, NULL, find_setup, function, find_teardown)
  ADD ("count", test_count);
  ADD ("step", test_step);
  ADD ("start", test_start);
  ADD ("scope", test_scope);
  ADD ("options", test_options);
  ADD ("bad-pattern", test_bad_pattern);
  ADD ("edits", test_edits);
  ADD ("list", test_list);
  ADD ("focus", test_focus);
  ADD ("prefill", test_prefill);
  ADD ("open-column", test_open_column);
  ADD ("many", test_many);
  g_test_add_func ("/ui/find/texts", test_texts);
  return g_test_run ();
}
