/* random-edits.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-clip.h"
#include "sc-edit.h"
#include "sc-parts.h"

G_BEGIN_DECLS

/* Random edits of every kind that app/edit/ offers, and now and then a flow that comes from
 * outside. Of one seed the same edits come about, ids included; the global random numbers of GLib
 * are seeded for that. */
typedef struct _RandomEdits RandomEdits;

RandomEdits *random_edits_new (guint32 seed);
void random_edits_free (RandomEdits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RandomEdits, random_edits_free)

/* How many edits a test does: so many in every run, and as many as STAGECRAFT_SOAK says when that
 * is set. */
guint random_edits_length (guint quick);

/* For what else a test decides at random. */
GRand *random_edits_get_rand (RandomEdits *self);

/* Nothing is too big from now on; nothing comes from outside any more. */
void random_edits_lift_limits (RandomEdits *self);

/* A solution with flows, tables, relationships, roles and apps to begin with. */
ScSolution *random_edits_start (RandomEdits *self);
/* One edit of the solution, as the edit function returned it: the same solution where there was
 * nothing to do, NULL and an error where it was refused. kind is the name of that function. What
 * would become too big for a test is thrown away, and something else done. */
ScSolution *random_edits_next (RandomEdits *self,
                               const ScSolution *solution,
                               const char **kind,
                               GError **error);

/* How often an edit function was called, and how often the solution was another one after it.
 * FALSE when the generator does not know the function. */
gboolean random_edits_count (const RandomEdits *self, const char *kind, guint *n, guint *n_changed);
/* All of them, as test messages. */
void random_edits_tell (const RandomEdits *self);

G_END_DECLS
