/* sc-meters.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-name.h"
#include "sc-validation.h"

ScMeters
sc_validation_measure (const ScSolution *solution, const ScFlow *flow)
{
  g_autoptr (GHashTable) tables = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  const ScStage *first = sc_list_get (flow->stages, 0);
  ScMeters meters = { .stages = sc_list_length (flow->stages) };

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      meters.most_steps = MAX (meters.most_steps, sc_list_length (stage->steps));
      if (stage->table != NULL && *stage->table != '\0')
        g_hash_table_add (tables, (gpointer) stage->table);
    }
  meters.tables = g_hash_table_size (tables);
  if (first != NULL && first->table != NULL)
    meters.active_flows = sc_solution_count_active_flows (solution, first->table);
  return meters;
}

guint
sc_validation_get_max_active_flows (const ScSolution *solution)
{
  return sc_rule_settings_get_limit (solution->rule_settings, "F-01", SC_MAX_ACTIVE_FLOWS);
}
