/* sc-clip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-clip.h"

#include "sc-name.h"

static const ScField clip_fields[] = {
  SC_FIELD (ScClip, SC_FIELD_STRING, title),
  SC_FIELD (ScClip, SC_FIELD_INT, open),
  SC_FIELD (ScClip, SC_FIELD_INT, fresh),
  SC_FIELD (ScClip, SC_FIELD_INT, format),
  SC_FIELD (ScClip, SC_FIELD_INT, language),
  SC_FIELD (ScClip, SC_FIELD_STRING, flow),
  SC_FIELD (ScClip, SC_FIELD_VALUE, stages),
  SC_FIELD (ScClip, SC_FIELD_VALUE, loose),
  SC_FIELD (ScClip, SC_FIELD_VALUE, transitions),
  SC_FIELD (ScClip, SC_FIELD_VALUE, tables),
  SC_FIELD_END,
};

const ScValueClass sc_clip_class = { "clip", sizeof (ScClip), clip_fields };

/* The tables of a clip while it is made. */
typedef struct
{
  const ScSolution *solution;
  GPtrArray *tables;  /* of ScTable, drafts without columns */
  GHashTable *places; /* name of a table → its place in both arrays, + 1 */
  GPtrArray *columns; /* of GPtrArray of ScColumn */
  GHashTable *seen;   /* "table column", in lower case */
} Collection;

static guint
add_table (Collection *self, const char *name)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, name));
  const ScTable *known;
  ScTable *table;

  if (place > 0)
    return place - 1;
  known = sc_solution_find_table (self->solution, name, NULL);
  table = sc_table_new ();
  sc_set_string (table, name, name);
  if (known != NULL)
    sc_set_value (table, labels, known->labels);
  g_ptr_array_add (self->tables, table);
  g_ptr_array_add (self->columns, sc_list_collect ());
  g_hash_table_insert (self->places, (gpointer) name, GUINT_TO_POINTER (self->tables->len));
  return self->tables->len - 1;
}

static void
add_column (Collection *self, const char *table, const char *name)
{
  const ScColumn *known;
  ScColumn *column;
  guint place;
  g_autofree char *pair = NULL;
  g_autofree char *key = NULL;

  if (table == NULL || name == NULL)
    return;
  pair = g_strconcat (table, " ", name, NULL);
  key = g_ascii_strdown (pair, -1);
  if (!g_hash_table_add (self->seen, g_steal_pointer (&key)))
    return;
  place = add_table (self, table);
  known = sc_solution_find_column (self->solution, table, name);
  if (known == NULL)
    return;
  column = sc_column_new ();
  sc_set_string (column, name, known->name);
  sc_set_value (column, labels, known->labels);
  column->type = known->type;
  g_ptr_array_add (g_ptr_array_index (self->columns, place), column);
}

static void
add_condition (Collection *self, const ScCondition *condition)
{
  sc_list_foreach (condition->branches, const ScBranch *, branch)
    {
      sc_list_foreach (branch->clauses, const ScClause *, clause)
        {
          add_column (self, clause->table, clause->column);
        }
    }
}

static void
add_stages (Collection *self, const ScList *stages)
{
  sc_list_foreach (stages, const ScStage *, stage)
    {
      if (stage->table != NULL)
        add_table (self, stage->table);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          add_column (self, stage->table, step->column);
        }
      if (stage->condition != NULL)
        add_condition (self, stage->condition);
    }
}

static ScList *
collect_tables (const ScSolution *solution, const ScClip *clip)
{
  g_autoptr (GHashTable) places = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collection self = { solution, sc_list_collect (), places, g_ptr_array_new (), seen };

  add_stages (&self, clip->stages);
  add_stages (&self, clip->loose);
  for (guint i = 0; i < self.tables->len; i++)
    {
      ScTable *table = g_ptr_array_index (self.tables, i);

      sc_take_value (table, columns, sc_list_new_take (g_ptr_array_index (self.columns, i)));
    }
  g_ptr_array_unref (self.columns);
  return sc_list_new_take (self.tables);
}

/* The stage as what its steps among parts come from; NULL when none are. */
static ScStage *
make_loose (const ScStage *stage, const ScParts *parts)
{
  GPtrArray *steps = sc_list_collect ();
  ScStage *loose;

  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (sc_parts_has (parts, SC_PART_STEP, step->id))
        g_ptr_array_add (steps, sc_step_ref (step));
    }
  if (steps->len == 0)
    {
      g_ptr_array_unref (steps);
      return NULL;
    }
  loose = sc_stage_copy (stage);
  sc_take_value (loose, steps, sc_list_new_take (steps));
  sc_set_value (loose, triggers, NULL);
  sc_set_value (loose, condition, NULL);
  sc_set_string (loose, next, NULL);
  loose->category = SC_CATEGORY_NONE;
  return loose;
}

static ScList *
collect_transitions (const ScFlow *flow, const ScParts *parts)
{
  GPtrArray *transitions = sc_list_collect ();

  sc_list_foreach (flow->transitions, const ScTransition *, transition)
    {
      if (sc_parts_has (parts, SC_PART_STAGE, transition->source)
          && sc_parts_has (parts, SC_PART_STAGE, transition->target))
        g_ptr_array_add (transitions, sc_transition_ref (transition));
    }
  return sc_list_new_take (transitions);
}

ScClip *
sc_clip_make (const ScSolution *solution, const ScFlow *flow, const ScParts *parts)
{
  GPtrArray *stages = sc_list_collect ();
  GPtrArray *loose = sc_list_collect ();
  ScClip *self = sc_clip_new ();

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      ScStage *some;

      if (sc_parts_has (parts, SC_PART_STAGE, stage->id))
        g_ptr_array_add (stages, sc_stage_ref (stage));
      else if ((some = make_loose (stage, parts)) != NULL)
        g_ptr_array_add (loose, some);
    }
  sc_take_value (self, stages, sc_list_new_take (stages));
  sc_take_value (self, loose, sc_list_new_take (loose));
  if (self->stages == NULL && self->loose == NULL)
    {
      sc_clip_unref (self);
      return NULL;
    }
  self->format = SC_CLIP_FORMAT;
  self->language = solution->language;
  sc_set_string (self, flow, flow->id);
  sc_take_value (self, transitions, collect_transitions (flow, parts));
  sc_take_value (self, tables, collect_tables (solution, self));
  return self;
}

static guint
count_steps (const ScList *stages)
{
  guint n = 0;

  sc_list_foreach (stages, const ScStage *, stage)
    {
      n += sc_list_length (stage->steps);
    }
  return n;
}

guint
sc_clip_count_steps (const ScClip *self)
{
  return count_steps (self->stages) + count_steps (self->loose);
}

guint
sc_clip_count_loose (const ScClip *self)
{
  return count_steps (self->loose);
}

const ScTable *
sc_clip_find_table (const ScClip *self, const char *name)
{
  sc_list_foreach (self->tables, const ScTable *, table)
    {
      if (sc_name_equal (table->name, name))
        return table;
    }
  return NULL;
}
