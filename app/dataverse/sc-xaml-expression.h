/* sc-xaml-expression.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-condition.h"

G_BEGIN_DECLS

/* Private: the Visual Basic in a condition's arguments,
 *   [New Object() { Microsoft.Xrm.Sdk.Workflow.WorkflowPropertyType.Boolean, "1" }]
 * for a constant and
 *   [New Object() { ConditionBranchStep3_2, ConditionBranchStep3_3 }]
 * for the values that a column is compared with. */

/* id_variable holds the row's id of an EntityReference; else NULL. */
char *sc_xaml_format_constant (const ScOperand *operand, const char *id_variable);
/* NULL when text is not a constant; id_variable gets the name in an EntityReference, else NULL. */
ScOperand *sc_xaml_parse_constant (const char *text, char **id_variable);

/* The name in "[name]"; NULL when text is something else. Free with g_free(). */
char *sc_xaml_parse_variable (const char *text);
/* The names in a list of values; NULL when text is not one. */
char **sc_xaml_parse_values (const char *text);

G_END_DECLS
