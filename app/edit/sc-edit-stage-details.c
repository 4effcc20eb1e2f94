/* sc-edit-stage-details.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-stage.h"

#include "sc-edit-private.h"
#include "sc-id.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>

ScSolution *
sc_edit_stage_set_label (const ScSolution *solution,
                         const char *flow,
                         const char *stage,
                         int language,
                         const char *text,
                         GError **error)
{
  ScPlace place;
  ScStage *changed;
  const char *present;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;
  present = sc_labels_get_exact (place.stage->labels, language);
  if (g_strcmp0 (present, text) == 0)
    return sc_edit_unchanged (solution);

  changed = sc_stage_copy (place.stage);
  sc_take_value (changed, labels, sc_labels_set (changed->labels, language, text));
  if (language == solution->language && text != NULL)
    sc_set_string (changed, name, text);
  return sc_place_put_stage (&place, changed);
}

ScSolution *
sc_edit_stage_set_category (
    const ScSolution *solution, const char *flow, const char *stage, int category, GError **error)
{
  ScPlace place;
  ScStage *changed;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;
  if (place.stage->category == category)
    return sc_edit_unchanged (solution);
  changed = sc_stage_copy (place.stage);
  changed->category = category;
  return sc_place_put_stage (&place, changed);
}

/* A transition fits when its relationship leads from the table of source to that of target. One
 * whose relationship the solution does not know is taken to fit the tables it was made for. */
static gboolean
transition_fits (const ScSolution *solution, const ScFlow *flow, const ScTransition *transition)
{
  const ScRelationship *relationship
      = sc_solution_find_relationship (solution, transition->relationship);
  const ScStage *source = sc_flow_find_stage (flow, transition->source, NULL);
  const ScStage *target = sc_flow_find_stage (flow, transition->target, NULL);

  return relationship != NULL && source != NULL && target != NULL
         && sc_name_equal (relationship->referenced, source->table)
         && sc_name_equal (relationship->referencing, target->table);
}

static void
drop_misfits (const ScSolution *solution, ScFlow *flow, const char *stage)
{
  for (guint i = sc_list_length (flow->transitions); i-- > 0;)
    {
      const ScTransition *transition = sc_list_at (flow->transitions, i);

      if ((sc_id_equal (transition->source, stage) || sc_id_equal (transition->target, stage))
          && !transition_fits (solution, flow, transition))
        sc_take_value (flow, transitions, sc_list_remove (flow->transitions, i));
    }
}

ScSolution *
sc_edit_stage_set_table (const ScSolution *solution,
                         const char *flow,
                         const char *stage,
                         const char *table,
                         GError **error)
{
  const ScTable *known = sc_solution_find_table (solution, table, NULL);
  ScPlace place;
  ScStage *changed;
  ScFlow *after;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;
  if (table == NULL || *table == '\0')
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A stage needs a table."));
  if (g_strcmp0 (place.stage->table, table) == 0)
    return sc_edit_unchanged (solution);

  changed = sc_stage_copy (place.stage);
  sc_set_string (changed, table, table);
  after = sc_flow_copy (place.flow);
  sc_take_value (after, stages, sc_list_replace (after->stages, place.stage_position, changed));
  sc_stage_unref (changed);
  drop_misfits (solution, after, stage);
  if (place.stage_position == 0)
    sc_set_string (after, primary_table,
                   known != NULL && known->schema_name != NULL ? known->schema_name : table);
  return sc_place_put_flow (&place, after);
}

static ScTransition *
make_transition (const ScRelationship *relationship, const char *source, const char *target)
{
  ScTransition *transition = sc_transition_new ();

  sc_set_string (transition, attribute, relationship->attribute);
  sc_set_string (transition, relationship, relationship->name);
  sc_set_string (transition, source, source);
  sc_set_string (transition, target, target);
  return transition;
}

ScSolution *
sc_edit_transition_set (const ScSolution *solution,
                        const char *flow,
                        const char *source,
                        const char *target,
                        const char *relationship,
                        GError **error)
{
  const ScRelationship *known = sc_solution_find_relationship (solution, relationship);
  g_autoptr (ScTransition) added = NULL;
  const ScTransition *present;
  ScPlace place;
  ScFlow *after;
  int position;

  if (!sc_place_find_stage (&place, solution, flow, source, error)
      || !sc_place_find_stage (&place, solution, flow, target, error))
    return NULL;
  present = sc_flow_find_transition (place.flow, source, target);
  if (present == NULL ? relationship == NULL : g_strcmp0 (present->relationship, relationship) == 0)
    return sc_edit_unchanged (solution);
  if (relationship != NULL && known == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                         _ ("The relationship “%s” is not in the solution."), relationship);

  position = sc_list_index (place.flow->transitions, present);
  after = sc_flow_copy (place.flow);
  if (known != NULL)
    added = make_transition (known, source, target);
  if (added == NULL)
    sc_take_value (after, transitions, sc_list_remove (after->transitions, (guint) position));
  else if (present != NULL)
    sc_take_value (after, transitions,
                   sc_list_replace (after->transitions, (guint) position, added));
  else
    sc_take_value (after, transitions, sc_list_append (after->transitions, added));
  return sc_place_put_flow (&place, after);
}
