/* sc-cli-access-matrix.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-levels.h"
#include "sc-access-preset.h"
#include "sc-access-question.h"
#include "sc-display-conditions.h"
#include "sc-flow-access.h"

#include <glib/gi18n-lib.h>

/* What stands for a level in a terminal, where it has a column of its own. */
static const char *const letters[] = { "-", "U", "B", "P", "O" };

/* The matrix of one flow. */
typedef struct
{
  const ScAccessQuestion *question;
  const ScFlow *flow;
  ScList *targets; /* of ScAccessTarget: the flow, and what else is asked for */
  ScAccessLevels *levels;
} Matrix;

static void
matrix_clear (Matrix *self)
{
  g_clear_pointer (&self->levels, sc_access_levels_unref);
  g_clear_pointer (&self->targets, sc_list_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matrix, matrix_clear)

static Matrix
matrix_init (const ScAccessQuestion *question, const ScFlow *flow)
{
  Matrix self = { question, flow, NULL, NULL };

  if (question->tables)
    self.targets = sc_access_target_list_around (question->solution, question->metadata, flow);
  else
    {
      g_autoptr (ScAccessTarget) target = sc_access_target_new_flow (question->solution, flow);

      self.targets = sc_list_append (NULL, target);
    }
  self.levels = sc_access_levels_new (question->roles, self.targets, NULL);
  return self;
}

/* A level that is not one of the five, as the file has it; NULL: it is. */
static const char *
find_odd_level (const Matrix *self, guint role, guint target, ScAccess access)
{
  const ScRole *holder = sc_list_get (self->question->roles, role);
  const ScAccessTarget *on = sc_list_get (self->targets, target);
  const ScPrivilege *held;
  guint position = G_MAXUINT;

  sc_role_get_level (holder, on->privileges[access], &position);
  held = sc_list_get (holder->privileges, position);
  return held != NULL ? held->level_name : NULL;
}

/* NULL for a cell that is not there. shows: what a level is called. */
static const char *
get_cell (const Matrix *self,
          guint role,
          guint target,
          ScAccess access,
          const char *(*shows) (ScLevel level))
{
  const ScLevel level = sc_access_levels_get (self->levels, role, target, access);
  const char *odd = NULL;

  if (!sc_access_target_has (sc_list_get (self->targets, target), access))
    return NULL;
  if (level == SC_LEVEL_NONE)
    odd = find_odd_level (self, role, target, access);
  return odd != NULL ? odd : shows (level);
}

static const char *
get_letter (ScLevel level)
{
  return letters[level];
}

/* NULL for other things than flows, which have no presets. */
static const char *
get_preset (const Matrix *self, const ScRole *role, const ScAccessTarget *target, gboolean nick)
{
  const ScAccessPreset preset = sc_access_preset_find (role, self->flow);

  if (target->kind != SC_TARGET_FLOW || target->table == NULL)
    return NULL;
  if (!nick)
    return sc_access_preset_get_title (preset);
  return preset == SC_PRESET_CUSTOM ? "custom" : sc_access_preset_get_nick (preset);
}

/* The cells that text and tables share, in the order of the titles. */
static void
add_cells (GPtrArray *cells,
           const Matrix *self,
           guint role,
           guint target,
           const char *(*shows) (ScLevel level))
{
  const char *preset = get_preset (self, sc_list_get (self->question->roles, role),
                                   sc_list_get (self->targets, target), FALSE);

  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    {
      const char *cell = get_cell (self, role, target, access, shows);

      g_ptr_array_add (cells, g_strdup (cell != NULL ? cell : ""));
    }
  g_ptr_array_add (cells, g_strdup (preset != NULL ? preset : ""));
}

static void
add_titles (GPtrArray *titles)
{
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    g_ptr_array_add (titles, (gpointer) sc_access_get_title (access));
  g_ptr_array_add (titles, (gpointer) _ ("Preset"));
}

static char **
end_row (GPtrArray *cells)
{
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_free (cells, FALSE);
}

/* A row for each role and target of a flow. whole: with what says which flow it is. */
static void
add_rows (GPtrArray *rows, const Matrix *self, gboolean whole)
{
  const ScSolution *solution = self->question->solution;

  sc_list_foreach (self->targets, const ScAccessTarget *, target)
    {
      sc_list_foreach (self->question->roles, const ScRole *, role)
        {
          GPtrArray *cells = g_ptr_array_new ();

          if (whole)
            {
              g_ptr_array_add (cells, g_strdup (sc_access_name_flow (solution, self->flow)));
              g_ptr_array_add (
                  cells, g_strdup (self->flow->unique_name != NULL ? self->flow->unique_name : ""));
            }
          if (whole || self->question->tables)
            g_ptr_array_add (cells, g_strdup (target->title));
          g_ptr_array_add (cells, g_strdup (sc_access_name_role (role)));
          if (whole)
            g_ptr_array_add (cells, g_strdup (role->id != NULL ? role->id : ""));
          add_cells (cells, self, role_i, target_i, whole ? sc_level_get_title : get_letter);
          g_ptr_array_add (rows, end_row (cells));
        }
    }
}

static void
print_table (const ScAccessQuestion *question)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (titles, (gpointer) _ ("Flow"));
  g_ptr_array_add (titles, (gpointer) _ ("Unique name"));
  g_ptr_array_add (titles, (gpointer) _ ("Access to"));
  g_ptr_array_add (titles, (gpointer) _ ("Role"));
  g_ptr_array_add (titles, (gpointer) _ ("Role id"));
  add_titles (titles);
  for (guint i = 0; i < question->flows->len; i++)
    {
      g_auto (Matrix) matrix = matrix_init (question, question->flows->pdata[i]);

      add_rows (rows, &matrix, TRUE);
    }
  sc_access_print_rows (question->format, (const char *const *) titles->pdata, titles->len, rows);
}

/* Roles that the file of a flow names; they are known by their ids alone, unless they are here. */
static void
print_conditions (const Matrix *self)
{
  g_autoptr (GPtrArray) ids = sc_display_conditions_list_roles (self->flow);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      const ScRole *role = sc_solution_find_role (self->question->solution, id, NULL);
      g_autofree char *name = sc_cli_clean (role != NULL ? sc_access_name_role (role) : id);

      /* Translators: the name or id of a role. */
      g_print (_ ("Its display conditions, which give no access, name the role %s.\n"), name);
    }
}

static void
print_flow (const Matrix *self)
{
  const ScAccessQuestion *question = self->question;
  g_autofree char *name = sc_cli_clean (sc_access_name_flow (question->solution, self->flow));
  g_autofree char *unique
      = sc_cli_clean (self->flow->unique_name != NULL ? self->flow->unique_name : "");
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_print ("%s (%s), %s\n", name, unique, self->flow->active ? _ ("active") : _ ("draft"));
  if (*unique == '\0')
    g_print ("%s\n", _ ("It has no unique name yet, so nobody can be given access."));
  else if (!sc_flow_access_anybody_can_run (question->solution, self->flow))
    g_print ("%s\n", _ ("No role here can run it: only System Administrator and System Customizer "
                        "can."));
  print_conditions (self);
  if (question->roles == NULL)
    return;
  if (question->tables)
    g_ptr_array_add (titles, (gpointer) _ ("Access to"));
  g_ptr_array_add (titles, (gpointer) _ ("Role"));
  add_titles (titles);
  add_rows (rows, self, FALSE);
  sc_access_print_rows (SC_ANSWER_TEXT, (const char *const *) titles->pdata, titles->len, rows);
}

static void
print_text (const ScAccessQuestion *question)
{
  for (guint i = 0; i < question->flows->len; i++)
    {
      g_auto (Matrix) matrix = matrix_init (question, question->flows->pdata[i]);

      print_flow (&matrix);
      g_print ("\n");
    }
  if (question->roles == NULL)
    {
      g_print ("%s\n", _ ("No roles"));
      return;
    }
  for (ScLevel level = SC_LEVEL_ORGANIZATION;; level--)
    {
      g_print ("%s %s", letters[level], sc_level_get_title (level));
      if (level == SC_LEVEL_NONE)
        break;
      g_print (", ");
    }
  g_print ("\n");
}

static void
add_row_json (ScJson *json, const Matrix *self, guint role_i, guint target_i)
{
  static const char *const kinds[] = { "flow", "table", "process" };
  const ScRole *role = sc_list_get (self->question->roles, role_i);
  const ScAccessTarget *target = sc_list_get (self->targets, target_i);

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "kind", kinds[target->kind]);
  sc_json_add_string (json, "table", target->kind == SC_TARGET_TABLE ? target->id : NULL);
  sc_json_add_string (json, "roleId", role->id);
  sc_json_add_string (json, "role", role->name);
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    sc_json_add_string (json, sc_access_get_nick (access),
                        get_cell (self, role_i, target_i, access, sc_level_get_nick));
  sc_json_add_string (json, "preset", get_preset (self, role, target, TRUE));
  sc_json_end_object (json);
}

static void
add_flow_json (ScJson *json, const Matrix *self)
{
  const ScFlow *flow = self->flow;
  g_autoptr (GPtrArray) conditions = sc_display_conditions_list_roles (flow);

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "id", flow->id);
  sc_json_add_string (json, "name", sc_flow_get_label (flow, self->question->solution->language));
  sc_json_add_string (json, "uniqueName", flow->unique_name);
  sc_json_add_boolean (json, "active", flow->active);
  sc_json_add_boolean (json, "anybodyCanRun",
                       sc_flow_access_anybody_can_run (self->question->solution, flow));
  sc_json_begin_array (json, "displayConditions");
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    sc_json_add_string (json, NULL, g_ptr_array_index (conditions, i));
  sc_json_end_array (json);
  sc_json_begin_array (json, "access");
  for (guint target = 0; target < sc_list_length (self->targets); target++)
    for (guint role = 0; role < sc_list_length (self->question->roles); role++)
      add_row_json (json, self, role, target);
  sc_json_end_array (json);
  sc_json_end_object (json);
}

static void
print_json (const ScAccessQuestion *question)
{
  ScJson *json = sc_json_new ();

  sc_json_begin_object (json, NULL);
  sc_access_add_path_json (json, "path", question->path);
  sc_json_begin_array (json, "flows");
  for (guint i = 0; i < question->flows->len; i++)
    {
      g_auto (Matrix) matrix = matrix_init (question, question->flows->pdata[i]);

      add_flow_json (json, &matrix);
    }
  sc_json_end_array (json);
  sc_json_end_object (json);
  sc_cli_print_json (json);
}

void
sc_cli_access_print_matrix (const ScAccessQuestion *self)
{
  if (self->format == SC_ANSWER_TEXT)
    print_text (self);
  else if (self->format == SC_ANSWER_JSON)
    print_json (self);
  else
    print_table (self);
}
