/* sc-cli-template.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-cli-command.h"

G_BEGIN_DECLS

/* Prints the templates, those of the person with Stagecraft's own. */
ScExitStatus sc_cli_list_templates (void);
/* The solution with a flow made from the template of that name; NULL: the empty one. flow: its
 * name; NULL: as the template has it. table: the one that it starts on, for a template that leaves
 * that open; else NULL. */
ScSolution *sc_cli_add_template (const ScSolution *solution,
                                 const char *name,
                                 const char *flow,
                                 const char *table,
                                 GError **error);

G_END_DECLS
