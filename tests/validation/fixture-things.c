/* fixture-things.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-private.h"

#include <string.h>

/* How a script names things. */

ScFlow *
fixture_newest_flow (const ScSolution *solution)
{
  return ITEM (solution->flows, sc_list_length (solution->flows) - 1, ScFlow);
}

ScStage *
fixture_find_stage (const ScSolution *solution, const char *name)
{
  g_autofree char *id = fixture_id (name);

  return (ScStage *) sc_flow_find_stage (fixture_newest_flow (solution), id, NULL);
}

static ScTransition *
find_transition (const ScSolution *solution, const char *source, const char *target)
{
  g_autofree char *from = fixture_id (source);
  g_autofree char *to = fixture_id (target);

  return (ScTransition *) sc_flow_find_transition (fixture_newest_flow (solution), from, to);
}

gpointer
fixture_walk_into (ScStage *stage, char kind, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);
  const ScList *list = kind == '!'                ? stage->triggers
                       : stage->condition != NULL ? stage->condition->branches
                                                  : NULL;
  gpointer value = (gpointer) stage->condition;

  for (guint i = 0; steps[i] != NULL; i++)
    {
      value = (gpointer) sc_list_get (list, (guint) atoi (steps[i]));
      g_assert_nonnull (value);
      if (kind == '!')
        list = i == 0 ? ((ScTrigger *) value)->events : NULL;
      else
        list = i == 0   ? ((ScBranch *) value)->clauses
               : i == 1 ? ((ScClause *) value)->operands
                        : NULL;
    }
  return value;
}

gpointer
fixture_find_role (const ScSolution *solution, const char *name)
{
  g_autofree char *id = fixture_id (name);

  return (gpointer) sc_solution_find_role (solution, id, NULL);
}

const ScList **
fixture_get_labels (gpointer thing)
{
  const ScField *field = ((const ScValue *) thing)->klass->fields;

  while (strcmp (field->name, "labels") != 0)
    field++;
  return G_STRUCT_MEMBER_P (thing, field->offset);
}

gpointer
fixture_find_thing (ScSolution *solution, const char *path)
{
  const char *mark = strpbrk (path, "?!>.:@");
  g_autofree char *head = mark != NULL ? g_strndup (path, (gsize) (mark - path)) : g_strdup (path);
  const ScStep *step;
  g_autofree char *id = fixture_id (path);

  if (strcmp (path, "solution") == 0)
    return solution;
  if (strcmp (path, "flow") == 0)
    return fixture_newest_flow (solution);
  if (strcmp (path, "process") == 0)
    return (gpointer) sc_list_get (solution->processes, sc_list_length (solution->processes) - 1);
  if (mark != NULL && *mark == '@')
    return (gpointer) sc_list_get (*fixture_get_labels (fixture_find_thing (solution, head)), 0);
  if (mark != NULL && *mark == '.')
    return (gpointer) sc_solution_find_column (solution, head, mark + 1);
  if (mark != NULL && *mark == ':')
    return fixture_find_role (solution, mark + 1);
  if (mark != NULL && *mark == '>')
    return find_transition (solution, head, mark + 1);
  if (mark != NULL)
    return fixture_walk_into (fixture_find_stage (solution, head), *mark, mark + 1);
  if (sc_solution_find_table (solution, path, NULL) != NULL)
    return (gpointer) sc_solution_find_table (solution, path, NULL);
  step = sc_flow_find_step (fixture_newest_flow (solution), id, NULL, NULL);
  return step != NULL ? (gpointer) step : fixture_find_stage (solution, path);
}

char *
fixture_read_text (const char *text)
{
  const char *star = strrchr (text, '*');
  GString *result;

  if (strcmp (text, "null") == 0)
    return NULL;
  if (star == NULL)
    return g_strdelimit (g_strdup (text), "~", ' ');
  result = g_string_new (NULL);
  for (int i = atoi (star + 1); i > 0; i--)
    g_string_append_len (result, text, star - text);
  return g_string_free (result, FALSE);
}

void
fixture_set_field (gpointer value, const char *name, const char *text)
{
  const ScField *field = ((const ScValue *) value)->klass->fields;
  g_autofree char *string = fixture_read_text (text);

  while (field->name != NULL && strcmp (field->name, name) != 0)
    field++;
  if (field->name == NULL)
    g_error ("no field %s in a %s", name, ((const ScValue *) value)->klass->name);
  if (field->kind == SC_FIELD_STRING)
    sc_value_assign_string (value, G_STRUCT_MEMBER_P (value, field->offset), string);
  else if (field->kind == SC_FIELD_INT)
    G_STRUCT_MEMBER (int, value, field->offset) = atoi (text);
  else
    sc_value_assign_value (value, G_STRUCT_MEMBER_P (value, field->offset), NULL);
}
