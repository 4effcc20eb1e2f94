/* sc-fixes-step.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-edit-identity.h"
#include "sc-edit-step.h"
#include "sc-fix-private.h"
#include "sc-name.h"
#include "sc-rule-private.h"

/* Repairs of steps. */

#define MAX_NAME 100

#define COMPOSITE_END "_composite"
#define FIRST_LINE    "_line1"

static void
offer_deletion (ScRepair *self)
{
  if (sc_list_length (self->stage->steps) > 1)
    sc_repair_take (self,
                    sc_edit_step_delete (self->solution, self->flow->id, self->step->id, NULL),
                    _ ("Delete the step “%s”"), sc_repair_name_step (self));
}

static void
offer_column (ScRepair *self, const char *column, const char *label)
{
  sc_repair_take (
      self, sc_edit_step_set_column (self->solution, self->flow->id, self->step->id, column, NULL),
      _ ("Show the column “%s”"), label);
}

static gboolean
is_shown (const ScStage *stage, const char *column)
{
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (sc_name_equal (step->column, column))
        return TRUE;
    }
  return FALSE;
}

/* The columns of the stage's table that have the step's name. */
static void
offer_columns_of_name (ScRepair *self)
{
  const ScTable *table = sc_solution_find_table (self->solution, self->stage->table, NULL);
  int language = self->solution->language;

  sc_list_foreach (table != NULL ? table->columns : NULL, const ScColumn *, column)
    {
      const char *label = sc_column_get_label (column, language);

      if (!is_shown (self->stage, column->name)
          && sc_name_equal (label, sc_repair_name_step (self)))
        offer_column (self, column->name, label);
    }
}

void
sc_repair_wrong_column (ScRepair *self)
{
  offer_columns_of_name (self);
  offer_deletion (self);
}

void
sc_repair_no_column (ScRepair *self)
{
  offer_columns_of_name (self);
  offer_deletion (self);
}

void
sc_repair_step_ids (ScRepair *self)
{
  sc_repair_take (self, sc_edit_identity_renew_steps (self->solution, self->flow->id, NULL),
                  _ ("Give every step an id of its own"));
  if (self->step == NULL)
    return;
  sc_repair_take (
      self, sc_edit_identity_match_control (self->solution, self->flow->id, self->step->id, NULL),
      _ ("Give the control of “%s” the name of its column"), sc_repair_name_step (self));
  offer_deletion (self);
}

void
sc_repair_second_column (ScRepair *self)
{
  offer_deletion (self);
}

void
sc_repair_composite (ScRepair *self)
{
  gsize length = strlen (self->step->column) - strlen (COMPOSITE_END);
  g_autofree char *start = g_strndup (self->step->column, length);
  g_autofree char *line = g_strconcat (start, FIRST_LINE, NULL);
  const ScColumn *known = sc_solution_find_column (self->solution, self->stage->table, line);

  if (!is_shown (self->stage, line))
    offer_column (self, line,
                  known != NULL ? sc_column_get_label (known, self->solution->language) : line);
  offer_deletion (self);
}

void
sc_repair_required (ScRepair *self)
{
  sc_repair_take (
      self, sc_edit_step_set_required (self->solution, self->flow->id, self->step->id, FALSE, NULL),
      _ ("Do not require “%s”"), sc_repair_name_step (self));
}

void
sc_repair_step_name (ScRepair *self)
{
  const ScStep *step = self->step;
  const ScSolution *solution = self->solution;
  const ScColumn *column = sc_solution_find_column (solution, self->stage->table, step->column);
  ScSolution *after = sc_solution_ref (solution);
  const char *flow = self->flow->id;
  g_autofree char *name = NULL;

  if (sc_text_is_blank (sc_repair_name_step (self)))
    {
      name = g_strdup (column != NULL ? sc_column_get_label (column, solution->language)
                                      : step->column);
      if (name != NULL)
        after = sc_repair_then (
            after, sc_edit_step_set_label (after, flow, step->id, solution->language, name, NULL));
      sc_repair_take (self, after, _ ("Call it “%s”"), name != NULL ? name : "");
      return;
    }
  name = sc_repair_shorten (sc_repair_name_step (self), MAX_NAME);
  if (step->labels == NULL)
    after = sc_repair_then (
        after, sc_edit_step_set_label (after, flow, step->id, solution->language, name, NULL));
  sc_list_foreach (step->labels, const ScLabel *, label)
    {
      g_autofree char *text = sc_repair_shorten (label->text, MAX_NAME);

      after = sc_repair_then (
          after, sc_edit_step_set_label (after, flow, step->id, label->language, text, NULL));
    }
  sc_repair_take (self, after, _ ("Shorten the name to “%s”"), name);
}

void
sc_repair_useless_step (ScRepair *self)
{
  offer_deletion (self);
}

void
sc_repair_action_ids (ScRepair *self)
{
  sc_repair_take (
      self, sc_edit_identity_match_actions (self->solution, self->flow->id, self->stage->id, NULL),
      _ ("Let the workflows and buttons of “%s” name this stage"), sc_repair_name_stage (self));
}

static const ScStage *
find_first_on (const ScFlow *flow, const char *table)
{
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (sc_name_equal (stage->table, table))
        return stage;
    }
  return NULL;
}

/* Moves every step on a column that its table requires to the first stage on that table. */
void
sc_repair_late_columns (ScRepair *self)
{
  ScSolution *after = sc_solution_ref (self->solution);
  const char *name = "";
  guint n = 0;

  sc_list_foreach (self->flow->stages, const ScStage *, stage)
    {
      const ScStage *first = find_first_on (self->flow, stage->table);

      if (first == NULL || first == stage)
        continue;
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          const ScColumn *column
              = sc_solution_find_column (self->solution, stage->table, step->column);

          if (column == NULL || column->required != SC_REQUIRED_BUSINESS
              || is_shown (first, column->name) || after == NULL)
            continue;
          after = sc_repair_then (after, sc_edit_step_move (after, self->flow->id, step->id,
                                                            first->id, G_MAXUINT, NULL));
          if (n++ == 0)
            name = sc_step_get_label (step, self->solution->language);
        }
    }
  sc_repair_take (self, after,
                  n == 1 ? _ ("Ask for “%s” in the first stage on its table")
                         : _ ("Ask for “%s” and the others in the first stages on their tables"),
                  name);
}
