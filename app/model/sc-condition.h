/* sc-condition.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-list.h"

G_BEGIN_DECLS

/* The type of an operand that is not a constant but another column of the row. */
#define SC_OPERAND_COLUMN "Column"

/* A constant in a clause. type is the name of a WorkflowPropertyType (OptionSetValue, Boolean,
 * Guid, EntityReference, Money, String, …), or SC_OPERAND_COLUMN: then table and value name the
 * column. */
typedef struct
{
  ScValue base;
  const char *type;
  const char *value;   /* for an EntityReference the row's id */
  const char *format;  /* "Picklist", "Status", "UniqueIdentifier", "Lookup", "String"; nullable */
  const char *table;   /* EntityReference, column: logical name of the table */
  const char *display; /* EntityReference: the row's name when the condition was made */
  const char *raw;     /* arguments of a type that this program does not know; else NULL */
} ScOperand;

SC_DECLARE_VALUE (ScOperand, sc_operand)

typedef enum
{
  SC_JOIN_AND,
  SC_JOIN_OR
} ScJoin;

/* One comparison. operator is the name in Microsoft.Xrm.Sdk.Query.ConditionOperator: Equal,
 * NotEqual, Null, NotNull, GreaterThan, … Equal with several operands means "is one of". */
typedef struct
{
  ScValue base;
  ScJoin join; /* how it is joined to the clauses before it; of no meaning in the first */
  const char *table;
  const char *column;
  const char *operator;
  const ScList *operands; /* of ScOperand */
} ScClause;

SC_DECLARE_VALUE (ScClause, sc_clause)

/* One way out of a branching stage. */
typedef struct
{
  ScValue base;
  const char *name;      /* nullable; an "otherwise" branch has none */
  gboolean otherwise;    /* taken when no other branch is; always the last */
  const ScList *clauses; /* of ScClause; joined from the left */
  const char *target;    /* stage id; NULL: the flow ends */
} ScBranch;

SC_DECLARE_VALUE (ScBranch, sc_branch)

/* What decides where a stage goes. Its branches are tried in order. */
typedef struct
{
  ScValue base;
  const ScList *branches; /* of ScBranch */
} ScCondition;

SC_DECLARE_VALUE (ScCondition, sc_condition)

gboolean sc_condition_has_otherwise (const ScCondition *self);

G_END_DECLS
