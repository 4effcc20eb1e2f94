/* sc-edit-flow-import.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit-paste.h"

G_BEGIN_DECLS

/* A draft behind all flows that is a copy of a flow of another solution: everything gets a fresh
 * id, columns are found by their names, and what cannot come along is left out, as when all of its
 * stages are pasted. Its name gets a number where there is a flow of that name. id NULL: a fresh
 * one. report, nullable: what came of it; free it with sc_paste_report_free(). */
ScSolution *sc_edit_flow_import (const ScSolution *solution,
                                 const ScSolution *from,
                                 const char *flow,
                                 const char *id,
                                 ScPasteReport **report,
                                 GError **error);

G_END_DECLS
