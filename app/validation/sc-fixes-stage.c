/* sc-fixes-stage.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-identity.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-fix-private.h"
#include "sc-name.h"
#include "sc-rule-private.h"

/* Repairs of stages. */

#define MAX_NAME 100

void
sc_repair_empty_stage (ScRepair *self)
{
  const ScTable *table = sc_solution_find_table (self->solution, self->stage->table, NULL);
  const ScColumn *column = table != NULL ? sc_table_suggest_column (table) : NULL;

  if (column != NULL)
    sc_repair_take (self,
                    sc_edit_step_add (self->solution, self->flow->id, self->stage->id, 0, NULL,
                                      NULL, column->name, NULL),
                    _ ("Add a step for “%s”"),
                    sc_column_get_label (column, self->solution->language));
  if (sc_list_length (self->flow->stages) > 1)
    sc_repair_take (self,
                    sc_edit_stage_delete (self->solution, self->flow->id, self->stage->id, NULL),
                    _ ("Delete the stage “%s”"), sc_repair_name_stage (self));
}

/* The steps behind the limit move to a stage behind this one. A stage that branches is followed by
 * its branches: where its steps should go is a person's choice. */
void
sc_repair_full_stage (ScRepair *self)
{
  const ScStage *stage = self->stage;
  guint n_excess = sc_list_length (stage->steps) - SC_MAX_STEPS;
  g_autofree char *name = g_strdup_printf (_ ("%s (continued)"), sc_repair_name_stage (self));
  const char *flow = self->flow->id;
  const ScStep *placeholder;
  const ScStage *added;
  ScSolution *after;

  if (stage->condition != NULL || n_excess > SC_MAX_STEPS)
    return;
  after = sc_edit_stage_add (self->solution, flow, (ScSlot){ stage->id, SC_EDGE_NEXT }, NULL, name,
                             stage->table, NULL);
  if (after == NULL)
    return;
  added = sc_flow_find_stage (
      sc_solution_find_flow (after, flow, NULL),
      sc_flow_find_stage (sc_solution_find_flow (after, flow, NULL), stage->id, NULL)->next, NULL);
  placeholder = sc_list_at (added->steps, 0);
  {
    g_autofree char *target = g_strdup (added->id);
    g_autofree char *empty = g_strdup (placeholder->id);

    for (guint i = 0; i < n_excess && after != NULL; i++)
      {
        const ScStep *step = sc_list_at (stage->steps, SC_MAX_STEPS + i);

        after = sc_repair_then (after, sc_edit_step_move (after, flow, step->id, target, i, NULL));
      }
    if (after != NULL)
      after = sc_repair_then (after, sc_edit_step_delete (after, flow, empty, NULL));
  }
  sc_repair_take (self, after,
                  ngettext ("Move %u step to a stage behind it",
                            "Move %u steps to a stage behind it", n_excess),
                  n_excess);
}

static ScSolution *
set_base_name (const ScRepair *self, const char *name)
{
  return sc_edit_stage_set_label (self->solution, self->flow->id, self->stage->id,
                                  self->solution->language, name, NULL);
}

void
sc_repair_stage_name (ScRepair *self)
{
  const ScStage *stage = self->stage;
  ScSolution *after;
  g_autofree char *name = NULL;

  if (sc_text_is_blank (sc_repair_name_stage (self)))
    {
      guint position = 0;

      sc_flow_find_stage (self->flow, stage->id, &position);
      name = g_strdup_printf (_ ("Stage %u"), position + 1);
      sc_repair_take (self, set_base_name (self, name), _ ("Call it “%s”"), name);
      return;
    }
  after = sc_solution_ref (self->solution);
  name = sc_repair_shorten (sc_repair_name_stage (self), MAX_NAME);
  if (stage->labels == NULL)
    after = sc_repair_then (after, set_base_name (self, name));
  sc_list_foreach (stage->labels, const ScLabel *, label)
    {
      g_autofree char *text = sc_repair_shorten (label->text, MAX_NAME);

      after = sc_repair_then (after, sc_edit_stage_set_label (after, self->flow->id, stage->id,
                                                              label->language, text, NULL));
    }
  sc_repair_take (self, after, _ ("Shorten the name to “%s”"), name);
}

static gboolean
has_stage_named (const ScRepair *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  sc_list_foreach (self->flow->stages, const ScStage *, stage)
    {
      g_autofree char *other
          = g_utf8_casefold (sc_stage_get_label (stage, self->solution->language), -1);

      if (g_str_equal (other, folded))
        return TRUE;
    }
  return FALSE;
}

void
sc_repair_same_stage_name (ScRepair *self)
{
  g_autofree char *start = sc_repair_shorten (sc_repair_name_stage (self), MAX_NAME - 4);
  g_autofree char *name = NULL;
  guint number = 2;

  do
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", start, number++);
    }
  while (has_stage_named (self, name));
  sc_repair_take (self, set_base_name (self, name), _ ("Call it “%s”"), name);
}

void
sc_repair_stage_ids (ScRepair *self)
{
  sc_repair_take (self, sc_edit_identity_renew_stages (self->solution, self->flow->id, NULL),
                  _ ("Give every stage an id of its own"));
}

void
sc_repair_stage_table (ScRepair *self)
{
  guint position = 0;
  const ScStage *before;
  const char *table;

  sc_flow_find_stage (self->flow, self->stage->id, &position);
  before = position > 0 ? sc_list_get (self->flow->stages, position - 1) : NULL;
  table = before != NULL ? before->table : self->flow->primary_table;
  if (!sc_text_is_blank (table))
    {
      g_autofree char *name = g_ascii_strdown (table, -1);

      sc_repair_take (
          self,
          sc_edit_stage_set_table (self->solution, self->flow->id, self->stage->id, name, NULL),
          _ ("Put the stage on “%s”"), sc_repair_name_table (self, name));
    }
}

void
sc_repair_category (ScRepair *self)
{
  sc_repair_take (self,
                  sc_edit_stage_set_category (self->solution, self->flow->id, self->stage->id,
                                              SC_CATEGORY_NONE, NULL),
                  _ ("Leave “%s” without a category"), sc_repair_name_stage (self));
}

void
sc_repair_label_ids (ScRepair *self)
{
  sc_repair_take (self, sc_edit_identity_match_labels (self->solution, self->flow->id, NULL),
                  _ ("Give all labels of the flow the ids of their stages and steps"));
}
