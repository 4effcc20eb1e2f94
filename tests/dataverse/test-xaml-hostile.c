/* test-xaml-hostile.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sample-flows.h"
#include "sc-xaml.h"

#define HEAD                                                                           \
  "<Activity x:Class=\"XrmWorkflowffffffff000040008000000000000001\" xmlns=\"urn:a\" " \
  "xmlns:x=\"urn:x\" xmlns:m=\"urn:m\">\n"
#define WORKFLOW HEAD "<m:Workflow>\n"
#define END      "</m:Workflow></Activity>"
#define CLASS(name) \
  "AssemblyQualifiedName=\"Microsoft.Crm.Workflow.Activities." name ", Version=9\""
#define OPEN(name)    "<m:ActivityReference " CLASS (name) " DisplayName=\"T1: t\">" PROPERTIES
#define PROPERTIES    "<m:ActivityReference.Properties>"
#define CLOSE         "</m:ActivityReference.Properties></m:ActivityReference>"
#define LIST          "<m:Collection x:Key=\"Activities\">"
#define END_LIST      "</m:Collection>"
#define ENTITY        WORKFLOW OPEN ("EntityComposite") LIST
#define END_ENTITY    END_LIST CLOSE END
#define STAGE         ENTITY OPEN ("StageComposite") "<x:String x:Key=\"StageId\">s</x:String>" LIST
#define END_STAGE     END_LIST CLOSE END_ENTITY
#define STEP          STAGE OPEN ("StepComposite") "<x:String x:Key=\"ProcessStepId\">p</x:String>" LIST
#define END_STEP      END_LIST CLOSE END_STAGE
#define COLUMN        "<m:GetEntityProperty Attribute=\"a\" EntityName=\"e\" Value=\"[v]\" />"
#define CONDITION     STAGE OPEN ("ConditionSequence") LIST
#define END_CONDITION END_LIST CLOSE END_STAGE
#define ARGUMENTS     "<m:ActivityReference.Arguments>"
#define BRANCH(condition)                                                                       \
  "<m:ActivityReference " CLASS (                                                               \
      "ConditionBranch") ">" ARGUMENTS "<x:A x:Key=\"Condition\">" condition                    \
                         "</x:A></m:ActivityReference.Arguments>" PROPERTIES OPEN_THEN END_LIST \
                             CLOSE CLOSE
#define OPEN_THEN "<m:ActivityReference x:Key=\"Then\" " CLASS ("Composite") ">" PROPERTIES LIST
#define EVALUATE(name, arguments)                              \
  "<m:ActivityReference " CLASS (name) ">" ARGUMENTS arguments \
                                       "</m:ActivityReference.Arguments></m:ActivityReference>"
#define ARGUMENT(key, value) "<x:A x:Key=\"" key "\">" value "</x:A>"
#define COMPARE(operand, parameters)                                                           \
  EVALUATE ("EvaluateCondition", ARGUMENT ("ConditionOperator", "Equal") parameters ARGUMENT ( \
                                     "Operand", operand) ARGUMENT ("Result", "[r]"))
#define STEP_ID "<x:String x:Key=\"ProcessStepId\">p</x:String>"
#define TRIGGER_IDS \
  "<x:String x:Key=\"ActionId\">a</x:String><x:String x:Key=\"ProcessId\">w</x:String>"
#define TYPE         "Microsoft.Xrm.Sdk.Workflow.WorkflowPropertyType."
#define VALUES(list) ARGUMENT ("Parameters", "[New Object() { " list " }]")
#define RESULT(variable, text) \
  EVALUATE ("EvaluateExpression", VALUES (text) ARGUMENT ("Result", "[" variable "]"))
#define CONSTANT(text) RESULT ("c", text)
#define ROW(variable)  RESULT (variable, TYPE "EntityReference, \"t\", \"d\", c, \"f\"")
#define CLAUSE         COLUMN COMPARE ("[v]", "")
#define JOIN(operator, left, right, result)                                       \
  EVALUATE ("EvaluateLogicalCondition",                                           \
            ARGUMENT ("LogicalOperator", operator) ARGUMENT ("LeftOperand", left) \
                ARGUMENT ("RightOperand", right) ARGUMENT ("Result", result))
#define BRANCH_OF(properties)                                                \
  "<m:ActivityReference " CLASS ("ConditionBranch") ">" ARGUMENTS ARGUMENT ( \
      "Condition", "[r]") "</m:ActivityReference.Arguments>" PROPERTIES properties CLOSE
#define BRANCH_TO(activities) BRANCH_OF (OPEN_THEN activities END_LIST CLOSE)

static const struct
{
  const char *name;
  const char *text;
  ScFileError code;
  const char *message; /* part of it */
} cases[] = {
  { "no-xml", "flow", SC_FILE_ERROR_MALFORMED, "hostile" },
  { "other-root", "<Solution/>", SC_FILE_ERROR_UNSUPPORTED, "not a process" },
  { "no-workflow", HEAD "</Activity>", SC_FILE_ERROR_UNSUPPORTED, "not a process" },
  { "classic", WORKFLOW END, SC_FILE_ERROR_UNSUPPORTED, "classic workflow" },
  { "rule",
    WORKFLOW
    "<c:SetVisibility xmlns:c=\"clr-namespace:Microsoft.Crm.Workflow.ClientActivities\"/>" END,
    SC_FILE_ERROR_UNSUPPORTED, "business rule" },
  { "action",
    HEAD "<x:Members><x:Property Name=\"InputEntities\"/><x:Property Name=\"Amount\"/></x:Members>"
         "<m:Workflow/></Activity>",
    SC_FILE_ERROR_UNSUPPORTED, "an action" },
  { "dialog", WORKFLOW OPEN ("PageComposite") CLOSE END, SC_FILE_ERROR_UNSUPPORTED, "a dialog" },
  { "task-flow", ENTITY OPEN ("PageComposite") CLOSE END_ENTITY, SC_FILE_ERROR_UNSUPPORTED,
    "task flow" },
  { "bad-class",
    "<Activity x:Class=\"Other\" xmlns:x=\"urn:x\"><Workflow><ActivityReference " CLASS (
        "EntityComposite") "/></Workflow></Activity>",
    SC_FILE_ERROR_MALFORMED, "x:Class" },
  { "short-class",
    "<Activity x:Class=\"XrmWorkflow12\" xmlns:x=\"urn:x\"><Workflow><ActivityReference " CLASS (
        "EntityComposite") "/></Workflow></Activity>",
    SC_FILE_ERROR_MALFORMED, "x:Class" },
  { "no-table", WORKFLOW "<m:ActivityReference " CLASS ("EntityComposite") "/>" END,
    SC_FILE_ERROR_MALFORMED, "line 3: a stage that does not name its table" },
  { "empty-entity", ENTITY END_ENTITY, SC_FILE_ERROR_MALFORMED, "without a stage" },
  { "odd-entity", ENTITY "<x:Odd/>" END_ENTITY, SC_FILE_ERROR_UNSUPPORTED, "line 3: “Odd”" },
  { "stage-without-id", ENTITY OPEN ("StageComposite") CLOSE END_ENTITY, SC_FILE_ERROR_MALFORMED,
    "line 3: a stage without an id" },
  { "category",
    ENTITY OPEN (
        "StageComposite") "<x:String x:Key=\"StageId\">s</x:String>"
                          "<x:String x:Key=\"StageCategory\">one</x:String>" CLOSE END_ENTITY,
    SC_FILE_ERROR_MALFORMED, "“one” is not a whole number" },
  { "huge-category",
    ENTITY OPEN ("StageComposite") "<x:String x:Key=\"StageId\">s</x:String>"
                                   "<x:String x:Key=\"StageCategory\">99999999999</x:String>" CLOSE
                                       END_ENTITY,
    SC_FILE_ERROR_MALFORMED, "“99999999999” is not a whole number" },
  { "odd-stage", STAGE OPEN ("Unheard") CLOSE END_STAGE, SC_FILE_ERROR_UNSUPPORTED, "“T1: t”" },
  { "stage-in-stage", STAGE OPEN ("StageComposite") CLOSE END_STAGE, SC_FILE_ERROR_UNSUPPORTED,
    "does not know" },
  { "two-conditions",
    STAGE OPEN ("ConditionSequence") LIST END_LIST CLOSE OPEN ("ConditionSequence")
        LIST END_LIST CLOSE END_STAGE,
    SC_FILE_ERROR_UNSUPPORTED, "does not know" },
  { "step-without-id", STAGE OPEN ("StepComposite") CLOSE END_STAGE, SC_FILE_ERROR_MALFORMED,
    "a step without an id" },
  { "step-without-control", STEP END_STEP, SC_FILE_ERROR_MALFORMED, "nothing inside" },
  { "empty-sequence", STEP "<Sequence/>" END_STEP, SC_FILE_ERROR_MALFORMED, "nothing inside" },
  { "two-controls", STEP "<Sequence><m:Control/>\n<m:Control/></Sequence>" END_STEP,
    SC_FILE_ERROR_UNSUPPORTED, "line 4: “Control”" },
  { "two-sequences", STEP "<Sequence/><Sequence/>" END_STEP, SC_FILE_ERROR_UNSUPPORTED,
    "Sequence" },
  { "odd-step", STEP OPEN ("Unheard") CLOSE END_STEP, SC_FILE_ERROR_UNSUPPORTED, "does not know" },
  { "odd-boolean", STEP "<Sequence><m:Control IsUnbound=\"perhaps\"/></Sequence>" END_STEP,
    SC_FILE_ERROR_MALFORMED, "“perhaps” is neither True nor False" },
  { "action-without-control",
    STEP OPEN ("ActionComposite") "<x:Null x:Key=\"ActionControl\"/>" CLOSE END_STEP,
    SC_FILE_ERROR_MALFORMED, "nothing inside" },
  { "trigger-without-ids", STAGE OPEN ("ActionComposite") CLOSE END_STAGE, SC_FILE_ERROR_MALFORMED,
    "a triggered workflow without its ids" },
  { "relationship",
    WORKFLOW OPEN ("StageRelationshipCollectionComposite") LIST
    "<Sequence><m:StageRelationship SourceStageId=\"s\"/></Sequence>" END_LIST CLOSE END,
    SC_FILE_ERROR_MALFORMED, "does not name its stages" },
  { "odd-label",
    STAGE OPEN ("StepComposite") STEP_ID
    "<m:L x:Key=\"StepLabels\"><m:Odd /></m:L>" CLOSE END_STAGE,
    SC_FILE_ERROR_UNSUPPORTED, "“Odd”" },
  { "odd-language",
    STAGE OPEN ("StepComposite") STEP_ID
    "<m:L x:Key=\"StepLabels\"><m:StepLabel LanguageCode=\"en\" /></m:L>" CLOSE END_STAGE,
    SC_FILE_ERROR_MALFORMED, "“en” is not a whole number" },
  { "odd-step-type", STEP "<Sequence><m:Control SystemStepType=\"one\"/></Sequence>" END_STEP,
    SC_FILE_ERROR_MALFORMED, "“one” is not a whole number" },
  { "odd-system-control", STEP "<Sequence><m:Control IsSystemControl=\"no\"/></Sequence>" END_STEP,
    SC_FILE_ERROR_MALFORMED, "“no” is neither True nor False" },
  { "trigger-without-workflow",
    STAGE OPEN ("ActionComposite") "<x:String x:Key=\"ActionId\">a</x:String>" CLOSE END_STAGE,
    SC_FILE_ERROR_MALFORMED, "a triggered workflow without its ids" },
  { "odd-trigger",
    STAGE OPEN ("ActionComposite") TRIGGER_IDS
    "<x:String x:Key=\"ActionType\">one</x:String>" CLOSE END_STAGE,
    SC_FILE_ERROR_MALFORMED, "“one” is not a whole number" },
  { "odd-event",
    STAGE OPEN ("ActionComposite") TRIGGER_IDS
    "<m:L x:Key=\"TriggerEvents\"><m:Odd /></m:L>" CLOSE END_STAGE,
    SC_FILE_ERROR_UNSUPPORTED, "“Odd”" },
  { "odd-event-stage",
    STAGE OPEN ("ActionComposite") TRIGGER_IDS
    "<m:L x:Key=\"TriggerEvents\"><m:ProcessTriggerData PipelineStageId=\"a\" /></m:L>" CLOSE
        END_STAGE,
    SC_FILE_ERROR_MALFORMED, "“a” is not a whole number" },
  { "action-of-odd-type",
    STEP OPEN ("ActionComposite") "<x:String x:Key=\"ActionType\">one</x:String>" CLOSE END_STEP,
    SC_FILE_ERROR_MALFORMED, "“one” is not a whole number" },
  { "action-of-odd-events",
    STEP OPEN ("ActionComposite") "<m:L x:Key=\"TriggerEvents\"><m:Odd /></m:L>" CLOSE END_STEP,
    SC_FILE_ERROR_UNSUPPORTED, "“Odd”" },
  { "no-branches", STAGE OPEN ("ConditionSequence") CLOSE END_STAGE, SC_FILE_ERROR_MALFORMED,
    "branches" },
  { "branch-left-open", CONDITION COLUMN END_CONDITION, SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "clause-left-open", CONDITION COLUMN BRANCH ("[r]") END_CONDITION, SC_FILE_ERROR_MALFORMED,
    "do not fit" },
  { "other-operand", CONDITION COLUMN COMPARE ("[w]", "") BRANCH ("[r]") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "unknown-value",
    CONDITION COLUMN COMPARE ("[v]", ARGUMENT ("Parameters", "[New Object() { z }]")) BRANCH ("[r]")
        END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "other-result", CONDITION COLUMN COMPARE ("[v]", "") BRANCH ("[q]") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "no-join",
    CONDITION COLUMN COMPARE ("[v]", "") COLUMN COMPARE ("[v]", "") BRANCH ("[r]") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "join-of-nothing",
    CONDITION EVALUATE ("EvaluateLogicalCondition", ARGUMENT ("LogicalOperator", "And"))
        BRANCH ("[r]") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "clauses-before-otherwise", CONDITION COLUMN COMPARE ("[v]", "") BRANCH ("True") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "other-expression",
    CONDITION COLUMN EVALUATE ("EvaluateExpression", ARGUMENT ("Parameters", "[1 + 1]"))
        END_CONDITION,
    SC_FILE_ERROR_UNSUPPORTED, "does not know" },
  { "column-without-name",
    CONDITION "<m:GetEntityProperty EntityName=\"e\" Value=\"[v]\" />" END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "column-without-table",
    CONDITION "<m:GetEntityProperty Attribute=\"a\" Value=\"[v]\" />" END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "column-without-variable",
    CONDITION "<m:GetEntityProperty Attribute=\"a\" EntityName=\"e\" />" END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "value-of-nothing", CONDITION CONSTANT (TYPE "String, \"1\"") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "value-without-result",
    CONDITION COLUMN EVALUATE ("EvaluateExpression",
                               ARGUMENT ("Parameters", "[New Object() { " TYPE "String, \"1\" }]"))
        END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "value-without-parameters", CONDITION COLUMN EVALUATE ("EvaluateExpression", "") END_CONDITION,
    SC_FILE_ERROR_UNSUPPORTED, "does not know" },
  { "row-of-no-id",
    CONDITION COLUMN CONSTANT (TYPE "EntityReference, \"t\", \"d\", g, \"f\"") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "row-of-another-type",
    CONDITION COLUMN CONSTANT (TYPE "String, \"1\"")
        CONSTANT (TYPE "EntityReference, \"t\", \"d\", c, \"f\"") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "id-of-two-rows",
    CONDITION COLUMN CONSTANT (TYPE "Guid, \"1\"") ROW ("d") ROW ("e")
        COMPARE ("[v]", VALUES ("d, e")) BRANCH ("[r]") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "value-twice",
    CONDITION COLUMN CONSTANT (TYPE "String, \"1\"") COMPARE ("[v]", VALUES ("c, c")) BRANCH ("[r]")
        END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "comparison-of-nothing", CONDITION COMPARE ("[v]", "") END_CONDITION, SC_FILE_ERROR_MALFORMED,
    "do not fit" },
  { "no-operator",
    CONDITION COLUMN EVALUATE (
        "EvaluateCondition", ARGUMENT ("Operand", "[v]") ARGUMENT ("Result", "[r]")) END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "no-result",
    CONDITION COLUMN EVALUATE ("EvaluateCondition",
                               ARGUMENT ("ConditionOperator", "Equal") ARGUMENT ("Operand", "[v]"))
        END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "three-results", CONDITION CLAUSE CLAUSE CLAUSE BRANCH ("[r]") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "join-without-result", CONDITION CLAUSE CLAUSE JOIN ("And", "[r]", "[r]", "") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "join-without-right", CONDITION CLAUSE CLAUSE JOIN ("And", "[r]", "", "[r]") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "do not fit" },
  { "join-of-another-left", CONDITION CLAUSE CLAUSE JOIN ("And", "[q]", "[r]", "[r]") END_CONDITION,
    SC_FILE_ERROR_UNSUPPORTED, "does not know" },
  { "join-of-another-right",
    CONDITION CLAUSE CLAUSE JOIN ("And", "[r]", "[q]", "[r]") END_CONDITION,
    SC_FILE_ERROR_UNSUPPORTED, "does not know" },
  { "join-by-neither", CONDITION CLAUSE CLAUSE JOIN ("Xor", "[r]", "[r]", "[r]") END_CONDITION,
    SC_FILE_ERROR_UNSUPPORTED, "does not know" },
  { "branch-without-condition", CONDITION BRANCH ("") END_CONDITION, SC_FILE_ERROR_MALFORMED,
    "do not fit" },
  { "branch-to-two", CONDITION CLAUSE BRANCH_TO ("<Sequence/><Sequence/>") END_CONDITION,
    SC_FILE_ERROR_UNSUPPORTED, "Sequence" },
  { "branch-to-no-sequence", CONDITION CLAUSE BRANCH_TO ("<m:Delay/>") END_CONDITION,
    SC_FILE_ERROR_UNSUPPORTED, "“Delay”" },
  { "branch-to-nothing", CONDITION CLAUSE BRANCH_TO ("<Sequence/>") END_CONDITION,
    SC_FILE_ERROR_MALFORMED, "nothing inside" },
  { "branch-to-no-stage",
    CONDITION CLAUSE BRANCH_TO ("<Sequence><m:Delay/></Sequence>") END_CONDITION,
    SC_FILE_ERROR_UNSUPPORTED, "“Delay”" },
  { "branch-with-else", CONDITION CLAUSE BRANCH_OF ("<m:A x:Key=\"Else\"/>") END_CONDITION,
    SC_FILE_ERROR_UNSUPPORTED, "does not know" },
  { "branch-without-then", CONDITION CLAUSE BRANCH_OF ("") END_CONDITION, SC_FILE_ERROR_MALFORMED,
    "do not fit" },
  { "condition-in-condition", CONDITION OPEN ("ConditionSequence") CLOSE END_CONDITION,
    SC_FILE_ERROR_UNSUPPORTED, "does not know" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (ScFlow) flow = sc_xaml_read (bytes, "hostile.xaml", &error);

      g_test_message ("%s: %s", cases[i].name, error != NULL ? error->message : "opened");
      g_assert_null (flow);
      g_assert_error (error, SC_FILE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, "hostile.xaml"));
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* Very many stages take no more than their share of time; nothing limits them but the parser. */
static void
test_many (void)
{
  static const char stage[] = OPEN ("EntityComposite")
      LIST OPEN ("StageComposite") "<x:String x:Key=\"StageId\">s</x:String>" CLOSE END_LIST CLOSE;
  GString *text = g_string_new (WORKFLOW);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFlow) flow = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, stage);
  g_string_append (text, END);
  bytes = g_string_free_to_bytes (text);
  flow = sc_xaml_read (bytes, "many.xaml", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sc_list_length (flow->stages), ==, 20000);
  written = sc_xaml_write (flow);
  g_assert_cmpuint (g_bytes_get_size (written), >, g_bytes_get_size (bytes));
}

static GBytes *
damage (GRand *rand, GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  GString *text = g_string_new_len (data, size);

  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    {
      gsize start = g_rand_int_range (rand, 0, text->len);
      const char *end_of_line = strchr (text->str + start, '\n');
      gsize line = end_of_line != NULL ? end_of_line - text->str - start : text->len - start;
      g_autofree char *piece = NULL;

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0: /* a character changes */
          text->str[start] = "\"<>a1/= "[g_rand_int_range (rand, 0, 8)];
          break;
        case 1: /* the rest of a line goes */
          g_string_erase (text, start, line);
          break;
        case 2: /* the rest of a line comes again somewhere else */
          piece = g_strndup (text->str + start, line);
          g_string_insert (text, g_rand_int_range (rand, 0, text->len), piece);
          break;
        default: /* one name for another */
          g_string_replace (text, g_rand_boolean (rand) ? "StepComposite" : "Activities",
                            g_rand_boolean (rand) ? "ActionComposite" : "StepLabels", 1);
          break;
        }
    }
  return g_string_free_to_bytes (text);
}

/* A whole line taken out or doubled leaves the XML well-formed more often than damage does. */
static GBytes *
shuffle_lines (GRand *rand, GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines);
  GString *shuffled = g_string_new (NULL);
  guint odd = g_rand_int_range (rand, 0, n);

  for (guint i = 0; i < n; i++)
    {
      if (i == odd && g_str_has_suffix (lines[i], "/>") && g_rand_boolean (rand))
        g_string_append_printf (shuffled, "%s\n", lines[i]);
      if (i != odd || !g_str_has_suffix (lines[i], "/>"))
        g_string_append_printf (shuffled, "%s\n", lines[i]);
    }
  return g_string_free_to_bytes (shuffled);
}

/* Damaged files are refused or read; what is read can be written and compared. */
static void
test_damaged (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);
  guint refused = 0;
  guint opened = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (ScFlow) flow = sample_flow_new (sample_names[i % 6]);
      g_autoptr (GBytes) whole = sc_xaml_write (flow);
      g_autoptr (GBytes) bytes = i % 2 == 0 ? damage (rand, whole) : shuffle_lines (rand, whole);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScFlow) read = sc_xaml_read (bytes, "damaged.xaml", &error);

      g_assert_true ((read == NULL) == (error != NULL));
      if (read == NULL)
        {
          refused++;
          continue;
        }
      opened++;
      sc_xaml_is_understood (bytes, read, NULL);
    }
  g_assert_cmpuint (refused, >, 100);
  g_assert_cmpuint (opened, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xaml/hostile/refused", test_refused);
  g_test_add_func ("/xaml/hostile/many", test_many);
  g_test_add_func ("/xaml/hostile/damaged", test_damaged);
  return g_test_run ();
}
