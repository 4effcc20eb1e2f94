/* test-path.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-flow-path.h"
#include "sc-outline.h"

/* "A B D", and how it ends where that is not the end of the flow. */
static char *
write_path (const ScFlow *flow, const ScFlowPath *path)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < path->n; i++)
    {
      const ScStage *stage = sc_list_get (flow->stages, path->edges[i].from);

      g_string_append (text, stage->id);
    }
  if (path->end != SC_PATH_ENDS)
    g_string_append (text, path->end == SC_PATH_LOOPS ? "~" : "!");
  return g_string_free (text, FALSE);
}

static void
test_list (void)
{
  static const struct
  {
    const char *flow, *paths;
  } rows[] = {
    { "", "" },
    { "A>", "A" },
    { "A>B B>C C>", "ABC" },
    { "A?B|C=D B>D C>D D>", "ABD ACD" },
    { "A?B/C B>C C>", "ABC AC" },
    { "A?B|C B> C>", "AB AC" },
    { "A?B|C=D B>D C>D D?E|F E> F>", "ABDE ABDF ACDE ACDF" },
    { "A?B|C|D=E B>E C>E D>E E>", "ABE ACE ADE" },
    { "A?B|E=F B?C|D=F C>F D>F E>F F>", "ABCF ABDF AEF" },
    { "A>B B>A", "AB~" },
    { "A>A", "A~" },
    { "A>X", "A!" },
    { "A>B B> C>B", "AB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScFlow) flow = sc_outline_read (rows[i].flow);
      g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
      g_autoptr (GPtrArray) paths = sc_flow_path_list (graph, G_MAXUINT);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint p = 0; p < paths->len; p++)
        {
          g_autofree char *path = write_path (flow, g_ptr_array_index (paths, p));

          g_string_append_printf (text, "%s%s", p > 0 ? " " : "", path);
        }
      g_test_message ("%s", rows[i].flow);
      g_assert_cmpstr (text->str, ==, rows[i].paths);
      g_assert_cmpuint (sc_flow_path_count (graph), ==, paths->len);
    }
}

static void
test_find (void)
{
  g_autoptr (ScFlow) flow = sc_outline_read ("A?B|C=D B>D C>D D>");
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  g_autoptr (GPtrArray) paths = sc_flow_path_list (graph, 10);
  const ScFlowPath *first = g_ptr_array_index (paths, 0);
  const ScFlowPath *second = g_ptr_array_index (paths, 1);
  g_autoptr (ScFlowPath) copy = sc_flow_path_copy (second);

  g_assert_cmpint (sc_flow_path_find (second, 0)->branch, ==, 1);
  g_assert_null (sc_flow_path_find (second, 1));
  g_assert_cmpint (sc_flow_path_find (second, 3)->branch, ==, SC_EDGE_NEXT);
  g_assert_true (sc_flow_path_equal (copy, second));
  g_assert_false (sc_flow_path_equal (copy, first));
}

/* Two ways are the same when they leave the same stages by the same branches for the same ends. */
static void
test_equal (void)
{
  static const char *const flows[]
      = { "A>B B>", "A>B B>A", "A>B B>X", "A>", "A?B|B B>", "A?B/B B>", "A>C B> C>" };

  for (guint i = 0; i < G_N_ELEMENTS (flows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (flows); j++)
      {
        g_autoptr (ScFlow) a = sc_outline_read (flows[i]);
        g_autoptr (ScFlow) b = sc_outline_read (flows[j]);
        g_autoptr (ScFlowGraph) graph_a = sc_flow_graph_new (a);
        g_autoptr (ScFlowGraph) graph_b = sc_flow_graph_new (b);
        g_autoptr (GPtrArray) paths_a = sc_flow_path_list (graph_a, 1);
        g_autoptr (GPtrArray) paths_b = sc_flow_path_list (graph_b, 1);
        /* The first way through these two is one and the same. */
        gboolean same = i == j || (i > 3 && j > 3 && i < 6 && j < 6);

        g_test_message ("%s, %s", flows[i], flows[j]);
        g_assert_cmpint (sc_flow_path_equal (paths_a->pdata[0], paths_b->pdata[0]), ==, same);
      }
}

/* Nothing is listed of a flow without stages, nor where nothing is asked for. */
static void
test_none (void)
{
  g_autoptr (ScFlow) empty = sc_outline_read ("");
  g_autoptr (ScFlow) flow = sc_outline_read ("A>");
  g_autoptr (ScFlowGraph) no_graph = sc_flow_graph_new (empty);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  g_autoptr (GPtrArray) none = sc_flow_path_list (no_graph, 1);
  g_autoptr (GPtrArray) none_asked = sc_flow_path_list (graph, 0);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (none_asked->len, ==, 0);
}

/* Conditions one after the other multiply; nobody wants to see all of them. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ScFlow) flow = NULL;
  g_autoptr (ScFlowGraph) graph = NULL;
  g_autoptr (GPtrArray) paths = NULL;
  GPtrArray *stages = sc_list_collect ();
  const guint n = 70;

  for (guint i = 0; i < n; i++)
    for (guint part = 0; part < 3; part++)
      {
        ScStage *stage = sc_stage_new ();
        g_autofree char *id = g_strdup_printf ("%u-%u", i, part);
        g_autofree char *next = g_strdup_printf ("%u-0", i + 1);

        sc_set_string (stage, id, id);
        if (i + 1 < n)
          sc_set_string (stage, next, next);
        for (guint b = 1; part == 0 && b < 3; b++)
          {
            g_autoptr (ScBranch) branch = sc_branch_new ();
            g_autoptr (ScCondition) condition = stage->condition != NULL
                                                    ? sc_condition_copy (stage->condition)
                                                    : sc_condition_new ();
            g_autofree char *target = g_strdup_printf ("%u-%u", i, b);

            sc_set_string (branch, target, target);
            branch->otherwise = b == 2;
            sc_take_value (condition, branches, sc_list_append (condition->branches, branch));
            sc_set_value (stage, condition, condition);
          }
        g_ptr_array_add (stages, stage);
      }
  flow = sc_flow_new ();
  sc_take_value (flow, stages, sc_list_new_take (stages));
  graph = sc_flow_graph_new (flow);
  paths = sc_flow_path_list (graph, 1000);

  g_assert_cmpuint (paths->len, ==, 1000);
  g_assert_cmpuint (((const ScFlowPath *) g_ptr_array_index (paths, 999))->n, ==, 2 * n);
  g_assert_true (sc_flow_path_count (graph) == G_MAXUINT64);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/path/list", test_list);
  g_test_add_func ("/model/path/find", test_find);
  g_test_add_func ("/model/path/equal", test_equal);
  g_test_add_func ("/model/path/none", test_none);
  g_test_add_func ("/model/path/many", test_many);
  return g_test_run ();
}
