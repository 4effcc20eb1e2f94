/* sc-list-diff.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-list-diff.h"

/* What lies between the shared ends of two lists. */
typedef struct
{
  gpointer const *before;
  gpointer const *after;
  guint start;
  guint n_before, n_after;
  gboolean *keeps_before; /* by position; NULL until it is known */
  gboolean *keeps_after;
} Middle;

static void
trim (Middle *self)
{
  while (self->n_before > 0 && self->n_after > 0 && self->before[0] == self->after[0])
    {
      self->before++;
      self->after++;
      self->n_before--;
      self->n_after--;
      self->start++;
    }
  while (self->n_before > 0 && self->n_after > 0
         && self->before[self->n_before - 1] == self->after[self->n_after - 1])
    {
      self->n_before--;
      self->n_after--;
    }
}

/* The position in before of each item of after; -1: it is new. Free with g_free(). */
static int *
find_positions (const Middle *self)
{
  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);
  int *positions = g_new (int, self->n_after);

  for (guint i = 0; i < self->n_before; i++)
    g_hash_table_insert (index, self->before[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->n_after; i++)
    positions[i] = GPOINTER_TO_INT (g_hash_table_lookup (index, self->after[i])) - 1;
  return positions;
}

/* How many of the increasing runs found so far end before position. */
static guint
find_run (const int *positions, const guint *tails, guint n_tails, int position)
{
  guint low = 0, high = n_tails;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (positions[tails[middle]] < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The most items that stay as they stand to each other: the longest increasing run of positions. */
static void
find_kept (Middle *self)
{
  g_autofree int *positions = find_positions (self);
  g_autofree int *previous = g_new (int, self->n_after);
  g_autofree guint *tails = g_new (guint, self->n_after);
  guint n_tails = 0;
  int last;

  for (guint i = 0; i < self->n_after; i++)
    {
      guint run;

      if (positions[i] < 0)
        continue;
      run = find_run (positions, tails, n_tails, positions[i]);
      previous[i] = run > 0 ? (int) tails[run - 1] : -1;
      tails[run] = i;
      n_tails = MAX (n_tails, run + 1);
    }
  self->keeps_before = g_new0 (gboolean, self->n_before + 1);
  self->keeps_after = g_new0 (gboolean, self->n_after + 1);
  for (last = n_tails > 0 ? (int) tails[n_tails - 1] : -1; last >= 0; last = previous[last])
    {
      self->keeps_after[last] = TRUE;
      self->keeps_before[positions[last]] = TRUE;
    }
}

static GArray *
list_splices (const Middle *self)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (ScSplice));
  guint before = 0, after = 0;

  while (before < self->n_before || after < self->n_after)
    {
      ScSplice splice = { .position = self->start + after };

      for (; before < self->n_before && !self->keeps_before[before]; before++)
        splice.n_removed++;
      for (; after < self->n_after && !self->keeps_after[after]; after++)
        splice.n_added++;
      if (splice.n_removed > 0 || splice.n_added > 0)
        g_array_append_val (splices, splice);
      /* Both stand at an item that stays, or at their ends. */
      before++;
      after++;
    }
  return splices;
}

GArray *
sc_list_diff (
    gpointer const *before, guint n_before, gpointer const *after, guint n_after, guint max_splices)
{
  Middle middle = { .before = before, .after = after, .n_before = n_before, .n_after = n_after };
  GArray *splices;

  trim (&middle);
  find_kept (&middle);
  splices = list_splices (&middle);
  if (splices->len > max_splices)
    {
      ScSplice all = { middle.start, middle.n_before, middle.n_after };

      g_array_set_size (splices, 0);
      g_array_append_val (splices, all);
    }
  g_free (middle.keeps_before);
  g_free (middle.keeps_after);
  return splices;
}
