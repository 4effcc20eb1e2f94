/* canvas-fixture.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-canvas-private.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

#define CANVAS_TEST_FLOW "f0000000-0000-0000-0000-000000000000"

/* A window with a canvas, open on "One (1a 1b) Two (2a) Three (3a 3b 3c)". */
typedef struct
{
  UiFixture ui;
  ScCanvas *canvas;
} CanvasTest;

typedef struct
{
  const char *path;
  void (*test) (CanvasTest *self, gconstpointer data);
} CanvasTestCase;

/* Runs each of them with a window of its own, for people who read in that direction. */
int canvas_test_main (
    int argc, char **argv, GtkTextDirection direction, const CanvasTestCase *cases, guint n);

/* The id of the stage or step with that label. */
char *canvas_test_make_id (const char *label);
ScSolution *canvas_test_make_solution (void);
/* A stage on lead behind the one with the label after (NULL: first); steps: labels, with blanks
 * between them. */
void canvas_test_add_stage (ScSolution **solution,
                            const char *after,
                            const char *label,
                            const char *steps);
/* Takes over solution. */
void canvas_test_open (CanvasTest *self, ScSolution *solution);

/* The card or row with that label; NULL. */
GtkWidget *canvas_test_find (CanvasTest *self, const char *label);
GtkWidget *canvas_test_get_focus (CanvasTest *self);
/* Runs an action of a card or row, and leaves a rename that it began. */
void canvas_test_activate (CanvasTest *self, const char *label, const char *action);

/* A point of the view: the middle of a card, or of a row. */
graphene_point_t canvas_test_get_point (CanvasTest *self, const char *label);
/* Picks the part up there. */
void canvas_test_begin_drag (CanvasTest *self, const char *label);

/* The flow as "One (1a 1b) Two (2a*)"; a star is a step that is required. */
char *canvas_test_describe (CanvasTest *self);
/* The same of both the document and the widgets. */
void canvas_test_assert_shows (CanvasTest *self, const char *expected);
/* Selected, and has the focus. */
void canvas_test_assert_selected (CanvasTest *self, const char *label);

G_END_DECLS
