/* test-flow-copy.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-id.h"
#include "sc-outline.h"
#include "sc-removal.h"
#include "sc-solution-names.h"
#include "sc-value-map.h"

#include <string.h>

#define FLOW  "f0000000-0000-4000-8000-000000000001"
#define STAGE "a0000000-0000-4000-8000-00000000000a"

static const ScFlow *
get_flow (const ScSolution *solution, guint position)
{
  return sc_list_get (solution->flows, position);
}

static void
take (ScSolution **solution, ScSolution *after)
{
  g_assert_nonnull (after);
  sc_solution_unref (*solution);
  *solution = after;
}

/* A flow with a role that has access, with all that a package has for it. */
static ScSolution *
make_solution (void)
{
  ScSolution *solution = sc_edit_solution_new ();
  g_autoptr (ScRelationship) relationship = sc_relationship_new ();
  g_autoptr (ScComponent) process = sc_component_new ();
  g_autoptr (ScComponent) table = sc_component_new ();
  g_autoptr (ScComponent) other = sc_component_new ();
  g_autoptr (ScApp) app = sc_app_new ();
  ScSolution *draft;

  take (&solution, sc_edit_flow_add (solution, FLOW, "Sales", "lead", NULL));
  take (&solution, sc_edit_flow_add (solution, NULL, "Service", "incident", NULL));
  take (&solution, sc_edit_table_add (solution, "lead", "Lead", NULL));
  take (&solution, sc_edit_table_add (solution, "new_sales", "Sales", NULL));
  take (&solution, sc_edit_role_add (solution, "r", "Rep", NULL));
  take (&solution,
        sc_edit_role_set_access (solution, "r", FLOW, SC_ACCESS_READ, SC_LEVEL_ORGANIZATION, NULL));
  take (&solution, sc_edit_role_set_access (solution, "r", FLOW, SC_ACCESS_CREATE,
                                            SC_LEVEL_ORGANIZATION, NULL));
  take (&solution, sc_edit_role_set_privilege (solution, "r", "prvReadLead", SC_LEVEL_USER, NULL));

  sc_set_string (relationship, name, "bpf_lead_new_sales");
  sc_set_string (relationship, referenced, "lead");
  sc_set_string (relationship, referencing, "new_sales");
  process->type = SC_COMPONENT_PROCESS;
  sc_set_string (process, id, "{" FLOW "}");
  table->type = SC_COMPONENT_TABLE;
  sc_set_string (table, schema_name, "new_sales");
  other->type = SC_COMPONENT_TABLE;
  sc_set_string (other, schema_name, "lead");
  draft = sc_solution_copy (solution);
  sc_take_value (draft, relationships, sc_list_append (NULL, relationship));
  sc_take_value (draft, components, sc_list_append (draft->components, process));
  sc_take_value (draft, components, sc_list_append (draft->components, table));
  sc_take_value (draft, components, sc_list_append (draft->components, other));
  sc_set_string (app, unique_name, "new_hub");
  sc_set_value (app, components, draft->components);
  sc_take_value (draft, apps, sc_list_append (NULL, app));
  take (&solution, draft);
  return solution;
}

static void
test_names (void)
{
  g_autoptr (ScSolution) start = make_solution ();
  g_autoptr (ScSolution) labelled = sc_edit_flow_set_label (start, FLOW, 1031, "Verkauf", NULL);
  g_autoptr (ScSolution) one = sc_edit_flow_copy (labelled, FLOW, NULL, NULL, FALSE, NULL);
  g_autoptr (ScSolution) two = sc_edit_flow_copy (one, FLOW, NULL, NULL, FALSE, NULL);
  g_autoptr (ScSolution) active = sc_edit_flow_set_active (two, FLOW, TRUE, NULL);
  g_autoptr (ScSolution) named
      = sc_edit_flow_copy (active, FLOW, STAGE, "Sales, small", FALSE, NULL);
  g_autoptr (GError) error = NULL;

  /* The newest copy is right behind the flow. */
  g_assert_cmpstr (get_flow (two, 1)->name, ==, "Sales (copy 2)");
  g_assert_cmpstr (get_flow (two, 1)->unique_name, ==, "new_salescopy2");
  g_assert_cmpstr (sc_flow_get_label (get_flow (two, 1), 1031), ==, "Verkauf (copy 2)");
  g_assert_cmpstr (get_flow (two, 2)->name, ==, "Sales (copy)");
  g_assert_cmpstr (get_flow (two, 2)->unique_name, ==, "new_salescopy");
  g_assert_cmpstr (get_flow (two, 3)->name, ==, "Service");

  g_assert_cmpstr (get_flow (named, 1)->id, ==, STAGE);
  g_assert_cmpstr (get_flow (named, 1)->name, ==, "Sales, small");
  g_assert_cmpstr (get_flow (named, 1)->unique_name, ==, "new_salessmall");
  g_assert_true (get_flow (named, 0)->active);
  g_assert_false (get_flow (named, 1)->active);

  g_assert_null (sc_edit_flow_copy (named, FLOW, NULL, "Service", FALSE, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (sc_edit_flow_copy (named, "none", NULL, NULL, FALSE, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
}

/* A flow whose own ids stand where they do in real files. */
static ScFlow *
make_tangled_flow (const ScFlow *flow)
{
  ScFlow *draft = sc_flow_copy (flow);
  g_autoptr (ScStage) stage = sc_stage_copy (sc_list_get (flow->stages, 0));
  g_autoptr (ScStep) step = sc_step_copy (sc_list_get (stage->steps, 0));
  g_autoptr (ScTrigger) trigger = sc_trigger_new ();
  g_autoptr (ScTriggerEvent) enter = sc_trigger_event_new ();
  g_autoptr (ScTriggerEvent) applied = sc_trigger_event_new ();
  g_autoptr (ScTransition) stale = sc_transition_new ();
  g_autoptr (ScLabel) label = sc_label_new_text (1033, "Label");

  sc_set_string (stage, id, STAGE);
  sc_set_string (stage, next, "{A0000000-0000-4000-8000-00000000000A}");
  sc_set_string (label, own_id, "11111111-0000-4000-8000-000000000000");
  sc_take_value (stage, labels, sc_list_append (NULL, label));
  sc_set_string (step, parameters,
                 "<p a='a00000000000400080000000"
                 "0000000a' b='{A0000000-0000-4000-8000-"
                 "00000000000A}' c='b0000000-0000-4000-8000-00000000000b' d='fa000000000004000"
                 "8000000000000000a'/>");
  sc_set_string (step, process_id, "c0000000-0000-4000-8000-00000000000c");
  sc_take_value (stage, steps, sc_list_append (NULL, step));
  sc_set_string (enter, event, "STAGEENTER");
  sc_set_string (enter, filter, STAGE);
  sc_set_string (applied, event, "PROCESSAPPLIED");
  sc_set_string (applied, filter, FLOW);
  sc_set_string (trigger, id, "d0000000-0000-4000-8000-00000000000d");
  sc_set_string (trigger, workflow_id, "c0000000-0000-4000-8000-00000000000c");
  sc_take_value (trigger, events, sc_list_append (NULL, enter));
  sc_take_value (trigger, events, sc_list_append (trigger->events, applied));
  sc_take_value (stage, triggers, sc_list_append (NULL, trigger));
  sc_take_value (draft, stages, sc_list_append (NULL, stage));
  sc_set_string (stale, source, STAGE);
  sc_set_string (stale, target, "e0000000-0000-4000-8000-00000000000e");
  sc_take_value (draft, transitions, sc_list_append (NULL, stale));
  return draft;
}

static void
test_ids (void)
{
  g_autoptr (ScSolution) start = make_solution ();
  g_autoptr (ScFlow) tangled = make_tangled_flow (get_flow (start, 0));
  g_autoptr (ScSolution) before = sc_solution_copy (start);
  g_autoptr (ScSolution) after = NULL;
  const ScFlow *copy;
  const ScStage *stage;
  const ScTrigger *trigger;
  const ScStep *step;
  g_autofree char *bare = NULL;
  g_autofree char *expected = NULL;
  g_auto (GStrv) parts = NULL;

  sc_take_value (before, flows, sc_list_replace (before->flows, 0, tangled));
  after = sc_edit_flow_copy (before, FLOW, NULL, NULL, FALSE, NULL);
  copy = get_flow (after, 1);
  stage = sc_list_get (copy->stages, 0);
  step = sc_list_get (stage->steps, 0);
  trigger = sc_list_get (stage->triggers, 0);

  g_assert_true (get_flow (after, 0) == tangled);
  g_assert_true (sc_id_is_valid (copy->id));
  g_assert_cmpstr (copy->id, !=, FLOW);
  g_assert_cmpstr (stage->id, !=, STAGE);
  g_assert_cmpstr (stage->next, ==, stage->id);
  g_assert_null (((const ScLabel *) sc_list_get (stage->labels, 0))->own_id);
  g_assert_cmpstr (trigger->id, !=, "d0000000-0000-4000-8000-00000000000d");
  g_assert_cmpstr (((const ScTriggerEvent *) sc_list_get (trigger->events, 0))->filter, ==,
                   stage->id);
  g_assert_cmpstr (((const ScTriggerEvent *) sc_list_get (trigger->events, 1))->filter, ==,
                   copy->id);
  g_assert_null (copy->transitions);

  /* The workflow is outside of the flow, and so is any other id in the settings. */
  g_assert_cmpstr (trigger->workflow_id, ==, "c0000000-0000-4000-8000-00000000000c");
  g_assert_cmpstr (step->process_id, ==, "c0000000-0000-4000-8000-00000000000c");
  parts = g_strsplit (stage->id, "-", -1);
  bare = g_strjoinv ("", parts);
  expected = g_strdup_printf ("<p a='%s' b='{%s}' c='b0000000-0000-4000-8000-00000000000b' "
                              "d='fa0000000000040008000000000000000a'/>",
                              bare, stage->id);
  g_assert_cmpstr (step->parameters, ==, expected);
}

static ScLevel
get_read_level (const ScSolution *solution, const ScFlow *flow)
{
  g_autofree char *privilege = sc_access_get_privilege_name (SC_ACCESS_READ, flow->unique_name);

  return sc_role_get_level (sc_list_get (solution->roles, 0), privilege, NULL);
}

static void
test_access (void)
{
  g_autoptr (ScSolution) start = make_solution ();
  g_autoptr (ScSolution) without = sc_edit_flow_copy (start, FLOW, NULL, NULL, FALSE, NULL);
  g_autoptr (ScSolution) with = sc_edit_flow_copy (start, FLOW, NULL, NULL, TRUE, NULL);

  g_assert_true (without->roles == start->roles);
  g_assert_cmpint (get_read_level (without, get_flow (without, 1)), ==, SC_LEVEL_NONE);
  g_assert_cmpint (get_read_level (with, get_flow (with, 1)), ==, SC_LEVEL_ORGANIZATION);
  g_assert_cmpint (get_read_level (with, get_flow (with, 0)), ==, SC_LEVEL_ORGANIZATION);
}

static void
test_delete (void)
{
  static const char *const expected[SC_N_REMOVED]
      = { "Sales",
          "new_sales",
          "bpf_lead_new_sales",
          "type 29: {" FLOW "}|type 1: new_sales",
          "new_hub: type 29: {" FLOW "}|new_hub: type 1: new_sales",
          "Rep: prvCreatenew_sales|Rep: prvReadnew_sales" };
  g_autoptr (ScSolution) start = make_solution ();
  g_autoptr (ScSolution) after = sc_edit_flow_delete (start, FLOW, NULL);
  g_autoptr (ScRemoval) removal = sc_removal_find (start, after);
  g_autoptr (ScRemoval) nothing = sc_removal_find (start, start);
  g_autofree char *privileges = sc_removal_count (removal, SC_REMOVED_PRIVILEGES);

  for (guint kind = 0; kind < SC_N_REMOVED; kind++)
    {
      g_autofree char *names = NULL;

      g_assert_cmpuint (nothing->names[kind]->len, ==, 0);
      g_assert_null (sc_removal_count (nothing, (ScRemovedKind) kind));
      g_ptr_array_add (removal->names[kind], NULL);
      names = g_strjoinv ("|", (char **) removal->names[kind]->pdata);
      g_assert_cmpstr (names, ==, expected[kind]);
    }
  g_assert_cmpstr (privileges, ==, "2 privileges of roles");

  g_assert_cmpuint (sc_list_length (after->flows), ==, 1);
  g_assert_cmpuint (sc_list_length (after->tables), ==, 1);
  g_assert_cmpuint (sc_list_length (after->components), ==, 1);
  g_assert_true (sc_value_equal (((const ScApp *) sc_list_get (after->apps, 0))->components,
                                 after->components));
  g_assert_cmpint (sc_role_get_level (sc_list_get (after->roles, 0), "prvReadLead", NULL), ==,
                   SC_LEVEL_USER);
}

/* Two flows with one unique name are a fault; the table stays while one of them needs it. */
static void
test_delete_shared (void)
{
  g_autoptr (ScSolution) start = make_solution ();
  g_autoptr (ScSolution) before = sc_solution_copy (start);
  g_autoptr (ScFlow) twin = sc_flow_copy (get_flow (start, 1));
  g_autoptr (ScSolution) after = NULL;

  sc_set_string (twin, unique_name, "NEW_sales");
  sc_take_value (before, flows, sc_list_replace (before->flows, 1, twin));
  after = sc_edit_flow_delete (before, FLOW, NULL);
  g_assert_true (after->tables == before->tables);
  g_assert_true (after->relationships == before->relationships);
  g_assert_true (after->roles == before->roles);
  g_assert_cmpuint (sc_list_length (after->components), ==, 2);
}

static const char *
map_nothing (const char *field, const char *text, GString *scratch, gpointer data)
{
  return text;
}

static const char *
map_label (const char *field, const char *text, GString *scratch, gpointer data)
{
  if (!g_str_equal (text, "Rep"))
    return text;
  g_string_assign (scratch, "Clerk");
  return scratch->str;
}

static void
test_map (void)
{
  g_autoptr (ScSolution) start = make_solution ();
  g_autoptr (ScSolution) same = sc_value_map_texts (start, map_nothing, NULL);
  g_autoptr (ScSolution) other = sc_value_map_texts (start, map_label, NULL);

  g_assert_true (same == start);
  g_assert_true (other->flows == start->flows);
  g_assert_cmpstr (((const ScRole *) sc_list_get (other->roles, 0))->name, ==, "Clerk");
  g_assert_cmpstr (((const ScRole *) sc_list_get (start->roles, 0))->name, ==, "Rep");
  g_assert_null (sc_value_map_texts (NULL, map_nothing, NULL));
}

static void
test_solution_names (void)
{
  typedef const char *(*Check) (const char *text);
  static const struct
  {
    Check check;
    const char *text;
    gboolean good;
  } cases[] = {
    { sc_solution_check_unique_name, "ContosoSales", TRUE },
    { sc_solution_check_unique_name, "_contoso_2", TRUE },
    { sc_solution_check_unique_name, "", FALSE },
    { sc_solution_check_unique_name, "2Contoso", FALSE },
    { sc_solution_check_unique_name, "Contoso Sales", FALSE },
    { sc_solution_check_unique_name, "Größe", FALSE },
    { sc_solution_check_prefix, "con", TRUE },
    { sc_solution_check_prefix, "a1", TRUE },
    { sc_solution_check_prefix, "contoso8", TRUE },
    { sc_solution_check_prefix, "c", FALSE },
    { sc_solution_check_prefix, "", FALSE },
    { sc_solution_check_prefix, "contoso89", FALSE },
    { sc_solution_check_prefix, "1con", FALSE },
    { sc_solution_check_prefix, "co_n", FALSE },
    { sc_solution_check_prefix, "mscrmx", FALSE },
    { sc_solution_check_prefix, "MSCRM", FALSE },
    { sc_solution_check_option_prefix, "10000", TRUE },
    { sc_solution_check_option_prefix, "99999", TRUE },
    { sc_solution_check_option_prefix, "9999", FALSE },
    { sc_solution_check_option_prefix, "100000", FALSE },
    { sc_solution_check_option_prefix, "", FALSE },
    { sc_solution_check_option_prefix, "12345x", FALSE },
    { sc_solution_check_option_prefix, " 12345", FALSE },
    { sc_solution_check_version, "1.0.0.0", TRUE },
    { sc_solution_check_version, "2024.11", TRUE },
    { sc_solution_check_version, "1", FALSE },
    { sc_solution_check_version, "1.0.0.0.0", FALSE },
    { sc_solution_check_version, "1..0", FALSE },
    { sc_solution_check_version, "1.0-beta", FALSE },
    { sc_solution_check_version, "1.99999999999", FALSE },
    { sc_solution_check_version, "", FALSE },
  };
  g_autofree char *derived = sc_solution_derive_unique_name ("2nd contoso (sales) wave – süd");
  g_autofree char *nothing = sc_solution_derive_unique_name ("漢字");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *complaint = cases[i].check (cases[i].text);

      if (cases[i].good != (complaint == NULL))
        g_error ("“%s”: %s", cases[i].text, complaint);
    }
  g_assert_cmpstr (derived, ==, "_2ndContosoSalesWaveSD");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpint (sc_solution_derive_option_prefix ("con"), >=, SC_OPTION_PREFIX_MIN);
  g_assert_cmpint (sc_solution_derive_option_prefix ("con"), <=, SC_OPTION_PREFIX_MAX);
  g_assert_cmpint (sc_solution_derive_option_prefix ("con"), ==,
                   sc_solution_derive_option_prefix ("CON"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/flow/copy/names", test_names);
  g_test_add_func ("/edit/flow/copy/ids", test_ids);
  g_test_add_func ("/edit/flow/copy/access", test_access);
  g_test_add_func ("/edit/flow/delete", test_delete);
  g_test_add_func ("/edit/flow/delete/shared-table", test_delete_shared);
  g_test_add_func ("/edit/value-map", test_map);
  g_test_add_func ("/edit/solution-names", test_solution_names);
  return g_test_run ();
}
