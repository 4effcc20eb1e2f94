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

ScSolution *
sc_edit_flow_import (const ScSolution *solution,
                     const ScSolution *from,
                     const char *flow,
                     const char *id,
                     ScPasteReport **report,
                     GError **error)
{
  g_autofree char *fresh = id == NULL ? sc_id_new () : NULL;
  g_autofree char *name = NULL;
  g_autoptr (ScParts) parts = NULL;
  g_autoptr (ScClip) clip = NULL;
  g_autoptr (ScSolution) added = NULL;
  g_autoptr (ScSolution) described = NULL;
  g_autoptr (ScSolution) pasted = NULL;
  const ScFlow *copy;
  const ScStage *first;
  ScPlace place;

  if (!sc_place_find_flow (&place, from, flow, error))
    return NULL;
  id = id != NULL ? id : fresh;
  name = sc_edit_flow_suggest_import_name (solution, place.flow);
  added = sc_edit_flow_add (solution, id, name, sc_flow_get_start_table (place.flow), error);
  described = added != NULL ? describe (added, id, place.flow, error) : NULL;
  if (described == NULL)
    return NULL;

  parts = sc_parts_new_all (place.flow);
  clip = sc_clip_make (from, place.flow, parts);
  copy = sc_solution_find_flow (described, id, NULL);
  first = sc_list_get (copy->stages, 0);
  if (clip == NULL)
    return g_steal_pointer (&described);
  pasted
      = sc_edit_paste (described, id, clip, (ScPastePlace){ { first->id, SC_EDGE_NEXT }, NULL, 0 },
                       NULL, NULL, report, error);
  return pasted != NULL ? sc_edit_stage_delete (pasted, id, first->id, error) : NULL;
}
