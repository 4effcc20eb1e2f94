/* sc-csdl.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-csdl.h"

#include <string.h>

#include "sc-csdl-private.h"
#include "sc-name.h"

/* Tables of Dataverse are based on another over two steps at most; more is a loop or an attempt. */
#define MAX_BASES 8

/* What the choices and whole numbers are called that every table has. */
static const struct
{
  const char *name;
  ScColumnType type;
} known[] = {
  { "statecode", SC_COLUMN_STATE },
  { "statuscode", SC_COLUMN_STATUS },
  { "importsequencenumber", SC_COLUMN_INTEGER },
  { "timezoneruleversionnumber", SC_COLUMN_INTEGER },
  { "utcconversiontimezonecode", SC_COLUMN_INTEGER },
};

/* A table in the making. */
typedef struct
{
  const ScCsdl *csdl;
  GHashTable *columns; /* name → ScColumn, drafts */
  GHashTable *targets; /* ScColumn of a lookup → names of tables */
} Maker;

static const ScCsdlTable *
get_table (const ScCsdl *self, guint position)
{
  return &g_array_index (self->tables, ScCsdlTable, position);
}

static const ScCsdlProperty *
get_property (const ScCsdl *self, const ScCsdlTable *table, guint position)
{
  return &g_array_index (self->properties, ScCsdlProperty, table->first + position);
}

guint
sc_csdl_count_tables (const ScCsdl *self)
{
  return self->tables->len;
}

const char *
sc_csdl_get_table_name (const ScCsdl *self, guint position)
{
  return get_table (self, position)->name;
}

int
sc_csdl_find_table (const ScCsdl *self, const char *name)
{
  return name != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->index, name)) - 1 : -1;
}

static const ScCsdlTable *
get_base (const ScCsdl *self, const ScCsdlTable *table)
{
  const int position = sc_csdl_find_table (self, table->base);

  return position >= 0 ? get_table (self, (guint) position) : NULL;
}

gsize
sc_csdl_count_inherited (const ScCsdl *self, guint position)
{
  const ScCsdlTable *part = get_base (self, get_table (self, position));
  gsize n = 0;

  for (guint i = 1; i < MAX_BASES && part != NULL; i++)
    {
      n += part->n;
      part = get_base (self, part);
    }
  return n;
}

/* The lookup behind "_parentaccountid_value"; NULL for a property that stands for itself. Free with
 * g_free(). */
static char *
dup_lookup (const char *property)
{
  const gsize length = property != NULL ? strlen (property) : 0;

  if (length < 8 || property[0] != '_' || strcmp (property + length - 6, "_value") != 0)
    return NULL;
  return g_strndup (property + 1, length - 7);
}

static ScColumn *
get_column (Maker *self, const char *name, ScColumnType type)
{
  ScColumn *column = g_hash_table_lookup (self->columns, name);

  if (column != NULL)
    return column;
  column = sc_column_new ();
  sc_set_string (column, name, name);
  column->type = type;
  column->required = SC_REQUIRED_UNKNOWN;
  g_hash_table_insert (self->columns, (gpointer) column->name, column);
  return column;
}

static void
add_property (Maker *self, const ScCsdlProperty *property)
{
  g_autofree char *lookup = dup_lookup (property->name);
  ScColumnType type = property->type;

  if (lookup != NULL)
    {
      get_column (self, lookup, SC_COLUMN_LOOKUP);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (known) && type == SC_COLUMN_UNKNOWN; i++)
    if (strcmp (property->name, known[i].name) == 0)
      type = known[i].type;
  get_column (self, property->name, type);
}

/* table belongs to the document. */
static void
add_target (Maker *self, const ScColumn *column, const char *table)
{
  GPtrArray *targets = g_hash_table_lookup (self->targets, column);

  if (targets == NULL)
    {
      targets = g_ptr_array_new ();
      g_hash_table_insert (self->targets, (gpointer) column, targets);
    }
  g_ptr_array_add (targets, (gpointer) table);
}

/* Each table once. */
static ScList *
list_targets (Maker *self, const ScColumn *column)
{
  GPtrArray *tables = g_hash_table_lookup (self->targets, column);
  g_autoptr (GHashTable) seen = NULL;
  GPtrArray *targets;

  if (tables == NULL)
    return NULL;
  seen = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  targets = sc_list_collect ();
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);

      if (g_hash_table_add (seen, (gpointer) table))
        g_ptr_array_add (targets, sc_label_new_text (0, table));
    }
  return sc_list_new_take (targets);
}

/* The base of both users and teams is what an owner leads to. */
static void
add_navigation (Maker *self, const ScCsdlProperty *property)
{
  g_autofree char *lookup = dup_lookup (property->lookup);
  ScColumn *column;

  if (lookup == NULL)
    return;
  column = get_column (self, lookup, SC_COLUMN_LOOKUP);
  if (strcmp (property->table, "principal") != 0)
    {
      add_target (self, column, property->table);
      return;
    }
  if (strcmp (lookup, "ownerid") == 0)
    column->type = SC_COLUMN_OWNER;
  add_target (self, column, "systemuser");
  add_target (self, column, "team");
}

/* Every currency comes with its amount in the base currency. */
static void
find_currencies (Maker *self)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      ScColumn *column = value;
      g_autofree char *base_name = g_strconcat (name, "_base", NULL);
      ScColumn *base = g_hash_table_lookup (self->columns, base_name);

      if (base == NULL || column->type != SC_COLUMN_DECIMAL || base->type != SC_COLUMN_DECIMAL)
        continue;
      column->type = SC_COLUMN_CURRENCY;
      base->type = SC_COLUMN_CURRENCY;
    }
}

static void
add_parts (Maker *self, const ScCsdlTable *table)
{
  for (guint i = 0; i < table->n; i++)
    {
      const ScCsdlProperty *property = get_property (self->csdl, table, i);

      if (property->table != NULL)
        add_navigation (self, property);
      else
        add_property (self, property);
    }
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const ScColumn *const *first = a;
  const ScColumn *const *second = b;

  return strcmp ((*first)->name, (*second)->name);
}

static ScList *
list_columns (Maker *self, const char *key)
{
  GPtrArray *columns = sc_list_collect ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      ScColumn *column = value;

      if (key != NULL && strcmp (column->name, key) == 0)
        column->type = SC_COLUMN_ID;
      sc_take_value (column, targets, list_targets (self, column));
      g_ptr_array_add (columns, column);
    }
  g_ptr_array_sort (columns, compare_columns);
  return sc_list_new_take (columns);
}

ScTable *
sc_csdl_make_table (const ScCsdl *self, guint position)
{
  const ScCsdlTable *table = get_table (self, position);
  g_autoptr (GHashTable) columns = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  g_autoptr (GHashTable) targets
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  Maker maker = { self, columns, targets };
  const ScCsdlTable *part = table;
  ScTable *made = sc_table_new ();

  for (guint i = 0; i < MAX_BASES && part != NULL; i++)
    {
      add_parts (&maker, part);
      part = get_base (self, part);
    }
  find_currencies (&maker);
  sc_set_string (made, name, table->name);
  sc_take_value (made, columns, list_columns (&maker, table->key));
  made->backing = g_strcmp0 (table->key, "businessprocessflowinstanceid") == 0;
  made->complete = TRUE;
  return made;
}

void
sc_csdl_collect_relationships (const ScCsdl *self, guint position, GPtrArray *found)
{
  const ScCsdlTable *table = get_table (self, position);

  for (guint i = 0; i < table->n; i++)
    {
      const ScCsdlProperty *property = get_property (self, table, i);
      g_autofree char *lookup = dup_lookup (property->lookup);
      ScRelationship *relationship;

      if (lookup == NULL || property->partner == NULL || property->table == NULL)
        continue;
      relationship = sc_relationship_new ();
      sc_set_string (relationship, name, property->partner);
      sc_set_string (relationship, referenced, property->table);
      sc_set_string (relationship, referencing, table->name);
      sc_set_string (relationship, attribute, lookup);
      g_ptr_array_add (found, relationship);
    }
}
