/* sc-access-axes.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-axes.h"

#include "sc-id.h"
#include "sc-name.h"

const ScRole *
sc_access_axes_get_role (const ScAccessAxes *self, guint i)
{
  return sc_list_get (sc_access_levels_get_roles (self->levels),
                      g_array_index (self->roles, guint, i));
}

const ScAccessTarget *
sc_access_axes_get_target (const ScAccessAxes *self, guint i)
{
  return sc_list_get (sc_access_levels_get_targets (self->levels),
                      g_array_index (self->targets, guint, i));
}

/* The kinds of access that a group has a column for: those of its target, or, where a group is a
 * role, of any target. */
static guint
get_accesses (const ScAccessAxes *self, guint group)
{
  guint accesses = 0;

  if (!self->turned)
    return sc_access_axes_get_target (self, group)->accesses;
  for (guint i = 0; i < self->targets->len; i++)
    accesses |= sc_access_axes_get_target (self, i)->accesses;
  return accesses;
}

static void
add_columns (ScAccessAxes *self)
{
  for (guint group = 0; group < self->n_groups; group++)
    {
      guint accesses = get_accesses (self, group);

      g_array_append_val (self->firsts, self->columns->len);
      for (int access = 0; access < SC_N_ACCESS; access++)
        {
          ScAccessColumn column = { group, (ScAccess) access };

          if (accesses & (1u << access))
            g_array_append_val (self->columns, column);
        }
    }
  g_array_append_val (self->firsts, self->columns->len);
  self->n_columns = self->columns->len;
}

ScAccessAxes *
sc_access_axes_new (ScAccessLevels *levels, GArray *roles, GArray *targets, gboolean turned)
{
  ScAccessAxes *self = g_new0 (ScAccessAxes, 1);

  self->levels = sc_access_levels_ref (levels);
  self->roles = roles;
  self->targets = targets;
  self->turned = turned;
  self->n_rows = turned ? targets->len : roles->len;
  self->n_groups = turned ? roles->len : targets->len;
  self->columns = g_array_new (FALSE, FALSE, sizeof (ScAccessColumn));
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->strange = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sc_list_unref);
  add_columns (self);
  return self;
}

void
sc_access_axes_free (ScAccessAxes *self)
{
  g_hash_table_unref (self->strange);
  sc_access_levels_unref (self->levels);
  g_array_unref (self->roles);
  g_array_unref (self->targets);
  g_array_unref (self->columns);
  g_array_unref (self->firsts);
  g_free (self);
}

ScAccessSpot
sc_access_axes_get (const ScAccessAxes *self, guint row, guint column)
{
  const ScAccessColumn *place = sc_access_axes_get_column (self, column);
  guint role = self->turned ? place->group : row, target = self->turned ? row : place->group;
  ScAccessSpot spot = { .access = place->access };

  spot.role_i = g_array_index (self->roles, guint, role);
  spot.target_i = g_array_index (self->targets, guint, target);
  spot.role = sc_access_axes_get_role (self, role);
  spot.target = sc_access_axes_get_target (self, target);
  spot.exists = sc_access_target_has (spot.target, spot.access);
  return spot;
}

/* Most roles have none, and few cells of those that do are of them. */
static const ScList *
list_strange (const ScAccessAxes *self, const ScRole *role)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (self->strange, role, NULL, &known))
    {
      GPtrArray *found = sc_list_collect ();

      sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
        {
          if (privilege->level_name != NULL && privilege->level == SC_LEVEL_NONE)
            g_ptr_array_add (found, sc_privilege_ref (privilege));
        }
      known = sc_list_new_take (found);
      g_hash_table_insert (self->strange, (gpointer) role, known);
    }
  return known;
}

ScAccessState
sc_access_axes_get_state (const ScAccessAxes *self, const ScAccessSpot *spot)
{
  ScAccessState state = { SC_LEVEL_NONE, NULL };

  if (!spot->exists)
    return state;
  state.level = sc_access_levels_get (self->levels, spot->role_i, spot->target_i, spot->access);
  if (state.level != SC_LEVEL_NONE)
    return state;
  sc_list_foreach (list_strange (self, spot->role), const ScPrivilege *, privilege)
    {
      if (sc_name_equal (privilege->name, spot->target->privileges[spot->access]))
        state.unknown = privilege->level_name;
    }
  return state;
}

const ScAccessColumn *
sc_access_axes_get_column (const ScAccessAxes *self, guint column)
{
  return &g_array_index (self->columns, ScAccessColumn, column);
}

guint
sc_access_axes_get_first_column (const ScAccessAxes *self, guint group)
{
  return g_array_index (self->firsts, guint, group);
}

static const char *
get_role_name (const ScAccessAxes *self, guint i)
{
  const char *name = sc_access_axes_get_role (self, i)->name;

  return name != NULL ? name : "";
}

static const char *
get_target_title (const ScAccessAxes *self, guint i)
{
  const char *title = sc_access_axes_get_target (self, i)->title;

  return title != NULL ? title : "";
}

const char *
sc_access_axes_get_row_title (const ScAccessAxes *self, guint row)
{
  return self->turned ? get_target_title (self, row) : get_role_name (self, row);
}

const char *
sc_access_axes_get_group_title (const ScAccessAxes *self, guint group)
{
  return self->turned ? get_role_name (self, group) : get_target_title (self, group);
}

gboolean
sc_access_axes_has_same_shape (const ScAccessAxes *self, const ScAccessAxes *other)
{
  if (self->turned != other->turned || self->roles->len != other->roles->len
      || self->targets->len != other->targets->len)
    return FALSE;
  for (guint i = 0; i < self->roles->len; i++)
    {
      const ScRole *one = sc_access_axes_get_role (self, i);
      const ScRole *two = sc_access_axes_get_role (other, i);

      if (one != two && (!sc_id_equal (one->id, two->id) || g_strcmp0 (one->name, two->name) != 0))
        return FALSE;
    }
  for (guint i = 0; i < self->targets->len; i++)
    if (sc_access_axes_get_target (self, i) != sc_access_axes_get_target (other, i))
      return FALSE;
  return TRUE;
}

gboolean
sc_access_axes_has_levels (const ScAccessAxes *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (sc_access_target_allows (sc_access_axes_get_target (self, i), SC_LEVEL_USER))
      return TRUE;
  return FALSE;
}
