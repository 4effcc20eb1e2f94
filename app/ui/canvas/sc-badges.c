/* sc-badges.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-badges.h"

#include "sc-id.h"

struct _ScBadges
{
  ScList *problems;
  GHashTable *stages; /* id, owned by the problems → ScBadge */
  GHashTable *steps;
};

static gboolean
same_id (gconstpointer a, gconstpointer b)
{
  return sc_id_equal (a, b);
}

static void
add (GHashTable *table, const char *id, const ScProblem *problem)
{
  ScBadge *badge;

  if (id == NULL)
    return;

  badge = g_hash_table_lookup (table, id);
  if (badge == NULL)
    {
      badge = g_new (ScBadge, 1);
      *badge = SC_BADGE_NONE;
      g_hash_table_insert (table, (gpointer) id, badge);
    }
  badge->count++;
  if (problem->severity > badge->severity)
    {
      badge->severity = problem->severity;
      badge->problem = problem;
    }
}

ScBadges *
sc_badges_new (const ScList *problems, const char *flow)
{
  ScBadges *self = g_new0 (ScBadges, 1);

  self->problems = problems != NULL ? sc_list_ref (problems) : NULL;
  self->stages = g_hash_table_new_full (sc_id_hash, same_id, NULL, g_free);
  self->steps = g_hash_table_new_full (sc_id_hash, same_id, NULL, g_free);
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      if (!sc_id_equal (problem->flow, flow))
        continue;
      add (self->stages, problem->stage, problem);
      add (self->steps, problem->step, problem);
    }

  return self;
}

void
sc_badges_free (ScBadges *self)
{
  g_hash_table_unref (self->stages);
  g_hash_table_unref (self->steps);
  sc_list_unref (self->problems);
  g_free (self);
}

static ScBadge
get (GHashTable *table, const char *id)
{
  const ScBadge *badge = id != NULL ? g_hash_table_lookup (table, id) : NULL;

  return badge != NULL ? *badge : SC_BADGE_NONE;
}

ScBadge
sc_badges_get_stage (const ScBadges *self, const char *id)
{
  return get (self->stages, id);
}

ScBadge
sc_badges_get_step (const ScBadges *self, const char *id)
{
  return get (self->steps, id);
}
