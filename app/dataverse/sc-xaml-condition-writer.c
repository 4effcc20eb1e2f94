/* sc-xaml-condition-writer.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xaml-writer.h"

#include "sc-xaml-expression.h"

/* A branch is gone through twice in the same order: once to declare its variables, once to write
 * what fills them. */
typedef struct
{
  ScXamlWriter *writer;
  guint number; /* of the branch; part of the names of its variables */
  gboolean declaring;
  guint variables; /* how many there are so far */
} ScXamlBranch;

typedef struct
{
  char text[56];
} Name;

#define BRANCH_TITLE "ConditionBranchStep"
#define RESULT       0 /* the variable that says whether the branch is taken */

static Name
get_name (const ScXamlBranch *self, guint variable)
{
  Name name;

  if (variable == RESULT)
    g_snprintf (name.text, sizeof name.text, BRANCH_TITLE "%u_condition", self->number);
  else
    g_snprintf (name.text, sizeof name.text, BRANCH_TITLE "%u_%u", self->number, variable);
  return name;
}

static void
declare_boolean (const ScXamlBranch *self, guint variable)
{
  if (self->declaring)
    sc_xaml_writer_line (self->writer,
                         "<Variable x:TypeArguments=\"x:Boolean\" Default=\"False\" Name=\"%s\" />",
                         get_name (self, variable).text);
}

static guint
add_boolean (ScXamlBranch *self)
{
  declare_boolean (self, ++self->variables);
  return self->variables;
}

static guint
add_object (ScXamlBranch *self)
{
  self->variables++;
  if (self->declaring)
    sc_xaml_writer_line (self->writer, "<Variable x:TypeArguments=\"x:Object\" Name=\"%s\" />",
                         get_name (self, self->variables).text);
  return self->variables;
}

static void
write_argument (ScXamlBranch *self, const char *type, const char *key, const char *value)
{
  g_autofree char *attributes = g_strdup_printf ("x:TypeArguments=\"%s\" x:Key=\"%s\"", type, key);

  sc_xaml_writer_text (self->writer, "InArgument", attributes, value);
}

static void
write_variable (ScXamlBranch *self, const char *type, const char *key, guint variable)
{
  sc_xaml_writer_line (self->writer,
                       "<InArgument x:TypeArguments=\"%s\" x:Key=\"%s\">[%s]</InArgument>", type,
                       key, get_name (self, variable).text);
}

static void
write_result (ScXamlBranch *self, const char *type, guint variable)
{
  sc_xaml_writer_line (self->writer,
                       "<OutArgument x:TypeArguments=\"%s\" x:Key=\"Result\">[%s]</OutArgument>",
                       type, get_name (self, variable).text);
}

static void
write_type (ScXamlWriter *writer, const char *type)
{
  if (type != NULL)
    {
      sc_xaml_writer_line (
          writer, "<mxswa:ReferenceLiteral x:TypeArguments=\"s:Type\" Value=\"%s\" />", type);
      return;
    }
  sc_xaml_writer_open (writer, "<mxswa:ReferenceLiteral x:TypeArguments=\"s:Type\">");
  sc_xaml_writer_line (writer, "<x:Null />");
  sc_xaml_writer_close (writer, "mxswa:ReferenceLiteral");
}

static void
write_column (ScXamlBranch *self, const char *table, const char *column, guint variable)
{
  ScXamlWriter *writer = self->writer;

  if (self->declaring)
    return;
  sc_xaml_writer_open (writer,
                       "<mxswa:GetEntityProperty Attribute=\"%a\" "
                       "Entity=\"[InputEntities(&quot;primaryEntity&quot;)]\" "
                       "EntityName=\"%a\" Value=\"[%s]\">",
                       column, table, get_name (self, variable).text);
  sc_xaml_writer_open (writer, "<mxswa:GetEntityProperty.TargetType>");
  sc_xaml_writer_open (writer, "<InArgument x:TypeArguments=\"s:Type\">");
  write_type (writer, NULL);
  sc_xaml_writer_close (writer, "InArgument");
  sc_xaml_writer_close (writer, "mxswa:GetEntityProperty.TargetType");
  sc_xaml_writer_close (writer, "mxswa:GetEntityProperty");
}

static void
open_evaluation (ScXamlBranch *self, ScXamlClass klass, const char *title)
{
  sc_xaml_writer_open_activity (self->writer, NULL, klass, title, 0, NULL);
  sc_xaml_writer_open_arguments (self->writer);
}

static void
close_evaluation (ScXamlBranch *self)
{
  sc_xaml_writer_close_arguments (self->writer);
  sc_xaml_writer_close (self->writer, "mxswa:ActivityReference");
}

static void
write_constant (ScXamlBranch *self,
                const ScOperand *operand,
                const char *id_variable,
                guint variable)
{
  if (self->declaring)
    return;

  g_autofree char *parameters = sc_xaml_format_constant (operand, id_variable);

  open_evaluation (self, SC_XAML_EXPRESSION, "EvaluateExpression");
  write_argument (self, "x:String", "ExpressionOperator", "CreateCrmType");
  write_argument (self, "s:Object[]", "Parameters", parameters);
  sc_xaml_writer_open (self->writer,
                       "<InArgument x:TypeArguments=\"s:Type\" x:Key=\"TargetType\">");
  write_type (self->writer, sc_xaml_get_target_type (operand->type));
  sc_xaml_writer_close (self->writer, "InArgument");
  write_result (self, "x:Object", variable);
  close_evaluation (self);
}

/* A row is known by its id, which is a constant of its own that comes first. */
static void
write_row (ScXamlBranch *self, const ScOperand *operand, guint variable)
{
  guint id_variable = add_object (self);
  g_autoptr (ScOperand) id = sc_operand_new ();

  sc_set_string (id, type, "Guid");
  sc_set_string (id, value, operand->value);
  sc_set_string (id, format, "UniqueIdentifier");
  write_constant (self, id, NULL, id_variable);
  write_constant (self, operand, get_name (self, id_variable).text, variable);
}

/* Returns the variable that holds the operand. */
static guint
write_operand (ScXamlBranch *self, const ScOperand *operand)
{
  guint variable = add_object (self);

  if (g_str_equal (operand->type, SC_OPERAND_COLUMN))
    write_column (self, operand->table, operand->value, variable);
  else if (g_str_equal (operand->type, "EntityReference") && operand->raw == NULL)
    write_row (self, operand, variable);
  else
    write_constant (self, operand, NULL, variable);
  return variable;
}

/* values: the names of the variables, with commas; "" when the operator takes none. */
static void
write_comparison (
    ScXamlBranch *self, const char *operator, const char * values, guint operand, guint result)
{
  if (self->declaring)
    return;
  open_evaluation (self, SC_XAML_COMPARISON, "EvaluateCondition");
  write_argument (self, "mxsq:ConditionOperator", "ConditionOperator", operator);
  if (values[0] == '\0')
    sc_xaml_writer_null (self->writer, "Parameters");
  else
    sc_xaml_writer_line (self->writer,
                         "<InArgument x:TypeArguments=\"s:Object[]\" x:Key=\"Parameters\">"
                         "[New Object() { %s }]</InArgument>",
                         values);
  write_variable (self, "x:Object", "Operand", operand);
  write_result (self, "x:Boolean", result);
  close_evaluation (self);
}

static void
write_clause (ScXamlBranch *self, const ScClause *clause, guint result)
{
  guint operand = add_object (self);
  g_autoptr (GString) values = g_string_new (NULL);

  write_column (self, clause->table, clause->column, operand);
  sc_list_foreach (clause->operands, const ScOperand *, value)
    {
      if (value_i > 0)
        g_string_append (values, ", ");
      g_string_append (values, get_name (self, write_operand (self, value)).text);
    }
  write_comparison (self, clause->operator, values->str, operand, result);
}

static void
write_join (ScXamlBranch *self, ScJoin join, guint left, guint right, guint result)
{
  if (self->declaring)
    return;
  open_evaluation (self, SC_XAML_LOGICAL, "EvaluateLogicalCondition");
  write_argument (self, "mxsq:LogicalOperator", "LogicalOperator",
                  join == SC_JOIN_OR ? "Or" : "And");
  write_variable (self, "x:Boolean", "LeftOperand", left);
  write_variable (self, "x:Boolean", "RightOperand", right);
  write_result (self, "x:Boolean", result);
  close_evaluation (self);
}

/* ((first . second) . third): the partial results come first, that of the whole left side as
 * variable 1, that of the first clause alone last. */
static void
write_clauses (ScXamlBranch *self, const ScList *clauses)
{
  guint n = sc_list_length (clauses);

  declare_boolean (self, RESULT);
  for (guint i = 1; i < n; i++)
    add_boolean (self);
  sc_list_foreach (clauses, const ScClause *, clause)
    {
      guint left = n - clause_i;

      if (clause_i == 0)
        {
          write_clause (self, clause, n - 1);
          continue;
        }

      guint right = add_boolean (self);

      write_clause (self, clause, right);
      write_join (self, clause->join, left, right, left - 1);
    }
}

static void
write_then (ScXamlBranch *self, const char *stage, const char *target)
{
  ScXamlWriter *writer = self->writer;

  sc_xaml_writer_open_composite (writer, "Then", SC_XAML_COMPOSITE, BRANCH_TITLE, self->number,
                                 NULL);
  if (target != NULL)
    {
      sc_xaml_writer_open_activities (writer);
      sc_xaml_writer_open (writer, "<Sequence DisplayName=\"SetNextStageStep%u\">",
                           self->number + 1);
      sc_xaml_writer_line (writer, "<mcwc:SetNextStage ParentStageId=\"%a\" StageId=\"%a\" />",
                           stage, target);
      sc_xaml_writer_close (writer, "Sequence");
      sc_xaml_writer_close_activities (writer);
    }
  else
    sc_xaml_writer_no_activities (writer);
  sc_xaml_writer_close_composite (writer);
}

static void
write_branch (ScXamlBranch *self, const ScBranch *branch, const char *stage)
{
  ScXamlWriter *writer = self->writer;

  sc_xaml_writer_open_activity (writer, NULL, SC_XAML_BRANCH, BRANCH_TITLE, self->number, NULL);
  sc_xaml_writer_open_arguments (writer);
  if (branch->otherwise)
    write_argument (self, "x:Boolean", "Condition", "True");
  else
    write_variable (self, "x:Boolean", "Condition", RESULT);
  sc_xaml_writer_close_arguments (writer);
  sc_xaml_writer_open_properties (writer);
  write_then (self, stage, branch->target);
  sc_xaml_writer_null (writer, "Else");
  sc_xaml_writer_property (writer, "x:String", "Description",
                           branch->name != NULL ? branch->name : "");
  sc_xaml_writer_close_composite (writer);
}

/* The number of the branch behind this one. */
static guint
get_next_number (guint number, const ScBranch *branch)
{
  return number + (branch->target != NULL ? 2 : 1);
}

static gboolean
has_variables (const ScList *branches)
{
  sc_list_foreach (branches, const ScBranch *, branch)
    {
      if (!branch->otherwise)
        return TRUE;
    }
  return FALSE;
}

static void
write_variables (ScXamlWriter *self, const ScList *branches, guint number)
{
  if (!has_variables (branches))
    {
      sc_xaml_writer_no_variables (self);
      return;
    }

  sc_xaml_writer_open (self, "<sco:Collection x:TypeArguments=\"Variable\" x:Key=\"Variables\">");
  sc_list_foreach (branches, const ScBranch *, branch)
    {
      ScXamlBranch declaration = { .writer = self, .number = number, .declaring = TRUE };

      if (!branch->otherwise)
        write_clauses (&declaration, branch->clauses);
      number = get_next_number (number, branch);
    }
  sc_xaml_writer_close (self, "sco:Collection");
}

static guint
write_branches (ScXamlWriter *self, const ScList *branches, guint number, const char *stage)
{
  if (branches == NULL)
    {
      sc_xaml_writer_no_activities (self);
      return number;
    }

  sc_xaml_writer_open_activities (self);
  sc_list_foreach (branches, const ScBranch *, branch)
    {
      ScXamlBranch body = { .writer = self, .number = number };

      if (!branch->otherwise)
        write_clauses (&body, branch->clauses);
      write_branch (&body, branch, stage);
      number = get_next_number (number, branch);
    }
  sc_xaml_writer_close_activities (self);
  return number;
}

void
sc_xaml_write_condition (ScXamlWriter *self, const ScCondition *condition, const char *stage)
{
  guint first = ++self->condition + 1;

  sc_xaml_writer_open_activity (self, NULL, SC_XAML_CONDITION, "ConditionStep", self->condition,
                                NULL);
  sc_xaml_writer_open_arguments (self);
  sc_xaml_writer_line (
      self, "<InArgument x:TypeArguments=\"x:Boolean\" x:Key=\"Wait\">False</InArgument>");
  sc_xaml_writer_close_arguments (self);
  sc_xaml_writer_open_properties (self);
  write_variables (self, condition->branches, first);
  self->condition = write_branches (self, condition->branches, first, stage) - 1;
  sc_xaml_writer_boolean (self, "ContainsElseBranch", sc_condition_has_otherwise (condition));
  sc_xaml_writer_close_composite (self);
}
