/* sc-access-levels.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-access-levels-private.h"

#include "sc-name.h"

#include <string.h>

#define NOT_SEEN 0xff

/* The numbers of the privileges of a list of targets. */
typedef struct
{
  const ScList *targets;
  GHashTable *numbers; /* name → number + 1; the names belong to the targets */
  guint *cells;        /* per target and access: number, or G_MAXUINT */
} Columns;

struct _ScAccessLevels
{
  gatomicrefcount refs;
  Columns *columns;
  const ScList *roles;
  guint8 **rows; /* per role; shared with those before and after */
};

static void
columns_clear (gpointer data)
{
  Columns *self = data;

  sc_list_unref ((ScList *) self->targets);
  g_hash_table_unref (self->numbers);
  g_free (self->cells);
}

static guint
columns_add (Columns *self, const char *name)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name));

  if (number == 0)
    {
      number = g_hash_table_size (self->numbers) + 1;
      g_hash_table_insert (self->numbers, (gpointer) name, GUINT_TO_POINTER (number));
    }
  return number - 1;
}

static Columns *
columns_new (const ScList *targets)
{
  Columns *self = g_atomic_rc_box_new0 (Columns);

  self->targets = sc_list_ref (targets);
  self->numbers = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  self->cells = g_new (guint, sc_list_length (targets) * SC_N_ACCESS);
  sc_list_foreach (targets, const ScAccessTarget *, target)
    {
      for (ScAccess access = 0; access < SC_N_ACCESS; access++)
        self->cells[target_i * SC_N_ACCESS + access]
            = sc_access_target_has (target, access) ? columns_add (self, target->privileges[access])
                                                    : G_MAXUINT;
    }
  return self;
}

static guint8 *
make_row (const Columns *columns, const ScRole *role)
{
  guint n = g_hash_table_size (columns->numbers);
  guint8 *row = g_atomic_rc_box_alloc (MAX (n, 1));

  memset (row, NOT_SEEN, n);
  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      guint number
          = privilege->name != NULL
                ? GPOINTER_TO_UINT (g_hash_table_lookup (columns->numbers, privilege->name))
                : 0;

      /* Of several of one name the first counts. */
      if (number > 0 && row[number - 1] == NOT_SEEN)
        row[number - 1] = (guint8) privilege->level;
    }
  for (guint i = 0; i < n; i++)
    if (row[i] == NOT_SEEN)
      row[i] = SC_LEVEL_NONE;
  return row;
}

/* The rows of before, by role. */
static GHashTable *
index_rows (const ScAccessLevels *before)
{
  GHashTable *rows = g_hash_table_new (NULL, NULL);

  sc_list_foreach (before->roles, const ScRole *, role)
    {
      g_hash_table_insert (rows, (gpointer) role, before->rows[role_i]);
    }
  return rows;
}

ScAccessLevels *
sc_access_levels_new (const ScList *roles, const ScList *targets, ScAccessLevels *before)
{
  gboolean same = before != NULL && sc_value_equal (before->columns->targets, targets);
  g_autoptr (GHashTable) known = same ? index_rows (before) : NULL;
  ScAccessLevels *self = g_new0 (ScAccessLevels, 1);

  g_atomic_ref_count_init (&self->refs);
  self->columns = same ? g_atomic_rc_box_acquire (before->columns) : columns_new (targets);
  self->roles = sc_list_ref (roles);
  self->rows = g_new (guint8 *, sc_list_length (roles));
  sc_list_foreach (roles, const ScRole *, role)
    {
      guint8 *row = known != NULL ? g_hash_table_lookup (known, role) : NULL;

      self->rows[role_i]
          = row != NULL ? g_atomic_rc_box_acquire (row) : make_row (self->columns, role);
    }
  return self;
}

ScAccessLevels *
sc_access_levels_ref (ScAccessLevels *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sc_access_levels_unref (ScAccessLevels *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < sc_list_length (self->roles); i++)
    g_atomic_rc_box_release (self->rows[i]);
  g_free (self->rows);
  sc_list_unref ((ScList *) self->roles);
  g_atomic_rc_box_release_full (self->columns, columns_clear);
  g_free (self);
}

const ScList *
sc_access_levels_get_roles (const ScAccessLevels *self)
{
  return self->roles;
}

const ScList *
sc_access_levels_get_targets (const ScAccessLevels *self)
{
  return self->columns->targets;
}

ScLevel
sc_access_levels_get (const ScAccessLevels *self, guint role, guint target, ScAccess access)
{
  guint number = sc_access_levels_get_privilege (self, target, access);

  g_return_val_if_fail (role < sc_list_length (self->roles), SC_LEVEL_NONE);
  return number != G_MAXUINT ? (ScLevel) self->rows[role][number] : SC_LEVEL_NONE;
}

guint
sc_access_levels_count_privileges (const ScAccessLevels *self)
{
  return g_hash_table_size (self->columns->numbers);
}

guint
sc_access_levels_get_privilege (const ScAccessLevels *self, guint target, ScAccess access)
{
  g_return_val_if_fail (target < sc_list_length (self->columns->targets), G_MAXUINT);
  return self->columns->cells[target * SC_N_ACCESS + access];
}

const guint8 *
sc_access_levels_get_row (const ScAccessLevels *self, guint role)
{
  return self->rows[role];
}
