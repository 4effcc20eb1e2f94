/* sc-role-files.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-role-files.h"

#include <string.h>

#include "sc-file-name.h"

#define NAMELESS "Role"

struct _ScRoleFiles
{
  GHashTable *taken;   /* of folded paths */
  GHashTable *numbers; /* folded stem → the first number that may be free */
};

ScRoleFiles *
sc_role_files_new (void)
{
  ScRoleFiles *self = g_new (ScRoleFiles, 1);

  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
sc_role_files_free (ScRoleFiles *self)
{
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

static char *
fold (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  return g_utf8_casefold (valid, -1);
}

void
sc_role_files_take (ScRoleFiles *self, const char *path)
{
  g_hash_table_add (self->taken, fold (path));
}

/* What of a text can be the name of a file; NULL when nothing can. */
static char *
make_stem (const char *text)
{
  g_autoptr (GString) stem = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if ((guchar) *p >= 0x20 && strchr ("<>:\"/\\|?*", *p) == NULL)
        g_string_append_c (stem, *p);
    }
  while (stem->len > 0 && strchr (". ", stem->str[stem->len - 1]) != NULL)
    g_string_truncate (stem, stem->len - 1);
  g_string_erase (stem, 0, (gssize) strspn (stem->str, " "));
  return sc_file_name_is_portable (stem->str) ? g_strdup (stem->str) : NULL;
}

char *
sc_role_files_choose (ScRoleFiles *self, const ScRole *role)
{
  g_autofree char *name = make_stem (role->name);
  g_autofree char *id = make_stem (role->id);
  const char *stem = name != NULL ? name : id != NULL ? id : NAMELESS;
  g_autofree char *folded = fold (stem);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, folded));
  char *path = number < 2 ? g_strdup_printf ("Roles/%s.xml", stem)
                          : g_strdup_printf ("Roles/%s-%u.xml", stem, number);

  while (!g_hash_table_add (self->taken, fold (path)))
    {
      number = MAX (number + 1, 2);
      g_free (path);
      path = g_strdup_printf ("Roles/%s-%u.xml", stem, number);
    }
  g_hash_table_insert (self->numbers, g_steal_pointer (&folded),
                       GUINT_TO_POINTER (MAX (number + 1, 2)));
  return path;
}
