/* test-server-codes.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-validation.h"

#include <string.h>

/* Every error code about flows that Microsoft's list of server errors has, and which rule foresees
 * it, or why none can: what happens to a row that runs through a flow, or what only an environment
 * knows, is not in a definition. */

#define RUNS  "happens to a row that runs through the flow"
#define ENVIR "depends on what the environment holds"
#define MADE  "never in a file that Stagecraft writes"

static const struct
{
  const char *code;
  const char *name;
  const char *rules; /* with spaces between; NULL: reason says why not */
  const char *reason;
} codes[] = {
  { "0x80045053", "ProcessActionIsNotActive", "SP-18", NULL },
  { "0x80045054", "ProcessActionDoesNotExist", "SP-18", NULL },
  { "0x80045055", "WorkflowIsNotActive", "WK-01 WK-02 SP-18", NULL },
  { "0x80045056", "ProcessActionWithInvalidOutputParam", "SP-19", NULL },
  { "0x80045057", "ProcessActionWithInvalidInputParam", "SP-19", NULL },
  { "0x80045058", "ProcessActionWithInvalidInputOutputParam", "SP-19", NULL },
  { "0x80045059", "WorkflowIsNotOnDemand", "WK-01 WK-02 SP-18", NULL },
  { "0x8005E102", "InvalidLanguageForProcessConfiguration", "F-22", NULL },
  { "0x80060368", "EntityNotMatchingBPFPrimaryEntity", NULL, RUNS },
  { "0x80060370", "ProcessInstanceNotFound", NULL, RUNS },
  { "0x80060372", "ProcessControlDoesNotExistOnForm", NULL, RUNS },
  { "0x80060374", "SetActiveNotSupportedOnNewRecords", NULL, RUNS },
  { "0x80060375", "BusinessProcessFlowDefinitionOutdated", NULL, ENVIR },
  { "0x80060376", "InvalidExportProcessFlowNotActivated", "SL-02", NULL },
  { "0x80060377", "InvalidStageTransitionOnInactiveInstance", NULL, RUNS },
  { "0x80060379", "ProcessActionNameIncorrect", NULL, ENVIR },
  { "0x80060380", "ProcessActionWorkflowNotEnabledForOnDemand", "SP-18", NULL },
  { "0x80060381", "CustomActionMustBeMarked", NULL, ENVIR },
  { "0x80060382", "ActionSupportNotEnabled", NULL, ENVIR },
  { "0x80060384", "BPFEntityAlreadyExists", "F-09", NULL },
  { "0x80060397", "BpfInstanceAlreadyExists", NULL, RUNS },
  { "0x80060398", "ProcessNameContainsInvalidCharacters", "F-07", NULL },
  { "0x80060399", "ProcessEmptyBranches", "BR-06", NULL },
  { "0x80060400", "WorkflowIdIsNull", "F-12", NULL },
  { "0x80060401", "PrimaryEntityIsNull", "F-12", NULL },
  { "0x80060402", "TypeNotSetToDefinition", NULL, MADE },
  { "0x80060403", "ScopeNotSetToGlobal", NULL, MADE },
  { "0x80060404", "CategoryNotSetToBusinessProcessFlow", NULL, MADE },
  { "0x80060405", "BusinessProcessFlowStepHasInvalidParent", NULL, MADE },
  { "0x80060407", "InvalidGuidInXaml", "ST-05 SP-03", NULL },
  { "0x80060409", "StepStepDoesNotHaveAnyControlStepAsItsChildren", "SP-02", NULL },
  { "0x8006040b", "WorkflowDoesNotExist", NULL, ENVIR },
  { "0x8006040c", "ActionStepInvalidStageid", "SP-20", NULL },
  { "0x8006040d", "ActionStepInvalidProcessid", "SP-20", NULL },
  { "0x8006040e", "ActionStepInvalidPipelineStageid", "SP-20", NULL },
  { "0x80060411", "ControlIdIsNotUnique", "SP-03", NULL },
  { "0x80060412", "InvalidAttributeInXaml", "SP-01", NULL },
  { "0x80060414", "StepCountInXamlExceedsMaxAllowed", "F-02 ST-02", NULL },
  { "0x80060415", "EntitiesExceedMaxAllowed", "F-03", NULL },
  { "0x80060416", "StepDoesNotHaveAnyChildInXaml", "F-04 ST-01", NULL },
  { "0x80060418", "ProcessNameIsNullOrEmpty", "F-05", NULL },
  { "0x80060419", "LabelIdDoesNotMatchStepId", "SP-13b", NULL },
  { "0x8006041a", "RequiredProcessStepIsNull", NULL, RUNS },
  { "0x8006041c", "ActionStepInvalidProcessAction", "SP-18", NULL },
  { "0x8006041d", "RequiredProcessFlowStepIsNotComplete", NULL, RUNS },
  { "0x8006041e", "RequiredProcessFlowStepIsNotStarted", NULL, RUNS },
  { "0x80060420", "EntityExceedsMaxActiveBusinessProcessFlows", "F-01", NULL },
  { "0x80060421", "EntityIsNotBusinessProcessFlowEnabled", "ST-07 ST-08", NULL },
  { "0x80060434", "ConditionBranchDoesHaveSetNextStageOnlyChildInXaml", NULL, MADE },
  { "0x80060435", "ConditionStepCountInXamlExceedsMaxAllowed", NULL, MADE },
  { "0x80060436", "ConditionAttributesNotAnSubsetOfStepAttributes", "BR-01", NULL },
  { "0x80060440", "BusinessProcessFlowMissingEntityErrorMessage", "SL-01", NULL },
  { "0x80060441", "ParticipatingEntityDoesNotAppearInTraversedPath", NULL, RUNS },
  { "0x80060450", "StageIdIsNotPresentInBusinessProcess", "ST-12 BR-14", NULL },
  { "0x80060451", "StageEntityIsNull", "ST-06", NULL },
  { "0x80060454", "StageIdIsEmpty", "ST-05", NULL },
  { "0x80060455", "ActiveStageIdDoesNotMatchLastStageInTraversedPath", NULL, RUNS },
  { "0x80060470", "StandAloneBpfNotActivated", NULL, RUNS },
  { "0x80060691", "InvalidDeleteProcess", NULL, ENVIR },
  { "0x80092002", "InvalidChangeProcess", NULL, RUNS },
  { "0x80092003", "InvalidStageTransition", NULL, RUNS },
  { "0x80092004", "InvalidCrossEntityOperation", NULL, RUNS },
  { "0x80092005", "InvalidCrossEntityTargetOperation", NULL, RUNS },
  { "0x80092006", "CrossEntityRelationshipInvalidOperation", "TB-01", NULL },
};

static void
test_map (void)
{
  guint n_foreseen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_auto (GStrv) rules = NULL;

      g_test_message ("%s %s: %s", codes[i].code, codes[i].name,
                      codes[i].rules != NULL ? codes[i].rules : codes[i].reason);
      g_assert_true ((codes[i].rules == NULL) != (codes[i].reason == NULL));
      if (i > 0)
        g_assert_cmpint (g_ascii_strcasecmp (codes[i - 1].code, codes[i].code), <, 0);
      if (codes[i].rules == NULL)
        continue;
      n_foreseen++;
      rules = g_strsplit (codes[i].rules, " ", -1);
      for (guint j = 0; rules[j] != NULL; j++)
        g_assert_nonnull (sc_rule_find (rules[j]));
    }
  g_assert_cmpuint (n_foreseen, >, 20);
}

/* What a rule says it foresees is in the list, with that rule. */
static void
test_rules_agree (void)
{
  for (const ScRule *const *rule = sc_rule_list (); *rule != NULL; rule++)
    {
      const char *code = sc_rule_get_server_code (*rule);
      gboolean found = code == NULL;

      for (guint i = 0; i < G_N_ELEMENTS (codes) && !found; i++)
        if (g_ascii_strcasecmp (codes[i].code, code) == 0 && codes[i].rules != NULL)
          {
            g_auto (GStrv) rules = g_strsplit (codes[i].rules, " ", -1);

            found = g_strv_contains ((const char *const *) rules, sc_rule_get_id (*rule));
          }
      if (!found)
        {
          g_test_message ("%s foresees %s, which is not listed so", sc_rule_get_id (*rule), code);
          g_test_fail ();
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server-codes/map", test_map);
  g_test_add_func ("/server-codes/rules-agree", test_rules_agree);
  return g_test_run ();
}
