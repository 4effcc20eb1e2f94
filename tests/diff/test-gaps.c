/* test-gaps.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "gaps.h"
#include "random-edits.h"
#include "sc-diff.h"
#include "sc-merge.h"

/* Whatever a file leaves out: it is told of, and merged with what somebody else did. */

#define SEED    20261123
#define N_FIRST 40

typedef struct
{
  RandomEdits *edits;
  const ScSolution *whole;
  guint n_silent;
  guint n_conflicts;
  guint n_merged;
} Session;

static void
check_differences (const ScList *differences, const char *where)
{
  g_autofree char *all = sc_diff_summarize (differences, G_MAXUINT);

  gaps_check_texts (differences, where);
  gaps_check_text (all, where);
  sc_list_foreach (differences, const ScDifference *, difference)
    {
      g_autofree char *text = sc_difference_describe (difference);

      gaps_check_text (text, where);
      g_assert_cmpstr (sc_difference_kind_get_title ((ScDifferenceKind) difference->kind), !=, "");
    }
}

/* Only one of two changed anything, or both did the same: that is what comes of it. */
static void
check_one_side (const ScSolution *base, const ScSolution *other, const char *where)
{
  const ScSolution *const sides[][2] = { { other, base }, { base, other }, { other, other } };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (ScList) conflicts = NULL;
      g_autoptr (ScSolution) merged = sc_merge (base, sides[i][0], sides[i][1], &conflicts);

      if (conflicts != NULL || !sc_solution_equal (merged, other))
        g_error ("%s: something else comes of a merge with nothing (%u)", where, i);
    }
}

static ScSolution *
edit (Session *self, const ScSolution *before)
{
  const char *kind;
  ScSolution *after = random_edits_next (self->edits, before, &kind, NULL);

  return after != NULL ? after : sc_solution_ref (before);
}

static void
check_gap (const ScSolution *solution, const char *where, gpointer data)
{
  Session *self = data;
  g_autoptr (ScList) there = sc_diff (self->whole, solution);
  g_autoptr (ScList) back = sc_diff (solution, self->whole);
  g_autoptr (ScList) none = sc_diff (solution, solution);
  g_autoptr (ScSolution) mine = edit (self, solution);
  g_autoptr (ScSolution) theirs = edit (self, self->whole);
  g_autoptr (ScList) conflicts = NULL;
  g_autoptr (ScSolution) merged = NULL;

  g_assert_null (none);
  g_assert_true ((there == NULL) == (back == NULL));
  self->n_silent += there == NULL;
  check_differences (there, where);
  check_differences (back, where);
  check_one_side (self->whole, solution, where);
  merged = sc_merge (self->whole, mine, theirs, &conflicts);
  check_differences (conflicts, where);
  gaps_check_texts (merged, where);
  self->n_conflicts += conflicts != NULL;
  self->n_merged++;
}

static void
test_gaps (void)
{
  Session session = { .edits = random_edits_new (SEED) };
  g_autoptr (ScSolution) whole = random_edits_start (session.edits);
  guint n;

  for (guint i = 0; i < N_FIRST; i++)
    {
      ScSolution *after = edit (&session, whole);

      sc_solution_unref (whole);
      whole = after;
    }
  session.whole = whole;
  n = gaps_foreach (whole, check_gap, &session);
  g_test_message ("%u gaps, %u of them not told of; %u merges with conflicts", n, session.n_silent,
                  session.n_conflicts);
  g_assert_cmpuint (session.n_merged, ==, n);
  g_assert_cmpuint (n, >, 500);
  g_assert_cmpuint (session.n_silent, <, n / 50);
  g_assert_cmpuint (session.n_conflicts, >, 0);
  random_edits_free (session.edits);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/gaps", test_gaps);
  return g_test_run ();
}
