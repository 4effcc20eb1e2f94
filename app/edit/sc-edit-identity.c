/* sc-edit-identity.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-identity.h"

#include "sc-edit-private.h"
#include "sc-id.h"
#include "sc-value-map.h"

#include <glib/gi18n-lib.h>

/* Ids that are taken, and texts that are not ids and stand for one from now on. */
typedef struct
{
  GHashTable *seen;    /* of ids of the solution that is edited */
  GHashTable *renamed; /* old text → fresh id, owned */
} Renewal;

static void
renewal_init (Renewal *self)
{
  self->seen = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  self->renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
renewal_clear (Renewal *self)
{
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->renamed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Renewal, renewal_clear)

/* A fresh id where id will not do; NULL where it will. */
static char *
renew (Renewal *self, const char *id)
{
  char *fresh;

  if (sc_id_is_valid (id) && g_hash_table_add (self->seen, (gpointer) id))
    return NULL;
  fresh = sc_id_new ();
  if (id != NULL && *id != '\0' && !sc_id_is_valid (id)
      && !g_hash_table_contains (self->renamed, id))
    g_hash_table_insert (self->renamed, g_strdup (id), g_strdup (fresh));
  return fresh;
}

static const char *
map_renamed (const char *field, const char *text, GString *scratch, gpointer data)
{
  const char *fresh = g_hash_table_lookup (data, text);

  return fresh != NULL ? fresh : text;
}

ScSolution *
sc_edit_identity_renew_flows (const ScSolution *solution, GError **error)
{
  g_auto (Renewal) renewal = { NULL, NULL };
  GPtrArray *flows = sc_list_collect ();
  g_autoptr (ScList) after = NULL;
  ScSolution *changed;
  guint n_renewed = 0;

  renewal_init (&renewal);
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_autofree char *fresh = renew (&renewal, flow->id);
      ScFlow *copy;

      if (fresh == NULL)
        {
          g_ptr_array_add (flows, sc_flow_ref (flow));
          continue;
        }
      n_renewed++;
      copy = sc_flow_copy (flow);
      sc_set_string (copy, id, fresh);
      g_ptr_array_add (flows, copy);
    }
  after = sc_list_new_take (flows);
  if (n_renewed == 0)
    return sc_edit_unchanged (solution);
  changed = sc_solution_copy (solution);
  sc_set_value (changed, flows, after);
  sc_take_value (changed, components,
                 sc_value_map_texts (solution->components, map_renamed, renewal.renamed));
  return changed;
}

/* What the stage says of itself: its workflows wait for it. */
static ScStage *
rename_stage (const ScStage *stage, const char *fresh)
{
  g_autoptr (GHashTable) renamed = g_hash_table_new (g_str_hash, g_str_equal);
  ScStage *copy = sc_stage_copy (stage);

  if (stage->id != NULL)
    {
      g_hash_table_insert (renamed, (gpointer) stage->id, (gpointer) fresh);
      sc_take_value (copy, triggers, sc_value_map_texts (stage->triggers, map_renamed, renamed));
    }
  sc_set_string (copy, id, fresh);
  return copy;
}

ScSolution *
sc_edit_identity_renew_stages (const ScSolution *solution, const char *flow, GError **error)
{
  g_auto (Renewal) renewal = { NULL, NULL };
  g_autoptr (ScFlow) draft = NULL;
  GPtrArray *stages;
  ScPlace place;

  renewal_init (&renewal);
  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  stages = sc_list_collect ();
  draft = sc_flow_copy (place.flow);
  sc_list_foreach (place.flow->stages, const ScStage *, stage)
    {
      g_autofree char *fresh = renew (&renewal, stage->id);

      g_ptr_array_add (stages, fresh != NULL ? rename_stage (stage, fresh) : sc_stage_ref (stage));
    }
  sc_take_value (draft, stages, sc_list_new_take (stages));
  if (sc_flow_equal (draft, place.flow))
    return sc_edit_unchanged (solution);
  if (g_hash_table_size (renewal.renamed) > 0)
    {
      sc_take_value (draft, stages,
                     sc_value_map_texts (draft->stages, map_renamed, renewal.renamed));
      sc_take_value (draft, transitions,
                     sc_value_map_texts (draft->transitions, map_renamed, renewal.renamed));
    }
  return sc_place_put_flow (&place, g_steal_pointer (&draft));
}

static ScStage *
renew_steps_of (const ScStage *stage, Renewal *renewal)
{
  GPtrArray *steps = sc_list_collect ();
  g_autoptr (ScList) after = NULL;
  gboolean changed = FALSE;
  ScStage *copy;

  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      g_autofree char *fresh = renew (renewal, step->id);

      if (fresh != NULL)
        g_ptr_array_add (steps, sc_edit_clone_step (step, fresh));
      else
        g_ptr_array_add (steps, sc_step_ref (step));
      changed = changed || fresh != NULL;
    }
  after = sc_list_new_take (steps);
  if (!changed)
    return sc_stage_ref (stage);
  copy = sc_stage_copy (stage);
  sc_set_value (copy, steps, after);
  return copy;
}

ScSolution *
sc_edit_identity_renew_steps (const ScSolution *solution, const char *flow, GError **error)
{
  g_auto (Renewal) renewal = { NULL, NULL };
  g_autoptr (ScFlow) draft = NULL;
  GPtrArray *stages;
  ScPlace place;

  renewal_init (&renewal);
  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  stages = sc_list_collect ();
  sc_list_foreach (place.flow->stages, const ScStage *, stage)
    {
      g_ptr_array_add (stages, renew_steps_of (stage, &renewal));
    }
  draft = sc_flow_copy (place.flow);
  sc_take_value (draft, stages, sc_list_new_take (stages));
  if (sc_flow_equal (draft, place.flow))
    return sc_edit_unchanged (solution);
  return sc_place_put_flow (&place, g_steal_pointer (&draft));
}

static const char *
drop_own_id (const char *field, const char *text, GString *scratch, gpointer data)
{
  return g_str_equal (field, "own_id") ? NULL : text;
}

ScSolution *
sc_edit_identity_match_labels (const ScSolution *solution, const char *flow, GError **error)
{
  g_autoptr (ScList) stages = NULL;
  ScFlow *changed;
  ScPlace place;

  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  stages = sc_value_map_texts (place.flow->stages, drop_own_id, NULL);
  if (stages == place.flow->stages)
    return sc_edit_unchanged (solution);
  changed = sc_flow_copy (place.flow);
  sc_set_value (changed, stages, stages);
  return sc_place_put_flow (&place, changed);
}
