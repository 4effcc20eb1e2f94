/* sc-access-map.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-access-map-private.h"

#include "sc-id.h"
#include "sc-name.h"

/* All that does not depend on roles. Names and ids belong to the flows, which the solution holds.
 */
typedef struct
{
  const ScSolution *solution; /* of which it was made */
  ScMetadata *metadata;
  GPtrArray *flows; /* in process order */
  ScList *targets;
  GHashTable *flow_places;  /* id → position + 1 */
  GHashTable *table_places; /* logical name → position among the targets + 1 */
  GHashTable *starts;       /* logical name → GArray of guint */
  GPtrArray *start_tables;
  GPtrArray *offers; /* per app: gboolean per flow; NULL: all */
} Places;

struct _ScAccessMap
{
  gatomicrefcount refs;
  const ScSolution *solution;
  Places *places;
  ScAccessLevels *levels;
  GHashTable *role_places; /* id → position + 1 */
};

static void
places_clear (gpointer data)
{
  Places *self = data;

  g_ptr_array_unref (self->offers);
  g_ptr_array_unref (self->start_tables);
  g_hash_table_unref (self->starts);
  g_hash_table_unref (self->table_places);
  g_hash_table_unref (self->flow_places);
  sc_list_unref (self->targets);
  g_ptr_array_unref (self->flows);
  g_clear_pointer (&self->metadata, sc_metadata_unref);
  sc_solution_unref ((ScSolution *) self->solution);
}

static void
add_start (Places *self, const ScFlow *flow, guint position)
{
  const char *table = sc_flow_get_start_table (flow);
  GArray *positions = table != NULL ? g_hash_table_lookup (self->starts, table) : NULL;

  if (table == NULL)
    return;
  if (positions == NULL)
    {
      positions = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->starts, (gpointer) table, positions);
      g_ptr_array_add (self->start_tables, (gpointer) table);
    }
  g_array_append_val (positions, position);
}

/* The first place that is given counts. */
static void
put_place (GHashTable *places, const char *name, guint position)
{
  if (name != NULL && !g_hash_table_contains (places, name))
    g_hash_table_insert (places, (gpointer) name, GUINT_TO_POINTER (position + 1));
}

static int
find_place (GHashTable *places, const char *name)
{
  return name != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (places, name)) - 1 : -1;
}

static void
add_tables (Places *self, const ScFlow *flow, GPtrArray *targets)
{
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (flow);

  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);

      if (g_hash_table_contains (self->table_places, table))
        continue;
      put_place (self->table_places, table, targets->len);
      g_ptr_array_add (targets, sc_access_target_new_table (self->solution, self->metadata, table));
    }
}

/* Which flows an app offers: those that it has or, when it has none, all: NULL. */
static gboolean *
list_offers (const Places *self, const ScApp *app)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  g_autofree gboolean *offers = g_new0 (gboolean, self->flows->len);
  gboolean any = FALSE;

  sc_list_foreach (app->components, const ScComponent *, component)
    {
      if (component->type == SC_COMPONENT_PROCESS && component->id != NULL)
        g_hash_table_add (ids, (gpointer) component->id);
    }
  for (guint i = 0; i < self->flows->len; i++)
    {
      const ScFlow *flow = g_ptr_array_index (self->flows, i);

      offers[i] = flow->id != NULL && g_hash_table_contains (ids, flow->id);
      any = any || offers[i];
    }
  return any ? g_steal_pointer (&offers) : NULL;
}

static Places *
places_new (const ScSolution *solution, ScMetadata *metadata)
{
  Places *self = g_atomic_rc_box_new0 (Places);
  GPtrArray *targets = sc_list_collect ();

  self->solution = sc_solution_ref (solution);
  self->metadata = metadata != NULL ? sc_metadata_ref (metadata) : NULL;
  self->flows = sc_solution_list_flows_in_order (solution);
  self->flow_places = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  self->table_places = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  self->starts = g_hash_table_new_full (sc_name_hash, (GEqualFunc) sc_name_equal, NULL,
                                        (GDestroyNotify) g_array_unref);
  self->start_tables = g_ptr_array_new ();
  self->offers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->flows->len; i++)
    {
      const ScFlow *flow = g_ptr_array_index (self->flows, i);

      g_ptr_array_add (targets, sc_access_target_new_flow (solution, flow));
      put_place (self->flow_places, flow->id, i);
      add_start (self, flow, i);
    }
  for (guint i = 0; i < self->flows->len; i++)
    add_tables (self, g_ptr_array_index (self->flows, i), targets);
  g_ptr_array_add (targets, sc_access_target_new_process ());
  self->targets = sc_list_new_take (targets);
  sc_list_foreach (solution->apps, const ScApp *, app)
    {
      g_ptr_array_add (self->offers, list_offers (self, app));
    }
  return self;
}

/* TRUE where nothing has changed that places are made of. */
static gboolean
places_fit (const Places *self, const ScSolution *solution, ScMetadata *metadata)
{
  return self->solution->flows == solution->flows && self->solution->tables == solution->tables
         && self->solution->apps == solution->apps && self->solution->language == solution->language
         && self->metadata == metadata;
}

ScAccessMap *
sc_access_map_new (const ScSolution *solution, ScMetadata *metadata, ScAccessMap *before)
{
  gboolean fit = before != NULL && places_fit (before->places, solution, metadata);
  ScAccessMap *self = g_new0 (ScAccessMap, 1);

  g_atomic_ref_count_init (&self->refs);
  self->solution = sc_solution_ref (solution);
  self->places = fit ? g_atomic_rc_box_acquire (before->places) : places_new (solution, metadata);
  self->levels = sc_access_levels_new (solution->roles, self->places->targets,
                                       before != NULL ? before->levels : NULL);
  self->role_places = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      put_place (self->role_places, role->id, role_i);
    }
  return self;
}

ScAccessMap *
sc_access_map_ref (ScAccessMap *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sc_access_map_unref (ScAccessMap *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->role_places);
  sc_access_levels_unref (self->levels);
  g_atomic_rc_box_release_full (self->places, places_clear);
  sc_solution_unref ((ScSolution *) self->solution);
  g_free (self);
}

const ScSolution *
sc_access_map_get_solution (const ScAccessMap *self)
{
  return self->solution;
}

ScAccessLevels *
sc_access_map_get_levels (const ScAccessMap *self)
{
  return self->levels;
}

const GPtrArray *
sc_access_map_get_start_tables (const ScAccessMap *self)
{
  return self->places->start_tables;
}

int
sc_access_map_find_flow (const ScAccessMap *self, const ScFlow *flow)
{
  return find_place (self->places->flow_places, flow->id);
}

int
sc_access_map_find_table (const ScAccessMap *self, const char *table)
{
  return find_place (self->places->table_places, table);
}

guint
sc_access_map_get_process (const ScAccessMap *self)
{
  return sc_list_length (self->places->targets) - 1;
}

int
sc_access_map_find_target (const ScAccessMap *self, const ScAccessTarget *target)
{
  switch (target->kind)
    {
    case SC_TARGET_FLOW:
      return find_place (self->places->flow_places, target->id);
    case SC_TARGET_TABLE:
      return sc_access_map_find_table (self, target->id);
    case SC_TARGET_PROCESS:
    default:
      return (int) sc_access_map_get_process (self);
    }
}

const ScFlow *
sc_access_map_get_flow (const ScAccessMap *self, guint position)
{
  return g_ptr_array_index (self->places->flows, position);
}

const GArray *
sc_access_map_get_flows_on (const ScAccessMap *self, const char *table)
{
  return table != NULL ? g_hash_table_lookup (self->places->starts, table) : NULL;
}

int
sc_access_map_find_role (const ScAccessMap *self, const char *id)
{
  return find_place (self->role_places, id);
}

gboolean
sc_access_map_app_offers (const ScAccessMap *self, guint app, guint flow)
{
  const gboolean *offers = g_ptr_array_index (self->places->offers, app);

  return offers == NULL || offers[flow];
}
