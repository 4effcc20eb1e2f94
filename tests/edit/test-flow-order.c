/* test-flow-order.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-flow.h"
#include "sc-lock.h"

#include <string.h>

/* Flows are named by letters: their ids and names are "a", "b" and so on. */

static ScSolution *
add_flow (ScSolution *solution, const char *id, const char *table, int order, gboolean locked)
{
  g_autoptr (ScFlow) flow = sc_flow_new ();
  g_autoptr (ScStage) stage = sc_stage_new ();

  sc_set_string (stage, id, id);
  sc_set_string (stage, table, table);
  sc_set_string (flow, id, id);
  sc_set_string (flow, name, id);
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  flow->order = order;
  flow->locked = locked;
  sc_take_value (solution, flows, sc_list_append (solution->flows, flow));
  return solution;
}

/* "a:100 b:100!": flows with their numbers, "!" is locked. */
static ScSolution *
make_solution (const char *text)
{
  ScSolution *solution = sc_solution_new ();
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char id[] = { words[i][0], '\0' };

      add_flow (solution, id, "lead", (int) g_ascii_strtoll (words[i] + 2, NULL, 10),
                g_str_has_suffix (words[i], "!"));
    }
  return solution;
}

/* The flows of a table in process order, with their numbers. */
static char *
describe (const ScSolution *solution, const char *table)
{
  g_autoptr (GPtrArray) flows = sc_solution_list_flows_in_order (solution);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < flows->len; i++)
    {
      const ScFlow *flow = g_ptr_array_index (flows, i);

      if (g_strcmp0 (sc_flow_get_start_table (flow), table) == 0)
        g_string_append_printf (text, "%s%s:%d%s", text->len > 0 ? " " : "", flow->id, flow->order,
                                flow->locked ? "!" : "");
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *before;
  const char *flow;
  const char *to; /* NULL: to the end */
  const char *after;
} Case;

static const Case cases[] = {
  { "stays", "a:1 b:2 c:3", "b", "b", "a:1 b:2 c:3" },
  { "stays-before-next", "a:1 b:2 c:3", "b", "c", "a:1 b:2 c:3" },
  { "stays-last", "a:1 b:1 c:1", "c", NULL, "a:1 b:1 c:1" },
  { "to-top", "a:100 b:110 c:120", "c", "a", "c:90 a:100 b:110" },
  { "to-end", "a:100 b:110 c:120", "a", NULL, "b:110 c:120 a:130" },
  { "between", "a:100 b:110 c:120", "c", "b", "a:100 c:105 b:110" },
  /* Where there is no room, the neighbour gives way. */
  { "tight-up", "a:1 b:2 c:3", "c", "b", "a:1 c:3 b:13" },
  { "tight-down", "a:1 b:2 c:3", "a", "c", "b:0 a:1 c:3" },
  { "tight-top", "a:0 b:1 c:2", "c", "a", "c:2 a:12 b:22" },
  { "two-to-top", "a:0 b:1", "b", "a", "b:1 a:11" },
  { "small-top", "a:3 b:4", "b", "a", "b:1 a:3" },
  /* Numbers that tie say nothing: the order that is seen becomes the order that there is. */
  { "tie-up", "a:100 b:100 c:100", "c", "b", "a:100 c:110 b:120" },
  { "tie-top", "a:100 b:100", "b", "a", "b:90 a:100" },
  { "tie-beside", "a:100 b:100 c:200 d:300", "d", "c", "a:100 b:133 d:166 c:200" },
  { "none", "a:0 b:0 c:0", "a", NULL, "b:0 c:10 a:20" },
  { "at-the-limit", "a:2147483646 b:2147483647", "a", NULL, "b:2147483636 a:2147483646" },
  { "negative", "a:-5 b:-5", "b", "a", "b:10 a:20" },
  /* Those that are locked keep theirs. */
  { "over-locked", "a:100! b:100! c:100", "c", "a", "c:90 a:100! b:100!" },
  { "around-locked", "a:1 b:2! c:3", "c", "b", "a:0 c:1 b:2!" },
  { "behind-locked", "a:1 b:2! c:3!", "a", NULL, "b:2! c:3! a:13" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (ScSolution) before = make_solution (c->before);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) after = sc_edit_flow_reorder (before, c->flow, c->to, &error);
  g_autofree char *old = describe (before, "lead");
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe (after, "lead");
  g_assert_cmpstr (text, ==, c->after);
  g_assert_cmpstr (old, ==, c->before);
  g_assert_cmpint (after == before, ==, g_str_equal (c->before, c->after));
  /* A flow that keeps its number is the same flow. */
  sc_list_foreach (before->flows, const ScFlow *, flow)
    {
      const ScFlow *now = sc_list_get (after->flows, flow_i);

      g_assert_cmpstr (now->id, ==, flow->id);
      g_assert_cmpint (now == flow, ==, now->order == flow->order);
    }
  g_assert_true (sc_lock_allows (before, after, NULL));
}

static void
assert_refused (const ScSolution *solution,
                const char *flow,
                const char *to,
                ScEditError code,
                const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sc_edit_flow_reorder (solution, flow, to, &error));
  g_assert_error (error, SC_EDIT_ERROR, (int) code);
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” does not say “%s”", error->message, reason);
}

static void
test_refuses (void)
{
  g_autoptr (ScSolution) solution = make_solution ("a:1 b:2! c:2! d:3");
  g_autoptr (ScSolution) tight = make_solution ("a:1! b:2! c:3");
  g_autoptr (ScSolution) managed = make_solution ("a:1 b:2");

  add_flow (solution, "o", "opportunity", 1, FALSE);
  add_flow (solution, "n", NULL, 1, FALSE);
  managed->managed = TRUE;
  assert_refused (solution, "?", NULL, SC_EDIT_ERROR_NOT_FOUND, "no longer");
  assert_refused (solution, "a", "?", SC_EDIT_ERROR_NOT_FOUND, "no longer");
  assert_refused (solution, "a", "o", SC_EDIT_ERROR_INVALID, "“a” begins on lead");
  assert_refused (solution, "n", "o", SC_EDIT_ERROR_INVALID, "“n” begins on no table");
  assert_refused (solution, "b", "a", SC_EDIT_ERROR_LOCKED, "publisher");
  assert_refused (solution, "a", "c", SC_EDIT_ERROR_LOCKED, "“b”");
  assert_refused (tight, "c", "b", SC_EDIT_ERROR_LOCKED, "“b”");
  assert_refused (managed, "a", NULL, SC_EDIT_ERROR_LOCKED, "managed");
}

/* Flows of other tables, and those of no table, are not touched. */
static void
test_tables (void)
{
  g_autoptr (ScSolution) solution = make_solution ("a:1 b:1");
  g_autoptr (ScSolution) after = NULL, others = NULL;
  g_autofree char *leads = NULL, *none = NULL, *moved = NULL;

  add_flow (solution, "o", "opportunity", 1, FALSE);
  add_flow (solution, "n", NULL, 1, FALSE);
  add_flow (solution, "m", NULL, 2, FALSE);
  /* Names of tables are compared without regard to case. */
  add_flow (solution, "c", "Lead", 1, FALSE);
  after = sc_edit_flow_reorder (solution, "c", "a", NULL);
  leads = describe (after, "lead");
  g_assert_cmpstr (leads, ==, "a:1 b:11");
  g_assert_cmpint (sc_solution_find_flow (after, "c", NULL)->order, ==, 0);
  for (guint i = 2; i < 5; i++)
    g_assert_true (sc_list_get (after->flows, i) == sc_list_get (solution->flows, i));
  others = sc_edit_flow_reorder (after, "m", "n", NULL);
  none = describe (others, NULL);
  g_assert_cmpstr (none, ==, "m:0 n:1");
  moved = describe (others, "opportunity");
  g_assert_cmpstr (moved, ==, "o:1");
}

static void
assert_order (const ScSolution *solution, GPtrArray *wanted, const char *table)
{
  g_autoptr (GPtrArray) flows = sc_solution_list_flows_in_order (solution);
  guint n = 0;
  int last = -1;

  for (guint i = 0; i < flows->len; i++)
    {
      const ScFlow *flow = g_ptr_array_index (flows, i);

      if (g_strcmp0 (sc_flow_get_start_table (flow), table) != 0)
        continue;
      g_assert_cmpstr (flow->id, ==, g_ptr_array_index (wanted, n));
      g_assert_cmpint (flow->order, >, last);
      last = flow->order;
      n++;
    }
  g_assert_cmpuint (n, ==, wanted->len);
}

/* Moves one flow at random, in wanted as well. */
static ScSolution *
move_any (const ScSolution *solution, GPtrArray *wanted, GRand *random)
{
  guint from = (guint) g_rand_int_range (random, 0, (int) wanted->len);
  guint to = (guint) g_rand_int_range (random, 0, (int) wanted->len);
  char *id = g_ptr_array_index (wanted, from);
  const char *before;
  g_autoptr (GError) error = NULL;
  ScSolution *after;

  g_ptr_array_remove_index (wanted, from);
  before = to < wanted->len ? g_ptr_array_index (wanted, to) : NULL;
  g_ptr_array_insert (wanted, (int) to, id);
  after = sc_edit_flow_reorder (solution, id, before, &error);
  g_assert_no_error (error);
  return after;
}

static ScSolution *
make_random (GRand *random, GPtrArray *wanted)
{
  /* As files have them: all alike, counted, and anything. */
  static const int highest[] = { 1, 3, 12, 100, G_MAXINT };
  int limit = highest[g_rand_int_range (random, 0, G_N_ELEMENTS (highest))];
  ScSolution *solution = sc_solution_new ();
  g_autoptr (GPtrArray) flows = NULL;

  for (int i = g_rand_int_range (random, 2, 13); i > 0; i--)
    {
      g_autofree char *id = g_strdup_printf ("f%d", i);

      add_flow (solution, id, "lead", g_rand_int_range (random, 0, limit), FALSE);
    }
  add_flow (solution, "other", "account", 5, FALSE);
  flows = sc_solution_list_flows_in_order (solution);
  for (guint i = 0; i < flows->len; i++)
    {
      const ScFlow *flow = g_ptr_array_index (flows, i);

      if (g_str_equal (sc_flow_get_start_table (flow), "lead"))
        g_ptr_array_add (wanted, (gpointer) flow->id);
    }
  return solution;
}

static void
test_any_series (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
      g_autoptr (ScSolution) first = make_random (random, wanted);
      g_autoptr (ScSolution) solution = sc_solution_ref (first);

      for (guint i = 0; i < 25; i++)
        {
          ScSolution *after = move_any (solution, wanted, random);

          if (after != solution)
            assert_order (after, wanted, "lead");
          sc_solution_unref (solution);
          solution = after;
        }
      g_assert_true (sc_solution_find_flow (solution, "other", NULL)
                     == sc_solution_find_flow (first, "other", NULL));
    }
}

/* Numbers that do not tie, one flow moves: no other flow changes when there is room for it. */
static void
test_one_flow_changes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (ScSolution) before = make_solution ("a:100 b:200 c:300 d:400 e:500 f:600 g:700");
      g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
      g_autoptr (ScSolution) after = NULL;
      guint n_changed = 0;

      sc_list_foreach (before->flows, const ScFlow *, flow)
        {
          g_ptr_array_add (wanted, (gpointer) flow->id);
        }
      after = move_any (before, wanted, random);
      sc_list_foreach (before->flows, const ScFlow *, flow)
        {
          n_changed += sc_list_get (after->flows, flow_i) != flow;
        }
      g_assert_cmpuint (n_changed, ==, after == before ? 0 : 1);
      assert_order (after, wanted, "lead");
    }
}

static void
test_many (void)
{
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (GPtrArray) flows = NULL;

  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *id = g_strdup_printf ("f%04d", i);

      add_flow (solution, id, "lead", 100, FALSE);
    }
  after = sc_edit_flow_reorder (solution, "f1999", "f0000", NULL);
  flows = sc_solution_list_flows_in_order (after);
  g_assert_cmpstr (((const ScFlow *) g_ptr_array_index (flows, 0))->id, ==, "f1999");
  g_assert_cmpstr (((const ScFlow *) g_ptr_array_index (flows, 1999))->id, ==, "f1998");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/edit/flow/order/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/edit/flow/order/refuses", test_refuses);
  g_test_add_func ("/edit/flow/order/tables", test_tables);
  g_test_add_func ("/edit/flow/order/any-series", test_any_series);
  g_test_add_func ("/edit/flow/order/one-flow-changes", test_one_flow_changes);
  g_test_add_func ("/edit/flow/order/many", test_many);
  return g_test_run ();
}
