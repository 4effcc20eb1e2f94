/* test-refused.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-clause.h"
#include "sc-edit-condition.h"
#include "sc-edit-flow.h"
#include "sc-edit-identity.h"
#include "sc-edit-metadata.h"
#include "sc-edit-role.h"
#include "sc-edit-rule.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-edit-trigger.h"
#include "sc-outline.h"

#include <string.h>

/* What no edit does, and what it says instead. */

/* call: an edit, with &error. */
#define assert_refused(call, code, part)                \
  G_STMT_START                                          \
  {                                                     \
    g_autoptr (GError) error = NULL;                    \
                                                        \
    g_assert_null (call);                               \
    g_assert_error (error, SC_EDIT_ERROR, code);        \
    g_assert_nonnull (strstr (error->message, (part))); \
  }                                                     \
  G_STMT_END

#define INVALID   SC_EDIT_ERROR_INVALID
#define NOT_FOUND SC_EDIT_ERROR_NOT_FOUND

static void
test_flows (void)
{
  g_autoptr (ScSolution) s = sc_outline_read_solution ("A>B B>");
  static const char *const blank[] = { NULL, "" };

  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      assert_refused (sc_edit_flow_add (s, NULL, blank[i], "t", &error), INVALID, "name");
      assert_refused (sc_edit_flow_add (s, NULL, "New", blank[i], &error), INVALID, "table");
      assert_refused (sc_edit_flow_set_unique_name (s, 0, blank[i], &error), INVALID,
                      "unique name");
      assert_refused (sc_edit_flow_set_primary_table (s, "flow", blank[i], &error), INVALID,
                      "table");
      assert_refused (sc_edit_role_add (s, NULL, blank[i], &error), INVALID, "name");
      assert_refused (sc_edit_table_add (s, blank[i], NULL, &error), INVALID, "name");
      assert_refused (sc_edit_rule_set (s, blank[i], SC_RULE_OFF, 0, NULL, &error), INVALID, "");
      assert_refused (sc_edit_stage_set_table (s, "flow", "A", blank[i], &error), INVALID, "table");
    }
  assert_refused (sc_edit_flow_set_order (s, "flow", -1, &error), INVALID, "negative");
  assert_refused (sc_edit_flow_set_unique_name (s, 1, "new_x", &error), NOT_FOUND, "no longer");
  assert_refused (sc_edit_rule_set (s, "F-01", SC_RULE_ERROR + 1, 0, NULL, &error), INVALID, "");
  assert_refused (sc_edit_rule_set (s, "F-01", SC_RULE_OFF, -1, NULL, &error), INVALID, "");
}

/* Of a flow that is gone no edit makes anything. */
static void
test_gone (void)
{
  g_autoptr (ScSolution) s = sc_outline_read_solution ("A>B B>");
  const ScRun run = { .id = "none" };
  const char *part = "no longer in the solution";

  assert_refused (sc_edit_flow_delete (s, "gone", &error), NOT_FOUND, part);
  assert_refused (sc_edit_flow_set_label (s, "gone", 1033, "x", &error), NOT_FOUND, part);
  assert_refused (sc_edit_flow_set_description (s, "gone", "x", &error), NOT_FOUND, part);
  assert_refused (sc_edit_flow_set_active (s, "gone", TRUE, &error), NOT_FOUND, part);
  assert_refused (sc_edit_flow_set_order (s, "gone", 1, &error), NOT_FOUND, part);
  assert_refused (sc_edit_flow_set_primary_table (s, "gone", "t", &error), NOT_FOUND, part);
  assert_refused (sc_edit_flow_reorder (s, "flow", "gone", &error), NOT_FOUND, part);
  assert_refused (sc_edit_identity_renew_stages (s, "gone", &error), NOT_FOUND, part);
  assert_refused (sc_edit_identity_renew_steps (s, "gone", &error), NOT_FOUND, part);
  assert_refused (sc_edit_identity_match_labels (s, "gone", &error), NOT_FOUND, part);
  assert_refused (sc_edit_trigger_add (s, "gone", "A", SC_MOMENT_FLOW_FINISHED, NULL, &run, &error),
                  NOT_FOUND, part);
  assert_refused (sc_edit_way_lead (s, "flow", (ScSlot){ "A", SC_EDGE_NEXT }, "gone", &error),
                  NOT_FOUND, "no longer in the flow");
}

/* A flow without a unique name has no backing table, one without a stage nothing to keep its
 * workflows in. */
static void
test_lacks (void)
{
  g_autoptr (ScSolution) s = sc_outline_read_solution ("");
  g_autoptr (ScFlow) nameless = sc_flow_copy (sc_list_get (s->flows, 0));
  g_autoptr (ScRole) role = sc_role_new ();
  const ScRun run = { .id = "none" };

  assert_refused (
      sc_edit_trigger_add (s, "flow", NULL, SC_MOMENT_FLOW_FINISHED, NULL, &run, &error), INVALID,
      "no stage yet");
  sc_set_string (role, id, "r");
  sc_set_string (nameless, unique_name, NULL);
  sc_take_value (s, roles, sc_list_append (NULL, role));
  sc_take_value (s, flows, sc_list_append (NULL, nameless));
  assert_refused (
      sc_edit_role_set_access (s, "r", "flow", SC_ACCESS_READ, SC_LEVEL_ORGANIZATION, &error),
      INVALID, "no unique name yet");
  assert_refused (sc_edit_role_set_access (s, "r", "gone", SC_ACCESS_READ, SC_LEVEL_NONE, &error),
                  NOT_FOUND, "no longer");
}

/* Where nothing branches there is nothing else to do; a condition without a branch is none. */
static void
test_conditions (void)
{
  g_autoptr (ScSolution) s = sc_outline_read_solution ("A>B B>");
  g_autoptr (ScFlow) flow = sc_flow_copy (sc_list_get (s->flows, 0));
  g_autoptr (ScStage) stage = sc_stage_copy (sc_list_get (flow->stages, 0));

  assert_refused (sc_edit_branch_add_otherwise (s, "flow", "A", &error), INVALID,
                  "does not branch");
  assert_refused (sc_edit_branch_add (s, "flow", "A", 0, "c", &error), INVALID, "does not branch");
  sc_take_value (stage, condition, sc_condition_new ());
  sc_take_value (flow, stages, sc_list_replace (flow->stages, 0, stage));
  sc_take_value (s, flows, sc_list_append (NULL, flow));
  assert_refused (sc_edit_branch_add_otherwise (s, "flow", "A", &error), INVALID,
                  "does not branch");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/refused/flows", test_flows);
  g_test_add_func ("/edit/refused/gone", test_gone);
  g_test_add_func ("/edit/refused/lacks", test_lacks);
  g_test_add_func ("/edit/refused/conditions", test_conditions);
  return g_test_run ();
}
