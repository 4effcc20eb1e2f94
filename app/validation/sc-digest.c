/* sc-digest.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sc-digest-private.h"
#include "sc-id.h"
#include "sc-name.h"

/* Spreads the bits (the finaliser of SplitMix64), so that few ids share a slot below. */
static guint64
scatter (guint64 x)
{
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

/* The same for all ways to write one id, which is valid; never 0. An id is 36 letters, digits and
 * dashes, perhaps in braces; the bit that tells small letters from large is set in the others. */
static guint64
hash_id (const char *id)
{
  const guint64 small = G_GUINT64_CONSTANT (0x2020202020202020);
  const char *digits = *id == '{' ? id + 1 : id;
  guint64 words[5] = { 0 };
  guint64 hash = 0;

  memcpy (words, digits, 36);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    hash = scatter (hash ^ (words[i] | small));
  return hash | 1;
}

static void
count (GArray *translations, int language, guint n)
{
  ScTranslation translation = { language, n };

  for (guint i = 0; i < translations->len; i++)
    {
      ScTranslation *known = &g_array_index (translations, ScTranslation, i);

      if (known->language != language)
        continue;
      known->n += n;
      return;
    }
  g_array_append_val (translations, translation);
}

static void
count_labels (GArray *translations, const ScList *labels)
{
  sc_list_foreach (labels, const ScLabel *, label)
    {
      count (translations, label->language, 1);
    }
}

void
sc_translations_add (GArray *self, const GArray *other)
{
  for (guint i = 0; i < other->len; i++)
    {
      const ScTranslation *translation = &g_array_index (other, ScTranslation, i);

      count (self, translation->language, translation->n);
    }
}

ScStageDigest *
sc_stage_digest_new (const ScStage *stage)
{
  guint n = sc_list_length (stage->steps);
  ScStageDigest *self = g_malloc0 (sizeof (ScStageDigest) + n * sizeof (guint64));

  self->translations = g_array_new (FALSE, FALSE, sizeof (ScTranslation));
  self->n_steps = n;
  count_labels (self->translations, stage->labels);
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      self->n_required += step->required ? 1 : 0;
      self->n_data += step->kind == SC_STEP_DATA ? 1 : 0;
      count_labels (self->translations, step->labels);
      if (!sc_id_is_valid (step->id))
        self->n_invalid++;
      else
        self->ids[step_i] = hash_id (step->id);
    }
  return self;
}

void
sc_stage_digest_free (ScStageDigest *self)
{
  g_array_unref (self->translations);
  g_free (self);
}

/* A set of hashes with open addressing, at most half full. */
typedef struct
{
  guint64 *slots; /* 0: free */
  gsize mask;
} Set;

static void
set_init (Set *self, gsize n)
{
  gsize size = 64;

  while (size < n * 2)
    size *= 2;
  self->slots = g_new0 (guint64, size);
  self->mask = size - 1;
}

/* FALSE when it was there already. hash is odd. */
static gboolean
set_add (Set *self, guint64 hash)
{
  gsize slot = hash >> 1 & self->mask;

  while (self->slots[slot] != 0 && self->slots[slot] != hash)
    slot = (slot + 1) & self->mask;
  if (self->slots[slot] == hash)
    return FALSE;
  self->slots[slot] = hash;
  return TRUE;
}

gboolean
sc_stage_digest_may_clash (const ScStageDigest *const *digests, guint n)
{
  Set set;
  gsize total = 0;
  gboolean clash = FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (digests[i]->n_invalid > 0)
        return TRUE;
      total += digests[i]->n_steps;
    }

  set_init (&set, total);
  for (guint i = 0; i < n && !clash; i++)
    for (guint j = 0; j < digests[i]->n_steps && !clash; j++)
      clash = !set_add (&set, digests[i]->ids[j]);
  g_free (set.slots);
  return clash;
}

gboolean
sc_steps_may_share (const ScStage *stage, const char *(*get_name) (const ScStep *step))
{
  Set set;
  gboolean share = FALSE;

  set_init (&set, sc_list_length (stage->steps));
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      const char *name = get_name (step);

      share = share || (name != NULL && !set_add (&set, scatter (sc_name_hash (name)) | 1));
    }
  g_free (set.slots);
  return share;
}
