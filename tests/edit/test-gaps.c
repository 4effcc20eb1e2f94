/* test-gaps.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "gaps.h"
#include "random-edits.h"
#include "sc-removal.h"
#include "sc-uses.h"

/* Whatever a file leaves out: every edit does what it can or says why not, and nothing comes to be
 * called "(null)". */

#define SEED    20261124
#define N_FIRST 60 /* edits before something is left out */
#define N_EDITS 25 /* after it */

typedef struct
{
  RandomEdits *edits;
  guint n_gaps;
  guint n_changed;
  guint n_refused;
  guint n_lost;
} Session;

static void
check_refusal (const GError *error, const char *kind, const char *where)
{
  if (error == NULL || *error->message == '\0' || !g_utf8_validate (error->message, -1, NULL))
    g_error ("%s: %s refuses without a reason", where, kind);
  gaps_check_text (error->message, where);
}

static guint
count_gone (const ScList *before, const ScList *after)
{
  guint n = 0;

  sc_list_foreach (before, gconstpointer, item)
    {
      n += sc_list_index (after, item) < 0;
    }
  return n;
}

/* What is said of an edit before it is made. */
static void
check_announced (Session *self,
                 const ScSolution *before,
                 const ScSolution *after,
                 const char *where)
{
  g_autoptr (ScRemoval) removal = sc_removal_find (before, after);
  g_autoptr (ScList) lost = sc_uses_find_lost (before, after);
  g_autoptr (ScSolution) without = sc_uses_drop_clauses (after, lost);
  g_autofree char *sum = lost != NULL ? sc_uses_sum_up (lost) : NULL;

  for (guint i = 0; i < SC_N_REMOVED; i++)
    {
      g_autofree char *count = sc_removal_count (removal, (ScRemovedKind) i);

      g_assert_true ((count != NULL) == (removal->names[i]->len > 0));
      for (guint k = 0; k < removal->names[i]->len; k++)
        gaps_check_text (g_ptr_array_index (removal->names[i], k), where);
    }
  /* What an edit did not touch is not gone, named or not. */
  g_assert_cmpuint (removal->names[SC_REMOVED_FLOWS]->len, <=,
                    count_gone (before->flows, after->flows));
  g_assert_cmpuint (removal->names[SC_REMOVED_TABLES]->len, <=,
                    count_gone (before->tables, after->tables));
  g_assert_cmpuint (removal->names[SC_REMOVED_RELATIONSHIPS]->len, <=,
                    count_gone (before->relationships, after->relationships));
  gaps_check_texts (lost, where);
  gaps_check_texts (without, where);
  g_assert_true ((sum != NULL) == (lost != NULL));
  self->n_lost += lost != NULL;
}

/* One edit; what comes of it, or NULL. */
static ScSolution *
edit (Session *self, const ScSolution *before, const char *where)
{
  g_autoptr (GError) error = NULL;
  const char *kind;
  g_autoptr (ScSolution) after = random_edits_next (self->edits, before, &kind, &error);

  if (after == NULL)
    {
      check_refusal (error, kind, where);
      self->n_refused++;
      return NULL;
    }
  g_assert_no_error (error);
  if (after == before)
    return NULL;
  if (sc_solution_equal (before, after))
    g_error ("%s: %s makes another solution that says the same", where, kind);
  gaps_check_texts (after, where);
  check_announced (self, before, after, where);
  self->n_changed++;
  return g_steal_pointer (&after);
}

static void
check_edits (const ScSolution *solution, const char *where, gpointer data)
{
  g_autoptr (ScSolution) current = sc_solution_ref (solution);

  for (guint i = 0; i < N_EDITS; i++)
    {
      ScSolution *after = edit (data, current, where);

      if (after == NULL)
        continue;
      sc_solution_unref (current);
      current = after;
    }
}

static void
check_start (Session *self, guint32 seed)
{
  g_autoptr (ScSolution) whole = NULL;

  self->edits = random_edits_new (seed);
  whole = random_edits_start (self->edits);
  for (guint i = 0; i < N_FIRST; i++)
    {
      ScSolution *after = edit (self, whole, "at the start");

      if (after == NULL)
        continue;
      sc_solution_unref (whole);
      whole = after;
    }
  self->n_gaps += gaps_foreach (whole, check_edits, self);
  random_edits_free (self->edits);
}

static void
test_edits (void)
{
  guint n = g_getenv ("STAGECRAFT_SOAK") != NULL ? 300 : 3;
  Session session = { 0 };

  for (guint i = 0; i < n; i++)
    check_start (&session, SEED + i);
  g_test_message ("%u gaps: %u edits, %u refused, %u took the ground from something",
                  session.n_gaps, session.n_changed, session.n_refused, session.n_lost);
  g_assert_cmpuint (session.n_gaps, >, 500 * n);
  g_assert_cmpuint (session.n_changed, >, 5 * session.n_gaps);
  g_assert_cmpuint (session.n_refused, >, 5 * session.n_gaps);
  g_assert_cmpuint (session.n_lost, >, session.n_gaps / 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/gaps/edits", test_edits);
  return g_test_run ();
}
