/* sc-digest.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-digest-private.h"
#include "sc-id.h"

/* Spreads the bits (the finaliser of SplitMix64), so that few ids share a slot below. */
static guint64
scatter (guint64 x)
{
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

/* The same for all ways to write one id; never 0. */
static guint64
hash_id (const char *id)
{
  guint64 high = 0, low = 0;

  for (const char *p = id; *p != '\0'; p++)
    {
      int digit = g_ascii_xdigit_value (*p);

      if (digit < 0)
        continue;
      high = (high << 4) | (low >> 60);
      low = (low << 4) | (guint64) digit;
    }
  return scatter (high ^ scatter (low)) | 1;
}

ScStageDigest *
sc_stage_digest_new (const ScStage *stage)
{
  guint n = sc_list_length (stage->steps);
  ScStageDigest *self = g_malloc0 (sizeof (ScStageDigest) + n * sizeof (guint64));

  self->n_steps = n;
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      self->n_required += step->required ? 1 : 0;
      if (!sc_id_is_valid (step->id))
        self->n_invalid++;
      else
        self->ids[step_i] = hash_id (step->id);
    }
  return self;
}

/* A set of hashes with open addressing, at most half full. */
gboolean
sc_stage_digest_may_clash (const ScStageDigest *const *digests, guint n)
{
  g_autofree guint64 *set = NULL;
  gsize total = 0, size = 64;

  for (guint i = 0; i < n; i++)
    {
      if (digests[i]->n_invalid > 0)
        return TRUE;
      total += digests[i]->n_steps;
    }
  while (size < total * 2)
    size *= 2;
  set = g_new0 (guint64, size);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < digests[i]->n_steps; j++)
      {
        guint64 hash = digests[i]->ids[j];
        gsize slot = hash >> 1 & (size - 1);

        while (set[slot] != 0 && set[slot] != hash)
          slot = (slot + 1) & (size - 1);
        if (set[slot] == hash)
          return TRUE;
        set[slot] = hash;
      }
  return FALSE;
}
