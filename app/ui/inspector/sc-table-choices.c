/* sc-table-choices.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-table-choices.h"

#include <glib/gi18n-lib.h>

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (sc_choice_get_title ((ScChoice *) a),
                         sc_choice_get_title ((ScChoice *) b));
}

static void
add (GListStore *store, const char *id, const char *title, const char *detail)
{
  g_autoptr (ScChoice) choice = sc_choice_new (id, title, detail);

  g_list_store_append (store, choice);
}

void
sc_table_choices_fill (GListStore *store,
                       const ScSolution *solution,
                       const ScFlow *flow,
                       int language)
{
  g_autoptr (GPtrArray) used = flow != NULL ? sc_flow_list_tables (flow) : NULL;

  sc_list_foreach (solution->tables, const ScTable *, table)
    {
      g_autofree char *detail = NULL;

      if (table->backing)
        continue;
      detail = table->flow_enabled == SC_TRI_NO
                   ? g_strdup_printf (_ ("%s · not enabled for flows"), table->name)
                   : g_strdup (table->name);
      add (store, table->name, sc_table_get_label (table, language), detail);
    }
  for (guint i = 0; used != NULL && i < used->len; i++)
    {
      const char *name = g_ptr_array_index (used, i);

      if (sc_solution_find_table (solution, name, NULL) == NULL)
        add (store, name, name, _ ("used in this flow"));
    }
  g_list_store_sort (store, compare_titles, NULL);
}

/* Letters, digits and underscores, beginning with a letter; in lower case. */
static char *
to_logical_name (const char *text)
{
  g_autofree char *name = g_strstrip (g_ascii_strdown (text, -1));

  if (!g_ascii_isalpha (name[0]))
    return NULL;
  for (const char *at = name; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at) && *at != '_')
        return NULL;
    }
  return g_steal_pointer (&name);
}

ScChoice *
sc_table_choices_other (const char *text)
{
  g_autofree char *name = to_logical_name (text);
  g_autofree char *title = NULL;

  if (name == NULL)
    return NULL;
  title = g_strdup_printf (_ ("Other table “%s”"), name);
  return sc_choice_new (name, title, _ ("by its logical name"));
}

void
sc_column_choices_fill (GListStore *store,
                        const ScSolution *solution,
                        const ScStage *stage,
                        int language)
{
  const ScTable *table
      = stage->table != NULL ? sc_solution_find_table (solution, stage->table, NULL) : NULL;

  if (table == NULL)
    return;
  sc_list_foreach (table->columns, const ScColumn *, column)
    {
      g_autofree char *detail
          = g_strdup_printf ("%s · %s", column->name, sc_column_type_get_title (column->type));

      add (store, column->name, sc_column_get_label (column, language), detail);
    }
  g_list_store_sort (store, compare_titles, NULL);
}

ScChoice *
sc_column_choices_other (const char *text)
{
  g_autofree char *name = to_logical_name (text);
  g_autofree char *title = NULL;

  if (name == NULL)
    return NULL;
  title = g_strdup_printf (_ ("Other column “%s”"), name);
  return sc_choice_new (name, title, _ ("by its logical name"));
}
