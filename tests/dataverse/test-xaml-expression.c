/* test-xaml-expression.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The Visual Basic in the arguments of conditions. */

#include "sc-xaml-expression.h"

#include <string.h>

#define TYPE         "Microsoft.Xrm.Sdk.Workflow.WorkflowPropertyType."
#define OF(text)     "[New Object() { " text " }]"
#define VALUE(text)  OF (TYPE text)
#define REFERENCE(a) VALUE ("EntityReference" a)

static void
test_constants (void)
{
  /* type NULL: not a constant */
  static const struct
  {
    const char *text, *type, *value, *format, *raw, *variable, *display;
  } rows[] = {
    { VALUE ("Boolean, \"1\""), "Boolean", "1" },
    { VALUE ("String, \"\""), "String", "" },
    { VALUE (", \"1\""), "", "1" },
    { VALUE ("String, \"a \"\"b\"\"\""), "String", "a \"b\"" },
    { VALUE ("DateTime, \"1\", \"DateTime\""), "DateTime", "1", "DateTime" },
    { REFERENCE (", \"t\", \"d\", id_1, \"Lookup\""), "EntityReference", NULL, "Lookup", NULL,
      "id_1", "d" },
    /* Kept as it is. */
    { VALUE ("String, 1"), "String", NULL, NULL, "1" },
    { VALUE ("String, \"open"), "String", NULL, NULL, "\"open" },
    { VALUE ("String, \"a\", \"b\", \"c\""), "String", NULL, NULL, "\"a\", \"b\", \"c\"" },
    { VALUE ("String, \"a\"b"), "String", NULL, NULL, "\"a\"b" },
    { REFERENCE (", \"t\", \"d\", id_1"), "EntityReference", NULL, NULL, "\"t\", \"d\", id_1" },
    { REFERENCE (", \"t\", \"d\", (1), \"f\""), "EntityReference", NULL, NULL,
      "\"t\", \"d\", (1), \"f\"" },
    { REFERENCE (", \"t\", \"d\", id_1, \"f\", 1"), "EntityReference", NULL, NULL,
      "\"t\", \"d\", id_1, \"f\", 1" },
    { VALUE ("String, "), "String", NULL, NULL, "" },
    /* What names a variable is no text to keep. */
    { VALUE ("String, ConditionBranchStep1_2") },
    { VALUE ("String") },
    { VALUE ("String \"1\"") },
    { VALUE (", 1") },
    { OF ("\"1\"") },
    { OF ("") },
    { "[New Object() { }]" },
    { "[New Object() { " TYPE "String, \"1\"" },
    { "[1 + 1]" },
    { "" },
    { NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *variable = NULL;
      g_autoptr (ScOperand) operand = sc_xaml_parse_constant (rows[i].text, &variable);
      g_autofree char *again = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (operand != NULL ? operand->type : NULL, ==, rows[i].type);
      g_assert_cmpstr (variable, ==, rows[i].variable);
      if (operand == NULL)
        continue;
      g_assert_cmpstr (operand->value, ==, rows[i].value);
      g_assert_cmpstr (operand->format, ==, rows[i].format);
      g_assert_cmpstr (operand->raw, ==, rows[i].raw);
      g_assert_cmpstr (operand->display, ==, rows[i].display);
      again = sc_xaml_format_constant (operand, variable);
      g_assert_cmpstr (again, ==, rows[i].text);
    }
}

/* A constant that nobody has filled in yet can be written and read. */
static void
test_empty (void)
{
  g_autoptr (ScOperand) operand = sc_operand_new ();
  g_autofree char *text = NULL;

  sc_set_string (operand, type, "String");
  text = sc_xaml_format_constant (operand, NULL);
  g_assert_cmpstr (text, ==, VALUE ("String, \"\""));
}

static void
test_variables (void)
{
  static const struct
  {
    const char *text, *name;
  } rows[] = { { "[ConditionBranchStep1_2]", "ConditionBranchStep1_2" },
               { "[a]", "a" },
               { "[]", NULL },
               { "[a", NULL },
               { "[a]]", NULL },
               { "[a b]", NULL },
               { "a", NULL },
               { "", NULL },
               { NULL, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = sc_xaml_parse_variable (rows[i].text);

      g_assert_cmpstr (name, ==, rows[i].name);
    }
}

static void
test_values (void)
{
  static const struct
  {
    const char *text, *names;
  } rows[] = { { OF ("a"), "a" }, { OF ("a, b_2, c"), "a|b_2|c" },
               { OF (""), "" },   { "[New Object() { }]", NULL },
               { "[a]", NULL },   { NULL, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) names = sc_xaml_parse_values (rows[i].text);
      g_autofree char *joined = names != NULL ? g_strjoinv ("|", names) : NULL;

      g_assert_cmpstr (joined, ==, rows[i].names);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xaml-expression/constants", test_constants);
  g_test_add_func ("/xaml-expression/empty", test_empty);
  g_test_add_func ("/xaml-expression/variables", test_variables);
  g_test_add_func ("/xaml-expression/values", test_values);
  return g_test_run ();
}
