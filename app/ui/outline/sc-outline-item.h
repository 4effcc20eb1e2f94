/* sc-outline-item.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-badges.h"
#include "sc-flow.h"

G_BEGIN_DECLS

/* What a row of the outline stands for. */
typedef enum
{
  SC_OUTLINE_STAGE,
  SC_OUTLINE_STEP,
  SC_OUTLINE_ADD_STEP, /* the row behind the steps of a stage where one more is typed */
  SC_OUTLINE_ADD_STAGE /* the last row */
} ScOutlineKind;

/* Values in the flow that is shown; the strings are borrowed. */
typedef struct
{
  const ScStage *stage; /* that the row is, or is in; NULL for SC_OUTLINE_ADD_STAGE */
  const ScStep *step;   /* NULL except for SC_OUTLINE_STEP */
  guint number;         /* of the stage in the flow, or of the step in its stage; from 1 */
  guint total;          /* of how many */
  gboolean folded;      /* a stage whose steps have no rows */
  const char *next;     /* where a stage leads, in words; NULL: nowhere */
  ScBadge badge;
} ScOutlineFacts;

/* One row: it stays the same object as long as the flow has what it stands for, and follows it.
 * Signal: changed (), when it shows something else. */
#define SC_TYPE_OUTLINE_ITEM (sc_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (ScOutlineItem, sc_outline_item, SC, OUTLINE_ITEM, GObject)

ScOutlineItem *sc_outline_item_new (ScOutlineKind kind);

ScOutlineKind sc_outline_item_get_kind (ScOutlineItem *self);
/* The id of the step or stage, or of the stage that a step would be added to; NULL for
 * SC_OUTLINE_ADD_STAGE, and where a file has none. */
const char *sc_outline_item_get_id (ScOutlineItem *self);
/* Lives until the next change. */
const ScOutlineFacts *sc_outline_item_get_facts (ScOutlineItem *self);
/* The message of the worst problem; NULL: none. */
const char *sc_outline_item_get_problem (ScOutlineItem *self);

/* Keeps what it needs. TRUE when something that it shows differs; the signal is left to the caller.
 */
gboolean sc_outline_item_set_facts (ScOutlineItem *self, const ScOutlineFacts *facts);
void sc_outline_item_changed (ScOutlineItem *self);

/* For the list that the item is in: where it stands, as of which of its updates. */
typedef struct
{
  guint position;
  guint round;
} ScOutlinePlace;

ScOutlinePlace *sc_outline_item_get_place (ScOutlineItem *self);

G_END_DECLS
