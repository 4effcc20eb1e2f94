/* test-words.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-paste.h"
#include "sc-edit-replace.h"
#include "sc-edit-trigger.h"
#include "sc-outline.h"
#include "sc-removal.h"
#include "sc-uses.h"

#include <string.h>

/* What a person reads of an edit, before it is made and after. */

static void
test_paste_report (void)
{
  static const struct
  {
    guint n_stages, n_steps;
    guint n_lost[SC_N_LOSSES];
    const char *text;
  } rows[] = {
    { 0, 0, { 0 }, "Nothing pasted" },
    { 1, 0, { 0 }, "1 stage pasted" },
    { 2, 0, { 0 }, "2 stages pasted" },
    { 0, 1, { 0 }, "1 step pasted" },
    { 0, 3, { 0 }, "3 steps pasted" },
    { 1, 2, { 0 }, "1 stage and 2 steps pasted" },
    { 0, 0, { [SC_LOSS_STEP] = 2 }, "Nothing pasted; 2 steps left out" },
    { 1,
      0,
      { [SC_LOSS_CONDITION] = 1 },
      "1 stage pasted; 1 condition left out: its column “budget” did not come along" },
    { 1,
      0,
      { [SC_LOSS_CONDITION] = 2, [SC_LOSS_CONDITION_STAGES] = 1 },
      "1 stage pasted; 2 conditions left out: columns such as “budget” did not come along; "
      "1 condition left out: the stages it leads to were not copied" },
    { 1,
      0,
      { [SC_LOSS_BRANCH] = 1, [SC_LOSS_WORKFLOW] = 2 },
      "1 stage pasted; 1 branch leads on: its stage was not copied; 2 workflows left out: what "
      "they wait for was not copied" },
    { 1,
      0,
      { [SC_LOSS_RELATIONSHIP] = 1 },
      "1 stage pasted; 1 relationship left out: the tables are others" },
    { 2,
      0,
      { [SC_LOSS_RELATIONSHIP] = 3 },
      "2 stages pasted; 3 relationships left out: the tables are others" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScPasteReport) report = g_new0 (ScPasteReport, 1);
      g_autofree char *text = NULL;

      report->n_stages = rows[i].n_stages;
      report->n_steps = rows[i].n_steps;
      memcpy (report->n_lost, rows[i].n_lost, sizeof report->n_lost);
      report->lost[SC_LOSS_CONDITION] = g_strdup ("budget");
      text = sc_paste_report_text (report);
      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpint (sc_paste_report_has_losses (report), ==, strchr (text, ';') != NULL);
    }
}

static void
test_replace_report (void)
{
  static const struct
  {
    ScObstacle obstacle;
    const char *one, *two;
  } rows[] = {
    { SC_OBSTACLE_LOCKED, "1 in a locked flow", "2 in flows that are locked" },
    { SC_OBSTACLE_ID, "1 id", "2 ids" },
    { SC_OBSTACLE_TABLE, "1 name from the tables", "2 names from the tables" },
    { SC_OBSTACLE_VALUE, "1 value of a condition", "2 values of conditions" },
    { SC_OBSTACLE_PROCESS, "1 name of a workflow", "2 names of workflows" },
    { SC_OBSTACLE_COLUMNS_OFF, "1 column", "2 columns" },
    { SC_OBSTACLE_NO_COLUMN, "1 that would be no column", "2 that would be no columns" },
    { SC_OBSTACLE_EMPTY, "1 that would be empty", "2 that would be empty" },
  };
  ScReplaceReport report = { 0 };
  g_autofree char *nothing = sc_replace_report_sum_up (&report);
  g_autofree char *done = NULL;
  g_autofree char *both = NULL;

  g_assert_cmpuint (G_N_ELEMENTS (rows), ==, SC_N_OBSTACLES - SC_OBSTACLE_NONE - 1);
  g_assert_cmpstr (nothing, ==, "Nothing replaced");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint n = 1; n <= 2; n++)
      {
        ScReplaceReport one = { 0 };
        g_autofree char *text = NULL;
        g_autofree char *expected = g_strconcat (
            "Nothing replaced · left as they are: ", n == 1 ? rows[i].one : rows[i].two, NULL);

        one.n_left_out[rows[i].obstacle] = n;
        text = sc_replace_report_sum_up (&one);
        g_assert_cmpstr (text, ==, expected);
        g_assert_true (g_str_has_suffix (sc_obstacle_explain (rows[i].obstacle), "."));
      }
  g_assert_null (sc_obstacle_explain (SC_OBSTACLE_NONE));
  g_assert_null (sc_obstacle_explain (SC_N_OBSTACLES));

  report.n_replaced = 12;
  done = sc_replace_report_sum_up (&report);
  g_assert_cmpstr (done, ==, "12 replaced");
  report.n_left_out[SC_OBSTACLE_ID] = 3;
  report.n_left_out[SC_OBSTACLE_COLUMNS_OFF] = 1;
  both = sc_replace_report_sum_up (&report);
  g_assert_cmpstr (both, ==, "12 replaced · left as they are: 3 ids, 1 column");
}

static void
test_removal (void)
{
  static const struct
  {
    ScRemovedKind kind;
    const char *one, *two;
  } rows[] = {
    { SC_REMOVED_FLOWS, "1 flow", "2 flows" },
    { SC_REMOVED_TABLES, "1 table", "2 tables" },
    { SC_REMOVED_RELATIONSHIPS, "1 relationship", "2 relationships" },
    { SC_REMOVED_COMPONENTS, "1 entry of the solution", "2 entries of the solution" },
    { SC_REMOVED_FROM_APPS, "1 entry of an app", "2 entries of apps" },
    { SC_REMOVED_PRIVILEGES, "1 privilege of a role", "2 privileges of roles" },
  };
  g_autoptr (ScSolution) solution = sc_outline_read_solution ("A>");
  g_autoptr (ScRemoval) removal = sc_removal_find (solution, solution);

  g_assert_cmpuint (G_N_ELEMENTS (rows), ==, SC_N_REMOVED);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *none = sc_removal_count (removal, rows[i].kind);
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      g_assert_null (none);
      g_ptr_array_add (removal->names[rows[i].kind], g_strdup ("a"));
      one = sc_removal_count (removal, rows[i].kind);
      g_assert_cmpstr (one, ==, rows[i].one);
      g_ptr_array_add (removal->names[rows[i].kind], g_strdup ("b"));
      two = sc_removal_count (removal, rows[i].kind);
      g_assert_cmpstr (two, ==, rows[i].two);
    }
}

/* The gravest of what is lost is what is said. */
static void
test_lost (void)
{
  static const struct
  {
    ScUseKind kind;
    const char *text;
  } rows[] = {
    { SC_USE_ROLE, "Something uses this" },
    { SC_USE_RELATIONSHIP, "A relationship between stages goes with it" },
    { SC_USE_CONDITION, "A condition goes with it" },
    { SC_USE_BRANCH, "A branch is left without a stage" },
    { SC_USE_STEP, "The other table is not known to have that column" },
    { SC_USE_CLAUSE, "A condition asks for this step" },
  };
  g_autoptr (ScList) lost = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScUse) use = sc_use_new ();
      g_autoptr (ScList) before = g_steal_pointer (&lost);
      g_autofree char *text = NULL;

      use->kind = (int) rows[i].kind;
      lost = sc_list_append (before, use);
      text = sc_uses_sum_up (lost);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_moments (void)
{
  static const struct
  {
    const char *event, *filter;
    int moment; /* -1: none that is known */
    gboolean of_flow;
  } rows[] = {
    { "STAGEENTER", "A", SC_MOMENT_STAGE_ENTERED, FALSE },
    { "STAGEEXIT", NULL, SC_MOMENT_STAGE_LEFT, FALSE },
    { "PROCESSAPPLIED", "flow", SC_MOMENT_FLOW_APPLIED, TRUE },
    { "PROCESSSTATUSCHANGE", "1", SC_MOMENT_FLOW_REACTIVATED, TRUE },
    { "PROCESSSTATUSCHANGE", "2", SC_MOMENT_FLOW_FINISHED, TRUE },
    { "PROCESSSTATUSCHANGE", "3", SC_MOMENT_FLOW_ABANDONED, TRUE },
    { "PROCESSSTATUSCHANGE", "4", -1, TRUE },
    { "PROCESSSTATUSCHANGE", NULL, -1, TRUE },
    { "OTHER", "1", -1, FALSE },
    { NULL, NULL, -1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScTriggerEvent) event = sc_trigger_event_new ();
      g_autoptr (ScTrigger) trigger = sc_trigger_new ();
      ScMoment moment = SC_N_MOMENTS;

      sc_set_string (event, event, rows[i].event);
      sc_set_string (event, filter, rows[i].filter);
      sc_take_value (trigger, events, sc_list_append (NULL, event));
      g_assert_cmpint (sc_moment_from_event (event, &moment), ==, rows[i].moment >= 0);
      g_assert_cmpint (moment, ==, rows[i].moment >= 0 ? rows[i].moment : SC_N_MOMENTS);
      g_assert_cmpint (sc_trigger_is_of_flow (trigger), ==, rows[i].of_flow);
      if (rows[i].moment >= 0)
        {
          g_assert_cmpint (sc_moment_is_of_stage (moment), ==, !rows[i].of_flow);
          g_assert_true (g_str_has_prefix (sc_moment_get_title (moment), "When the "));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/words/paste-report", test_paste_report);
  g_test_add_func ("/edit/words/replace-report", test_replace_report);
  g_test_add_func ("/edit/words/removal", test_removal);
  g_test_add_func ("/edit/words/lost", test_lost);
  g_test_add_func ("/edit/words/moments", test_moments);
  return g_test_run ();
}
