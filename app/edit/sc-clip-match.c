/* sc-clip-match.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-clip-match.h"

#include "sc-name.h"

/* Microsoft Learn, "Solution publisher": a prefix has two to eight letters and digits, and begins
 * with a letter. */
#define MAX_PREFIX 8

static const ScField table_match_fields[] = {
  SC_FIELD (ScTableMatch, SC_FIELD_STRING, table),
  SC_FIELD (ScTableMatch, SC_FIELD_STRING, target),
  SC_FIELD_END,
};

const ScValueClass sc_table_match_class
    = { "ScTableMatch", sizeof (ScTableMatch), table_match_fields };

static const ScField step_match_fields[] = {
  SC_FIELD (ScStepMatch, SC_FIELD_STRING, step), SC_FIELD (ScStepMatch, SC_FIELD_STRING, label),
  SC_FIELD (ScStepMatch, SC_FIELD_STRING, name), SC_FIELD (ScStepMatch, SC_FIELD_STRING, table),
  SC_FIELD (ScStepMatch, SC_FIELD_INT, kind),    SC_FIELD (ScStepMatch, SC_FIELD_STRING, column),
  SC_FIELD (ScStepMatch, SC_FIELD_INT, sure),    SC_FIELD_END,
};

const ScValueClass sc_step_match_class = { "ScStepMatch", sizeof (ScStepMatch), step_match_fields };

static gboolean
knows_table (const ScSolution *solution, const char *name)
{
  if (sc_solution_find_table (solution, name, NULL) != NULL)
    return TRUE;
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      sc_list_foreach (flow->stages, const ScStage *, stage)
        {
          if (sc_name_equal (stage->table, name))
            return TRUE;
        }
    }
  return FALSE;
}

ScList *
sc_clip_match_tables (const ScClip *clip, const ScSolution *solution)
{
  GPtrArray *matches = sc_list_collect ();

  sc_list_foreach (clip->stages, const ScStage *, stage)
    {
      gboolean known = clip->open || stage->table == NULL || knows_table (solution, stage->table);

      for (guint i = 0; i < matches->len && !known; i++)
        known = sc_name_equal (((ScTableMatch *) g_ptr_array_index (matches, i))->table,
                               stage->table);
      if (!known)
        {
          ScTableMatch *match = sc_table_match_new ();

          sc_set_string (match, table, stage->table);
          sc_set_string (match, target, stage->table);
          g_ptr_array_add (matches, match);
        }
    }
  return sc_list_new_take (matches);
}

/* The table of what is beside the place. */
static const char *
find_neighbour (const ScSolution *solution, const ScFlow *flow, ScSlot slot)
{
  const ScStage *stage = slot.after != NULL ? sc_flow_find_stage (flow, slot.after, NULL)
                                            : sc_list_get (flow->stages, 0);
  const ScTable *table;

  if (stage != NULL && stage->table != NULL)
    return stage->table;
  /* Flows write it in the case of the schema name. */
  table = flow->primary_table != NULL ? sc_solution_find_table (solution, flow->primary_table, NULL)
                                      : NULL;
  return table != NULL ? table->name : flow->primary_table;
}

static gboolean
is_loose (const ScClip *clip, const ScStage *stage)
{
  return sc_list_index (clip->loose, stage) >= 0;
}

const char *
sc_clip_get_target (const ScClip *clip,
                    const ScSolution *solution,
                    const ScFlow *flow,
                    ScPastePlace place,
                    const ScList *tables,
                    const ScStage *stage)
{
  if (place.stage != NULL && is_loose (clip, stage))
    {
      const ScStage *target = sc_flow_find_stage (flow, place.stage, NULL);

      return target != NULL ? target->table : NULL;
    }
  if (clip->open || stage->table == NULL)
    return find_neighbour (solution, flow, place.slot);
  sc_list_foreach (tables, const ScTableMatch *, match)
    {
      if (sc_name_equal (match->table, stage->table))
        return match->target;
    }
  return stage->table;
}

/* The name without the publisher's prefix. */
static const char *
strip_prefix (const char *name)
{
  gsize length = 0;

  while (g_ascii_isalnum (name[length]))
    length++;
  return length >= 2 && length <= MAX_PREFIX && name[length] == '_' && name[length + 1] != '\0'
             ? name + length + 1
             : name;
}

/* The columns of a table, as far as anything tells of them, by what they may be called. The names
 * belong to the solution. */
typedef struct
{
  GHashTable *by_name;
  GHashTable *by_stem;  /* without prefix → name; "" when several have it */
  GHashTable *by_label; /* folded → name; "" when several have it */
} Index;

static void
index_clear (Index *self)
{
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->by_stem, g_hash_table_unref);
  g_clear_pointer (&self->by_label, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Index, index_clear)

static void
add_unique (GHashTable *table, gpointer key, const char *name)
{
  const char *other = g_hash_table_lookup (table, key);

  g_hash_table_replace (table, key,
                        (gpointer) (other == NULL || sc_name_equal (other, name) ? name : ""));
}

static void
index_add (Index *self, const char *name)
{
  g_hash_table_add (self->by_name, (gpointer) name);
  add_unique (self->by_stem, (gpointer) strip_prefix (name), name);
}

/* NULL when there is nothing to compare. Free with g_free(). */
static char *
fold (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  if (valid == NULL || *g_strstrip (valid) == '\0')
    return NULL;
  return g_utf8_casefold (valid, -1);
}

static void
index_init (Index *self, const ScSolution *solution, const char *table)
{
  const ScTable *known = table != NULL ? sc_solution_find_table (solution, table, NULL) : NULL;

  self->by_name = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  self->by_stem = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  self->by_label = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sc_list_foreach (known != NULL ? known->columns : NULL, const ScColumn *, column)
    {
      if (column->name == NULL)
        continue;
      index_add (self, column->name);
      sc_list_foreach (column->labels, const ScLabel *, label)
        {
          char *folded = fold (label->text);

          if (folded != NULL)
            add_unique (self->by_label, folded, column->name);
        }
    }
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      sc_list_foreach (flow->stages, const ScStage *, stage)
        {
          if (!sc_name_equal (stage->table, table))
            continue;
          sc_list_foreach (stage->steps, const ScStep *, step)
            {
              if (step->column != NULL)
                index_add (self, step->column);
            }
        }
    }
}

static const char *
none_if_several (const char *name)
{
  return name != NULL && *name != '\0' ? name : NULL;
}

static const char *
index_find_name (const Index *self, const char *name)
{
  const char *found = g_hash_table_lookup (self->by_name, name);

  return found != NULL ? found
                       : none_if_several (g_hash_table_lookup (self->by_stem, strip_prefix (name)));
}

static const char *
index_find_label (const Index *self, const char *label)
{
  g_autofree char *folded = fold (label);

  return folded != NULL ? none_if_several (g_hash_table_lookup (self->by_label, folded)) : NULL;
}

const char *
sc_clip_find_column (const ScSolution *solution, const char *table, const char *name)
{
  g_auto (Index) index = { NULL, NULL, NULL };

  if (table == NULL || name == NULL)
    return NULL;
  index_init (&index, solution, table);
  return index_find_name (&index, name);
}

/* What is looked up for all steps that go to one table. */
typedef struct
{
  const ScClip *clip;
  const ScSolution *solution;
  const ScFlow *flow;
  const char *target;
  const ScTable *table;
  Index index;
  GPtrArray *matches;
} Search;

/* The column is there as it is, or nobody could tell. What goes on any table has columns that all
 * tables have. */
static gboolean
fits (const Search *self, const ScStage *stage, const ScStep *step)
{
  if (step->kind != SC_STEP_DATA || step->column == NULL)
    return TRUE;
  if (self->clip->open)
    return TRUE;
  if (self->clip->flow == NULL || !sc_name_equal (stage->table, self->target))
    return FALSE;
  return self->table == NULL || !self->table->complete
         || sc_solution_find_flow (self->solution, self->clip->flow, NULL) != NULL
         || sc_table_find_column (self->table, step->column, NULL) != NULL;
}

static const char *
get_column_label (const ScClip *clip, const ScStage *stage, const ScStep *step)
{
  const ScTable *table = stage->table != NULL ? sc_clip_find_table (clip, stage->table) : NULL;
  const ScColumn *column = table != NULL ? sc_table_find_column (table, step->column, NULL) : NULL;

  if (column != NULL && column->labels != NULL)
    return sc_column_get_label (column, clip->language);
  return step->display_name != NULL ? step->display_name : step->column;
}

static void
match_step (const Search *self, const ScStage *stage, const ScStep *step)
{
  const char *column = index_find_name (&self->index, step->column);
  ScStepMatch *match = sc_step_match_new ();

  match->sure = column != NULL;
  if (column == NULL)
    column = index_find_label (&self->index, get_column_label (self->clip, stage, step));
  /* In text, people write what a column is called. */
  match->sure = match->sure || (column != NULL && self->clip->flow == NULL);
  match->kind = column != NULL ? SC_MATCH_COLUMN : SC_MATCH_KEEP;
  sc_set_string (match, step, step->id);
  sc_set_string (match, label, sc_step_get_label (step, self->clip->language));
  sc_set_string (match, name, step->column);
  sc_set_string (match, table, self->target);
  sc_set_string (match, column, column);
  g_ptr_array_add (self->matches, match);
}

static void
match_stage (Search *self, ScPastePlace place, const ScList *tables, const ScStage *stage)
{
  const char *target
      = sc_clip_get_target (self->clip, self->solution, self->flow, place, tables, stage);

  if (self->index.by_name == NULL || g_strcmp0 (self->target, target) != 0)
    {
      index_clear (&self->index);
      self->target = target;
      self->table = target != NULL ? sc_solution_find_table (self->solution, target, NULL) : NULL;
      index_init (&self->index, self->solution, target);
    }
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (!fits (self, stage, step))
        match_step (self, stage, step);
    }
}

ScList *
sc_clip_match_steps (const ScClip *clip,
                     const ScSolution *solution,
                     const char *flow,
                     ScPastePlace place,
                     const ScList *tables)
{
  Search self = { .clip = clip,
                  .solution = solution,
                  .flow = sc_solution_find_flow (solution, flow, NULL),
                  .matches = sc_list_collect () };

  if (self.flow != NULL)
    {
      sc_list_foreach (clip->stages, const ScStage *, stage)
        {
          match_stage (&self, place, tables, stage);
        }
      sc_list_foreach (clip->loose, const ScStage *, stage)
        {
          match_stage (&self, place, tables, stage);
        }
    }
  index_clear (&self.index);
  return sc_list_new_take (self.matches);
}
