/* sc-access-circle.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-role.h"

G_BEGIN_DECLS

/* The circles that administrators know: empty for None, a quarter, half, three quarters, and full
 * for Organization. The form says it; colour only helps. */
typedef enum
{
  SC_CIRCLE_PLAIN,
  SC_CIRCLE_ODD,     /* a level that the table does not allow: with an exclamation mark */
  SC_CIRCLE_UNKNOWN, /* a level that is none of them: a question mark */
  SC_CIRCLE_ABSENT,  /* nothing to give here: a dash */
  SC_N_CIRCLES
} ScCircleKind;

/* Drawn once in the colours of a widget, for many cells. */
typedef struct _ScAccessCircles ScAccessCircles;

/* diameter: of a circle, in pixels. */
ScAccessCircles *sc_access_circles_new (GtkWidget *widget, int diameter);
ScAccessCircles *sc_access_circles_ref (ScAccessCircles *self);
void sc_access_circles_unref (ScAccessCircles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScAccessCircles, sc_access_circles_unref)

/* In the middle of a box of that size. */
void sc_access_circles_append (ScAccessCircles *self,
                               GtkSnapshot *snapshot,
                               ScLevel level,
                               ScCircleKind kind,
                               int width,
                               int height);

G_END_DECLS
