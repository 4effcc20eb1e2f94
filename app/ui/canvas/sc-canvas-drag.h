/* sc-canvas-drag.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-canvas-private.h"

G_BEGIN_DECLS

typedef enum
{
  SC_DROP_NOWHERE,
  SC_DROP_INSERT, /* a stage, at the "+" number index */
  SC_DROP_ROW     /* a step, on the card number index before row position */
} ScDropKind;

typedef struct
{
  ScDropKind kind;
  guint index;
  guint position;
} ScDropTarget;

/* A drag that is going on. */
struct _ScDrag
{
  const ScSolution *solution; /* owned: what it was begun on */
  char *stage;
  char *step;     /* NULL: the stage is being dragged */
  ScParts *parts; /* all that are dragged, of one kind */
  guint card;     /* where it came from */
  guint row;
  GdkPaintable *ghost;
  ScPoint grip; /* where in it the pointer took hold, in canvas units */

  gboolean looked; /* target is known */
  ScDropTarget target;
  ScSolution *after; /* what a drop here makes of solution; NULL: it is refused */
  char *refusal;     /* why */
  char *loss;        /* what something else loses by it; NULL: nothing does */
};

/* sc-canvas-drag.c: what the gesture does, at points of the view. */
/* Remembers what is there, in case the pointer moves on. */
void sc_drag_arm (ScCanvas *self, double x, double y);
/* FALSE: what was there cannot be dragged. */
gboolean sc_drag_begin (ScCanvas *self, double x, double y);
void sc_drag_move (ScCanvas *self, double x, double y);
void sc_drag_drop (ScCanvas *self);

/* sc-canvas-drop.c */
/* Looks where the pointer is and what a drop there would do. */
void sc_drag_find_target (ScCanvas *self);
void sc_drag_clear_outcome (ScDrag *self);

G_END_DECLS
