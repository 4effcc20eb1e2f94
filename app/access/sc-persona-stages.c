/* sc-persona-stages.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-private.h"

#include "sc-flow-graph.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>

/* What the stages are judged with. */
typedef struct
{
  const ScPersonaAccess *access;
  const ScFlow *flow;
  int flow_place;
  ScFlowGraph *graph;
  gboolean *plain; /* per stage: reached without a condition */
} Judge;

static void
judge_init (Judge *self, const ScPersonaAccess *access, const ScFlow *flow)
{
  const guint n = sc_list_length (flow->stages);
  gboolean more = n > 0;

  *self = (Judge){ access, flow };
  self->flow_place = sc_access_map_find_flow (sc_persona_access_get_map (access), flow);
  self->graph = sc_flow_graph_new (flow);
  self->plain = g_new0 (gboolean, n + 1);
  self->plain[0] = TRUE;
  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < self->graph->n_edges; i++)
        {
          const ScEdge *edge = &self->graph->edges[i];
          const ScStage *from = sc_list_at (flow->stages, edge->from);

          if (edge->to < 0 || from->condition != NULL || !self->plain[edge->from]
              || self->plain[edge->to])
            continue;
          self->plain[edge->to] = TRUE;
          more = TRUE;
        }
    }
}

static void
judge_clear (Judge *self)
{
  sc_flow_graph_free (self->graph);
  g_free (self->plain);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judge, judge_clear)

/* TRUE, too, where the table or the names of its privileges are not known. */
static gboolean
may (const Judge *self, const char *table, ScAccess access)
{
  const ScAccessMap *map = sc_persona_access_get_map (self->access);
  int place = sc_access_map_find_table (map, table);

  return place < 0
         || sc_access_levels_get_privilege (sc_access_map_get_levels (map), (guint) place, access)
                == G_MAXUINT
         || sc_persona_access_has (self->access, (guint) place, access);
}

static void
lack (const Judge *self, GString *why, ScAccess access, const char *name, const char *consequence)
{
  if (why->len > 0)
    g_string_append_c (why, ' ');
  /* Translators: "No role gives Write on “Account”: its steps cannot be filled in." */
  g_string_append_printf (why, _ ("No role gives %s on “%s”: %s"), sc_access_get_title (access),
                          name, consequence);
}

static void
lack_on_table (
    const Judge *self, GString *why, ScAccess access, const char *table, const char *consequence)
{
  lack (self, why, access, sc_persona_access_name_table (self->access, table), consequence);
}

/* The way into stage from a stage on another table; NULL: there is none, or the row is known: a
 * flow comes back to its first table with the row that it started with. */
static const ScStage *
find_way_in (const Judge *self, guint position)
{
  const ScStage *stage = sc_list_at (self->flow->stages, position);
  const ScStage *first = sc_list_at (self->flow->stages, 0);

  if (stage->table == NULL || sc_name_equal (first->table, stage->table))
    return NULL;
  for (guint i = 0; i < self->graph->n_edges; i++)
    {
      const ScEdge *edge = &self->graph->edges[i];
      const ScStage *from = sc_list_at (self->flow->stages, edge->from);

      if (edge->to == (int) position && from->table != NULL
          && !sc_name_equal (from->table, stage->table))
        return from;
    }
  return NULL;
}

/* Linking the new row: it points to the one before, where there is a relationship; the flow points
 * to it. */
static gboolean
may_link (const Judge *self, const ScStage *from, const ScStage *stage, GString *why)
{
  const char *const consequence = _ ("a new row cannot be linked on the way here.");
  gboolean related = sc_flow_find_transition (self->flow, from->id, stage->id) != NULL;
  gboolean link = TRUE;

  if (related && !may (self, stage->table, SC_ACCESS_APPEND))
    {
      lack_on_table (self, why, SC_ACCESS_APPEND, stage->table, consequence);
      link = FALSE;
    }
  if (related && !may (self, from->table, SC_ACCESS_APPEND_TO))
    {
      lack_on_table (self, why, SC_ACCESS_APPEND_TO, from->table, consequence);
      link = FALSE;
    }
  if (self->flow_place >= 0
      && !sc_persona_access_has (self->access, (guint) self->flow_place, SC_ACCESS_APPEND))
    {
      lack (self, why, SC_ACCESS_APPEND, sc_persona_access_name_flow (self->access, self->flow),
            consequence);
      link = FALSE;
    }
  return link;
}

static void
judge_table (const Judge *self, ScStageAccess *result, GString *why)
{
  const char *table = result->stage->table;

  result->read = may (self, table, SC_ACCESS_READ);
  result->write = result->read && may (self, table, SC_ACCESS_WRITE);
  if (!result->read)
    lack_on_table (self, why, SC_ACCESS_READ, table,
                   _ ("they see the names of the stage and its steps, and cannot work in it."));
  else if (!result->write)
    lack_on_table (self, why, SC_ACCESS_WRITE, table, _ ("its steps cannot be filled in."));
}

static void
judge_way_in (const Judge *self, guint position, ScStageAccess *result, GString *why)
{
  const ScStage *from = find_way_in (self, position);

  result->create = from == NULL || may (self, result->stage->table, SC_ACCESS_CREATE);
  if (!result->create)
    lack_on_table (self, why, SC_ACCESS_CREATE, result->stage->table,
                   _ ("on the way here only a row that is already there can be taken."));
  result->link = from == NULL || may_link (self, from, result->stage, why);
}

static void
judge_condition (const Judge *self, guint position, ScStageAccess *result, GString *why)
{
  const guint process = sc_access_map_get_process (sc_persona_access_get_map (self->access));

  result->reached
      = self->plain[position] || sc_persona_access_has (self->access, process, SC_ACCESS_READ);
  if (!result->reached)
    lack (self, why, SC_ACCESS_READ, _ ("Process"),
          _ ("conditions are said not to be evaluated, and this stage not to appear."));
}

static void
clear_stage_access (gpointer stage_access)
{
  g_free (((ScStageAccess *) stage_access)->why);
}

GArray *
sc_persona_access_list_stages (const ScPersonaAccess *self, const ScFlow *flow)
{
  GArray *stages
      = g_array_sized_new (FALSE, FALSE, sizeof (ScStageAccess), sc_list_length (flow->stages));
  g_auto (Judge) judge = { NULL };

  g_array_set_clear_func (stages, clear_stage_access);
  judge_init (&judge, self, flow);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      ScStageAccess result = { .stage = stage };
      GString *why = g_string_new (NULL);

      judge_table (&judge, &result, why);
      judge_way_in (&judge, stage_i, &result, why);
      judge_condition (&judge, stage_i, &result, why);
      if (why->len > 0)
        sc_persona_access_hedge (self, why);
      result.why = g_string_free (why, why->len == 0);
      g_array_append_val (stages, result);
    }
  return stages;
}
