/* sc-parts-text.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-parts.h"

G_BEGIN_DECLS

/* How many parts there are, in words; translated, to be freed with g_free(). */

/* "2 stages, 3 steps" */
char *sc_parts_text (const ScParts *parts);
/* "2 Stages, 3 Steps": for menus and buttons. */
char *sc_parts_title (const ScParts *parts);
/* "2 stages, 3 steps selected" */
char *sc_parts_text_selected (const ScParts *parts);
/* The name of an edit that makes so many steps; label: that of the first of them. */
char *sc_steps_dup_added (guint n, const char *label);

G_END_DECLS
