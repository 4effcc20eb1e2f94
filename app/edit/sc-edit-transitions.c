/* sc-edit-transitions.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-private.h"

#include "sc-id.h"

/* A flow before and after an edit, with its stages by id. */
typedef struct
{
  const ScFlow *before, *after;
  GHashTable *old, *new;  /* see sc_flow_index_stages() */
  GPtrArray *transitions; /* of ScTransition: those the flow has afterwards */
} Change;

static const ScStage *
find_stage (const ScFlow *flow, GHashTable *index, const char *id)
{
  int position = sc_flow_index_find (index, id);

  return position >= 0 ? sc_list_get (flow->stages, (guint) position) : NULL;
}

gboolean
sc_edit_leads_to (const ScStage *stage, const char *target)
{
  if (stage == NULL)
    return FALSE;
  if (stage->condition != NULL)
    {
      sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
        {
          if (sc_id_equal (branch->target, target))
            return TRUE;
        }
      if (sc_condition_has_otherwise (stage->condition))
        return FALSE;
    }
  return sc_id_equal (stage->next, target);
}

static gboolean
same_table (const ScStage *a, const ScStage *b)
{
  return a->table != NULL && g_strcmp0 (a->table, b->table) == 0;
}

static gboolean
has_transition (const Change *self, const char *source, const char *target)
{
  for (guint i = 0; i < self->transitions->len; i++)
    {
      const ScTransition *transition = g_ptr_array_index (self->transitions, i);

      if (sc_id_equal (transition->source, source) && sc_id_equal (transition->target, target))
        return TRUE;
    }
  return sc_flow_find_transition (self->before, source, target) != NULL;
}

/* Puts a copy of lost on the way between two stages when that way is a new one. */
static void
follow (Change *self, const ScTransition *lost, const ScStage *source, const char *target)
{
  ScTransition *copy;

  if (!sc_edit_leads_to (source, target)
      || sc_edit_leads_to (find_stage (self->before, self->old, source->id), target)
      || has_transition (self, source->id, target))
    return;
  copy = sc_transition_copy (lost);
  sc_set_string (copy, source, source->id);
  sc_set_string (copy, target, target);
  g_ptr_array_add (self->transitions, copy);
}

/* The ways that took the place of the one a lost transition was on: new ones that change between
 * the same tables and share an end with it. */
static void
follow_lost (Change *self, const ScTransition *lost)
{
  const ScStage *source = find_stage (self->before, self->old, lost->source);
  const ScStage *target = find_stage (self->before, self->old, lost->target);
  const ScStage *left = find_stage (self->after, self->new, lost->source);

  if (source == NULL || target == NULL || same_table (source, target))
    return;
  sc_list_foreach (self->after->stages, const ScStage *, stage)
    {
      if (same_table (stage, source))
        follow (self, lost, stage, target->id);
      if (same_table (stage, target) && left != NULL)
        follow (self, lost, left, stage->id);
    }
}

static gboolean
is_lost (const Change *self, const char *id)
{
  return find_stage (self->before, self->old, id) != NULL
         && find_stage (self->after, self->new, id) == NULL;
}

static gboolean
has_lost_end (const Change *self, const ScTransition *transition)
{
  return is_lost (self, transition->source) || is_lost (self, transition->target);
}

void
sc_edit_derive_transitions (const ScFlow *before, ScFlow *after)
{
  g_autoptr (GHashTable) old = NULL;
  g_autoptr (GHashTable) new = NULL;
  g_autoptr (GPtrArray) transitions = NULL;
  Change change;
  gboolean changed = FALSE;

  if (before->transitions == NULL)
    return;
  old = sc_flow_index_stages (before);
  new = sc_flow_index_stages (after);
  transitions = sc_list_collect ();
  change = (Change){ before, after, old, new, transitions };
  sc_list_foreach (before->transitions, const ScTransition *, transition)
    {
      gboolean led
          = sc_edit_leads_to (find_stage (before, old, transition->source), transition->target);

      if (led ? sc_edit_leads_to (find_stage (after, new, transition->source), transition->target)
              : !has_lost_end (&change, transition))
        {
          g_ptr_array_add (transitions, sc_transition_ref (transition));
          continue;
        }
      if (led)
        follow_lost (&change, transition);
      changed = TRUE;
    }
  if (changed)
    sc_take_value (after, transitions, sc_list_new_take (g_steal_pointer (&transitions)));
}
