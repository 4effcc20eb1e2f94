/* sc-problem-match.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-problem-match.h"

#include "sc-id.h"
#include "sc-problem-item-private.h"

static gboolean
same_id (const char *a, const char *b)
{
  return (a == NULL && b == NULL) || sc_id_equal (a, b);
}

gboolean
sc_problem_is_about_same (const ScProblem *a, const ScProblem *b)
{
  return a->rule == b->rule && same_id (a->flow, b->flow) && same_id (a->stage, b->stage)
         && same_id (a->step, b->step) && same_id (a->role, b->role);
}

static guint
hash_subject (gconstpointer data)
{
  const ScProblem *problem = data;
  const char *ids[] = { problem->flow, problem->stage, problem->step, problem->role };
  guint hash = g_direct_hash (problem->rule);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    hash = hash * 33 + (ids[i] != NULL ? sc_id_hash (ids[i]) : 0);
  return hash;
}

static gboolean
equal_subject (gconstpointer a, gconstpointer b)
{
  return sc_problem_is_about_same (a, b);
}

/* Items that look for a problem, by problem: those of equal keys in their order. */
typedef struct
{
  GHashTable *first; /* key -> position + 1 */
  guint *next;       /* by position: the following one + 1; 0: none */
} Index;

static void
index_init (Index *self, GHashFunc hash, GEqualFunc equal, ScProblemItem *const *items, guint n)
{
  self->first = g_hash_table_new (hash, equal);
  self->next = g_new0 (guint, n + 1);
  for (guint i = n; i > 0; i--)
    {
      if (items[i - 1] == NULL)
        continue;
      self->next[i - 1]
          = GPOINTER_TO_UINT (g_hash_table_lookup (self->first, items[i - 1]->problem));
      g_hash_table_insert (self->first, items[i - 1]->problem, GUINT_TO_POINTER (i));
    }
}

static void
index_clear (Index *self)
{
  g_hash_table_unref (self->first);
  g_free (self->next);
}

/* The item that shows such a problem, which it does no more in items; NULL when there is none. */
static ScProblemItem *
index_take (Index *self, ScProblemItem **items, const ScProblem *problem)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->first, problem));
  ScProblemItem *item;

  if (position == 0)
    return NULL;
  item = g_steal_pointer (&items[position - 1]);
  if (self->next[position - 1] != 0)
    g_hash_table_replace (self->first, items[self->next[position - 1] - 1]->problem,
                          GUINT_TO_POINTER (self->next[position - 1]));
  else
    g_hash_table_remove (self->first, problem);
  return item;
}

/* items lose whoever found a problem. */
static void
match (ScProblemItem **items,
       guint n_items,
       const ScProblem *const *problems,
       guint n,
       gpointer *found)
{
  Index index;

  index_init (&index, NULL, NULL, items, n_items);
  for (guint i = 0; i < n; i++)
    found[i] = index_take (&index, items, problems[i]);
  index_clear (&index);

  index_init (&index, hash_subject, equal_subject, items, n_items);
  for (guint i = 0; i < n; i++)
    {
      if (found[i] == NULL)
        found[i] = index_take (&index, items, problems[i]);
    }
  index_clear (&index);
}

GPtrArray *
sc_problem_match (const GPtrArray *items, const ScList *problems)
{
  guint n = sc_list_length (problems), start = 0, end = 0;
  ScProblemItem **old = (ScProblemItem **) items->pdata;
  GPtrArray *result = g_ptr_array_new_full (n, g_object_unref);
  g_autofree ScProblemItem **rest = NULL;

  g_ptr_array_set_size (result, (int) n);
  /* Most are where they were. */
  for (; start < MIN (n, items->len) && old[start]->problem == problems->items[start]; start++)
    result->pdata[start] = old[start];
  for (; end < MIN (n, items->len) - start
         && old[items->len - end - 1]->problem == problems->items[n - end - 1];
       end++)
    result->pdata[n - end - 1] = old[items->len - end - 1];
  if (start + end < n)
    {
      rest = g_memdup2 (old + start, (items->len - start - end) * sizeof *rest);
      match (rest, items->len - start - end, (const ScProblem *const *) problems->items + start,
             n - start - end, result->pdata + start);
    }
  for (guint i = 0; i < n; i++)
    {
      if (result->pdata[i] == NULL)
        {
          result->pdata[i] = sc_problem_item_new (problems->items[i]);
          continue;
        }
      g_object_ref (result->pdata[i]);
      sc_problem_item_set_problem (result->pdata[i], problems->items[i]);
    }
  return result;
}
