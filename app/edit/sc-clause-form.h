/* sc-clause-form.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* What a clause looks like that asks for a column of some type: the operators that make sense, and
 * how Dataverse writes the constants that it compares with. */

typedef enum
{
  SC_VALUE_NONE, /* only whether there is anything */
  SC_VALUE_CHOICE,
  SC_VALUE_YES_NO,
  SC_VALUE_INTEGER,
  SC_VALUE_DECIMAL,
  SC_VALUE_DATE,
  SC_VALUE_DATE_TIME,
  SC_VALUE_TEXT,
  SC_VALUE_ROW
} ScValueKind;

typedef struct
{
  ScValueKind kind;
  const char *type;             /* of ScOperand; NULL for SC_VALUE_NONE */
  const char *format;           /* of ScOperand; nullable */
  const char *const *operators; /* the first one is the usual one; ends with NULL */
  double minimum, maximum;      /* of the two kinds of numbers; documented limits of the type */
} ScClauseForm;

/* Never NULL. */
const ScClauseForm *sc_clause_form_get (ScColumnType type);
gboolean sc_clause_form_has_operator (const ScClauseForm *self, const char *operator);
/* Whether operand is a constant of that form: one that can be edited as such. */
gboolean sc_clause_form_fits (const ScClauseForm *self, const ScOperand *operand);
/* A constant of that form. */
ScOperand *sc_clause_form_make_operand (const ScClauseForm *self, const char *value);

/* FALSE for the two that ask only whether there is anything. */
gboolean sc_operator_takes_value (const char *operator);

/* The type of a column of the stage's table: from the table or, where that is not known, from the
 * control of the step that shows it. */
ScColumnType sc_clause_find_type (const ScSolution *solution,
                                  const ScStage *stage,
                                  const char *table,
                                  const char *column);
/* Whether branches can ask for columns of that type: not for several choices (makers report that
 * the designer does not offer them), files and images. */
gboolean sc_clause_may_ask (ScColumnType type);

/* A clause that is true for some rows, whatever the column: Yes, the first choice, or any value. */
ScClause *sc_clause_make (const ScSolution *solution, const ScStage *stage, const char *column);
/* What a clause on that column compares with unless something else is said; NULL where nothing
 * suggests itself. */
ScOperand *
sc_clause_make_operand (const ScSolution *solution, const ScStage *stage, const char *column);

G_END_DECLS
