/* marks-fixture.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-canvas-drag.h"
#include "sc-canvas-view.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

/* A canvas or an inspector open on "A B C D" with three steps each: A1, A2, … */
typedef struct
{
  UiFixture ui;
  ScCanvas *canvas; /* NULL: an inspector */
} MarksFixture;

#define MARKS_ALL "A:A1,A2,A3 B:B1,B2,B3 C:C1,C2,C3 D:D1,D2,D3"

void marks_set_up (MarksFixture *self, gconstpointer data);
void marks_set_up_inspector (MarksFixture *self, gconstpointer data);
void marks_tear_down (MarksFixture *self, gconstpointer data);
/* Marks the words, the last of which is selected. */
void marks_mark (MarksFixture *self, const char *text);
/* The card of a stage, or the row of a step. */
GtkWidget *marks_find (MarksFixture *self, const char *word);
/* What is marked, with a "!" behind what is selected. */
void marks_assert_marked (MarksFixture *self, const char *expected);
/* The stages with their steps: "A:A1,A2 B"; "+" is a new step. */
void marks_assert_flow (MarksFixture *self, const char *expected);
/* An action of that card or row. */
void marks_activate (MarksFixture *self, const char *word, const char *action);
void marks_assert_focus (MarksFixture *self, const char *word);
ScPart marks_read_part (const char *word);
void marks_assert_shown (MarksFixture *self);
void marks_open_with (MarksFixture *self, ScSolution *solution);
ScSolution *marks_make_solution (void);

G_END_DECLS
