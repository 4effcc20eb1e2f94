/* sc-access-axes.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-axes.h"

#include "sc-id.h"

/* The kinds of access that a group has a column for: those of its target, or, where a group is a
 * role, of any target. */
static guint
get_accesses (const ScAccessAxes *self, guint group)
{
  guint accesses = 0;

  if (!self->turned)
    return (guint) ((const ScAccessTarget *) self->targets->pdata[group])->accesses;
  for (guint i = 0; i < self->targets->len; i++)
    accesses |= (guint) ((const ScAccessTarget *) self->targets->pdata[i])->accesses;
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
sc_access_axes_new (GPtrArray *roles, GPtrArray *targets, gboolean turned)
{
  ScAccessAxes *self = g_new0 (ScAccessAxes, 1);

  self->roles = roles;
  self->targets = targets;
  self->turned = turned;
  self->n_rows = turned ? targets->len : roles->len;
  self->n_groups = turned ? roles->len : targets->len;
  self->columns = g_array_new (FALSE, FALSE, sizeof (ScAccessColumn));
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  add_columns (self);
  return self;
}

void
sc_access_axes_free (ScAccessAxes *self)
{
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->targets);
  g_array_unref (self->columns);
  g_array_unref (self->firsts);
  g_free (self);
}

ScAccessSpot
sc_access_axes_get (const ScAccessAxes *self, guint row, guint column)
{
  const ScAccessColumn *place = sc_access_axes_get_column (self, column);
  guint role = self->turned ? place->group : row;
  ScAccessSpot spot = { .access = place->access };

  spot.target_i = self->turned ? row : place->group;
  spot.role = self->roles->pdata[role];
  spot.target = self->targets->pdata[spot.target_i];
  spot.exists
      = spot.target->table != NULL && ((guint) spot.target->accesses & (1u << spot.access)) != 0;
  return spot;
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
  const char *name = ((const ScRole *) self->roles->pdata[i])->name;

  return name != NULL ? name : "";
}

static const char *
get_target_title (const ScAccessAxes *self, guint i)
{
  const char *title = ((const ScAccessTarget *) self->targets->pdata[i])->title;

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
      const ScRole *one = self->roles->pdata[i], *two = other->roles->pdata[i];

      if (one != two && (!sc_id_equal (one->id, two->id) || g_strcmp0 (one->name, two->name) != 0))
        return FALSE;
    }
  for (guint i = 0; i < self->targets->len; i++)
    if (self->targets->pdata[i] != other->targets->pdata[i])
      return FALSE;
  return TRUE;
}

gboolean
sc_access_axes_has_levels (const ScAccessAxes *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (sc_access_target_allows (self->targets->pdata[i], SC_LEVEL_USER))
      return TRUE;
  return FALSE;
}
