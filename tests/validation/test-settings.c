/* test-settings.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "sc-edit-rule.h"

/* What a solution's own settings make of a problem. */
typedef struct
{
  const char *script;
  const char *rule;
  ScRuleLevel level;
  int limit;
  const char *problems;
} Row;

#define LOCKED       "A1 required=1; new_t.c calculated=1"
#define TWO_ACTIVE   "flow active=1 order=1; new flow g; flow active=1 order=2"
#define ONE_OF_TWO   "F-01 error g 2/1"
#define DEEP_AND_BIG "stages 31"

static const Row rows[] = {
  { LOCKED, "SP-07", SC_RULE_AS_IS, 0, "SP-07 warning A1" },
  { LOCKED, "SP-07", SC_RULE_OFF, 0, "" },
  { LOCKED, "sp-07", SC_RULE_OFF, 0, "" },
  { LOCKED, "SP-07", SC_RULE_ERROR, 0, "SP-07 error A1" },
  { LOCKED, "SP-07", SC_RULE_WARNING, 0, "SP-07 warning A1" },
  { LOCKED, "SP-07", SC_RULE_ADVICE, 0, "SP-07 advice A1" },
  { LOCKED, "SP-08", SC_RULE_OFF, 0, "SP-07 warning A1" },
  { LOCKED, "ZZ-99", SC_RULE_OFF, 0, "SP-07 warning A1" },
  { DEEP_AND_BIG, "F-02", SC_RULE_ADVICE, 0, "F-02 advice flow 31/30" },
  { TWO_ACTIVE, "F-01", SC_RULE_AS_IS, 2, "" },
  { TWO_ACTIVE, "F-01", SC_RULE_AS_IS, 1, ONE_OF_TWO },
  { TWO_ACTIVE, "F-01", SC_RULE_WARNING, 1, "F-01 warning g 2/1" },
};

static ScSolution *
set (const ScSolution *solution, const Row *row)
{
  g_autoptr (GError) error = NULL;
  ScSolution *after
      = sc_edit_rule_set (solution, row->rule, row->level, row->limit, "because", &error);

  g_assert_no_error (error);
  return after;
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScSolution) solution = fixture_solution (rows[i].script);
      g_autoptr (ScSolution) after = set (solution, &rows[i]);
      g_autofree char *problems = fixture_validate (after);

      g_test_message ("%s %s %d", rows[i].script, rows[i].rule, rows[i].level);
      g_assert_cmpstr (problems, ==, rows[i].problems);
    }
}

/* A validator that has seen the solution says the same as one that has not, and goes back. */
static void
test_incremental (void)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScSolution) solution = fixture_solution (LOCKED);
  g_autoptr (ScList) first = sc_validator_run (validator, solution);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScSolution) after = NULL;
      g_autoptr (ScList) problems = NULL;
      g_autoptr (ScList) again = NULL;
      g_autofree char *found = NULL;
      g_autofree char *expected = NULL;

      if (g_strcmp0 (rows[i].script, LOCKED) != 0)
        continue;
      after = set (solution, &rows[i]);
      problems = sc_validator_run (validator, after);
      found = fixture_describe (problems);
      expected = fixture_validate (after);
      g_assert_cmpstr (found, ==, expected);
      again = sc_validator_run (validator, solution);
      g_assert_cmpuint (sc_list_length (again), ==, sc_list_length (first));
      g_assert_true (sc_list_get (again, 0) == sc_list_get (first, 0));
    }
}

static void
test_edit (void)
{
  g_autoptr (ScSolution) solution = fixture_solution ("");
  g_autoptr (ScSolution) one = set (solution, &(Row){ NULL, "SP-07", SC_RULE_OFF, 0, NULL });
  g_autoptr (ScSolution) two = set (one, &(Row){ NULL, "F-01", SC_RULE_AS_IS, 20, NULL });
  g_autoptr (ScSolution) same = set (two, &(Row){ NULL, "f-01", SC_RULE_AS_IS, 20, NULL });
  g_autoptr (ScSolution) less = set (two, &(Row){ NULL, "SP-07", SC_RULE_AS_IS, 0, NULL });
  g_autoptr (ScSolution) none = set (less, &(Row){ NULL, "F-01", SC_RULE_AS_IS, 0, NULL });
  g_autoptr (GError) error = NULL;
  const ScRuleSetting *first = sc_list_get (two->rule_settings, 0);

  g_assert_cmpuint (sc_list_length (two->rule_settings), ==, 2);
  g_assert_cmpstr (first->rule, ==, "F-01");
  g_assert_cmpstr (first->reason, ==, "because");
  g_assert_true (same == two);
  g_assert_cmpuint (sc_list_length (less->rule_settings), ==, 1);
  g_assert_true (sc_solution_equal (none, solution));
  g_assert_true (one->flows == two->flows);
  g_assert_null (sc_edit_rule_set (solution, "F-01", SC_RULE_OFF, -1, NULL, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

static void
test_nicks (void)
{
  ScRuleLevel level;

  for (ScRuleLevel i = SC_RULE_AS_IS; i <= SC_RULE_ERROR; i++)
    {
      g_assert_true (sc_rule_level_from_nick (sc_rule_level_get_nick (i), &level));
      g_assert_cmpint (level, ==, i);
    }
  g_assert_false (sc_rule_level_from_nick ("loud", &level));
  g_assert_false (sc_rule_level_from_nick (NULL, &level));
  g_assert_null (sc_rule_level_get_nick (SC_RULE_ERROR + 1));
}

/* What is not loaded is said, and neither passes nor fails. */
#define GUID "5ca1ab1e-0000-4000-8000-000000000009"

static const struct
{
  const char *script;
  const char *rule;
  const char *reason; /* NULL: it was checked */
} unchecked[] = {
  { "", "F-02", NULL },
  { "", "SP-07", NULL },
  { "new_t complete=0", "SP-07", "Not all columns are known of: new_t." },
  { "outline A:lead>B B:account>", "SP-01", "Not all columns are known of: lead, account." },
  { "outline A:p_1>B B:p_2>C C:p_3>D D:p_4>E E:p_5>", "SP-01",
    "Not all columns are known of: p_1, p_2, p_3 and 2 more." },
  { "outline A:lead>", "ST-07", "It is not known whether flows may use: lead." },
  { "outline A:lead>B B:LEAD>", "ST-07", "It is not known whether flows may use: lead." },
  { "", "P-01", "The solution has no roles." },
  { "new role R", "P-01", NULL },
  { "", "SL-01", "The solution does not say what it consists of." },
  { "new component 1 new_t", "SL-01", NULL },
  { "", "SL-08", "The solution has no apps." },
  { "", "F-11", NULL },
  { "", "SP-18", NULL },
  { "A1 kind=1 process_id=" GUID, "SP-18", "1 process that flows run is not in the solution." },
  { "A1 kind=1 process_id=" GUID "; new trigger B; new trigger A", "WK-01",
    "2 processes that flows run are not in the solution." },
  { "A1 kind=1 process_id=" GUID "; new process " GUID " 3 new_t", "SP-19", NULL },
  { "", "SP-10", "Not all main forms are known of: new_t." },
  { "new_t.c form=1", "SP-12", NULL },
  { "solution prefix=null", "F-11", "The publisher's prefix is not known." },
  { "", "TB-01", NULL },
  { "outline A>B B:p_u>", "TB-01", "No relationships between tables are known." },
  { "outline A>B B:p_u>; new relationship r new_t p_u", "TB-01", NULL },
};

static void
test_unchecked (void)
{
  const ScRule *const *rules = sc_rule_list ();

  for (guint i = 0; i < G_N_ELEMENTS (unchecked); i++)
    {
      g_autoptr (ScSolution) solution = fixture_solution (unchecked[i].script);

      for (guint j = 0; rules[j] != NULL; j++)
        {
          g_autofree char *reason = NULL;

          if (g_strcmp0 (sc_rule_get_id (rules[j]), unchecked[i].rule) != 0)
            continue;
          reason = sc_rule_explain_unchecked (rules[j], solution);
          g_test_message ("%s: %s", unchecked[i].rule, unchecked[i].script);
          g_assert_cmpstr (reason, ==, unchecked[i].reason);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/rows", test_rows);
  g_test_add_func ("/settings/incremental", test_incremental);
  g_test_add_func ("/settings/edit", test_edit);
  g_test_add_func ("/settings/nicks", test_nicks);
  g_test_add_func ("/settings/unchecked", test_unchecked);
  return g_test_run ();
}
