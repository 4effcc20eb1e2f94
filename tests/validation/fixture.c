/* fixture.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "sc-outline.h"

#include <string.h>

#define NAME_BYTES 6

/* A name of up to six bytes as the last group of a GUID. */
char *
fixture_id (const char *name)
{
  GString *id = g_string_new ("5ca1ab1e-0000-4000-8000-");

  for (gsize i = 0; i < NAME_BYTES; i++)
    g_string_append_printf (id, "%02x", i < strlen (name) ? (guchar) name[i] : 0);
  return g_string_free (id, FALSE);
}

char *
fixture_name (const char *id)
{
  GString *name = g_string_new (NULL);

  if (strlen (id) != 36 || !g_str_has_prefix (id, "5ca1ab1e-"))
    return g_string_free (g_string_assign (name, id), FALSE);
  for (const char *p = id + 24; *p != '\0'; p += 2)
    {
      char c = (char) (g_ascii_xdigit_value (p[0]) << 4 | g_ascii_xdigit_value (p[1]));

      if (c != '\0')
        g_string_append_c (name, c);
    }
  return g_string_free (name, FALSE);
}

/* The fixture owns what it builds alone, so it may go on filling what is in a list already. */
#define ITEM(list, i, Type) ((Type *) sc_list_get ((list), (i)))

static void
set_id (gpointer draft, const char **field)
{
  g_autofree char *id = *field != NULL ? fixture_id (*field) : NULL;

  sc_value_assign_string (draft, field, id);
}

/* A name that says something. */
static void
set_stage_name (ScStage *stage)
{
  g_autofree char *name = g_strconcat ("Do ", stage->name, NULL);

  sc_set_string (stage, name, name);
  sc_take_value (stage, labels, sc_labels_set (stage->labels, SC_LANGUAGE_ENGLISH, name));
}

/* Gives stages, steps and targets GUIDs, and the stages a table that looks like a custom one. */
static void
dress (ScFlow *flow)
{
  sc_list_foreach (flow->stages, ScStage *, stage)
    {
      const ScList *branches = stage->condition != NULL ? stage->condition->branches : NULL;

      set_id (stage, &stage->id);
      set_id (stage, &stage->next);
      set_stage_name (stage);
      if (strcmp (stage->table, "t") == 0)
        sc_set_string (stage, table, "new_t");
      sc_list_foreach (stage->steps, ScStep *, step)
        {
          g_autoptr (ScList) labels = sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, "C");

          set_id (step, &step->id);
          sc_set_value (step, labels, labels);
        }
      sc_list_foreach (branches, ScBranch *, branch)
        {
          set_id (branch, &branch->target);
          sc_list_foreach (branch->clauses, ScClause *, clause)
            sc_set_string (clause, table, stage->table);
        }
    }
}

static ScTable *
make_table (const char *name)
{
  ScTable *table = sc_table_new ();

  sc_set_string (table, name, name);
  table->flow_enabled = SC_TRI_YES;
  table->complete = TRUE;
  return table;
}

static void
add_column (ScTable *table, const char *name)
{
  g_autoptr (ScColumn) column = sc_column_new ();

  sc_set_string (column, name, name);
  column->type = SC_COLUMN_TEXT;
  sc_take_value (table, columns, sc_list_append (table->columns, column));
}

static void
add_step (ScStage *stage, const char *name, const char *column)
{
  g_autoptr (ScStep) step = sc_step_new ();

  sc_set_string (step, id, name);
  set_id (step, &step->id);
  sc_set_string (step, name, SC_STEP_DEFAULT_NAME);
  sc_set_string (step, column, column);
  sc_take_value (step, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, name));
  sc_take_value (stage, steps, sc_list_append (stage->steps, step));
}

static ScFlow *
newest_flow (const ScSolution *solution)
{
  return ITEM (solution->flows, sc_list_length (solution->flows) - 1, ScFlow);
}

static void
set_outline (ScFlow *flow, const char *text)
{
  g_autoptr (ScFlow) shape = sc_outline_read (text);

  dress (shape);
  sc_set_value (flow, stages, shape->stages);
}

static void
add_flow (ScSolution *solution, const char *name)
{
  g_autoptr (ScFlow) flow = sc_outline_read ("");
  g_autofree char *unique_name = g_strconcat ("new_", name, NULL);
  g_autofree char *first = g_strdup_printf ("%s1>", name);

  sc_set_string (flow, id, name);
  set_id (flow, &flow->id);
  sc_set_string (flow, name, name);
  sc_set_string (flow, unique_name, unique_name);
  sc_set_string (flow, primary_table, "new_t");
  flow->order = (int) sc_list_length (solution->flows);
  set_outline (flow, first);
  /* A step in another flow needs another id too. */
  sc_take_value (solution, flows, sc_list_append (solution->flows, flow));
}

/* One flow of two stages on a table of which every column is known. */
static ScSolution *
make_clean (void)
{
  ScSolution *solution = sc_solution_new ();
  g_autoptr (ScTable) table = make_table ("new_t");

  solution->language = SC_LANGUAGE_ENGLISH;
  sc_set_string (solution, prefix, "new");
  add_column (table, "c");
  sc_take_value (solution, tables, sc_list_append (NULL, table));
  add_flow (solution, "flow");
  set_outline (newest_flow (solution), "A>B B>");
  return solution;
}

static ScStage *
find_stage (const ScSolution *solution, const char *name)
{
  g_autofree char *id = fixture_id (name);

  return (ScStage *) sc_flow_find_stage (newest_flow (solution), id, NULL);
}

static ScTransition *
find_transition (const ScSolution *solution, const char *source, const char *target)
{
  g_autofree char *from = fixture_id (source);
  g_autofree char *to = fixture_id (target);

  return (ScTransition *) sc_flow_find_transition (newest_flow (solution), from, to);
}

/* What is behind "?" or "!": one number per list to go into. */
static gpointer
walk_into (ScStage *stage, char kind, const char *path)
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

static gpointer
find_role (const ScSolution *solution, const char *name)
{
  g_autofree char *id = fixture_id (name);

  return (gpointer) sc_solution_find_role (solution, id, NULL);
}

static const ScList **
get_labels (gpointer thing)
{
  const ScField *field = ((const ScValue *) thing)->klass->fields;

  while (strcmp (field->name, "labels") != 0)
    field++;
  return G_STRUCT_MEMBER_P (thing, field->offset);
}

static gpointer
find_thing (ScSolution *solution, const char *path)
{
  const char *mark = strpbrk (path, "?!>.:@");
  g_autofree char *head = mark != NULL ? g_strndup (path, (gsize) (mark - path)) : g_strdup (path);
  const ScStep *step;
  g_autofree char *id = fixture_id (path);

  if (strcmp (path, "solution") == 0)
    return solution;
  if (strcmp (path, "flow") == 0)
    return newest_flow (solution);
  if (strcmp (path, "process") == 0)
    return (gpointer) sc_list_get (solution->processes, sc_list_length (solution->processes) - 1);
  if (mark != NULL && *mark == '@')
    return (gpointer) sc_list_get (*get_labels (find_thing (solution, head)), 0);
  if (mark != NULL && *mark == '.')
    return (gpointer) sc_solution_find_column (solution, head, mark + 1);
  if (mark != NULL && *mark == ':')
    return find_role (solution, mark + 1);
  if (mark != NULL && *mark == '>')
    return find_transition (solution, head, mark + 1);
  if (mark != NULL)
    return walk_into (find_stage (solution, head), *mark, mark + 1);
  if (sc_solution_find_table (solution, path, NULL) != NULL)
    return (gpointer) sc_solution_find_table (solution, path, NULL);
  step = sc_flow_find_step (newest_flow (solution), id, NULL, NULL);
  return step != NULL ? (gpointer) step : find_stage (solution, path);
}

/* "ab*2" is "abab", "~" a space, "null" NULL. Free with g_free(). */
static char *
read_text (const char *text)
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

/* Sets a field by its name, through the description of the value's type. */
static void
set_field (gpointer value, const char *name, const char *text)
{
  const ScField *field = ((const ScValue *) value)->klass->fields;
  g_autofree char *string = read_text (text);

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

static void
set_label (gpointer thing, int language, const char *text)
{
  const ScList **labels = get_labels (thing);
  g_autofree char *string = read_text (text);

  sc_value_take_value (thing, labels, sc_labels_set (*labels, language, string));
}

#define APPEND(owner, list, item) \
  sc_take_value ((owner), list, sc_list_append ((owner)->list, (item)))

static void
add_to_stage (ScSolution *solution, const char *kind, char **words)
{
  const char *mark = strpbrk (words[0], "?!");
  g_autofree char *head
      = mark != NULL ? g_strndup (words[0], (gsize) (mark - words[0])) : g_strdup (words[0]);
  ScStage *stage = find_stage (solution, head);

  if (strcmp (kind, "step") == 0)
    {
      add_step (stage, words[1], words[2]);
    }
  else if (strcmp (kind, "trigger") == 0)
    {
      g_autoptr (ScTrigger) trigger = sc_trigger_new ();

      sc_set_string (trigger, workflow_id, "5ca1ab1e-0000-4000-8000-000000000001");
      APPEND (stage, triggers, trigger);
    }
  else if (strcmp (kind, "event") == 0)
    {
      ScTrigger *trigger = walk_into (stage, '!', mark + 1);
      g_autoptr (ScTriggerEvent) event = sc_trigger_event_new ();

      sc_set_string (event, event, words[1]);
      sc_set_string (event, filter, stage->id);
      event->pipeline_stage = atoi (words[2]);
      APPEND (trigger, events, event);
    }
  else if (strcmp (kind, "clause") == 0)
    {
      ScBranch *branch = walk_into (stage, '?', mark + 1);
      g_autoptr (ScClause) clause = sc_clause_new ();

      sc_set_string (clause, table, stage->table);
      sc_set_string (clause, column, words[1]);
      sc_set_string (clause, operator, "NotNull");
      clause->join = strcmp (words[2], "or") == 0 ? SC_JOIN_OR : SC_JOIN_AND;
      APPEND (branch, clauses, clause);
    }
  else if (strcmp (kind, "operand") == 0)
    {
      ScClause *clause = walk_into (stage, '?', mark + 1);
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
  ScFlow *flow = newest_flow (solution);
  g_autoptr (ScTransition) transition = sc_transition_new ();

  sc_set_string (transition, source, words[0]);
  set_id (transition, &transition->source);
  sc_set_string (transition, target, words[1]);
  set_id (transition, &transition->target);
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
  g_autofree char *table = read_text (words[2]);

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
    set_field (parameter, words[i], "1");
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

/* new flow G · table lead · column lead.x · option t.c 5 · target t.c lead · relationship NAME ONE
 * MANY · role R · process ID CATEGORY TABLE · parameter TYPE output · privilege R NAME LEVEL ·
 * component 29 flow · app A 1:t 29:flow · transition A B RELATIONSHIP · step A A2 COLUMN · trigger
 * A · event A!0 NAME PIPELINE · clause A?0 COLUMN and|or · operand A?0.0 TYPE VALUE */
static void
add (ScSolution *solution, char **words)
{
  const char *kind = words[0];

  if (strcmp (kind, "flow") == 0)
    {
      add_flow (solution, words[1]);
    }
  else if (strcmp (kind, "table") == 0)
    {
      g_autoptr (ScTable) table = make_table (words[1]);

      APPEND (solution, tables, table);
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

      add_column ((ScTable *) sc_solution_find_table (solution, parts[0], NULL), parts[1]);
    }
  else if (strcmp (kind, "option") == 0)
    {
      g_autoptr (ScOption) option = sc_option_new ();
      ScColumn *column = find_thing (solution, words[1]);

      option->value = atoi (words[2]);
      APPEND (column, options, option);
    }
  else if (strcmp (kind, "target") == 0)
    {
      g_autoptr (ScLabel) target = sc_label_new_text (0, words[2]);
      ScColumn *column = find_thing (solution, words[1]);

      APPEND (column, targets, target);
    }
  else if (strcmp (kind, "role") == 0)
    {
      g_autoptr (ScRole) role = sc_role_new ();

      sc_set_string (role, id, words[1]);
      set_id (role, &role->id);
      sc_set_string (role, name, words[1]);
      APPEND (solution, roles, role);
    }
  else if (strcmp (kind, "privilege") == 0)
    grant (find_role (solution, words[1]), words[2], words[3]);
  else if (strcmp (kind, "relationship") == 0)
    add_relationship (solution, words + 1);
  else if (strcmp (kind, "transition") == 0)
    add_transition (solution, words + 1);
  else if (strcmp (kind, "component") == 0)
    add_component (solution, words + 1);
  else
    add_to_stage (solution, kind, words + 1);
}

static void
set_stage_count (ScFlow *flow, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    {
      g_string_append_printf (text, "S%u>", i);
      if (i < n)
        g_string_append_printf (text, "S%u ", i + 1);
    }
  set_outline (flow, text->str);
  g_string_free (text, TRUE);
}

static void
set_step_count (ScSolution *solution, const char *name, guint n)
{
  ScStage *stage = find_stage (solution, name);
  ScTable *table = (ScTable *) sc_solution_find_table (solution, stage->table, NULL);

  sc_set_value (stage, steps, NULL);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *step = g_strdup_printf ("%s%u", name, i);
      g_autofree char *column = g_strdup_printf ("c%u", i);

      add_column (table, column);
      add_step (stage, step, column);
    }
}

static void
run_statement (ScSolution *solution, char **words)
{
  gpointer thing;

  if (strcmp (words[0], "outline") == 0)
    {
      g_autofree char *text = g_strjoinv (" ", words + 1);

      set_outline (newest_flow (solution), text);
    }
  else if (strcmp (words[0], "stages") == 0)
    set_stage_count (newest_flow (solution), (guint) atoi (words[1]));
  else if (strcmp (words[0], "steps") == 0)
    set_step_count (solution, words[1], (guint) atoi (words[2]));
  else if (strcmp (words[0], "new") == 0)
    add (solution, words + 1);
  else if (strcmp (words[0], "label") == 0)
    set_label (find_thing (solution, words[1]), atoi (words[2]), words[3]);
  else
    {
      thing = find_thing (solution, words[0]);
      if (thing == NULL)
        g_error ("nothing is called %s", words[0]);
      for (guint i = 1; words[i] != NULL; i++)
        {
          g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);

          set_field (thing, pair[0], pair[1]);
        }
    }
}

ScSolution *
fixture_solution (const char *script)
{
  ScSolution *solution = make_clean ();
  g_auto (GStrv) statements = g_strsplit (script, ";", -1);

  for (guint i = 0; statements[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (statements[i]), " ", -1);

      if (words[0] != NULL && *words[0] != '\0')
        run_statement (solution, words);
    }
  return solution;
}

char *
fixture_describe (const ScList *problems)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      const char *id = problem->step != NULL    ? problem->step
                       : problem->stage != NULL ? problem->stage
                       : problem->role != NULL  ? problem->role
                                                : problem->flow;
      g_autofree char *name = id != NULL ? fixture_name (id) : g_strdup ("solution");

      if (problem_i > 0)
        g_string_append (text, "; ");
      g_string_append_printf (text, "%s %s %s", sc_rule_get_id (problem->rule),
                              sc_severity_get_nick ((ScSeverity) problem->severity), name);
      if (problem->found != 0 || problem->allowed != 0)
        g_string_append_printf (text, " %d/%d", problem->found, problem->allowed);
    }
  return g_string_free (text, FALSE);
}

char *
fixture_validate (const ScSolution *solution)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);

  return fixture_describe (problems);
}
