/* sc-role.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-role.h"

#include "sc-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const ScField privilege_fields[] = {
  SC_FIELD (ScPrivilege, SC_FIELD_STRING, name),
  SC_FIELD (ScPrivilege, SC_FIELD_INT, level),
  SC_FIELD (ScPrivilege, SC_FIELD_STRING, level_name),
  SC_FIELD_END,
};
const ScValueClass sc_privilege_class = { "ScPrivilege", sizeof (ScPrivilege), privilege_fields };

static const ScField role_fields[] = {
  SC_FIELD (ScRole, SC_FIELD_STRING, id),
  SC_FIELD (ScRole, SC_FIELD_STRING, name),
  SC_FIELD (ScRole, SC_FIELD_VALUE, privileges),
  SC_FIELD_END,
};
const ScValueClass sc_role_class = { "ScRole", sizeof (ScRole), role_fields };

/* Attribute level of RolePrivilege in CustomizationsSolution.xsd. */
static const char *const level_names[] = { NULL, "Basic", "Local", "Deep", "Global" };

const char *
sc_level_get_file_name (ScLevel level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (level_names), NULL);

  return level_names[level];
}

ScLevel
sc_level_from_file_name (const char *name)
{
  for (guint i = 1; i < G_N_ELEMENTS (level_names); i++)
    if (g_strcmp0 (name, level_names[i]) == 0)
      return i;
  return SC_LEVEL_NONE;
}

const char *
sc_level_get_nick (ScLevel level)
{
  static const char *const nicks[] = { "none", "user", "business-unit", "parent", "organization" };

  g_return_val_if_fail (level < G_N_ELEMENTS (nicks), NULL);

  return nicks[level];
}

const char *
sc_level_get_title (ScLevel level)
{
  switch (level)
    {
    case SC_LEVEL_USER:
      return _ ("User");
    case SC_LEVEL_BUSINESS_UNIT:
      return _ ("Business unit");
    case SC_LEVEL_PARENT:
      return _ ("Parent: child business units");
    case SC_LEVEL_ORGANIZATION:
      return _ ("Organization");
    case SC_LEVEL_NONE:
    default:
      return _ ("None");
    }
}

static const struct
{
  const char *title;
  const char *prefix;
  const char *nick;
} accesses[SC_N_ACCESS] = {
  { N_ ("Create"), "prvCreate", "create" }, { N_ ("Read"), "prvRead", "read" },
  { N_ ("Write"), "prvWrite", "write" },    { N_ ("Delete"), "prvDelete", "delete" },
  { N_ ("Append"), "prvAppend", "append" }, { N_ ("Append To"), "prvAppendTo", "append-to" },
};

const char *
sc_access_get_title (ScAccess access)
{
  g_return_val_if_fail (access < SC_N_ACCESS, "");

  return _ (accesses[access].title);
}

const char *
sc_access_get_nick (ScAccess access)
{
  g_return_val_if_fail (access < SC_N_ACCESS, NULL);

  return accesses[access].nick;
}

ScAccess
sc_access_from_nick (const char *nick)
{
  ScAccess access = 0;

  while (access < SC_N_ACCESS && g_strcmp0 (accesses[access].nick, nick) != 0)
    access++;
  return access;
}

char *
sc_access_get_privilege_name (ScAccess access, const char *table)
{
  g_return_val_if_fail (access < SC_N_ACCESS && table != NULL, NULL);

  return g_strconcat (accesses[access].prefix, table, NULL);
}

const char *
sc_access_get_privilege_table (ScAccess access, const char *privilege)
{
  const char *prefix;

  g_return_val_if_fail (access < SC_N_ACCESS && privilege != NULL, NULL);

  prefix = accesses[access].prefix;
  return g_ascii_strncasecmp (privilege, prefix, strlen (prefix)) == 0 ? privilege + strlen (prefix)
                                                                       : NULL;
}

ScLevel
sc_role_get_level (const ScRole *self, const char *privilege, guint *position)
{
  const gsize length = privilege != NULL ? strlen (privilege) : 0;

  /* A role has thousands, and most are told apart by the lengths that strings of values know. */
  sc_list_foreach (self->privileges, const ScPrivilege *, candidate)
    {
      if (candidate->name != NULL && g_ref_string_length ((char *) candidate->name) == length
          && sc_name_equal (candidate->name, privilege))
        {
          if (position != NULL)
            *position = candidate_i;
          return candidate->level;
        }
    }
  return SC_LEVEL_NONE;
}
