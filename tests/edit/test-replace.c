/* test-replace.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "find-fixture.h"

#include "sc-edit-replace.h"
#include "sc-history.h"
#include "sc-lock.h"
#include "sc-uses.h"

#include <string.h>

#define CASE     1
#define WORD     2
#define REGEX    4
#define PRESERVE 8
#define COLUMNS  16

static ScFindQuery *
make_query (int flags, const char *text)
{
  const ScFindOptions options = { .text = text,
                                  .match_case = (flags & CASE) != 0,
                                  .whole_word = (flags & WORD) != 0,
                                  .regex = (flags & REGEX) != 0,
                                  .fields = SC_FIND_ALL };
  g_autoptr (GError) error = NULL;
  ScFindQuery *query = sc_find_query_new (&options, &error);

  g_assert_no_error (error);
  return query;
}

static ScReplaceOptions
make_options (int flags, const char *replacement)
{
  return (ScReplaceOptions){ .text = replacement,
                             .preserve_case = (flags & PRESERVE) != 0,
                             .columns = (flags & COLUMNS) != 0 };
}

static ScSolution *
replace_all (const ScSolution *solution,
             int flags,
             const char *text,
             const char *replacement,
             ScReplaceReport *report)
{
  const ScReplaceOptions options = make_options (flags, replacement);
  g_autoptr (ScFindQuery) query = make_query (flags, text);
  g_autoptr (GError) error = NULL;
  ScSolution *after = sc_edit_replace_all (solution, query, NULL, &options, report, &error);

  g_assert_no_error (error);
  return after;
}

static const ScFlow *
first_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, 0);
}

static const ScStage *
get_stage (const ScSolution *solution)
{
  return sc_list_get (first_flow (solution)->stages, 0);
}

static const ScStep *
get_step (const ScSolution *solution, guint position)
{
  return sc_list_get (get_stage (solution)->steps, position);
}

static const ScClause *
get_clause (const ScSolution *solution, guint position)
{
  const ScBranch *branch = sc_list_get (get_stage (solution)->condition->branches, 0);

  return sc_list_get (branch->clauses, position);
}

/* Names change, in every language, and nothing else does. */
static void
test_names (void)
{
  g_autoptr (ScSolution) before = find_make_solution ();
  ScReplaceReport report;
  g_autoptr (ScSolution) after = replace_all (before, 0, "budget", "Cost", &report);
  const ScFlow *flow = first_flow (after);
  const ScBranch *branch = sc_list_get (get_stage (after)->condition->branches, 0);
  const ScRole *role = sc_list_get (after->roles, 0);
  g_autofree char *text = sc_replace_report_sum_up (&report);

  g_assert_cmpstr (flow->name, ==, "Lead to Cost");
  g_assert_cmpstr (sc_labels_get_exact (flow->labels, 1033), ==, "Lead to Cost");
  g_assert_cmpstr (sc_labels_get_exact (flow->labels, 1031), ==, "Vom Lead zum Cost");
  g_assert_cmpstr (flow->description, ==, "The Cost is asked for.");
  g_assert_cmpstr (flow->unique_name, ==, "cr_leadtobudget");
  g_assert_cmpstr (sc_step_get_label (get_step (after, 0), 1033), ==, "Cost");
  g_assert_cmpstr (sc_step_get_label (get_step (after, 0), 1031), ==, "Das Cost");
  g_assert_cmpstr (get_step (after, 0)->name, ==, SC_STEP_DEFAULT_NAME);
  g_assert_cmpstr (get_step (after, 0)->column, ==, "budgetamount");
  g_assert_cmpstr (get_step (after, 1)->name, ==, "Check Cost");
  g_assert_cmpstr (get_step (after, 1)->process_name, ==, "cr_CheckBudget");
  g_assert_cmpstr (branch->name, ==, "Large Cost");
  g_assert_cmpstr (role->name, ==, "Cost owner");

  g_assert_cmpuint (report.n_replaced, ==, 8);
  g_assert_cmpuint (report.n_texts, ==, 8);
  g_assert_cmpuint (report.n_left_out[SC_OBSTACLE_LOCKED], ==, 1);
  g_assert_cmpuint (report.n_left_out[SC_OBSTACLE_ID], ==, 2);
  g_assert_cmpuint (report.n_left_out[SC_OBSTACLE_TABLE], ==, 3);
  g_assert_cmpuint (report.n_left_out[SC_OBSTACLE_VALUE], ==, 1);
  g_assert_cmpuint (report.n_left_out[SC_OBSTACLE_PROCESS], ==, 1);
  g_assert_cmpuint (report.n_left_out[SC_OBSTACLE_COLUMNS_OFF], ==, 3);
  g_assert_cmpstr (text, ==,
                   "8 replaced · left as they are: 1 in a locked flow, 2 ids, 3 names from the "
                   "tables, 1 value of a condition, 1 name of a workflow, 3 columns");

  /* What did not change is shared, and the solution before is as it was. */
  g_assert_true (sc_list_get (first_flow (after)->stages, 1)
                 == sc_list_get (first_flow (before)->stages, 1));
  g_assert_true (sc_list_get (after->flows, 1) == sc_list_get (before->flows, 1));
  g_assert_true (after->tables == before->tables);
  g_assert_true (sc_lock_allows (before, after, NULL));
  g_assert_cmpstr (first_flow (before)->name, ==, "Lead to Budget");
}

/* Steps and conditions go to the other column together, so that none loses its step. */
static void
test_columns (void)
{
  g_autoptr (ScSolution) before = find_make_solution ();
  ScReplaceReport report;
  g_autoptr (ScSolution) after
      = replace_all (before, COLUMNS | CASE, "budgetamount", "costamount", &report);
  const ScOperand *operand = sc_list_get (get_clause (after, 2)->operands, 0);
  g_autoptr (ScList) lost = sc_uses_find_lost (before, after);
  g_autoptr (ScSolution) wrong = NULL;

  g_assert_cmpuint (report.n_replaced, ==, 3);
  g_assert_cmpstr (get_step (after, 0)->column, ==, "costamount");
  g_assert_cmpstr (get_step (after, 0)->display_name, ==, "Cost Amount");
  g_assert_cmpstr (get_clause (after, 0)->column, ==, "costamount");
  g_assert_cmpstr (get_clause (after, 0)->operator, ==, "Equal");
  g_assert_cmpuint (sc_list_length (get_clause (after, 0)->operands), ==, 1);
  g_assert_cmpstr (operand->value, ==, "costamount");
  sc_list_foreach (lost, const ScUse *, use)
    g_assert_cmpint (use->clause, !=, 0);

  wrong = replace_all (before, COLUMNS, "budgetamount", "no_such_column", &report);
  g_assert_true (wrong == before);
  g_assert_cmpuint (report.n_left_out[SC_OBSTACLE_NO_COLUMN], ==, 3);
}

/* On a table that is not all here any column may be meant, if it can be one. */
static void
test_unknown_columns (void)
{
  static const struct
  {
    const char *text, *replacement;
    guint n_replaced;
  } cases[] = {
    { "name", "cr_title", 1 },
    { "name", "Cr title", 0 },
    { "name", "", 0 },
    { "name", "1a", 0 },
  };
  g_autoptr (ScSolution) solution = find_make_solution ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScReplaceReport report;
      g_autoptr (ScSolution) after = replace_all (solution, COLUMNS | CASE | WORD, cases[i].text,
                                                  cases[i].replacement, &report);

      g_assert_cmpuint (report.n_replaced, ==, cases[i].n_replaced);
      g_assert_cmpuint (report.n_left_out[SC_OBSTACLE_NO_COLUMN], ==, 1 - cases[i].n_replaced);
    }
}

/* A solution of one role with that name. */
static ScSolution *
make_role (const char *name)
{
  g_autoptr (ScRole) role = sc_role_new ();
  ScSolution *solution = sc_solution_new ();

  sc_set_string (role, name, name);
  sc_take_value (solution, roles, sc_list_append (NULL, role));
  return solution;
}

static const char *
get_role (const ScSolution *solution)
{
  return ((const ScRole *) sc_list_get (solution->roles, 0))->name;
}

static void
test_texts (void)
{
  static const struct
  {
    int flags;
    const char *needle, *replacement, *text, *expected;
  } cases[] = {
    { 0, "a", "bb", "aXaAa", "bbXbbbbbb" },
    { CASE, "a", "", "aXaA", "XA" },
    { 0, "aa", "a", "aaaaa", "aaa" },
    { WORD, "step", "stage", "step steps", "stage steps" },
    { 0, "a", "\\1 $&", "a", "\\1 $&" },
    { 0, "x", "👍🏽", "x-X", "👍🏽-👍🏽" },
    { 0, "e", "a", "e\314\201 e", "e\314\201 a" },
    { 0, "שלום", "ביי", "שלום world שלום", "ביי world ביי" },
    { 0, "a", " ", "a", "a" },
    { 0, "ab", "", "ab", "ab" },
    { 0, "a", "x\ny", "a", "x y" },
    { PRESERVE, "budget", "cost", "BUDGET Budget budget bUDGET", "COST Cost cost cost" },
    { PRESERVE, "ärger", "übel", "Ärger ÄRGER", "Übel ÜBEL" },
    { PRESERVE, "1", "one", "1 I", "one I" },
    { REGEX, "(\\w+) (\\w+)", "\\2, \\1", "Anna Beck", "Beck, Anna" },
    { REGEX, "(?P<a>\\d+)", "<\\g<a>>", "1 and 23", "<1> and <23>" },
    { REGEX, "a*", "-", "baac", "b-c" },
    { REGEX, "(?<=n)e", "E", "ne e ne", "nE e nE" },
    { REGEX, "^", "x", "abc", "abc" },
    { REGEX, "b", "\\\\", "abc", "a\\c" },
    { REGEX, "b", "\\x{1}\\n", "abc", "a  c" },
    { REGEX, "(x)?b", "[\\1]", "abc", "a[]c" },
    { REGEX, ".+", "", "all of it", "all of it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) before = make_role (cases[i].text);
      ScReplaceReport report;
      g_autoptr (ScSolution) after
          = replace_all (before, cases[i].flags, cases[i].needle, cases[i].replacement, &report);

      g_test_message ("%s → %s in %s", cases[i].needle, cases[i].replacement, cases[i].text);
      g_assert_cmpstr (get_role (after), ==, cases[i].expected);
      g_assert_true ((after == before) == (strcmp (cases[i].text, cases[i].expected) == 0));
    }
}

static void
test_bad_replacement (void)
{
  const ScReplaceOptions options = make_options (0, "\\");
  g_autoptr (ScSolution) solution = make_role ("a");
  g_autoptr (ScFindQuery) query = make_query (REGEX, "a");
  g_autoptr (GError) error = NULL;
  ScReplaceReport report;

  g_assert_false (sc_replace_check (query, &options, NULL));
  g_assert_null (sc_edit_replace_all (solution, query, NULL, &options, &report, &error));
  g_assert_error (error, SC_FIND_ERROR, SC_FIND_ERROR_PATTERN);
  g_clear_error (&error);
  g_assert_null (sc_edit_replace_all (solution, query, "no flow", &options, &report, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
}

/* Every hit can be replaced by itself, where its obstacle says so, and no other text changes. */
static void
test_one (void)
{
  const ScReplaceOptions options = make_options (COLUMNS, "costamount");
  g_autoptr (ScSolution) solution = find_make_solution ();
  g_autoptr (ScFindQuery) query = make_query (0, "budgetamount");
  g_autoptr (ScFindQuery) all = make_query (0, "e");
  const ScReplaceOptions other = make_options (0, "é");
  g_autoptr (ScFindResult) hits = sc_find (solution, query, NULL, 100, NULL);
  g_autoptr (ScFindResult) many = sc_find (solution, all, NULL, 1000, NULL);
  g_autoptr (ScSolution) step = NULL;
  g_autoptr (GError) error = NULL;
  ScReplaceReport report;

  g_assert_cmpuint (hits->n_hits, ==, 3);
  g_assert_cmpuint (hits->n_columns, ==, 3);
  step
      = sc_edit_replace_hit (solution, query, sc_list_get (hits->hits, 0), &options, &report, NULL);
  g_assert_cmpstr (get_step (step, 0)->column, ==, "costamount");
  g_assert_cmpstr (get_clause (step, 0)->column, ==, "budgetamount");
  g_assert_null (
      sc_edit_replace_hit (step, query, sc_list_get (hits->hits, 0), &options, &report, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);

  g_assert_cmpuint (many->n_hits, >, 30);
  sc_list_foreach (many->hits, const ScHit *, hit)
    {
      g_autoptr (ScSolution) after
          = sc_edit_replace_hit (solution, all, hit, &other, &report, NULL);
      gboolean may = hit->obstacle == SC_OBSTACLE_NONE && hit->text_kind != SC_TEXT_COLUMN;

      g_assert_nonnull (after);
      g_assert_cmpuint (report.n_replaced, ==, may ? 1 : 0);
      g_assert_true ((after != solution) == may);
    }
}

/* In a managed solution nothing changes. */
static void
test_managed (void)
{
  g_autoptr (ScSolution) plain = find_make_solution ();
  g_autoptr (ScSolution) managed = sc_solution_copy (plain);
  g_autoptr (ScSolution) after = NULL;
  ScReplaceReport report;

  managed->managed = TRUE;
  after = replace_all (managed, COLUMNS, "budget", "Cost", &report);
  g_assert_true (after == managed);
  g_assert_cmpuint (report.n_replaced, ==, 0);
  g_assert_cmpuint (report.n_left_out[SC_OBSTACLE_LOCKED], ==, 19);
}

static char *
pick (GRand *rand, const char *const *words, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    g_string_append (text, words[g_rand_int_range (rand, 0, (int) n)]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* With a text that is nowhere else there and back again gives the same solution; every hit is in
 * its text; and Undo is the solution before. */
static void
test_there_and_back (void)
{
  static const char *const pieces[]
      = { "budget", "ADA",   "a",  "b",  "e",  "Lead", " ",    "🇩🇪",  "👩‍👩‍👧",
          "ß",      "תקציב", ".*", "to", "St", "-",    "0000", "cr_", "e\314\201" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261);
  g_autoptr (ScSolution) solution = find_make_solution ();
  guint n_changes = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = pick (rand, pieces, G_N_ELEMENTS (pieces));
      g_autoptr (ScHistory) history = sc_history_new (solution);
      g_autoptr (ScSolution) there = NULL;
      g_autoptr (ScSolution) back = NULL;
      ScReplaceReport report, reverse;
      const ScFindOptions options = { .text = text, .match_case = TRUE, .fields = SC_FIND_ALL };
      g_autofree char *found = find_write (solution, &options, NULL);

      there = replace_all (solution, CASE, text, "⟦ξ⟧", &report);
      if (*found == '\0')
        g_assert_true (there == solution);
      back = replace_all (there, CASE, "⟦ξ⟧", text, &reverse);
      g_assert_cmpuint (reverse.n_replaced, ==, report.n_replaced);
      g_assert_true (sc_solution_equal (back, solution));
      if (there == solution)
        continue;
      n_changes++;
      sc_history_commit (history, there, "Replace", NULL);
      g_assert_true (sc_history_undo (history) == solution);
      g_assert_true (sc_history_redo (history) == there);
    }
  g_assert_cmpuint (n_changes, >, 300);
}

static void
test_many (void)
{
  g_autoptr (ScSolution) solution = find_make_large (100, 100);
  gint64 start = g_get_monotonic_time ();
  ScReplaceReport report;
  g_autoptr (ScSolution) after = replace_all (solution, 0, "step", "stage", &report);

  g_test_message ("%u replaced in %.1f ms", report.n_replaced,
                  (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (report.n_replaced, ==, 10000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/replace/names", test_names);
  g_test_add_func ("/edit/replace/columns", test_columns);
  g_test_add_func ("/edit/replace/unknown-columns", test_unknown_columns);
  g_test_add_func ("/edit/replace/texts", test_texts);
  g_test_add_func ("/edit/replace/bad-replacement", test_bad_replacement);
  g_test_add_func ("/edit/replace/one", test_one);
  g_test_add_func ("/edit/replace/managed", test_managed);
  g_test_add_func ("/edit/replace/there-and-back", test_there_and_back);
  g_test_add_func ("/edit/replace/many", test_many);
  return g_test_run ();
}
