/* sc-locator.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-locator.h"

#include "sc-definition-places.h"
#include "sc-id.h"
#include "sc-locator-private.h"
#include "sc-solution-index.h"

#define MAX_WAY 5 /* root, flow, stage, step, part */

struct _ScLocator
{
  ScStorage *storage;
  ScSolutionIndex *index;                /* of the storage's solution */
  GHashTable *names[SC_N_PACKAGE_FILES]; /* id → name of the file, or NULL; as far as asked for */
  GHashTable *places; /* name of a file → ScPlaces; NULL for one that cannot be read */
};

/* From the outside in: what comes last is looked for first. */
typedef struct
{
  ScPackageFile file;
  const char *id; /* of what is looked for in such files */
  ScPlaceKey keys[MAX_WAY];
  guint n_keys;
} Way;

void
sc_location_free (ScLocation *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->entry);
  g_free (self);
}

static void
free_places (gpointer places)
{
  g_clear_pointer ((ScPlaces **) &places, sc_places_free);
}

ScLocator *
sc_locator_new (const ScStorage *storage)
{
  ScLocator *self = g_new0 (ScLocator, 1);

  self->storage = sc_storage_ref (storage);
  self->index = sc_solution_index_new (sc_storage_get_solution (storage));
  for (guint i = 0; i < SC_N_PACKAGE_FILES; i++)
    self->names[i] = g_hash_table_new_full (sc_id_hash, (GEqualFunc) sc_id_equal, g_free, g_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_places);
  return self;
}

void
sc_locator_free (ScLocator *self)
{
  for (guint i = 0; i < SC_N_PACKAGE_FILES; i++)
    g_hash_table_unref (self->names[i]);
  g_hash_table_unref (self->places);
  sc_solution_index_free (self->index);
  sc_storage_unref (self->storage);
  g_free (self);
}

/* The file that has it; NULL when none has. A definition has everything. */
static const char *
find_file (ScLocator *self, ScPackageFile file, const char *id)
{
  const ScPackage *package = sc_storage_get_package (self->storage);
  const char *key = id != NULL ? id : "";
  gpointer name;

  if (package == NULL)
    return sc_storage_get_path (self->storage);
  if (g_hash_table_lookup_extended (self->names[file], key, NULL, &name))
    return name;
  name = sc_package_find_file (package, file, id);
  g_hash_table_insert (self->names[file], g_strdup (key), name);
  return name;
}

static const ScPlaces *
get_places (ScLocator *self, const char *name)
{
  const ScPackage *package = sc_storage_get_package (self->storage);
  gpointer places;

  if (g_hash_table_lookup_extended (self->places, name, NULL, &places))
    return places;
  places = package != NULL
               ? sc_package_find_places (package, name, NULL)
               : sc_definition_find_places (sc_storage_get_bytes (self->storage), name, NULL);
  g_hash_table_insert (self->places, g_strdup (name), places);
  return places;
}

static ScLocation *
make_location (ScLocator *self, const char *name, guint line, guint column)
{
  const ScPackage *package = sc_storage_get_package (self->storage);
  ScLocation *location = g_new0 (ScLocation, 1);

  location->path = package != NULL && name != NULL ? sc_package_get_file_path (package, name)
                                                   : g_strdup (sc_storage_get_path (self->storage));
  if (sc_storage_get_kind (self->storage) == SC_STORAGE_ZIP)
    location->entry = g_strdup (name);
  location->line = line;
  location->column = column;
  return location;
}

/* NULL when there is nothing on the way. */
static ScLocation *
follow (ScLocator *self, const Way *way)
{
  const char *name = find_file (self, way->file, way->id);
  const ScPlaces *places = name != NULL ? get_places (self, name) : NULL;
  guint line, column;

  if (name == NULL)
    return NULL;
  if (places == NULL)
    return make_location (self, name, 0, 0);
  for (guint i = way->n_keys; i-- > 0;)
    if (sc_places_find (places, way->keys[i], &line, &column))
      return make_location (self, name, line, column);
  return NULL;
}

static void
extend (Way *way, ScPlaceKind kind, const char *id)
{
  ScPlaceKey parent = way->n_keys > 0 ? way->keys[way->n_keys - 1] : SC_PLACE_ROOT;

  way->keys[way->n_keys++] = sc_place_key (parent, kind, id);
}

/* A flow with what the problem names of it. */
static ScLocation *
find_in_flow (ScLocator *self, const ScProblem *problem, const ScAim *aim)
{
  Way way = { SC_PACKAGE_FILE_FLOW, problem->flow };

  if (problem->flow == NULL)
    return NULL;
  extend (&way, SC_PLACE_FLOW, problem->flow);
  if (aim != NULL && aim->part == SC_PLACE_TRANSITION)
    {
      if (problem->stage != NULL)
        {
          const ScPlaceKey flow = way.keys[0];

          extend (&way, SC_PLACE_STAGE, problem->stage);
          way.keys[way.n_keys++] = sc_place_key (flow, SC_PLACE_TRANSITION, problem->stage);
        }
      return follow (self, &way);
    }
  if (problem->stage != NULL)
    extend (&way, SC_PLACE_STAGE, problem->stage);
  if (problem->step != NULL)
    extend (&way, SC_PLACE_STEP, problem->step);
  if (aim != NULL && problem->stage != NULL)
    extend (&way, aim->part, NULL);
  return follow (self, &way);
}

static ScLocation *
find_in_header (ScLocator *self, const ScProblem *problem, ScPlaceKind part)
{
  Way way = { SC_PACKAGE_FILE_HEADER, problem->flow };

  if (problem->flow == NULL || problem->stage != NULL)
    return NULL;
  extend (&way, SC_PLACE_FLOW, problem->flow);
  extend (&way, part, NULL);
  return follow (self, &way);
}

static ScLocation *
find_role (ScLocator *self, const char *role)
{
  Way way = { SC_PACKAGE_FILE_ROLE, role };

  if (role == NULL)
    return NULL;
  extend (&way, SC_PLACE_ROLE, role);
  return follow (self, &way);
}

/* The table that a stage is on. */
static ScLocation *
find_table (ScLocator *self, const ScProblem *problem, ScPlaceKind part)
{
  const ScFlow *flow = sc_solution_index_find_flow (self->index, problem->flow);
  const ScStage *stage = sc_solution_index_find_stage (self->index, flow, problem->stage);
  Way way = { SC_PACKAGE_FILE_TABLE, stage != NULL ? stage->table : NULL };

  if (way.id == NULL)
    return NULL;
  extend (&way, SC_PLACE_TABLE, way.id);
  extend (&way, part, NULL);
  return follow (self, &way);
}

/* The solution itself, or what it lists. */
static ScLocation *
find_in_solution (ScLocator *self, const ScProblem *problem, ScPlaceKind part)
{
  const ScFlow *flow = sc_solution_index_find_flow (self->index, problem->flow);
  Way way = { SC_PACKAGE_FILE_SOLUTION };

  way.keys[way.n_keys++] = SC_PLACE_ROOT;
  way.keys[way.n_keys++] = sc_place_key (SC_PLACE_ROOT, SC_PLACE_COMPONENTS, NULL);
  if (part == SC_PLACE_PROCESS_COMPONENT || part == SC_PLACE_TABLE_COMPONENT)
    {
      if (flow != NULL)
        way.keys[way.n_keys++] = sc_place_key (
            SC_PLACE_ROOT, part, part == SC_PLACE_TABLE_COMPONENT ? flow->unique_name : flow->id);
    }
  else
    way.keys[way.n_keys - 1] = sc_place_key (SC_PLACE_ROOT, part, NULL);
  return follow (self, &way);
}

static ScLocation *
find_aim (ScLocator *self, const ScProblem *problem, const ScAim *aim)
{
  switch (aim->file)
    {
    case SC_PACKAGE_FILE_HEADER:
      return find_in_header (self, problem, aim->part);
    case SC_PACKAGE_FILE_TABLE:
      return find_table (self, problem, aim->part);
    case SC_PACKAGE_FILE_SOLUTION:
      return find_in_solution (self, problem, aim->part);
    case SC_PACKAGE_FILE_FLOW:
    case SC_PACKAGE_FILE_ROLE:
    default:
      return NULL;
    }
}

static ScLocation *
locate (ScLocator *self, const ScProblem *problem, const ScAim *aim)
{
  ScLocation *location = aim != NULL ? find_aim (self, problem, aim) : NULL;

  if (location == NULL && problem->stage == NULL)
    location = find_role (self, problem->role);
  if (location == NULL)
    location = find_in_flow (self, problem, aim);
  if (location == NULL)
    location = find_in_header (self, problem, SC_PLACE_WHOLE);
  if (location == NULL)
    location = find_in_solution (self, problem, SC_PLACE_WHOLE);
  return location != NULL ? location : make_location (self, NULL, 0, 0);
}

ScLocation *
sc_locator_find (ScLocator *self, const ScProblem *problem)
{
  return locate (self, problem, sc_aim_find (sc_rule_get_id (problem->rule)));
}

ScLocation *
sc_locator_find_place (
    ScLocator *self, const char *flow, const char *stage, const char *step, const char *role)
{
  const ScProblem place = { .flow = flow, .stage = stage, .step = step, .role = role };

  return locate (self, &place, NULL);
}
