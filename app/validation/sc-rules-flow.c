/* sc-rules-flow.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-id.h"
#include "sc-rule-private.h"

/* Rules about one flow as a whole: its limits and its own texts. */

#define MAX_NAME         100
#define MAX_DESCRIPTION  2000
#define MAX_UNIQUE_NAME  256
#define LONG_UNIQUE_NAME 50
#define MANY_STAGES      10

/* A bare .xaml does not hold what the Workflow element says: then there is nothing to check. */
static gboolean
has_header (const ScFlow *flow)
{
  return flow->name != NULL || flow->unique_name != NULL || flow->primary_table != NULL;
}

static void
check_stage_limit (const ScSubject *subject, ScReporter *reporter)
{
  guint n = sc_list_length (subject->flow->stages);

  if (n <= SC_MAX_STAGES)
    return;
  sc_reporter_set_figures (reporter, n, SC_MAX_STAGES);
  sc_reporter_add (reporter,
                   ngettext ("“%s” has %u stage; at most %u are allowed.",
                             "“%s” has %u stages; at most %u are allowed.", n),
                   sc_rule_name_flow (subject, subject->flow), n, SC_MAX_STAGES);
}

static void
check_table_limit (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GHashTable) tables = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  guint n;

  sc_list_foreach (subject->flow->stages, const ScStage *, stage)
    {
      if (!sc_text_is_blank (stage->table))
        g_hash_table_add (tables, (gpointer) stage->table);
    }
  n = g_hash_table_size (tables);
  if (n <= SC_MAX_TABLES)
    return;
  sc_reporter_set_figures (reporter, n, SC_MAX_TABLES);
  sc_reporter_add (reporter,
                   ngettext ("“%s” has stages on %u table; at most %u are allowed.",
                             "“%s” has stages on %u tables; at most %u are allowed.", n),
                   sc_rule_name_flow (subject, subject->flow), n, SC_MAX_TABLES);
}

static void
check_first_stage (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlow *flow = subject->flow;
  const ScStage *first = sc_list_get (flow->stages, 0);

  if (first == NULL)
    {
      sc_reporter_set_figures (reporter, 0, 1);
      sc_reporter_add (reporter, _ ("“%s” has no stage; a flow needs at least one."),
                       sc_rule_name_flow (subject, flow));
    }
  else if (!sc_text_is_blank (flow->primary_table) && !sc_text_is_blank (first->table)
           && !sc_name_equal (flow->primary_table, first->table))
    {
      sc_reporter_set_stage (reporter, 0);
      sc_reporter_add (
          reporter, _ ("The first stage “%s” is on the table “%s”, but the flow belongs to “%s”."),
          sc_rule_name_stage (subject, first), sc_rule_name_table (subject, first->table),
          sc_rule_name_table (subject, flow->primary_table));
    }
}

static void
check_name (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlow *flow = subject->flow;

  if (has_header (flow) && sc_text_is_blank (sc_flow_get_label (flow, subject->language)))
    sc_reporter_add (reporter, _ ("The flow has no name."));
}

static void
check_name_length (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlow *flow = subject->flow;
  guint length = 0;

  if (sc_text_is_longer (flow->name, MAX_NAME, &length))
    {
      sc_reporter_set_figures (reporter, length, MAX_NAME);
      sc_reporter_add (reporter,
                       ngettext ("The name “%s” has %u character; at most %u are allowed.",
                                 "The name “%s” has %u characters; at most %u are allowed.",
                                 length),
                       flow->name, length, MAX_NAME);
    }
  sc_list_foreach (flow->labels, const ScLabel *, label)
    {
      if (!sc_text_is_longer (label->text, MAX_NAME, &length)
          || g_strcmp0 (label->text, flow->name) == 0)
        continue;
      sc_reporter_set_figures (reporter, length, MAX_NAME);
      sc_reporter_add (
          reporter,
          ngettext ("The name “%s” (language %d) has %u character; at most %u are allowed.",
                    "The name “%s” (language %d) has %u characters; at most %u are allowed.",
                    length),
          label->text, label->language, length, MAX_NAME);
    }
}

static void
check_unique_name (const ScSubject *subject, ScReporter *reporter)
{
  const char *name = subject->flow->unique_name;
  const char *underscore;
  gsize length;

  if (name == NULL)
    return;
  length = strlen (name);
  if (!g_ascii_isalpha (name[0]))
    {
      sc_reporter_add (reporter, _ ("The unique name “%s” does not start with a letter."), name);
      return;
    }
  for (const char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p) || *p == '_')
        continue;
      sc_reporter_add (
          reporter,
          _ ("The unique name “%s” may only have the letters A to Z, digits and underscores."),
          name);
      return;
    }
  if (length > MAX_UNIQUE_NAME)
    {
      sc_reporter_set_figures (reporter, (guint) MIN (length, G_MAXINT), MAX_UNIQUE_NAME);
      sc_reporter_add (reporter,
                       ngettext ("The unique name “%s” has %u character; at most %u are allowed.",
                                 "The unique name “%s” has %u characters; at most %u are allowed.",
                                 length),
                       name, (guint) length, MAX_UNIQUE_NAME);
      return;
    }
  underscore = strchr (name, '_');
  length = underscore != NULL ? strlen (underscore + 1) : length;
  if (length > LONG_UNIQUE_NAME)
    {
      sc_reporter_set_severity (reporter, SC_SEVERITY_WARNING);
      sc_reporter_set_figures (reporter, (guint) length, LONG_UNIQUE_NAME);
      sc_reporter_add (reporter,
                       ngettext ("The unique name “%s” has %u character after the prefix; it "
                                 "becomes the name of a table and should have at most %u.",
                                 "The unique name “%s” has %u characters after the prefix; it "
                                 "becomes the name of a table and should have at most %u.",
                                 length),
                       name, (guint) length, LONG_UNIQUE_NAME);
    }
}

static void
check_header (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlow *flow = subject->flow;

  if (!sc_id_is_valid (flow->id))
    sc_reporter_add (reporter, _ ("The flow “%s” has no valid id."),
                     sc_rule_name_flow (subject, flow));
  if (flow->business_process_type != 0)
    {
      sc_reporter_set_figures (reporter, (guint) MAX (flow->business_process_type, 0), 0);
      sc_reporter_add (reporter,
                       _ ("“%s” has the business process type %d; a business process flow has 0."),
                       sc_rule_name_flow (subject, flow), flow->business_process_type);
    }
  if (flow->unique_name != NULL && sc_text_is_blank (flow->primary_table))
    sc_reporter_add (reporter, _ ("“%s” does not say which table it belongs to."),
                     sc_rule_name_flow (subject, flow));
}

static void
check_description (const ScSubject *subject, ScReporter *reporter)
{
  guint length = 0;

  if (!sc_text_is_longer (subject->flow->description, MAX_DESCRIPTION, &length))
    return;
  sc_reporter_set_figures (reporter, length, MAX_DESCRIPTION);
  sc_reporter_add (
      reporter,
      ngettext ("The description of “%s” has %u character; Dataverse's designer takes %u.",
                "The description of “%s” has %u characters; Dataverse's designer takes %u.",
                length),
      sc_rule_name_flow (subject, subject->flow), length, MAX_DESCRIPTION);
}

static gboolean
lacks_language (const ScList *labels, int language)
{
  return labels != NULL && sc_text_is_blank (sc_labels_get_exact (labels, language));
}

/* Called for the flow, then for each of its stages. */
static void
check_base_language (const ScSubject *subject, ScReporter *reporter)
{
  const ScStage *stage = subject->stage;
  int language = subject->language;

  if (stage == NULL)
    {
      if (lacks_language (subject->flow->labels, language))
        sc_reporter_add (reporter, _ ("“%s” has no name in the base language (%d)."),
                         sc_rule_name_flow (subject, subject->flow), language);
      return;
    }
  if (lacks_language (stage->labels, language))
    sc_reporter_add (reporter, _ ("The stage “%s” has no name in the base language (%d)."),
                     sc_rule_name_stage (subject, stage), language);
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (!lacks_language (step->labels, language))
        continue;
      sc_reporter_set_step (reporter, (int) step_i);
      sc_reporter_add (reporter, _ ("The step “%s” has no name in the base language (%d)."),
                       sc_rule_name_step (subject, step), language);
    }
}

static void
check_many_stages (const ScSubject *subject, ScReporter *reporter)
{
  guint n = sc_list_length (subject->flow->stages);

  if (n <= MANY_STAGES || n > SC_MAX_STAGES)
    return;
  sc_reporter_set_figures (reporter, n, MANY_STAGES);
  sc_reporter_add (reporter,
                   ngettext ("“%s” has %u stage. People keep an overview of about %u; consider "
                             "joining some or splitting the flow.",
                             "“%s” has %u stages. People keep an overview of about %u; consider "
                             "joining some or splitting the flow.",
                             n),
                   sc_rule_name_flow (subject, subject->flow), n, MANY_STAGES);
}

const ScRule sc_rules_flow[] = {
  {
      .id = "F-02",
      .title = N_ ("At most 30 stages"),
      .explanation = N_ ("The server counts the stages of all branches when the flow is saved and "
                         "refuses a flow with more than 30."),
      .source = "Microsoft Learn: Business process flows overview; server error "
                "StepCountInXamlExceedsMaxAllowed",
      .server_code = "0x80060414",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF | SC_USES_STAGES,
      .allowed = SC_MAX_STAGES,
      .check = check_stage_limit,
  },
  {
      .id = "F-03",
      .title = N_ ("At most 5 tables"),
      .explanation = N_ ("A flow can lead through at most five tables. Coming back to a table that "
                         "was there before does not count again."),
      .source = "Microsoft Learn: Business process flows overview; server error "
                "EntitiesExceedMaxAllowed",
      .server_code = "0x80060415",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF | SC_USES_STAGES,
      .allowed = SC_MAX_TABLES,
      .check = check_table_limit,
  },
  {
      .id = "F-04",
      .title = N_ ("A first stage on the flow's table"),
      .explanation = N_ ("A flow starts with the row it is opened on: it needs a first stage, and "
                         "that stage is on the table the flow belongs to."),
      .source = "Microsoft Learn: Create a business process flow; server error "
                "StepDoesNotHaveAnyChildInXaml",
      .server_code = "0x80060416",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_TABLES | SC_USES_SELF | SC_USES_STAGES,
      .check = check_first_stage,
      .repair = sc_repair_first_stage,
      .repair_all = TRUE,
  },
  {
      .id = "F-05",
      .title = N_ ("A flow has a name"),
      .explanation = N_ ("The server does not save a process without a name."),
      .source = "Microsoft Learn: workflow table reference (name); server error "
                "ProcessNameIsNullOrEmpty",
      .server_code = "0x80060418",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF,
      .check = check_name,
      .repair = sc_repair_flow_name,
      .repair_all = TRUE,
  },
  {
      .id = "F-06",
      .title = N_ ("A flow's name has at most 100 characters"),
      .explanation = N_ ("The name column of the process table takes 100 characters, in every "
                         "language."),
      .source = "Microsoft Learn: workflow table reference (name, MaxLength 100)",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF,
      .allowed = MAX_NAME,
      .check = check_name_length,
      .repair = sc_repair_long_flow_name,
      .repair_all = TRUE,
  },
  {
      .id = "F-08",
      .title = N_ ("The unique name can be a table's name"),
      .explanation = N_ ("Activating a flow makes a table of its unique name. So it starts with a "
                         "letter and has nothing but letters, digits and underscores."),
      .source = "Microsoft Learn: Work with business process flows using code; server errors "
                "SchemaNameNotStartwithLetter, SchemaNameContainsNonAlphaNumericCharacters, "
                "SchemaNameLengthExceedsLimit",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF,
      .allowed = MAX_UNIQUE_NAME,
      .check = check_unique_name,
      .repair = sc_repair_unique_name,
      .repair_all = TRUE,
  },
  {
      .id = "F-12",
      .title = N_ ("A complete header"),
      .explanation
      = N_ ("A business process flow has an id, the table it belongs to and the "
            "business process type 0. The server refuses others; an import without the "
            "table fails with a message about the order of elements."),
      .source = "Server errors WorkflowIdIsNull, PrimaryEntityIsNull; Microsoft Support article "
                "4462895",
      .server_code = "0x80060401",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF,
      .check = check_header,
      .repair = sc_repair_header,
      .repair_names = SC_NAMES_NOTHING,
      .repair_all = TRUE,
  },
  {
      .id = "F-13",
      .title = N_ ("A description of at most 2,000 characters"),
      .explanation = N_ ("Dataverse's own designer takes 2,000 characters and may cut a longer "
                         "description when somebody saves the flow there."),
      .source = "Microsoft Learn: Create a business process flow",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF,
      .allowed = MAX_DESCRIPTION,
      .check = check_description,
      .repair = sc_repair_description,
  },
  {
      .id = "F-22",
      .title = N_ ("Names in the base language"),
      .explanation
      = N_ ("The designer only works in the base language of the environment. A flow, "
            "stage or step that has names, but none in that language, shows up without "
            "one."),
      .source = "Server errors InvalidLanguageForProcessConfiguration, InvalidLanguageForCreate",
      .server_code = "0x8005E102",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF,
      .stages_too = TRUE,
      .check = check_base_language,
      .repair = sc_repair_base_language,
      .repair_all = TRUE,
  },
  {
      .id = "ST-15",
      .title = N_ ("Few stages"),
      .explanation = N_ ("The bar shows a handful of stages at a time. Flows that people like have "
                         "about ten stages or fewer."),
      .source
      = "Reported by consultants (catapultERP: Managing a cross-entity business process flow)",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF | SC_USES_STAGES,
      .allowed = MANY_STAGES,
      .check = check_many_stages,
  },
  { NULL },
};
