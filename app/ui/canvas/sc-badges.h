/* sc-badges.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-validation.h"

G_BEGIN_DECLS

/* How many problems a stage or step has, and the worst of them. */
typedef struct
{
  guint count;
  int severity;             /* ScSeverity; -1: no problem */
  const ScProblem *problem; /* the worst, the first of these; NULL: none; lives with the list */
} ScBadge;

#define SC_BADGE_NONE ((ScBadge){ 0, -1, NULL })

/* The problems of one flow, sorted by what they are about. */
typedef struct _ScBadges ScBadges;

ScBadges *sc_badges_new (const ScList *problems, const char *flow);
void sc_badges_free (ScBadges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScBadges, sc_badges_free)

/* A stage answers for its steps, too. */
ScBadge sc_badges_get_stage (const ScBadges *self, const char *id);
ScBadge sc_badges_get_step (const ScBadges *self, const char *id);

G_END_DECLS
