/* sc-canvas-drag.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-canvas-outcome.h"
#include "sc-canvas-private.h"

G_BEGIN_DECLS

typedef enum
{
  SC_DRAG_STAGES,
  SC_DRAG_STEPS,
  SC_DRAG_BRANCH /* with the stages that only it leads to */
} ScDragKind;

typedef enum
{
  SC_DROP_NOWHERE,
  SC_DROP_INSERT, /* stages, at the "+" number index */
  SC_DROP_ROW,    /* steps, on the card number index before row position */
  SC_DROP_BRANCH  /* a branch, among those of its condition, to position */
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
  ScDragKind kind;
  char *stage; /* whose condition has the branch */
  char *step;
  int branch;
  ScParts *parts; /* all that are dragged, of one kind */
  guint card;     /* where it came from */
  guint row;
  GdkPaintable *ghost;
  ScPoint grip; /* where in it the pointer took hold, in canvas units */

  gboolean looked; /* target is known */
  ScDropTarget target;
  ScOutcome outcome;
};

/* sc-canvas-drag.c: what the gesture does, at points of the view. */
/* Remembers what is there, in case the pointer moves on. */
void sc_drag_arm (ScCanvas *self, double x, double y);
/* FALSE: what was there cannot be dragged. */
gboolean sc_drag_begin (ScCanvas *self, double x, double y);
void sc_drag_move (ScCanvas *self, double x, double y);
void sc_drag_drop (ScCanvas *self);
/* "step", "stage" or "branch": for who listens to the log. */
const char *sc_drag_get_nick (const ScDrag *self);

/* sc-canvas-drop.c */
/* Looks where the pointer is and what a drop there would do. */
void sc_drag_find_target (ScCanvas *self);
ScDropTarget sc_drag_find_insert (ScCanvas *self, ScPoint point);

/* sc-canvas-drag-draw.c: the note of any drag. */
void sc_canvas_snapshot_outcome (ScCanvas *self,
                                 GtkSnapshot *snapshot,
                                 const ScOutcome *outcome,
                                 const char *remark);

/* sc-canvas-branch-drag.c: a branch is taken hold of by its line or by its name on it. */
/* Fills in what is dragged and where it is; from: a point of the canvas. FALSE: the line is none of
 * a branch. */
gboolean sc_branch_drag_begin (ScCanvas *self, ScDrag *drag, guint line, ScPoint from);
ScDropTarget sc_branch_drag_find_target (ScCanvas *self, ScPoint point);
void sc_branch_drag_try_target (ScCanvas *self);
/* In canvas units. */
void sc_branch_drag_snapshot_target (ScCanvas *self, GtkSnapshot *snapshot, const GdkRGBA *colour);
void sc_branch_drag_select_dropped (ScCanvas *self, const ScDrag *drag);

G_END_DECLS
