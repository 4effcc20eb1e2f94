/* sc-lookup.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-id.h"
#include "sc-lookup-private.h"
#include "sc-name.h"

/* A table and, once somebody asked for them, its columns by name and those it requires. */
typedef struct
{
  const ScTable *table;
  GHashTable *columns;
  GPtrArray *required; /* of ScColumn */
} Entry;

struct _ScLookup
{
  const ScList *table_list;
  const ScList *relationship_list;
  const ScList *component_list;
  const ScList *process_list;
  const ScList *imported_list;

  GHashTable *tables;        /* name → Entry */
  Entry *last;               /* the one that was looked for last: steps come in rows of one table */
  GHashTable *owners;        /* column name → ScTable; NULL until asked for */
  GHashTable *relationships; /* name → ScRelationship; NULL until asked for */
  GHashTable *processes;     /* id → ScProcess; NULL until asked for */
  GHashTable *components;    /* "type name" → itself; NULL until asked for */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->columns, g_hash_table_unref);
  g_clear_pointer (&entry->required, g_ptr_array_unref);
  g_free (entry);
}

ScLookup *
sc_lookup_new (const ScSolution *solution)
{
  ScLookup *self = g_new0 (ScLookup, 1);

  self->table_list = sc_list_ref (solution->tables);
  self->relationship_list = sc_list_ref (solution->relationships);
  self->component_list = sc_list_ref (solution->components);
  self->process_list = sc_list_ref (solution->processes);
  self->imported_list = sc_list_ref (solution->imported);
  self->tables = g_hash_table_new_full (sc_name_hash, (GEqualFunc) sc_name_equal, NULL, entry_free);
  sc_list_foreach (self->table_list, const ScTable *, table)
    {
      if (table->name != NULL && !g_hash_table_contains (self->tables, table->name))
        {
          Entry *entry = g_new0 (Entry, 1);

          entry->table = table;
          g_hash_table_insert (self->tables, (gpointer) table->name, entry);
        }
    }
  return self;
}

void
sc_lookup_free (ScLookup *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->tables);
  g_clear_pointer (&self->owners, g_hash_table_unref);
  g_clear_pointer (&self->relationships, g_hash_table_unref);
  g_clear_pointer (&self->processes, g_hash_table_unref);
  g_clear_pointer (&self->components, g_hash_table_unref);
  sc_list_unref ((ScList *) self->table_list);
  sc_list_unref ((ScList *) self->relationship_list);
  sc_list_unref ((ScList *) self->component_list);
  sc_list_unref ((ScList *) self->process_list);
  sc_list_unref ((ScList *) self->imported_list);
  g_free (self);
}

static Entry *
find_entry (ScLookup *self, const char *table)
{
  Entry *entry;

  if (table == NULL)
    return NULL;
  if (self->last != NULL && sc_name_equal (self->last->table->name, table))
    return self->last;
  entry = g_hash_table_lookup (self->tables, table);
  if (entry != NULL)
    self->last = entry;
  return entry;
}

const ScTable *
sc_lookup_find_table (ScLookup *self, const char *name)
{
  const Entry *entry = find_entry (self, name);

  return entry != NULL ? entry->table : NULL;
}

const ScColumn *
sc_lookup_find_column (ScLookup *self, const char *table, const char *column)
{
  Entry *entry = find_entry (self, table);

  if (entry == NULL || column == NULL)
    return NULL;
  if (entry->columns == NULL)
    {
      entry->columns = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
      sc_list_foreach (entry->table->columns, const ScColumn *, item)
        {
          if (item->name != NULL && !g_hash_table_contains (entry->columns, item->name))
            g_hash_table_insert (entry->columns, (gpointer) item->name, (gpointer) item);
        }
    }
  return g_hash_table_lookup (entry->columns, column);
}

gboolean
sc_lookup_is_gone (ScLookup *self, const char *table, const char *column)
{
  sc_list_foreach (self->imported_list, const ScTable *, imported)
    {
      if (sc_name_equal (imported->name, table))
        return imported->complete && sc_table_find_column (imported, column, NULL) == NULL;
    }
  return FALSE;
}

const GPtrArray *
sc_lookup_list_required (ScLookup *self, const char *table)
{
  Entry *entry = find_entry (self, table);

  if (entry == NULL)
    return NULL;
  if (entry->required == NULL)
    {
      entry->required = g_ptr_array_new ();
      sc_list_foreach (entry->table->columns, const ScColumn *, item)
        {
          if (item->name != NULL && item->required == SC_REQUIRED_BUSINESS)
            g_ptr_array_add (entry->required, (gpointer) item);
        }
    }
  return entry->required;
}

const ScTable *
sc_lookup_find_column_anywhere (ScLookup *self, const char *column)
{
  if (column == NULL)
    return NULL;
  if (self->owners == NULL)
    {
      self->owners = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
      sc_list_foreach (self->table_list, const ScTable *, table)
        sc_list_foreach (table->columns, const ScColumn *, item)
          {
            if (item->name != NULL && !g_hash_table_contains (self->owners, item->name))
              g_hash_table_insert (self->owners, (gpointer) item->name, (gpointer) table);
          }
    }
  return g_hash_table_lookup (self->owners, column);
}

const ScRelationship *
sc_lookup_find_relationship (ScLookup *self, const char *name)
{
  if (name == NULL)
    return NULL;
  if (self->relationships == NULL)
    {
      self->relationships = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
      sc_list_foreach (self->relationship_list, const ScRelationship *, item)
        {
          if (item->name != NULL && !g_hash_table_contains (self->relationships, item->name))
            g_hash_table_insert (self->relationships, (gpointer) item->name, (gpointer) item);
        }
    }
  return g_hash_table_lookup (self->relationships, name);
}

const ScProcess *
sc_lookup_find_process (ScLookup *self, const char *id)
{
  if (id == NULL || self->process_list == NULL)
    return NULL;
  if (self->processes == NULL)
    {
      self->processes = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
      sc_list_foreach (self->process_list, const ScProcess *, item)
        {
          if (item->id != NULL && !g_hash_table_contains (self->processes, item->id))
            g_hash_table_insert (self->processes, (gpointer) item->id, (gpointer) item);
        }
    }
  return g_hash_table_lookup (self->processes, id);
}

/* Ids are listed in braces or without. */
static char *
component_key (int type, const char *name_or_id)
{
  g_autofree char *id = sc_id_normalize (name_or_id);

  return g_strdup_printf ("%d %s", type, id != NULL ? id : name_or_id);
}

gboolean
sc_lookup_has_component (ScLookup *self, int type, const char *name_or_id)
{
  g_autofree char *key = NULL;

  if (name_or_id == NULL)
    return FALSE;
  if (self->components == NULL)
    {
      self->components
          = g_hash_table_new_full (sc_name_hash, (GEqualFunc) sc_name_equal, g_free, NULL);
      sc_list_foreach (self->component_list, const ScComponent *, item)
        {
          if (item->id != NULL)
            g_hash_table_add (self->components, component_key (item->type, item->id));
          if (item->schema_name != NULL)
            g_hash_table_add (self->components, component_key (item->type, item->schema_name));
        }
    }
  key = component_key (type, name_or_id);
  return g_hash_table_contains (self->components, key);
}
