/* sc-persona-access.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-private.h"

#include "sc-id.h"

#include <glib/gi18n-lib.h>

struct _ScPersonaAccess
{
  gatomicrefcount refs;
  ScAccessMap *map;
  const ScPersona *persona;
  gboolean all;
  guint n_unknown;
  GArray *roles;  /* guint: positions in the solution */
  guint8 *levels; /* per privilege of the map's levels: the highest */
  int app;        /* position in the solution; -1: none, or not there */
};

static void
find_roles (ScPersonaAccess *self)
{
  sc_list_foreach (self->persona->roles, const ScLabel *, label)
    {
      int found = sc_access_map_find_role (self->map, label->text);
      guint position = (guint) found;

      if (sc_id_equal (label->text, SC_ROLE_ADMINISTRATOR)
          || sc_id_equal (label->text, SC_ROLE_CUSTOMIZER))
        self->all = TRUE;
      else if (found < 0)
        self->n_unknown++;
      else
        g_array_append_val (self->roles, position);
    }
}

static void
add_up (ScPersonaAccess *self)
{
  const ScAccessLevels *levels = sc_access_map_get_levels (self->map);
  const guint n = sc_access_levels_count_privileges (levels);

  self->levels = g_new0 (guint8, n);
  for (guint i = 0; i < self->roles->len; i++)
    {
      const guint8 *row = sc_access_levels_get_row (levels, g_array_index (self->roles, guint, i));

      for (guint k = 0; k < n; k++)
        self->levels[k] = MAX (self->levels[k], row[k]);
    }
}

static int
find_app (const ScSolution *solution, const char *unique_name)
{
  const ScApp *app = unique_name != NULL ? sc_solution_find_app (solution, unique_name) : NULL;

  return app != NULL ? sc_list_index (solution->apps, app) : -1;
}

ScPersonaAccess *
sc_persona_access_new (ScAccessMap *map, const ScPersona *persona)
{
  ScPersonaAccess *self = g_new0 (ScPersonaAccess, 1);

  g_atomic_ref_count_init (&self->refs);
  self->map = sc_access_map_ref (map);
  self->persona = sc_persona_ref (persona);
  self->roles = g_array_new (FALSE, FALSE, sizeof (guint));
  self->app = find_app (sc_access_map_get_solution (map), persona->app);
  find_roles (self);
  add_up (self);
  return self;
}

ScPersonaAccess *
sc_persona_access_new_for_roles (ScAccessMap *map, const char *const *roles, const char *app)
{
  g_autoptr (ScPersona) persona = sc_persona_new ();
  GPtrArray *labels = sc_list_collect ();

  for (; *roles != NULL; roles++)
    g_ptr_array_add (labels, sc_label_new_text (0, *roles));
  sc_take_value (persona, roles, sc_list_new_take (labels));
  sc_set_string (persona, app, app);
  return sc_persona_access_new (map, persona);
}

ScPersonaAccess *
sc_persona_access_ref (ScPersonaAccess *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sc_persona_access_unref (ScPersonaAccess *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->levels);
  g_array_unref (self->roles);
  sc_persona_unref ((ScPersona *) self->persona);
  sc_access_map_unref (self->map);
  g_free (self);
}

const ScPersona *
sc_persona_access_get_persona (const ScPersonaAccess *self)
{
  return self->persona;
}

ScAccessMap *
sc_persona_access_get_map (const ScPersonaAccess *self)
{
  return self->map;
}

gboolean
sc_persona_access_is_all (const ScPersonaAccess *self)
{
  return self->all;
}

guint
sc_persona_access_count_unknown (const ScPersonaAccess *self)
{
  return self->n_unknown;
}

ScLevel
sc_persona_access_get (const ScPersonaAccess *self, guint target, ScAccess access)
{
  guint number
      = sc_access_levels_get_privilege (sc_access_map_get_levels (self->map), target, access);

  if (number == G_MAXUINT)
    return SC_LEVEL_NONE;
  return self->all ? SC_LEVEL_ORGANIZATION : (ScLevel) self->levels[number];
}

gboolean
sc_persona_access_has (const ScPersonaAccess *self, guint target, ScAccess access)
{
  return sc_persona_access_get (self, target, access) != SC_LEVEL_NONE;
}

const ScRole *
sc_persona_access_find_giver (const ScPersonaAccess *self, guint target, ScAccess access)
{
  const ScAccessLevels *levels = sc_access_map_get_levels (self->map);
  ScLevel level = sc_persona_access_get (self, target, access);

  if (self->all || level == SC_LEVEL_NONE)
    return NULL;
  for (guint i = 0; i < self->roles->len; i++)
    {
      guint role = g_array_index (self->roles, guint, i);

      if (sc_access_levels_get (levels, role, target, access) == level)
        return sc_list_get (sc_access_levels_get_roles (levels), role);
    }
  return NULL;
}

/* A target that the map does not have, such as a table that no flow is on. */
static ScLevel
get_elsewhere (const ScPersonaAccess *self,
               const ScAccessTarget *target,
               ScAccess access,
               const ScRole **giver)
{
  const ScList *roles = sc_access_map_get_solution (self->map)->roles;
  ScLevel highest = SC_LEVEL_NONE;

  if (self->all)
    return sc_access_target_has (target, access) ? SC_LEVEL_ORGANIZATION : SC_LEVEL_NONE;
  for (guint i = 0; i < self->roles->len; i++)
    {
      const ScRole *role = sc_list_get (roles, g_array_index (self->roles, guint, i));
      ScLevel level = sc_access_target_get_level (target, role, access);

      if (level > highest)
        {
          highest = level;
          *giver = role;
        }
    }
  return highest;
}

ScLevel
sc_persona_access_get_level (const ScPersonaAccess *self,
                             const ScAccessTarget *target,
                             ScAccess access,
                             const ScRole **role)
{
  int position = sc_access_map_find_target (self->map, target);
  const ScRole *giver = NULL;
  ScLevel level;

  if (position >= 0)
    {
      level = sc_persona_access_get (self, (guint) position, access);
      giver = role != NULL ? sc_persona_access_find_giver (self, (guint) position, access) : NULL;
    }
  else
    level = get_elsewhere (self, target, access, &giver);
  if (role != NULL)
    *role = giver;
  return level;
}

gboolean
sc_persona_access_is_offered (const ScPersonaAccess *self, guint flow)
{
  return self->app < 0 || sc_access_map_app_offers (self->map, (guint) self->app, flow);
}

const char *
sc_persona_access_name_app (const ScPersonaAccess *self)
{
  const ScSolution *solution = sc_access_map_get_solution (self->map);
  const ScApp *app = self->app >= 0 ? sc_list_get (solution->apps, (guint) self->app) : NULL;

  return app != NULL ? sc_app_get_label (app, solution->language) : NULL;
}

const char *
sc_persona_access_name_flow (const ScPersonaAccess *self, const ScFlow *flow)
{
  return sc_flow_get_label (flow, sc_access_map_get_solution (self->map)->language);
}

const char *
sc_persona_access_name_table (const ScPersonaAccess *self, const char *table)
{
  const ScAccessLevels *levels = sc_access_map_get_levels (self->map);
  int position = sc_access_map_find_table (self->map, table);
  const ScAccessTarget *target
      = position >= 0 ? sc_list_get (sc_access_levels_get_targets (levels), (guint) position)
                      : NULL;

  return target != NULL
             ? target->title
             : sc_solution_get_table_label (sc_access_map_get_solution (self->map), table);
}

void
sc_persona_access_hedge (const ScPersonaAccess *self, GString *text)
{
  if (self->n_unknown > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text,
          ngettext ("%u of their roles is not in this solution; it may change that.",
                    "%u of their roles are not in this solution; they may change that.",
                    self->n_unknown),
          self->n_unknown);
    }
}
