/* sc-persona-edits.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-edits.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-persona.h"
#include "sc-id.h"

static gboolean
is_taken (const ScSolution *solution, const char *name)
{
  sc_list_foreach (solution->personas, const ScPersona *, persona)
    {
      if (g_strcmp0 (persona->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* name, or with a number behind it. */
static char *
make_unique (const ScSolution *solution, const char *name)
{
  char *unique = g_strdup (name);

  for (guint i = 2; is_taken (solution, unique); i++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s %u", name, i);
    }
  return unique;
}

/* Takes over after, error, name and id; returns id when something came of it. */
static char *
commit (ScEditor *editor, ScSolution *after, GError *error, char *name, char *id)
{
  if (!sc_editor_commit (editor, after, error, name, NULL))
    g_clear_pointer (&id, g_free);
  g_free (name);
  return id;
}

char *
sc_persona_add (ScEditor *editor, const char *const *roles)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  g_autofree char *name = make_unique (solution, _ ("New Persona"));
  char *id = sc_id_new ();
  GError *error = NULL;
  ScSolution *after = sc_edit_persona_add (solution, id, name, roles, &error);

  return commit (editor, after, error, g_strdup (_ ("Add Persona")), id);
}

/* TRUE when a persona has just that role. */
static gboolean
has_persona (const ScSolution *solution, const ScRole *role)
{
  sc_list_foreach (solution->personas, const ScPersona *, persona)
    {
      if (sc_list_length (persona->roles) == 1 && sc_persona_has_role (persona, role->id, NULL))
        return TRUE;
    }
  return FALSE;
}

gboolean
sc_persona_lacks_role (const ScSolution *solution)
{
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      if (!has_persona (solution, role))
        return TRUE;
    }
  return FALSE;
}

char *
sc_persona_add_per_role (ScEditor *editor)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  ScSolution *after = sc_solution_ref (solution);
  char *first = NULL;
  GError *error = NULL;

  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      const char *roles[] = { role->id, NULL };
      g_autofree char *id = sc_id_new ();
      g_autofree char *name = NULL;
      ScSolution *next;

      if (after == NULL || has_persona (solution, role))
        continue;
      name = make_unique (after, role->name != NULL ? role->name : role->id);
      next = sc_edit_persona_add (after, id, name, roles, &error);
      sc_solution_unref (after);
      after = next;
      if (first == NULL)
        first = g_steal_pointer (&id);
    }
  return commit (editor, after, error, g_strdup (_ ("Add One Persona per Role")), first);
}

char *
sc_persona_duplicate (ScEditor *editor, const char *persona)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  const ScPersona *original = sc_solution_find_persona (solution, persona, NULL);
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();
  g_autofree char *copy = NULL;
  g_autofree char *name = NULL;
  char *id = NULL;
  GError *error = NULL;
  ScSolution *after, *added;

  if (original == NULL)
    return NULL;
  sc_list_foreach (original->roles, const ScLabel *, role)
    g_ptr_array_add (roles, (gpointer) role->text);
  g_ptr_array_add (roles, NULL);
  /* Translators: the name of a copy. */
  copy = g_strdup_printf (_ ("%s Copy"), sc_persona_get_title (original));
  name = make_unique (solution, copy);
  id = sc_id_new ();
  added = sc_edit_persona_add (solution, id, name, (const char *const *) roles->pdata, &error);
  after = added != NULL ? sc_edit_persona_set_app (added, id, original->app, &error) : NULL;
  sc_solution_unref (added);
  return commit (editor, after, error,
                 g_strdup_printf (_ ("Duplicate Persona “%s”"), sc_persona_get_title (original)),
                 id);
}

void
sc_persona_delete (ScEditor *editor, const char *persona)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  const ScPersona *gone = sc_solution_find_persona (solution, persona, NULL);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (gone == NULL)
    return;
  name = g_strdup_printf (_ ("Delete Persona “%s”"), sc_persona_get_title (gone));
  after = sc_edit_persona_delete (solution, persona, &error);
  sc_editor_commit (editor, after, error, name, NULL);
}

void
sc_persona_rename (ScEditor *editor, const char *persona, const char *name)
{
  g_autofree char *group = g_strconcat ("persona-name:", persona, NULL);
  GError *error = NULL;
  ScSolution *after
      = sc_edit_persona_set_name (sc_editor_get_solution (editor), persona, name, &error);

  sc_editor_commit (editor, after, error, _ ("Rename Persona"), group);
}

void
sc_persona_set_role (ScEditor *editor, const char *persona, const char *role, gboolean has)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  const ScPersona *changed = sc_solution_find_persona (solution, persona, NULL);
  const ScRole *known = sc_solution_find_role (solution, role, NULL);
  const char *title = known != NULL && known->name != NULL ? known->name : role;
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (changed == NULL)
    return;
  name = g_strdup_printf (has ? _ ("Give “%s” the Role “%s”") : _ ("Take from “%s” the Role “%s”"),
                          sc_persona_get_title (changed), title);
  after = sc_edit_persona_set_role (solution, persona, role, has, &error);
  sc_editor_commit (editor, after, error, name, NULL);
}

void
sc_persona_set_app (ScEditor *editor, const char *persona, const char *app)
{
  GError *error = NULL;
  ScSolution *after
      = sc_edit_persona_set_app (sc_editor_get_solution (editor), persona, app, &error);

  sc_editor_commit (editor, after, error, _ ("Set App of Persona"), NULL);
}

char *
sc_persona_dup_roles (const ScPersona *persona, const ScSolution *solution)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (persona->roles, const ScLabel *, id)
    {
      const ScRole *role = sc_solution_find_role (solution, id->text, NULL);

      g_string_append_printf (text, "%s%s", id_i > 0 ? _ (", ") : "",
                              role != NULL && role->name != NULL ? role->name : id->text);
    }
  if (text->len == 0)
    g_string_append (text, _ ("No roles"));
  return g_string_free (text, FALSE);
}

const char *
sc_persona_get_title (const ScPersona *persona)
{
  return persona->name != NULL && *persona->name != '\0' ? persona->name
                                                         : _ ("Persona without a name");
}
