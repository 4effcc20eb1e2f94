/* sc-unchecked.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-id.h"
#include "sc-rule-private.h"

/* More tables than this are counted, not named. */
#define MAX_NAMES 3

static gboolean
lacks_columns (const ScTable *table)
{
  return table == NULL || !table->complete;
}

static gboolean
lacks_facts (const ScTable *table)
{
  return table == NULL || (table->flow_enabled == SC_TRI_UNKNOWN && !table->backing);
}

/* A table with forms says of each of its columns whether they show it. */
static gboolean
lacks_forms (const ScTable *table)
{
  const ScList *columns = table != NULL ? table->columns : NULL;

  sc_list_foreach (columns, const ScColumn *, column)
    {
      if (column->form != SC_FORM_UNKNOWN)
        return FALSE;
    }
  return TRUE;
}

/* The tables of all flows that lack something, each once. */
static GPtrArray *
list_tables (const ScSolution *solution, gboolean (*lacks) (const ScTable *table))
{
  g_autoptr (GHashTable) seen = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  GPtrArray *tables = g_ptr_array_new ();

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    sc_list_foreach (flow->stages, const ScStage *, stage)
      {
        if (!sc_text_is_blank (stage->table) && g_hash_table_add (seen, (gpointer) stage->table)
            && lacks (sc_solution_find_table (solution, stage->table, NULL)))
          g_ptr_array_add (tables, (gpointer) stage->table);
      }
  return tables;
}

/* "Lead, Account": NULL when there are none. */
static char *
name_tables (const ScSolution *solution, gboolean (*lacks) (const ScTable *table))
{
  g_autoptr (GPtrArray) tables = list_tables (solution, lacks);
  GString *names;

  if (tables->len == 0)
    return NULL;
  names = g_string_new (NULL);
  for (guint i = 0; i < MIN (tables->len, MAX_NAMES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            sc_solution_get_table_label (solution, g_ptr_array_index (tables, i)));
  if (tables->len > MAX_NAMES)
    /* Translators: behind a list of names. */
    g_string_append_printf (names,
                            ngettext (" and %u more", " and %u more", tables->len - MAX_NAMES),
                            tables->len - MAX_NAMES);
  return g_string_free (names, FALSE);
}

static gboolean
has_several_tables (const ScSolution *solution)
{
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_autoptr (GPtrArray) tables = sc_flow_list_tables (flow);

      if (tables->len > 1)
        return TRUE;
    }
  return FALSE;
}

/* Adds the process to those that are missing, when it is. */
static void
miss_process (const ScSolution *solution, GHashTable *missing, const char *id)
{
  sc_list_foreach (solution->processes, const ScProcess *, process)
    {
      if (sc_id_equal (process->id, id))
        return;
    }
  if (sc_id_is_valid (id))
    g_hash_table_add (missing, (gpointer) id);
}

/* Of what flows run: NULL when all of it is here. */
static char *
explain_processes (const ScSolution *solution)
{
  g_autoptr (GHashTable) missing = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  guint n;

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    sc_list_foreach (flow->stages, const ScStage *, stage)
      {
        sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
          {
            miss_process (solution, missing, trigger->workflow_id);
          }
        sc_list_foreach (stage->steps, const ScStep *, step)
          {
            if (step->kind != SC_STEP_DATA)
              miss_process (solution, missing, step->process_id);
          }
      }
  n = g_hash_table_size (missing);
  return n > 0 ? g_strdup_printf (ngettext ("%u process that flows run is not in the solution.",
                                            "%u processes that flows run are not in the solution.",
                                            n),
                                  n)
               : NULL;
}

char *
sc_rule_explain_unchecked (const ScRule *rule, const ScSolution *solution)
{
  g_autofree char *names = NULL;

  switch (rule->needs)
    {
    case SC_NEEDS_COLUMNS:
      names = name_tables (solution, lacks_columns);
      return names != NULL ? g_strdup_printf (_ ("Not all columns are known of: %s."), names)
                           : NULL;
    case SC_NEEDS_TABLES:
      names = name_tables (solution, lacks_facts);
      return names != NULL
                 ? g_strdup_printf (_ ("It is not known whether flows may use: %s."), names)
                 : NULL;
    case SC_NEEDS_RELATIONSHIPS:
      return has_several_tables (solution) && solution->relationships == NULL
                 ? g_strdup (_ ("No relationships between tables are known."))
                 : NULL;
    case SC_NEEDS_ROLES:
      return solution->roles == NULL ? g_strdup (_ ("The solution has no roles.")) : NULL;
    case SC_NEEDS_COMPONENTS:
      return solution->components == NULL
                 ? g_strdup (_ ("The solution does not say what it consists of."))
                 : NULL;
    case SC_NEEDS_APPS:
      return solution->apps == NULL ? g_strdup (_ ("The solution has no apps.")) : NULL;
    case SC_NEEDS_PREFIX:
      return sc_text_is_blank (solution->prefix)
                 ? g_strdup (_ ("The publisher's prefix is not known."))
                 : NULL;
    case SC_NEEDS_FORMS:
      names = name_tables (solution, lacks_forms);
      return names != NULL ? g_strdup_printf (_ ("Not all main forms are known of: %s."), names)
                           : NULL;
    case SC_NEEDS_PROCESSES:
      return explain_processes (solution);
    case SC_NEEDS_NOTHING:
    default:
      return NULL;
    }
}

const char *
sc_rule_get_needs (const ScRule *rule)
{
  switch (rule->needs)
    {
    case SC_NEEDS_COLUMNS:
      return _ ("All columns of the tables that flows use");
    case SC_NEEDS_TABLES:
      return _ ("Which tables are enabled for flows");
    case SC_NEEDS_RELATIONSHIPS:
      return _ ("The relationships between tables");
    case SC_NEEDS_ROLES:
      return _ ("The security roles");
    case SC_NEEDS_COMPONENTS:
      return _ ("The list of what the solution consists of");
    case SC_NEEDS_APPS:
      return _ ("The apps");
    case SC_NEEDS_PREFIX:
      return _ ("The publisher's prefix");
    case SC_NEEDS_PROCESSES:
      return _ ("The workflows and actions that flows run");
    case SC_NEEDS_FORMS:
      return _ ("The main forms of the tables");
    case SC_NEEDS_NOTHING:
    default:
      return NULL;
    }
}
