/* sc-access-scope.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-scope.h"

#include <glib/gi18n-lib.h>

ScAccessScope *
sc_access_scope_new (const ScAccessAxes *axes, int row, int column)
{
  ScAccessScope *self = g_new0 (ScAccessScope, 1);
  GPtrArray *targets = sc_list_collect ();
  int group = column >= 0 ? (int) sc_access_axes_get_column (axes, (guint) column)->group : -1;
  int role_i = axes->turned ? group : row, target_i = axes->turned ? row : group;

  self->roles = sc_list_collect ();
  self->ids = g_ptr_array_new ();
  for (int i = 0; i < (int) axes->roles->len; i++)
    if (role_i < 0 || role_i == i)
      g_ptr_array_add (self->roles, sc_role_ref (sc_access_axes_get_role (axes, (guint) i)));
  for (int i = 0; i < (int) axes->targets->len; i++)
    if (target_i < 0 || target_i == i)
      g_ptr_array_add (targets, sc_access_target_ref (sc_access_axes_get_target (axes, (guint) i)));
  for (guint i = 0; i < self->roles->len; i++)
    g_ptr_array_add (self->ids, (gpointer) ((const ScRole *) self->roles->pdata[i])->id);
  g_ptr_array_add (self->ids, NULL);
  self->targets = sc_list_new_take (targets);
  self->role = role_i >= 0 ? self->roles->pdata[0] : NULL;
  self->target = target_i >= 0 ? sc_list_get (self->targets, 0) : NULL;
  return self;
}

void
sc_access_scope_free (ScAccessScope *self)
{
  g_ptr_array_unref (self->roles);
  sc_list_unref (self->targets);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

const char *const *
sc_access_scope_get_roles (const ScAccessScope *self)
{
  return (const char *const *) self->ids->pdata;
}

static const char *
get_role_name (const ScRole *role)
{
  return role->name != NULL ? role->name : "";
}

static const char *
get_target_title (const ScAccessTarget *target)
{
  return target->title != NULL ? target->title : "";
}

char *
sc_access_scope_get_title (const ScAccessScope *self)
{
  if (self->role == NULL)
    return g_strdup (self->target != NULL ? get_target_title (self->target) : "");
  if (self->target == NULL)
    return g_strdup (get_role_name (self->role));
  /* Translators: a role, a flow or table. */
  return g_strdup_printf (_ ("%s, %s"), get_role_name (self->role),
                          get_target_title (self->target));
}

/* A name with a tab or a line break would make another cell of its rest. */
static void
append_cell (GString *text, const char *cell)
{
  g_autofree char *clean = g_strdelimit (g_strdup (cell), "\t\r\n", ' ');

  g_string_append_printf (text, "\t%s", clean);
}

static void
append_line (GString *text, const ScRole *role, const ScAccessTarget *target)
{
  gsize start = text->len;

  append_cell (text, get_role_name (role));
  append_cell (text, get_target_title (target));
  for (int access = 0; access < SC_N_ACCESS; access++)
    append_cell (text, sc_access_target_has (target, (ScAccess) access) ? sc_level_get_title (
                           sc_access_target_get_level (target, role, (ScAccess) access))
                                                                        : "");
  g_string_erase (text, (gssize) start, 1);
  g_string_append_c (text, '\n');
}

char *
sc_access_scope_write (const ScAccessScope *self)
{
  GString *text = g_string_new (_ ("Role"));

  append_cell (text, _ ("On"));
  for (int access = 0; access < SC_N_ACCESS; access++)
    append_cell (text, sc_access_get_title ((ScAccess) access));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->roles->len; i++)
    sc_list_foreach (self->targets, const ScAccessTarget *, target)
      {
        append_line (text, self->roles->pdata[i], target);
      }
  return g_string_free (text, FALSE);
}
