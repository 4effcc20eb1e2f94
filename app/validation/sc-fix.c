/* sc-fix.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-fix-private.h"

#include "sc-rule-private.h"

void
sc_fix_free (ScFix *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  sc_solution_unref (self->after);
  g_free (self);
}

gboolean
sc_rule_has_fixes (const ScRule *rule)
{
  return rule->repair != NULL;
}

gboolean
sc_rule_can_fix_all (const ScRule *rule)
{
  return rule->repair != NULL && rule->repair_all;
}

void
sc_repair_take (ScRepair *self, ScSolution *after, const char *format, ...)
{
  ScFix *fix;
  va_list args;

  if (after == NULL || after == self->solution)
    {
      sc_solution_unref (after);
      return;
    }
  fix = g_new (ScFix, 1);
  va_start (args, format);
  fix->title = g_strdup_vprintf (format, args);
  va_end (args);
  fix->after = after;
  g_ptr_array_add (self->fixes, fix);
}

ScSolution *
sc_repair_then (ScSolution *before, ScSolution *after)
{
  sc_solution_unref (before);
  return after;
}

const char *
sc_repair_name_flow (const ScRepair *self)
{
  return self->flow != NULL ? sc_flow_get_label (self->flow, self->solution->language) : "";
}

const char *
sc_repair_name_stage (const ScRepair *self)
{
  return self->stage != NULL ? sc_stage_get_label (self->stage, self->solution->language) : "";
}

const char *
sc_repair_name_step (const ScRepair *self)
{
  return self->step != NULL ? sc_step_get_label (self->step, self->solution->language) : "";
}

const char *
sc_repair_name_table (const ScRepair *self, const char *table)
{
  const char *label = sc_solution_get_table_label (self->solution, table);

  return label != NULL ? label : "";
}

char *
sc_repair_shorten (const char *text, glong max)
{
  if (text == NULL)
    return NULL;
  return g_strchomp (g_utf8_strlen (text, -1) > max ? g_utf8_substring (text, 0, max)
                                                    : g_strdup (text));
}

/* Repairs go by ids, and some files leave these out: then the repairs of F-12, ST-05 and SP-03 come
 * first. */
static gboolean
is_named (const ScProblem *problem)
{
  const ScRule *rule = problem->rule;
  guint names = rule->repair_names | (rule->scope >= SC_SCOPE_STAGE ? SC_NAMES_STAGE : 0)
                | (rule->scope >= SC_SCOPE_STEP ? SC_NAMES_STEP : 0);

  return (problem->flow != NULL || names & SC_NAMES_NOTHING)
         && (problem->stage != NULL || !(names & SC_NAMES_STAGE))
         && (problem->step != NULL || !(names & SC_NAMES_STEP))
         && (problem->role != NULL || !(names & SC_NAMES_ROLE));
}

/* FALSE when what the problem names is no longer there. */
static gboolean
look_up (ScRepair *self)
{
  const ScProblem *problem = self->problem;

  if (!is_named (problem))
    return FALSE;
  if (problem->flow != NULL)
    {
      self->flow = sc_solution_find_flow (self->solution, problem->flow, NULL);
      if (self->flow == NULL)
        return FALSE;
    }
  if (problem->step != NULL && self->flow != NULL)
    {
      self->step = sc_flow_find_step (self->flow, problem->step, &self->stage, NULL);
      if (self->step == NULL)
        return FALSE;
    }
  if (problem->stage != NULL && self->flow != NULL)
    {
      self->stage = sc_flow_find_stage (self->flow, problem->stage, NULL);
      if (self->stage == NULL)
        return FALSE;
    }
  if (problem->role != NULL)
    {
      self->role = sc_solution_find_role (self->solution, problem->role, NULL);
      return self->role != NULL;
    }
  return TRUE;
}

/* What the rule offers, whether it helps or not. */
static GPtrArray *
work_out (const ScSolution *solution, const ScProblem *problem)
{
  ScRepair repair = { .solution = solution, .problem = problem };

  repair.fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_fix_free);
  if (problem->rule->repair != NULL && look_up (&repair))
    problem->rule->repair (&repair);
  return repair.fixes;
}

static guint
problem_hash (gconstpointer data)
{
  const ScProblem *problem = data;

  return g_str_hash (problem->message) ^ g_direct_hash (problem->rule);
}

static gboolean
problem_equal (gconstpointer a, gconstpointer b)
{
  const ScProblem *p = a, *q = b;

  return p->rule == q->rule && sc_problem_equal (p, q);
}

static GHashTable *
index_problems (const ScList *problems)
{
  GHashTable *index = g_hash_table_new (problem_hash, problem_equal);

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      g_hash_table_add (index, (gpointer) problem);
    }
  return index;
}

/* How many problems of a rule are errors; of NULL: of all rules. */
static guint
count_errors (const ScList *problems, const ScRule *rule)
{
  guint n = 0;

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      if (problem->severity == SC_SEVERITY_ERROR && (rule == NULL || problem->rule == rule))
        n++;
    }
  return n;
}

static guint
count_of_rule (const ScList *problems, const ScRule *rule)
{
  guint n = 0;

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      if (problem->rule == rule)
        n++;
    }
  return n;
}

/* A repair that renames something changes the messages of problems that stay, so these are
 * counted. */
static gboolean
helps (ScValidator *validator, const ScFix *fix, const ScList *before, const ScProblem *problem)
{
  g_autoptr (ScList) after = sc_validator_run (validator, fix->after);
  const ScRule *rule = problem->rule;

  return count_of_rule (after, rule) < count_of_rule (before, rule)
         && count_errors (after, NULL) - count_errors (after, rule)
                <= count_errors (before, NULL) - count_errors (before, rule);
}

GPtrArray *
sc_fix_list (ScValidator *validator, const ScSolution *solution, const ScProblem *problem)
{
  GPtrArray *fixes = work_out (solution, problem);
  g_autoptr (ScList) before = NULL;

  if (fixes->len == 0)
    return fixes;
  before = sc_validator_run (validator, solution);
  for (guint i = fixes->len; i-- > 0;)
    {
      if (!helps (validator, g_ptr_array_index (fixes, i), before, problem))
        g_ptr_array_remove_index (fixes, i);
    }
  return fixes;
}

ScSolution *
sc_fix_all (ScValidator *validator,
            const ScSolution *solution,
            const ScList *problems,
            const ScRule *rule,
            guint *n_fixed)
{
  ScSolution *after = sc_solution_ref (solution);
  guint n_before = 0;
  g_autoptr (ScList) rest = NULL;

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      g_autoptr (GPtrArray) fixes = NULL;
      const ScFix *best;

      if (problem->rule != rule)
        continue;
      n_before++;
      if (!sc_rule_can_fix_all (rule))
        continue;
      fixes = work_out (after, problem);
      if (fixes->len == 0 || (rule->repair_only_one && fixes->len > 1))
        continue;
      best = g_ptr_array_index (fixes, 0);
      after = sc_repair_then (after, sc_solution_ref (best->after));
    }
  rest = sc_validator_run (validator, after);
  *n_fixed = n_before - MIN (n_before, count_of_rule (rest, rule));
  if (*n_fixed == 0)
    after = sc_repair_then (after, sc_solution_ref (solution));
  return after;
}

void
sc_fix_compare (ScValidator *validator,
                const ScSolution *before,
                const ScSolution *after,
                guint *n_gone,
                guint *n_new)
{
  g_autoptr (ScList) old = sc_validator_run (validator, before);
  g_autoptr (ScList) new = sc_validator_run (validator, after);
  g_autoptr (GHashTable) old_index = index_problems (old);
  g_autoptr (GHashTable) new_index = index_problems (new);

  *n_gone = *n_new = 0;
  sc_list_foreach (old, const ScProblem *, problem)
    {
      *n_gone += !g_hash_table_contains (new_index, problem);
    }
  sc_list_foreach (new, const ScProblem *, problem)
    {
      *n_new += !g_hash_table_contains (old_index, problem);
    }
}
