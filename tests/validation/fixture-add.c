/* fixture-add.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-private.h"

#include <string.h>

#define APPEND(owner, list, item) \
  sc_take_value ((owner), list, sc_list_append ((owner)->list, (item)))

static void
add_to_stage (ScSolution *solution, const char *kind, char **words)
{
  const char *mark = strpbrk (words[0], "?!");
  g_autofree char *head
      = mark != NULL ? g_strndup (words[0], (gsize) (mark - words[0])) : g_strdup (words[0]);
  ScStage *stage = fixture_find_stage (solution, head);

  if (strcmp (kind, "step") == 0)
    {
      fixture_add_step (stage, words[1], words[2]);
    }
  else if (strcmp (kind, "trigger") == 0)
    {
      g_autoptr (ScTrigger) trigger = sc_trigger_new ();

      sc_set_string (trigger, workflow_id, "5ca1ab1e-0000-4000-8000-000000000001");
      APPEND (stage, triggers, trigger);
    }
  else if (strcmp (kind, "event") == 0)
    {
      ScTrigger *trigger = fixture_walk_into (stage, '!', mark + 1);
      g_autoptr (ScTriggerEvent) event = sc_trigger_event_new ();

      sc_set_string (event, event, words[1]);
      sc_set_string (event, filter, stage->id);
      event->pipeline_stage = atoi (words[2]);
      APPEND (trigger, events, event);
    }
  else if (strcmp (kind, "clause") == 0)
    {
      ScBranch *branch = fixture_walk_into (stage, '?', mark + 1);
      g_autoptr (ScClause) clause = sc_clause_new ();

      sc_set_string (clause, table, stage->table);
      sc_set_string (clause, column, words[1]);
      sc_set_string (clause, operator, "NotNull");
      clause->join = strcmp (words[2], "or") == 0 ? SC_JOIN_OR : SC_JOIN_AND;
      APPEND (branch, clauses, clause);
    }
  else if (strcmp (kind, "operand") == 0)
    {
      ScClause *clause = fixture_walk_into (stage, '?', mark + 1);
      g_autoptr (ScOperand) operand = sc_operand_new ();

      sc_set_string (operand, type, words[1]);
      sc_set_string (operand, value, words[2]);
      APPEND (clause, operands, operand);
    }
  else
    g_error ("nothing of the kind %s", kind);
}

static void
grant (ScRole *role, const char *name, const char *level)
{
  g_autoptr (ScPrivilege) privilege = sc_privilege_new ();

  sc_set_string (privilege, name, name);
  privilege->level = sc_level_from_file_name (level);
  APPEND (role, privileges, privilege);
}

static void
add_transition (ScSolution *solution, char **words)
{
  ScFlow *flow = fixture_newest_flow (solution);
  g_autoptr (ScTransition) transition = sc_transition_new ();

  sc_set_string (transition, source, words[0]);
  fixture_set_id (transition, &transition->source);
  sc_set_string (transition, target, words[1]);
  fixture_set_id (transition, &transition->target);
  sc_set_string (transition, relationship, words[2]);
  APPEND (flow, transitions, transition);
}

static void
add_relationship (ScSolution *solution, char **words)
{
  g_autoptr (ScRelationship) relationship = sc_relationship_new ();

  sc_set_string (relationship, name, words[0]);
  sc_set_string (relationship, referenced, words[1]);
  sc_set_string (relationship, referencing, words[2]);
  APPEND (solution, relationships, relationship);
}

/* A name, and the names of its roles. */
static void
add_persona (ScSolution *solution, char **words)
{
  g_autoptr (ScPersona) persona = sc_persona_new ();

  sc_set_string (persona, id, words[0]);
  fixture_set_id (persona, &persona->id);
  sc_set_string (persona, name, words[0]);
  for (char **word = words + 1; *word != NULL; word++)
    {
      g_autofree char *id = fixture_id (*word);
      g_autoptr (ScLabel) role = sc_label_new_text (0, id);

      APPEND (persona, roles, role);
    }
  APPEND (solution, personas, persona);
}

static void
add_component (ScSolution *solution, char **words)
{
  g_autoptr (ScComponent) component = sc_component_new ();
  g_autofree char *id = fixture_id (words[1]);

  component->type = atoi (words[0]);
  if (component->type == SC_COMPONENT_TABLE)
    sc_set_string (component, schema_name, words[1]);
  else
    sc_set_string (component, id, id);
  APPEND (solution, components, component);
}

/* words: the id, category and table; "null": none. Active, and can be run on demand. */
static void
add_process (ScSolution *solution, char **words)
{
  g_autoptr (ScProcess) process = sc_process_new ();
  g_autofree char *table = fixture_read_text (words[2]);

  sc_set_string (process, id, words[0]);
  sc_set_string (process, name, "Process");
  sc_set_string (process, table, table);
  process->category = atoi (words[1]);
  process->active = process->on_demand = process->complete = TRUE;
  APPEND (solution, processes, process);
}

/* Of the newest process; words: the type, then what is so of the parameter. */
static void
add_parameter (ScSolution *solution, char **words)
{
  ScProcess *process
      = ITEM (solution->processes, sc_list_length (solution->processes) - 1, ScProcess);
  g_autoptr (ScParameter) parameter = sc_parameter_new ();

  sc_set_string (parameter, name, "Parameter");
  sc_set_string (parameter, type, words[0]);
  for (guint i = 1; words[i] != NULL; i++)
    fixture_set_field (parameter, words[i], "1");
  APPEND (process, parameters, parameter);
}

/* words: the name, then type:name for each component. */
static void
add_app (ScSolution *solution, char **words)
{
  g_autoptr (ScApp) app = sc_app_new ();

  sc_set_string (app, unique_name, words[0]);
  for (guint i = 1; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], ":", 2);
      g_autofree char *id = fixture_id (parts[1]);
      g_autoptr (ScComponent) component = sc_component_new ();

      component->type = atoi (parts[0]);
      sc_set_string (component, schema_name, parts[1]);
      sc_set_string (component, id, id);
      APPEND (app, components, component);
    }
  APPEND (solution, apps, app);
}

/* words: the name of a complete table, then its columns. */
static void
add_imported (ScSolution *solution, char **words)
{
  g_autoptr (ScTable) table = sc_table_new ();

  sc_set_string (table, name, words[0]);
  table->complete = TRUE;
  for (guint i = 1; words[i] != NULL; i++)
    {
      g_autoptr (ScColumn) column = sc_column_new ();

      sc_set_string (column, name, words[i]);
      APPEND (table, columns, column);
    }
  APPEND (solution, imported, table);
}

/* new flow G · table lead · column lead.x · option t.c 5 · target t.c lead · relationship NAME ONE
 * MANY · imported lead x y · role R · process ID CATEGORY TABLE · parameter TYPE output · privilege
 * R NAME LEVEL · component 29 flow · app A 1:t 29:flow · transition A B RELATIONSHIP · step A A2
 * COLUMN · trigger A · event A!0 NAME PIPELINE · clause A?0 COLUMN and|or · operand A?0.0 TYPE
 * VALUE */
void
fixture_add (ScSolution *solution, char **words)
{
  const char *kind = words[0];

  if (strcmp (kind, "flow") == 0)
    {
      fixture_add_flow (solution, words[1]);
    }
  else if (strcmp (kind, "table") == 0)
    {
      g_autoptr (ScTable) table = fixture_make_table (words[1]);

      APPEND (solution, tables, table);
    }
  else if (strcmp (kind, "imported") == 0)
    {
      add_imported (solution, words + 1);
    }
  else if (strcmp (kind, "app") == 0)
    {
      add_app (solution, words + 1);
    }
  else if (strcmp (kind, "process") == 0)
    {
      add_process (solution, words + 1);
    }
  else if (strcmp (kind, "parameter") == 0)
    {
      add_parameter (solution, words + 1);
    }
  else if (strcmp (kind, "column") == 0)
    {
      g_auto (GStrv) parts = g_strsplit (words[1], ".", 2);

      fixture_add_column ((ScTable *) sc_solution_find_table (solution, parts[0], NULL), parts[1]);
    }
  else if (strcmp (kind, "option") == 0)
    {
      g_autoptr (ScOption) option = sc_option_new ();
      ScColumn *column = fixture_find_thing (solution, words[1]);

      option->value = atoi (words[2]);
      APPEND (column, options, option);
    }
  else if (strcmp (kind, "target") == 0)
    {
      g_autoptr (ScLabel) target = sc_label_new_text (0, words[2]);
      ScColumn *column = fixture_find_thing (solution, words[1]);

      APPEND (column, targets, target);
    }
  else if (strcmp (kind, "role") == 0)
    {
      g_autoptr (ScRole) role = sc_role_new ();

      sc_set_string (role, id, words[1]);
      fixture_set_id (role, &role->id);
      sc_set_string (role, name, words[1]);
      APPEND (solution, roles, role);
    }
  else if (strcmp (kind, "persona") == 0)
    add_persona (solution, words + 1);
  else if (strcmp (kind, "privilege") == 0)
    grant (fixture_find_role (solution, words[1]), words[2], words[3]);
  else if (strcmp (kind, "relationship") == 0)
    add_relationship (solution, words + 1);
  else if (strcmp (kind, "transition") == 0)
    add_transition (solution, words + 1);
  else if (strcmp (kind, "component") == 0)
    add_component (solution, words + 1);
  else
    add_to_stage (solution, kind, words + 1);
}
