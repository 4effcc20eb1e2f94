/* sc-access-title.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-title.h"

#include "sc-name.h"

#include <glib/gi18n-lib.h>

/* Of all tables of activities. */
#define SHARED_NAME "Activity"

struct _ScAccessTitles
{
  ScSolution *solution; /* nullable; has the names */
  GHashTable *labels;   /* what the names of privileges end with → label */
};

static void
add (ScAccessTitles *self, const char *name, const char *label)
{
  if (name != NULL && *name != '\0' && label != NULL && *label != '\0'
      && !g_hash_table_contains (self->labels, name))
    g_hash_table_insert (self->labels, (gpointer) name, (gpointer) label);
}

/* What several tables share the privileges of goes by its own name. */
static void
add_table (ScAccessTitles *self, const char *table, const char *label)
{
  const char *name = table != NULL ? sc_table_get_privilege_name (table) : NULL;

  add (self, name, g_strcmp0 (name, SHARED_NAME) == 0 ? _ ("Activity") : label);
}

static void
add_tables (ScAccessTitles *self, const ScList *tables)
{
  sc_list_foreach (tables, const ScTable *, table)
    {
      add_table (self, table->name, sc_table_get_label (table, self->solution->language));
    }
}

static void
add_flow (ScAccessTitles *self, const ScFlow *flow)
{
  add (self, sc_solution_get_privilege_name (self->solution, flow),
       sc_flow_get_label (flow, self->solution->language));
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      add_table (self, stage->table, sc_solution_get_table_label (self->solution, stage->table));
    }
}

ScAccessTitles *
sc_access_titles_new (const ScSolution *solution)
{
  ScAccessTitles *self = g_new0 (ScAccessTitles, 1);

  self->labels = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  add (self, "Workflow", _ ("Process"));
  if (solution == NULL)
    return self;
  self->solution = sc_solution_ref (solution);
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      add_flow (self, flow);
    }
  add_tables (self, solution->tables);
  add_tables (self, solution->imported);
  return self;
}

void
sc_access_titles_free (ScAccessTitles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->labels);
  sc_solution_unref (self->solution);
  g_free (self);
}

const char *
sc_access_titles_find (const ScAccessTitles *self, const char *privilege, ScAccess *access)
{
  /* The last kinds first: Append To before Append, whose name begins like it. */
  for (int i = SC_N_ACCESS - 1; i >= 0; i--)
    {
      const char *table = sc_access_get_privilege_table ((ScAccess) i, privilege);
      const char *label = table != NULL ? g_hash_table_lookup (self->labels, table) : NULL;

      if (label != NULL)
        {
          *access = (ScAccess) i;
          return label;
        }
    }
  return NULL;
}
