/* sc-rules-sibling.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-id.h"
#include "sc-rule-private.h"

/* Rules about flows beside each other: these see the whole solution and run after every edit, so
 * each is one walk over the flows. */

static void
check_active_flows (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GHashTable) groups = NULL;
  GHashTableIter iter;
  gpointer table, value;
  guint limit = sc_validation_get_max_active_flows (subject->solution);

  if (sc_list_length (subject->solution->flows) <= limit)
    return;
  groups = sc_rule_group_active_flows (subject->solution);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &table, &value))
    {
      const GArray *group = value;
      guint excess;

      if (group->len <= limit)
        continue;
      /* The first one that is too many stands for all of them. */
      excess = g_array_index (group, guint, limit);
      sc_reporter_set_flow (reporter, excess);
      sc_reporter_set_figures (reporter, group->len, limit);
      sc_reporter_add (reporter,
                       ngettext ("%u flow is active for the table “%s”; at most %u are allowed.",
                                 "%u flows are active for the table “%s”; at most %u are allowed.",
                                 group->len),
                       group->len, sc_rule_name_table (subject, table), limit);
    }
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer flows)
{
  guint i = *(const guint *) a, j = *(const guint *) b;
  const ScFlow *p = sc_list_at (flows, i), *q = sc_list_at (flows, j);

  return p->order != q->order ? (p->order < q->order ? -1 : 1) : (i < j ? -1 : i > j);
}

/* group is sorted by order; reports each run of equal ones at its second flow. */
static void
report_equal_orders (const ScSubject *subject, ScReporter *reporter, const GArray *group)
{
  const ScList *flows = subject->solution->flows;

  for (guint i = 0, n; i < group->len; i += n)
    {
      const ScFlow *first = sc_list_at (flows, g_array_index (group, guint, i));
      const ScFlow *second;

      n = 1;
      while (i + n < group->len
             && ((const ScFlow *) sc_list_at (flows, g_array_index (group, guint, i + n)))->order
                    == first->order)
        n++;
      if (n < 2)
        continue;
      second = sc_list_at (flows, g_array_index (group, guint, i + 1));
      sc_reporter_set_flow (reporter, g_array_index (group, guint, i + 1));
      sc_reporter_set_figures (reporter, n, 1);
      sc_reporter_add (reporter,
                       ngettext ("%u active flow on the table “%s” has the order %d, “%s” and “%s” "
                                 "among them: which one a new row gets is not certain.",
                                 "%u active flows on the table “%s” have the order %d, “%s” and "
                                 "“%s” among them: which one a new row gets is not certain.",
                                 n),
                       n, sc_rule_name_table (subject, sc_flow_get_start_table (first)),
                       first->order, sc_rule_name_flow (subject, first),
                       sc_rule_name_flow (subject, second));
    }
}

static void
check_order (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GHashTable) groups = NULL;
  GHashTableIter iter;
  gpointer group;

  if (sc_list_length (subject->solution->flows) < 2)
    return;
  groups = sc_rule_group_active_flows (subject->solution);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    {
      g_array_sort_with_data (group, compare_order, (gpointer) subject->solution->flows);
      report_equal_orders (subject, reporter, group);
    }
}

/* What Dataverse makes of a name: small letters and digits only. */
static char *
derive_unique_name (const char *name)
{
  GString *result = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (result, g_ascii_tolower (*p));
    }
  return g_string_free (result, FALSE);
}

/* The part behind the prefix of a unique name. */
static const char *
without_prefix (const char *unique_name)
{
  const char *underscore = strchr (unique_name, '_');

  return underscore != NULL ? underscore + 1 : unique_name;
}

static void
check_derived_names (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GHashTable) names
      = g_hash_table_new_full (sc_name_hash, (GEqualFunc) sc_name_equal, g_free, NULL);

  sc_list_foreach (subject->solution->flows, const ScFlow *, known)
    {
      if (known->unique_name != NULL)
        g_hash_table_insert (names, g_strdup (without_prefix (known->unique_name)),
                             (gpointer) known);
    }
  sc_list_foreach (subject->solution->flows, const ScFlow *, flow)
    {
      g_autofree char *derived = NULL;
      const ScFlow *other;

      if (flow->unique_name != NULL || sc_text_is_blank (flow->name))
        continue;
      derived = derive_unique_name (flow->name);
      other = g_hash_table_lookup (names, derived);
      sc_reporter_set_flow (reporter, flow_i);
      if (*derived == '\0')
        sc_reporter_add (reporter,
                         _ ("The name “%s” has no Latin letter or digit, so no unique name can be "
                            "made of it."),
                         flow->name);
      else if (other != NULL)
        sc_reporter_add (reporter, _ ("The names “%s” and “%s” make the same unique name “%s”."),
                         sc_rule_name_flow (subject, other), flow->name, derived);
      else
        g_hash_table_insert (names, g_steal_pointer (&derived), (gpointer) flow);
    }
}

static void
check_ids (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);

  sc_list_foreach (subject->solution->flows, const ScFlow *, flow)
    {
      const ScFlow *other = flow->id != NULL ? g_hash_table_lookup (ids, flow->id) : NULL;

      if (other != NULL)
        {
          sc_reporter_set_flow (reporter, flow_i);
          sc_reporter_add (reporter, _ ("“%s” and “%s” have the same id."),
                           sc_rule_name_flow (subject, other), sc_rule_name_flow (subject, flow));
        }
      else if (flow->id != NULL)
        g_hash_table_insert (ids, (gpointer) flow->id, (gpointer) flow);
    }
}

/* A package may hold a table in part, without saying what it is for. */
static gboolean
is_other_table (const ScTable *table)
{
  return table != NULL && !table->backing && table->flow_enabled != SC_TRI_UNKNOWN;
}

static void
check_unique_names (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GHashTable) names = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);

  check_ids (subject, reporter);
  sc_list_foreach (subject->solution->flows, const ScFlow *, flow)
    {
      const ScFlow *other;
      const ScTable *table;

      if (flow->unique_name == NULL)
        continue;
      other = g_hash_table_lookup (names, flow->unique_name);
      table = sc_lookup_find_table (subject->lookup, flow->unique_name);
      sc_reporter_set_flow (reporter, flow_i);
      if (other != NULL)
        sc_reporter_add (reporter, _ ("“%s” and “%s” have the same unique name “%s”."),
                         sc_rule_name_flow (subject, other), sc_rule_name_flow (subject, flow),
                         flow->unique_name);
      else if (is_other_table (table))
        sc_reporter_add (reporter,
                         _ ("“%s” has the unique name “%s”, which is the name of another table."),
                         sc_rule_name_flow (subject, flow), flow->unique_name);
      if (other == NULL)
        g_hash_table_insert (names, (gpointer) flow->unique_name, (gpointer) flow);
    }
}

/* Between flows; within one, ST-05 looks. Of two flows with one id F-09 speaks. */
static void
check_stage_ids (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GHashTable) owners = NULL;

  if (sc_list_length (subject->solution->flows) < 2)
    return;
  owners = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  sc_list_foreach (subject->solution->flows, const ScFlow *, flow)
    {
      sc_list_foreach (flow->stages, const ScStage *, stage)
        {
          const ScFlow *owner = stage->id != NULL ? g_hash_table_lookup (owners, stage->id) : NULL;

          if (owner == NULL && stage->id != NULL)
            g_hash_table_insert (owners, (gpointer) stage->id, (gpointer) flow);
          if (owner == NULL || owner == flow || sc_id_equal (owner->id, flow->id))
            continue;
          sc_reporter_set_flow (reporter, flow_i);
          sc_reporter_add (reporter, _ ("The stage “%s” of “%s” has the id of a stage of “%s”."),
                           sc_rule_name_stage (subject, stage), sc_rule_name_flow (subject, flow),
                           sc_rule_name_flow (subject, owner));
        }
    }
}

/* The ids of the processes of an app. */
static GHashTable *
list_processes (const ScApp *app)
{
  GHashTable *ids = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);

  sc_list_foreach (app->components, const ScComponent *, component)
    {
      if (component->type == SC_COMPONENT_PROCESS && component->id != NULL)
        g_hash_table_add (ids, (gpointer) component->id);
    }
  return ids;
}

static gboolean
has_flow (GHashTable *ids, const ScFlow *flow)
{
  return flow->id != NULL && g_hash_table_contains (ids, flow->id);
}

static gboolean
has_any_flow (GHashTable *ids, const ScSolution *solution)
{
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (has_flow (ids, flow))
        return TRUE;
    }
  return FALSE;
}

static void
check_apps (const ScSubject *subject, ScReporter *reporter)
{
  sc_list_foreach (subject->solution->apps, const ScApp *, app)
    {
      g_autoptr (GHashTable) ids = list_processes (app);

      if (!has_any_flow (ids, subject->solution))
        continue;
      sc_list_foreach (subject->solution->flows, const ScFlow *, flow)
        {
          if (has_flow (ids, flow) || !sc_app_has_table (app, sc_flow_get_start_table (flow)))
            continue;
          sc_reporter_set_flow (reporter, flow_i);
          sc_reporter_add (reporter,
                           _ ("The app “%s” offers only the flows that it has, and “%s” is not "
                              "among them."),
                           sc_app_get_label (app, subject->language),
                           sc_rule_name_flow (subject, flow));
        }
    }
}

const ScRule sc_rules_sibling[] = {
  {
      .id = "F-01",
      .title = N_ ("At most 10 active flows per table"),
      .explanation = N_ ("The server refuses to activate the eleventh flow of a table. An "
                         "organization setting can raise the figure, at a cost in speed."),
      .source = "Microsoft Learn: Business process flows overview; server error "
                "EntityExceedsMaxActiveBusinessProcessFlows",
      .server_code = "0x80060420",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_SOLUTION,
      .uses = SC_USES_REST | SC_USES_TABLES | SC_USES_SELF | SC_USES_STAGES,
      .allowed = SC_MAX_ACTIVE_FLOWS,
      .check = check_active_flows,
      .repair = sc_repair_active_flows,
  },
  {
      .id = "F-07",
      .title = N_ ("A unique name can be made of the name"),
      .explanation = N_ ("Dataverse makes the unique name, and with it the table of the flow, from "
                         "the letters A to Z and the digits of its name."),
      .source
      = "Server error ProcessNameContainsInvalidCharacters; derivation as in Microsoft's own "
        "authoring library",
      .server_code = "0x80060398",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_SOLUTION,
      .uses = SC_USES_SELF,
      .check = check_derived_names,
      .repair = sc_repair_unique_name,
      .repair_all = TRUE,
  },
  {
      .id = "F-09",
      .title = N_ ("Id and unique name are the flow's own"),
      .explanation
      = N_ ("Activating a flow makes a table of its unique name. Where another flow or "
            "table has that name already, the server refuses it, and an import says "
            "that the process “does not have a unique name”."),
      .source = "Server error BPFEntityAlreadyExists; Microsoft Support article 4020021",
      .server_code = "0x80060384",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_SOLUTION,
      .uses = SC_USES_TABLES | SC_USES_SELF,
      .check = check_unique_names,
      .repair = sc_repair_same_name,
      .repair_all = TRUE,
  },
  {
      .id = "F-14",
      .title = N_ ("An order of their own for flows of one table"),
      .explanation = N_ ("A new row gets the flow with the lowest order among those the person may "
                         "use. With equal orders nothing says which one that is."),
      .source = "Microsoft Learn: Work with business process flows using code (ProcessOrder)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_SOLUTION,
      .uses = SC_USES_TABLES | SC_USES_SELF | SC_USES_STAGES,
      .check = check_order,
      .repair = sc_repair_order,
      .repair_all = TRUE,
  },
  {
      .id = "ST-05b",
      .title = N_ ("Stages of two flows have different ids"),
      .explanation
      = N_ ("The stages of all flows are rows of one table, with the id as their key. A "
            "flow that was copied by hand has to get new ids, or one of the two takes "
            "the stages of the other."),
      .source = "Microsoft Learn: processstage table reference (ProcessStageId is its primary key)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_SOLUTION,
      .uses = SC_USES_SELF | SC_USES_STAGES,
      .check = check_stage_ids,
  },
  {
      .id = "SL-08",
      .title = N_ ("The app has the flow"),
      .explanation = N_ ("An app without flows offers all flows of its tables. One that has any "
                         "offers only those: a new flow stays invisible there until it is added, "
                         "with its table."),
      .source = "Microsoft Learn: Work with business process flows using code",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_SOLUTION,
      .uses = SC_USES_REST | SC_USES_SELF | SC_USES_STAGES,
      .needs = SC_NEEDS_APPS,
      .check = check_apps,
  },
  { NULL },
};
