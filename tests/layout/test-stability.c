/* test-stability.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits.h"
#include "sc-layout.h"

/* What somebody looks at stays where it is while something is edited to the right of it. */

#define SEED    20261123
#define N_EDITS 4000

/* The leftmost column in which something is another than in other: a stage that other has not, or
 * not like that, or in another column. */
static guint
find_first_change (const ScFlow *flow,
                   const ScLayout *layout,
                   const ScFlow *other,
                   const ScLayout *other_layout)
{
  guint first = G_MAXUINT;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      int position = sc_list_index (other->stages, stage);
      guint column = layout->cards[stage_i].column;

      if (position < 0 || other_layout->cards[position].column != column)
        first = MIN (first, column);
    }
  return first;
}

/* A line that changes the table says so right behind its stage, however far it leads: what comes
 * next moves with the first one. */
static guint
find_first_table (const ScFlow *flow, const ScLayout *layout, const ScFlow *other)
{
  guint first = G_MAXUINT;

  for (guint i = 0; i < layout->n_lines; i++)
    {
      const ScLayoutLine *line = &layout->lines[i];

      if (line->changes_table && line->edge.to >= 0
          && sc_list_index (other->stages, sc_list_get (flow->stages, (guint) line->edge.to)) < 0)
        first = MIN (first, layout->cards[line->edge.from].column + 1);
    }
  return first;
}

static double
find_top (const ScLayout *layout, guint column)
{
  double top = G_MAXDOUBLE;

  for (guint i = 0; i < layout->n_cards; i++)
    if (layout->cards[i].column >= column)
      top = MIN (top, layout->cards[i].rect.y);
  return top;
}

/* The number of cards that were looked at. What stands to the left of all that changed stays in
 * its place; it may only be pushed down, or up again, by a branch above it that goes on to where
 * the change is. */
static guint
check_stable (const ScFlow *before, const ScFlow *after, const char *kind)
{
  g_autoptr (ScLayout) old = sc_layout_new (before, &sc_layout_default_metrics);
  g_autoptr (ScLayout) new = sc_layout_new (after, &sc_layout_default_metrics);
  guint first
      = MIN (MIN (find_first_change (before, old, after, new),
                  find_first_change (after, new, before, old)),
             MIN (find_first_table (before, old, after), find_first_table (after, new, before)));
  double top = MIN (find_top (old, first), find_top (new, first));
  guint n = 0;

  sc_list_foreach (after->stages, const ScStage *, stage)
    {
      const ScLayoutCard *now = &new->cards[stage_i], *was;

      if (now->column >= first)
        continue;
      was = &old->cards[sc_list_index (before->stages, stage)];
      if (now->rect.x != was->rect.x)
        g_error ("%s moves “%s” sideways: from %g to %g", kind, stage->id, was->rect.x,
                 now->rect.x);
      if (was->rect.y <= top && now->rect.y != was->rect.y)
        g_error ("%s moves “%s” from %g to %g", kind, stage->id, was->rect.y, now->rect.y);
      n++;
    }
  return n;
}

/* Stages that cannot be reached stand in a row below everything, in their order: where one comes or
 * goes, the others close up. */
static gboolean
is_connected (const ScFlow *flow)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);

  for (guint i = 0; i < graph->n_stages; i++)
    if (!graph->reachable[i])
      return FALSE;
  return TRUE;
}

static void
test_random (void)
{
  g_autoptr (RandomEdits) edits = random_edits_new (SEED);
  ScSolution *solution = random_edits_start (edits);
  guint n = 0;

  for (guint i = 0; i < random_edits_length (N_EDITS); i++)
    {
      const char *kind;
      ScSolution *after = random_edits_next (edits, solution, &kind, NULL);

      if (after == NULL)
        continue;
      sc_list_foreach (after->flows, const ScFlow *, flow)
        {
          const ScFlow *before = sc_solution_find_flow (solution, flow->id, NULL);

          if (before != NULL && before != flow && is_connected (before) && is_connected (flow))
            n += check_stable (before, flow, kind);
        }
      sc_solution_unref (solution);
      solution = after;
    }
  sc_solution_unref (solution);
  g_assert_cmpuint (n, >, N_EDITS / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/stability", test_random);
  return g_test_run ();
}
