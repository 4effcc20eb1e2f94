/* sc-merge.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-merge-private.h"

#include "sc-name.h"

static ScMetadataColumn *
column_new (const ScColumn *column, ScMetadataSource source)
{
  ScMetadataColumn *self = g_new0 (ScMetadataColumn, 1);

  self->column = sc_column_ref (column);
  self->source = source;
  self->label_source = column->labels != NULL ? source : SC_METADATA_NONE;
  self->type_source = column->type != SC_COLUMN_UNKNOWN ? source : SC_METADATA_NONE;
  return self;
}

static void
column_free (gpointer data)
{
  ScMetadataColumn *self = data;

  sc_column_unref ((ScColumn *) self->column);
  g_free (self);
}

ScTable *
sc_merge_head (const GArray *parts)
{
  ScTable *head = sc_table_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      const ScTable *table = g_array_index (parts, ScMergePart, i).table;

      if (head->name == NULL)
        sc_set_string (head, name, table->name);
      if (head->schema_name == NULL)
        sc_set_string (head, schema_name, table->schema_name);
      if (head->labels == NULL)
        sc_set_value (head, labels, table->labels);
      if (head->flow_enabled == SC_TRI_UNKNOWN)
        head->flow_enabled = table->flow_enabled;
      if (head->ownership == SC_OWNERSHIP_UNKNOWN)
        head->ownership = table->ownership;
      if (head->source == NULL && i == 0)
        sc_set_string (head, source, table->source);
      head->backing |= table->backing;
      head->complete |= table->complete;
    }
  return head;
}

static void
add_columns (ScMerge *self, const ScMergePart *part)
{
  sc_list_foreach (part->table->columns, const ScColumn *, column)
    {
      ScMetadataColumn *present = g_hash_table_lookup (self->by_name, column->name);

      if (present != NULL)
        {
          sc_merge_column (present, column, part->source);
          continue;
        }
      present = column_new (column, part->source);
      g_ptr_array_add (self->columns, present);
      g_hash_table_insert (self->by_name, (gpointer) column->name, present);
    }
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const ScMetadataColumn *const *first = a;
  const ScMetadataColumn *const *second = b;

  return g_ascii_strcasecmp ((*first)->column->name, (*second)->column->name);
}

static ScTable *
merge (ScMerge *self)
{
  ScTable *table = sc_merge_head (self->parts);
  GPtrArray *columns = sc_list_collect ();

  g_ptr_array_sort (self->columns, compare_columns);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ScMetadataColumn *column = g_ptr_array_index (self->columns, i);

      g_ptr_array_add (columns, sc_column_ref (column->column));
    }
  sc_take_value (table, columns, sc_list_new_take (columns));
  return table;
}

ScMerge *
sc_merge_new (const GArray *parts)
{
  ScMerge *self = g_new0 (ScMerge, 1);

  g_atomic_ref_count_init (&self->refs);
  self->parts = g_array_sized_new (FALSE, FALSE, sizeof (ScMergePart), parts->len);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->by_name = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  for (guint i = 0; i < parts->len; i++)
    {
      ScMergePart part = g_array_index (parts, ScMergePart, i);

      sc_table_ref (part.table);
      g_array_append_val (self->parts, part);
      add_columns (self, &part);
    }
  self->table
      = parts->len == 1 ? sc_table_ref (g_array_index (parts, ScMergePart, 0).table) : merge (self);
  return self;
}

ScMerge *
sc_merge_ref (ScMerge *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sc_merge_unref (ScMerge *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->columns);
  sc_table_unref (self->table);
  for (guint i = 0; i < self->parts->len; i++)
    sc_table_unref ((ScTable *) g_array_index (self->parts, ScMergePart, i).table);
  g_array_unref (self->parts);
  g_free (self);
}

gboolean
sc_merge_is_of (const ScMerge *self, const GArray *parts)
{
  if (self->parts->len != parts->len)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const ScMergePart *mine = &g_array_index (self->parts, ScMergePart, i);
      const ScMergePart *other = &g_array_index (parts, ScMergePart, i);

      if (mine->table != other->table || mine->source != other->source)
        return FALSE;
    }
  return TRUE;
}
