/* test-problem-order.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sc-list-diff.h"
#include "sc-problem-order.h"

#define ALL G_MAXUINT

/* Lists as letters. */
static const struct
{
  const char *before, *after;
  guint max;
  const char *splices; /* position:removed:added */
} diffs[] = {
  { "", "", ALL, "" },
  { "abc", "abc", ALL, "" },
  { "", "abc", ALL, "0:0:3" },
  { "abc", "", ALL, "0:3:0" },
  { "abc", "abxc", ALL, "2:0:1" },
  { "abc", "ac", ALL, "1:1:0" },
  { "abc", "axc", ALL, "1:1:1" },
  { "abcdef", "xabdeyf", ALL, "0:0:1 3:1:0 5:0:1" },
  { "abcdef", "xabdeyf", 2, "0:5:6" },
  { "abcde", "eabcd", ALL, "0:0:1 5:1:0" },
  { "abcde", "bcdea", ALL, "0:1:0 4:0:1" },
  { "ab", "ba", ALL, "0:0:1 2:1:0" },
  { "abcd", "wxyz", ALL, "0:4:4" },
};

static GPtrArray *
spell (const char *letters)
{
  GPtrArray *list = g_ptr_array_new ();

  for (; *letters != '\0'; letters++)
    g_ptr_array_add (list, GINT_TO_POINTER ((int) *letters));
  return list;
}

static void
test_diff (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (diffs); i++)
    {
      g_autoptr (GPtrArray) before = spell (diffs[i].before);
      g_autoptr (GPtrArray) after = spell (diffs[i].after);
      g_autoptr (GArray) splices
          = sc_list_diff (before->pdata, before->len, after->pdata, after->len, diffs[i].max);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < splices->len; j++)
        {
          ScSplice splice = g_array_index (splices, ScSplice, j);

          g_string_append_printf (text, "%s%u:%u:%u", j > 0 ? " " : "", splice.position,
                                  splice.n_removed, splice.n_added);
        }
      g_assert_cmpstr (text->str, ==, diffs[i].splices);
    }
}

static GPtrArray *
pick (GRand *rand)
{
  GPtrArray *list = g_ptr_array_new ();

  for (int i = 1; i <= 40; i++)
    {
      if (g_rand_int_range (rand, 0, 3) > 0)
        g_ptr_array_insert (list, g_rand_int_range (rand, -1, (int) list->len + 1),
                            GINT_TO_POINTER (i));
    }
  return list;
}

/* Whatever is done, the splices make the one of the other, and none has nothing to do. */
static void
test_diff_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GPtrArray) list = pick (rand);
      g_autoptr (GPtrArray) after = pick (rand);
      g_autoptr (GArray) splices = sc_list_diff (list->pdata, list->len, after->pdata, after->len,
                                                 round % 3 == 0 ? 4 : ALL);

      for (guint i = 0; i < splices->len; i++)
        {
          ScSplice splice = g_array_index (splices, ScSplice, i);

          g_assert_cmpuint (splice.n_removed + splice.n_added, >, 0);
          g_ptr_array_remove_range (list, splice.position, splice.n_removed);
          for (guint j = 0; j < splice.n_added; j++)
            g_ptr_array_insert (list, (int) (splice.position + j),
                                after->pdata[splice.position + j]);
        }
      g_assert_cmpuint (list->len, ==, after->len);
      g_assert_cmpmem (list->pdata, list->len * sizeof (gpointer), after->pdata,
                       after->len * sizeof (gpointer));
    }
}

/* A problem a word: a letter for its name, its flow ("-": none), its stage ("-": none), its
 * severity and its place so far ("*": new). */
static const struct
{
  const char *slots;
  gboolean by_severity, hold;
  const char *order;
} orders[] = {
  { "", FALSE, FALSE, "" },
  { "a-- b0- c00 d01 e1-", FALSE, FALSE, "abcde" },
  /* The solution first, a flow before its stages, whatever the order they were found in. */
  { "a10 b0- c-- d01 e00", FALSE, FALSE, "cbeda" },
  { "a002* b001* c000*", TRUE, FALSE, "abc" },
  { "a000* b002* c001* d002*", TRUE, FALSE, "bdca" },
  /* b has become an error: it stays where it was as long as the name is being typed. */
  { "a0010 b0021 c0002", TRUE, FALSE, "bac" },
  { "a0010 b0021 c0002", TRUE, TRUE, "abc" },
  /* The new one is where it would be, behind b. */
  { "a0010 b0021 x002* c0002", TRUE, TRUE, "abxc" },
  { "x002* a0010 b0021", TRUE, TRUE, "xab" },
  /* Within a stage what was there keeps its order, too; stages are in theirs. */
  { "a0001 b0000 c0102", FALSE, FALSE, "abc" },
  { "a0001 b0000 c0102", FALSE, TRUE, "bac" },
  { "x000* a0001 y000* b0000", FALSE, TRUE, "xbay" },
  { "c0100 a0001 b0002", FALSE, TRUE, "abc" },
};

static int
read_digit (char digit)
{
  return digit >= '0' && digit <= '9' ? digit - '0' : -1;
}

static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_auto (GStrv) words = g_strsplit (orders[i].slots, " ", -1);
      guint n = g_strv_length (words);
      ScProblemSlot slots[8];
      char order[9] = "";

      for (guint j = 0; j < n; j++)
        {
          const char *word = words[j];
          int held = strlen (word) > 4 ? read_digit (word[4]) : -1;

          slots[j] = (ScProblemSlot){
            .item = GINT_TO_POINTER ((int) word[0]),
            .flow = read_digit (word[1]),
            .stage = read_digit (word[2]),
            .severity = strlen (word) > 3 ? read_digit (word[3]) : 0,
            .found = j,
            .held = held >= 0 ? (guint) held : G_MAXUINT,
          };
        }
      sc_problem_order (slots, n, orders[i].by_severity, orders[i].hold);
      for (guint j = 0; j < n; j++)
        order[j] = (char) GPOINTER_TO_INT (slots[j].item);
      g_assert_cmpstr (order, ==, orders[i].order);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-diff/table", test_diff);
  g_test_add_func ("/list-diff/random", test_diff_random);
  g_test_add_func ("/problem-order/table", test_order);
  return g_test_run ();
}
