/* sc-parts.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"

G_BEGIN_DECLS

/* Parts of a flow that are meant together: some of its stages and steps. */

typedef enum
{
  SC_PART_STAGE, /* with all its steps */
  SC_PART_STEP
} ScPartKind;

typedef struct
{
  ScPartKind kind;
  const char *id;
} ScPart;

/* An immutable, counted set of them, each once, in the order of the flow that it was made for. A
 * step whose stage is in the set is not listed. NULL is the empty set, everywhere; what is not in
 * the flow is left out. */
typedef struct _ScParts ScParts;

ScParts *sc_parts_new (const ScFlow *flow, const ScPart *parts, guint n);
/* All stages. */
ScParts *sc_parts_new_all (const ScFlow *flow);
/* All steps of one stage. */
ScParts *sc_parts_new_steps (const ScFlow *flow, const char *stage);
/* What lies between two parts and both of them, whichever is first: steps between steps, else
 * whole stages as far as the range has them. The part to alone when from is not there. */
ScParts *sc_parts_new_range (const ScFlow *flow, ScPart from, ScPart to);
/* What is in one of the two. */
ScParts *sc_parts_new_union (const ScFlow *flow, const ScParts *a, const ScParts *b);
/* With the part, or without it if it is there. A stage that loses a step gives way to its other
 * steps. */
ScParts *sc_parts_toggle (const ScParts *self, const ScFlow *flow, ScPart part);
/* What is still there of the set; the set itself when nothing about it is another. */
ScParts *sc_parts_prune (const ScParts *self, const ScFlow *flow);
/* Those of one kind. */
ScParts *sc_parts_filter (const ScParts *self, ScPartKind kind);

ScParts *sc_parts_ref (const ScParts *self);
void sc_parts_unref (ScParts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScParts, sc_parts_unref)

guint sc_parts_count (const ScParts *self);
guint sc_parts_count_kind (const ScParts *self, ScPartKind kind);
/* The strings belong to the set. */
ScPart sc_parts_get (const ScParts *self, guint position);
/* TRUE for what is listed: not for a step that is there with its stage. */
gboolean sc_parts_has (const ScParts *self, ScPartKind kind, const char *id);
/* The same parts in the same order. */
gboolean sc_parts_equal (const ScParts *a, const ScParts *b);

G_END_DECLS
