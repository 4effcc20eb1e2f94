/* sc-rules-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-id.h"
#include "sc-flow-meetings.h"
#include "sc-rule-private.h"

/* Rules about the tables that a flow leads through. */

/* Mobile Offline Profile, of the choice componenttype (Microsoft Learn, solutioncomponent table
 * reference). */
#define OFFLINE_PROFILE 161

/* Standard tables that Microsoft lists as usable in flows ("Business process flows overview"), and
 * two more that the reference of processstage shows in use. */
static const char *const usable_tables[] = {
  "account",
  "activitypointer",
  "appointment",
  "campaign",
  "campaignactivity",
  "campaignresponse",
  "competitor",
  "contact",
  "email",
  "entitlement",
  "fax",
  "incident",
  "invoice",
  "knowledgearticle",
  "lead",
  "letter",
  "list",
  "opportunity",
  "phonecall",
  "product",
  "productpricelevel",
  "quote",
  "recurringappointmentmaster",
  "salesliterature",
  "salesorder",
  "socialactivity",
  "systemuser",
  "task",
  "team",
};

static void
check_enabled (const ScSubject *subject, ScReporter *reporter)
{
  const ScTable *table = subject->table;

  if (table == NULL || table->flow_enabled != SC_TRI_NO || table->backing)
    return;
  sc_reporter_add (
      reporter, _ ("The table “%s” of the stage “%s” is not enabled for business process flows."),
      sc_rule_name_table (subject, table->name), sc_rule_name_stage (subject, subject->stage));
}

static gboolean
is_usable (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (usable_tables); i++)
    if (g_ascii_strcasecmp (usable_tables[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
check_standard_table (const ScSubject *subject, ScReporter *reporter)
{
  const char *name = subject->stage->table;

  /* Names with an underscore are custom tables. Where the table itself says it, ST-07 judges. */
  if (sc_text_is_blank (name) || strchr (name, '_') != NULL
      || (subject->table != NULL
          && (subject->table->flow_enabled != SC_TRI_UNKNOWN || subject->table->backing))
      || is_usable (name))
    return;
  sc_reporter_add (reporter,
                   _ ("“%s” (stage “%s”) is not among the standard tables that Microsoft lists for "
                      "business process flows."),
                   sc_rule_name_table (subject, name),
                   sc_rule_name_stage (subject, subject->stage));
}

static void
check_social_activity (const ScSubject *subject, ScReporter *reporter)
{
  sc_list_foreach (subject->flow->stages, const ScStage *, stage)
    {
      if (stage_i == 0 || !sc_name_equal (stage->table, "socialactivity"))
        continue;
      sc_reporter_set_stage (reporter, (int) stage_i);
      sc_reporter_add (reporter,
                       _ ("“%s” is on Social Activity: people cannot create its row with “Next "
                          "stage”, “Create”."),
                       sc_rule_name_stage (subject, stage));
    }
}

static void
check_transition (const ScSubject *subject,
                  ScReporter *reporter,
                  const ScTransition *transition,
                  const ScStage *source,
                  const ScStage *target)
{
  const ScRelationship *known
      = sc_lookup_find_relationship (subject->lookup, transition->relationship);

  /* Between stages of one table an entry is left over from an earlier shape of the flow, and does
   * no harm. */
  if (known == NULL || sc_name_equal (source->table, target->table))
    return;
  if (sc_name_equal (known->referenced, source->table)
      && sc_name_equal (known->referencing, target->table))
    return;
  sc_reporter_add (reporter,
                   _ ("“%s” leads to “%s” by the relationship “%s”, which goes from “%s” to “%s” "
                      "and not from “%s” "
                      "to “%s”."),
                   sc_rule_name_stage (subject, source), sc_rule_name_stage (subject, target),
                   transition->relationship, sc_rule_name_table (subject, known->referenced),
                   sc_rule_name_table (subject, known->referencing),
                   sc_rule_name_table (subject, source->table),
                   sc_rule_name_table (subject, target->table));
}

static void
check_relationships (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlow *flow = subject->flow;
  g_autoptr (GHashTable) index = NULL;

  if (flow->transitions == NULL)
    return;
  index = sc_flow_index_stages (flow);
  sc_list_foreach (flow->transitions, const ScTransition *, transition)
    {
      int source = sc_flow_index_find (index, transition->source);
      int target = sc_flow_index_find (index, transition->target);

      if (source < 0 || target < 0)
        {
          sc_reporter_set_severity (reporter, SC_SEVERITY_WARNING);
          sc_reporter_add (reporter,
                           _ ("The relationship “%s” is given between stages that are not both in "
                              "the flow."),
                           transition->relationship != NULL ? transition->relationship : "");
          continue;
        }
      sc_reporter_set_stage (reporter, target);
      check_transition (subject, reporter, transition, sc_list_at (flow->stages, (guint) source),
                        sc_list_at (flow->stages, (guint) target));
    }
}

/* One bit per table of the flow; more than 64 tables share the last one. */
static guint64
get_table_bit (GHashTable *tables, const char *table)
{
  guint number;

  if (sc_text_is_blank (table))
    return 0;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (tables, table));
  if (number == 0)
    {
      number = MIN (g_hash_table_size (tables) + 1, 64);
      g_hash_table_insert (tables, (gpointer) table, GUINT_TO_POINTER (number));
    }
  return G_GUINT64_CONSTANT (1) << (number - 1);
}

/* Source and target of the transitions, as "position position" in one pointer. */
static GHashTable *
index_transitions (const ScFlow *flow)
{
  GHashTable *pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) index = sc_flow_index_stages (flow);

  sc_list_foreach (flow->transitions, const ScTransition *, transition)
    {
      int source = sc_flow_index_find (index, transition->source);
      int target = sc_flow_index_find (index, transition->target);

      if (source >= 0 && target >= 0)
        g_hash_table_add (pairs, g_memdup2 (&(gint64){ (gint64) source << 32 | target }, 8));
    }
  return pairs;
}

/* Reports each edge to a table that no way to it has passed, where no relationship is given. */
static void
check_missing_relationships (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlowGraph *graph = subject->graph;
  const ScList *stages = subject->flow->stages;
  g_autoptr (GHashTable) tables = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  g_autoptr (GHashTable) given = NULL;
  g_autofree guint64 *passed = g_new0 (guint64, graph->n_stages + 1);
  guint n;
  g_autofree guint *order = sc_flow_graph_sort (graph, &n);

  for (guint i = 0; i < n; i++)
    {
      const ScStage *source = sc_list_at (stages, order[i]);
      guint64 own = get_table_bit (tables, source->table);

      passed[order[i]] |= own;
      for (guint e = graph->first_edge[order[i]]; e < graph->first_edge[order[i] + 1]; e++)
        if (graph->edges[e].to >= 0)
          passed[graph->edges[e].to] |= passed[order[i]];
    }
  if (g_hash_table_size (tables) < 2)
    return;

  given = index_transitions (subject->flow);
  for (guint i = 0; i < n; i++)
    for (guint e = graph->first_edge[order[i]]; e < graph->first_edge[order[i] + 1]; e++)
      {
        int to = graph->edges[e].to;
        const ScStage *source = sc_list_get (stages, order[i]);
        const ScStage *target = to >= 0 ? sc_list_get (stages, (guint) to) : NULL;
        gint64 pair = (gint64) order[i] << 32 | (guint) to;

        if (target == NULL || sc_text_is_blank (target->table)
            || passed[order[i]] & get_table_bit (tables, target->table)
            || !g_hash_table_add (given, g_memdup2 (&pair, sizeof pair)))
          continue;
        sc_reporter_set_stage (reporter, to);
        sc_reporter_add (reporter,
                         _ ("From “%s” to “%s” the flow goes on to the table “%s” without a "
                            "relationship: people cannot pick a related row."),
                         sc_rule_name_stage (subject, source), sc_rule_name_stage (subject, target),
                         sc_rule_name_table (subject, target->table));
      }
}

/* Whether the flow's table has a lookup to another one. */
static gboolean
has_lookup_to (const ScTable *backing, const char *table)
{
  g_autofree char *name = g_strdup_printf ("bpf_%sid", table);

  sc_list_foreach (backing->columns, const ScColumn *, column)
    {
      if (sc_name_equal (column->name, name))
        return TRUE;
      sc_list_foreach (column->targets, const ScLabel *, target)
        {
          if (sc_name_equal (target->text, table))
            return TRUE;
        }
    }
  return FALSE;
}

/* A table that leads to none of the flow's tables is not there as a whole. */
static void
check_lookups (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlow *flow = subject->flow;
  const ScTable *backing = sc_lookup_find_table (subject->lookup, flow->unique_name);
  g_autoptr (GPtrArray) tables = NULL;
  const char *missing = NULL;
  guint n_missing = 0;

  if (backing == NULL || !backing->backing)
    return;
  tables = sc_flow_list_tables (flow);
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);

      if (!has_lookup_to (backing, table) && n_missing++ == 0)
        missing = table;
    }
  if (n_missing == 0 || n_missing == tables->len)
    return;
  sc_reporter_add (reporter,
                   ngettext ("“%s” leads through %u table, “%s”, that its own table has no lookup "
                             "to yet: importing the flow adds a column.",
                             "“%s” leads through %u tables, such as “%s”, that its own table has "
                             "no lookup to yet: importing the flow adds columns.",
                             n_missing),
                   sc_rule_name_flow (subject, flow), n_missing,
                   sc_rule_name_table (subject, missing));
}

static gboolean
has_offline_profile (const ScList *components)
{
  sc_list_foreach (components, const ScComponent *, component)
    {
      if (component->type == OFFLINE_PROFILE)
        return TRUE;
    }
  return FALSE;
}

static void
check_offline (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (subject->flow);

  if (tables->len < 2 || !has_offline_profile (subject->components))
    return;
  sc_reporter_set_figures (reporter, tables->len, 1);
  sc_reporter_add (reporter,
                   ngettext ("The solution has a profile for working offline, but “%s” leads "
                             "through %u table and works only online.",
                             "The solution has a profile for working offline, but “%s” leads "
                             "through %u tables and works only online.",
                             tables->len),
                   sc_rule_name_flow (subject, subject->flow), tables->len);
}

const ScRule sc_rules_table[] = {
  {
      .id = "ST-07",
      .title = N_ ("Tables enabled for flows"),
      .explanation = N_ ("Every table of a flow must be enabled for business process flows. That "
                         "adds columns to the table and cannot be taken back."),
      .source = "Microsoft Learn: Work with business process flows using code; server error "
                "EntityIsNotBusinessProcessFlowEnabled",
      .server_code = "0x80060421",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STAGE,
      .uses = SC_USES_TABLES,
      .needs = SC_NEEDS_TABLES,
      .check = check_enabled,
  },
  {
      .id = "ST-08",
      .title = N_ ("Standard tables that flows can use"),
      .explanation = N_ ("Flows can use every custom table, and of the standard tables those with "
                         "the newer forms. Microsoft's list is not complete: check this one in the "
                         "environment."),
      .source = "Microsoft Learn: Business process flows overview",
      .server_code = "0x80060421",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STAGE,
      .uses = SC_USES_TABLES,
      .check = check_standard_table,
  },
  {
      .id = "ST-09",
      .title = N_ ("No later stage on Social Activity"),
      .explanation = N_ ("Moving on to such a stage with “Create” ends in an unexpected error, "
                         "because apps cannot create social activities."),
      .source = "Microsoft Learn: Business process flows overview (note on Social Activity)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_STAGES,
      .check = check_social_activity,
  },
  {
      .id = "TB-01",
      .title = N_ ("Relationships fit the stages"),
      .explanation
      = N_ ("A relationship between two stages is one-to-many and goes from the table of "
            "the earlier stage to that of the later one."),
      .source = "Microsoft Learn: Create a business process flow; server error "
                "CrossEntityRelationshipInvalidOperation",
      .server_code = "0x80092006",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_TABLES | SC_USES_STAGES | SC_USES_WAYS,
      .needs = SC_NEEDS_RELATIONSHIPS,
      .check = check_relationships,
      .repair = sc_repair_relationship,
      .repair_names = SC_NAMES_STAGE,
      .repair_all = TRUE,
      .repair_only_one = TRUE,
  },
  {
      .id = "TB-02",
      .title = N_ ("A relationship where the table changes"),
      .explanation = N_ ("With a relationship people pick a related row or get a new one that is "
                         "linked and filled in part. Without one they search through all rows."),
      .source = "Microsoft Learn: Create a business process flow (relationships)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_TABLES | SC_USES_STAGES | SC_USES_WAYS,
      .check = check_missing_relationships,
      .repair = sc_repair_relationship,
      .repair_names = SC_NAMES_STAGE,
      .repair_all = TRUE,
      .repair_only_one = TRUE,
  },
  {
      .id = "TB-06",
      .title = N_ ("One table where people work offline"),
      .explanation
      = N_ ("Without a connection, the mobile app shows only flows that stay on one table. The "
            "rule speaks up where the solution has an offline profile."),
      .source = "Microsoft Learn: Business process flows overview (offline)",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_COMPONENTS | SC_USES_SELF | SC_USES_STAGES,
      .needs = SC_NEEDS_COMPONENTS,
      .check = check_offline,
  },
  {
      .id = "TB-07",
      .title = N_ ("The flow's table knows the tables of the flow"),
      .explanation
      = N_ ("The table of a flow has a lookup for each table that the flow leads through. Another "
            "table in a flow that exists already changes that table where it is imported."),
      .source = "Microsoft Learn: Work with business process flows using code",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_TABLES | SC_USES_SELF | SC_USES_STAGES,
      .check = check_lookups,
  },
  { NULL },
};
