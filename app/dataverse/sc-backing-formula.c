/* sc-backing-formula.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-backing-private.h"

#include "sc-xaml-writer.h"

/* A formula belongs to a column and has no id. */
#define NO_ID "00000000000000000000000000000000"

#define VERSION "9.0.0.0"
#define INPUT   "[InputEntities(&quot;primaryEntity&quot;)]"
#define RESULT  "[CreatedEntities(&quot;primaryEntity#Temp&quot;)]"

/* The step that sets the column, and its variables: outcome, then the two times and what they are
 * read into. */
#define STEP        "SetAttributeValueStep4"
#define N_VARIABLES 5

static void
write_type_argument (ScXamlWriter *writer, const char *key, const char *type)
{
  sc_xaml_writer_open (writer, "<InArgument x:TypeArguments=\"s:Type\"%s>", key);
  sc_xaml_writer_line (writer, "<mxswa:ReferenceLiteral x:TypeArguments=\"s:Type\" Value=\"%s\" />",
                       type);
  sc_xaml_writer_close (writer, "InArgument");
}

static void
write_expression (ScXamlWriter *writer,
                  const char *operation,
                  const char *parameters,
                  const char *type,
                  const char *result)
{
  sc_xaml_writer_open_activity (writer, NULL, SC_XAML_EXPRESSION, "EvaluateExpression", 0, NULL);
  sc_xaml_writer_open_arguments (writer);
  sc_xaml_writer_line (
      writer,
      "<InArgument x:TypeArguments=\"x:String\" x:Key=\"ExpressionOperator\">%s</InArgument>",
      operation);
  sc_xaml_writer_line (writer,
                       "<InArgument x:TypeArguments=\"s:Object[]\" x:Key=\"Parameters\">"
                       "[New Object() { %t }]</InArgument>",
                       parameters);
  write_type_argument (writer, " x:Key=\"TargetType\"", type);
  sc_xaml_writer_line (
      writer, "<OutArgument x:TypeArguments=\"x:Object\" x:Key=\"Result\">[%s]</OutArgument>",
      result);
  sc_xaml_writer_close_arguments (writer);
  sc_xaml_writer_close (writer, "mxswa:ActivityReference");
}

static void
write_property (ScXamlWriter *writer,
                const ScBacking *self,
                const char *verb,
                const char *column,
                const char *row,
                guint variable)
{
  g_autofree char *tag = g_strconcat ("mxswa:", verb, "EntityProperty", NULL);
  g_autofree char *type_tag = g_strconcat (tag, ".TargetType", NULL);

  sc_xaml_writer_open (
      writer, "<%s Attribute=\"%s\" Entity=\"%s\" EntityName=\"%a\" Value=\"[" STEP "_%u]\">", tag,
      column, row, self->name, variable);
  sc_xaml_writer_open (writer, "<%s>", type_tag);
  write_type_argument (writer, "", "x:Int32");
  sc_xaml_writer_close (writer, type_tag);
  sc_xaml_writer_close (writer, tag);
}

/* Reads a column into a variable, and what is in that into the variable before it. */
static void
write_time (ScXamlWriter *writer, const ScBacking *self, const char *column, guint variable)
{
  g_autofree char *read = g_strdup_printf (STEP "_%u", variable);
  g_autofree char *value = g_strdup_printf (STEP "_%u", variable - 1);

  write_property (writer, self, "Get", column, INPUT, variable);
  write_expression (writer, "SelectFirstNonNull", read, "x:Int32", value);
}

static void
write_calculation (ScXamlWriter *writer, const ScBacking *self)
{
  sc_xaml_writer_open (writer, "<Sequence DisplayName=\"" STEP "\">");
  sc_xaml_writer_open (writer, "<Sequence.Variables>");
  for (guint i = 1; i <= N_VARIABLES; i++)
    sc_xaml_writer_line (writer, "<Variable x:TypeArguments=\"x:Object\" Name=\"" STEP "_%u\" />",
                         i);
  sc_xaml_writer_close (writer, "Sequence.Variables");
  sc_xaml_writer_line (writer,
                       "<Assign x:TypeArguments=\"mxs:Entity\" To=\"" RESULT
                       "\" Value=\"[New Entity(&quot;%a&quot;)]\" />",
                       self->name);
  sc_xaml_writer_line (writer, "<Assign x:TypeArguments=\"s:Guid\" "
                               "To=\"[CreatedEntities(&quot;primaryEntity#Temp&quot;).Id]\" "
                               "Value=\"[InputEntities(&quot;primaryEntity&quot;).Id]\" />");
  write_time (writer, self, "createdon", 3);
  write_time (writer, self, "completedon", 5);
  write_expression (writer, "DiffInMinutes", STEP "_2, " STEP "_4", "x:Int32", STEP "_1");
  write_property (writer, self, "Set", SC_BACKING_DURATION, RESULT, 1);
  sc_xaml_writer_line (writer,
                       "<mcwc:SetAttributeValue DisplayName=\"" STEP "\" Entity=\"" RESULT
                       "\" EntityName=\"%a\" />",
                       self->name);
  sc_xaml_writer_line (writer, "<Assign x:TypeArguments=\"mxs:Entity\" To=\"" INPUT
                               "\" Value=\"" RESULT "\" />");
  sc_xaml_writer_close (writer, "Sequence");
}

/* The branch that is always taken. */
static void
write_branch (ScXamlWriter *writer, const ScBacking *self)
{
  sc_xaml_writer_open_activity (writer, NULL, SC_XAML_BRANCH, "ConditionBranchStep", 2, NULL);
  sc_xaml_writer_open_arguments (writer);
  sc_xaml_writer_line (
      writer, "<InArgument x:TypeArguments=\"x:Boolean\" x:Key=\"Condition\">[True]</InArgument>");
  sc_xaml_writer_close_arguments (writer);
  sc_xaml_writer_open_properties (writer);
  sc_xaml_writer_open_composite (writer, "Then", SC_XAML_COMPOSITE, "ConditionBranchStep", 2, NULL);
  sc_xaml_writer_open_activities (writer);
  write_calculation (writer, self);
  sc_xaml_writer_close_activities (writer);
  sc_xaml_writer_close_composite (writer);
  sc_xaml_writer_null (writer, "Else");
  sc_xaml_writer_close_composite (writer);
}

/* The minutes between createdon and completedon. A formula is a condition with one branch that
 * holds, whose variable is called "True"; the text is the same in every package but for the name
 * of the table. */
GBytes *
sc_backing_write_formula (const ScBacking *self)
{
  ScXamlWriter writer = { .text = g_string_sized_new (12 * 1024), .version = VERSION };

  sc_xaml_writer_open_root (&writer, NO_ID, SC_XAML_NEEDS_CLIENT | SC_XAML_NEEDS_SYSTEM);
  sc_xaml_writer_open_activity (&writer, NULL, SC_XAML_CONDITION, "ConditionStep", 1, NULL);
  sc_xaml_writer_open_arguments (&writer);
  sc_xaml_writer_line (
      &writer, "<InArgument x:TypeArguments=\"x:Boolean\" x:Key=\"Wait\">False</InArgument>");
  sc_xaml_writer_close_arguments (&writer);
  sc_xaml_writer_open_properties (&writer);
  sc_xaml_writer_open (&writer,
                       "<sco:Collection x:TypeArguments=\"Variable\" x:Key=\"Variables\">");
  sc_xaml_writer_line (
      &writer, "<Variable x:TypeArguments=\"x:Boolean\" Default=\"False\" Name=\"True\" />");
  sc_xaml_writer_line (&writer,
                       "<Variable x:TypeArguments=\"x:Object\" Name=\"ConditionBranchStep2_1\" />");
  sc_xaml_writer_close (&writer, "sco:Collection");
  sc_xaml_writer_open_activities (&writer);
  write_expression (&writer, "CreateCrmType",
                    "Microsoft.Xrm.Sdk.Workflow.WorkflowPropertyType.Boolean, \"true\"",
                    "x:Boolean", "ConditionBranchStep2_1");
  write_branch (&writer, self);
  sc_xaml_writer_close_activities (&writer);
  sc_xaml_writer_close_composite (&writer);
  sc_xaml_writer_close_root (&writer);
  return g_string_free_to_bytes (writer.text);
}
