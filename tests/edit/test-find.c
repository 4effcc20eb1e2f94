/* test-find.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "find-fixture.h"

#include <string.h>

/* A star is behind what cannot be replaced. */
static void
test_kinds (void)
{
  static const struct
  {
    ScFindFields fields;
    const char *text, *expected;
  } cases[] = {
    { SC_FIND_NAMES, "budget",
      "flow label 1033 8+6 Lead to Budget\n"
      "flow label 1031 13+6 Vom Lead zum Budget\n"
      "flow description 4+6 The budget is asked for.\n"
      "step label 1033 0+6 Budget\n"
      "step label 1031 4+6 Das Budget\n"
      "step label 1033 6+6 Check budget\n"
      "workflow process* 0+6 Budget mail\n"
      "branch name 6+6 Large budget\n"
      "flow name* 0+6 Budget of others\n"
      "role name 0+6 Budget owner" },
    { SC_FIND_COLUMNS, "budget",
      "step column 0+6 budgetamount\n"
      "step column-label* 0+6 Budget Amount\n"
      "clause column 0+6 budgetamount\n"
      "clause column-label* 0+6 Budget Amount\n"
      "clause column 0+6 budgetamount\n"
      "relationship relationship* 17+6 lead_opportunity_budget" },
    { SC_FIND_COLUMNS, "lead",
      "stage table* 0+4 lead\n"
      "relationship relationship* 0+4 lead_opportunity_budget" },
    { SC_FIND_COLUMNS, "prospect", "stage table-label* 0+8 Prospect" },
    { SC_FIND_VALUES, "budget", "clause value* 0+6 Budget GmbH" },
    { SC_FIND_VALUES, "1000", "clause value* 0+4 1000" },
    { SC_FIND_VALUES, "feed", "clause value* 32+4 d0000000-0000-4000-8000-00000000feed" },
    { SC_FIND_IDS, "budget",
      "flow unique-name* 9+6 cr_leadtobudget\n"
      "step unique-name* 8+6 cr_CheckBudget" },
    { SC_FIND_IDS, "BEEF", "stage id* 32+4 a0000000-0000-4000-8000-00000000beef" },
    { SC_FIND_IDS, "{A0000000-0000-4000-8000-00000000BEEF}",
      "stage id* 0+36 a0000000-0000-4000-8000-00000000beef" },
    { SC_FIND_IDS, "cafe", "step process-id* 32+4 c0000000-0000-4000-8000-00000000cafe" },
    { SC_FIND_IDS, "dead", "workflow process-id* 32+4 e0000000-0000-4000-8000-00000000dead" },
    { SC_FIND_ALL, "qualify", "stage label 1033 0+7 Qualify" },
    { SC_FIND_ALL, "New Step", "" },
    { SC_FIND_ALL, "nothing of that", "" },
    { SC_FIND_ALL, "", "" },
  };
  g_autoptr (ScSolution) solution = find_make_solution ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScFindOptions options = { .text = cases[i].text, .fields = cases[i].fields };
      g_autofree char *found = find_write (solution, &options, NULL);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* In one flow only. */
static void
test_scope (void)
{
  const ScFindOptions options = { .text = "of", .fields = SC_FIND_NAMES };
  g_autoptr (ScSolution) solution = find_make_solution ();
  g_autofree char *all = find_write (solution, &options, NULL);
  g_autofree char *first = find_write (solution, &options, FIND_FLOW);
  g_autofree char *second = find_write (solution, &options, FIND_LOCKED);
  g_autofree char *none = find_write (solution, &options, "no such flow");

  g_assert_cmpstr (all, ==, "flow name* 7+2 Budget of others");
  g_assert_cmpstr (first, ==, "");
  g_assert_cmpstr (second, ==, all);
  g_assert_cmpstr (none, ==, "");
}

/* A solution of one role with that name: what is found in it as "start+length …". */
static char *
find_in (const char *text, const ScFindOptions *options)
{
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (ScRole) role = sc_role_new ();
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFindQuery) query = sc_find_query_new (options, &error);
  g_autoptr (ScFindResult) result = NULL;

  g_assert_no_error (error);
  sc_set_string (role, name, text);
  sc_take_value (solution, roles, sc_list_append (NULL, role));
  result = sc_find (solution, query, NULL, 100, &error);
  g_assert_no_error (error);
  sc_list_foreach (result->hits, const ScHit *, hit)
    g_string_append_printf (found, "%s%d+%d", hit_i > 0 ? " " : "", hit->start, hit->length);
  return g_string_free (g_steal_pointer (&found), FALSE);
}

#define CASE  1
#define WORD  2
#define REGEX 4

static void
test_matching (void)
{
  static const struct
  {
    int flags;
    const char *needle, *text, *expected;
  } cases[] = {
    { 0, "AB", "ab Ab aB", "0+2 3+2 6+2" },
    { CASE, "Ab", "ab Ab aB", "3+2" },
    { 0, "aa", "aaaaa", "0+2 2+2" },
    { 0, "aba", "ababa", "0+3" },
    { 0, "a.c", "abc a.c", "4+3" },
    { WORD, "step", "step steps my_step (Step)", "0+4 20+4" },
    { WORD, "(step)", "a(step)b (step)", "1+6 9+6" },
    { WORD, "o", "o ö o", "0+1 4+1" },
    /* Case folding beyond ASCII. */
    { 0, "STRASSE", "Straße", "" },
    { 0, "STRAẞE", "Straße", "0+6" },
    { 0, "ÄRGER", "Mehr ärger", "5+5" },
    { CASE, "ÄRGER", "Mehr ärger", "" },
    { 0, "ΟΔΟΣ", "οδος", "0+4" },
    { 0, "kelvin", "\342\204\252elvin", "0+6" },
    /* What is read as one character is not cut. */
    { 0, "e", "e\314\201 e", "3+1" },
    { 0, "👩", "👩‍👩‍👧 👩", "6+1" },
    { 0, "👍", "👍🏽 👍", "3+1" },
    { 0, "🇩🇪", "🇩🇪🇪🇸", "0+2" },
    { 0, "🇪🇪", "🇩🇪🇪🇸", "" },
    { 0, "תקציב", "התקציב תקציב", "1+5 7+5" },
    { WORD, "תקציב", "התקציב תקציב", "7+5" },
    { REGEX, "b+", "abbb B", "1+3 5+1" },
    { REGEX | CASE, "b+", "abbb B", "1+3" },
    { REGEX, "a*", "baac", "1+2" },
    { REGEX, "^s|p$", "step", "0+1 3+1" },
    { REGEX, "\\w+", "Größe ש", "0+5 6+1" },
    { REGEX, "ÄR", "ärger", "0+2" },
    { REGEX, ".", "e\314\201👩‍👩", "" },
    { REGEX | WORD, "st\\w*", "steps best", "0+5" },
    { REGEX, "", "abc", "" },
    { REGEX, "(?<=a)b", "ab b", "1+1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScFindOptions options = {
        .text = cases[i].needle,
        .match_case = (cases[i].flags & CASE) != 0,
        .whole_word = (cases[i].flags & WORD) != 0,
        .regex = (cases[i].flags & REGEX) != 0,
        .fields = SC_FIND_ALL,
      };
      g_autofree char *found = find_in (cases[i].text, &options);

      g_test_message ("%s in %s", cases[i].needle, cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_bad_patterns (void)
{
  static const char *const patterns[]
      = { "(", ")", "[a", "*", "a{3,1}", "\\", "[z-a]", "(?<=a+)b", "\\2(a)", "(?P<n", "a**+++" };
  g_autofree char *long_one = g_strnfill (5000, 'a');

  for (guint i = 0; i <= G_N_ELEMENTS (patterns); i++)
    {
      const ScFindOptions options = { .text = i < G_N_ELEMENTS (patterns) ? patterns[i] : long_one,
                                      .regex = TRUE,
                                      .fields = SC_FIND_ALL };
      g_autoptr (GError) error = NULL;
      g_autoptr (ScFindQuery) query = sc_find_query_new (&options, &error);

      g_assert_null (query);
      g_assert_error (error, SC_FIND_ERROR, SC_FIND_ERROR_PATTERN);
      g_assert_true (g_str_has_suffix (error->message, "."));
      /* In words of ours. */
      g_assert_null (strstr (error->message, "PCRE"));
      g_assert_null (strstr (error->message, "LIMIT"));
    }
}

/* Patterns that would be tried for years end soon, with an error. */
static void
test_effort (void)
{
  static const char *const patterns[] = { "(a+)+$", "(a|aa)+$", "(a|a)*[bc]", "(\\w+\\s?)*[x-z]" };
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (ScRole) role = sc_role_new ();
  g_autofree char *letters = g_strnfill (4000, 'a');
  g_autofree char *text = g_strconcat (letters, "!", NULL);

  sc_set_string (role, name, text);
  sc_take_value (solution, roles, sc_list_append (NULL, role));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      const ScFindOptions options = { .text = patterns[i], .regex = TRUE, .fields = SC_FIND_NAMES };
      g_autoptr (GError) error = NULL;
      g_autoptr (ScFindQuery) query = sc_find_query_new (&options, &error);
      gint64 start = g_get_monotonic_time ();
      ScFindResult *result;

      g_assert_no_error (error);
      result = sc_find (solution, query, NULL, 10, &error);
      g_assert_null (result);
      g_assert_error (error, SC_FIND_ERROR, SC_FIND_ERROR_EFFORT);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_TIME_SPAN_SECOND);
    }
}

/* The count is right where the list ends before. */
static void
test_many (void)
{
  const ScFindOptions options = { .text = "e", .fields = SC_FIND_ALL };
  g_autoptr (ScSolution) solution = find_make_large (100, 100);
  g_autoptr (ScFindQuery) query = sc_find_query_new (&options, NULL);
  g_autoptr (ScFindResult) few = NULL;
  g_autoptr (ScFindResult) all = NULL;
  gint64 start = g_get_monotonic_time ();

  few = sc_find (solution, query, NULL, 1000, NULL);
  g_test_message ("%u hits, 1000 of them listed, in %.1f ms", few->n_hits,
                  (double) (g_get_monotonic_time () - start) / 1000);
  start = g_get_monotonic_time ();
  all = sc_find (solution, query, NULL, G_MAXUINT, NULL);
  g_test_message ("%u hits, all listed, in %.1f ms", all->n_hits,
                  (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (sc_list_length (few->hits), ==, 1000);
  g_assert_cmpuint (few->n_hits, ==, all->n_hits);
  g_assert_cmpuint (few->n_editable, ==, all->n_editable);
  g_assert_cmpuint (sc_list_length (all->hits), ==, all->n_hits);
  g_assert_cmpuint (all->n_hits, >=, 30000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/find/kinds", test_kinds);
  g_test_add_func ("/edit/find/scope", test_scope);
  g_test_add_func ("/edit/find/matching", test_matching);
  g_test_add_func ("/edit/find/bad-patterns", test_bad_patterns);
  g_test_add_func ("/edit/find/effort", test_effort);
  g_test_add_func ("/edit/find/many", test_many);
  return g_test_run ();
}
