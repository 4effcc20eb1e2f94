/* sc-edit-flow-import.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-flow-import.h"

#include "sc-edit-flow.h"
#include "sc-edit-private.h"
#include "sc-edit-stage.h"
#include "sc-id.h"
#include "sc-name.h"

/* With what a clip does not hold: the names in all languages, as long as the name is the same. */
static ScSolution *
describe (const ScSolution *solution, const char *id, const ScFlow *original, GError **error)
{
  ScPlace place;
  ScFlow *changed;

  if (!sc_place_find_flow (&place, solution, id, error))
    return NULL;
  changed = sc_flow_copy (place.flow);
  changed->order = original->order;
  sc_set_string (changed, description, original->description);
  if (g_strcmp0 (changed->name, sc_flow_get_label (original, solution->language)) == 0)
    sc_list_foreach (original->labels, const ScLabel *, label)
      {
        if (label->language != solution->language)
          sc_take_value (changed, labels,
                         sc_labels_set (changed->labels, label->language, label->text));
      }
  return sc_place_put_flow (&place, changed);
}

/* The stage that every new flow has gives way to those of the clip. */
static ScSolution *
fill (const ScSolution *solution,
      const char *id,
      const ScClip *clip,
      const ScList *tables,
      ScPasteReport **report,
      GError **error)
{
  const ScFlow *flow = sc_solution_find_flow (solution, id, NULL);
  const ScStage *first = sc_list_at (flow->stages, 0);
  ScPastePlace place = { { first->id, SC_EDGE_NEXT }, NULL, 0 };
  g_autoptr (ScSolution) pasted = NULL;

  pasted = sc_edit_paste (solution, id, clip, place, tables, NULL, report, error);
  return pasted != NULL ? sc_edit_stage_delete (pasted, id, first->id, error) : NULL;
}

static const char *
get_start_table (const ScFlow *flow, const ScClip *clip)
{
  const ScList *stages = clip == NULL ? NULL : clip->stages != NULL ? clip->stages : clip->loose;
  const ScStage *first = sc_list_get (stages, 0);

  return first != NULL && first->table != NULL ? first->table : sc_flow_get_start_table (flow);
}

/* The only table that is another one now; NULL when all stay. */
static ScList *
replace_table (const char *table, const char *target)
{
  ScTableMatch *match;
  GPtrArray *matches;

  if (target == NULL || sc_name_equal (table, target))
    return NULL;
  matches = sc_list_collect ();
  match = sc_table_match_new ();
  sc_set_string (match, table, table);
  sc_set_string (match, target, target);
  g_ptr_array_add (matches, match);
  return sc_list_new_take (matches);
}

ScSolution *
sc_edit_flow_import_as (const ScSolution *solution,
                        const ScSolution *from,
                        const char *flow,
                        const ScFlowArrival *arrival,
                        ScPasteReport **report,
                        GError **error)
{
  g_autofree char *id = arrival->id != NULL ? g_strdup (arrival->id) : sc_id_new ();
  g_autofree char *name = g_strdup (arrival->name);
  g_autoptr (ScParts) all = NULL;
  g_autoptr (ScClip) clip = NULL;
  g_autoptr (ScList) tables = NULL;
  g_autoptr (ScSolution) known = NULL;
  g_autoptr (ScSolution) added = NULL;
  g_autoptr (ScSolution) described = NULL;
  const char *start;
  ScPlace place;

  if (report != NULL)
    *report = NULL;
  if (!sc_place_find_flow (&place, from, flow, error))
    return NULL;
  if (name == NULL)
    name = sc_edit_flow_suggest_import_name (solution, place.flow);
  all = arrival->parts == NULL ? sc_parts_new_all (place.flow) : NULL;
  clip = sc_clip_make (from, place.flow, all != NULL ? all : arrival->parts);
  start = get_start_table (place.flow, clip);
  tables = replace_table (start, arrival->table);
  known = sc_edit_learn_tables (solution, from, clip, tables);
  added = sc_edit_flow_add (known, id, name, tables != NULL ? arrival->table : start, error);
  described = added != NULL ? describe (added, id, place.flow, error) : NULL;
  if (described == NULL || clip == NULL)
    return g_steal_pointer (&described);
  return fill (described, id, clip, tables, report, error);
}

ScSolution *
sc_edit_flow_import (const ScSolution *solution,
                     const ScSolution *from,
                     const char *flow,
                     const char *id,
                     ScPasteReport **report,
                     GError **error)
{
  ScFlowArrival arrival = { .id = id };

  return sc_edit_flow_import_as (solution, from, flow, &arrival, report, error);
}
