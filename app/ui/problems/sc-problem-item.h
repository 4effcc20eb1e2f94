/* sc-problem-item.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-validation.h"

G_BEGIN_DECLS

typedef enum
{
  SC_PROBLEM_LINE_FLOW,  /* the heading of a flow, or of what concerns no single one */
  SC_PROBLEM_LINE_STAGE, /* the heading of a stage */
  SC_PROBLEM_LINE_PROBLEM
} ScProblemLineKind;

/* One line of the list of problems. It stays the same object for as long as there is a problem of
 * that rule about that thing (or anything under that heading), whatever else is edited; signal
 * "changed": it says something else now. */
#define SC_TYPE_PROBLEM_ITEM (sc_problem_item_get_type ())
G_DECLARE_FINAL_TYPE (ScProblemItem, sc_problem_item, SC, PROBLEM_ITEM, GObject)

ScProblemLineKind sc_problem_item_get_kind (ScProblemItem *self);
/* The place among the lines beside it under one heading, from 1, and how many these are. */
guint sc_problem_item_get_position (ScProblemItem *self, guint *n);
/* What a screen reader says of the line. Free with g_free(). */
char *sc_problem_item_dup_name (ScProblemItem *self);

/* Of a problem; NULL for a heading. The values live until the item changes. */
const ScProblem *sc_problem_item_get_problem (ScProblemItem *self);
/* Where it is, beyond what its headings say: "Step", or "Flow › Stage › Step" without headings,
 * where the open flow is not named. */
const char *sc_problem_item_get_place (ScProblemItem *self);
/* How many headings the problem stands under. */
guint sc_problem_item_get_depth (ScProblemItem *self);

/* Of a heading. */
const char *sc_problem_item_get_title (ScProblemItem *self);
guint sc_problem_item_count (ScProblemItem *self, ScSeverity severity);
gboolean sc_problem_item_is_folded (ScProblemItem *self);

G_END_DECLS
