/* sc-backing.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-backing-private.h"

#include <string.h>

#include "sc-standard-table.h"

#define DEFAULT_PREFIX "new"

/* A logical name has nothing but a-z, digits and underscores; whatever else a file says is left
 * out, which also keeps the name within its folder when it becomes a path. */
static void
append_logical (GString *name, const char *text)
{
  for (const char *c = text != NULL ? text : ""; *c != '\0'; c++)
    if (g_ascii_isalnum (*c) || *c == '_')
      g_string_append_c (name, g_ascii_tolower (*c));
}

static char *
make_name (const ScSolution *solution, const ScFlow *flow)
{
  GString *name = g_string_new (NULL);
  gsize start;

  append_logical (name, flow->unique_name);
  if (name->len == 0)
    {
      append_logical (name, solution->prefix != NULL ? solution->prefix : DEFAULT_PREFIX);
      g_string_append_c (name, '_');
      start = name->len;
      for (const char *c = flow->name != NULL ? flow->name : ""; *c != '\0'; c++)
        if (g_ascii_isalnum (*c))
          g_string_append_c (name, g_ascii_tolower (*c));
      if (name->len == start)
        g_string_append (name, "flow");
    }
  return g_string_free (name, FALSE);
}

static GPtrArray *
list_tables (const ScFlow *flow)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      g_autofree char *name = g_ascii_strdown (stage->table != NULL ? stage->table : "", -1);

      if (*name != '\0' && !g_ptr_array_find_with_equal_func (tables, name, g_str_equal, NULL))
        g_ptr_array_add (tables, g_steal_pointer (&name));
    }
  return tables;
}

ScBacking *
sc_backing_new (const ScSolution *solution, const ScFlow *flow)
{
  ScBacking *self = g_new0 (ScBacking, 1);

  self->solution = sc_solution_ref (solution);
  self->flow = sc_flow_ref (flow);
  self->name = make_name (solution, flow);
  self->language = solution->language > 0 ? solution->language : SC_LANGUAGE_ENGLISH;
  self->title = sc_flow_get_label (flow, self->language);
  self->tables = list_tables (flow);
  return self;
}

void
sc_backing_free (ScBacking *self)
{
  sc_solution_unref ((ScSolution *) self->solution);
  sc_flow_unref ((ScFlow *) self->flow);
  g_free (self->name);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

const char *
sc_backing_get_name (const ScBacking *self)
{
  return self->name;
}

const char *
sc_backing_get_primary_table (const ScBacking *self)
{
  return self->tables->len > 0 ? g_ptr_array_index (self->tables, 0) : NULL;
}

char *
sc_backing_get_schema_name (const ScBacking *self, const char *table)
{
  const ScTable *known = sc_solution_find_table (self->solution, table, NULL);
  const ScStandardTable *standard = sc_standard_table_find (table);
  const char *primary = self->flow->primary_table;

  if (known != NULL && known->schema_name != NULL)
    return g_strdup (known->schema_name);
  if (primary != NULL && g_ascii_strcasecmp (primary, table) == 0)
    return g_strdup (primary);
  return g_strdup (standard != NULL ? standard->schema_name : table);
}

char *
sc_backing_get_lookup (const ScBacking *self, const char *table)
{
  g_autofree char *name = g_ascii_strdown (table, -1);

  return g_strconcat ("bpf_", name, "id", NULL);
}

char *
sc_backing_get_relationship (const ScBacking *self, const char *table)
{
  g_autofree char *name = g_ascii_strdown (table, -1);

  return g_strconcat ("bpf_", name, "_", self->name, NULL);
}

char *
sc_backing_make_plural (const char *name)
{
  static const char *const sibilants[] = { "s", "x", "z", "ch", "sh" };

  if (g_str_has_suffix (name, "y"))
    return g_strdup_printf ("%.*sies", (int) strlen (name) - 1, name);
  for (guint i = 0; i < G_N_ELEMENTS (sibilants); i++)
    if (g_str_has_suffix (name, sibilants[i]))
      return g_strconcat (name, "es", NULL);
  return g_strconcat (name, "s", NULL);
}

char *
sc_backing_make_title_case (const char *name)
{
  char *title = g_ascii_strdown (name, -1);
  gboolean starts = TRUE;

  for (char *c = title; *c != '\0'; c++)
    {
      if (starts)
        *c = g_ascii_toupper (*c);
      starts = *c == '_';
    }
  return title;
}

char *
sc_backing_get_table_plural (const ScBacking *self, const char *table)
{
  const ScTable *known = sc_solution_find_table (self->solution, table, NULL);
  const ScStandardTable *standard = sc_standard_table_find (table);

  if (known != NULL && known->labels != NULL)
    return sc_backing_make_plural (sc_table_get_label (known, self->language));
  return standard != NULL ? g_strdup (standard->plural) : sc_backing_make_plural (table);
}

char *
sc_backing_get_table_key (const ScBacking *self, const char *table)
{
  const ScTable *known = sc_solution_find_table (self->solution, table, NULL);
  const ScStandardTable *standard = sc_standard_table_find (table);

  if (known != NULL)
    sc_list_foreach (known->columns, const ScColumn *, column)
      {
        if (column->type == SC_COLUMN_ID)
          return g_strdup (column->name);
      }
  return standard != NULL && standard->is_activity ? g_strdup ("activityid")
                                                   : g_strconcat (table, "id", NULL);
}

gboolean
sc_backing_table_has_owner (const ScBacking *self, const char *table)
{
  const ScTable *known = sc_solution_find_table (self->solution, table, NULL);
  const ScStandardTable *standard = sc_standard_table_find (table);

  if (known != NULL && known->ownership != SC_OWNERSHIP_UNKNOWN)
    return known->ownership == SC_OWNERSHIP_USER;
  return standard == NULL || standard->has_owner;
}
