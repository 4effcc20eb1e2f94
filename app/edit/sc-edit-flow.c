/* sc-edit-flow.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-flow.h"

#include "sc-edit-private.h"
#include "sc-id.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_ASSEMBLY_VERSION "9.0.0.0"
#define DEFAULT_ORDER            100

ScSolution *
sc_edit_flow_add (
    const ScSolution *solution, const char *id, const char *name, const char *table, GError **error)
{
  const ScTable *known = sc_solution_find_table (solution, table, NULL);
  g_autofree char *fresh = id == NULL ? sc_id_new () : NULL;
  g_autofree char *unique_name = NULL;
  g_autoptr (ScFlow) flow = NULL;
  g_autoptr (ScStage) stage = NULL;
  ScSolution *after;

  if (name == NULL || *name == '\0')
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A flow needs a name."));
  if (table == NULL || *table == '\0')
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A flow needs a table."));

  unique_name = sc_edit_make_unique_name (solution, name);
  stage = sc_edit_make_stage (solution, NULL, _ ("New stage"), table);
  flow = sc_flow_new ();
  sc_set_string (flow, id, id != NULL ? id : fresh);
  sc_set_string (flow, name, name);
  sc_set_string (flow, unique_name, unique_name);
  sc_set_string (flow, assembly_version, DEFAULT_ASSEMBLY_VERSION);
  sc_set_string (flow, primary_table,
                 known != NULL && known->schema_name != NULL ? known->schema_name : table);
  sc_take_value (flow, labels, sc_labels_set (NULL, solution->language, name));
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  flow->order = DEFAULT_ORDER;

  after = sc_solution_copy (solution);
  sc_take_value (after, flows, sc_list_append (after->flows, flow));
  return after;
}

ScSolution *
sc_edit_flow_set_label (
    const ScSolution *solution, const char *flow, int language, const char *text, GError **error)
{
  ScPlace place;
  ScFlow *changed;
  gboolean base = language == solution->language;

  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  if (g_strcmp0 (sc_labels_get_exact (place.flow->labels, language), text) == 0
      && (!base || text == NULL || g_strcmp0 (place.flow->name, text) == 0))
    return sc_edit_unchanged (solution);

  changed = sc_flow_copy (place.flow);
  sc_take_value (changed, labels, sc_labels_set (changed->labels, language, text));
  if (base && text != NULL)
    sc_set_string (changed, name, text);
  return sc_place_put_flow (&place, changed);
}

ScSolution *
sc_edit_flow_set_description (const ScSolution *solution,
                              const char *flow,
                              const char *text,
                              GError **error)
{
  ScPlace place;
  ScFlow *changed;

  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (place.flow->description, text) == 0)
    return sc_edit_unchanged (solution);
  changed = sc_flow_copy (place.flow);
  sc_set_string (changed, description, text);
  return sc_place_put_flow (&place, changed);
}

ScSolution *
sc_edit_flow_set_active (const ScSolution *solution,
                         const char *flow,
                         gboolean active,
                         GError **error)
{
  ScPlace place;
  ScFlow *changed;

  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  if (place.flow->active == !!active)
    return sc_edit_unchanged (solution);
  changed = sc_flow_copy (place.flow);
  changed->active = !!active;
  return sc_place_put_flow (&place, changed);
}

ScSolution *
sc_edit_flow_set_order (const ScSolution *solution, const char *flow, int order, GError **error)
{
  ScPlace place;
  ScFlow *changed;

  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  if (order < 0)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("The order cannot be negative."));
  if (place.flow->order == order)
    return sc_edit_unchanged (solution);
  changed = sc_flow_copy (place.flow);
  changed->order = order;
  return sc_place_put_flow (&place, changed);
}
