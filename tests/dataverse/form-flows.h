/* form-flows.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* A small flow, changes of it, and what becomes of its form. What returns a pointer that is not
 * const returns something new. */

char *form_flow_to_text (GBytes *bytes);
char *form_flow_make_form (const ScSolution *solution, const ScFlow *flow);
/* The element with systemform elements: the root of a file, or deep in a table. */
const ScXmlNode *form_flow_find_forms (const ScXml *xml);
/* The form after a change of its flow. */
char *form_flow_update_form (const ScSolution *solution,
                             const char *form,
                             const ScFlow *before,
                             const ScFlow *after);
ScSolution *form_flow_make_solution (void);
ScStep *form_flow_make_step (const char *id, const char *column, const char *label);
/* A stage of three steps, which count from there. */
ScStage *form_flow_make_stage (const char *id, const char *label, guint first_step);
/* Two stages of three steps each, 1 to 3 and 4 to 6. */
ScFlow *form_flow_make_flow (void);
/* Both take over what they are given. */
ScFlow *form_flow_with_steps (const ScFlow *flow, guint stage, ScList *steps);
ScFlow *form_flow_with_step (const ScFlow *flow, guint stage, guint position, ScStep *step);
const ScStage *form_flow_get_stage (const ScFlow *flow, guint stage);
ScStep *form_flow_copy_step (const ScFlow *flow, guint stage, guint position);
ScFlow *form_flow_relabel_step (
    const ScFlow *flow, guint stage, guint position, int language, const char *text);
ScFlow *form_flow_remove_step (const ScFlow *flow, guint stage, guint position);
ScFlow *
form_flow_move_step (const ScFlow *flow, guint from_stage, guint from, guint to_stage, guint to);
ScFlow *form_flow_relabel_stage (const ScFlow *flow, guint position, const char *text);

G_END_DECLS
