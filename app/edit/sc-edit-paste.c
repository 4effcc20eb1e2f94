/* sc-edit-paste.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-paste-private.h"

#include "sc-edit-identity.h"
#include "sc-id.h"
#include "sc-name.h"
#include "sc-value-map.h"

static GHashTable *
new_id_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (sc_id_hash, (GEqualFunc) sc_id_equal, NULL, free_value);
}

static void
add_id (ScPaste *self, const char *id)
{
  if (id != NULL && *id != '\0' && !g_hash_table_contains (self->ids, id))
    g_hash_table_insert (self->ids, (gpointer) id, sc_id_new ());
}

static void
add_ids (ScPaste *self, const ScList *stages)
{
  sc_list_foreach (stages, const ScStage *, stage)
    {
      add_id (self, stage->id);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          add_id (self, step->id);
          add_id (self, step->action_id);
        }
      sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
        {
          add_id (self, trigger->id);
        }
    }
}

static void
paste_init (ScPaste *self, const ScList *matches)
{
  self->matches = new_id_table (NULL);
  self->copied = new_id_table (NULL);
  self->joined = new_id_table (NULL);
  self->ids = new_id_table (g_free);
  self->report = g_new0 (ScPasteReport, 1);
  sc_list_foreach (matches, const ScStepMatch *, match)
    {
      if (match->step != NULL)
        g_hash_table_insert (self->matches, (gpointer) match->step, (gpointer) match);
    }
  if (self->clip->flow != NULL)
    g_hash_table_insert (self->ids, (gpointer) self->clip->flow, g_strdup (self->flow->id));
  sc_list_foreach (self->clip->stages, const ScStage *, stage)
    {
      if (stage->id != NULL)
        g_hash_table_add (self->copied, (gpointer) stage->id);
      if (stage->condition == NULL && stage->next != NULL)
        g_hash_table_add (self->joined, (gpointer) stage->next);
    }
  add_ids (self, self->clip->stages);
  add_ids (self, self->clip->loose);
}

static void
paste_clear (ScPaste *self)
{
  g_clear_pointer (&self->matches, g_hash_table_unref);
  g_clear_pointer (&self->copied, g_hash_table_unref);
  g_clear_pointer (&self->joined, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->report, sc_paste_report_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScPaste, paste_clear)

void
sc_paste_lose (ScPaste *self, ScLossKind kind, const char *name)
{
  if (self->report->n_lost[kind]++ == 0)
    self->report->lost[kind] = g_strdup (name);
}

static const char *
map_id (const char *field, const char *text, GString *scratch, gpointer data)
{
  const ScPaste *self = data;
  static const char *const references[] = { "id", "action_id", "filter", "source", NULL };
  const char *fresh;

  /* A label is that of its stage or step; the platform refuses any other. */
  if (g_str_equal (field, "own_id"))
    return NULL;
  if (g_str_equal (field, "next") || g_str_equal (field, "target"))
    return g_hash_table_contains (self->copied, text) ? g_hash_table_lookup (self->ids, text)
                                                      : NULL;
  if (!g_strv_contains (references, field))
    return text;
  fresh = g_hash_table_lookup (self->ids, text);
  return fresh != NULL ? fresh : text;
}

/* A flow of the stages alone, with fresh ids. Two that had one id before have one each now. */
static ScFlow *
renew_ids (const ScPaste *self, const ScList *stages)
{
  g_autoptr (ScSolution) alone = sc_solution_new ();
  g_autoptr (ScSolution) distinct = NULL;
  g_autoptr (ScSolution) renewed = NULL;
  g_autoptr (ScFlow) flow = sc_flow_new ();

  sc_set_string (flow, id, self->flow->id);
  sc_take_value (flow, stages, sc_value_map_texts (stages, map_id, (gpointer) self));
  sc_take_value (alone, flows, sc_list_append (NULL, flow));
  distinct = sc_edit_identity_renew_stages (alone, flow->id, NULL);
  renewed = distinct != NULL ? sc_edit_identity_renew_steps (distinct, flow->id, NULL) : NULL;
  return sc_flow_ref (sc_list_get ((renewed != NULL ? renewed : alone)->flows, 0));
}

/* The stages as they are to be in the flow, with the ways among them; in exits those out of them.
 * first: the position of the one that the others follow. */
static void
prepare_stages (
    ScPaste *self, const ScList *stages, ScGraphEdit *graph, GArray *exits, guint *first)
{
  GPtrArray *adapted = sc_list_collect ();
  g_autofree gboolean *straighten = g_new0 (gboolean, sc_list_length (stages));
  g_autoptr (ScList) list = NULL;
  g_autoptr (ScFlow) flow = NULL;

  sc_list_foreach (stages, const ScStage *, stage)
    {
      g_ptr_array_add (adapted, sc_paste_adapt_stage (self, stage, &straighten[stage_i]));
    }
  list = sc_list_new_take (adapted);
  flow = renew_ids (self, list);
  sc_graph_edit_init (graph, flow);
  for (guint i = 0; i < graph->stages->len; i++)
    if (straighten[i])
      sc_graph_edit_straighten (graph, i);
  *first = sc_paste_join (graph, exits);
  graph->flow = NULL;
}

static gboolean
keeps_table (const ScPaste *self, const char *id)
{
  sc_list_foreach (self->clip->stages, const ScStage *, stage)
    {
      if (sc_id_equal (stage->id, id))
        return sc_name_equal (stage->table,
                              sc_clip_get_target (self->clip, self->solution, self->flow,
                                                  self->place, self->tables, stage));
    }
  return FALSE;
}

/* The relationships between the stages, for the new ones. */
static void
add_transitions (ScPaste *self, ScFlow *draft)
{
  g_autoptr (GPtrArray) transitions = sc_list_collect ();

  sc_list_foreach (draft->transitions, const ScTransition *, transition)
    {
      g_ptr_array_add (transitions, sc_transition_ref (transition));
    }
  sc_list_foreach (self->clip->transitions, const ScTransition *, transition)
    {
      ScTransition *copy;

      if (!keeps_table (self, transition->source) || !keeps_table (self, transition->target))
        {
          sc_paste_lose (self, SC_LOSS_RELATIONSHIP, transition->relationship);
          continue;
        }
      copy = sc_transition_copy (transition);
      sc_set_string (copy, source, g_hash_table_lookup (self->ids, transition->source));
      sc_set_string (copy, target, g_hash_table_lookup (self->ids, transition->target));
      g_ptr_array_add (transitions, copy);
    }
  sc_take_value (draft, transitions, sc_list_new_take (g_steal_pointer (&transitions)));
}

static void
set_primary_table (const ScPaste *self, ScFlow *draft)
{
  const ScStage *before = sc_list_get (self->flow->stages, 0);
  const ScStage *first = sc_list_get (draft->stages, 0);
  const ScTable *known;

  if (first == NULL || first->table == NULL
      || sc_name_equal (first->table, before != NULL ? before->table : self->flow->primary_table))
    return;
  known = sc_solution_find_table (self->solution, first->table, NULL);
  sc_set_string (draft, primary_table,
                 known != NULL && known->schema_name != NULL ? known->schema_name : first->table);
}

static ScFlow *
paste_stages (
    ScPaste *self, const ScPlace *place, const ScList *stages, GArray *parts, GError **error)
{
  g_auto (ScGraphEdit) graph = { NULL, NULL, NULL };
  g_auto (ScGraphEdit) pasted = { NULL, NULL, NULL };
  g_autoptr (GArray) exits = g_array_new (FALSE, FALSE, sizeof (ScEdge));
  g_autofree char *target = NULL;
  guint position = 0, offset, first;
  ScFlow *flow;

  sc_graph_edit_init (&graph, place->flow);
  if (!sc_graph_edit_find_slot (&graph, place, self->place.slot, &position, error))
    return NULL;
  prepare_stages (self, stages, &pasted, exits, &first);
  target = sc_graph_edit_dup_slot_target (&graph, self->place.slot, position);
  offset = graph.stages->len;
  for (guint i = 0; i < pasted.stages->len; i++)
    {
      ScStage *stage = sc_stage_ref (g_ptr_array_index (pasted.stages, i));
      ScPart part = { SC_PART_STAGE, stage->id };

      sc_graph_edit_add (&graph, stage);
      g_array_append_val (parts, part);
    }
  for (guint i = 0; i < exits->len; i++)
    {
      const ScEdge *exit = &g_array_index (exits, ScEdge, i);

      sc_graph_edit_lead (&graph, offset + exit->from, exit->branch, target);
    }
  sc_graph_edit_lead_slot_to (&graph, self->place.slot, position,
                              g_array_index (parts, ScPart, first).id);
  flow = sc_graph_edit_finish (&graph);
  add_transitions (self, flow);
  set_primary_table (self, flow);
  self->report->n_stages = sc_list_length (stages);
  return flow;
}

static GHashTable *
collect_step_ids (const ScFlow *flow)
{
  GHashTable *ids = g_hash_table_new_full (sc_id_hash, (GEqualFunc) sc_id_equal, g_free, NULL);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          if (step->id != NULL)
            g_hash_table_add (ids, g_strdup (step->id));
        }
    }
  return ids;
}

/* The step, under another id when that is taken: two that were copied from different stages may
 * have had one id. */
static ScStep *
make_distinct (GHashTable *ids, const ScStep *step)
{
  if (g_hash_table_add (ids, g_strdup (step->id)))
    return sc_step_ref (step);
  return sc_edit_clone_step (step, NULL);
}

/* Takes over flow. */
static ScFlow *
paste_steps (ScPaste *self, ScFlow *flow, GArray *parts)
{
  guint position;
  const ScStage *stage = sc_flow_find_stage (flow, self->place.stage, &position);
  guint at = MIN (self->place.position, sc_list_length (stage->steps));
  g_autoptr (GPtrArray) steps = sc_list_collect ();
  g_autoptr (GHashTable) ids = collect_step_ids (flow);
  g_autoptr (ScStage) changed = sc_stage_copy (stage);
  g_autoptr (ScFlow) before = flow;
  ScFlow *after = sc_flow_copy (flow);

  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      g_ptr_array_add (steps, sc_step_ref (step));
    }
  sc_list_foreach (self->clip->loose, const ScStage *, loose)
    {
      g_autoptr (ScList) adapted = sc_paste_adapt_steps (self, loose, stage->table);
      g_autoptr (ScStage) alone = sc_stage_new ();
      g_autoptr (ScList) stages = NULL;
      g_autoptr (ScFlow) renewed = NULL;

      sc_set_value (alone, steps, adapted);
      stages = sc_list_append (NULL, alone);
      renewed = renew_ids (self, stages);
      sc_list_foreach (((const ScStage *) sc_list_at (renewed->stages, 0))->steps, const ScStep *,
                       step)
        {
          ScStep *distinct = make_distinct (ids, step);
          ScPart part = { SC_PART_STEP, distinct->id };

          g_ptr_array_insert (steps, (int) at++, distinct);
          g_array_append_val (parts, part);
          self->report->n_steps++;
        }
    }
  sc_take_value (changed, steps, sc_list_new_take (g_steal_pointer (&steps)));
  sc_take_value (after, stages, sc_list_replace (flow->stages, position, changed));
  return after;
}

/* The stages that are made: also those that loose steps need where no stage can take them. */
static ScList *
list_stages (const ScPaste *self)
{
  g_autoptr (GPtrArray) stages = sc_list_collect ();

  sc_list_foreach (self->clip->stages, const ScStage *, stage)
    {
      g_ptr_array_add (stages, sc_stage_ref (stage));
    }
  if (self->place.stage == NULL)
    sc_list_foreach (self->clip->loose, const ScStage *, stage)
      {
        g_ptr_array_add (stages, sc_stage_ref (stage));
      }
  return sc_list_new_take (g_steal_pointer (&stages));
}

static ScSolution *
paste (ScPaste *self, const ScPlace *place, GError **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (ScPart));
  g_autoptr (ScList) stages = list_stages (self);
  ScFlow *flow;

  if (stages != NULL)
    flow = paste_stages (self, place, stages, parts, error);
  else
    flow = sc_flow_ref (self->flow);
  if (flow != NULL && self->place.stage != NULL && self->clip->loose != NULL)
    flow = paste_steps (self, flow, parts);
  if (flow == NULL)
    return NULL;
  self->report->parts = sc_parts_new (flow, (const ScPart *) (gpointer) parts->data, parts->len);
  if (self->report->parts == NULL)
    {
      sc_flow_unref (flow);
      return sc_edit_unchanged (self->solution);
    }
  return sc_place_put_flow (place, flow);
}

ScSolution *
sc_edit_paste (const ScSolution *solution,
               const char *flow,
               const ScClip *clip,
               ScPastePlace place,
               const ScList *tables,
               const ScList *matches,
               ScPasteReport **report,
               GError **error)
{
  g_auto (ScPaste) self = { .solution = solution, .clip = clip, .place = place, .tables = tables };
  g_autoptr (ScList) proposed = NULL;
  ScSolution *after;
  ScPlace at;

  if (report != NULL)
    *report = NULL;
  if (place.stage != NULL ? !sc_place_find_stage (&at, solution, flow, place.stage, error)
                          : !sc_place_find_flow (&at, solution, flow, error))
    return NULL;
  self.flow = at.flow;
  if (matches == NULL)
    matches = proposed = sc_clip_match_steps (clip, solution, flow, place, tables);
  paste_init (&self, matches);
  after = paste (&self, &at, error);
  if (after != NULL && report != NULL)
    *report = g_steal_pointer (&self.report);
  return after;
}
