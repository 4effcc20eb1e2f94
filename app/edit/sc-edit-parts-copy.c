/* sc-edit-parts-copy.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-parts-private.h"

#include "sc-edit-stage.h"
#include "sc-id.h"

typedef struct
{
  const ScParts *parts;
  GArray *copies; /* of ScPart; the strings are owned */
} Duplication;

static void
clear_part (gpointer part)
{
  g_free ((char *) ((ScPart *) part)->id);
}

/* Takes over the id. */
static const char *
add_copy (Duplication *self, ScPartKind kind, char *id)
{
  ScPart part = { kind, id };

  g_array_append_val (self->copies, part);
  return id;
}

static ScList *
with_copies (const ScStage *stage, gpointer data)
{
  Duplication *self = data;
  GPtrArray *steps = sc_list_collect ();
  guint last = 0, at;

  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      g_ptr_array_add (steps, sc_step_ref (step));
      if (sc_parts_has (self->parts, SC_PART_STEP, step->id))
        last = step_i + 1;
    }
  at = last;
  for (guint i = 0; i < last; i++)
    {
      const ScStep *step = sc_list_get (stage->steps, i);
      ScStep *copy;

      if (!sc_parts_has (self->parts, SC_PART_STEP, step->id))
        continue;
      copy = sc_edit_clone_step (step, NULL);
      add_copy (self, SC_PART_STEP, g_strdup (copy->id));
      g_ptr_array_insert (steps, (int) at++, copy);
    }
  if (last > 0)
    return sc_list_new_take (steps);
  g_ptr_array_unref (steps);
  return sc_list_ref (stage->steps);
}

/* TRUE when the way from one stage leads to the other only. */
static gboolean
follows (const ScFlow *flow, ScPart one, ScPart other)
{
  const ScStage *stage = sc_flow_find_stage (flow, one.id, NULL);
  const ScStage *next = stage != NULL && stage->condition == NULL && stage->next != NULL
                            ? sc_flow_find_stage (flow, stage->next, NULL)
                            : NULL;

  return next != NULL && next == sc_flow_find_stage (flow, other.id, NULL);
}

static gboolean
branches (const ScFlow *flow, ScPart part)
{
  const ScStage *stage = sc_flow_find_stage (flow, part.id, NULL);

  return stage != NULL && stage->condition != NULL;
}

/* What leads from one of the stages to the next leads from its copy to the copy of that, too. */
static ScSolution *
copy_transition (ScSolution *solution, const char *flow, ScPart from, ScPart to, const ScPart *copy)
{
  ScPlace place;
  const ScTransition *transition;
  g_autoptr (ScTransition) another = NULL;
  ScFlow *after;

  if (!sc_place_find_flow (&place, solution, flow, NULL))
    return solution;
  transition = sc_flow_find_transition (place.flow, from.id, to.id);
  if (transition == NULL || sc_flow_find_transition (place.flow, copy[0].id, copy[1].id) != NULL)
    return solution;
  another = sc_transition_copy (transition);
  sc_set_string (another, source, copy[0].id);
  sc_set_string (another, target, copy[1].id);
  after = sc_flow_copy (place.flow);
  sc_take_value (after, transitions, sc_list_append (after->transitions, another));
  return sc_edit_then (solution, sc_place_put_flow (&place, after));
}

/* The stages from one position up to another, each of which leads to the next. Takes over
 * solution; NULL and an error. */
static ScSolution *
duplicate_run (ScSolution *solution,
               const char *flow,
               Duplication *self,
               const ScParts *stages,
               guint from,
               guint to,
               GError **error)
{
  ScPart last = sc_parts_get (stages, to);
  guint first_copy = self->copies->len;

  for (guint i = from; i <= to && solution != NULL; i++)
    {
      ScPart part = sc_parts_get (stages, i);
      const char *behind = last.id;
      const char *id;

      if (i > from)
        behind = g_array_index (self->copies, ScPart, self->copies->len - 1).id;
      id = add_copy (self, SC_PART_STAGE, sc_id_new ());
      solution
          = sc_edit_then (solution, sc_edit_stage_duplicate (solution, flow, part.id, id, error));
      if (solution != NULL && from < to)
        solution
            = sc_edit_then (solution, sc_edit_stage_move (solution, flow, id,
                                                          (ScSlot){ behind, SC_EDGE_NEXT }, error));
      if (solution != NULL && i > from)
        solution
            = copy_transition (solution, flow, sc_parts_get (stages, i - 1), part,
                               &g_array_index (self->copies, ScPart, first_copy + (i - from) - 1));
    }
  return solution;
}

static ScSolution *
duplicate_stages (ScSolution *solution, const ScPlace *place, Duplication *self, GError **error)
{
  g_autoptr (ScParts) stages = sc_parts_filter (self->parts, SC_PART_STAGE);
  guint n = sc_parts_count (stages);
  guint end;

  for (guint start = 0; start < n && solution != NULL; start = end + 1)
    {
      end = start;
      while (end + 1 < n
             && follows (place->flow, sc_parts_get (stages, end), sc_parts_get (stages, end + 1))
             && !branches (place->flow, sc_parts_get (stages, end + 1)))
        end++;
      solution = duplicate_run (solution, place->flow->id, self, stages, start, end, error);
    }
  return solution;
}

ScSolution *
sc_edit_parts_duplicate (const ScSolution *solution,
                         const char *flow,
                         const ScParts *parts,
                         ScParts **copies,
                         GError **error)
{
  g_autoptr (ScParts) found = NULL;
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (ScPart));
  Duplication duplication = { NULL, made };
  ScSolution *after;
  ScPlace place;

  if (copies != NULL)
    *copies = NULL;
  if (!sc_parts_find_in (&place, &found, solution, flow, parts, error))
    return NULL;

  g_array_set_clear_func (made, clear_part);
  duplication.parts = found;
  after = sc_parts_change_steps (&place, with_copies, &duplication);
  after = duplicate_stages (after, &place, &duplication, error);
  if (after != NULL && copies != NULL)
    *copies = sc_parts_new (sc_solution_find_flow (after, flow, NULL),
                            (const ScPart *) (gpointer) made->data, made->len);
  return after;
}
