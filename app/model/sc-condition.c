/* sc-condition.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-condition.h"

static const ScField operand_fields[] = {
  SC_FIELD (ScOperand, SC_FIELD_STRING, type),
  SC_FIELD (ScOperand, SC_FIELD_STRING, value),
  SC_FIELD (ScOperand, SC_FIELD_STRING, format),
  SC_FIELD (ScOperand, SC_FIELD_STRING, table),
  SC_FIELD (ScOperand, SC_FIELD_STRING, display),
  SC_FIELD (ScOperand, SC_FIELD_STRING, raw),
  SC_FIELD_END,
};
const ScValueClass sc_operand_class = { "ScOperand", sizeof (ScOperand), operand_fields };

static const ScField clause_fields[] = {
  SC_FIELD (ScClause, SC_FIELD_INT, join),       SC_FIELD (ScClause, SC_FIELD_STRING, table),
  SC_FIELD (ScClause, SC_FIELD_STRING, column),  SC_FIELD (ScClause, SC_FIELD_STRING, operator),
  SC_FIELD (ScClause, SC_FIELD_VALUE, operands), SC_FIELD_END,
};
const ScValueClass sc_clause_class = { "ScClause", sizeof (ScClause), clause_fields };

static const ScField branch_fields[] = {
  SC_FIELD (ScBranch, SC_FIELD_STRING, name),
  SC_FIELD (ScBranch, SC_FIELD_INT, otherwise),
  SC_FIELD (ScBranch, SC_FIELD_VALUE, clauses),
  SC_FIELD (ScBranch, SC_FIELD_STRING, target),
  SC_FIELD_END,
};
const ScValueClass sc_branch_class = { "ScBranch", sizeof (ScBranch), branch_fields };

static const ScField condition_fields[] = {
  SC_FIELD (ScCondition, SC_FIELD_VALUE, branches),
  SC_FIELD_END,
};
const ScValueClass sc_condition_class = { "ScCondition", sizeof (ScCondition), condition_fields };

gboolean
sc_condition_has_otherwise (const ScCondition *self)
{
  sc_list_foreach (self->branches, const ScBranch *, branch)
    {
      if (branch->otherwise)
        return TRUE;
    }
  return FALSE;
}
