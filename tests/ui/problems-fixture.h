/* problems-fixture.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui-fixture.h"

G_BEGIN_DECLS

/* What tests of the list of problems do again and again. The fixture's view is a problems pane. */

void problems_commit (UiFixture *f, ScSolution *after, GError *error);
void problems_set_required (UiFixture *f, const char *step, gboolean required);
/* To the stage UI_DEVELOP. */
void problems_add_steps (UiFixture *f, guint n);
/* Of the lines; NULL when there is no list. */
GListModel *problems_get_model (UiFixture *f);
/* The position of the first problem about that step or stage, or -1. */
int problems_find (UiFixture *f, const char *id);

G_END_DECLS
