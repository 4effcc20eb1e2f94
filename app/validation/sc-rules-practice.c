/* sc-rules-practice.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-rule-private.h"

/* Good practice: flows that work, and could serve people better. What is a matter of a figure is
 * said once per flow. */

/* Too few steps say nothing about their share. */
#define ENOUGH_STEPS 6

/* One Yes/No by itself is a gate that somebody wanted. */
#define ENOUGH_ANSWERS 2

/* What stages are called by those who have not named them yet. */
static const char *const empty_names[] = {
  "new phase", "new stage", "new step", "neue phase", "neue stufe",       "phase",   "schritt",
  "stage",     "step",      "stufe",    "test",       "unbenannte phase", "unnamed", "untitled",
};

/* Without the digits and signs around it, in small letters: "Stage 1" is "stage". */
static char *
get_words (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  const char *start = folded, *end = folded + strlen (folded);

  while (*start != '\0' && !g_unichar_isalpha (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, (gsize) (end - start));
}

/* In scripts of broad signs one can be a word. */
static gboolean
says_nothing (const char *name)
{
  g_autofree char *words = NULL;
  g_autofree char *own = NULL; /* what the designer calls a stage, in the person's language */

  if (sc_text_is_blank (name) || !g_utf8_validate (name, -1, NULL))
    return FALSE;
  words = get_words (name);
  if (g_utf8_strlen (words, -1) < 2)
    return !g_unichar_iswide (g_utf8_get_char (words));
  for (guint i = 0; i < G_N_ELEMENTS (empty_names); i++)
    if (strcmp (words, empty_names[i]) == 0)
      return TRUE;
  own = get_words (_ ("New stage"));
  return strcmp (words, own) == 0;
}

static void
check_stage_names (const ScSubject *subject, ScReporter *reporter)
{
  const ScStage *first = NULL;
  int first_position = -1;
  guint n = 0;

  sc_list_foreach (subject->flow->stages, const ScStage *, stage)
    {
      if (!says_nothing (sc_stage_get_label (stage, subject->language)))
        continue;
      if (n++ == 0)
        {
          first = stage;
          first_position = (int) stage_i;
        }
    }
  if (n == 0)
    return;
  sc_reporter_set_stage (reporter, first_position);
  sc_reporter_set_figures (reporter, n, 0);
  sc_reporter_add (reporter,
                   ngettext ("%u stage of “%s” has a name that does not say what happens there, "
                             "such as “%s”.",
                             "%u stages of “%s” have names that do not say what happens there, "
                             "such as “%s”.",
                             n),
                   n, sc_rule_name_flow (subject, subject->flow),
                   sc_rule_name_stage (subject, first));
}

static void
check_required_share (const ScSubject *subject, ScReporter *reporter)
{
  guint n = 0, n_required = 0;

  for (guint i = 0; i < sc_list_length (subject->flow->stages); i++)
    {
      n += subject->digests[i]->n_steps;
      n_required += subject->digests[i]->n_required;
    }
  if (n < ENOUGH_STEPS || n_required <= n / 2)
    return;
  sc_reporter_set_figures (reporter, n_required, n / 2);
  sc_reporter_add (reporter,
                   ngettext ("%u of %u step of “%s” is required; up to %u leave people room to go "
                             "on with what they know.",
                             "%u of %u steps of “%s” are required; up to %u leave people room to "
                             "go on with what they know.",
                             n),
                   n_required, n, sc_rule_name_flow (subject, subject->flow), n / 2);
}

static gboolean
is_optional_yes_no (const ScSubject *subject, const ScStage *stage, const ScStep *step)
{
  return step->kind == SC_STEP_DATA && !step->required && !sc_text_is_blank (step->column)
         && sc_rule_get_step_type (
                step, sc_lookup_find_column (subject->lookup, stage->table, step->column))
                == SC_COLUMN_YES_NO;
}

static gboolean
is_answered_by_itself (const ScSubject *subject, const ScStage *stage)
{
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (!is_optional_yes_no (subject, stage, step))
        return FALSE;
    }
  return sc_list_length (stage->steps) >= ENOUGH_ANSWERS;
}

static void
check_answers (const ScSubject *subject, ScReporter *reporter)
{
  const ScStage *first = NULL;
  int position = -1;
  guint n = 0;

  sc_list_foreach (subject->flow->stages, const ScStage *, stage)
    {
      if (!is_answered_by_itself (subject, stage) || n++ > 0)
        continue;
      first = stage;
      position = (int) stage_i;
    }
  if (n == 0)
    return;
  sc_reporter_set_stage (reporter, position);
  sc_reporter_add (reporter,
                   ngettext ("%u stage, “%s”, asks nothing but Yes/No and requires none of it: "
                             "nobody can tell whether people have answered.",
                             "%u stages, “%s” among them, ask nothing but Yes/No and require none "
                             "of it: nobody can tell whether people have answered.",
                             n),
                   n, sc_rule_name_stage (subject, first));
}

/* Where a column that its table requires is first asked for: a stage that is not the first one on
 * that table. */
typedef struct
{
  int stage;
  int step;
} Late;

static int
find_step (const ScStage *stage, const ScColumn *column)
{
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (step->kind == SC_STEP_DATA && sc_name_equal (step->column, column->name))
        return (int) step_i;
    }
  return -1;
}

/* FALSE when the column is asked for at once, or not at all. */
static gboolean
find_late (const ScFlow *flow, guint first, const ScColumn *column, Late *late)
{
  const char *table = ((const ScStage *) sc_list_at (flow->stages, first))->table;

  for (guint i = first; i < sc_list_length (flow->stages); i++)
    {
      const ScStage *stage = sc_list_get (flow->stages, i);
      int step = sc_name_equal (stage->table, table) ? find_step (stage, column) : -1;

      if (step < 0)
        continue;
      *late = (Late){ (int) i, step };
      return i > first;
    }
  return FALSE;
}

static void
check_late_columns (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlow *flow = subject->flow;
  g_autoptr (GHashTable) seen = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  Late first = { -1, -1 };
  guint n = 0;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      const GPtrArray *required = sc_lookup_list_required (subject->lookup, stage->table);

      if (required == NULL || required->len == 0
          || !g_hash_table_add (seen, (gpointer) stage->table))
        continue;
      for (guint i = 0; i < required->len; i++)
        {
          Late late;

          if (find_late (flow, stage_i, g_ptr_array_index (required, i), &late) && n++ == 0)
            first = late;
        }
    }
  if (n > 0)
    {
      const ScStage *stage = sc_list_at (flow->stages, (guint) first.stage);
      const ScStep *step = sc_list_at (stage->steps, (guint) first.step);

      sc_reporter_set_stage (reporter, first.stage);
      sc_reporter_set_step (reporter, first.step);
      sc_reporter_add (
          reporter,
          ngettext ("%u column that its table requires (step “%s”) is first asked for in a later "
                    "stage (“%s”): a row cannot be saved before it is filled.",
                    "%u columns that their tables require (such as in step “%s”) are first asked "
                    "for in later stages (such as “%s”): a row cannot be saved before they are "
                    "filled.",
                    n),
          n, sc_rule_name_step (subject, step), sc_rule_name_stage (subject, stage));
    }
}

const ScRule sc_rules_practice[] = {
  {
      .id = "GP-01",
      .title = N_ ("Stage names that say something"),
      .explanation
      = N_ ("The bar shows little more than the names of stages. A word for what people do there, "
            "such as “Qualify”, tells them where they are; “New stage”, “Stage 1” or a single "
            "letter does not."),
      .source = "Good practice",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF | SC_USES_STAGES,
      .check = check_stage_names,
  },
  {
      .id = "GP-02",
      .title = N_ ("Few required steps"),
      .explanation
      = N_ ("Every required step holds people back until they know the answer, and many end up "
            "with invented ones. In flows of six or more steps, this speaks up when more than half "
            "of them are required."),
      .source = "Good practice",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF | SC_USES_STEPS,
      .check = check_required_share,
  },
  {
      .id = "SP-09",
      .title = N_ ("A stage that asks for more than optional Yes/No"),
      .explanation
      = N_ ("A Yes/No column always has a value, the one it starts with. Where a stage has nothing "
            "else and requires nothing, it looks answered before anybody has been there. A choice "
            "column starts empty."),
      .source = "Reported by makers (ashishmahajancrm.blogspot.com)",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_TABLES | SC_USES_STAGES | SC_USES_STEPS,
      .check = check_answers,
  },
  {
      .id = "SP-11",
      .title = N_ ("Required columns in the first stage"),
      .explanation
      = N_ ("A column that the table itself requires blocks saving from the first stage on, in "
            "whichever stage its step is. Ask for it in the first stage on that table."),
      .source = "Microsoft Learn: Business process flows overview (required columns)",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_TABLES | SC_USES_STAGES | SC_USES_STEPS,
      .needs = SC_NEEDS_COLUMNS,
      .check = check_late_columns,
      .repair = sc_repair_late_columns,
  },
  { NULL },
};
