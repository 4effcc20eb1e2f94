/* sc-rules-branch.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-clause-form.h"
#include "sc-rule-private.h"

/* Rules about what a condition says. Where its branches lead is in sc-rules-way.c. */

static const ScList *
get_branches (const ScStage *stage)
{
  return stage->condition != NULL ? stage->condition->branches : NULL;
}

static void
check_clause_columns (const ScSubject *subject, ScReporter *reporter)
{
  const ScStage *stage = subject->stage;
  g_autoptr (GHashTable) columns = NULL;

  if (stage->condition == NULL)
    return;
  columns = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (step->column != NULL)
        g_hash_table_add (columns, (gpointer) step->column);
    }
  sc_list_foreach (get_branches (stage), const ScBranch *, branch)
    sc_list_foreach (branch->clauses, const ScClause *, clause)
      {
        gboolean own = clause->table == NULL || sc_name_equal (clause->table, stage->table);

        sc_reporter_set_branch (reporter, branch_i, (int) clause_i);
        if (sc_text_is_blank (clause->column))
          sc_reporter_add (reporter, _ ("A clause of the branch “%s” has no column."),
                           sc_rule_name_branch (branch));
        else if (own && !g_hash_table_contains (columns, clause->column))
          sc_reporter_add (
              reporter,
              _ ("The branch “%s” asks for the column “%s”, which is no step of the stage “%s”."),
              sc_rule_name_branch (branch), clause->column, sc_rule_name_stage (subject, stage));
      }
}

static void
check_joins (const ScSubject *subject, ScReporter *reporter)
{
  sc_list_foreach (get_branches (subject->stage), const ScBranch *, branch)
    {
      gboolean joins[2] = { FALSE, FALSE };

      sc_list_foreach (branch->clauses, const ScClause *, clause)
        {
          if (clause_i > 0)
            joins[clause->join == SC_JOIN_OR] = TRUE;
        }
      sc_reporter_set_branch (reporter, branch_i, -1);
      if (joins[0] && joins[1])
        sc_reporter_add (reporter, _ ("The branch “%s” mixes And with Or; use only one of them."),
                         sc_rule_name_branch (branch));
    }
}

static gboolean
needs_value (const ScClause *clause)
{
  return g_strcmp0 (clause->operator, "Null") != 0 && g_strcmp0 (clause->operator, "NotNull") != 0;
}

static void
check_defined (const ScSubject *subject, ScReporter *reporter)
{
  const ScStage *stage = subject->stage;

  if (stage->condition != NULL && get_branches (stage) == NULL)
    sc_reporter_add (reporter, _ ("The condition of the stage “%s” has no branch."),
                     sc_rule_name_stage (subject, stage));
  sc_list_foreach (get_branches (stage), const ScBranch *, branch)
    {
      sc_reporter_set_branch (reporter, branch_i, -1);
      if (branch->target == NULL)
        sc_reporter_add (reporter, _ ("The branch “%s” of “%s” is empty: it leads to no stage."),
                         sc_rule_name_branch (branch), sc_rule_name_stage (subject, stage));
      sc_reporter_set_branch (reporter, branch_i, -1);
      if (!branch->otherwise && branch->clauses == NULL)
        sc_reporter_add (reporter, _ ("The branch “%s” of “%s” does not say when it is taken."),
                         sc_rule_name_branch (branch), sc_rule_name_stage (subject, stage));
      sc_list_foreach (branch->clauses, const ScClause *, clause)
        {
          sc_reporter_set_branch (reporter, branch_i, (int) clause_i);
          if (needs_value (clause) && clause->operands == NULL)
            sc_reporter_add (reporter, _ ("A clause of the branch “%s” of “%s” has no value."),
                             sc_rule_name_branch (branch), sc_rule_name_stage (subject, stage));
        }
    }
}

/* What shows a clause's column: the column itself, or the control of the step that shows it. */
static ScColumnType
get_clause_type (const ScSubject *subject, const ScClause *clause)
{
  const char *table = clause->table != NULL ? clause->table : subject->stage->table;
  const ScColumn *column = sc_lookup_find_column (subject->lookup, table, clause->column);

  if (column != NULL && column->type != SC_COLUMN_UNKNOWN)
    return column->type;
  sc_list_foreach (subject->stage->steps, const ScStep *, step)
    {
      if (sc_name_equal (step->column, clause->column) && step->class_id != NULL)
        return sc_column_type_from_class_id (step->class_id);
    }
  return SC_COLUMN_UNKNOWN;
}

static void
check_multi_select (const ScSubject *subject, ScReporter *reporter)
{
  sc_list_foreach (get_branches (subject->stage), const ScBranch *, branch)
    sc_list_foreach (branch->clauses, const ScClause *, clause)
      {
        sc_reporter_set_branch (reporter, branch_i, (int) clause_i);
        if (get_clause_type (subject, clause) == SC_COLUMN_CHOICES)
          sc_reporter_add (reporter,
                           _ ("The branch “%s” asks for “%s”, a column of several choices."),
                           sc_rule_name_branch (branch), clause->column);
      }
}

static gboolean
has_option (const ScColumn *column, const char *value)
{
  char *end = NULL;
  gint64 number = g_ascii_strtoll (value, &end, 10);

  if (end == value || *end != '\0')
    return FALSE;
  sc_list_foreach (column->options, const ScOption *, option)
    {
      if (option->value == number)
        return TRUE;
    }
  return FALSE;
}

/* Types of constants that can stand for each other have one number; 0: not known. */
static int
get_value_class (const char *type)
{
  static const struct
  {
    const char *type;
    int number;
  } classes[] = { { "Boolean", 1 }, { "OptionSetValue", 2 }, { "Integer", 3 }, { "Decimal", 3 },
                  { "Float", 3 },   { "Double", 3 },         { "Money", 3 },   { "DateTime", 4 },
                  { "String", 5 },  { "EntityReference", 6 } };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_strcmp0 (classes[i].type, type) == 0)
      return classes[i].number;
  return 0;
}

/* TRUE for those that the designer offers for some type. */
static gboolean
is_usual_operator (const char *operator)
{
  return sc_clause_form_has_operator (sc_clause_form_get (SC_COLUMN_TEXT), operator)
         || sc_clause_form_has_operator (sc_clause_form_get (SC_COLUMN_INTEGER), operator);
}

static void
check_operand (const ScSubject *subject,
               ScReporter *reporter,
               const ScBranch *branch,
               const ScClause *clause,
               const ScOperand *operand)
{
  ScColumnType type = get_clause_type (subject, clause);
  const ScColumn *column = sc_lookup_find_column (
      subject->lookup, clause->table != NULL ? clause->table : subject->stage->table,
      clause->column);
  int expected = get_value_class (sc_clause_form_get (type)->type);
  int found = operand->raw == NULL ? get_value_class (operand->type) : 0;

  if (expected != 0 && found != 0 && expected != found)
    sc_reporter_add (reporter,
                     _ ("The branch “%s” compares “%s”, a column of the type %s, with a value of "
                        "another type (%s)."),
                     sc_rule_name_branch (branch), clause->column, sc_column_type_get_title (type),
                     operand->type);
  else if (column != NULL && column->options != NULL && operand->value != NULL
           && g_strcmp0 (operand->type, "OptionSetValue") == 0
           && !has_option (column, operand->value))
    sc_reporter_add (reporter,
                     _ ("The branch “%s” compares “%s” with %s, which is none of its choices."),
                     sc_rule_name_branch (branch), sc_column_get_label (column, subject->language),
                     operand->value);
}

static void
check_values (const ScSubject *subject, ScReporter *reporter)
{
  sc_list_foreach (get_branches (subject->stage), const ScBranch *, branch)
    sc_list_foreach (branch->clauses, const ScClause *, clause)
      {
        ScColumnType type = get_clause_type (subject, clause);
        const ScClauseForm *form = sc_clause_form_get (type);

        if (sc_text_is_blank (clause->column))
          continue;
        sc_reporter_set_branch (reporter, branch_i, (int) clause_i);
        if (form->kind != SC_VALUE_NONE && is_usual_operator (clause->operator)
            && !sc_clause_form_has_operator (form, clause->operator))
          sc_reporter_add (reporter,
                           _ ("The branch “%s” asks for “%s” by %s, which columns of the type %s "
                              "do not have."),
                           sc_rule_name_branch (branch), clause->column, clause->operator,
                           sc_column_type_get_title (type));
        sc_list_foreach (clause->operands, const ScOperand *, operand)
          {
            sc_reporter_set_branch (reporter, branch_i, (int) clause_i);
            check_operand (subject, reporter, branch, clause, operand);
          }
      }
}

/* Whether a column of the stage leads to the table; TRUE, too, when that is not known. */
static gboolean
may_look_up (const ScSubject *subject, const char *table)
{
  sc_list_foreach (subject->stage->steps, const ScStep *, step)
    {
      const ScColumn *column
          = sc_lookup_find_column (subject->lookup, subject->stage->table, step->column);
      ScColumnType type = sc_rule_get_step_type (step, column);

      if (type == SC_COLUMN_UNKNOWN)
        return TRUE;
      if (type != SC_COLUMN_LOOKUP && type != SC_COLUMN_CUSTOMER && type != SC_COLUMN_OWNER)
        continue;
      if (column == NULL || column->targets == NULL)
        return TRUE;
      sc_list_foreach (column->targets, const ScLabel *, target)
        {
          if (sc_name_equal (target->text, table))
            return TRUE;
        }
    }
  return FALSE;
}

static void
check_related (const ScSubject *subject, ScReporter *reporter)
{
  const ScStage *stage = subject->stage;

  sc_list_foreach (get_branches (stage), const ScBranch *, branch)
    sc_list_foreach (branch->clauses, const ScClause *, clause)
      {
        if (sc_text_is_blank (clause->table) || sc_name_equal (clause->table, stage->table)
            || may_look_up (subject, clause->table))
          continue;
        sc_reporter_set_branch (reporter, branch_i, (int) clause_i);
        sc_reporter_add (reporter,
                         _ ("The branch “%s” asks for “%s” of “%s”, but no step of the stage “%s” "
                            "leads to such a row."),
                         sc_rule_name_branch (branch), clause->column != NULL ? clause->column : "",
                         sc_rule_name_table (subject, clause->table),
                         sc_rule_name_stage (subject, stage));
      }
}

const ScRule sc_rules_branch[] = {
  {
      .id = "BR-01",
      .title = N_ ("Branches ask for steps of their stage"),
      .explanation = N_ ("A branch may only ask for columns that are steps of the stage it leaves. "
                         "Taking such a step out of the stage breaks the condition."),
      .source = "Microsoft Learn: Enhance business process flows with branching; server error "
                "ConditionAttributesNotAnSubsetOfStepAttributes",
      .server_code = "0x80060436",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STAGE,
      .check = check_clause_columns,
      .repair = sc_repair_clause_columns,
      .repair_all = TRUE,
  },
  {
      .id = "BR-02",
      .title = N_ ("And or Or, not both"),
      .explanation = N_ ("All clauses of a branch are joined by And, or all by Or. For more, use a "
                         "Yes/No column that a business rule fills."),
      .source = "Microsoft Learn: Enhance business process flows with branching",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STAGE,
      .check = check_joins,
      .repair = sc_repair_joins,
  },
  {
      .id = "BR-06",
      .title = N_ ("No empty branches"),
      .explanation
      = N_ ("Every branch says when it is taken and leads to a stage. The server asks to "
            "define or delete the others."),
      .source = "Server error ProcessEmptyBranches",
      .server_code = "0x80060399",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STAGE,
      .check = check_defined,
      .repair = sc_repair_empty_branch,
  },
  {
      .id = "BR-08",
      .title = N_ ("No condition on several choices"),
      .explanation
      = N_ ("Dataverse's designer does not offer columns that hold several choices for "
            "conditions."),
      .source = "Reported by makers (xrmtricks.com)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STAGE,
      .uses = SC_USES_TABLES,
      .check = check_multi_select,
  },
  {
      .id = "BR-09",
      .title = N_ ("Related rows by a step of the stage"),
      .explanation
      = N_ ("A branch can ask for a column of a related row where the stage has a step that shows "
            "the lookup to it."),
      .source = "Reported by makers (cosmansdynamics.com)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STAGE,
      .uses = SC_USES_TABLES,
      .needs = SC_NEEDS_COLUMNS,
      .check = check_related,
      .repair = sc_repair_related,
  },
  {
      .id = "BR-10",
      .title = N_ ("Branches compare with what a column can hold"),
      .explanation
      = N_ ("A branch that waits for a choice the column does not have, or for a value of another "
            "type, is never taken. Which comparisons there are depends on the type of the column: "
            "a Yes/No column is not greater than anything."),
      .source = "Follows from the type and the choices of the column",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STAGE,
      .uses = SC_USES_TABLES,
      .needs = SC_NEEDS_COLUMNS,
      .check = check_values,
  },
  { NULL },
};
