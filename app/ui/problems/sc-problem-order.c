/* sc-problem-order.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-problem-order.h"

#include <string.h>

static int
compare (guint a, guint b)
{
  return (a > b) - (a < b);
}

static int
compare_by_place (gconstpointer a, gconstpointer b, gpointer data)
{
  const ScProblemSlot *left = a;
  const ScProblemSlot *right = b;

  if (left->flow != right->flow)
    return left->flow < right->flow ? -1 : 1;
  if (left->stage != right->stage)
    return left->stage < right->stage ? -1 : 1;
  return compare (left->found, right->found);
}

static int
compare_by_severity (gconstpointer a, gconstpointer b, gpointer data)
{
  const ScProblemSlot *left = a;
  const ScProblemSlot *right = b;

  if (left->severity != right->severity)
    return left->severity > right->severity ? -1 : 1;
  return compare (left->found, right->found);
}

/* Those who were there in the order they had; each with who is new behind it. */
typedef struct
{
  guint held;
  guint first, n; /* the slot and the new ones that follow it */
} Block;

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  return compare (((const Block *) a)->held, ((const Block *) b)->held);
}

static void
hold_group (ScProblemSlot *slots, guint n)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_autofree ScProblemSlot *copy = NULL;
  guint next = 0;
  gboolean sorted = TRUE;

  for (guint i = 0; i < n; i++)
    {
      /* What is new at the very start stays there. */
      Block block = { i == 0 && slots[i].held == G_MAXUINT ? 0 : slots[i].held, i, 1 };

      if (slots[i].held == G_MAXUINT && i > 0)
        {
          g_array_index (blocks, Block, blocks->len - 1).n++;
          continue;
        }
      if (blocks->len > 0)
        sorted = sorted && g_array_index (blocks, Block, blocks->len - 1).held <= block.held;
      g_array_append_val (blocks, block);
    }
  if (sorted)
    return;
  copy = g_memdup2 (slots, n * sizeof *slots);
  /* The first block stays in front when nobody in it was there. */
  if (copy[0].held == G_MAXUINT)
    next = g_array_index (blocks, Block, 0).n;
  if (next > 0)
    g_array_remove_index (blocks, 0);
  g_array_sort (blocks, compare_blocks);
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);

      memcpy (slots + next, copy + block->first, block->n * sizeof *slots);
      next += block->n;
    }
}

/* Most of the time they are in order already. */
static gboolean
is_sorted (const ScProblemSlot *slots, guint n, GCompareDataFunc order)
{
  for (guint i = 1; i < n; i++)
    {
      if (order (&slots[i - 1], &slots[i], NULL) > 0)
        return FALSE;
    }
  return TRUE;
}

void
sc_problem_order (ScProblemSlot *slots, guint n, gboolean by_severity, gboolean hold)
{
  GCompareDataFunc order = by_severity ? compare_by_severity : compare_by_place;
  guint start = 0;

  if (n == 0)
    return;
  if (!is_sorted (slots, n, order))
    g_qsort_with_data (slots, (int) n, sizeof *slots, order, NULL);
  if (!hold)
    return;
  for (guint i = 1; i <= n; i++)
    {
      if (i < n
          && (by_severity
              || (slots[i].flow == slots[start].flow && slots[i].stage == slots[start].stage)))
        continue;
      hold_group (slots + start, i - start);
      start = i;
    }
}
