/* sc-template-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-template.h"

G_BEGIN_DECLS

/* Reads bytes as a template; name is what messages call it. */
ScSolution *sc_template_parse (GBytes *bytes, const char *name, GError **error);
/* The solution with a flow of one stage with one step, in the language of the solution; the step is
 * on the column that the table suggests, or on none where nothing is known of the table. */
ScSolution *sc_template_add_empty (const ScSolution *solution,
                                   ScMetadata *metadata,
                                   const ScFlowArrival *arrival,
                                   GError **error);
/* What the flow of solution says of self: figures, tables. */
void sc_template_describe (ScTemplate *self, const ScSolution *solution);

GBytes *sc_template_read_own (const char *path, GError **error);
/* The templates in folder, by title. */
GPtrArray *sc_template_list_own (const char *folder);

G_END_DECLS
