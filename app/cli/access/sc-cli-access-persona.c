/* sc-cli-access-persona.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-question.h"
#include "sc-file-error.h"
#include "sc-id.h"
#include "sc-persona-access.h"

#include <glib/gi18n-lib.h>

/* What people with certain roles can do. */
typedef struct
{
  const ScAccessQuestion *question;
  const ScSolution *solution;
  GPtrArray *ids; /* of their roles */
  const char *app;
  ScAccessMap *map;
  ScPersonaAccess *access;
} People;

static void
people_clear (People *self)
{
  g_clear_pointer (&self->access, sc_persona_access_unref);
  g_clear_pointer (&self->map, sc_access_map_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (People, people_clear)

/* A role that the solution does not have may be named by its id: it can be that of an
 * administrator. */
static gboolean
take_role (People *self, const char *name, GError **error)
{
  g_autoptr (GError) reason = NULL;
  const ScRole *role = sc_cli_find_role (self->solution, name, &reason);

  if (role == NULL && !sc_id_is_valid (name))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  g_ptr_array_add (self->ids, role != NULL ? g_strdup (role->id) : sc_id_normalize (name));
  return TRUE;
}

/* The persona of the solution that is called so, unless a role is. */
static const ScPersona *
find_persona (const ScSolution *solution, const char *name)
{
  if (sc_cli_has_role (solution, name))
    return NULL;
  sc_list_foreach (solution->personas, const ScPersona *, persona)
    {
      if (g_strcmp0 (persona->name, name) == 0)
        return persona;
    }
  return NULL;
}

static gboolean
take_roles (People *self, const char *text, GError **error)
{
  const ScPersona *persona = find_persona (self->solution, text);
  g_auto (GStrv) names = sc_access_split_roles (self->solution, text);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  if (persona != NULL)
    {
      sc_list_foreach (persona->roles, const ScLabel *, role)
        {
          g_ptr_array_add (self->ids, g_strdup (role->text));
        }
      if (self->app == NULL)
        self->app = persona->app;
    }
  for (guint i = 0; persona == NULL && names[i] != NULL; i++)
    if (!take_role (self, names[i], error))
      return FALSE;
  g_ptr_array_add (self->ids, NULL);
  return TRUE;
}

static gboolean
people_init (People *self,
             const ScAccessQuestion *question,
             const char *text,
             const char *app,
             GError **error)
{
  self->question = question;
  self->solution = question->solution;
  self->app = app;
  if (!take_roles (self, text, error))
    return FALSE;
  if (app != NULL && sc_solution_find_app (self->solution, app) == NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("There is no app with the unique name “%s” in the solution."), app);
      return FALSE;
    }
  self->map = sc_access_map_new (self->solution, question->metadata, NULL);
  self->access
      = sc_persona_access_new_for_roles (self->map, (const char *const *) self->ids->pdata, app);
  return TRUE;
}

static const char *
say (gboolean yes)
{
  return yes ? _ ("yes") : _ ("no");
}

static const char *
name_table (const People *self, const char *table)
{
  const ScTable *known
      = table != NULL ? sc_metadata_find_table (self->question->metadata, table) : NULL;

  if (known != NULL)
    return sc_table_get_label (known, self->solution->language);
  return table != NULL ? table : "";
}

static void add_row (GPtrArray *rows, const char *first, ...) G_GNUC_NULL_TERMINATED;

static void
add_row (GPtrArray *rows, const char *first, ...)
{
  GPtrArray *cells = g_ptr_array_new ();
  va_list rest;

  va_start (rest, first);
  for (const char *cell = first; cell != NULL; cell = va_arg (rest, const char *))
    g_ptr_array_add (cells, g_strdup (cell));
  va_end (rest);
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (rows, g_ptr_array_free (cells, FALSE));
}

static GPtrArray *
begin_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

static void
print_levels (const People *self, const ScFlow *flow)
{
  const char *titles[] = { _ ("Privilege"), _ ("Level"), _ ("Through") };
  g_autoptr (ScAccessTarget) target = sc_access_target_new_flow (self->solution, flow);
  g_autoptr (GPtrArray) rows = begin_rows ();

  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    {
      const ScRole *role = NULL;
      ScLevel level = sc_persona_access_get_level (self->access, target, access, &role);

      add_row (rows, sc_access_get_title (access), sc_level_get_title (level),
               role != NULL ? sc_access_name_role (role) : "", NULL);
    }
  sc_access_print_rows (SC_ANSWER_TEXT, titles, G_N_ELEMENTS (titles), rows);
}

static void
print_acts (const People *self, const ScFlow *flow)
{
  const char *titles[] = { _ ("On the bar"), _ ("Possible"), _ ("Why") };
  g_autoptr (GPtrArray) rows = begin_rows ();

  for (ScFlowAct act = 0; act < SC_N_ACTS; act++)
    {
      g_autofree char *why = NULL;
      gboolean may = sc_persona_access_may (self->access, flow, act, &why);

      add_row (rows, sc_flow_act_get_title (act), say (may), why != NULL ? why : "", NULL);
    }
  sc_access_print_rows (SC_ANSWER_TEXT, titles, G_N_ELEMENTS (titles), rows);
}

static void
print_stages (const People *self, const ScFlow *flow)
{
  const char *titles[] = { _ ("Stage"), _ ("Table"), _ ("Seen"), _ ("Filled in"), _ ("Missing") };
  g_autoptr (GArray) stages = sc_persona_access_list_stages (self->access, flow);
  g_autoptr (GPtrArray) rows = begin_rows ();

  for (guint i = 0; i < stages->len; i++)
    {
      const ScStageAccess *access = &g_array_index (stages, ScStageAccess, i);

      add_row (rows, sc_stage_get_label (access->stage, self->solution->language),
               name_table (self, access->stage->table), say (access->read), say (access->write),
               access->why != NULL ? access->why : "", NULL);
    }
  sc_access_print_rows (SC_ANSWER_TEXT, titles, G_N_ELEMENTS (titles), rows);
}

static void
print_text (const People *self)
{
  const GPtrArray *tables = sc_access_map_get_start_tables (self->map);

  for (guint i = 0; i < self->question->flows->len; i++)
    {
      const ScFlow *flow = self->question->flows->pdata[i];
      g_autofree char *name = sc_cli_clean (sc_access_name_flow (self->solution, flow));

      g_print ("%s, %s\n", name, flow->active ? _ ("active") : _ ("draft"));
      print_levels (self, flow);
      g_print ("\n");
      print_acts (self, flow);
      g_print ("\n");
      print_stages (self, flow);
      g_print ("\n");
    }
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      g_autofree char *why = sc_persona_access_explain_first (self->access, table);
      g_autofree char *clean = sc_cli_clean (why);

      g_print ("%s\n", clean);
    }
}

/* A row for each flow. */
static void
print_table (const People *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = begin_rows ();

  g_ptr_array_add (titles, (gpointer) _ ("Flow"));
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    g_ptr_array_add (titles, (gpointer) sc_access_get_title (access));
  for (ScFlowAct act = 0; act < SC_N_ACTS; act++)
    g_ptr_array_add (titles, (gpointer) sc_flow_act_get_title (act));
  for (guint i = 0; i < self->question->flows->len; i++)
    {
      const ScFlow *flow = self->question->flows->pdata[i];
      g_autoptr (ScAccessTarget) target = sc_access_target_new_flow (self->solution, flow);
      GPtrArray *cells = g_ptr_array_new ();

      g_ptr_array_add (cells, g_strdup (sc_access_name_flow (self->solution, flow)));
      for (ScAccess access = 0; access < SC_N_ACCESS; access++)
        g_ptr_array_add (cells, g_strdup (sc_level_get_title (sc_persona_access_get_level (
                                    self->access, target, access, NULL))));
      for (ScFlowAct act = 0; act < SC_N_ACTS; act++)
        g_ptr_array_add (cells,
                         g_strdup (say (sc_persona_access_may (self->access, flow, act, NULL))));
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (rows, g_ptr_array_free (cells, FALSE));
    }
  sc_access_print_rows (self->question->format, (const char *const *) titles->pdata, titles->len,
                        rows);
}

static void
add_levels_json (ScJson *json, const People *self, const ScFlow *flow)
{
  g_autoptr (ScAccessTarget) target = sc_access_target_new_flow (self->solution, flow);

  sc_json_begin_object (json, "levels");
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    {
      const ScRole *role = NULL;
      ScLevel level = sc_persona_access_get_level (self->access, target, access, &role);

      sc_json_begin_object (json, sc_access_get_nick (access));
      sc_json_add_string (json, "level", sc_level_get_nick (level));
      sc_json_add_string (json, "roleId", role != NULL ? role->id : NULL);
      sc_json_end_object (json);
    }
  sc_json_end_object (json);
}

static void
add_acts_json (ScJson *json, const People *self, const ScFlow *flow)
{
  sc_json_begin_object (json, "acts");
  for (ScFlowAct act = 0; act < SC_N_ACTS; act++)
    {
      g_autofree char *why = NULL;
      gboolean may = sc_persona_access_may (self->access, flow, act, &why);

      sc_json_begin_object (json, sc_flow_act_get_nick (act));
      sc_json_add_boolean (json, "possible", may);
      sc_json_add_string (json, "why", why);
      sc_json_end_object (json);
    }
  sc_json_end_object (json);
}

static void
add_stages_json (ScJson *json, const People *self, const ScFlow *flow)
{
  g_autoptr (GArray) stages = sc_persona_access_list_stages (self->access, flow);

  sc_json_begin_array (json, "stages");
  for (guint i = 0; i < stages->len; i++)
    {
      const ScStageAccess *access = &g_array_index (stages, ScStageAccess, i);

      sc_json_begin_object (json, NULL);
      sc_json_add_string (json, "id", access->stage->id);
      sc_json_add_string (json, "name",
                          sc_stage_get_label (access->stage, self->solution->language));
      sc_json_add_string (json, "table", access->stage->table);
      sc_json_add_boolean (json, "read", access->read);
      sc_json_add_boolean (json, "write", access->write);
      sc_json_add_boolean (json, "create", access->create);
      sc_json_add_boolean (json, "link", access->link);
      sc_json_add_boolean (json, "reached", access->reached);
      sc_json_add_string (json, "why", access->why);
      sc_json_end_object (json);
    }
  sc_json_end_array (json);
}

static void
add_tables_json (ScJson *json, const People *self)
{
  const GPtrArray *tables = sc_access_map_get_start_tables (self->map);

  sc_json_begin_array (json, "tables");
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      const ScFlow *first = sc_persona_access_get_first (self->access, table);
      g_autofree char *why = sc_persona_access_explain_first (self->access, table);

      sc_json_begin_object (json, NULL);
      sc_json_add_string (json, "table", table);
      sc_json_add_string (json, "first", first != NULL ? first->id : NULL);
      sc_json_add_string (json, "why", why);
      sc_json_end_object (json);
    }
  sc_json_end_array (json);
}

static void
print_json (const People *self)
{
  ScJson *json = sc_json_new ();

  sc_json_begin_object (json, NULL);
  sc_access_add_path_json (json, "path", self->question->path);
  sc_json_begin_array (json, "roles");
  for (guint i = 0; i + 1 < self->ids->len; i++)
    sc_json_add_string (json, NULL, g_ptr_array_index (self->ids, i));
  sc_json_end_array (json);
  sc_json_add_string (json, "app", self->app);
  sc_json_begin_array (json, "flows");
  for (guint i = 0; i < self->question->flows->len; i++)
    {
      const ScFlow *flow = self->question->flows->pdata[i];

      sc_json_begin_object (json, NULL);
      sc_json_add_string (json, "id", flow->id);
      sc_json_add_string (json, "name", sc_flow_get_label (flow, self->solution->language));
      add_levels_json (json, self, flow);
      add_acts_json (json, self, flow);
      add_stages_json (json, self, flow);
      sc_json_end_object (json);
    }
  sc_json_end_array (json);
  add_tables_json (json, self);
  sc_json_end_object (json);
  sc_cli_print_json (json);
}

ScExitStatus
sc_cli_access_print_persona (const ScAccessQuestion *self, const char *people, const char *app)
{
  g_auto (People) who = { NULL };
  g_autoptr (GError) error = NULL;

  if (!people_init (&who, self, people, app, &error))
    {
      sc_cli_complain (error->message);
      return SC_EXIT_FAILURE;
    }
  if (self->format == SC_ANSWER_TEXT)
    print_text (&who);
  else if (self->format == SC_ANSWER_JSON)
    print_json (&who);
  else
    print_table (&who);
  return SC_EXIT_SUCCESS;
}
