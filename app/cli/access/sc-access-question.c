/* sc-access-question.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-question.h"

#include "sc-csv.h"
#include "sc-markdown.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

ScAnswerFormat
sc_answer_format_from_nick (const char *nick)
{
  static const char *const nicks[] = { "text", "csv", "json", "markdown" };
  ScAnswerFormat format = SC_ANSWER_TEXT;

  while (nick != NULL && format < SC_N_ANSWERS && g_strcmp0 (nicks[format], nick) != 0)
    format++;
  return format;
}

static gboolean
take_flows (ScAccessQuestion *self, const char *const *names, GError **error)
{
  if (names == NULL)
    {
      self->flows = sc_solution_list_flows_in_order (self->solution);
      return TRUE;
    }
  self->flows = g_ptr_array_new ();
  for (; *names != NULL; names++)
    {
      const ScFlow *flow = sc_cli_find_flow (self->solution, *names, error);

      if (flow == NULL)
        return FALSE;
      if (!g_ptr_array_find (self->flows, flow, NULL))
        g_ptr_array_add (self->flows, (gpointer) flow);
    }
  return TRUE;
}

static gboolean
take_roles (ScAccessQuestion *self, const char *const *names, GError **error)
{
  if (names == NULL)
    {
      self->roles = sc_list_ref (self->solution->roles);
      return TRUE;
    }
  for (; *names != NULL; names++)
    {
      const ScRole *role = sc_cli_find_role (self->solution, *names, error);
      ScList *before = self->roles;

      if (role == NULL)
        return FALSE;
      if (sc_list_index (before, role) >= 0)
        continue;
      self->roles = sc_list_append (before, role);
      sc_list_unref (before);
    }
  return TRUE;
}

gboolean
sc_access_question_open (ScAccessQuestion *self,
                         const char *path,
                         const char *const *flows,
                         const char *const *roles)
{
  g_autoptr (GError) error = NULL;

  self->path = path;
  self->storage = sc_cli_open (path);
  if (self->storage == NULL)
    return FALSE;
  self->solution = sc_storage_get_solution (self->storage);
  self->catalogue = sc_catalogue_new ();
  self->metadata = sc_metadata_new (self->solution, self->catalogue);
  if (take_flows (self, flows, &error) && take_roles (self, roles, &error))
    return TRUE;
  sc_cli_complain (error->message);
  return FALSE;
}

void
sc_access_question_clear (ScAccessQuestion *self)
{
  g_clear_pointer (&self->roles, sc_list_unref);
  g_clear_pointer (&self->flows, g_ptr_array_unref);
  g_clear_pointer (&self->metadata, sc_metadata_unref);
  g_clear_pointer (&self->catalogue, sc_catalogue_unref);
  g_clear_pointer (&self->storage, sc_storage_unref);
}

GStrv
sc_access_split_roles (const ScSolution *solution, const char *text)
{
  /* Without commas, or without any text, it is one name, too. */
  GStrv names
      = g_strsplit (*text != '\0' ? text : " ", ",", sc_cli_has_role (solution, text) ? 1 : -1);

  for (guint i = 0; names[i] != NULL && names[1] != NULL; i++)
    g_strstrip (names[i]);
  return names;
}

ScList *
sc_access_find_roles (const ScSolution *solution, const char *text, GError **error)
{
  g_auto (GStrv) names = sc_access_split_roles (solution, text);
  g_autoptr (GPtrArray) roles = sc_list_collect ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const ScRole *role = sc_cli_find_role (solution, names[i], error);

      if (role == NULL)
        return NULL;
      g_ptr_array_add (roles, sc_role_ref (role));
    }
  return sc_list_new_take (g_steal_pointer (&roles));
}

const char *
sc_access_name_role (const ScRole *role)
{
  if (role->name != NULL && *role->name != '\0')
    return role->name;
  return role->id != NULL ? role->id : "";
}

char *
sc_access_name_roles (const ScList *roles)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (roles, const ScRole *, role)
    {
      g_string_append_printf (text, "%s%s", role_i > 0 ? ", " : "", sc_access_name_role (role));
    }
  return g_string_free (text, FALSE);
}

const char *
sc_access_name_flow (const ScSolution *solution, const ScFlow *flow)
{
  const char *label = sc_flow_get_label (flow, solution->language);

  return *label != '\0' || flow->id == NULL ? label : flow->id;
}

static void
print_text (const char *const *titles, guint n_titles, const GPtrArray *rows)
{
  g_autofree ScCliColumn *columns = g_new0 (ScCliColumn, n_titles);
  g_autoptr (GPtrArray) clean = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < n_titles; i++)
    columns[i].title = titles[i];
  for (guint k = 0; k < rows->len; k++)
    {
      char **cells = g_new0 (char *, n_titles + 1);

      for (guint i = 0; i < n_titles; i++)
        cells[i] = sc_cli_clean (((char **) rows->pdata[k])[i]);
      g_ptr_array_add (clean, cells);
    }
  sc_cli_print_columns (columns, n_titles, clean);
}

void
sc_access_print_rows (ScAnswerFormat format,
                      const char *const *titles,
                      guint n_titles,
                      const GPtrArray *rows)
{
  const gboolean csv = format == SC_ANSWER_CSV;
  g_autoptr (GString) text = g_string_new (NULL);

  if (format == SC_ANSWER_TEXT)
    {
      print_text (titles, n_titles, rows);
      return;
    }
  (csv ? sc_csv_append_row : sc_markdown_append_head) (text, titles, n_titles);
  for (guint k = 0; k < rows->len; k++)
    (csv ? sc_csv_append_row : sc_markdown_append_row) (text, rows->pdata[k], n_titles);
  /* For programs: in UTF-8 whatever the locale is. */
  fputs (text->str, stdout);
}

void
sc_access_add_role_json (ScJson *json, const ScRole *role)
{
  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "id", role->id);
  sc_json_add_string (json, "name", role->name);
  sc_json_end_object (json);
}

void
sc_access_add_path_json (ScJson *json, const char *key, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  sc_json_add_string (json, key, name);
}
