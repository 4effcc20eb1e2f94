/* sc-condition-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-condition-text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "sc-name.h"

/* The operators are those of Microsoft.Xrm.Sdk.Query.ConditionOperator that the rule engine offers
 * for a flow. {column} and {value} are replaced. */
typedef struct
{
  const char *operator;
  const char *text;
  const char *date_text; /* where a date reads differently; NULL: the same */
} Phrase;

static const Phrase phrases[] = {
  { "Equal", N_ ("{column} is {value}"), NULL },
  { "NotEqual", N_ ("{column} is not {value}"), NULL },
  { "GreaterThan", N_ ("{column} is over {value}"), N_ ("{column} is after {value}") },
  { "GreaterEqual", N_ ("{column} is at least {value}"), N_ ("{column} is {value} or later") },
  { "LessThan", N_ ("{column} is under {value}"), N_ ("{column} is before {value}") },
  { "LessEqual", N_ ("{column} is at most {value}"), N_ ("{column} is {value} or earlier") },
  { "Null", N_ ("{column} is empty"), NULL },
  { "NotNull", N_ ("{column} is filled in"), NULL },
  { "In", N_ ("{column} is {value}"), NULL },
  { "NotIn", N_ ("{column} is not {value}"), NULL },
  { "Contains", N_ ("{column} contains {value}"), NULL },
  { "DoesNotContain", N_ ("{column} does not contain {value}"), NULL },
  { "BeginsWith", N_ ("{column} begins with {value}"), NULL },
  { "DoesNotBeginWith", N_ ("{column} does not begin with {value}"), NULL },
  { "EndsWith", N_ ("{column} ends with {value}"), NULL },
  { "DoesNotEndWith", N_ ("{column} does not end with {value}"), NULL },
  { "Like", N_ ("{column} is like {value}"), NULL },
  { "NotLike", N_ ("{column} is not like {value}"), NULL },
  { "On", N_ ("{column} is on {value}"), NULL },
  { "NotOn", N_ ("{column} is not on {value}"), NULL },
  { "OnOrBefore", N_ ("{column} is {value} or earlier"), NULL },
  { "OnOrAfter", N_ ("{column} is {value} or later"), NULL },
};

static const Phrase *
find_phrase (const char *operator)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      if (g_strcmp0 (phrases[i].operator, operator) == 0)
        return &phrases[i];
    }
  return NULL;
}

/* In one pass, so that braces inside a name stay what they are. */
static char *
fill_in (const char *pattern, const char *column, const char *value)
{
  GString *text = g_string_new (NULL);

  while (*pattern != '\0')
    {
      if (g_str_has_prefix (pattern, "{column}"))
        {
          g_string_append (text, column);
          pattern += strlen ("{column}");
        }
      else if (g_str_has_prefix (pattern, "{value}"))
        {
          g_string_append (text, value);
          pattern += strlen ("{value}");
        }
      else
        g_string_append_c (text, *pattern++);
    }
  return g_string_free (text, FALSE);
}

static const ScStep *
find_step_of_column (const ScList *steps, const char *column)
{
  sc_list_foreach (steps, const ScStep *, step)
    {
      if (sc_name_equal (step->column, column))
        return step;
    }
  return NULL;
}

static const char *
find_column_name (const ScFlow *flow,
                  const ScStage *stage,
                  const ScColumn *column,
                  const ScClause *clause,
                  int language)
{
  const ScStep *step;

  if (column != NULL && column->labels != NULL)
    return sc_column_get_label (column, language);
  if (clause->column == NULL)
    return _ ("an unnamed column");
  step = stage != NULL ? find_step_of_column (stage->steps, clause->column) : NULL;
  if (step == NULL && flow != NULL)
    {
      sc_list_foreach (flow->stages, const ScStage *, other)
        {
          if (step == NULL && g_strcmp0 (other->table, clause->table) == 0)
            step = find_step_of_column (other->steps, clause->column);
        }
    }
  if (step != NULL && step->labels != NULL)
    return sc_step_get_label (step, language);
  return clause->column;
}

/* The label of a choice or of Yes and No; NULL when it is not known. */
static const char *
find_option (const ScColumn *column, const char *value, int language)
{
  char *end = NULL;
  gint64 number;

  if (column == NULL || value == NULL)
    return NULL;
  number = g_ascii_strtoll (value, &end, 10);
  if (end == value || *end != '\0')
    return NULL;
  sc_list_foreach (column->options, const ScOption *, option)
    {
      if (option->value == number)
        return sc_labels_get (option->labels, language);
    }
  return NULL;
}

static gboolean
is_true (const char *value)
{
  return g_strcmp0 (value, "1") == 0 || (value != NULL && g_ascii_strcasecmp (value, "true") == 0);
}

/* A locale that groups nothing and has a decimal point is most likely C, and the words English. */
static const char *
get_separator (void)
{
  const struct lconv *conventions = localeconv ();

  if (*conventions->thousands_sep != '\0')
    return conventions->thousands_sep;
  return g_str_equal (conventions->decimal_point, ".") ? "," : " ";
}

/* Digit by digit: a floating point number would change long figures. What is no number
 * stays as it is. */
static char *
format_number (const char *value)
{
  GString *text = g_string_new (NULL);
  const char *digits = *value == '-' ? value + 1 : value;
  gsize whole = strspn (digits, "0123456789");
  const char *rest = digits + whole;
  gsize decimals = *rest == '.' ? strspn (rest + 1, "0123456789") : 0;

  if (whole == 0 || (*rest == '.' ? rest[decimals + 1] != '\0' : *rest != '\0'))
    {
      g_string_free (text, TRUE);
      return g_strdup (value);
    }
  g_string_append_len (text, value, digits - value);
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, get_separator ());
      g_string_append_c (text, digits[i]);
    }
  if (decimals > 0)
    g_string_append_printf (text, "%s%s", localeconv ()->decimal_point, rest + 1);
  return g_string_free (text, FALSE);
}

static char *
format_date (const char *value)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *full
      = strchr (value, 'T') != NULL ? g_strdup (value) : g_strconcat (value, "T00:00:00", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (full, utc);

  if (date == NULL)
    return g_strdup (value);
  if (g_date_time_get_hour (date) == 0 && g_date_time_get_minute (date) == 0)
    return g_date_time_format (date, "%x");
  return g_date_time_format (date, "%x %H:%M");
}

static gboolean
is_number (const char *type)
{
  const char *const types[] = { "Money", "Decimal", "Double", "Integer", "Float", "BigInt", NULL };

  return type != NULL && g_strv_contains (types, type);
}

static char *
format_operand (const ScSolution *solution,
                const ScColumn *column,
                const ScOperand *operand,
                int language)
{
  const char *option = find_option (column, operand->value, language);
  const char *type = operand->type != NULL ? operand->type : "";

  if (operand->raw != NULL)
    return g_strdup (operand->raw);
  if (g_str_equal (type, "EntityReference") && operand->display != NULL)
    return g_strdup_printf (_ ("“%s”"), operand->display);
  if (operand->value == NULL)
    return g_strdup (_ ("nothing"));
  if (g_str_equal (type, SC_OPERAND_COLUMN))
    {
      const ScColumn *other
          = solution != NULL && operand->table != NULL
                ? sc_solution_find_column (solution, operand->table, operand->value)
                : NULL;

      return g_strdup (other != NULL ? sc_column_get_label (other, language) : operand->value);
    }
  if (is_number (type))
    return format_number (operand->value);
  if (option != NULL)
    return g_strdup (option);
  if (g_str_equal (type, "Boolean"))
    return g_strdup (is_true (operand->value) ? _ ("Yes") : _ ("No"));
  if (g_str_equal (type, "DateTime"))
    return format_date (operand->value);
  if (g_str_equal (type, "String"))
    return g_strdup_printf (_ ("“%s”"), operand->value);
  return g_strdup (operand->value);
}

/* "A", "A or B", "A, B or C" */
static char *
format_operands (const ScSolution *solution,
                 const ScColumn *column,
                 const ScClause *clause,
                 int language)
{
  guint n = sc_list_length (clause->operands);
  GString *text = g_string_new (NULL);

  sc_list_foreach (clause->operands, const ScOperand *, operand)
    {
      g_autofree char *value = format_operand (solution, column, operand, language);

      if (operand_i > 0)
        g_string_append (text, operand_i == n - 1 ? _ (" or ") : _ (", "));
      g_string_append (text, value);
    }
  if (n == 0)
    g_string_append (text, _ ("nothing"));
  return g_string_free (text, FALSE);
}

static gboolean
is_about_a_date (const ScColumn *column, const ScClause *clause)
{
  const ScOperand *operand = sc_list_get (clause->operands, 0);

  if (column != NULL && (column->type == SC_COLUMN_DATE || column->type == SC_COLUMN_DATE_TIME))
    return TRUE;
  return operand != NULL && g_strcmp0 (operand->type, "DateTime") == 0;
}

char *
sc_condition_text_operator (const char *operator, gboolean date)
{
  const Phrase *phrase = find_phrase (operator);
  g_autofree char *text = NULL;
  const char *pattern;

  if (phrase == NULL)
    return g_strdup (operator!= NULL ? operator: "?");
  pattern = date && phrase->date_text != NULL ? phrase->date_text : phrase->text;
  text = g_strstrip (fill_in (_ (pattern), "", "…"));
  if (g_str_has_suffix (text, " …"))
    text[strlen (text) - strlen (" …")] = '\0';
  return g_steal_pointer (&text);
}

char *
sc_condition_text_operand (const ScSolution *solution,
                           const ScColumn *column,
                           const ScOperand *operand,
                           int language)
{
  return format_operand (solution, column, operand, language);
}

char *
sc_condition_text_clause (const ScSolution *solution,
                          const ScFlow *flow,
                          const ScStage *stage,
                          const ScClause *clause,
                          int language)
{
  const ScColumn *column = clause->table != NULL && clause->column != NULL && solution != NULL
                               ? sc_solution_find_column (solution, clause->table, clause->column)
                               : NULL;
  const Phrase *phrase = find_phrase (clause->operator);
  const char *name = find_column_name (flow, stage, column, clause, language);
  g_autofree char *value = format_operands (solution, column, clause, language);

  if (phrase == NULL)
    return g_strdup_printf ("%s %s %s", name, clause->operator!= NULL ? clause->operator: "?",
                            clause->operands != NULL ? value : "");
  if (phrase->date_text != NULL && is_about_a_date (column, clause))
    return fill_in (_ (phrase->date_text), name, value);
  return fill_in (_ (phrase->text), name, value);
}

char *
sc_condition_text_branch (const ScSolution *solution,
                          const ScFlow *flow,
                          const ScStage *stage,
                          const ScBranch *branch,
                          int language)
{
  GString *text = g_string_new (NULL);
  ScJoin join = SC_JOIN_AND;

  if (branch->otherwise)
    g_string_append (text, _ ("Otherwise"));
  else if (branch->clauses == NULL)
    g_string_append (text, _ ("No clause yet"));
  sc_list_foreach (branch->clauses, const ScClause *, clause)
    {
      g_autofree char *part = sc_condition_text_clause (solution, flow, stage, clause, language);

      /* Clauses are joined from the left; brackets say so where both words meet. */
      if (clause_i > 1 && clause->join != join)
        {
          g_string_prepend_c (text, '(');
          g_string_append_c (text, ')');
        }
      if (clause_i > 0)
        g_string_append (text, clause->join == SC_JOIN_AND ? _ (" and ") : _ (" or "));
      g_string_append (text, part);
      join = clause->join;
    }
  return g_string_free (text, FALSE);
}
