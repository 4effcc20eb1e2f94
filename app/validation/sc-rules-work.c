/* sc-rules-work.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-rule-private.h"

/* Rules about whether who runs a flow can also work in its tables. Roles add up: one that reads
 * none of the tables gives access to the flow and leaves the rest to other roles. Each role is
 * reported for one table, and for one thing per table: what it cannot read is not said to lack
 * Write, what it cannot change is not said to lack Create. */

static gboolean
has (const ScSubject *subject, guint role, ScAccess access, const char *table)
{
  const char *name = sc_table_get_privilege_name (table);

  return name != NULL && sc_grants_get_level (subject->grants, role, access, name) != SC_LEVEL_NONE;
}

/* FALSE, too, where it is not known. */
static gboolean
lacks (const ScSubject *subject, guint role, ScAccess access, const char *table)
{
  return sc_table_get_privilege_name (table) != NULL && !has (subject, role, access, table);
}

static gboolean
has_on_flow (const ScSubject *subject, guint role, ScAccess access)
{
  return sc_grants_get_level (subject->grants, role, access, subject->flow->unique_name)
         != SC_LEVEL_NONE;
}

static const char *
name_role (const ScRole *role)
{
  return role->name != NULL ? role->name : "";
}

/* The first table of the flow that the role cannot read, while it can another; NULL when it reads
 * all or none. */
static const char *
find_unreadable (const ScSubject *subject, const GPtrArray *tables, guint role)
{
  const char *unreadable = NULL;
  gboolean reads = FALSE;

  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);

      if (has (subject, role, SC_ACCESS_READ, table))
        reads = TRUE;
      else if (unreadable == NULL && lacks (subject, role, SC_ACCESS_READ, table))
        unreadable = table;
    }
  return reads ? unreadable : NULL;
}

static void
check_tables_readable (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GPtrArray) tables = NULL;

  if (!sc_rule_can_judge_access (subject))
    return;
  tables = sc_flow_list_tables (subject->flow);
  if (tables->len < 2)
    return;
  sc_list_foreach (sc_grants_get_roles (subject->grants), const ScRole *, role)
    {
      const char *table;

      if (!has_on_flow (subject, role_i, SC_ACCESS_READ))
        continue;
      table = find_unreadable (subject, tables, role_i);
      if (table == NULL)
        continue;
      sc_reporter_set_role (reporter, role);
      sc_reporter_add (reporter,
                       _ ("The role “%s” can use “%s” but not read “%s”: people see the names of "
                          "those stages and cannot work in them."),
                       name_role (role), sc_rule_name_flow (subject, subject->flow),
                       sc_rule_name_table (subject, table));
    }
}

/* The tables of the stages with data steps. */
static GPtrArray *
list_filled_tables (const ScSubject *subject)
{
  GPtrArray *tables = g_ptr_array_new ();

  sc_list_foreach (subject->flow->stages, const ScStage *, stage)
    {
      if (subject->digests[stage_i]->n_data > 0 && !sc_text_is_blank (stage->table)
          && !g_ptr_array_find_with_equal_func (tables, stage->table, (GEqualFunc) sc_name_equal,
                                                NULL))
        g_ptr_array_add (tables, (gpointer) stage->table);
    }
  return tables;
}

/* The first of the tables that the role reads and cannot change. */
static const char *
find_unwritable (const ScSubject *subject, const GPtrArray *tables, guint role)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);

      if (lacks (subject, role, SC_ACCESS_WRITE, table)
          && has (subject, role, SC_ACCESS_READ, table))
        return table;
    }
  return NULL;
}

static void
check_tables_writable (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GPtrArray) tables = NULL;

  if (!sc_rule_can_judge_access (subject))
    return;
  tables = list_filled_tables (subject);
  sc_list_foreach (sc_grants_get_roles (subject->grants), const ScRole *, role)
    {
      const char *table;

      if (!has_on_flow (subject, role_i, SC_ACCESS_WRITE))
        continue;
      table = find_unwritable (subject, tables, role_i);
      if (table == NULL)
        continue;
      sc_reporter_set_role (reporter, role);
      sc_reporter_add (reporter,
                       _ ("The role “%s” can move “%s” but not change rows of “%s”: people cannot "
                          "fill in the steps there."),
                       name_role (role), sc_rule_name_flow (subject, subject->flow),
                       sc_rule_name_table (subject, table));
    }
}

static gboolean
has_relationship (const ScFlow *flow, const ScStage *source, const ScStage *target)
{
  return sc_flow_find_transition (flow, source->id, target->id) != NULL;
}

/* FALSE when there is nothing to say. */
static gboolean
report_next_table (const ScSubject *subject,
                   ScReporter *reporter,
                   guint role,
                   const ScStage *source,
                   const ScStage *target)
{
  const ScRole *owner = sc_list_get (sc_grants_get_roles (subject->grants), role);
  gboolean links = has_relationship (subject->flow, source, target);
  ScAccess missing = SC_ACCESS_CREATE;
  const char *table = target->table;

  if (!has (subject, role, SC_ACCESS_READ, table) || !has (subject, role, SC_ACCESS_WRITE, table))
    return FALSE;
  if (lacks (subject, role, SC_ACCESS_CREATE, table))
    missing = SC_ACCESS_CREATE;
  else if (links && lacks (subject, role, SC_ACCESS_APPEND, table))
    missing = SC_ACCESS_APPEND;
  else if (links && has (subject, role, SC_ACCESS_READ, source->table)
           && lacks (subject, role, SC_ACCESS_APPEND_TO, source->table))
    {
      missing = SC_ACCESS_APPEND_TO;
      table = source->table;
    }
  else
    return FALSE;
  sc_reporter_set_role (reporter, owner);
  sc_reporter_add (reporter,
                   _ ("The role “%s” can move “%s” but lacks %s for “%s”: on the way from “%s” to "
                      "“%s” people cannot make a new row and go on with it."),
                   name_role (owner), sc_rule_name_flow (subject, subject->flow),
                   sc_access_get_title (missing), sc_rule_name_table (subject, table),
                   sc_rule_name_stage (subject, source), sc_rule_name_stage (subject, target));
  return TRUE;
}

/* A flow comes back to its first table with the row that it started with. */
static void
check_next_tables (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlowGraph *graph = subject->graph;
  const ScList *stages = subject->flow->stages;
  const ScStage *first = sc_list_get (stages, 0);

  if (first == NULL || !sc_rule_can_judge_access (subject))
    return;
  for (guint role = 0; role < sc_list_length (sc_grants_get_roles (subject->grants)); role++)
    {
      gboolean reported = !has_on_flow (subject, role, SC_ACCESS_WRITE);

      for (guint e = 0; e < graph->n_edges && !reported; e++)
        {
          const ScEdge *edge = &graph->edges[e];
          const ScStage *source = sc_list_at (stages, edge->from);
          const ScStage *target = edge->to >= 0 ? sc_list_at (stages, (guint) edge->to) : NULL;

          if (target != NULL && !sc_text_is_blank (source->table)
              && !sc_text_is_blank (target->table) && !sc_name_equal (source->table, target->table)
              && !sc_name_equal (first->table, target->table))
            reported = report_next_table (subject, reporter, role, source, target);
        }
    }
}

const ScRule sc_rules_work[] = {
  {
      .id = "GP-03",
      .title = N_ ("Who moves a flow can fill its steps"),
      .explanation
      = N_ ("A step changes the row that the stage is on. Who may move the flow and read the row, "
            "but not change it, sees steps that cannot be filled in and is stuck at the first "
            "required one."),
      .source = "Microsoft Learn: Security roles and privileges",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_ROLES | SC_USES_TABLES | SC_USES_SELF | SC_USES_STAGES | SC_USES_STEPS,
      .needs = SC_NEEDS_ROLES,
      .check = check_tables_writable,
      .repair = sc_repair_write_tables,
      .repair_names = SC_NAMES_ROLE,
  },
  {
      .id = "P-04",
      .title = N_ ("Who uses a flow reads its tables"),
      .explanation
      = N_ ("The bar shows the names of all stages and steps to whoever can read the flow, also of "
            "those on tables that a person may not read. Let the role read them, or split the "
            "flow."),
      .source
      = "Microsoft Learn: Enhance business process flows with branching (prevent information "
        "disclosure)",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_ROLES | SC_USES_TABLES | SC_USES_SELF | SC_USES_STAGES,
      .needs = SC_NEEDS_ROLES,
      .check = check_tables_readable,
  },
  {
      .id = "P-05",
      .title = N_ ("Who moves a flow can go on to the next table"),
      .explanation
      = N_ ("“Next stage” to another table offers to make a row there and links it to the one "
            "before. That takes Create and Append on the later table and Append To on the earlier "
            "one; without them the button is missing, or the link fails."),
      .source = "Microsoft Learn: Security roles and privileges; reported by consultants (Adisys)",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_ROLES | SC_USES_TABLES | SC_USES_SELF | SC_USES_STAGES | SC_USES_WAYS,
      .needs = SC_NEEDS_ROLES,
      .check = check_next_tables,
      .repair = sc_repair_next_tables,
      .repair_names = SC_NAMES_ROLE,
  },
  { NULL },
};
