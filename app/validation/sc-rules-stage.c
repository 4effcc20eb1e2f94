/* sc-rules-stage.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-id.h"
#include "sc-rule-private.h"

/* Rules about stages: what is in them, their names and ids. */

#define MAX_NAME 100

/* Publishers number their own options from their option prefix on: 10000 at least, times 10000.
 * What is lower and not one of the eight categories is nobody's. */
#define FIRST_PUBLISHER_OPTION 10000

static void
check_has_steps (const ScSubject *subject, ScReporter *reporter)
{
  if (sc_list_length (subject->stage->steps) > 0)
    return;
  sc_reporter_set_figures (reporter, 0, 1);
  sc_reporter_add (reporter, _ ("The stage “%s” has no step; every stage needs at least one."),
                   sc_rule_name_stage (subject, subject->stage));
}

static void
check_step_limit (const ScSubject *subject, ScReporter *reporter)
{
  guint n = sc_list_length (subject->stage->steps);

  if (n <= SC_MAX_STEPS)
    return;
  sc_reporter_set_figures (reporter, n, SC_MAX_STEPS);
  sc_reporter_add (reporter,
                   ngettext ("The stage “%s” has %u step; at most %u are allowed.",
                             "The stage “%s” has %u steps; at most %u are allowed.", n),
                   sc_rule_name_stage (subject, subject->stage), n, SC_MAX_STEPS);
}

static void
check_name (const ScSubject *subject, ScReporter *reporter)
{
  const ScStage *stage = subject->stage;
  guint length = 0;

  if (sc_text_is_blank (sc_stage_get_label (stage, subject->language)))
    sc_reporter_add (reporter, _ ("A stage has no name."));
  if (stage->labels == NULL && sc_text_is_longer (stage->name, MAX_NAME, &length))
    {
      sc_reporter_set_figures (reporter, length, MAX_NAME);
      sc_reporter_add (reporter,
                       ngettext ("The stage name “%s” has %u character; at most %u are allowed.",
                                 "The stage name “%s” has %u characters; at most %u are allowed.",
                                 length),
                       stage->name, length, MAX_NAME);
    }
  sc_list_foreach (stage->labels, const ScLabel *, label)
    {
      if (!sc_text_is_longer (label->text, MAX_NAME, &length))
        continue;
      sc_reporter_set_figures (reporter, length, MAX_NAME);
      if (label->language == subject->language)
        sc_reporter_add (reporter,
                         ngettext ("The stage name “%s” has %u character; at most %u are allowed.",
                                   "The stage name “%s” has %u characters; at most %u are allowed.",
                                   length),
                         label->text, length, MAX_NAME);
      else
        sc_reporter_add (
            reporter,
            ngettext (
                "The stage name “%s” (language %d) has %u character; at most %u are allowed.",
                "The stage name “%s” (language %d) has %u characters; at most %u are allowed.",
                length),
            label->text, label->language, length, MAX_NAME);
    }
}

static char *
fold_name (const char *name)
{
  return g_utf8_validate (name, -1, NULL) ? g_utf8_casefold (name, -1) : g_strdup (name);
}

static void
check_names_differ (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  sc_list_foreach (subject->flow->stages, const ScStage *, stage)
    {
      const char *name = sc_stage_get_label (stage, subject->language);

      if (sc_text_is_blank (name) || g_hash_table_add (names, fold_name (name)))
        continue;
      sc_reporter_set_stage (reporter, (int) stage_i);
      sc_reporter_add (reporter, _ ("Another stage before this one is also called “%s”."), name);
    }
}

static void
check_ids (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);

  sc_list_foreach (subject->flow->stages, const ScStage *, stage)
    {
      const ScStage *other = stage->id != NULL ? g_hash_table_lookup (ids, stage->id) : NULL;

      sc_reporter_set_stage (reporter, (int) stage_i);
      if (sc_text_is_blank (stage->id))
        sc_reporter_add (reporter, _ ("The stage “%s” has no id."),
                         sc_rule_name_stage (subject, stage));
      else if (!sc_id_is_valid (stage->id))
        sc_reporter_add (reporter, _ ("The id “%s” of the stage “%s” is not a GUID."), stage->id,
                         sc_rule_name_stage (subject, stage));
      else if (other != NULL)
        sc_reporter_add (reporter, _ ("The stages “%s” and “%s” have the same id."),
                         sc_rule_name_stage (subject, other), sc_rule_name_stage (subject, stage));
      if (stage->id != NULL && other == NULL)
        g_hash_table_insert (ids, (gpointer) stage->id, (gpointer) stage);
    }
}

static void
check_label_ids (const ScSubject *subject, ScReporter *reporter)
{
  const ScStage *stage = subject->stage;

  sc_list_foreach (stage->labels, const ScLabel *, label)
    {
      if (label->own_id != NULL && !sc_id_equal (label->own_id, stage->id))
        {
          sc_reporter_add (reporter,
                           _ ("A label of the stage “%s” carries the id of something else."),
                           sc_rule_name_stage (subject, stage));
          break;
        }
    }
  sc_list_foreach (stage->steps, const ScStep *, step)
    sc_list_foreach (step->labels, const ScLabel *, label)
      {
        if (label->own_id != NULL && !sc_id_equal (label->own_id, step->id))
          {
            sc_reporter_set_step (reporter, (int) step_i);
            sc_reporter_add (reporter,
                             _ ("A label of the step “%s” carries the id of something else."),
                             sc_rule_name_step (subject, step));
            break;
          }
      }
}

static void
check_has_table (const ScSubject *subject, ScReporter *reporter)
{
  if (sc_text_is_blank (subject->stage->table))
    sc_reporter_add (reporter, _ ("The stage “%s” has no table."),
                     sc_rule_name_stage (subject, subject->stage));
}

static void
check_category (const ScSubject *subject, ScReporter *reporter)
{
  int category = subject->stage->category;

  if (category >= SC_CATEGORY_NONE
      && (category < SC_N_CATEGORIES || category >= FIRST_PUBLISHER_OPTION))
    return;
  sc_reporter_add (reporter,
                   _ ("The stage “%s” has the category %d, which Dataverse does not have."),
                   sc_rule_name_stage (subject, subject->stage), category);
}

const ScRule sc_rules_stage[] = {
  {
      .id = "ST-01",
      .title = N_ ("At least one step in a stage"),
      .explanation = N_ ("The server refuses a stage that has no step."),
      .source = "Server error StepDoesNotHaveAnyChildInXaml",
      .server_code = "0x80060416",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STAGE,
      .check = check_has_steps,
      .repair = sc_repair_empty_stage,
  },
  {
      .id = "ST-02",
      .title = N_ ("At most 30 steps in a stage"),
      .explanation
      = N_ ("The server refuses a stage with more than 30 steps when the flow is saved."),
      .source = "Microsoft Learn: Create a business process flow; server error "
                "StepCountInXamlExceedsMaxAllowed",
      .server_code = "0x80060414",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STAGE,
      .allowed = SC_MAX_STEPS,
      .check = check_step_limit,
      .repair = sc_repair_full_stage,
      .repair_all = TRUE,
  },
  {
      .id = "ST-03",
      .title = N_ ("A stage name of at most 100 characters"),
      .explanation = N_ ("The column that holds the name of a stage must be filled and takes 100 "
                         "characters."),
      .source = "Microsoft Learn: processstage table reference (stagename, MaxLength 100)",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STAGE,
      .allowed = MAX_NAME,
      .check = check_name,
      .repair = sc_repair_stage_name,
      .repair_all = TRUE,
  },
  {
      .id = "ST-04",
      .title = N_ ("Stage names differ"),
      .explanation = N_ ("Workflows, charts, views and data imports look for a stage by its name. "
                         "With two of the same name they may take the wrong one."),
      .source = "Reported by implementers (Magnetism Solutions; Dynamics 365 Workflow Tools)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_STAGES,
      .check = check_names_differ,
      .repair = sc_repair_same_stage_name,
      .repair_names = SC_NAMES_STAGE,
      .repair_all = TRUE,
  },
  {
      .id = "ST-05",
      .title = N_ ("A stage id of its own"),
      .explanation = N_ ("Running rows, code and reports know a stage by its id, and the stages of "
                         "all flows share one table. Each needs an id that no other stage has."),
      .source = "Server errors StageIdIsEmpty, InvalidGuidInXaml",
      .server_code = "0x80060454",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_STAGES,
      .check = check_ids,
      .repair = sc_repair_stage_ids,
      .repair_all = TRUE,
  },
  {
      .id = "ST-06",
      .title = N_ ("A stage has a table"),
      .explanation
      = N_ ("A stage shows columns of one table. The server refuses a stage without one."),
      .source = "Server errors StageEntityIsNull, BusinessProcessFlowStepHasInvalidParent",
      .server_code = "0x80060451",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STAGE,
      .check = check_has_table,
      .repair = sc_repair_stage_table,
      .repair_all = TRUE,
  },
  {
      .id = "ST-10",
      .title = N_ ("A category that exists"),
      .explanation
      = N_ ("The category of a stage is an option of the global choice Stage Category: "
            "one of the eight that Dataverse has, or one that a publisher added."),
      .source = "Microsoft Learn: processstage table reference (stagecategory)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STAGE,
      .check = check_category,
      .repair = sc_repair_category,
  },
  {
      .id = "SP-13b",
      .title = N_ ("A label has the id of its stage or step"),
      .explanation
      = N_ ("In the file each label repeats the id of the stage or step it names. The "
            "server refuses a flow where they differ, as they do after copying by hand."),
      .source = "Server error LabelIdDoesNotMatchStepId",
      .server_code = "0x80060419",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STAGE,
      .check = check_label_ids,
      .repair = sc_repair_label_ids,
      .repair_all = TRUE,
  },
  { NULL },
};
