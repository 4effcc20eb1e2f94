/* test-layout.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "sc-layout.h"

/* "a*5>b,c" is stage a with five steps that branches to b and c, the last branch being
 * "otherwise"; "a>b,c!" has no "otherwise" but goes on to c when no branch applies; "-" is the end
 * of the flow, "?" an id that does not exist. */
static const char *
target_id (const char *text)
{
  return g_str_equal (text, "-") ? NULL : text;
}

static ScCondition *
read_branches (char **targets, gboolean otherwise)
{
  ScCondition *condition = sc_condition_new ();
  GPtrArray *branches = sc_list_collect ();

  for (guint i = 0; targets[i] != NULL && (otherwise || targets[i + 1] != NULL); i++)
    {
      ScBranch *branch = sc_branch_new ();

      sc_set_string (branch, target, target_id (targets[i]));
      branch->otherwise = otherwise && targets[i + 1] == NULL;
      g_ptr_array_add (branches, branch);
    }
  sc_take_value (condition, branches, sc_list_new_take (branches));

  return condition;
}

static ScStage *
read_stage (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ">", 2);
  g_auto (GStrv) name = g_strsplit (parts[0], "*", 2);
  g_autofree char *ways = g_strdup (parts[1] != NULL ? parts[1] : "-");
  gboolean otherwise = !g_str_has_suffix (ways, "!");
  g_auto (GStrv) targets = NULL;
  ScStage *stage = sc_stage_new ();
  GPtrArray *steps = sc_list_collect ();

  if (!otherwise)
    ways[strlen (ways) - 1] = '\0';
  targets = g_strsplit (ways, ",", -1);
  sc_set_string (stage, id, name[0]);
  sc_set_string (stage, name, name[0]);
  sc_set_string (stage, table, "lead");
  for (int i = 0; name[1] != NULL && i < atoi (name[1]); i++)
    g_ptr_array_add (steps, sc_step_new ());
  sc_take_value (stage, steps, sc_list_new_take (steps));
  if (g_strv_length (targets) > 1)
    sc_take_value (stage, condition, read_branches (targets, otherwise));
  if (g_strv_length (targets) == 1 || !otherwise)
    sc_set_string (stage, next, target_id (targets[g_strv_length (targets) - 1]));

  return stage;
}

static ScFlow *
read_flow (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, " ", -1);
  GPtrArray *stages = sc_list_collect ();
  ScFlow *flow = sc_flow_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (stages, read_stage (lines[i]));
  sc_take_value (flow, stages, sc_list_new_take (stages));

  return flow;
}

static void
test_places (void)
{
  static const struct
  {
    const char *flow, *expected; /* stage:column.lane */
  } cases[] = {
    { "", "" },
    { "a", "a:0.0" },
    { "a>b b>c c", "a:0.0 b:1.0 c:2.0" },
    /* Two branches that merge, one longer than the other. */
    { "a>b,c b>d c>d d", "a:0.0 b:1.0 c:1.1 d:2.0" },
    { "a>b,c b>e c>d d>e e", "a:0.0 b:1.0 c:1.1 d:2.1 e:3.0" },
    /* Three branches; the second one goes straight on to where they merge. */
    { "a>b,d,c b>d c>d d", "a:0.0 b:1.0 d:2.0 c:1.2" },
    { "a>b,c! b>c c", "a:0.0 b:1.0 c:2.0" },
    /* A branch within a branch. */
    { "a>b,c b>d,e d>f e>f f>g c>g g", "a:0.0 b:1.0 d:2.0 e:2.1 f:3.0 c:1.2 g:4.0" },
    /* Branches that end early. */
    { "a>b,c b c>d d", "a:0.0 b:1.0 c:1.1 d:2.1" },
    { "a>-,b b>c c", "a:0.0 b:1.1 c:2.1" },
    /* Behind the merge the same lanes are free again. */
    { "a>b,c b>d c>d d>e,f e>g f>g g", "a:0.0 b:1.0 c:1.1 d:2.0 e:3.0 f:3.1 g:4.0" },
    /* Not reachable, loops, ids that do not exist. */
    { "a>b b x>y y", "a:0.0 b:1.0 x:0.1 y:1.1" },
    { "a>b b>a", "a:0.0 b:1.0" },
    { "a>a", "a:0.0" },
    { "a>b b>c,a c>b", "a:0.0 b:1.0 c:2.0" },
    { "a>?", "a:0.0" },
    { "a>?,b b", "a:0.0 b:1.1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScFlow) flow = read_flow (cases[i].flow);
      g_autoptr (ScLayout) layout = sc_layout_new (flow, &sc_layout_default_metrics);
      g_autoptr (GString) found = g_string_new (NULL);
      g_auto (GStrv) expected = g_strsplit (cases[i].expected, " ", -1);

      for (guint k = 0; k < layout->n_cards; k++)
        {
          const ScStage *stage = sc_list_get (flow->stages, k);
          g_autofree char *place = g_strdup_printf ("%s:%u.%d", stage->id, layout->cards[k].column,
                                                    layout->cards[k].lane);

          if (!g_strv_contains ((const char *const *) expected, place))
            g_error ("%s: unexpected %s", cases[i].flow, place);
          g_string_append_printf (found, "%s%s", k > 0 ? " " : "", place);
        }
      g_assert_cmpuint (strlen (found->str), ==, strlen (cases[i].expected));
    }
}

static gboolean
overlap (ScRect a, ScRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static gboolean
inside (const ScLayout *layout, double x, double y)
{
  return x >= 0 && y >= 0 && x <= layout->width && y <= layout->height;
}

static void
check_line (const ScLayout *layout, const ScLayoutLine *line)
{
  g_assert_cmpuint (line->n_points, >=, 2);
  g_assert_true (inside (layout, line->insert.x, line->insert.y));
  g_assert_true (inside (layout, line->label.x, line->label.y));
  for (guint p = 0; p < line->n_points; p++)
    g_assert_true (inside (layout, line->points[p].x, line->points[p].y));
  for (guint p = 1; p < line->n_points; p++)
    {
      ScPoint a = line->points[p - 1], b = line->points[p];
      /* Wide enough to be drawn, short of the edge of the card it belongs to. */
      ScRect segment
          = { MIN (a.x, b.x) - 1, MIN (a.y, b.y) - 1, fabs (a.x - b.x) + 2, fabs (a.y - b.y) + 2 };

      g_assert_true (a.x == b.x || a.y == b.y);
      for (guint c = 0; c < layout->n_cards; c++)
        {
          ScRect card = layout->cards[c].rect;

          g_assert_false (
              overlap (segment, (ScRect){ card.x + 2, card.y, card.width - 4, card.height }));
        }
    }
}

/* Behind the card that it leaves; before the one that it leads to. */
static void
check_ends (const ScLayout *layout, const ScLayoutLine *line)
{
  ScRect from = layout->cards[line->edge.from].rect;
  ScPoint first = line->points[0], last = line->points[line->n_points - 1];

  g_assert_cmpfloat (first.x, ==, from.x + from.width);
  g_assert_cmpfloat (first.y, ==, from.y + sc_layout_default_metrics.header_height / 2);
  if (line->edge.to >= 0)
    {
      ScRect to = layout->cards[line->edge.to].rect;

      g_assert_cmpfloat (last.x, ==, to.x);
      g_assert_cmpfloat (last.y, ==, to.y + sc_layout_default_metrics.header_height / 2);
    }
}

static void
check_layout (const ScFlow *flow, const ScLayout *layout)
{
  g_autoptr (GHashTable) inserts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (layout->n_cards, ==, sc_list_length (flow->stages));
  g_hash_table_add (inserts,
                    g_strdup_printf ("%.0f %.0f", layout->first_insert.x, layout->first_insert.y));
  g_assert_true (inside (layout, layout->first_insert.x, layout->first_insert.y));
  for (guint i = 0; i < layout->n_cards; i++)
    {
      ScRect rect = layout->cards[i].rect;

      g_assert_cmpuint (layout->cards[i].stage, ==, i);
      g_assert_true (inside (layout, rect.x, rect.y));
      g_assert_true (inside (layout, rect.x + rect.width, rect.y + rect.height));
      for (guint k = i + 1; k < layout->n_cards; k++)
        g_assert_false (overlap (rect, layout->cards[k].rect));
      for (guint k = 0; k < layout->n_conditions; k++)
        g_assert_false (overlap (rect, layout->conditions[k].rect));
    }
  for (guint i = 0; i < layout->n_conditions; i++)
    {
      ScRect rect = layout->conditions[i].rect;

      g_assert_true (inside (layout, rect.x, rect.y));
      g_assert_true (inside (layout, rect.x + rect.width, rect.y + rect.height));
      for (guint k = i + 1; k < layout->n_conditions; k++)
        g_assert_false (overlap (rect, layout->conditions[k].rect));
    }
  for (guint i = 0; i < layout->n_lines; i++)
    {
      const ScLayoutLine *line = &layout->lines[i];

      check_line (layout, line);
      check_ends (layout, line);
      if (!g_hash_table_add (inserts,
                             g_strdup_printf ("%.0f %.0f", line->insert.x, line->insert.y)))
        g_error ("two lines have their place to insert at the same point");
    }
}

static void
append_target (GRand *rand, GString *text, int n)
{
  int to = g_rand_int_range (rand, -2, n);

  if (to < 0)
    g_string_append_c (text, to == -1 ? '-' : '?');
  else
    g_string_append_printf (text, "s%d", to);
}

/* Anything at all: loops, stages that nothing leads to, branches that jump anywhere. */
static char *
random_flow (GRand *rand, int n)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    {
      int ways = MAX (1, g_rand_int_range (rand, -2, 5));

      g_string_append_printf (text, "s%d*%d>", i, g_rand_int_range (rand, 0, 8));
      for (int w = 0; w < ways; w++)
        {
          if (w > 0)
            g_string_append_c (text, ',');
          if (g_rand_boolean (rand) && i + 1 < n)
            g_string_append_printf (text, "s%d", g_rand_int_range (rand, i + 1, MIN (n, i + 4)));
          else
            append_target (rand, text, n);
        }
      g_string_append (text, ways > 1 && g_rand_boolean (rand) ? "! " : " ");
    }

  return g_string_free (text, FALSE);
}

static void
assert_same (const ScLayout *a, const ScLayout *b)
{
  g_assert_cmpmem (a->cards, a->n_cards * sizeof (ScLayoutCard), b->cards,
                   b->n_cards * sizeof (ScLayoutCard));
  g_assert_cmpuint (a->n_lines, ==, b->n_lines);
  for (guint i = 0; i < a->n_lines; i++)
    g_assert_cmpmem (a->lines[i].points, a->lines[i].n_points * sizeof (ScPoint),
                     b->lines[i].points, b->lines[i].n_points * sizeof (ScPoint));
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);

  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *text = random_flow (rand, g_rand_int_range (rand, 1, 14));
      g_autoptr (ScFlow) flow = read_flow (text);
      g_autoptr (ScLayout) layout = sc_layout_new (flow, &sc_layout_default_metrics);
      g_autoptr (ScLayout) again = sc_layout_new (flow, &sc_layout_default_metrics);

      g_test_message ("%s", text);
      check_layout (flow, layout);
      assert_same (layout, again);
    }
}

#define MAX_DEPTH 8

/* A row of stages up to exit, some with branches that are such rows up to where they merge.
 * Returns the name of the first one; words: of char *, the stages, the first one last. */
static const char *
append_row (GRand *rand, GPtrArray *words, GStringChunk *names, guint depth, const char *exit)
{
  const char *next = exit;

  for (int k = g_rand_int_range (rand, 1, 4); k > 0; k--)
    {
      GString *word = g_string_new (NULL);
      const char *merge = next;
      int ways = depth < MAX_DEPTH && words->len < 80 ? g_rand_int_range (rand, 0, 5) : 1;
      g_autofree char *name = NULL;

      for (int way = 0; way < MAX (ways, 1); way++)
        {
          const char *target = merge;

          if (ways > 1 && g_rand_int_range (rand, 0, 5) == 0)
            target = g_rand_boolean (rand) ? "-" : merge;
          else if (ways > 1)
            target = append_row (rand, words, names, depth + 1, merge);
          g_string_append_printf (word, "%s%s", way > 0 ? "," : ">", target);
        }
      name = g_strdup_printf ("s%u", words->len);
      next = g_string_chunk_insert (names, name);
      g_ptr_array_add (words,
                       g_strdup_printf ("%s*%d%s%s", name, g_rand_int_range (rand, 0, 101),
                                        word->str, ways > 1 && g_rand_boolean (rand) ? "!" : ""));
      g_string_free (word, TRUE);
    }
  return next;
}

/* As people make them: branches within branches that meet again, with up to a hundred steps each.
 */
static void
test_nested (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  guint longest = 0;

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
      GStringChunk *names = g_string_chunk_new (64);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (ScFlow) flow = NULL;
      g_autoptr (ScLayout) layout = NULL;

      append_row (rand, words, names, 0, "-");
      for (guint k = words->len; k-- > 0;)
        g_string_append_printf (text, "%s ", (const char *) words->pdata[k]);
      flow = read_flow (text->str);
      layout = sc_layout_new (flow, &sc_layout_default_metrics);
      g_test_message ("%s", text->str);
      check_layout (flow, layout);
      longest = MAX (longest, words->len);
      g_string_chunk_free (names);
    }
  g_assert_cmpuint (longest, >, 80);
}

static void
test_large (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *text = random_flow (rand, 1000);
  g_autoptr (ScFlow) flow = read_flow (text);
  g_autoptr (ScLayout) layout = sc_layout_new (flow, &sc_layout_default_metrics);
  g_autoptr (GString) nested = g_string_new (NULL);
  g_autoptr (ScFlow) deep = NULL;
  g_autoptr (ScLayout) deep_layout = NULL;

  check_layout (flow, layout);

  /* Branches in branches, far deeper than anybody nests them. */
  for (int i = 0; i < 500; i++)
    g_string_append_printf (nested, "s%d>s%d,t%d t%d>s500 ", i, i + 1, i, i);
  g_string_append (nested, "s500");
  deep = read_flow (nested->str);
  deep_layout = sc_layout_new (deep, &sc_layout_default_metrics);
  check_layout (deep, deep_layout);
  g_assert_cmpuint (deep_layout->cards[1000].column, ==, 501);
}

/* Every line runs at the same height as all others. */
static void
test_long_chain (void)
{
  const guint n = 100000;
  GPtrArray *stages = sc_list_collect ();
  g_autoptr (ScFlow) flow = sc_flow_new ();
  g_autoptr (ScLayout) layout = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *next = g_strdup_printf ("%u", i + 1);
      ScStage *stage = sc_stage_new ();

      sc_set_string (stage, id, id);
      sc_set_string (stage, next, i + 1 < n ? next : NULL);
      g_ptr_array_add (stages, stage);
    }
  sc_take_value (flow, stages, sc_list_new_take (stages));
  layout = sc_layout_new (flow, &sc_layout_default_metrics);
  g_assert_cmpint (layout->cards[n - 1].lane, ==, 0);
  g_assert_cmpuint (layout->cards[n - 1].column, ==, n - 1);
  g_assert_cmpuint (layout->lines[n - 2].n_points, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/places", test_places);
  g_test_add_func ("/layout/random", test_random);
  g_test_add_func ("/layout/nested", test_nested);
  g_test_add_func ("/layout/large", test_large);
  g_test_add_func ("/layout/long-chain", test_long_chain);

  return g_test_run ();
}
