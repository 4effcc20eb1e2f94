/* sc-edit.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow-graph.h"
#include "sc-solution.h"

G_BEGIN_DECLS

/* An edit is a pure function: a solution in, a new solution out that shares everything the edit
 * did not touch, or NULL and an error. Asking for what is already so returns the same solution
 * (with a reference for the caller): compare pointers to see whether anything changed.
 *
 * Things are named by their ids. Texts are copied. */
#define SC_EDIT_ERROR (sc_edit_error_quark ())

typedef enum
{
  SC_EDIT_ERROR_NOT_FOUND, /* no such flow, stage, step, role … */
  SC_EDIT_ERROR_INVALID,   /* it would not be a flow: a place inside the moved stages, … */
  SC_EDIT_ERROR_LOCKED     /* see sc_lock_allows() */
} ScEditError;

GQuark sc_edit_error_quark (void);

/* A place between stages: the way that leaves stage after by branch (SC_EDGE_NEXT: without a
 * branch). after NULL is the place before the first stage. */
typedef struct
{
  const char *after;
  int branch;
} ScSlot;

#define SC_SLOT_FIRST ((ScSlot){ NULL, SC_EDGE_NEXT })

/* The place behind the last stage in reading order that can be reached; after points into the
 * flow. */
ScSlot sc_slot_last (const ScFlow *flow);

/* FALSE, with SC_EDIT_ERROR_INVALID, when after, the outcome of an edit of before, has a text that
 * is longer than SC_TEXT_MAX: what comes in by hand is as long as what can be read again. */
gboolean sc_edit_texts_fit (const ScSolution *before, const ScSolution *after, GError **error);

G_END_DECLS
