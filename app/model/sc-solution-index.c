/* sc-solution-index.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-solution-index.h"

#include "sc-id.h"

/* Looking through fewer than these costs less than an index of them. */
#define FEW 8

struct _ScSolutionIndex
{
  ScSolution *solution;
  GHashTable *lists; /* ScList → GHashTable: id → item */
};

ScSolutionIndex *
sc_solution_index_new (const ScSolution *solution)
{
  ScSolutionIndex *self = g_new (ScSolutionIndex, 1);

  self->solution = sc_solution_ref (solution);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  return self;
}

void
sc_solution_index_free (ScSolutionIndex *self)
{
  g_hash_table_unref (self->lists);
  sc_solution_unref (self->solution);
  g_free (self);
}

const ScSolution *
sc_solution_index_get_solution (ScSolutionIndex *self)
{
  return self->solution;
}

static const char *
get_id (gconstpointer item, gsize offset)
{
  return G_STRUCT_MEMBER (const char *, item, offset);
}

static GHashTable *
index_list (const ScList *list, gsize offset)
{
  GHashTable *index = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);

  sc_list_foreach (list, gconstpointer, item)
    {
      const char *id = get_id (item, offset);

      if (id != NULL && !g_hash_table_contains (index, id))
        g_hash_table_insert (index, (gpointer) id, (gpointer) item);
    }
  return index;
}

/* offset: of the id in what the list has. */
static gconstpointer
find (ScSolutionIndex *self, const ScList *list, gsize offset, const char *id)
{
  GHashTable *index;

  if (id == NULL)
    return NULL;
  if (sc_list_length (list) < FEW)
    {
      sc_list_foreach (list, gconstpointer, item)
        {
          if (sc_id_equal (get_id (item, offset), id))
            return item;
        }
      return NULL;
    }
  index = g_hash_table_lookup (self->lists, list);
  if (index == NULL)
    {
      index = index_list (list, offset);
      g_hash_table_insert (self->lists, (gpointer) list, index);
    }
  return g_hash_table_lookup (index, id);
}

const ScFlow *
sc_solution_index_find_flow (ScSolutionIndex *self, const char *id)
{
  return find (self, self->solution->flows, G_STRUCT_OFFSET (ScFlow, id), id);
}

const ScStage *
sc_solution_index_find_stage (ScSolutionIndex *self, const ScFlow *flow, const char *id)
{
  return find (self, flow != NULL ? flow->stages : NULL, G_STRUCT_OFFSET (ScStage, id), id);
}

const ScStep *
sc_solution_index_find_step (ScSolutionIndex *self, const ScStage *stage, const char *id)
{
  return find (self, stage != NULL ? stage->steps : NULL, G_STRUCT_OFFSET (ScStep, id), id);
}

const ScRole *
sc_solution_index_find_role (ScSolutionIndex *self, const char *id)
{
  return find (self, self->solution->roles, G_STRUCT_OFFSET (ScRole, id), id);
}
