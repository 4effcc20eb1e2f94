/* ui-fixture.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* What the tests of the views share: a small solution, a window with one view, and ways to find
 * widgets in it. */

#define UI_FLOW    "f0000000-0000-4000-8000-000000000001"
#define UI_OTHER   "f0000000-0000-4000-8000-000000000002"
#define UI_QUALIFY "a0000000-0000-4000-8000-000000000001"
#define UI_DEVELOP "a0000000-0000-4000-8000-000000000002"
#define UI_BUDGET  "b0000000-0000-4000-8000-000000000001"
#define UI_SPONSOR "b0000000-0000-4000-8000-000000000002"
#define UI_REP     "c0000000-0000-4000-8000-000000000001"
#define UI_MANAGER "c0000000-0000-4000-8000-000000000002"

typedef struct
{
  ScEditor *editor;
  GtkWidget *window;
  GtkWidget *view;
} UiFixture;

/* Like g_test_init(); FALSE, after saying so, where there is no display to test on. */
gboolean ui_test_init (int *argc, char ***argv);

/* Lead to Opportunity: Qualify on lead (Budget, Sponsor), with a condition on Budget, and Develop
 * on opportunity; a second flow; the relationship between the tables; two roles. */
ScSolution *ui_make_solution (void);

/* A window with the view that create makes, shown and at rest. */
void ui_open (UiFixture *self, GtkWidget *(*create) (ScEditor *editor));
/* Destroys the window and asserts that the view and the editor are gone. */
void ui_close (UiFixture *self);
/* Lets everything that is due happen, frames included. */
void ui_settle (UiFixture *self);

const ScFlow *ui_get_flow (UiFixture *self);
const ScStage *ui_get_stage (UiFixture *self, const char *id);
const ScStep *ui_get_step (UiFixture *self, const char *id);
/* Number of edits that can be undone. */
guint ui_count_edits (UiFixture *self);
const char *ui_get_undo_name (UiFixture *self);

/* The first visible descendant of that type whose title or label is text (NULL: any). NULL when
 * there is none. */
GtkWidget *ui_find (GtkWidget *root, GType type, const char *text);
guint ui_count (GtkWidget *root, GType type);

G_END_DECLS
