/* sc-xaml-names.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-step.h"

G_BEGIN_DECLS

/* Private to the XAML reader and writer: the names that both must agree on. */

/* The classes behind mxswa:ActivityReference. */
typedef enum
{
  SC_XAML_UNKNOWN,
  SC_XAML_RELATIONSHIPS,
  SC_XAML_ENTITY,
  SC_XAML_STAGE,
  SC_XAML_PAGE, /* a task flow's stage; read only to say what the file is */
  SC_XAML_STEP,
  SC_XAML_ACTION,
  SC_XAML_FLOW,
  SC_XAML_CONDITION,
  SC_XAML_BRANCH,
  SC_XAML_COMPOSITE,
  SC_XAML_EXPRESSION,
  SC_XAML_COMPARISON,
  SC_XAML_LOGICAL
} ScXamlClass;

/* Full name, with namespace. */
const char *sc_xaml_class_get_name (ScXamlClass self);
/* From an AssemblyQualifiedName; its namespace and assembly do not matter. */
ScXamlClass sc_xaml_class_from_qualified_name (const char *name);

/* x:Class without the "XrmWorkflow" in front: the id, lower case, no dashes. */
#define SC_XAML_CLASS_PREFIX "XrmWorkflow"
char *sc_xaml_compact_id (const char *id);
/* The way back; NULL when text is not 32 hexadecimal digits. */
char *sc_xaml_expand_id (const char *text);

/* What stands in the file for a step's control_id and process_name that are NULL; number is that
 * of the step's control. Free with g_free(); NULL when there is nothing. */
char *sc_xaml_derive_control_id (const ScStep *step, guint number);
char *sc_xaml_derive_process_name (const ScStep *step);

/* The x:TypeArguments value of the constants of a WorkflowPropertyType; NULL: a null. */
const char *sc_xaml_get_target_type (const char *property_type);

G_END_DECLS
