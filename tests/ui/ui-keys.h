/* ui-keys.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui-fixture.h"

G_BEGIN_DECLS

GtkWidget *ui_get_focus (UiFixture *self);
/* Does what the key would: it goes to what has the focus and, from there, on to what that is in.
 * Keys that type are none of these. */
void ui_press (UiFixture *self, guint key, GdkModifierType state);
/* Without letting come to pass what follows from it. */
void ui_press_unsettled (UiFixture *self, guint key, GdkModifierType state);

G_END_DECLS
