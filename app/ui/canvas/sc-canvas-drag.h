/* sc-canvas-drag.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-canvas-outcome.h"
#include "sc-canvas-private.h"
#include "sc-clip.h"

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
  GdkPaintable *ghost; /* NULL: the desktop shows what is dragged */
  ScPoint grip;        /* where in it the pointer took hold, in canvas units */

  GdkDrag *handed_over; /* it has left the window; NULL: it has not */
  gboolean foreign;     /* it comes from elsewhere */
  ScClip *clip;         /* what comes; NULL: nothing that can be pasted */

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
/* The pointer is elsewhere. */
void sc_drag_leave (ScCanvas *self);
/* Takes one that comes from elsewhere off the canvas. */
void sc_drag_end_foreign (ScCanvas *self);
/* "step", "stage" or "branch": for who listens to the log. */
const char *sc_drag_get_nick (const ScDrag *self);

/* sc-canvas-drop.c */
/* Looks where the pointer is and what a drop there would do. */
void sc_drag_find_target (ScCanvas *self);
/* The nearest place for a step; SC_DROP_NOWHERE far from every card. */
ScDropTarget sc_drag_find_row (ScCanvas *self, ScPoint point);
/* For a stage. */
ScDropTarget sc_drag_find_insert (ScCanvas *self, ScPoint point);

/* sc-canvas-drag-out.c */
/* Makes it a drag of the desktop when the pointer has left the window. */
void sc_drag_hand_over (ScCanvas *self);
/* What a drag of this program carries; NULL: it is none. */
const ScClip *sc_drag_get_carried (GdkDrag *drag);

/* sc-canvas-drag-in.c */
void sc_drag_try_foreign (ScCanvas *self);
/* What a drop here would be; NULL where that can be seen. Free with g_free(). */
char *sc_drag_dup_remark (const ScDrag *self);

/* sc-canvas-drag-draw.c */
/* What is carried; hot: where in it the pointer is. */
GdkPaintable *sc_drag_make_icon (ScCanvas *self, graphene_point_t *hot);
/* The note of any drag. */
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
