/* sc-access-edit.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-edit.h"

#include "sc-edit-grants.h"

#include <glib/gi18n-lib.h>

static ScSolution *
fail_without_cells (const ScAccessTarget *target, GError **error)
{
  const char *title = target->title != NULL ? target->title : "";

  if (target->kind == SC_TARGET_FLOW && target->table == NULL)
    g_set_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID,
                 _ ("“%s” has no unique name yet, so it has no backing table to give privileges "
                    "on."),
                 title);
  else
    g_set_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID, _ ("“%s” has no such privilege."),
                 title);
  return NULL;
}

static void
add_grant (
    GArray *grants, const ScAccessTarget *target, const char *role, ScAccess access, ScLevel level)
{
  ScGrant grant = { role, target->privileges[access], sc_access_target_fit_level (target, level) };

  if (sc_access_target_has (target, access))
    g_array_append_val (grants, grant);
}

static ScSolution *
set_grants (const ScSolution *solution, const GArray *grants, GError **error)
{
  return sc_edit_grants_set (solution, (const ScGrant *) grants->data, grants->len, error);
}

ScSolution *
sc_access_set_cells (const ScSolution *solution,
                     const ScAccessCell *cells,
                     guint n_cells,
                     GError **error)
{
  g_autoptr (GArray) grants = g_array_sized_new (FALSE, FALSE, sizeof (ScGrant), n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      if (!sc_access_target_has (cells[i].target, cells[i].access))
        return fail_without_cells (cells[i].target, error);
      add_grant (grants, cells[i].target, cells[i].role, cells[i].access, cells[i].level);
    }
  return set_grants (solution, grants, error);
}

ScSolution *
sc_access_set (const ScSolution *solution,
               const ScAccessTarget *target,
               const char *role,
               ScAccess access,
               ScLevel level,
               GError **error)
{
  const ScAccessCell cell = { target, role, access, level };

  return sc_access_set_cells (solution, &cell, 1, error);
}

/* FALSE and an error where there are targets and none of them has a cell. */
static gboolean
check_targets (const ScList *targets, GError **error)
{
  sc_list_foreach (targets, const ScAccessTarget *, target)
    {
      if (target->accesses != 0)
        return TRUE;
    }
  return targets == NULL || fail_without_cells (sc_list_at (targets, 0), error) != NULL;
}

static void
add_levels (GArray *grants,
            const ScAccessTarget *target,
            const char *role,
            const ScLevel levels[SC_N_ACCESS])
{
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    add_grant (grants, target, role, access, levels[access]);
}

ScSolution *
sc_access_apply_mask (const ScSolution *solution,
                      const ScList *targets,
                      const char *const *roles,
                      const ScLevel levels[SC_N_ACCESS],
                      GError **error)
{
  g_autoptr (GArray) grants = g_array_new (FALSE, FALSE, sizeof (ScGrant));

  if (!check_targets (targets, error))
    return NULL;
  for (; *roles != NULL; roles++)
    sc_list_foreach (targets, const ScAccessTarget *, target)
      {
        add_levels (grants, target, *roles, levels);
      }
  return set_grants (solution, grants, error);
}

static const ScRole *
find_role (const ScSolution *solution, const char *id, GError **error)
{
  const ScRole *role = sc_solution_find_role (solution, id, NULL);

  if (role == NULL)
    g_set_error_literal (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND,
                         _ ("The role is no longer in the solution."));
  return role;
}

static void
get_levels (const ScAccessTarget *target, const ScRole *role, ScLevel levels[SC_N_ACCESS])
{
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    levels[access] = sc_access_target_get_level (target, role, access);
}

ScSolution *
sc_access_copy_role (const ScSolution *solution,
                     const char *from_role,
                     const char *const *to_roles,
                     const ScList *targets,
                     GError **error)
{
  g_autoptr (GArray) grants = g_array_new (FALSE, FALSE, sizeof (ScGrant));
  const ScRole *from = find_role (solution, from_role, error);

  if (from == NULL || !check_targets (targets, error))
    return NULL;
  sc_list_foreach (targets, const ScAccessTarget *, target)
    {
      ScLevel levels[SC_N_ACCESS];

      get_levels (target, from, levels);
      for (guint i = 0; to_roles[i] != NULL; i++)
        add_levels (grants, target, to_roles[i], levels);
    }
  return set_grants (solution, grants, error);
}

ScSolution *
sc_access_copy_target (const ScSolution *solution,
                       const ScAccessTarget *from_target,
                       const ScList *to_targets,
                       const char *const *roles,
                       GError **error)
{
  g_autoptr (GArray) grants = g_array_new (FALSE, FALSE, sizeof (ScGrant));

  if (!check_targets (to_targets, error))
    return NULL;
  if (from_target->accesses == 0)
    return fail_without_cells (from_target, error);
  for (; *roles != NULL; roles++)
    {
      const ScRole *role = find_role (solution, *roles, error);
      ScLevel levels[SC_N_ACCESS];

      if (role == NULL)
        return NULL;
      get_levels (from_target, role, levels);
      sc_list_foreach (to_targets, const ScAccessTarget *, target)
        {
          add_levels (grants, target, *roles, levels);
        }
    }
  return set_grants (solution, grants, error);
}
