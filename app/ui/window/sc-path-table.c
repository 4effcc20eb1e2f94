/* sc-path-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-path-table.h"

#include <glib/gi18n-lib.h>

#include "sc-condition-text.h"

/* The columns behind the conditions. */
typedef enum
{
  ENDS_AT,
  STAGES,
  STEPS,
  REQUIRED,
  N_FACTS
} Fact;

static const char *const fact_titles[N_FACTS] = {
  [ENDS_AT] = N_ ("Ends at"),
  [STAGES] = N_ ("Stages"),
  [STEPS] = N_ ("Steps"),
  [REQUIRED] = N_ ("Required"),
};

ScPathTable *
sc_path_table_new (const ScFlow *flow, int language)
{
  ScPathTable *self = g_new0 (ScPathTable, 1);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);

  self->paths = sc_flow_path_list (graph, SC_PATH_TABLE_MAX);
  self->n_paths = sc_flow_path_count (graph);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (stage->condition != NULL)
        g_ptr_array_add (self->titles,
                         g_utf8_make_valid (sc_stage_get_label (stage, language), -1));
    }
  self->first_fact = self->titles->len;
  for (guint i = 0; i < N_FACTS; i++)
    g_ptr_array_add (self->titles, g_strdup (_ (fact_titles[i])));
  return self;
}

void
sc_path_table_free (ScPathTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->titles);
  g_free (self);
}

/* The position of the stage whose condition that column is about. */
static guint
find_stage (const ScFlow *flow, guint column)
{
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (stage->condition != NULL && column-- == 0)
        return stage_i;
    }
  g_return_val_if_reached (0);
}

static char *
describe_branch (
    const ScSolution *solution, const ScFlow *flow, int language, guint position, int way)
{
  const ScStage *stage = sc_list_get (flow->stages, position);
  const ScBranch *branch = way >= 0 ? sc_list_get (stage->condition->branches, (guint) way) : NULL;

  if (branch == NULL)
    return g_strdup (_ ("Otherwise"));
  if (branch->name != NULL && *branch->name != '\0')
    return g_utf8_make_valid (branch->name, -1);
  return sc_condition_text_branch (solution, flow, stage, branch, language);
}

static char *
describe_end (const ScFlow *flow, int language, const ScFlowPath *path)
{
  const ScEdge *last = &path->edges[path->n - 1];
  const ScStage *from = sc_list_get (flow->stages, last->from);
  g_autofree char *name = g_utf8_make_valid (sc_stage_get_label (from, language), -1);
  g_autofree char *target = NULL;

  switch (path->end)
    {
    case SC_PATH_LOOPS:
      target = g_utf8_make_valid (
          sc_stage_get_label (sc_list_get (flow->stages, (guint) last->to), language), -1);
      /* TRANSLATORS: two stages; the flow goes from the first back to the second. */
      return g_strdup_printf (_ ("%s, back to %s"), name, target);
    case SC_PATH_DANGLES:
      /* TRANSLATORS: a stage that leads to one that does not exist. */
      return g_strdup_printf (_ ("%s, to a stage that is not there"), name);
    case SC_PATH_ENDS:
    default:
      return g_steal_pointer (&name);
    }
}

static guint
count_steps (const ScFlow *flow, const ScFlowPath *path, gboolean required)
{
  guint n = 0;

  for (guint i = 0; i < path->n; i++)
    {
      const ScStage *stage = sc_list_get (flow->stages, path->edges[i].from);

      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          n += !required || step->required ? 1 : 0;
        }
    }
  return n;
}

char *
sc_path_table_dup_cell (const ScPathTable *self,
                        const ScSolution *solution,
                        const ScFlow *flow,
                        int language,
                        guint row,
                        guint column)
{
  const ScFlowPath *path = g_ptr_array_index (self->paths, row);

  if (column < self->first_fact)
    {
      guint stage = find_stage (flow, column);
      const ScEdge *edge = sc_flow_path_find (path, stage);

      return edge != NULL ? describe_branch (solution, flow, language, stage, edge->branch)
                          : g_strdup ("–");
    }
  switch ((Fact) (column - self->first_fact))
    {
    case ENDS_AT:
      return describe_end (flow, language, path);
    case STAGES:
      return g_strdup_printf ("%u", path->n);
    case STEPS:
      return g_strdup_printf ("%u", count_steps (flow, path, FALSE));
    case REQUIRED:
      return g_strdup_printf ("%u", count_steps (flow, path, TRUE));
    case N_FACTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* A cell ends where a tab or a line does. */
static void
append_cell (GString *text, const char *cell)
{
  for (const char *p = cell; *p != '\0'; p++)
    g_string_append_c (text, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
}

char *
sc_path_table_dup_text (const ScPathTable *self,
                        const ScSolution *solution,
                        const ScFlow *flow,
                        int language)
{
  GString *text = g_string_new (NULL);

  for (guint column = 0; column < self->titles->len; column++)
    {
      g_string_append (text, column > 0 ? "\t" : "");
      append_cell (text, g_ptr_array_index (self->titles, column));
    }
  for (guint row = 0; row < self->paths->len; row++)
    for (guint column = 0; column < self->titles->len; column++)
      {
        g_autofree char *cell
            = sc_path_table_dup_cell (self, solution, flow, language, row, column);

        g_string_append (text, column > 0 ? "\t" : "\n");
        append_cell (text, cell);
      }
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
