/* sc-flow.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-flow.h"

#include <string.h>

#include "sc-id.h"

static const ScField flow_fields[] = {
  SC_FIELD (ScFlow, SC_FIELD_STRING, id),
  SC_FIELD (ScFlow, SC_FIELD_STRING, name),
  SC_FIELD (ScFlow, SC_FIELD_STRING, unique_name),
  SC_FIELD (ScFlow, SC_FIELD_STRING, description),
  SC_FIELD (ScFlow, SC_FIELD_VALUE, labels),
  SC_FIELD (ScFlow, SC_FIELD_STRING, primary_table),
  SC_FIELD (ScFlow, SC_FIELD_STRING, assembly_version),
  SC_FIELD (ScFlow, SC_FIELD_INT, active),
  SC_FIELD (ScFlow, SC_FIELD_INT, locked),
  SC_FIELD (ScFlow, SC_FIELD_INT, order),
  SC_FIELD (ScFlow, SC_FIELD_INT, business_process_type),
  SC_FIELD (ScFlow, SC_FIELD_STRING, display_conditions),
  SC_FIELD (ScFlow, SC_FIELD_VALUE, stages),
  SC_FIELD (ScFlow, SC_FIELD_VALUE, transitions),
  SC_FIELD_END,
};
const ScValueClass sc_flow_class = { "ScFlow", sizeof (ScFlow), flow_fields };

const char *
sc_flow_get_label (const ScFlow *self, int language)
{
  return sc_labels_get_or (self->labels, language, self->name);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

const char *
sc_flow_get_start_table (const ScFlow *self)
{
  const ScStage *first = sc_list_get (self->stages, 0);
  const char *table
      = first != NULL && !is_blank (first->table) ? first->table : self->primary_table;

  return is_blank (table) ? NULL : table;
}

const ScStage *
sc_flow_find_stage (const ScFlow *self, const char *id, guint *position)
{
  sc_list_foreach (self->stages, const ScStage *, stage)
    {
      if (sc_id_equal (stage->id, id))
        {
          if (position != NULL)
            *position = stage_i;
          return stage;
        }
    }
  return NULL;
}

GHashTable *
sc_flow_index_stages (const ScFlow *self)
{
  GHashTable *index = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);

  sc_list_foreach (self->stages, const ScStage *, stage)
    {
      if (stage->id != NULL && !g_hash_table_contains (index, stage->id))
        g_hash_table_insert (index, (gpointer) stage->id, GUINT_TO_POINTER (stage_i + 1));
    }
  return index;
}

int
sc_flow_index_find (GHashTable *index, const char *id)
{
  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (index, id)) - 1 : -1;
}

const ScStep *
sc_flow_find_step (const ScFlow *self, const char *id, const ScStage **stage, guint *position)
{
  sc_list_foreach (self->stages, const ScStage *, candidate)
    {
      const ScStep *step = sc_stage_find_step (candidate, id, position);

      if (step != NULL)
        {
          if (stage != NULL)
            *stage = candidate;
          return step;
        }
    }
  return NULL;
}

const ScTransition *
sc_flow_find_transition (const ScFlow *self, const char *source, const char *target)
{
  sc_list_foreach (self->transitions, const ScTransition *, transition)
    {
      if (sc_id_equal (transition->source, source) && sc_id_equal (transition->target, target))
        return transition;
    }
  return NULL;
}

GPtrArray *
sc_flow_list_tables (const ScFlow *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *tables = g_ptr_array_new ();

  sc_list_foreach (self->stages, const ScStage *, stage)
    {
      if (stage->table != NULL && g_hash_table_add (seen, (gpointer) stage->table))
        g_ptr_array_add (tables, (gpointer) stage->table);
    }
  return tables;
}

guint
sc_flow_count_steps (const ScFlow *self)
{
  guint count = 0;

  sc_list_foreach (self->stages, const ScStage *, stage)
    {
      count += sc_list_length (stage->steps);
    }
  return count;
}
