/* find-bar-fixture.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-find-bar.h"
#include "sc-find-popover.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

/* A window with the bar and a field for text that may have the focus instead. */

void find_setup (UiFixture *self, gconstpointer data);
void find_teardown (UiFixture *self, gconstpointer data);

ScFindBar *find_get_bar (UiFixture *self);
GtkWidget *find_get_elsewhere (UiFixture *self);
/* Both NULL while it is not to be seen. */
GtkWidget *find_widget (UiFixture *self, GType type, const char *text);
GtkEditable *find_get_entry (UiFixture *self);
ScFindPopover *find_get_popover (UiFixture *self);

/* Opens the bar if need be and types text. */
void find_look_for (UiFixture *self, const char *text);
/* fields 0: all. */
void find_set_options (UiFixture *self, ScFindOptions options, gboolean all);
void find_click (UiFixture *self, const char *label);
void find_press_enter (UiFixture *self);

gboolean find_says (UiFixture *self, const char *text);
void
find_assert_selected (UiFixture *self, ScSelectedKind kind, const char *stage, const char *step);

G_END_DECLS
