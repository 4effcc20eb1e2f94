/* sc-problem-lines.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-problem-lines.h"

#include "sc-problem-item-private.h"

GHashTable *
sc_problem_headings_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/* What lines are made of while they are collected. */
typedef struct
{
  const ScProblemSource *source;
  GPtrArray *lines;
  GHashTable *headings;
} Builder;

/* NULL when none of those slots passes. */
static ScProblemItem *
add_heading (Builder *self, ScProblemLineKind kind, guint start, guint end)
{
  const ScProblemSlot *slot = &self->source->slots[start];
  const ScProblemItem *first = slot->item;
  const ScStage *stage = kind == SC_PROBLEM_LINE_STAGE ? first->stage : NULL;
  guint counts[SC_SEVERITY_ERROR + 1] = { 0 };
  g_autofree char *key = NULL;
  ScProblemItem *heading;
  gboolean folded;

  for (guint i = start; i < end; i++)
    counts[self->source->slots[i].severity] += self->source->passes[i] ? 1 : 0;
  if (counts[SC_SEVERITY_ERROR] + counts[SC_SEVERITY_WARNING] + counts[SC_SEVERITY_ADVICE] == 0)
    return NULL;
  key = sc_problem_item_dup_key (first->flow != NULL ? first->flow->id : NULL,
                                 stage != NULL ? stage->id : NULL);
  heading = g_hash_table_lookup (self->source->headings, key);
  heading = heading != NULL ? g_object_ref (heading)
                            : sc_problem_item_new_heading (kind, g_steal_pointer (&key));
  g_hash_table_replace (self->headings, heading->key, heading);
  sc_problem_item_set_title (heading,
                             sc_problem_places_get_title (self->source->places, slot, kind));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      heading->changed = heading->changed || heading->counts[i] != counts[i];
      heading->counts[i] = counts[i];
    }
  folded = g_hash_table_contains (self->source->folded, heading->key);
  heading->changed = heading->changed || heading->folded != folded;
  heading->folded = folded;
  g_ptr_array_add (self->lines, g_object_ref (heading));
  return heading;
}

static void
add_problems (Builder *self, guint start, guint end, guint depth)
{
  guint n = 0, position = 0;

  for (guint i = start; i < end; i++)
    n += self->source->passes[i] ? 1 : 0;
  for (guint i = start; i < end; i++)
    {
      ScProblemItem *item = self->source->slots[i].item;

      if (!self->source->passes[i])
        continue;
      item->changed = item->changed || item->depth != depth;
      item->depth = depth;
      sc_problem_item_set_position (item, ++position, n);
      g_ptr_array_add (self->lines, g_object_ref (item));
    }
}

static guint
find_end (const ScProblemSource *self, guint start, gboolean of_stage)
{
  const ScProblemSlot *first = &self->slots[start];
  guint end = start + 1;

  while (end < self->n && self->slots[end].flow == first->flow
         && (!of_stage || self->slots[end].stage == first->stage))
    end++;
  return end;
}

/* Headings that stand beside each other are counted once they are all there. */
static void
number (ScProblemItem **headings, guint n)
{
  for (guint i = 0; i < n; i++)
    sc_problem_item_set_position (headings[i], i + 1, n);
}

static void
add_flow (Builder *self, guint start, guint end)
{
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();

  for (guint i = start; i < end; i = find_end (self->source, i, TRUE))
    {
      guint stage_end = find_end (self->source, i, TRUE);
      ScProblemItem *heading;

      if (self->source->slots[i].stage < 0)
        {
          add_problems (self, i, stage_end, 1);
          continue;
        }
      heading = add_heading (self, SC_PROBLEM_LINE_STAGE, i, stage_end);
      if (heading == NULL)
        continue;
      g_ptr_array_add (stages, heading);
      if (!heading->folded)
        add_problems (self, i, stage_end, 2);
    }
  number ((ScProblemItem **) stages->pdata, stages->len);
}

static void
add_flows (Builder *self)
{
  g_autoptr (GPtrArray) flows = g_ptr_array_new ();

  for (guint i = 0; i < self->source->n; i = find_end (self->source, i, FALSE))
    {
      guint end = find_end (self->source, i, FALSE);
      ScProblemItem *heading = add_heading (self, SC_PROBLEM_LINE_FLOW, i, end);

      if (heading == NULL)
        continue;
      g_ptr_array_add (flows, heading);
      if (!heading->folded)
        add_flow (self, i, end);
    }
  number ((ScProblemItem **) flows->pdata, flows->len);
}

GPtrArray *
sc_problem_lines_new (const ScProblemSource *source, gboolean has_headings, GHashTable *headings)
{
  Builder builder = { source, g_ptr_array_new_with_free_func (g_object_unref), headings };

  if (has_headings)
    add_flows (&builder);
  else
    add_problems (&builder, 0, source->n, 0);
  return builder.lines;
}
