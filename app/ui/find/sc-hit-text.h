/* sc-hit-text.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "sc-find.h"

G_BEGIN_DECLS

/* Says in words what was found. All free with g_free(). */

/* The part of the text that is around the match, on one line; attributes (of the caller) that bring
 * out the match. */
char *sc_hit_dup_excerpt (const ScHit *self, PangoAttrList **attributes);
/* "Lead to Opportunity › Qualify › Budget · Label, German". flow: say which flow, too. */
char *sc_hit_dup_place (const ScHit *self, int language, gboolean flow);

G_END_DECLS
