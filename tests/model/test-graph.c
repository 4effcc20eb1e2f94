/* test-graph.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-flow-graph.h"
#include "sc-outline.h"

typedef struct
{
  const char *flow;
  const char *order;  /* depth first */
  const char *merges; /* a letter a stage; "." for the end */
  const char *depths; /* a digit a stage */
  const char *unreachable;
  gboolean loop;
} Case;

static const Case cases[] = {
  { "", "", "", "", "", FALSE },
  { "A>", "A", ".", "0", "", FALSE },
  { "A>B B>C C>", "ABC", "BC.", "012", "", FALSE },
  { "A?B|C=D B>D C>D D>", "ABCD", "DDD.", "0112", "", FALSE },
  { "A?B|C B> C>", "ABC", "...", "011", "", FALSE },
  { "A?B/C B>C C>", "ABC", "CC.", "012", "", FALSE },
  { "A?B/ B>", "AB", "..", "01", "", FALSE },
  { "A?B|C|D=E B>E C>E D>E E>", "ABCDE", "EEEE.", "01112", "", FALSE },
  { "A?B|E=F B?C|D=G C>G D>G G>F E>F F>", "ABCDGEF", "FGGGFF.", "0122314", "", FALSE },
  { "A?B|C=D D> C>D B>D", "ABCD", "D.DD", "0211", "", FALSE },
  /* One branch ends, the others meet: no common merge. */
  { "A?B|C|D B>E C>E E> D>", "ABECD", ".EE..", "01121", "", FALSE },
  { "A>B B> C>B", "ABC", "B.B", "010", "C", FALSE },
  { "A>B B> C>D D>B", "ABCD", "B.DB", "0101", "CD", FALSE },
  { "A>B B>A", "AB", "B.", "01", "", TRUE },
  { "A>A", "A", ".", "0", "", TRUE },
  { "A>X", "A", ".", "0", "", FALSE },
};

static void
test_graph (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScFlow) flow = sc_outline_read (cases[i].flow);
      g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
      g_autofree guint *order = sc_flow_graph_depth_first (graph);
      g_autoptr (GString) names = g_string_new (NULL);
      g_autoptr (GString) merges = g_string_new (NULL);
      g_autoptr (GString) depths = g_string_new (NULL);
      g_autoptr (GString) unreachable = g_string_new (NULL);

      for (guint s = 0; s < graph->n_stages; s++)
        {
          const ScStage *stage = sc_list_get (flow->stages, order[s]);
          const ScStage *here = sc_list_get (flow->stages, s);
          const ScStage *merge
              = graph->merge[s] >= 0 ? sc_list_get (flow->stages, (guint) graph->merge[s]) : NULL;

          g_string_append (names, stage->id);
          g_string_append (merges, merge != NULL ? merge->id : ".");
          g_string_append_printf (depths, "%u", graph->depth[s]);
          if (!graph->reachable[s])
            g_string_append (unreachable, here->id);
        }
      g_test_message ("%s", cases[i].flow);
      g_assert_cmpstr (names->str, ==, cases[i].order);
      g_assert_cmpstr (merges->str, ==, cases[i].merges);
      g_assert_cmpstr (depths->str, ==, cases[i].depths);
      g_assert_cmpstr (unreachable->str, ==, cases[i].unreachable);
      g_assert_true ((graph->loop >= 0) == cases[i].loop);
    }
}

static void
test_block (void)
{
  static const struct
  {
    const char *flow;
    guint stage;
    const char *block;
  } blocks[] = {
    { "A>B B>C C>", 1, "B" },
    { "A>B B?C|D=E C>E D>E E>", 1, "BCD" },
    { "A?B|C B> C>", 0, "ABC" },
    { "A?B|E=F B?C|D=G C>G D>G G>F E>F F>", 1, "BCD" },
    /* D is also reached from outside the block of B. */
    { "A?B|E B?C|D C> D> E>D", 1, "BC" },
    { "A?B|F B?C|D C>E D>E E> F>C", 1, "BD" },
    { "A>B B>A", 0, "A" },
    /* A stage that nothing leads to takes nothing from a block. */
    { "A?B|C B>D C>D D> Z>B", 0, "ABC" },
    { "A?B|C B> C> Z?B|Y Y>", 4, "Y" },
    { "A?B|C B> C> Z?B|Y Y>", 3, "ZY" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr (ScFlow) flow = sc_outline_read (blocks[i].flow);
      g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
      g_autofree gboolean *block = sc_flow_graph_block (graph, blocks[i].stage);
      g_autoptr (GString) names = g_string_new (NULL);

      sc_list_foreach (flow->stages, const ScStage *, stage)
        {
          if (block[stage_i])
            g_string_append (names, stage->id);
        }
      g_assert_cmpstr (names->str, ==, blocks[i].block);
    }
}

static void
test_long_chain (void)
{
  const guint n = 100000;
  GPtrArray *stages = sc_list_collect ();
  g_autoptr (ScFlow) flow = sc_flow_new ();
  g_autoptr (ScFlowGraph) graph = NULL;
  g_autofree guint *order = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *next = g_strdup_printf ("%u", i + 1);
      ScStage *stage = sc_stage_new ();

      sc_set_string (stage, id, id);
      sc_set_string (stage, next, next);
      g_ptr_array_add (stages, stage);
    }
  sc_take_value (flow, stages, sc_list_new_take (stages));
  graph = sc_flow_graph_new (flow);
  order = sc_flow_graph_depth_first (graph);
  g_assert_cmpuint (order[n - 1], ==, n - 1);
  g_assert_cmpuint (graph->depth[n - 1], ==, n - 1);
}

/* Every stage of a chain leads to the one before it in the list, and all are shared. */
static void
test_long_block (void)
{
  const guint n = 100000;
  GPtrArray *stages = sc_list_collect ();
  g_autoptr (ScFlow) flow = sc_outline_read ("A?B|D B?C|c1 C> D>c1");
  g_autoptr (ScFlowGraph) graph = NULL;
  g_autofree gboolean *block = NULL;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      g_ptr_array_add (stages, sc_stage_ref (stage));
    }
  for (guint i = n; i > 0; i--)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      g_autofree char *next = g_strdup_printf ("c%u", i + 1);
      ScStage *stage = sc_stage_new ();

      sc_set_string (stage, id, id);
      sc_set_string (stage, next, i < n ? next : NULL);
      g_ptr_array_add (stages, stage);
    }
  sc_take_value (flow, stages, sc_list_new_take (stages));
  graph = sc_flow_graph_new (flow);
  block = sc_flow_graph_block (graph, 1);
  for (guint i = 0; i < graph->n_stages; i++)
    g_assert_true (block[i] == (i == 1 || i == 2));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/graph/cases", test_graph);
  g_test_add_func ("/model/graph/block", test_block);
  g_test_add_func ("/model/graph/long-chain", test_long_chain);
  g_test_add_func ("/model/graph/long-block", test_long_block);
  return g_test_run ();
}
