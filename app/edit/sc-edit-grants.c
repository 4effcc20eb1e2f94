/* sc-edit-grants.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-grants.h"

#include "sc-edit-private.h"
#include "sc-id.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a role is to be given, of const ScGrant. */
typedef struct
{
  GPtrArray *grants;  /* one per name of a privilege, in the order given */
  GHashTable *places; /* name → its position in grants, plus one */
  guint64 lengths;    /* of the names, as bits, modulo 64: most privileges are told apart by that */
} Wanted;

static Wanted *
wanted_new (void)
{
  Wanted *self = g_new0 (Wanted, 1);

  self->grants = g_ptr_array_new ();
  self->places = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  return self;
}

static void
wanted_free (Wanted *self)
{
  g_ptr_array_unref (self->grants);
  g_hash_table_unref (self->places);
  g_free (self);
}

static guint64
length_bit (gsize length)
{
  return G_GUINT64_CONSTANT (1) << (length % 64);
}

static void
wanted_add (Wanted *self, const ScGrant *grant)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, grant->privilege));

  if (place > 0)
    {
      self->grants->pdata[place - 1] = (gpointer) grant;
      return;
    }
  g_ptr_array_add (self->grants, (gpointer) grant);
  g_hash_table_insert (self->places, (gpointer) grant->privilege,
                       GUINT_TO_POINTER (self->grants->len));
  self->lengths |= length_bit (strlen (grant->privilege));
}

/* What is wanted of a privilege that the role has; place: see Wanted. */
static const ScGrant *
wanted_find (const Wanted *self, const ScPrivilege *held, guint *place)
{
  if (held->name == NULL
      || !(self->lengths & length_bit (g_ref_string_length ((char *) held->name))))
    return NULL;
  *place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, held->name));
  return *place > 0 ? g_ptr_array_index (self->grants, *place - 1) : NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const ScGrant *p = *(const ScGrant *const *) a, *q = *(const ScGrant *const *) b;

  return g_ascii_strcasecmp (p->privilege, q->privilege);
}

/* Those that the role does not have and is to have, sorted as Dataverse sorts privileges: by name
 * without regard to case. */
static GPtrArray *
list_new (const Wanted *wanted, const gboolean *held)
{
  GPtrArray *added = g_ptr_array_new ();

  for (guint i = 0; i < wanted->grants->len; i++)
    {
      const ScGrant *grant = g_ptr_array_index (wanted->grants, i);

      if (!held[i] && grant->level != SC_LEVEL_NONE)
        g_ptr_array_add (added, (gpointer) grant);
    }
  g_ptr_array_sort (added, compare_names);
  return added;
}

static ScPrivilege *
make_privilege (const ScPrivilege *held, const ScGrant *grant)
{
  ScPrivilege *privilege = held != NULL ? sc_privilege_copy (held) : sc_privilege_new ();

  if (held == NULL)
    sc_set_string (privilege, name, grant->privilege);
  sc_set_string (privilege, level_name, NULL);
  privilege->level = grant->level;
  return privilege;
}

/* TRUE when the privilege is as it is wanted. */
static gboolean
is_as_wanted (const ScPrivilege *privilege, const ScGrant *grant)
{
  return grant == NULL || (grant->level == privilege->level && privilege->level_name == NULL);
}

/* Marks what is held, per place. FALSE when something held is to change. */
static gboolean
find_held (const ScRole *role, const Wanted *wanted, gboolean *held)
{
  gboolean same = TRUE;

  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      guint place = 0;
      const ScGrant *grant = wanted_find (wanted, privilege, &place);

      if (grant != NULL)
        held[place - 1] = TRUE;
      same = same && is_as_wanted (privilege, grant);
    }
  return same;
}

/* Puts those of added, from *next on, into after that come before the privilege: each stands before
 * the first one that is greater, also where the others are not sorted. */
static void
put_new_before (GPtrArray *after, const GPtrArray *added, guint *next, const ScPrivilege *privilege)
{
  for (; *next < added->len; (*next)++)
    {
      const ScGrant *grant = g_ptr_array_index (added, *next);

      if (privilege != NULL
          && (privilege->name == NULL
              || g_ascii_strcasecmp (privilege->name, grant->privilege) <= 0))
        break;
      g_ptr_array_add (after, make_privilege (NULL, grant));
    }
}

/* Of several of one name, all have the level that is wanted. */
static ScList *
change_privileges (const ScRole *role, const Wanted *wanted, const GPtrArray *added)
{
  GPtrArray *after
      = g_ptr_array_new_full (sc_list_length (role->privileges) + added->len, sc_value_unref);
  guint next = 0;

  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      guint place = 0;
      const ScGrant *grant = wanted_find (wanted, privilege, &place);

      put_new_before (after, added, &next, privilege);
      if (is_as_wanted (privilege, grant))
        g_ptr_array_add (after, sc_privilege_ref (privilege));
      else if (grant->level != SC_LEVEL_NONE)
        g_ptr_array_add (after, make_privilege (privilege, grant));
    }
  put_new_before (after, added, &next, NULL);
  return sc_list_new_take (after);
}

/* NULL where the role is as wanted. */
static ScRole *
change_role (const ScRole *role, const Wanted *wanted)
{
  g_autofree gboolean *held = g_new0 (gboolean, wanted->grants->len);
  gboolean same = find_held (role, wanted, held);
  g_autoptr (GPtrArray) added = list_new (wanted, held);
  ScRole *after;

  if (same && added->len == 0)
    return NULL;
  after = sc_role_copy (role);
  sc_take_value (after, privileges, change_privileges (role, wanted, added));
  return after;
}

/* By id: what each role is to be given. NULL and an error where something is not there. */
static GHashTable *
group_by_role (const ScSolution *solution, const ScGrant *grants, guint n_grants, GError **error)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (sc_id_hash, (GEqualFunc) sc_id_equal, NULL,
                                                         (GDestroyNotify) wanted_free);
  for (guint i = 0; i < n_grants; i++)
    {
      Wanted *wanted;

      if (grants[i].privilege == NULL || *grants[i].privilege == '\0')
        return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A privilege needs a name."));
      wanted = grants[i].role != NULL ? g_hash_table_lookup (groups, grants[i].role) : NULL;
      if (wanted == NULL)
        {
          if (sc_solution_find_role (solution, grants[i].role, NULL) == NULL)
            return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                                 _ ("The role is no longer in the solution."));
          wanted = wanted_new ();
          g_hash_table_insert (groups, (gpointer) grants[i].role, wanted);
        }
      wanted_add (wanted, &grants[i]);
    }
  return g_steal_pointer (&groups);
}

ScSolution *
sc_edit_grants_set (const ScSolution *solution,
                    const ScGrant *grants,
                    guint n_grants,
                    GError **error)
{
  g_autoptr (GHashTable) groups = group_by_role (solution, grants, n_grants, error);
  g_autoptr (ScList) roles = NULL;
  GPtrArray *after;
  gboolean changed = FALSE;
  ScSolution *result;

  if (groups == NULL)
    return NULL;
  after = sc_list_collect ();
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      Wanted *wanted = role->id != NULL ? g_hash_table_lookup (groups, role->id) : NULL;
      ScRole *other = wanted != NULL ? change_role (role, wanted) : NULL;

      /* Of several roles with one id, the first. */
      if (wanted != NULL)
        g_hash_table_remove (groups, role->id);
      changed = changed || other != NULL;
      g_ptr_array_add (after, other != NULL ? other : sc_role_ref (role));
    }
  roles = sc_list_new_take (after);
  if (!changed)
    return sc_edit_unchanged (solution);
  result = sc_solution_copy (solution);
  sc_set_value (result, roles, roles);
  return result;
}
