/* sc-problem-place.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-problem-place.h"

#include <glib/gi18n-lib.h>

#include "sc-id.h"
#include "sc-problem-item-private.h"

struct _ScProblemPlaces
{
  ScSolution *solution;
  char *open_flow;
  gboolean has_headings;
  gboolean says_other; /* than before, whatever happened to flow and stage */
  gboolean roles_changed;

  GHashTable *flows;   /* id -> position + 1, of the first with that id */
  const char *flow_id; /* of the problem placed last */
  const ScFlow *flow;
  int flow_position;
  GHashTable *stages;   /* of flow */
  const char *stage_id; /* of the problem placed last; NULL: none, or in another flow */
  int stage_position;
  const ScFlow *old_flow; /* where the item placed last was before */
  gboolean renamed;       /* flow is called otherwise than old_flow */
};

static GHashTable *
index_flows (const ScSolution *solution)
{
  GHashTable *index = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (flow->id != NULL && !g_hash_table_contains (index, flow->id))
        g_hash_table_insert (index, (gpointer) flow->id, GUINT_TO_POINTER (flow_i + 1));
    }
  return index;
}

ScProblemPlaces *
sc_problem_places_new (const ScProblemPlaces *before,
                       const ScSolution *solution,
                       const char *open_flow,
                       gboolean has_headings)
{
  ScProblemPlaces *self = g_new0 (ScProblemPlaces, 1);

  self->solution = solution != NULL ? sc_solution_ref (solution) : NULL;
  self->open_flow = g_strdup (open_flow);
  self->has_headings = has_headings;
  self->flow_position = -1;
  if (solution != NULL)
    self->flows = index_flows (solution);
  self->says_other = before == NULL || before->solution == NULL || solution == NULL
                     || before->has_headings != has_headings
                     || before->solution->language != solution->language
                     || g_strcmp0 (before->open_flow, open_flow) != 0;
  self->roles_changed = self->says_other || before->solution->roles != solution->roles;
  return self;
}

void
sc_problem_places_free (ScProblemPlaces *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->solution, sc_solution_unref);
  g_clear_pointer (&self->flows, g_hash_table_unref);
  g_clear_pointer (&self->stages, g_hash_table_unref);
  g_free (self->open_flow);
  g_free (self);
}

gboolean
sc_problem_is_of_flow (const ScProblem *problem, const char *flow)
{
  return flow != NULL && problem->flow != NULL && sc_id_equal (problem->flow, flow);
}

static void
find_flow (ScProblemPlaces *self, const char *id)
{
  guint position;

  if (self->flow_id != NULL && id != NULL && g_str_equal (self->flow_id, id))
    return;
  g_clear_pointer (&self->stages, g_hash_table_unref);
  position = id != NULL && self->flows != NULL
                 ? GPOINTER_TO_UINT (g_hash_table_lookup (self->flows, id))
                 : 0;
  self->flow_id = id;
  self->flow_position = (int) position - 1;
  self->flow = position > 0 ? sc_list_get (self->solution->flows, position - 1) : NULL;
  self->old_flow = NULL;
  self->stage_id = NULL;
}

/* The stage of a problem that names only a step is that of the step. */
static const ScStage *
find_stage (ScProblemPlaces *self, const ScProblem *problem, int *position)
{
  const ScStage *stage = NULL;
  const char *id = problem->stage;

  *position = -1;
  if (self->flow == NULL)
    return NULL;
  if (self->stages == NULL)
    self->stages = sc_flow_index_stages (self->flow);
  if (id == NULL && problem->step != NULL
      && sc_flow_find_step (self->flow, problem->step, &stage, NULL) != NULL)
    id = stage->id;
  if (id == NULL)
    return NULL;
  if (self->stage_id == NULL || !g_str_equal (self->stage_id, id))
    self->stage_position = sc_flow_index_find (self->stages, id);
  self->stage_id = id;
  *position = self->stage_position;
  return *position >= 0 ? sc_list_get (self->flow->stages, (guint) *position) : NULL;
}

static gboolean
is_renamed (ScProblemPlaces *self, const ScFlow *old_flow)
{
  int language;

  if (old_flow == self->flow)
    return FALSE;
  if (old_flow == NULL || self->flow == NULL)
    return TRUE;
  if (old_flow == self->old_flow)
    return self->renamed;
  language = self->solution->language;
  self->old_flow = old_flow;
  self->renamed
      = g_strcmp0 (sc_flow_get_label (old_flow, language), sc_flow_get_label (self->flow, language))
        != 0;
  return self->renamed;
}

/* "Step", or the role, or nothing. */
static const char *
get_name (ScProblemPlaces *self, const ScProblemItem *item)
{
  const ScProblem *problem = item->problem;
  const ScStep *step = item->stage != NULL && problem->step != NULL
                           ? sc_stage_find_step (item->stage, problem->step, NULL)
                           : NULL;
  const ScRole *role = problem->role != NULL && self->solution != NULL
                           ? sc_solution_find_role (self->solution, problem->role, NULL)
                           : NULL;

  if (step != NULL)
    return sc_step_get_label (step, self->solution->language);
  return role != NULL ? role->name : NULL;
}

static char *
dup_place (ScProblemPlaces *self, const ScProblemItem *item)
{
  const char *parts[4] = { NULL };
  const char *name = get_name (self, item);
  guint n = 0;

  if (!self->has_headings && item->flow != NULL)
    {
      if (!sc_problem_is_of_flow (item->problem, self->open_flow)
          || (item->stage == NULL && name == NULL))
        parts[n++] = sc_flow_get_label (item->flow, self->solution->language);
      if (item->stage != NULL)
        parts[n++] = sc_stage_get_label (item->stage, self->solution->language);
    }
  parts[n] = name;
  return g_strjoinv (" › ", (char **) parts);
}

void
sc_problem_places_set (ScProblemPlaces *self, ScProblemItem *item, ScProblemSlot *slot)
{
  const ScStage *stage;
  gboolean other;

  find_flow (self, item->problem->flow);
  stage = find_stage (self, item->problem, &slot->stage);
  slot->flow = self->flow_position;
  other = self->says_other || item->place == NULL || item->stage != stage
          || is_renamed (self, item->flow) || (self->roles_changed && item->problem->role != NULL);
  item->flow = self->flow;
  item->stage = stage;
  if (!other)
    return;
  g_free (item->place);
  item->place = dup_place (self, item);
  g_clear_pointer (&item->words, g_free);
  item->changed = TRUE;
}

const char *
sc_problem_places_get_title (const ScProblemPlaces *self,
                             const ScProblemSlot *slot,
                             ScProblemLineKind kind)
{
  const ScProblemItem *item = slot->item;
  const char *title = NULL;

  if (kind == SC_PROBLEM_LINE_STAGE)
    title = sc_stage_get_label (item->stage, self->solution->language);
  else if (item->flow != NULL)
    title = sc_flow_get_label (item->flow, self->solution->language);
  /* Translators: the heading of problems that are in no single flow. */
  else
    title = _ ("Solution");
  /* Translators: what has no name. */
  return *title != '\0' ? title : _ ("Unnamed");
}
