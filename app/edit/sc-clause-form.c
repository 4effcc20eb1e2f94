/* sc-clause-form.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-clause-form.h"

#include "sc-name.h"

static const char *const ask_existence[] = { "NotNull", "Null", NULL };
static const char *const ask_equality[] = { "Equal", "NotEqual", "NotNull", "Null", NULL };
static const char *const ask_order[]
    = { "Equal",   "NotEqual", "GreaterThan", "GreaterEqual", "LessThan", "LessEqual",
        "NotNull", "Null",     NULL };
static const char *const ask_text[] = {
  "Equal",    "NotEqual",       "Contains", "DoesNotContain", "BeginsWith", "DoesNotBeginWith",
  "EndsWith", "DoesNotEndWith", "NotNull",  "Null",           NULL
};

/* The types are those of the enumeration WorkflowPropertyType; the second argument of a constant
 * is what real flows have. Limits: Microsoft Learn, "Types of columns". */
static const ScClauseForm form_none = { SC_VALUE_NONE, NULL, NULL, ask_existence, 0, 0 };
static const ScClauseForm form_choice
    = { SC_VALUE_CHOICE, "OptionSetValue", "Picklist", ask_equality, 0, 0 };
static const ScClauseForm form_state
    = { SC_VALUE_CHOICE, "OptionSetValue", "State", ask_equality, 0, 0 };
static const ScClauseForm form_status
    = { SC_VALUE_CHOICE, "OptionSetValue", "Status", ask_equality, 0, 0 };
static const ScClauseForm form_yes_no = { SC_VALUE_YES_NO, "Boolean", NULL, ask_equality, 0, 0 };
static const ScClauseForm form_integer
    = { SC_VALUE_INTEGER, "Integer", NULL, ask_order, G_MININT32, G_MAXINT32 };
static const ScClauseForm form_decimal
    = { SC_VALUE_DECIMAL, "Decimal", NULL, ask_order, -100e9, 100e9 };
static const ScClauseForm form_float
    = { SC_VALUE_DECIMAL, "Float", NULL, ask_order, -100e9, 100e9 };
static const ScClauseForm form_money
    = { SC_VALUE_DECIMAL, "Money", NULL, ask_order, -922337203685477.0, 922337203685477.0 };
static const ScClauseForm form_date = { SC_VALUE_DATE, "DateTime", NULL, ask_order, 0, 0 };
static const ScClauseForm form_date_time
    = { SC_VALUE_DATE_TIME, "DateTime", NULL, ask_order, 0, 0 };
static const ScClauseForm form_text = { SC_VALUE_TEXT, "String", "String", ask_text, 0, 0 };
static const ScClauseForm form_row
    = { SC_VALUE_ROW, "EntityReference", "Lookup", ask_equality, 0, 0 };

const ScClauseForm *
sc_clause_form_get (ScColumnType type)
{
  static const ScClauseForm *const forms[SC_N_COLUMN_TYPES] = {
    [SC_COLUMN_TEXT] = &form_text,        [SC_COLUMN_TEXT_AREA] = &form_text,
    [SC_COLUMN_EMAIL] = &form_text,       [SC_COLUMN_URL] = &form_text,
    [SC_COLUMN_PHONE] = &form_text,       [SC_COLUMN_CHOICE] = &form_choice,
    [SC_COLUMN_STATE] = &form_state,      [SC_COLUMN_STATUS] = &form_status,
    [SC_COLUMN_YES_NO] = &form_yes_no,    [SC_COLUMN_DATE] = &form_date,
    [SC_COLUMN_LOOKUP] = &form_row,       [SC_COLUMN_DATE_TIME] = &form_date_time,
    [SC_COLUMN_CUSTOMER] = &form_row,     [SC_COLUMN_OWNER] = &form_row,
    [SC_COLUMN_CURRENCY] = &form_money,   [SC_COLUMN_INTEGER] = &form_integer,
    [SC_COLUMN_DECIMAL] = &form_decimal,  [SC_COLUMN_FLOAT] = &form_float,
    [SC_COLUMN_DURATION] = &form_integer,
  };

  if (type < 0 || type >= SC_N_COLUMN_TYPES || forms[type] == NULL)
    return &form_none;
  return forms[type];
}

gboolean
sc_clause_form_has_operator (const ScClauseForm *self, const char *operator)
{
  return operator!= NULL && g_strv_contains (self->operators, operator);
}

gboolean
sc_clause_form_fits (const ScClauseForm *self, const ScOperand *operand)
{
  return operand->raw == NULL && g_strcmp0 (operand->type, self->type) == 0;
}

ScOperand *
sc_clause_form_make_operand (const ScClauseForm *self, const char *value)
{
  ScOperand *operand = sc_operand_new ();

  sc_set_string (operand, type, self->type);
  sc_set_string (operand, format, self->format);
  sc_set_string (operand, value, value);
  return operand;
}

gboolean
sc_operator_takes_value (const char *operator)
{
  return g_strcmp0 (operator, "Null") != 0 && g_strcmp0 (operator, "NotNull") != 0;
}

ScColumnType
sc_clause_find_type (const ScSolution *solution,
                     const ScStage *stage,
                     const char *table,
                     const char *column)
{
  const char *own = table != NULL ? table : stage->table;
  const ScColumn *known
      = own != NULL && column != NULL ? sc_solution_find_column (solution, own, column) : NULL;

  if (known != NULL && known->type != SC_COLUMN_UNKNOWN)
    return known->type;
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (sc_name_equal (step->column, column) && step->class_id != NULL)
        return sc_column_type_from_class_id (step->class_id);
    }
  return SC_COLUMN_UNKNOWN;
}

gboolean
sc_clause_may_ask (ScColumnType type)
{
  return type != SC_COLUMN_CHOICES && type != SC_COLUMN_FILE && type != SC_COLUMN_IMAGE;
}

ScOperand *
sc_clause_make_operand (const ScSolution *solution, const ScStage *stage, const char *column)
{
  const ScClauseForm *form
      = sc_clause_form_get (sc_clause_find_type (solution, stage, NULL, column));
  const ScColumn *known = stage->table != NULL && column != NULL
                              ? sc_solution_find_column (solution, stage->table, column)
                              : NULL;
  const ScOption *option = known != NULL ? sc_list_get (known->options, 0) : NULL;
  g_autofree char *value = NULL;

  if (form->kind == SC_VALUE_YES_NO)
    return sc_clause_form_make_operand (form, "1");
  if (form->kind != SC_VALUE_CHOICE || option == NULL)
    return NULL;
  value = g_strdup_printf ("%d", option->value);
  return sc_clause_form_make_operand (form, value);
}

ScClause *
sc_clause_make (const ScSolution *solution, const ScStage *stage, const char *column)
{
  g_autoptr (ScOperand) operand = sc_clause_make_operand (solution, stage, column);
  ScClause *clause = sc_clause_new ();

  sc_set_string (clause, table, stage->table);
  sc_set_string (clause, column, column);
  sc_set_string (clause, operator, operand != NULL ? "Equal" : "NotNull");
  if (operand != NULL)
    sc_take_value (clause, operands, sc_list_append (NULL, operand));
  return clause;
}
