/* sc-trial.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-trial.h"

#include "sc-id.h"

struct _ScTrial
{
  const ScSolution *before; /* owned */
  ScValidator *validator;
  ScList *problems; /* those of before */
};

ScTrial *
sc_trial_new (const ScSolution *before)
{
  ScTrial *self = g_new0 (ScTrial, 1);

  self->before = sc_solution_ref (before);
  self->validator = sc_validator_new ();
  self->problems = sc_validator_run (self->validator, before);
  return self;
}

void
sc_trial_free (ScTrial *self)
{
  sc_validator_free (self->validator);
  sc_list_unref (self->problems);
  sc_solution_unref ((ScSolution *) self->before);
  g_free (self);
}

/* Those of problems, worse than advice, that are not the same pointer in others. */
static GPtrArray *
find_other (const ScList *problems, const ScList *others)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GPtrArray *other = g_ptr_array_new ();

  sc_list_foreach (others, const ScProblem *, problem)
    {
      g_hash_table_add (known, (gpointer) problem);
    }
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      if (problem->severity > SC_SEVERITY_ADVICE && !g_hash_table_contains (known, problem))
        g_ptr_array_add (other, (gpointer) problem);
    }
  return other;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const ScProblem *one = *(const ScProblem *const *) a, *other = *(const ScProblem *const *) b;

  return other->severity - one->severity;
}

static ScList *
make_list (GPtrArray *problems)
{
  GPtrArray *list = sc_list_collect ();

  g_ptr_array_sort (problems, compare);
  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (list, sc_problem_ref (g_ptr_array_index (problems, i)));
  return sc_list_new_take (list);
}

static gboolean
same_id (const char *a, const char *b)
{
  return (a == NULL && b == NULL) || sc_id_equal (a, b);
}

/* What is wrong with a step goes along with it to another stage. */
static gboolean
is_same (const ScProblem *a, const ScProblem *b)
{
  return a->rule == b->rule && same_id (a->flow, b->flow) && same_id (a->step, b->step)
         && (a->step != NULL || same_id (a->stage, b->stage)) && same_id (a->role, b->role);
}

/* A problem whose figures or names are others now has neither come nor gone. */
static void
drop_pairs (GPtrArray *come, GPtrArray *gone)
{
  for (guint i = come->len; i > 0; i--)
    for (guint j = gone->len; j > 0; j--)
      if (is_same (g_ptr_array_index (come, i - 1), g_ptr_array_index (gone, j - 1)))
        {
          g_ptr_array_remove_index (come, i - 1);
          g_ptr_array_remove_index (gone, j - 1);
          break;
        }
}

void
sc_trial_run (ScTrial *self, const ScSolution *after, ScList **caused, ScList **solved)
{
  g_autoptr (ScList) problems = sc_validator_run (self->validator, after);
  g_autoptr (GPtrArray) come = find_other (problems, self->problems);
  g_autoptr (GPtrArray) gone = find_other (self->problems, problems);

  drop_pairs (come, gone);
  *caused = make_list (come);
  *solved = make_list (gone);
}
