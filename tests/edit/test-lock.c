/* test-lock.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-lock.h"

#define FLOW "f0000000-0000-4000-8000-000000000001"

/* A solution of one flow, locked in that way, and another. */
static ScSolution *
make_solution (ScLock lock)
{
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  g_autoptr (ScSolution) one = sc_edit_flow_add (empty, FLOW, "Sales", "lead", NULL);
  g_autoptr (ScSolution) two = sc_edit_flow_add (one, NULL, "Service", "incident", NULL);
  ScSolution *solution = sc_edit_role_add (two, "r", "Rep", NULL);
  g_autoptr (ScFlow) flow = sc_flow_copy (sc_list_get (solution->flows, 0));

  solution->managed = lock == SC_LOCK_MANAGED;
  flow->locked = lock == SC_LOCK_NOT_CUSTOMIZABLE;
  flow->business_process_type = lock == SC_LOCK_TASK_FLOW ? SC_PROCESS_TASK_FLOW : SC_PROCESS_FLOW;
  sc_take_value (solution, flows, sc_list_replace (solution->flows, 0, flow));
  return solution;
}

static const ScFlow *
get_flow (const ScSolution *solution, guint position)
{
  return sc_list_get (solution->flows, position);
}

/* Takes over after. */
static gboolean
allows (const ScSolution *before, ScSolution *after)
{
  g_autoptr (ScSolution) owned = after;
  g_autoptr (GError) error = NULL;
  gboolean allowed;

  g_assert_nonnull (owned);
  allowed = sc_lock_allows (before, owned, &error);
  if (!allowed)
    g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_LOCKED);
  return allowed;
}

static void
test_allows (void)
{
  static const struct
  {
    ScLock lock;
    gboolean edits_flow, edits_other, deletes;
  } cases[] = {
    { SC_LOCK_NONE, TRUE, TRUE, TRUE },
    { SC_LOCK_MANAGED, FALSE, FALSE, FALSE },
    { SC_LOCK_NOT_CUSTOMIZABLE, FALSE, TRUE, TRUE },
    { SC_LOCK_TASK_FLOW, FALSE, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) solution = make_solution (cases[i].lock);
      const char *other = get_flow (solution, 1)->id;

      g_assert_cmpint (sc_lock_get (solution, get_flow (solution, 0)), ==, cases[i].lock);
      g_assert_cmpint (sc_lock_explain (cases[i].lock) != NULL, ==, cases[i].lock != SC_LOCK_NONE);
      g_assert_true (allows (solution, sc_solution_ref (solution)));
      g_assert_cmpint (allows (solution, sc_edit_flow_set_order (solution, FLOW, 7, NULL)), ==,
                       cases[i].edits_flow);
      g_assert_cmpint (allows (solution, sc_edit_flow_set_order (solution, other, 7, NULL)), ==,
                       cases[i].edits_other);
      g_assert_cmpint (allows (solution, sc_edit_role_delete (solution, "r", NULL)), ==,
                       cases[i].edits_other);
      g_assert_cmpint (allows (solution, sc_edit_flow_delete (solution, FLOW, NULL)), ==,
                       cases[i].deletes);
    }
}

static void
test_unlock (void)
{
  g_autoptr (ScSolution) customizable = make_solution (SC_LOCK_NONE);
  g_autoptr (ScSolution) managed = make_solution (SC_LOCK_MANAGED);
  g_autoptr (ScSolution) locked = make_solution (SC_LOCK_NOT_CUSTOMIZABLE);
  g_autoptr (ScSolution) task = make_solution (SC_LOCK_TASK_FLOW);
  g_autoptr (ScSolution) free_managed = sc_edit_solution_unlock (managed);
  g_autoptr (ScSolution) free_locked = sc_edit_solution_unlock (locked);
  g_autoptr (ScSolution) free_task = sc_edit_solution_unlock (task);
  g_autoptr (ScSolution) same = sc_edit_solution_unlock (customizable);

  g_assert_true (same == customizable);
  g_assert_false (free_managed->managed);
  g_assert_true (free_managed->flows == managed->flows);
  g_assert_false (get_flow (free_locked, 0)->locked);
  g_assert_true (get_flow (locked, 0)->locked);
  g_assert_cmpint (sc_lock_get (free_task, get_flow (free_task, 0)), ==, SC_LOCK_TASK_FLOW);
}

/* A copy is one's own; a task flow is not worth one. */
static void
test_copies (void)
{
  g_autoptr (ScSolution) locked = make_solution (SC_LOCK_NOT_CUSTOMIZABLE);
  g_autoptr (ScSolution) task = make_solution (SC_LOCK_TASK_FLOW);
  g_autoptr (ScSolution) copied = sc_edit_flow_copy (locked, FLOW, NULL, NULL, FALSE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_lock_allows (locked, copied, NULL));
  g_assert_cmpint (sc_lock_get (copied, get_flow (copied, 0)), ==, SC_LOCK_NOT_CUSTOMIZABLE);
  g_assert_cmpint (sc_lock_get (copied, get_flow (copied, 1)), ==, SC_LOCK_NONE);
  g_assert_null (sc_edit_flow_copy (task, FLOW, NULL, NULL, FALSE, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

static void
test_publisher (void)
{
  g_autoptr (ScSolution) start = sc_edit_solution_new ();
  g_autoptr (ScSolution) after = sc_edit_solution_set_publisher (start, "Contoso AG", 45678, NULL);
  g_autoptr (ScSolution) same = sc_edit_solution_set_publisher (after, NULL, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (after->publisher_title, ==, "Contoso AG");
  g_assert_cmpint (after->option_prefix, ==, 45678);
  g_assert_true (same == after);
  g_assert_null (sc_edit_solution_set_publisher (start, NULL, 100000, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/lock/allows", test_allows);
  g_test_add_func ("/edit/lock/unlock", test_unlock);
  g_test_add_func ("/edit/lock/copies", test_copies);
  g_test_add_func ("/edit/publisher", test_publisher);
  return g_test_run ();
}
