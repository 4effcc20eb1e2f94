/* sc-rules-step.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-id.h"
#include "sc-rule-private.h"

/* Rules about steps. */

#define MAX_NAME 100

/* A step of the case flow that shows a link; it has no column. */
#define LINK_CONTROL "dfdf1cde-837b-4ac9-98cf-ac74361fd89d"

static gboolean
is_data_step (const ScStep *step)
{
  return step->kind == SC_STEP_DATA;
}

static gboolean
has_column (const ScStep *step)
{
  return is_data_step (step) && !sc_text_is_blank (step->column);
}

/* A column that a publisher made has a prefix; it is unlikely to be on two tables. */
static gboolean
is_custom_name (const char *column)
{
  const char *underscore = strchr (column, '_');

  return underscore != NULL && underscore - column >= 2 && underscore - column <= 8;
}

static void
check_column_of_table (const ScSubject *subject, ScReporter *reporter)
{
  const ScStep *step = subject->step;
  const char *table = subject->stage->table;
  const ScTable *owner;

  if (!has_column (step) || sc_text_is_blank (table) || subject->column != NULL)
    return;
  if (subject->table != NULL && subject->table->complete)
    {
      sc_reporter_add (
          reporter, _ ("The step “%s” shows the column “%s”, which the table “%s” does not have."),
          sc_rule_name_step (subject, step), step->column, sc_rule_name_table (subject, table));
      return;
    }
  /* The environment may be behind, and its metadata leaves out a few columns. */
  if (sc_lookup_is_gone (subject->lookup, table, step->column))
    {
      sc_reporter_set_severity (reporter, SC_SEVERITY_WARNING);
      sc_reporter_add (reporter,
                       _ ("The step “%s” shows the column “%s”, which the table “%s” does not have "
                          "in the imported metadata."),
                       sc_rule_name_step (subject, step), step->column,
                       sc_rule_name_table (subject, table));
      return;
    }
  /* A package lists only some columns of a table, so this is a hint and no proof. */
  owner = is_custom_name (step->column)
              ? sc_lookup_find_column_anywhere (subject->lookup, step->column)
              : NULL;
  if (owner == NULL)
    return;
  sc_reporter_set_severity (reporter, SC_SEVERITY_WARNING);
  sc_reporter_add (
      reporter,
      _ ("The step “%s” shows the column “%s”, which is known on the table “%s” but not "
         "on “%s”."),
      sc_rule_name_step (subject, step), step->column, sc_rule_name_table (subject, owner->name),
      sc_rule_name_table (subject, table));
}

static void
check_has_column (const ScSubject *subject, ScReporter *reporter)
{
  const ScStep *step = subject->step;

  if (!is_data_step (step) || has_column (step) || sc_id_equal (step->class_id, LINK_CONTROL))
    return;
  sc_reporter_add (reporter, _ ("The step “%s” has no column."), sc_rule_name_step (subject, step));
}

/* Every step id of the flow, in detail: only where the digests say that something is wrong. */
static void
check_ids (const ScSubject *subject, ScReporter *reporter)
{
  const ScList *stages = subject->flow->stages;
  g_autoptr (GHashTable) ids = NULL;

  if (!sc_stage_digest_may_clash (subject->digests, sc_list_length (stages)))
    return;
  ids = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  sc_list_foreach (stages, const ScStage *, stage)
    sc_list_foreach (stage->steps, const ScStep *, step)
      {
        const ScStep *other = step->id != NULL ? g_hash_table_lookup (ids, step->id) : NULL;

        sc_reporter_set_stage (reporter, (int) stage_i);
        sc_reporter_set_step (reporter, (int) step_i);
        if (sc_text_is_blank (step->id))
          sc_reporter_add (reporter, _ ("The step “%s” has no id."),
                           sc_rule_name_step (subject, step));
        else if (!sc_id_is_valid (step->id))
          sc_reporter_add (reporter, _ ("The id “%s” of the step “%s” is not a GUID."), step->id,
                           sc_rule_name_step (subject, step));
        else if (other != NULL)
          sc_reporter_add (reporter, _ ("The steps “%s” and “%s” have the same id."),
                           sc_rule_name_step (subject, other), sc_rule_name_step (subject, step));
        if (step->id != NULL && other == NULL)
          g_hash_table_insert (ids, (gpointer) step->id, (gpointer) step);
      }
}

/* The id of the control on the bar. For action and flow steps it comes from numbering the whole
 * document and so is never the same twice. */
static const char *
get_control_id (const ScStep *step)
{
  if (step->control_id != NULL)
    return step->control_id;
  return has_column (step) ? step->column : NULL;
}

static void
check_controls (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GHashTable) controls = NULL;

  if (subject->stage == NULL)
    {
      check_ids (subject, reporter);
      return;
    }
  if (!sc_steps_may_share (subject->stage, get_control_id))
    return;
  controls = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  sc_list_foreach (subject->stage->steps, const ScStep *, step)
    {
      const char *control = get_control_id (step);

      if (control == NULL || g_hash_table_add (controls, (gpointer) control))
        continue;
      sc_reporter_set_step (reporter, (int) step_i);
      if (has_column (step) && sc_name_equal (control, step->column))
        sc_reporter_add (reporter, _ ("Another step of the stage also shows the column “%s”."),
                         step->column);
      else
        sc_reporter_add (reporter, _ ("Another step of the stage has the same control id “%s”."),
                         control);
    }
}

static const char *
get_column (const ScStep *step)
{
  return has_column (step) ? step->column : NULL;
}

static void
check_columns_differ (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GHashTable) columns = NULL;

  if (!sc_steps_may_share (subject->stage, get_column))
    return;
  columns = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  sc_list_foreach (subject->stage->steps, const ScStep *, step)
    {
      const ScStep *other;

      if (!has_column (step))
        continue;
      other = g_hash_table_lookup (columns, step->column);
      if (other == NULL)
        g_hash_table_insert (columns, (gpointer) step->column, (gpointer) step);
      else if (!sc_name_equal (get_control_id (other), get_control_id (step)))
        {
          sc_reporter_set_step (reporter, (int) step_i);
          sc_reporter_add (
              reporter, _ ("The steps “%s” and “%s” of the stage show the same column “%s”."),
              sc_rule_name_step (subject, other), sc_rule_name_step (subject, step), step->column);
        }
    }
}

static void
check_composite (const ScSubject *subject, ScReporter *reporter)
{
  const ScStep *step = subject->step;

  if (!has_column (step) || !g_str_has_prefix (step->column, "address")
      || !g_str_has_suffix (step->column, "_composite"))
    return;
  sc_reporter_add (
      reporter, _ ("The step “%s” shows “%s”, which is made of other columns; show those instead."),
      sc_rule_name_step (subject, step), step->column);
}

static void
check_required_locked (const ScSubject *subject, ScReporter *reporter)
{
  const ScColumn *column = subject->column;

  if (!subject->step->required || column == NULL || !(column->calculated || column->read_only))
    return;
  sc_reporter_add (
      reporter,
      column->calculated
          ? _ ("The step “%s” is required, but “%s” is calculated: while it is empty nobody "
               "can move on.")
          : _ ("The step “%s” is required, but nobody can change “%s”: while it is empty "
               "nobody can move on."),
      sc_rule_name_step (subject, subject->step), sc_column_get_label (column, subject->language));
}

static void
check_required_yes (const ScSubject *subject, ScReporter *reporter)
{
  const ScStep *step = subject->step;

  if (!step->required || !has_column (step)
      || sc_rule_get_step_type (step, subject->column) != SC_COLUMN_YES_NO)
    return;
  sc_reporter_add (
      reporter,
      _ ("The step “%s” is required and shows a Yes/No column: people can only move on "
         "with Yes."),
      sc_rule_name_step (subject, step));
}

static void
check_label (const ScSubject *subject, ScReporter *reporter)
{
  const ScStep *step = subject->step;
  guint length = 0;

  if (sc_text_is_blank (sc_step_get_label (step, subject->language)))
    sc_reporter_add (reporter, _ ("A step has no name."));
  sc_list_foreach (step->labels, const ScLabel *, label)
    {
      if (!sc_text_is_longer (label->text, MAX_NAME, &length))
        continue;
      sc_reporter_set_figures (reporter, length, MAX_NAME);
      sc_reporter_add (reporter,
                       ngettext ("The step name “%s” has %u character; use at most %u.",
                                 "The step name “%s” has %u characters; use at most %u.", length),
                       label->text, length, MAX_NAME);
    }
}

static void
check_type (const ScSubject *subject, ScReporter *reporter)
{
  const ScStep *step = subject->step;
  ScColumnType type;

  if (!has_column (step))
    return;
  type = sc_rule_get_step_type (step, subject->column);
  if (type == SC_COLUMN_FILE || type == SC_COLUMN_IMAGE)
    sc_reporter_add (reporter,
                     _ ("The step “%s” shows a column of type %s; the bar has no control for it."),
                     sc_rule_name_step (subject, step), sc_column_type_get_title (type));
}

static void
check_required_secured (const ScSubject *subject, ScReporter *reporter)
{
  if (!subject->step->required || subject->column == NULL || !subject->column->secured)
    return;
  sc_reporter_add (
      reporter,
      _ ("The step “%s” is required, but column security protects “%s”: people without "
         "access to it cannot move on."),
      sc_rule_name_step (subject, subject->step),
      sc_column_get_label (subject->column, subject->language));
}

static void
check_required_on_form (const ScSubject *subject, ScReporter *reporter)
{
  const ScColumn *column = subject->column;

  if (!has_column (subject->step) || column == NULL || column->form != SC_FORM_ABSENT
      || column->required != SC_REQUIRED_BUSINESS)
    return;
  sc_reporter_add (reporter,
                   _ ("The step “%s” shows “%s”, which “%s” requires and none of its main forms "
                      "has: people cannot see why saving fails."),
                   sc_rule_name_step (subject, subject->step),
                   sc_column_get_label (column, subject->language),
                   sc_rule_name_table (subject, subject->stage->table));
}

static void
check_hidden_on_form (const ScSubject *subject, ScReporter *reporter)
{
  const ScColumn *column = subject->column;

  if (!has_column (subject->step) || column == NULL || column->form != SC_FORM_HIDDEN)
    return;
  sc_reporter_add (reporter,
                   _ ("The step “%s” shows “%s”, which the main forms of “%s” hide: unless a "
                      "script or a business rule shows it, the step is hidden, too."),
                   sc_rule_name_step (subject, subject->step),
                   sc_column_get_label (column, subject->language),
                   sc_rule_name_table (subject, subject->stage->table));
}

const ScRule sc_rules_step[] = {
  {
      .id = "SP-01",
      .title = N_ ("A step's column belongs to its stage's table"),
      .explanation
      = N_ ("A data step shows one column of the table of its stage. The server refuses "
            "a column that the table does not have."),
      .source = "Microsoft Learn: Create a business process flow; server error "
                "InvalidAttributeInXaml",
      .server_code = "0x80060412",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STEP,
      .uses = SC_USES_TABLES,
      .needs = SC_NEEDS_COLUMNS,
      .check = check_column_of_table,
      .repair = sc_repair_wrong_column,
  },
  {
      .id = "SP-02",
      .title = N_ ("A data step has a column"),
      .explanation
      = N_ ("A step without a column is not finished: the server finds no control in it."),
      .source = "Server error StepStepDoesNotHaveAnyControlStepAsItsChildren",
      .server_code = "0x80060409",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STEP,
      .check = check_has_column,
      .repair = sc_repair_no_column,
  },
  {
      .id = "SP-03",
      .title = N_ ("A step id and control id of its own"),
      .explanation
      = N_ ("Every step has an id that no other step of the flow has, and within a stage "
            "every control has its own id. The control id of a data step is its column's "
            "name, so a stage shows a column once."),
      .source = "Server error ControlIdIsNotUnique",
      .server_code = "0x80060411",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_STAGES | SC_USES_STEPS,
      .stages_too = TRUE,
      .check = check_controls,
      .repair = sc_repair_step_ids,
  },
  {
      .id = "SP-04",
      .title = N_ ("A column once in a stage"),
      .explanation = N_ ("Two steps of a stage on the same column always show the same value. "
                         "Dataverse's designer does not offer a column twice."),
      .source = "Behaviour of Dataverse's designer",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STAGE,
      .check = check_columns_differ,
      .repair = sc_repair_second_column,
      .repair_names = SC_NAMES_STEP,
  },
  {
      .id = "SP-06",
      .title = N_ ("No composite columns"),
      .explanation
      = N_ ("An address as a whole is put together from its parts and opens a dialog on "
            "forms; the bar does not have that. Show the parts that matter."),
      .source = "Experience; not documented",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STEP,
      .check = check_composite,
      .repair = sc_repair_composite,
  },
  {
      .id = "SP-07",
      .title = N_ ("No required step on a locked column"),
      .explanation = N_ ("People cannot fill a calculated or read-only column. When such a step is "
                         "required and the column is empty, they are stuck in the stage."),
      .source = "Microsoft Learn: Business process flows overview (disabled columns block stage "
                "navigation)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STEP,
      .uses = SC_USES_TABLES,
      .needs = SC_NEEDS_COLUMNS,
      .check = check_required_locked,
      .repair = sc_repair_required,
      .repair_all = TRUE,
  },
  {
      .id = "SP-08",
      .title = N_ ("Required on Yes/No means Yes"),
      .explanation
      = N_ ("For a required step, No counts as empty. Where No is a good answer too, use "
            "a choice column or do not require the step."),
      .source = "Microsoft Learn: Business process flows overview (two-option columns)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STEP,
      .uses = SC_USES_TABLES,
      .check = check_required_yes,
      .repair = sc_repair_required,
      .repair_all = TRUE,
  },
  {
      .id = "SP-10",
      .title = N_ ("Required columns are on the form"),
      .explanation
      = N_ ("A column that the table requires stops people from saving while it is empty. When it "
            "is only in the bar, in a stage that is not open, they get an error and cannot see "
            "where it comes from."),
      .source = "Microsoft Learn: Business process flows overview (required columns)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STEP,
      .uses = SC_USES_TABLES,
      .needs = SC_NEEDS_FORMS,
      .check = check_required_on_form,
  },
  {
      .id = "SP-12",
      .title = N_ ("The form does not hide the column"),
      .explanation
      = N_ ("A column that is hidden on the form is hidden in the bar, and so is one that a script "
            "or a business rule hides. A required step on it cannot be filled."),
      .source = "Microsoft Learn: Business process flows overview (hidden columns)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STEP,
      .uses = SC_USES_TABLES,
      .needs = SC_NEEDS_FORMS,
      .check = check_hidden_on_form,
  },
  {
      .id = "SP-13",
      .title = N_ ("A step name of at most 100 characters"),
      .explanation = N_ ("People know a step by its name. How long it may be is not documented; a "
                         "stage name takes 100 characters."),
      .source = "By analogy with Microsoft Learn: processstage table reference (stagename)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STEP,
      .allowed = MAX_NAME,
      .check = check_label,
      .repair = sc_repair_step_name,
      .repair_all = TRUE,
  },
  {
      .id = "SP-16",
      .title = N_ ("A column type that the bar can show"),
      .explanation = N_ ("The bar has no control for files and images."),
      .source = "Experience; not documented",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STEP,
      .uses = SC_USES_TABLES,
      .check = check_type,
      .repair = sc_repair_useless_step,
  },
  {
      .id = "SP-17",
      .title = N_ ("No required step on a secured column"),
      .explanation
      = N_ ("Column security locks or hides the column for people without the profile. "
            "When the step is required and empty, they are stuck in the stage."),
      .source = "Microsoft Learn: Business process flows overview (disabled columns block stage "
                "navigation)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STEP,
      .uses = SC_USES_TABLES,
      .needs = SC_NEEDS_COLUMNS,
      .check = check_required_secured,
      .repair = sc_repair_required,
      .repair_all = TRUE,
  },
  { NULL },
};
