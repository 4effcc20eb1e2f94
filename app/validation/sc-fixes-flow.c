/* sc-fixes-flow.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-edit-flow.h"
#include "sc-edit-identity.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-fix-private.h"
#include "sc-id.h"
#include "sc-name.h"
#include "sc-rule-private.h"

/* Repairs of a flow's header. */

#define MAX_NAME        100
#define MAX_DESCRIPTION 2000

void
sc_repair_active_flows (ScRepair *self)
{
  sc_repair_take (self, sc_edit_flow_set_active (self->solution, self->flow->id, FALSE, NULL),
                  _ ("Make “%s” a draft"), sc_repair_name_flow (self));
}

void
sc_repair_draft (ScRepair *self)
{
  sc_repair_take (self, sc_edit_flow_set_active (self->solution, self->flow->id, TRUE, NULL),
                  _ ("Make “%s” active"), sc_repair_name_flow (self));
}

void
sc_repair_first_stage (ScRepair *self)
{
  const ScFlow *flow = self->flow;
  const ScStage *first = sc_list_get (flow->stages, 0);

  if (first == NULL)
    {
      g_autofree char *table
          = flow->primary_table != NULL ? g_ascii_strdown (flow->primary_table, -1) : NULL;

      if (table != NULL)
        sc_repair_take (self,
                        sc_edit_stage_add (self->solution, flow->id, SC_SLOT_FIRST, NULL,
                                           _ ("New stage"), table, NULL),
                        _ ("Add a first stage on “%s”"), sc_repair_name_table (self, table));
      return;
    }
  sc_repair_take (self,
                  sc_edit_flow_set_primary_table (self->solution, flow->id, first->table, NULL),
                  _ ("Make “%s” the table of the flow"), sc_repair_name_table (self, first->table));
}

void
sc_repair_flow_name (ScRepair *self)
{
  const ScFlow *flow = self->flow;
  const ScStage *first = sc_list_get (flow->stages, 0);
  const char *table = first != NULL ? first->table : flow->primary_table;
  g_autofree char *name = NULL;

  if (table != NULL)
    /* Translators: the name of a flow, from that of its table. */
    name = g_strdup_printf (_ ("%s process"), sc_repair_name_table (self, table));
  else if (!sc_text_is_blank (flow->unique_name))
    name = g_strdup (flow->unique_name);
  if (name == NULL)
    return;
  sc_repair_take (
      self, sc_edit_flow_set_label (self->solution, flow->id, self->solution->language, name, NULL),
      _ ("Call it “%s”"), name);
}

void
sc_repair_long_flow_name (ScRepair *self)
{
  const ScFlow *flow = self->flow;
  ScSolution *after = sc_solution_ref (self->solution);
  g_autofree char *name = sc_repair_shorten (flow->name != NULL ? flow->name : "", MAX_NAME);

  sc_list_foreach (flow->labels, const ScLabel *, label)
    {
      g_autofree char *text = sc_repair_shorten (label->text, MAX_NAME);

      after = sc_repair_then (
          after, sc_edit_flow_set_label (after, flow->id, label->language, text, NULL));
    }
  if (sc_labels_get_exact (flow->labels, self->solution->language) == NULL)
    after = sc_repair_then (
        after, sc_edit_flow_set_label (after, flow->id, self->solution->language, name, NULL));
  sc_repair_take (self, after, _ ("Shorten the name to “%s”"), name);
}

/* The position of the flow; of several with one id, the first that has the message's trouble
 * cannot be told, so ids are renewed before. */
static guint
get_position (const ScRepair *self)
{
  guint position = 0;

  sc_solution_find_flow (self->solution, self->flow->id, &position);
  return position;
}

void
sc_repair_unique_name (ScRepair *self)
{
  g_autofree char *name = sc_edit_flow_suggest_unique_name (self->solution, self->flow->name);

  sc_repair_take (self,
                  sc_edit_flow_set_unique_name (self->solution, get_position (self), name, NULL),
                  _ ("Use the unique name “%s”"), name);
}

static gboolean
ids_clash (const ScSolution *solution)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (flow->id != NULL && !g_hash_table_add (ids, (gpointer) flow->id))
        return TRUE;
    }
  return FALSE;
}

void
sc_repair_same_name (ScRepair *self)
{
  if (ids_clash (self->solution))
    sc_repair_take (self, sc_edit_identity_renew_flows (self->solution, NULL),
                    _ ("Give “%s” an id of its own"), sc_repair_name_flow (self));
  else
    sc_repair_unique_name (self);
}

void
sc_repair_prefix (ScRepair *self)
{
  const char *old = self->flow->unique_name;
  const char *underscore = strchr (old, '_');
  g_autofree char *name = NULL;

  /* A table that is part of the solution exists already, and environments know it. */
  sc_list_foreach (self->solution->components, const ScComponent *, component)
    {
      if (component->type == SC_COMPONENT_TABLE && sc_name_equal (component->schema_name, old))
        return;
    }
  name = g_strdup_printf ("%s_%s", self->solution->prefix,
                          underscore != NULL ? underscore + 1 : old);
  sc_repair_take (self,
                  sc_edit_flow_set_unique_name (self->solution, get_position (self), name, NULL),
                  _ ("Use the unique name “%s”"), name);
}

void
sc_repair_header (ScRepair *self)
{
  const ScStage *first = self->flow != NULL ? sc_list_get (self->flow->stages, 0) : NULL;

  sc_repair_take (self, sc_edit_identity_renew_flows (self->solution, NULL),
                  _ ("Give every flow an id of its own"));
  if (first != NULL && self->flow->primary_table == NULL)
    sc_repair_take (
        self, sc_edit_flow_set_primary_table (self->solution, self->flow->id, first->table, NULL),
        _ ("Make “%s” the table of the flow"), sc_repair_name_table (self, first->table));
}

void
sc_repair_description (ScRepair *self)
{
  g_autofree char *text = sc_repair_shorten (self->flow->description, MAX_DESCRIPTION);

  sc_repair_take (self, sc_edit_flow_set_description (self->solution, self->flow->id, text, NULL),
                  _ ("Cut the description after 2,000 characters"));
}

void
sc_repair_order (ScRepair *self)
{
  const char *table = sc_flow_get_start_table (self->flow);
  g_autoptr (GPtrArray) flows = sc_solution_list_flows_in_order (self->solution);
  ScSolution *after = sc_solution_ref (self->solution);
  int next = 0;

  for (guint i = 0; i < flows->len && after != NULL; i++)
    {
      const ScFlow *flow = g_ptr_array_index (flows, i);
      int order = MAX (flow->order, next);

      if (!flow->active || !sc_name_equal (sc_flow_get_start_table (flow), table))
        continue;
      after = sc_repair_then (after, sc_edit_flow_set_order (after, flow->id, order, NULL));
      next = order + 1;
    }
  sc_repair_take (self, after, _ ("Number the flows on “%s” in their present order"),
                  sc_repair_name_table (self, table));
}

void
sc_repair_base_language (ScRepair *self)
{
  const ScSolution *solution = self->solution;
  int language = solution->language;
  const char *flow = self->flow->id;
  const char *text;
  ScSolution *after;

  if (self->step != NULL)
    {
      text = sc_repair_name_step (self);
      after = sc_edit_step_set_label (solution, flow, self->step->id, language, text, NULL);
    }
  else if (self->stage != NULL)
    {
      text = sc_repair_name_stage (self);
      after = sc_edit_stage_set_label (solution, flow, self->stage->id, language, text, NULL);
    }
  else
    {
      text = sc_repair_name_flow (self);
      after = sc_edit_flow_set_label (solution, flow, language, text, NULL);
    }
  sc_repair_take (self, after, _ ("Use “%s” in the base language too"), text);
}

void
sc_repair_component (ScRepair *self)
{
  const char *table = self->flow->unique_name;

  sc_repair_take (self,
                  sc_edit_component_add (self->solution, SC_COMPONENT_TABLE, NULL, table, NULL),
                  _ ("Add the table “%s” to the solution"), table);
}
