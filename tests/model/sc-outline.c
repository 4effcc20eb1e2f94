/* sc-outline.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-outline.h"

#include <string.h>

static ScBranch *
read_branch (const char *target, gboolean otherwise)
{
  ScBranch *branch = sc_branch_new ();

  if (*target != '\0')
    sc_set_string (branch, target, target);
  branch->otherwise = otherwise;
  if (!otherwise)
    {
      g_autoptr (ScClause) clause = sc_clause_new ();

      sc_set_string (branch, name, "Case");
      sc_set_string (clause, column, "c");
      sc_set_string (clause, table, "t");
      sc_set_string (clause, operator, "NotNull");
      sc_take_value (branch, clauses, sc_list_append (NULL, clause));
    }
  return branch;
}

static ScCondition *
read_condition (const char *text, gboolean otherwise)
{
  g_auto (GStrv) targets = g_strsplit (text, "|", -1);
  guint n = g_strv_length (targets);
  GPtrArray *branches = sc_list_collect ();
  ScCondition *condition = sc_condition_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (branches, read_branch (targets[i], otherwise && i == n - 1));
  sc_take_value (condition, branches, sc_list_new_take (branches));
  return condition;
}

static void
read_ways (ScStage *stage, char *ways)
{
  char *next;

  if (*ways == '>')
    {
      if (ways[1] != '\0')
        sc_set_string (stage, next, ways + 1);
      return;
    }
  next = strpbrk (ways, "/=");
  sc_take_value (stage, condition, NULL);
  if (next != NULL)
    {
      gboolean otherwise = *next == '=';

      *next = '\0';
      sc_take_value (stage, condition, read_condition (ways + 1, otherwise));
      if (next[1] != '\0')
        sc_set_string (stage, next, next + 1);
    }
  else
    {
      sc_take_value (stage, condition, read_condition (ways + 1, TRUE));
    }
}

static ScStage *
read_stage (const char *word)
{
  g_autofree char *text = g_strdup (word);
  gsize length = strcspn (text, ":>?");
  g_autofree char *name = g_strndup (text, length);
  g_autofree char *step_id = g_strconcat (name, "1", NULL);
  g_autoptr (ScStep) step = sc_step_new ();
  ScStage *stage = sc_stage_new ();
  char *ways = text + length;

  sc_set_string (stage, table, "t");
  if (*ways == ':')
    {
      gsize table = strcspn (ways + 1, ">?");
      g_autofree char *table_name = g_strndup (ways + 1, table);

      sc_set_string (stage, table, table_name);
      ways += table + 1;
    }
  sc_set_string (step, id, step_id);
  sc_set_string (step, column, "c");
  sc_set_string (step, name, SC_STEP_DEFAULT_NAME);
  sc_set_string (stage, id, name);
  sc_set_string (stage, name, name);
  sc_take_value (stage, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, name));
  sc_take_value (stage, steps, sc_list_append (NULL, step));
  stage->category = SC_CATEGORY_NONE;
  read_ways (stage, ways);
  return stage;
}

ScFlow *
sc_outline_read (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GPtrArray *stages = sc_list_collect ();
  ScFlow *flow = sc_flow_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (stages, read_stage (words[i]));
  sc_set_string (flow, id, "flow");
  sc_set_string (flow, name, "Flow");
  sc_set_string (flow, unique_name, "new_flow");
  sc_set_string (flow, primary_table, "t");
  sc_take_value (flow, stages, sc_list_new_take (stages));
  return flow;
}

ScSolution *
sc_outline_read_solution (const char *text)
{
  g_autoptr (ScFlow) flow = sc_outline_read (text);
  ScSolution *solution = sc_solution_new ();

  solution->language = SC_LANGUAGE_ENGLISH;
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  return solution;
}

static const char *
short_name (const ScFlow *flow, const char *id)
{
  const ScStage *stage = sc_flow_find_stage (flow, id, NULL);

  if (id == NULL)
    return "";
  return stage != NULL ? stage->name : "!";
}

static void
write_stage (GString *text, const ScFlow *flow, const ScStage *stage)
{
  g_string_append (text, stage->name);
  if (stage->condition == NULL)
    {
      g_string_append_printf (text, ">%s", short_name (flow, stage->next));
      return;
    }
  sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
    {
      g_string_append_printf (text, "%c%s", branch_i == 0 ? '?' : '|',
                              short_name (flow, branch->target));
    }
  if (!sc_condition_has_otherwise (stage->condition))
    g_string_append_printf (text, "/%s", short_name (flow, stage->next));
  else if (stage->next != NULL)
    g_string_append_printf (text, "=%s", short_name (flow, stage->next));
}

char *
sc_outline_write (const ScFlow *flow)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (stage_i > 0)
        g_string_append_c (text, ' ');
      write_stage (text, flow, stage);
    }
  return g_string_free (text, FALSE);
}
