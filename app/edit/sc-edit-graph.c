/* sc-edit-graph.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-private.h"

#include "sc-id.h"

void
sc_graph_edit_init (ScGraphEdit *self, const ScFlow *flow)
{
  self->flow = flow;
  self->first = NULL;
  self->stages = sc_list_collect ();
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      g_ptr_array_add (self->stages, sc_stage_ref (stage));
    }
}

void
sc_graph_edit_clear (ScGraphEdit *self)
{
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->first, g_free);
}

const ScStage *
sc_graph_edit_find (const ScGraphEdit *self, const char *id, guint *position)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      const ScStage *stage = g_ptr_array_index (self->stages, i);

      if (sc_id_equal (stage->id, id))
        {
          if (position != NULL)
            *position = i;
          return stage;
        }
    }
  return NULL;
}

void
sc_graph_edit_add (ScGraphEdit *self, ScStage *stage)
{
  g_ptr_array_add (self->stages, stage);
}

void
sc_graph_edit_remove (ScGraphEdit *self, guint position)
{
  g_ptr_array_remove_index (self->stages, position);
}

void
sc_graph_edit_put (ScGraphEdit *self, guint position, ScStage *stage)
{
  sc_stage_unref (g_ptr_array_index (self->stages, position));
  g_ptr_array_index (self->stages, position) = stage;
}

const char *
sc_graph_edit_get_target (const ScGraphEdit *self, guint position, int branch)
{
  const ScStage *stage = g_ptr_array_index (self->stages, position);
  const ScBranch *found;

  if (branch == SC_EDGE_NEXT)
    return stage->next;
  found
      = stage->condition != NULL ? sc_list_get (stage->condition->branches, (guint) branch) : NULL;
  return found != NULL ? found->target : NULL;
}

static ScCondition *
condition_with_target (const ScCondition *condition, guint branch, const char *target)
{
  ScCondition *changed = sc_condition_copy (condition);
  g_autoptr (ScBranch) lead = sc_branch_copy (sc_list_get (condition->branches, branch));

  sc_set_string (lead, target, target);
  sc_take_value (changed, branches, sc_list_replace (condition->branches, branch, lead));
  return changed;
}

void
sc_graph_edit_lead (ScGraphEdit *self, guint position, int branch, const char *target)
{
  ScStage *stage;

  if (g_strcmp0 (sc_graph_edit_get_target (self, position, branch), target) == 0)
    return;

  stage = sc_stage_copy (g_ptr_array_index (self->stages, position));
  if (branch == SC_EDGE_NEXT)
    sc_set_string (stage, next, target);
  else
    sc_take_value (stage, condition,
                   condition_with_target (stage->condition, (guint) branch, target));
  sc_graph_edit_put (self, position, stage);
}

void
sc_graph_edit_redirect (ScGraphEdit *self,
                        const char *from,
                        const char *target,
                        const gboolean *except)
{
  /* Both may point into a stage that is about to be replaced. */
  g_autofree char *old = g_strdup (from);
  g_autofree char *new = g_strdup (target);

  for (guint i = 0; i < self->stages->len; i++)
    {
      const ScStage *stage = g_ptr_array_index (self->stages, i);
      guint n = stage->condition != NULL ? sc_list_length (stage->condition->branches) : 0;

      if (except != NULL && except[i])
        continue;
      for (int branch = SC_EDGE_NEXT; branch < (int) n; branch++)
        if (sc_id_equal (sc_graph_edit_get_target (self, i, branch), old))
          sc_graph_edit_lead (self, i, branch, new);
    }
}

ScFlow *
sc_graph_edit_draft (const ScGraphEdit *self)
{
  ScFlow *flow = sc_flow_copy (self->flow);

  sc_take_value (flow, stages,
                 sc_list_new ((gconstpointer const *) self->stages->pdata, self->stages->len));
  return flow;
}

/* Moves the stage that is to be the first to position 0. */
static void
put_first (ScGraphEdit *self)
{
  guint position;

  if (self->first != NULL && sc_graph_edit_find (self, self->first, &position) != NULL
      && position > 0)
    {
      gpointer stage = g_ptr_array_steal_index (self->stages, position);

      g_ptr_array_insert (self->stages, 0, stage);
    }
}

static void
sort_depth_first (ScGraphEdit *self)
{
  g_autoptr (ScFlow) flow = sc_graph_edit_draft (self);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  g_autofree guint *order = sc_flow_graph_depth_first (graph);

  for (guint i = 0; i < graph->n_stages; i++)
    {
      const ScStage *stage = sc_list_get (flow->stages, order[i]);

      sc_graph_edit_put (self, i, sc_stage_ref (stage));
    }
}

/* A stage whose every way is a branch names the merge as its next stage. */
static void
derive_merges (ScGraphEdit *self)
{
  g_autoptr (ScFlow) flow = sc_graph_edit_draft (self);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);

  for (guint i = 0; i < graph->n_stages; i++)
    {
      const ScStage *stage = sc_list_at (flow->stages, i);
      const ScStage *merge;

      if (stage->condition == NULL || !sc_condition_has_otherwise (stage->condition))
        continue;
      merge = graph->merge[i] >= 0 ? sc_list_get (flow->stages, (guint) graph->merge[i]) : NULL;
      sc_graph_edit_lead (self, i, SC_EDGE_NEXT, merge != NULL ? merge->id : NULL);
    }
}

ScFlow *
sc_graph_edit_finish (ScGraphEdit *self)
{
  ScFlow *flow;

  put_first (self);
  sort_depth_first (self);
  derive_merges (self);
  flow = sc_graph_edit_draft (self);
  sc_edit_derive_transitions (self->flow, flow);
  return flow;
}
