/* sc-rules-access.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-rule-private.h"

/* Rules about who can run a flow. Permission to run it is permission on its backing table, which
 * the organization owns. */

#define READ_PROCESS "prvReadWorkflow"

static guint
count_roles (const ScSubject *subject)
{
  return sc_list_length (sc_grants_get_roles (subject->grants));
}

static gboolean
can_judge (const ScSubject *subject)
{
  return sc_rule_can_judge_access (subject);
}

static ScLevel
get_level (const ScSubject *subject, guint role, ScAccess access)
{
  return sc_grants_get_level (subject->grants, role, access, subject->flow->unique_name);
}

static gboolean
has_anybody (const ScSubject *subject, ScAccess access)
{
  for (guint i = 0; i < count_roles (subject); i++)
    if (get_level (subject, i, access) != SC_LEVEL_NONE)
      return TRUE;
  return FALSE;
}

/* Roles add up, so one may let people read and another one let them move. */
static void
check_anybody (const ScSubject *subject, ScReporter *reporter)
{
  if (!can_judge (subject) || !subject->flow->active)
    return;
  if (!has_anybody (subject, SC_ACCESS_READ))
    sc_reporter_add (reporter,
                     _ ("No role of this solution can read “%s”: only administrators and "
                        "customizers see it."),
                     sc_rule_name_flow (subject, subject->flow));
  else if (!has_anybody (subject, SC_ACCESS_CREATE) && !has_anybody (subject, SC_ACCESS_WRITE))
    sc_reporter_add (reporter,
                     _ ("Roles of this solution can read “%s”, but none can start or move it: only "
                        "administrators and customizers can run it."),
                     sc_rule_name_flow (subject, subject->flow));
}

static void
check_patterns (const ScSubject *subject, ScReporter *reporter)
{
  if (!can_judge (subject))
    return;
  sc_list_foreach (sc_grants_get_roles (subject->grants), const ScRole *, role)
    {
      gboolean create = get_level (subject, role_i, SC_ACCESS_CREATE) != SC_LEVEL_NONE;
      gboolean write = get_level (subject, role_i, SC_ACCESS_WRITE) != SC_LEVEL_NONE;
      const char *name = role->name != NULL ? role->name : "";

      if (!create && !write)
        continue;
      if (get_level (subject, role_i, SC_ACCESS_READ) == SC_LEVEL_NONE)
        {
          sc_reporter_set_role (reporter, role);
          sc_reporter_add (reporter,
                           _ ("The role “%s” may create or change “%s” but not read it: people do "
                              "not see the flow."),
                           name, sc_rule_name_flow (subject, subject->flow));
        }
      else if (create && get_level (subject, role_i, SC_ACCESS_APPEND) == SC_LEVEL_NONE)
        {
          sc_reporter_set_role (reporter, role);
          sc_reporter_add (reporter,
                           _ ("The role “%s” may create “%s” but lacks Append: the flow cannot be "
                              "linked to its row."),
                           name, sc_rule_name_flow (subject, subject->flow));
        }
    }
}

static const char *
name_level (const ScPrivilege *privilege)
{
  const char *level = privilege->level_name != NULL ? privilege->level_name
                                                    : sc_level_get_file_name (privilege->level);

  return level != NULL ? level : "?";
}

static void
report_level (const ScSubject *subject,
              ScReporter *reporter,
              const ScRole *role,
              const ScPrivilege *privilege)
{
  sc_reporter_set_role (reporter, role);
  sc_reporter_add (reporter,
                   _ ("The role “%s” has “%s” at the level %s; the table of a flow only has "
                      "Organization (Global) or nothing."),
                   role->name != NULL ? role->name : "", privilege->name, name_level (privilege));
}

/* The tables of the stages: what the organization owns has one level, too. */
static void
check_table_levels (const ScSubject *subject, ScReporter *reporter, guint role, const char *table)
{
  const ScTable *known = sc_lookup_find_table (subject->lookup, table);
  const ScRole *owner = sc_list_at (sc_grants_get_roles (subject->grants), role);
  const char *ending = sc_table_get_privilege_name (table);

  if (known == NULL || known->ownership != SC_OWNERSHIP_ORGANIZATION || ending == NULL)
    return;
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    {
      g_autofree char *name = sc_access_get_privilege_name (access, ending);
      const ScPrivilege *found = sc_grants_find (subject->grants, role, name);

      if (found == NULL || (found->level_name == NULL && found->level == SC_LEVEL_ORGANIZATION))
        continue;
      sc_reporter_set_role (reporter, owner);
      sc_reporter_add (reporter,
                       _ ("The role “%s” has “%s” at the level %s; the organization owns the table "
                          "“%s”, so there is only Organization (Global) or nothing."),
                       owner->name != NULL ? owner->name : "", found->name, name_level (found),
                       sc_rule_name_table (subject, table));
    }
}

static void
check_levels (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GPtrArray) tables = NULL;
  static const char *const impossible[] = { "prvAssign", "prvShare" };
  const char *table = subject->flow->unique_name;

  if (!can_judge (subject))
    return;
  tables = sc_flow_list_tables (subject->flow);
  sc_list_foreach (sc_grants_get_roles (subject->grants), const ScRole *, role)
    {
      for (guint i = 0; i < tables->len; i++)
        check_table_levels (subject, reporter, role_i, g_ptr_array_index (tables, i));
      for (ScAccess access = 0; access < SC_N_ACCESS; access++)
        {
          g_autofree char *name = sc_access_get_privilege_name (access, table);
          const ScPrivilege *found = sc_grants_find (subject->grants, role_i, name);

          if (found != NULL && (found->level_name != NULL || found->level != SC_LEVEL_ORGANIZATION))
            report_level (subject, reporter, role, found);
        }
      for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
        {
          g_autofree char *name = g_strconcat (impossible[i], table, NULL);

          if (sc_grants_find (subject->grants, role_i, name) == NULL)
            continue;
          sc_reporter_set_role (reporter, role);
          sc_reporter_add (
              reporter, _ ("The role “%s” has “%s”, which does not exist for the table of a flow."),
              role->name != NULL ? role->name : "", name);
        }
    }
}

static gboolean
has_conditions (const ScFlow *flow)
{
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (stage->condition != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_read_process (const ScSubject *subject, ScReporter *reporter)
{
  gboolean anybody = FALSE;

  if (!can_judge (subject) || !has_conditions (subject->flow))
    return;
  for (guint i = 0; i < count_roles (subject); i++)
    {
      if (get_level (subject, i, SC_ACCESS_READ) == SC_LEVEL_NONE)
        continue;
      if (sc_grants_find (subject->grants, i, READ_PROCESS) != NULL)
        return;
      anybody = TRUE;
    }
  if (anybody)
    sc_reporter_add (reporter,
                     _ ("“%s” branches, but no role that can read it may read processes (%s): "
                        "people need that from another role."),
                     sc_rule_name_flow (subject, subject->flow), READ_PROCESS);
}

const ScRule sc_rules_access[] = {
  {
      .id = "P-01",
      .title = N_ ("Somebody can run the flow"),
      .explanation
      = N_ ("After activation only System Administrator and System Customizer have access "
            "to a flow. Everybody else needs a role with privileges on its table."),
      .source = "Microsoft Learn: Work with business process flows using code (manage security)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_ROLES | SC_USES_SELF,
      .needs = SC_NEEDS_ROLES,
      .check = check_anybody,
      .repair = sc_repair_nobody,
  },
  {
      .id = "P-02",
      .title = N_ ("Privileges that go together"),
      .explanation = N_ ("Who starts or moves a flow must also read it, and a new one is linked to "
                         "its row, which takes Append."),
      .source = "Microsoft Learn: Security roles and privileges",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_ROLES | SC_USES_SELF,
      .needs = SC_NEEDS_ROLES,
      .check = check_patterns,
      .repair = sc_repair_missing_privilege,
      .repair_names = SC_NAMES_ROLE,
      .repair_all = TRUE,
  },
  {
      .id = "P-03",
      .title = N_ ("Organization or nothing"),
      .explanation = N_ ("The organization owns the table of a flow: its privileges have the level "
                         "Organization, and Assign and Share do not exist. Other tables that the "
                         "organization owns have no other level either."),
      .source = "Microsoft Learn: Work with business process flows using code (organization scope)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_ROLES | SC_USES_TABLES | SC_USES_SELF | SC_USES_STAGES,
      .needs = SC_NEEDS_ROLES,
      .check = check_levels,
      .repair = sc_repair_level,
      .repair_names = SC_NAMES_ROLE,
      .repair_all = TRUE,
  },
  {
      .id = "P-06",
      .title = N_ ("People can read processes"),
      .explanation
      = N_ ("People whose roles do not let them read processes are said to see only the "
            "first stage, because conditions are not evaluated for them."),
      .source = "Reported by administrators (ippu-biz.com)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_ROLES | SC_USES_SELF | SC_USES_WAYS,
      .needs = SC_NEEDS_ROLES,
      .check = check_read_process,
      .repair = sc_repair_read_process,
      .repair_all = TRUE,
  },
  { NULL },
};
