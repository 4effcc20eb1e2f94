/* sc-hit-order.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"
#include "sc-find.h"

G_BEGIN_DECLS

/* Where hits are among each other, also across edits: a place outlives the hit that it is of. */
typedef struct
{
  int flow_position; /* as in ScHit */
  int number;
  int start;
} ScHitPlace;

ScHitPlace sc_hit_get_place (const ScHit *hit);

/* In hits as sc_find() lists them: the one at that place; -1 when there is none. */
int sc_hits_find (const ScList *hits, const ScHitPlace *place);
/* The first one there or behind; the number of hits when there is none. */
guint sc_hits_find_behind (const ScList *hits, const ScHitPlace *place);
/* The first one in or behind what is selected; the number of hits when there is none. */
guint sc_hits_find_from_selection (const ScList *hits, ScEditor *editor);

G_END_DECLS
