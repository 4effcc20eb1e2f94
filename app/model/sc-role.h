/* sc-role.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-list.h"

G_BEGIN_DECLS

/* How far a privilege reaches. The names in files are Basic, Local, Deep and Global. */
typedef enum
{
  SC_LEVEL_NONE,
  SC_LEVEL_USER,
  SC_LEVEL_BUSINESS_UNIT,
  SC_LEVEL_PARENT,
  SC_LEVEL_ORGANIZATION
} ScLevel;

/* "None", "User", … "Organization", translated. */
const char *sc_level_get_title (ScLevel level);
/* "none", "user", "business-unit", "parent", "organization": for the output of commands. */
const char *sc_level_get_nick (ScLevel level);
/* NULL for SC_LEVEL_NONE. */
const char *sc_level_get_file_name (ScLevel level);
/* SC_LEVEL_NONE for a name that is not known. */
ScLevel sc_level_from_file_name (const char *name);

/* The privileges on the rows of a table; the backing table of a flow is owned by the
 * organization and has just these six. */
typedef enum
{
  SC_ACCESS_CREATE,
  SC_ACCESS_READ,
  SC_ACCESS_WRITE,
  SC_ACCESS_DELETE,
  SC_ACCESS_APPEND,
  SC_ACCESS_APPEND_TO,
  SC_N_ACCESS
} ScAccess;

/* "Create", "Read", … "Append To", translated. */
const char *sc_access_get_title (ScAccess access);
/* "create", "read", … "append-to": for the command line. */
const char *sc_access_get_nick (ScAccess access);
/* SC_N_ACCESS for a nick that is not known. */
ScAccess sc_access_from_nick (const char *nick);
/* prvCreate<table>, …; free with g_free(). */
char *sc_access_get_privilege_name (ScAccess access, const char *table);
/* The other way: what privilege ends with behind prvCreate, …, in either case; NULL when it is not
 * of that kind. What is of SC_ACCESS_APPEND_TO is of SC_ACCESS_APPEND as well: the tables that
 * there are tell. */
const char *sc_access_get_privilege_table (ScAccess access, const char *privilege);

typedef struct
{
  ScValue base;
  const char *name; /* as the file has it */
  ScLevel level;
  const char *level_name; /* only for a level that is not one of the four; kept as found */
} ScPrivilege;

SC_DECLARE_VALUE (ScPrivilege, sc_privilege)

typedef struct
{
  ScValue base;
  const char *id;
  const char *name;
  const ScList *privileges; /* of ScPrivilege, sorted by name without regard to case */
} ScRole;

SC_DECLARE_VALUE (ScRole, sc_role)

/* The level of a privilege, SC_LEVEL_NONE when the role does not have it. Names are compared
 * without regard to case; position may be NULL. */
ScLevel sc_role_get_level (const ScRole *self, const char *privilege, guint *position);

G_END_DECLS
