/* sc-navigator-badge.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-navigator-row.h"

G_BEGIN_DECLS

/* "2 errors, 1 warning"; NULL when there are none. Free with g_free(). */
char *sc_navigator_describe_problems (const ScNavigatorFacts *facts);

/* The number of problems, at the end of a row; hidden where there are none. */
void sc_navigator_badge_show (GtkLabel *label, const ScNavigatorFacts *facts);

G_END_DECLS
