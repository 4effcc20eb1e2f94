/* sc-digest-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"

G_BEGIN_DECLS

/* How many names there are in a language. */
typedef struct
{
  int language;
  guint n;
} ScTranslation;

/* What rules about a whole flow have to know of each of its stages. Looking at 900 steps after
 * every edit would cost more than all other rules together. */
typedef struct
{
  GArray *translations; /* of ScTranslation: names of the stage and its steps */
  guint n_steps;
  guint n_required; /* steps */
  guint n_data;     /* steps with a column */
  guint n_invalid;  /* step ids that are missing or no GUIDs */
  guint64 ids[];    /* a hash of each */
} ScStageDigest;

ScStageDigest *sc_stage_digest_new (const ScStage *stage);
void sc_stage_digest_free (ScStageDigest *self);

/* Adds what other counts. */
void sc_translations_add (GArray *self, const GArray *other);

/* FALSE: every step of the stages has a valid id of its own. TRUE: perhaps not, look closer. */
gboolean sc_stage_digest_may_clash (const ScStageDigest *const *digests, guint n);

/* FALSE: what get_name says of each step (NULL: nothing) is another name. TRUE: perhaps not. */
gboolean sc_steps_may_share (const ScStage *stage, const char *(*get_name) (const ScStep *step));

G_END_DECLS
