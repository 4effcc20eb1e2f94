/* sc-compare-source.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-compare-source.h"

#include <glib/gi18n-lib.h>

#include "sc-choice.h"

#define ROLE    "role:"
#define PERSONA "persona:"
#define OTHER   "other:"

void
sc_compare_source_clear (ScCompareSource *self)
{
  g_clear_pointer (&self->other, sc_solution_unref);
  g_clear_pointer (&self->other_name, g_free);
}

void
sc_compare_source_set_other (ScCompareSource *self, ScSolution *other, const char *name)
{
  sc_compare_source_clear (self);
  self->other = other;
  self->other_name = g_filename_display_name (name);
}

char *
sc_compare_source_key_role (const ScRole *role)
{
  return g_strconcat (ROLE, role->id, NULL);
}

char *
sc_compare_source_key_persona (const char *persona)
{
  return g_strconcat (PERSONA, persona, NULL);
}

/* What of key comes behind the prefix; NULL when it has another. */
static const char *
strip (const char *key, const char *prefix)
{
  return key != NULL && g_str_has_prefix (key, prefix) ? key + strlen (prefix) : NULL;
}

/* NULL for a persona and for what is gone. */
static const ScRole *
find_role (const ScCompareSource *self, const char *key)
{
  const char *id = strip (key, ROLE);
  const char *other = strip (key, OTHER);

  if (id != NULL)
    return sc_solution_find_role (self->solution, id, NULL);
  return other != NULL && self->other != NULL ? sc_solution_find_role (self->other, other, NULL)
                                              : NULL;
}

static const ScPersona *
find_persona (const ScCompareSource *self, const char *key)
{
  const char *id = strip (key, PERSONA);

  return id != NULL ? sc_solution_find_persona (self->solution, id, NULL) : NULL;
}

static const ScRole *
find_named (const ScSolution *solution, const char *name)
{
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      if (g_strcmp0 (role->name, name) == 0)
        return role;
    }
  return NULL;
}

char *
sc_compare_source_find_same (const ScCompareSource *self, const char *key)
{
  const ScRole *role = find_role (self, key);
  const ScRole *same = NULL;

  if (role == NULL || self->other == NULL)
    return NULL;
  same = sc_solution_find_role (self->other, role->id, NULL);
  if (same == NULL)
    same = find_named (self->other, role->name);
  return same != NULL ? g_strconcat (OTHER, same->id, NULL) : NULL;
}

gboolean
sc_compare_source_get_roles (const ScCompareSource *self, const char *key, ScList **roles)
{
  const ScRole *role = find_role (self, key);
  const ScPersona *persona = find_persona (self, key);
  GPtrArray *found;

  *roles = NULL;
  if (role == NULL && persona == NULL)
    return FALSE;
  found = sc_list_collect ();
  if (role != NULL)
    g_ptr_array_add (found, sc_role_ref (role));
  sc_list_foreach (persona != NULL ? persona->roles : NULL, const ScLabel *, id)
    {
      const ScRole *one = sc_solution_find_role (self->solution, id->text, NULL);

      if (one != NULL)
        g_ptr_array_add (found, sc_role_ref (one));
    }
  *roles = sc_list_new_take (found);
  return TRUE;
}

static const char *
name_role (const ScRole *role)
{
  return role->name != NULL && *role->name != '\0' ? role->name : role->id;
}

char *
sc_compare_source_dup_title (const ScCompareSource *self, const char *key)
{
  const ScRole *role = find_role (self, key);
  const ScPersona *persona = find_persona (self, key);

  if (role != NULL && strip (key, OTHER) != NULL)
    /* Translators: a role and the file that it is in. */
    return g_strdup_printf (_ ("%s (%s)"), name_role (role), self->other_name);
  if (role != NULL)
    return g_strdup (name_role (role));
  return persona != NULL ? g_strdup (persona->name) : NULL;
}

/* Takes over key. */
static void
add (GListStore *store, char *key, const char *title, const char *detail)
{
  g_autoptr (ScChoice) choice = sc_choice_new (key, title, detail);

  g_list_store_append (store, choice);
  g_free (key);
}

void
sc_compare_source_fill (const ScCompareSource *self, GListStore *store)
{
  sc_list_foreach (self->solution->personas, const ScPersona *, persona)
    add (store, sc_compare_source_key_persona (persona->id), persona->name, _ ("Persona"));
  sc_list_foreach (self->solution->roles, const ScRole *, role)
    add (store, sc_compare_source_key_role (role), name_role (role), _ ("Role"));
  sc_list_foreach (self->other != NULL ? self->other->roles : NULL, const ScRole *, role)
    add (store, g_strconcat (OTHER, role->id, NULL), name_role (role), self->other_name);
}
