/* sc-access-warnings.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-warnings.h"

#include <glib/gi18n-lib.h>

#include "sc-access-edit.h"
#include "sc-fix.h"
#include "sc-id.h"

/* The one that is said of a flow and not of its roles: all that read it are meant. */
#define READ_PROCESS "P-06"

static gboolean
same_id (gconstpointer a, gconstpointer b)
{
  return sc_id_equal (a, b);
}

static gboolean
reads (const ScAccessTarget *target, const ScRole *role)
{
  return sc_access_target_get_level (target, role, SC_ACCESS_READ) != SC_LEVEL_NONE;
}

/* target: the open flow. */
static gboolean
is_about (const ScProblem *problem, const ScAccessTarget *target, const ScRole *role)
{
  if (!sc_id_equal (problem->flow, target->id))
    return FALSE;
  if (problem->role != NULL)
    return sc_id_equal (problem->role, role->id);
  return g_str_equal (sc_rule_get_id (problem->rule), READ_PROCESS) && reads (target, role);
}

static char *
describe (const ScList *problems, const ScAccessTarget *target, const ScRole *role)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      if (is_about (problem, target, role))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", problem->message);
    }
  return g_string_free (text, text->len == 0);
}

/* The problems of that flow with its roles; of thousands in a solution those are few. */
static ScList *
list_problems (ScEditor *editor, const ScFlow *flow)
{
  GPtrArray *found = sc_list_collect ();

  sc_list_foreach (sc_editor_get_problems (editor), const ScProblem *, problem)
    {
      if (sc_id_equal (problem->flow, flow->id)
          && (problem->role != NULL || g_str_equal (sc_rule_get_id (problem->rule), READ_PROCESS)))
        g_ptr_array_add (found, sc_problem_ref (problem));
    }
  return sc_list_new_take (found);
}

GHashTable *
sc_access_warnings_list (ScEditor *editor)
{
  GHashTable *warnings = g_hash_table_new_full (sc_id_hash, same_id, g_free, g_free);
  const ScSolution *solution = sc_editor_get_solution (editor);
  const ScFlow *flow = sc_editor_get_flow (editor);
  g_autoptr (ScAccessTarget) target = sc_access_target_new_flow (solution, flow);
  g_autoptr (ScList) problems = list_problems (editor, flow);

  sc_list_foreach (problems != NULL ? solution->roles : NULL, const ScRole *, role)
    {
      char *text = describe (problems, target, role);

      if (text != NULL)
        g_hash_table_insert (warnings, g_strdup (role->id), text);
    }
  return warnings;
}

/* The widest level at which the role reads a table of the flow. */
static ScLevel
find_read_level (const ScList *targets, const ScRole *role)
{
  ScLevel widest = SC_LEVEL_NONE;

  sc_list_foreach (targets, const ScAccessTarget *, target)
    {
      if (target->kind == SC_TARGET_TABLE)
        widest = MAX (widest, sc_access_target_get_level (target, role, SC_ACCESS_READ));
    }
  return widest;
}

/* What validation leaves to a person, since only they know how far the role should see: here the
 * other tables are at hand, and what it reads of them is the measure. */
static void
offer_reading (ScEditor *editor, const ScRole *role, GPtrArray *fixes)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  g_autoptr (ScList) targets = sc_access_target_list_around (
      solution, sc_editor_get_metadata (editor), sc_editor_get_flow (editor));
  ScLevel level = find_read_level (targets, role);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (ScAccessCell));
  ScFix *fix;

  sc_list_foreach (level != SC_LEVEL_NONE ? targets : NULL, const ScAccessTarget *, target)
    {
      ScAccessCell cell = { target, role->id, SC_ACCESS_READ, level };

      if (target->kind == SC_TARGET_TABLE && sc_access_target_has (target, SC_ACCESS_READ)
          && !reads (target, role))
        g_array_append_val (cells, cell);
    }
  if (cells->len == 0)
    return;
  fix = g_new0 (ScFix, 1);
  fix->title = g_strdup_printf (_ ("Let the role “%s” read all tables of the flow"),
                                role->name != NULL ? role->name : "");
  fix->after = sc_access_set_cells (solution, (const ScAccessCell *) cells->data, cells->len, NULL);
  if (fix->after != NULL)
    g_ptr_array_add (fixes, fix);
  else
    sc_fix_free (fix);
}

GPtrArray *
sc_access_warnings_offer (ScEditor *editor, const ScRole *role)
{
  GPtrArray *fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_fix_free);
  const ScSolution *solution = sc_editor_get_solution (editor);
  const ScFlow *flow = sc_editor_get_flow (editor);
  g_autoptr (ScAccessTarget) target = sc_access_target_new_flow (solution, flow);
  g_autoptr (ScList) problems = list_problems (editor, flow);
  g_autoptr (ScValidator) validator = NULL;

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      g_autoptr (GPtrArray) found = NULL;

      if (!is_about (problem, target, role))
        continue;
      if (validator == NULL)
        {
          validator = sc_validator_new ();
          offer_reading (editor, role, fixes);
        }
      found = sc_fix_list (validator, solution, problem);
      g_ptr_array_extend_and_steal (fixes, g_steal_pointer (&found));
    }
  return fixes;
}
