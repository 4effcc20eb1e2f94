/* sc-edit-parts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-parts-private.h"

#include "sc-edit-stage.h"

#include <glib/gi18n-lib.h>

gboolean
sc_parts_find_in (ScPlace *place,
                  ScParts **found,
                  const ScSolution *solution,
                  const char *flow,
                  const ScParts *parts,
                  GError **error)
{
  *found = NULL;
  if (!sc_place_find_flow (place, solution, flow, error))
    return FALSE;
  *found = sc_parts_prune (parts, place->flow);
  if (*found == NULL)
    sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                  _ ("What was selected is no longer in the flow “%s”."),
                  sc_flow_get_label (place->flow, solution->language));
  return *found != NULL;
}

gboolean
sc_parts_find_kind (ScPlace *place,
                    ScParts **found,
                    const ScSolution *solution,
                    const char *flow,
                    const ScParts *parts,
                    ScPartKind kind,
                    GError **error)
{
  g_autoptr (ScParts) all = NULL;

  *found = NULL;
  if (!sc_parts_find_in (place, &all, solution, flow, parts, error))
    return FALSE;
  *found = sc_parts_filter (all, kind);
  if (*found == NULL)
    sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                  kind == SC_PART_STAGE ? _ ("No stage is selected.") : _ ("No step is selected."));
  return *found != NULL;
}

/* The flow with other steps in its stages; NULL when none has others. */
static ScFlow *
change_steps (const ScFlow *flow, ScChangeSteps change, gpointer data)
{
  GPtrArray *stages = sc_list_collect ();
  gboolean changed = FALSE;
  ScFlow *after;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      g_autoptr (ScList) steps = change (stage, data);
      ScStage *copy;

      if (steps == stage->steps)
        {
          g_ptr_array_add (stages, sc_stage_ref (stage));
          continue;
        }
      copy = sc_stage_copy (stage);
      sc_take_value (copy, steps, g_steal_pointer (&steps));
      g_ptr_array_add (stages, copy);
      changed = TRUE;
    }
  if (!changed)
    {
      g_ptr_array_unref (stages);
      return NULL;
    }
  after = sc_flow_copy (flow);
  sc_take_value (after, stages, sc_list_new_take (stages));
  return after;
}

ScSolution *
sc_parts_change_steps (const ScPlace *place, ScChangeSteps change, gpointer data)
{
  ScFlow *after = change_steps (place->flow, change, data);

  return after != NULL ? sc_place_put_flow (place, after) : sc_edit_unchanged (place->solution);
}

ScSolution *
sc_edit_then (ScSolution *before, ScSolution *after)
{
  sc_solution_unref (before);
  return after;
}

ScList *
sc_parts_leave_out (const ScStage *stage, gpointer parts)
{
  GPtrArray *steps = sc_list_collect ();

  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (!sc_parts_has (parts, SC_PART_STEP, step->id))
        g_ptr_array_add (steps, sc_step_ref (step));
    }
  if (steps->len < sc_list_length (stage->steps))
    return sc_list_new_take (steps);
  g_ptr_array_unref (steps);
  return sc_list_ref (stage->steps);
}

ScSolution *
sc_edit_parts_delete (const ScSolution *solution,
                      const char *flow,
                      const ScParts *parts,
                      GError **error)
{
  g_autoptr (ScParts) found = NULL;
  ScSolution *after;
  ScPlace place;

  if (!sc_parts_find_in (&place, &found, solution, flow, parts, error))
    return NULL;

  after = sc_parts_change_steps (&place, sc_parts_leave_out, found);
  for (guint i = 0; i < sc_parts_count (found) && after != NULL; i++)
    {
      ScPart part = sc_parts_get (found, i);

      if (part.kind == SC_PART_STAGE)
        after = sc_edit_then (after, sc_edit_stage_delete (after, flow, part.id, error));
    }
  return after;
}

typedef struct
{
  const ScParts *parts;
  gboolean required;
} Requirement;

static ScList *
with_required (const ScStage *stage, gpointer data)
{
  const Requirement *self = data;
  gboolean all = sc_parts_has (self->parts, SC_PART_STAGE, stage->id);
  GPtrArray *steps = sc_list_collect ();
  gboolean changed = FALSE;

  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      ScStep *copy;

      if (step->required == self->required
          || (!all && !sc_parts_has (self->parts, SC_PART_STEP, step->id)))
        {
          g_ptr_array_add (steps, sc_step_ref (step));
          continue;
        }
      copy = sc_step_copy (step);
      copy->required = self->required;
      g_ptr_array_add (steps, copy);
      changed = TRUE;
    }
  if (changed)
    return sc_list_new_take (steps);
  g_ptr_array_unref (steps);
  return sc_list_ref (stage->steps);
}

ScSolution *
sc_edit_parts_set_required (const ScSolution *solution,
                            const char *flow,
                            const ScParts *parts,
                            gboolean required,
                            GError **error)
{
  g_autoptr (ScParts) found = NULL;
  Requirement requirement;
  ScPlace place;

  if (!sc_parts_find_in (&place, &found, solution, flow, parts, error))
    return NULL;
  requirement = (Requirement){ found, !!required };
  return sc_parts_change_steps (&place, with_required, &requirement);
}

ScSolution *
sc_edit_parts_set_table (const ScSolution *solution,
                         const char *flow,
                         const ScParts *parts,
                         const char *table,
                         GError **error)
{
  g_autoptr (ScParts) stages = NULL;
  ScSolution *after;
  ScPlace place;

  if (!sc_parts_find_kind (&place, &stages, solution, flow, parts, SC_PART_STAGE, error))
    return NULL;
  after = sc_edit_unchanged (solution);
  for (guint i = 0; i < sc_parts_count (stages) && after != NULL; i++)
    after = sc_edit_then (
        after, sc_edit_stage_set_table (after, flow, sc_parts_get (stages, i).id, table, error));
  return after;
}

ScSolution *
sc_edit_parts_set_category (const ScSolution *solution,
                            const char *flow,
                            const ScParts *parts,
                            int category,
                            GError **error)
{
  g_autoptr (ScParts) stages = NULL;
  ScSolution *after;
  ScPlace place;

  if (!sc_parts_find_kind (&place, &stages, solution, flow, parts, SC_PART_STAGE, error))
    return NULL;
  after = sc_edit_unchanged (solution);
  for (guint i = 0; i < sc_parts_count (stages) && after != NULL; i++)
    after = sc_edit_then (after, sc_edit_stage_set_category (
                                     after, flow, sc_parts_get (stages, i).id, category, error));
  return after;
}
