/* test-rules.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rule-rows.h"

#include <string.h>

static const RuleRow *const lists[]
    = { rule_rows_flow, rule_rows_step, rule_rows_way, rule_rows_package };

/* foreach_row (row) {…}: every row of all lists. */
#define foreach_row(row)                                    \
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++) \
    for (const RuleRow *row = lists[list]; row->rule != NULL; row++)

static void
test_rows (void)
{
  foreach_row (row)
  {
    g_autoptr (ScSolution) solution = fixture_solution (row->script);
    g_autofree char *problems = fixture_validate (solution);

    if (strcmp (problems, row->problems) != 0)
      {
        g_test_message ("%s: “%s” gives “%s”, not “%s”", row->rule, row->script, problems,
                        row->problems);
        g_test_fail ();
      }
  }
}

static gboolean
names (const char *problems, const char *rule)
{
  g_autofree char *start = g_strconcat (rule, " ", NULL);
  g_autofree char *inner = g_strconcat ("; ", start, NULL);

  return g_str_has_prefix (problems, start) || strstr (problems, inner) != NULL;
}

/* No rule without a case where it speaks and one where it does not. */
static void
test_every_rule_has_rows (void)
{
  const ScRule *const *rules = sc_rule_list ();

  for (guint i = 0; rules[i] != NULL; i++)
    {
      gboolean speaks = FALSE, silent = FALSE;

      foreach_row (row)
      {
        if (strcmp (row->rule, sc_rule_get_id (rules[i])) != 0)
          continue;
        if (names (row->problems, row->rule))
          speaks = TRUE;
        else
          silent = TRUE;
      }
      if (!speaks || !silent)
        {
          g_test_message ("%s has no row where it %s", sc_rule_get_id (rules[i]),
                          speaks ? "is silent" : "speaks");
          g_test_fail ();
        }
    }
}

static gboolean
is_known (const char *id)
{
  const ScRule *const *rules = sc_rule_list ();

  for (guint i = 0; rules[i] != NULL; i++)
    if (strcmp (sc_rule_get_id (rules[i]), id) == 0)
      return TRUE;
  return FALSE;
}

static void
test_rows_name_rules (void)
{
  foreach_row (row) g_assert_true (is_known (row->rule));
}

/* People read these texts. */
static void
test_texts (void)
{
  const ScRule *const *rules = sc_rule_list ();

  for (guint i = 0; rules[i] != NULL; i++)
    {
      const char *code = sc_rule_get_server_code (rules[i]);
      const char *explanation = sc_rule_get_explanation (rules[i]);

      g_test_message ("%s", sc_rule_get_id (rules[i]));
      g_assert_cmpuint (strlen (sc_rule_get_title (rules[i])), >, 5);
      g_assert_cmpuint (g_utf8_strlen (sc_rule_get_title (rules[i]), -1), <=, 60);
      g_assert_cmpuint (strlen (explanation), >, 20);
      g_assert_true (g_str_has_suffix (explanation, "."));
      g_assert_cmpuint (strlen (sc_rule_get_source (rules[i])), >, 5);
      if (code != NULL)
        {
          g_assert_true (g_str_has_prefix (code, "0x8"));
          g_assert_cmpuint (strlen (code), ==, 10);
        }
    }
}

static int
number_of (const char *id)
{
  return atoi (strchr (id, '-') + 1);
}

static void
test_list_order (void)
{
  const ScRule *const *rules = sc_rule_list ();

  for (guint i = 1; rules[i] != NULL; i++)
    {
      const char *a = sc_rule_get_id (rules[i - 1]), *b = sc_rule_get_id (rules[i]);
      gsize length = strcspn (a, "-");

      if (length == strcspn (b, "-") && strncmp (a, b, length) == 0)
        g_assert_true (number_of (a) < number_of (b)
                       || (number_of (a) == number_of (b) && strcmp (a, b) < 0));
      else
        g_assert_cmpint (strcmp (a, b), <, 0);
    }
}

/* Messages name things by their labels in the base language, and carry the figures. */
static void
test_message (void)
{
  g_autoptr (ScSolution) solution
      = fixture_solution ("steps A 31; label A 1033 Executive~Review; label A 1031 Prüfung");
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);
  const ScProblem *untranslated = sc_list_get (problems, 0);
  const ScProblem *problem = sc_list_get (problems, 1);

  g_assert_cmpuint (sc_list_length (problems), ==, 2);
  g_assert_cmpstr (
      untranslated->message, ==,
      "“flow” is translated in part: 1 of 34 names of stages and steps are there in the language "
      "1031.");
  g_assert_cmpstr (problem->message, ==,
                   "The stage “Executive Review” has 31 steps; at most 30 are allowed.");
  g_assert_cmpint (problem->found, ==, 31);
  g_assert_cmpint (problem->allowed, ==, 30);
  g_assert_cmpint (problem->severity, ==, SC_SEVERITY_ERROR);
}

static void
test_meters (void)
{
  g_autoptr (ScSolution) solution = fixture_solution (
      "flow active=1; new flow g; flow active=1; outline A>B B:lead>C C>; steps A 7");
  ScMeters meters = sc_validation_measure (solution, sc_list_get (solution->flows, 1));

  g_assert_cmpuint (meters.stages, ==, 3);
  g_assert_cmpuint (meters.most_steps, ==, 7);
  g_assert_cmpuint (meters.tables, ==, 2);
  g_assert_cmpuint (meters.active_flows, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validation/rules/rows", test_rows);
  g_test_add_func ("/validation/rules/every-rule-has-rows", test_every_rule_has_rows);
  g_test_add_func ("/validation/rules/rows-name-rules", test_rows_name_rules);
  g_test_add_func ("/validation/rules/texts", test_texts);
  g_test_add_func ("/validation/rules/list-order", test_list_order);
  g_test_add_func ("/validation/rules/message", test_message);
  g_test_add_func ("/validation/rules/meters", test_meters);
  return g_test_run ();
}
