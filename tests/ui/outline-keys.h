/* outline-keys.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-outline-private.h"
#include "ui-fixture.h"
#include "ui-keys.h"

G_BEGIN_DECLS

/* What the tests of the outline share. The view of the fixture is an ScOutlineView. */

ScOutlineView *outline_get_view (UiFixture *fixture);
/* Goes to a cell: column is a position. */
void outline_start_at (UiFixture *fixture, ScOutlineKind kind, const char *id, guint column);
/* Types letter by letter, in place of what is there, as when everything is selected. */
void outline_type (UiFixture *fixture, const char *text);
/* "Budget" for the text of the cell that has the focus; "[Budget]" while it is being edited. */
char *outline_write_focus (UiFixture *fixture);
/* The labels of all stages and steps: "Qualify: Budget, Sponsor!; Develop: …". */
char *outline_write_flow (UiFixture *fixture);

#define assert_focus(fixture, expected)                          \
  G_STMT_START                                                   \
  {                                                              \
    g_autofree char *focus_text = outline_write_focus (fixture); \
    g_assert_cmpstr (focus_text, ==, (expected));                \
  }                                                              \
  G_STMT_END

#define assert_flow(fixture, expected)                         \
  G_STMT_START                                                 \
  {                                                            \
    g_autofree char *flow_text = outline_write_flow (fixture); \
    g_assert_cmpstr (flow_text, ==, (expected));               \
  }                                                            \
  G_STMT_END

G_END_DECLS
