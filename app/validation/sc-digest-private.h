/* sc-digest-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"

G_BEGIN_DECLS

/* What has to be known of a stage to say quickly that all step ids of its flow differ: a hash of
 * each. Looking at 900 ids after every edit would cost more than all other rules together. */
typedef struct
{
  guint n_steps;
  guint n_required; /* steps */
  guint n_invalid;  /* ids that are missing or no GUIDs */
  guint64 ids[];
} ScStageDigest;

ScStageDigest *sc_stage_digest_new (const ScStage *stage);

/* FALSE: every step of the stages has a valid id of its own. TRUE: perhaps not, look closer. */
gboolean sc_stage_digest_may_clash (const ScStageDigest *const *digests, guint n);

G_END_DECLS
