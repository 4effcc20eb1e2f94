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
 * stages are pasted. Its name gets a number where there is a flow of that name. What the other
 * solution knows of the tables, columns and relationships that the flow uses comes along where
 * solution does not know them. id NULL: a fresh one. report, nullable: what came of it; free it
 * with sc_paste_report_free(). */
ScSolution *sc_edit_flow_import (const ScSolution *solution,
                                 const ScSolution *from,
                                 const char *flow,
                                 const char *id,
                                 ScPasteReport **report,
                                 GError **error);

/* How a flow arrives where it is copied to; every field may be NULL. */
typedef struct
{
  const char *id;
  const char *name;     /* in the base language; may be one that another flow has */
  const char *table;    /* takes the place of the table that the flow starts on */
  const ScParts *parts; /* of the flow, which alone come along; those of no stage get stages anew */
} ScFlowArrival;

/* The same, as arrival says. */
ScSolution *sc_edit_flow_import_as (const ScSolution *solution,
                                    const ScSolution *from,
                                    const char *flow,
                                    const ScFlowArrival *arrival,
                                    ScPasteReport **report,
                                    GError **error);

G_END_DECLS
