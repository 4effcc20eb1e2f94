/* fixture.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-private.h"

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

void
fixture_set_id (gpointer draft, const char **field)
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

      fixture_set_id (stage, &stage->id);
      fixture_set_id (stage, &stage->next);
      set_stage_name (stage);
      if (strcmp (stage->table, "t") == 0)
        sc_set_string (stage, table, "new_t");
      sc_list_foreach (stage->steps, ScStep *, step)
        {
          g_autoptr (ScList) labels = sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, "C");

          fixture_set_id (step, &step->id);
          sc_set_value (step, labels, labels);
        }
      sc_list_foreach (branches, ScBranch *, branch)
        {
          fixture_set_id (branch, &branch->target);
          sc_list_foreach (branch->clauses, ScClause *, clause)
            sc_set_string (clause, table, stage->table);
        }
    }
}

ScTable *
fixture_make_table (const char *name)
{
  ScTable *table = sc_table_new ();

  sc_set_string (table, name, name);
  table->flow_enabled = SC_TRI_YES;
  table->complete = TRUE;
  return table;
}

void
fixture_add_column (ScTable *table, const char *name)
{
  g_autoptr (ScColumn) column = sc_column_new ();

  sc_set_string (column, name, name);
  column->type = SC_COLUMN_TEXT;
  sc_take_value (table, columns, sc_list_append (table->columns, column));
}

void
fixture_add_step (ScStage *stage, const char *name, const char *column)
{
  g_autoptr (ScStep) step = sc_step_new ();

  sc_set_string (step, id, name);
  fixture_set_id (step, &step->id);
  sc_set_string (step, name, SC_STEP_DEFAULT_NAME);
  sc_set_string (step, column, column);
  sc_take_value (step, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, name));
  sc_take_value (stage, steps, sc_list_append (stage->steps, step));
}

static void
set_outline (ScFlow *flow, const char *text)
{
  g_autoptr (ScFlow) shape = sc_outline_read (text);

  dress (shape);
  sc_set_value (flow, stages, shape->stages);
}

void
fixture_add_flow (ScSolution *solution, const char *name)
{
  g_autoptr (ScFlow) flow = sc_outline_read ("");
  g_autofree char *unique_name = g_strconcat ("new_", name, NULL);
  g_autofree char *first = g_strdup_printf ("%s1>", name);

  sc_set_string (flow, id, name);
  fixture_set_id (flow, &flow->id);
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
  g_autoptr (ScTable) table = fixture_make_table ("new_t");

  solution->language = SC_LANGUAGE_ENGLISH;
  sc_set_string (solution, prefix, "new");
  fixture_add_column (table, "c");
  sc_take_value (solution, tables, sc_list_append (NULL, table));
  fixture_add_flow (solution, "flow");
  set_outline (fixture_newest_flow (solution), "A>B B>");
  return solution;
}

static void
set_label (gpointer thing, int language, const char *text)
{
  const ScList **labels = fixture_get_labels (thing);
  g_autofree char *string = fixture_read_text (text);

  sc_value_take_value (thing, labels, sc_labels_set (*labels, language, string));
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
  ScStage *stage = fixture_find_stage (solution, name);
  ScTable *table = (ScTable *) sc_solution_find_table (solution, stage->table, NULL);

  sc_set_value (stage, steps, NULL);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *step = g_strdup_printf ("%s%u", name, i);
      g_autofree char *column = g_strdup_printf ("c%u", i);

      fixture_add_column (table, column);
      fixture_add_step (stage, step, column);
    }
}

static void
run_statement (ScSolution *solution, char **words)
{
  gpointer thing;

  if (strcmp (words[0], "outline") == 0)
    {
      g_autofree char *text = g_strjoinv (" ", words + 1);

      set_outline (fixture_newest_flow (solution), text);
    }
  else if (strcmp (words[0], "stages") == 0)
    set_stage_count (fixture_newest_flow (solution), (guint) atoi (words[1]));
  else if (strcmp (words[0], "steps") == 0)
    set_step_count (solution, words[1], (guint) atoi (words[2]));
  else if (strcmp (words[0], "new") == 0)
    fixture_add (solution, words + 1);
  else if (strcmp (words[0], "label") == 0)
    set_label (fixture_find_thing (solution, words[1]), atoi (words[2]), words[3]);
  else
    {
      thing = fixture_find_thing (solution, words[0]);
      if (thing == NULL)
        g_error ("nothing is called %s", words[0]);
      for (guint i = 1; words[i] != NULL; i++)
        {
          g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);

          fixture_set_field (thing, pair[0], pair[1]);
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
