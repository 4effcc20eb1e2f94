/* sc-rules-package.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-id.h"
#include "sc-rule-private.h"

/* Rules about a flow in its solution: its prefix and the package that carries it. */

#define OLD_MARK "_bpf_"

/* Flows that come with Dataverse and Dynamics 365; their tables have no prefix. */
static const char *const system_flows[] = {
  "expiredprocess",     "leadtoopportunitysalesprocess",
  "newprocess",         "opportunitysalesprocess",
  "phonetocaseprocess", "translationprocess",
};

/* prefix_bpf_ and an id without dashes: flows made before version 8.2. */
static gboolean
is_old_name (const char *unique_name)
{
  const char *mark = strstr (unique_name, OLD_MARK);
  const char *id = mark != NULL ? mark + strlen (OLD_MARK) : NULL;

  return id != NULL && strlen (id) == 32 && strspn (id, "0123456789abcdefABCDEF") == 32;
}

static gboolean
is_system_flow (const char *unique_name)
{
  for (guint i = 0; i < G_N_ELEMENTS (system_flows); i++)
    if (g_ascii_strcasecmp (system_flows[i], unique_name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_prefix (const char *unique_name, const char *prefix)
{
  gsize length = strlen (prefix);

  return g_ascii_strncasecmp (unique_name, prefix, length) == 0 && unique_name[length] == '_';
}

/* Whether the name tells that the flow was made under another publisher. */
static gboolean
has_foreign_prefix (const ScSubject *subject)
{
  const char *name = subject->flow->unique_name;

  return !sc_text_is_blank (subject->prefix) && !sc_text_is_blank (name)
         && !has_prefix (name, subject->prefix) && !is_system_flow (name);
}

static void
check_old_name (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlow *flow = subject->flow;

  if (has_foreign_prefix (subject) && is_old_name (flow->unique_name))
    sc_reporter_add (reporter,
                     _ ("“%s” has the table name “%s” from before version 8.2, with another prefix "
                        "than “%s”."),
                     sc_rule_name_flow (subject, flow), flow->unique_name, subject->prefix);
}

static void
check_prefix (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlow *flow = subject->flow;

  if (has_foreign_prefix (subject) && !is_old_name (flow->unique_name))
    sc_reporter_add (reporter,
                     _ ("The unique name “%s” does not start with the publisher's prefix “%s_”."),
                     flow->unique_name, subject->prefix);
}

static void
check_backing_table (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlow *flow = subject->flow;

  if (subject->components == NULL || sc_text_is_blank (flow->unique_name)
      || !sc_lookup_has_component (subject->lookup, SC_COMPONENT_PROCESS, flow->id)
      || sc_lookup_has_component (subject->lookup, SC_COMPONENT_TABLE, flow->unique_name))
    return;
  sc_reporter_add (
      reporter,
      _ ("The solution has the flow “%s” but not its table “%s”; it cannot be imported "
         "without."),
      sc_rule_name_flow (subject, flow), flow->unique_name);
}

static void
check_table_is_there (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlow *flow = subject->flow;

  if (subject->components == NULL || sc_text_is_blank (flow->unique_name)
      || !sc_lookup_has_component (subject->lookup, SC_COMPONENT_PROCESS, flow->id)
      || !sc_lookup_has_component (subject->lookup, SC_COMPONENT_TABLE, flow->unique_name)
      || sc_lookup_find_table (subject->lookup, flow->unique_name) != NULL)
    return;
  sc_reporter_add (reporter,
                   _ ("The solution lists the table “%s” of the flow “%s”, but the table itself is "
                      "not there."),
                   flow->unique_name, sc_rule_name_flow (subject, flow));
}

static void
check_single_table (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlow *flow = subject->flow;
  g_autofree char *id = flow->id != NULL ? sc_id_normalize (flow->id) : NULL;
  g_auto (GStrv) groups = id != NULL ? g_strsplit (id, "-", -1) : NULL;
  g_autofree char *digits = id != NULL ? g_strjoinv (NULL, groups) : NULL;
  g_autofree char *end = id != NULL ? g_strconcat (OLD_MARK, digits, NULL) : NULL;

  if (end == NULL || sc_text_is_blank (flow->unique_name))
    return;
  sc_list_foreach (subject->components, const ScComponent *, component)
    {
      const char *name = component->type == SC_COMPONENT_TABLE ? component->schema_name : NULL;
      gsize length = name != NULL ? strlen (name) : 0;

      if (length <= strlen (end) || g_ascii_strcasecmp (name + length - strlen (end), end) != 0
          || sc_name_equal (name, flow->unique_name))
        continue;
      sc_reporter_add (
          reporter,
          _ ("Besides “%s”, the solution has the table “%s”, which belongs to the same "
             "flow “%s” in another environment."),
          flow->unique_name, name, sc_rule_name_flow (subject, flow));
    }
}

static void
check_translations (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GArray) translations = g_array_new (FALSE, FALSE, sizeof (ScTranslation));
  const guint n_stages = sc_list_length (subject->flow->stages);
  guint n_texts = n_stages;

  for (guint i = 0; i < n_stages; i++)
    {
      sc_translations_add (translations, subject->digests[i]->translations);
      n_texts += subject->digests[i]->n_steps;
    }
  for (guint i = 0; i < translations->len; i++)
    {
      const ScTranslation *translation = &g_array_index (translations, ScTranslation, i);

      if (translation->language == subject->language || translation->n >= n_texts)
        continue;
      sc_reporter_set_figures (reporter, translation->n, n_texts);
      sc_reporter_add (reporter,
                       ngettext ("“%s” is translated in part: %u of %u name of stages and steps is "
                                 "there in the language %d.",
                                 "“%s” is translated in part: %u of %u names of stages and steps "
                                 "are there in the language %d.",
                                 n_texts),
                       sc_rule_name_flow (subject, subject->flow), translation->n, n_texts,
                       translation->language);
    }
}

const ScRule sc_rules_package[] = {
  {
      .id = "F-10",
      .title = N_ ("No table name from before version 8.2"),
      .explanation
      = N_ ("Upgraded environments named the tables of old flows differently. An import "
            "may then say that the process “cannot be updated or does not have a unique "
            "name”."),
      .source = "Microsoft Support article 4020021",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_HEADER | SC_USES_SELF,
      .needs = SC_NEEDS_PREFIX,
      .check = check_old_name,
  },
  {
      .id = "F-11",
      .title = N_ ("The publisher's own prefix"),
      .explanation
      = N_ ("A flow made outside the solution got another publisher's prefix and keeps "
            "it. It works, but its table does not look like a part of the solution."),
      .source = "Microsoft Learn: Work with business process flows using code",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_HEADER | SC_USES_SELF,
      .needs = SC_NEEDS_PREFIX,
      .check = check_prefix,
      .repair = sc_repair_prefix,
      .repair_all = TRUE,
  },
  {
      .id = "SL-01",
      .title = N_ ("The flow's table is in the solution"),
      .explanation
      = N_ ("A solution that has a flow must also have the table that holds its running "
            "processes. Export and import check it."),
      .source = "Microsoft Learn: Business process flows overview (limitations); server error "
                "BusinessProcessFlowMissingEntityErrorMessage",
      .server_code = "0x80060440",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_COMPONENTS | SC_USES_SELF,
      .needs = SC_NEEDS_COMPONENTS,
      .check = check_backing_table,
      .repair = sc_repair_component,
      .repair_all = TRUE,
  },
  {
      .id = "SL-02",
      .title = N_ ("The flow's table is what is listed"),
      .explanation
      = N_ ("A list that names the table does not carry it. The server refuses a flow without its "
            "table; a flow that was never activated has none yet."),
      .source = "Server error InvalidExportProcessFlowNotActivated",
      .server_code = "0x80060376",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_COMPONENTS | SC_USES_TABLES | SC_USES_SELF,
      .needs = SC_NEEDS_COMPONENTS,
      .check = check_table_is_there,
  },
  {
      .id = "SL-03",
      .title = N_ ("One table for a flow"),
      .explanation
      = N_ ("Upgraded environments named the table of a flow differently. Where a solution carries "
            "both, an import may say that the process “cannot be updated or does not have a unique "
            "name”."),
      .source = "Microsoft Support article 4020021",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_COMPONENTS | SC_USES_SELF,
      .needs = SC_NEEDS_COMPONENTS,
      .check = check_single_table,
  },
  {
      .id = "SL-05",
      .title = N_ ("Translated as a whole"),
      .explanation
      = N_ ("A flow carries the names of its stages and steps in every language itself. Who uses a "
            "language that has some of them sees the others in the base language."),
      .source = "Microsoft Learn: Create solutions that support multiple languages",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF | SC_USES_STAGES | SC_USES_STEPS,
      .check = check_translations,
  },
  { NULL },
};
