/* sc-parts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-parts.h"

#include "sc-id.h"

struct _ScParts
{
  gatomicrefcount refs;
  GArray *parts;     /* of ScPart; the strings are owned */
  GHashTable *index; /* of ScPart *, in parts */
  guint n_stages;
};

static guint
hash_part (gconstpointer key)
{
  const ScPart *part = key;

  return sc_id_hash (part->id) * 2 + (guint) part->kind;
}

static gboolean
equal_parts (gconstpointer a, gconstpointer b)
{
  const ScPart *one = a, *other = b;

  return one->kind == other->kind && sc_id_equal (one->id, other->id);
}

/* Keys belong to somebody else. */
static GHashTable *
new_index (void)
{
  return g_hash_table_new (hash_part, equal_parts);
}

static void
clear_part (gpointer part)
{
  g_free ((char *) ((ScPart *) part)->id);
}

/* Takes over the array; NULL when it is empty. */
static ScParts *
new_take (GArray *parts)
{
  ScParts *self;

  if (parts->len == 0)
    {
      g_array_unref (parts);
      return NULL;
    }

  self = g_new0 (ScParts, 1);
  g_atomic_ref_count_init (&self->refs);
  self->parts = parts;
  self->index = new_index ();
  for (guint i = 0; i < parts->len; i++)
    {
      ScPart *part = &g_array_index (parts, ScPart, i);

      g_hash_table_add (self->index, part);
      self->n_stages += part->kind == SC_PART_STAGE;
    }
  return self;
}

static void
add (GArray *parts, ScPartKind kind, const char *id)
{
  ScPart part = { kind, g_strdup (id) };

  g_array_append_val (parts, part);
}

static GArray *
new_array (void)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (ScPart));

  g_array_set_clear_func (parts, clear_part);
  return parts;
}

/* Those that are wanted and there, in order. Of several things with one id the first is meant, so
 * what was found is taken out of wanted. Keys of wanted point into the flow or to its caller. */
static ScParts *
collect (const ScFlow *flow, GHashTable *wanted)
{
  GArray *parts = new_array ();

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (g_hash_table_size (wanted) == 0)
        break;
      if (stage->id != NULL && g_hash_table_remove (wanted, &(ScPart){ SC_PART_STAGE, stage->id }))
        {
          add (parts, SC_PART_STAGE, stage->id);
          sc_list_foreach (stage->steps, const ScStep *, step)
            {
              if (step->id != NULL)
                g_hash_table_remove (wanted, &(ScPart){ SC_PART_STEP, step->id });
            }
          continue;
        }
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          if (step->id != NULL && g_hash_table_remove (wanted, &(ScPart){ SC_PART_STEP, step->id }))
            add (parts, SC_PART_STEP, step->id);
        }
    }
  return new_take (parts);
}

ScParts *
sc_parts_new (const ScFlow *flow, const ScPart *parts, guint n)
{
  g_autoptr (GHashTable) wanted = new_index ();

  for (guint i = 0; i < n; i++)
    if (parts[i].id != NULL)
      g_hash_table_add (wanted, (gpointer) &parts[i]);
  return collect (flow, wanted);
}

static void
want (GHashTable *wanted, const ScParts *parts)
{
  for (guint i = 0; i < sc_parts_count (parts); i++)
    g_hash_table_add (wanted, &g_array_index (parts->parts, ScPart, i));
}

/* Parts whose strings belong to somebody else. */
static GArray *
new_names (void)
{
  return g_array_new (FALSE, FALSE, sizeof (ScPart));
}

static void
name_part (GArray *names, ScPartKind kind, const char *id)
{
  ScPart part = { kind, id };

  g_array_append_val (names, part);
}

static void
name_steps (GArray *names, const ScStage *stage, guint from, guint to)
{
  for (guint i = from; i < to && i < sc_list_length (stage->steps); i++)
    name_part (names, SC_PART_STEP, ((const ScStep *) sc_list_get (stage->steps, i))->id);
}

static ScParts *
collect_named (const ScFlow *flow, GArray *names)
{
  return sc_parts_new (flow, (const ScPart *) (gpointer) names->data, names->len);
}

ScParts *
sc_parts_new_all (const ScFlow *flow)
{
  g_autoptr (GArray) names = new_names ();

  sc_list_foreach (flow->stages, const ScStage *, stage)
    name_part (names, SC_PART_STAGE, stage->id);
  return collect_named (flow, names);
}

ScParts *
sc_parts_new_steps (const ScFlow *flow, const char *stage)
{
  const ScStage *found = sc_flow_find_stage (flow, stage, NULL);
  g_autoptr (GArray) names = new_names ();

  if (found != NULL)
    name_steps (names, found, 0, G_MAXUINT);
  return collect_named (flow, names);
}

/* Where a part is; step -1: it is the stage. */
typedef struct
{
  guint stage;
  int step;
} Place;

static gboolean
find (const ScFlow *flow, ScPart part, Place *place)
{
  const ScStage *stage = NULL;
  guint position;

  if (part.kind == SC_PART_STAGE)
    {
      place->step = -1;
      return sc_flow_find_stage (flow, part.id, &place->stage) != NULL;
    }
  if (sc_flow_find_step (flow, part.id, &stage, &position) == NULL)
    return FALSE;
  place->step = (int) position;
  place->stage = (guint) sc_list_index (flow->stages, stage);
  return TRUE;
}

static void
name_range (GArray *names, const ScFlow *flow, Place from, Place to)
{
  gboolean steps = from.step >= 0 && to.step >= 0;

  for (guint i = from.stage; i <= to.stage; i++)
    {
      const ScStage *stage = sc_list_get (flow->stages, i);
      gboolean cut = (i == from.stage && from.step >= 0)
                     || (i == to.stage && to.step >= 0 && (i > from.stage || from.step >= 0));

      if (!steps && !cut)
        name_part (names, SC_PART_STAGE, stage->id);
      else
        name_steps (names, stage, i == from.stage ? (guint) MAX (from.step, 0) : 0,
                    i == to.stage && to.step >= 0 ? (guint) to.step + 1 : G_MAXUINT);
    }
}

ScParts *
sc_parts_new_range (const ScFlow *flow, ScPart from, ScPart to)
{
  g_autoptr (GArray) names = new_names ();
  Place first, last;

  if (!find (flow, to, &last))
    return NULL;
  if (!find (flow, from, &first))
    return sc_parts_new (flow, &to, 1);
  if (first.stage > last.stage || (first.stage == last.stage && first.step > last.step))
    {
      Place swap = first;

      first = last;
      last = swap;
    }
  name_range (names, flow, first, last);
  return collect_named (flow, names);
}

ScParts *
sc_parts_new_union (const ScFlow *flow, const ScParts *a, const ScParts *b)
{
  g_autoptr (GHashTable) wanted = new_index ();

  want (wanted, a);
  want (wanted, b);
  return collect (flow, wanted);
}

ScParts *
sc_parts_toggle (const ScParts *self, const ScFlow *flow, ScPart part)
{
  g_autoptr (GHashTable) wanted = new_index ();
  g_autoptr (ScParts) others = NULL;
  const ScStage *stage = NULL;

  if (part.id == NULL)
    return sc_parts_prune (self, flow);

  want (wanted, self);
  if (g_hash_table_remove (wanted, &part))
    return collect (flow, wanted);
  if (part.kind == SC_PART_STEP && sc_flow_find_step (flow, part.id, &stage, NULL) != NULL
      && stage->id != NULL && g_hash_table_remove (wanted, &(ScPart){ SC_PART_STAGE, stage->id }))
    {
      others = sc_parts_new_steps (flow, stage->id);
      want (wanted, others);
      g_hash_table_remove (wanted, &part);
    }
  else
    g_hash_table_add (wanted, &part);
  return collect (flow, wanted);
}

ScParts *
sc_parts_prune (const ScParts *self, const ScFlow *flow)
{
  g_autoptr (ScParts) pruned = sc_parts_new_union (flow, self, NULL);

  return sc_parts_ref (sc_parts_equal (self, pruned) ? self : pruned);
}

ScParts *
sc_parts_filter (const ScParts *self, ScPartKind kind)
{
  GArray *parts;

  if (sc_parts_count_kind (self, kind) == sc_parts_count (self))
    return sc_parts_ref (self);
  parts = new_array ();
  for (guint i = 0; i < sc_parts_count (self); i++)
    if (sc_parts_get (self, i).kind == kind)
      add (parts, kind, sc_parts_get (self, i).id);
  return new_take (parts);
}

ScParts *
sc_parts_ref (const ScParts *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc ((gatomicrefcount *) &self->refs);
  return (ScParts *) self;
}

void
sc_parts_unref (ScParts *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->index);
  g_array_unref (self->parts);
  g_free (self);
}

guint
sc_parts_count (const ScParts *self)
{
  return self != NULL ? self->parts->len : 0;
}

guint
sc_parts_count_kind (const ScParts *self, ScPartKind kind)
{
  if (self == NULL)
    return 0;
  return kind == SC_PART_STAGE ? self->n_stages : self->parts->len - self->n_stages;
}

ScPart
sc_parts_get (const ScParts *self, guint position)
{
  return g_array_index (self->parts, ScPart, position);
}

gboolean
sc_parts_has (const ScParts *self, ScPartKind kind, const char *id)
{
  return id != NULL && sc_parts_count_kind (self, kind) > 0
         && g_hash_table_contains (self->index, &(ScPart){ kind, id });
}

gboolean
sc_parts_equal (const ScParts *a, const ScParts *b)
{
  if (a == b)
    return TRUE;
  if (sc_parts_count (a) != sc_parts_count (b))
    return FALSE;
  for (guint i = 0; i < sc_parts_count (a); i++)
    if (!equal_parts (&g_array_index (a->parts, ScPart, i), &g_array_index (b->parts, ScPart, i)))
      return FALSE;
  return TRUE;
}
