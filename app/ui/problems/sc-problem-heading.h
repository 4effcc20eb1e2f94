/* sc-problem-heading.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-problem-item.h"

G_BEGIN_DECLS

/* The heading of a flow or stage among its problems: what it is called, how many there are of each
 * severity, and whether they are folded. */
#define SC_TYPE_PROBLEM_HEADING (sc_problem_heading_get_type ())
G_DECLARE_FINAL_TYPE (ScProblemHeading, sc_problem_heading, SC, PROBLEM_HEADING, GtkWidget)

GtkWidget *sc_problem_heading_new (void);
/* Shows what item says now. */
void sc_problem_heading_set_item (ScProblemHeading *self, ScProblemItem *item);
ScProblemItem *sc_problem_heading_get_item (ScProblemHeading *self);

G_END_DECLS
