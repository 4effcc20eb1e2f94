/* sc-merge.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-merge.h"

#include "sc-diff-private.h"

#include <string.h>

/* The three states of one thing; NULL where it is not there. */
typedef struct
{
  gconstpointer base, mine, theirs;
} Three;

static gpointer merge (const Three *three);

/* TRUE when the lists that there are hold things that can be told apart. */
static gboolean
are_lists (const Three *three)
{
  gconstpointer any = three->mine != NULL     ? three->mine
                      : three->theirs != NULL ? three->theirs
                                              : three->base;

  return any != NULL && sc_value_get_class (any) == &sc_list_class
         && sc_diff_has_key (sc_diff_get_item_class (any));
}

static gboolean
are_units (const Three *three)
{
  return three->base != NULL && three->mine != NULL && three->theirs != NULL
         && sc_diff_find_unit (sc_value_get_class (three->mine)) != NULL;
}

static gpointer
merge_fields (const Three *three)
{
  gpointer draft = sc_value_copy (three->mine);

  for (const ScField *field = sc_value_get_class (draft)->fields; field->name != NULL; field++)
    {
      if (field->kind == SC_FIELD_VALUE)
        {
          Three inner
              = { sc_value_get_value (three->base, field), sc_value_get_value (three->mine, field),
                  sc_value_get_value (three->theirs, field) };
          g_autoptr (ScList) merged = merge (&inner);

          sc_value_set_value (draft, field, merged);
        }
      else if (sc_value_equal_field (three->mine, three->base, field))
        sc_value_copy_field (draft, three->theirs, field);
    }
  return draft;
}

/* One of three lists, with its keys. */
typedef struct
{
  const ScList *list;
  GPtrArray *keys;
  GHashTable *index;
} Side;

static Side
open_side (const ScList *list)
{
  Side side = { .list = list, .keys = sc_diff_list_keys (list) };

  side.index = sc_diff_index_keys (side.keys);
  return side;
}

static void
close_side (Side *side)
{
  g_hash_table_unref (side->index);
  g_ptr_array_unref (side->keys);
}

static gconstpointer
find (const Side *side, const char *key)
{
  return sc_list_get (side->list, sc_diff_find_key (side->index, key));
}

static const char *
get_key (const Side *side, guint position)
{
  return g_ptr_array_index (side->keys, position);
}

/* What becomes of the thing of that key; NULL when it goes. */
static gpointer
merge_item (const Side *base, const Side *mine, const Side *theirs, const char *key)
{
  Three three = { find (base, key), find (mine, key), find (theirs, key) };

  if (three.mine != NULL && three.theirs != NULL)
    return merge (&three);
  /* Removed on one side: it goes unless the other one changed it, and then mine counts. */
  if (three.base != NULL && (three.mine == NULL || sc_value_equal (three.mine, three.base)))
    return NULL;
  return sc_value_ref (three.mine != NULL ? three.mine : three.theirs);
}

/* Whether what both lists have stands in the same order. */
static gboolean
is_same_order (const Side *a, const Side *b)
{
  guint last = 0;

  for (guint i = 0; i < a->keys->len; i++)
    {
      guint position = sc_diff_find_key (b->index, get_key (a, i));

      if (position == G_MAXUINT)
        continue;
      if (position < last)
        return FALSE;
      last = position;
    }
  return TRUE;
}

/* Keys of everything on either side. What only the second one has stands behind what it stands
 * behind there; where both put something in one place, the keys decide, so that it does not matter
 * who is the first. */
static GQueue *
order_keys (const Side *first, const Side *second)
{
  GQueue *order = g_queue_new ();
  g_autoptr (GHashTable) links = g_hash_table_new (g_str_hash, g_str_equal);
  GList *last = NULL; /* what the next one stands behind; NULL: nothing */

  for (guint i = 0; i < first->keys->len; i++)
    {
      g_queue_push_tail (order, (gpointer) get_key (first, i));
      g_hash_table_insert (links, order->tail->data, order->tail);
    }
  for (guint i = 0; i < second->keys->len; i++)
    {
      const char *key = get_key (second, i);
      GList *link = g_hash_table_lookup (links, key);
      GList *next;

      if (link == NULL)
        {
          while ((next = last != NULL ? last->next : order->head) != NULL
                 && find (second, next->data) == NULL && strcmp (next->data, key) < 0)
            last = next;
          g_queue_insert_after (order, last, (gpointer) key);
          link = last != NULL ? last->next : order->head;
        }
      last = link;
    }
  return order;
}

static ScList *
merge_lists (const Three *three)
{
  Side base = open_side (three->base);
  Side mine = open_side (three->mine);
  Side theirs = open_side (three->theirs);
  gboolean mine_first = !is_same_order (&base, &mine) || is_same_order (&base, &theirs);
  GQueue *order = mine_first ? order_keys (&mine, &theirs) : order_keys (&theirs, &mine);
  GPtrArray *items = sc_list_collect ();

  for (const GList *l = order->head; l != NULL; l = l->next)
    {
      gpointer item = merge_item (&base, &mine, &theirs, l->data);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  g_queue_free (order);
  close_side (&base);
  close_side (&mine);
  close_side (&theirs);
  return sc_list_new_take (items);
}

/* Whether the ways lead the same, from stage to stage. */
static gboolean
has_same_ways (const ScFlow *a, const ScFlow *b)
{
  if (sc_list_length (a->stages) != sc_list_length (b->stages)
      || !sc_value_equal (a->transitions, b->transitions))
    return FALSE;
  sc_list_foreach (a->stages, const ScStage *, stage)
    {
      const ScStage *other = sc_list_get (b->stages, stage_i);

      if (g_strcmp0 (stage->id, other->id) != 0 || g_strcmp0 (stage->next, other->next) != 0
          || g_strcmp0 (stage->table, other->table) != 0
          || !sc_value_equal (stage->condition, other->condition))
        return FALSE;
    }
  return TRUE;
}

/* Whether worker changed a stage that remover took away. */
static gboolean
loses_work (const ScFlow *base, const ScFlow *worker, const ScFlow *remover)
{
  sc_list_foreach (worker->stages, const ScStage *, stage)
    {
      if (sc_flow_find_stage (remover, stage->id, NULL) == NULL
          && !sc_stage_equal (stage, sc_flow_find_stage (base, stage->id, NULL)))
        return TRUE;
    }
  return FALSE;
}

/* Steps and workflows move from stage to stage. */
typedef const ScList *(*GetParts) (const ScStage *stage);

static const ScList *
get_steps (const ScStage *stage)
{
  return stage->steps;
}

static const ScList *
get_triggers (const ScStage *stage)
{
  return stage->triggers;
}

static const char *
get_part_id (gconstpointer part)
{
  return sc_value_get_class (part) == &sc_step_class ? ((const ScStep *) part)->id
                                                     : ((const ScTrigger *) part)->id;
}

/* The part of that id, and the stage it is in; NULL when the flow does not have it. */
static gconstpointer
find_part (const ScFlow *flow, GetParts get_parts, const char *id, const ScStage **home)
{
  *home = NULL;
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      sc_list_foreach (get_parts (stage), gconstpointer, part)
        {
          if (g_strcmp0 (get_part_id (part), id) != 0)
            continue;
          *home = stage;
          return part;
        }
    }
  return NULL;
}

/* b: nullable */
static gboolean
is_same_stage (const ScStage *a, const ScStage *b)
{
  return b != NULL && g_strcmp0 (a->id, b->id) == 0;
}

/* What becomes of a part that the merge of its stage has left in it; NULL when it has gone to
 * another one. */
static gpointer
settle_part (const Three *flows,
             const ScFlow *side,
             const ScStage *stage,
             GetParts get_parts,
             gconstpointer part)
{
  const ScStage *base, *mine, *theirs, *home;
  const char *id = get_part_id (part);
  Three three = { find_part (flows->base, get_parts, id, &base),
                  find_part (flows->mine, get_parts, id, &mine),
                  find_part (flows->theirs, get_parts, id, &theirs) };

  if (mine == NULL || theirs == NULL)
    return sc_value_ref (part);
  home = is_same_stage (mine, base) ? theirs : mine;
  if (sc_flow_find_stage (side, home->id, NULL) == NULL)
    home = home == mine ? theirs : mine;
  return is_same_stage (home, stage) ? merge (&three) : NULL;
}

static gboolean
has_part (GPtrArray *parts, const char *id)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (get_part_id (g_ptr_array_index (parts, i)), id) == 0)
      return TRUE;
  return FALSE;
}

/* What theirs moved out of the stage, but to one that is not there, stays where mine has it. */
static void
keep_stranded (const Three *flows,
               const ScFlow *side,
               const ScStage *stage,
               GetParts get_parts,
               GPtrArray *parts)
{
  const ScStage *mine = sc_flow_find_stage (flows->mine, stage->id, NULL);

  if (mine == NULL)
    return;
  sc_list_foreach (get_parts (mine), gconstpointer, part)
    {
      const char *id = get_part_id (part);
      const ScStage *home;
      gpointer settled;

      if (has_part (parts, id) || find_part (flows->theirs, get_parts, id, &home) == NULL
          || sc_flow_find_stage (side, home->id, NULL) != NULL)
        continue;
      settled = settle_part (flows, side, stage, get_parts, part);
      if (settled != NULL)
        g_ptr_array_insert (parts, (int) MIN (part_i, parts->len), settled);
    }
}

static ScList *
settle_parts (const Three *flows, const ScFlow *side, const ScStage *stage, GetParts get_parts)
{
  GPtrArray *parts = sc_list_collect ();

  sc_list_foreach (get_parts (stage), gconstpointer, part)
    {
      gpointer settled = settle_part (flows, side, stage, get_parts, part);

      if (settled != NULL)
        g_ptr_array_add (parts, settled);
    }
  keep_stranded (flows, side, stage, get_parts, parts);
  return sc_list_new_take (parts);
}

/* stage is on the side whose ways count. */
static ScStage *
merge_stage (const Three *flows, const ScFlow *side, const ScStage *stage)
{
  Three three = { sc_flow_find_stage (flows->base, stage->id, NULL),
                  sc_flow_find_stage (flows->mine, stage->id, NULL),
                  sc_flow_find_stage (flows->theirs, stage->id, NULL) };
  gboolean everywhere = three.base != NULL && three.mine != NULL && three.theirs != NULL;
  ScStage *merged = everywhere ? merge_fields (&three) : sc_stage_copy (stage);

  sc_set_string (merged, table, stage->table);
  sc_set_string (merged, next, stage->next);
  sc_set_value (merged, condition, stage->condition);
  sc_take_value (merged, steps, settle_parts (flows, side, merged, get_steps));
  sc_take_value (merged, triggers, settle_parts (flows, side, merged, get_triggers));
  return merged;
}

static ScFlow *
merge_flows (const Three *three)
{
  const ScFlow *base = three->base, *mine = three->mine, *theirs = three->theirs;
  gboolean take_theirs = has_same_ways (base, mine) && !has_same_ways (base, theirs)
                         && !loses_work (base, mine, theirs);
  const ScFlow *side = take_theirs ? theirs : mine;
  ScFlow *merged = merge_fields (three);
  GPtrArray *stages = sc_list_collect ();

  sc_list_foreach (side->stages, const ScStage *, stage)
    g_ptr_array_add (stages, merge_stage (three, side, stage));
  sc_take_value (merged, stages, sc_list_new_take (stages));
  sc_set_value (merged, transitions, side->transitions);
  return merged;
}

/* What only one side changed is taken from it; where both did something and neither can be gone
 * into, mine counts. */
static gpointer
merge (const Three *three)
{
  if (sc_value_equal (three->theirs, three->base) || sc_value_equal (three->theirs, three->mine))
    return sc_value_ref (three->mine);
  if (sc_value_equal (three->mine, three->base))
    return sc_value_ref (three->theirs);
  if (are_lists (three))
    return merge_lists (three);
  if (!are_units (three))
    return sc_value_ref (three->mine);
  if (sc_value_get_class (three->mine) == &sc_flow_class)
    return merge_flows (three);
  return merge_fields (three);
}

/* Where there is nothing in dispute it does not matter whose word counts. */
ScSolution *
sc_merge (const ScSolution *base,
          const ScSolution *mine,
          const ScSolution *theirs,
          ScList **conflicts)
{
  Three three = { base, mine, theirs };
  Three other = { base, theirs, mine };
  g_autoptr (ScSolution) merged = merge (&three);
  g_autoptr (ScSolution) otherwise = merge (&other);

  *conflicts = sc_diff (merged, otherwise);
  return g_steal_pointer (&merged);
}
