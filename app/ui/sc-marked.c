/* sc-marked.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-marked.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-parts.h"
#include "sc-parts-text.h"
#include "sc-question.h"

static ScSelection
select_step (const ScStage *stage, guint position)
{
  const ScStep *step = sc_list_get (stage->steps, position);

  return (ScSelection){ SC_SELECTED_STEP, stage->id, step->id, SC_EDGE_NEXT };
}

static ScSelection
select_stage (const ScStage *stage)
{
  return (ScSelection){ SC_SELECTED_STAGE, stage->id, NULL, SC_EDGE_NEXT };
}

/* What takes the place of the last step that goes: the next in its stage, or the one before. */
static ScSelection
find_next_step (const ScFlow *flow, const ScParts *parts, const char *step)
{
  const ScStage *stage = NULL;
  guint position;

  sc_flow_find_step (flow, step, &stage, &position);
  if (position + 1 < sc_list_length (stage->steps))
    return select_step (stage, position + 1);
  while (position-- > 0)
    if (!sc_parts_has (parts, SC_PART_STEP,
                       ((const ScStep *) sc_list_get (stage->steps, position))->id))
      return select_step (stage, position);
  return select_stage (stage);
}

static ScSelection
find_next_stage (const ScFlow *flow, const ScParts *parts, const char *stage)
{
  guint position;

  sc_flow_find_stage (flow, stage, &position);
  if (position + 1 < sc_list_length (flow->stages))
    return select_stage (sc_list_get (flow->stages, position + 1));
  while (position-- > 0)
    {
      const ScStage *before = sc_list_get (flow->stages, position);

      if (!sc_parts_has (parts, SC_PART_STAGE, before->id))
        return select_stage (before);
    }
  return (ScSelection){ SC_SELECTED_NOTHING, NULL, NULL, SC_EDGE_NEXT };
}

static void
take_away (ScEditor *self, gboolean cut)
{
  g_autoptr (ScParts) parts = sc_parts_ref (sc_editor_get_parts (self));
  const ScFlow *flow = sc_editor_get_flow (self);
  g_autofree char *text = sc_parts_text (parts);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSelection then;
  ScSolution *after;
  ScPart last;

  if (parts == NULL)
    return;
  last = sc_parts_get (parts, sc_parts_count (parts) - 1);
  then = last.kind == SC_PART_STEP ? find_next_step (flow, parts, last.id)
                                   : find_next_stage (flow, parts, last.id);
  name = g_strdup_printf (cut ? _ ("Cut %s") : _ ("Delete %s"), text);
  after = sc_edit_parts_delete (sc_editor_get_solution (self), flow->id, parts, &error);
  sc_editor_propose (self, after, error, SC_PROPOSE_DELETE, name, &then);
}

void
sc_editor_delete_marked (ScEditor *self)
{
  take_away (self, FALSE);
}

void
sc_editor_cut_marked (ScEditor *self)
{
  take_away (self, TRUE);
}

void
sc_editor_duplicate_marked (ScEditor *self)
{
  const ScParts *parts = sc_editor_get_parts (self);
  g_autoptr (ScParts) copies = NULL;
  g_autofree char *text = sc_parts_text (parts);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (parts == NULL)
    return;
  name = g_strdup_printf (_ ("Duplicate %s"), text);
  after = sc_edit_parts_duplicate (sc_editor_get_solution (self), sc_editor_get_flow (self)->id,
                                   parts, &copies, &error);
  if (sc_editor_commit (self, after, error, name, NULL))
    sc_editor_select_parts (self, copies, NULL);
}

void
sc_editor_set_marked_required (ScEditor *self, gboolean required)
{
  const ScParts *parts = sc_editor_get_parts (self);
  g_autofree char *text = sc_parts_text (parts);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (parts == NULL)
    return;
  name = g_strdup_printf (required ? _ ("Make %s required") : _ ("Make %s optional"), text);
  after = sc_edit_parts_set_required (sc_editor_get_solution (self), sc_editor_get_flow (self)->id,
                                      parts, required, &error);
  sc_editor_commit (self, after, error, name, NULL);
}

void
sc_editor_set_marked_table (ScEditor *self, const char *table)
{
  const ScParts *parts = sc_editor_get_parts (self);
  g_autofree char *text = sc_parts_text (parts);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (parts == NULL)
    return;
  name = g_strdup_printf (_ ("Change table of %s"), text);
  after = sc_edit_parts_set_table (sc_editor_get_solution (self), sc_editor_get_flow (self)->id,
                                   parts, table, &error);
  sc_editor_propose (self, after, error, SC_PROPOSE_CHANGE, name, NULL);
}

void
sc_editor_set_marked_category (ScEditor *self, int category)
{
  const ScParts *parts = sc_editor_get_parts (self);
  g_autofree char *text = sc_parts_text (parts);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (parts == NULL)
    return;
  name = g_strdup_printf (_ ("Change category of %s"), text);
  after = sc_edit_parts_set_category (sc_editor_get_solution (self), sc_editor_get_flow (self)->id,
                                      parts, category, &error);
  sc_editor_commit (self, after, error, name, NULL);
}

void
sc_editor_move_marked_steps (ScEditor *self, const char *stage, guint position)
{
  g_autoptr (ScParts) steps = sc_parts_filter (sc_editor_get_parts (self), SC_PART_STEP);
  g_autofree char *text = sc_parts_text (steps);
  g_autofree char *name = g_strdup_printf (_ ("Move %s"), text);
  GError *error = NULL;
  ScSolution *after = sc_edit_parts_move_steps (
      sc_editor_get_solution (self), sc_editor_get_flow (self)->id, steps, stage, position, &error);

  sc_editor_commit_and_tell (self, after, error, name);
}

void
sc_editor_move_marked_stages (ScEditor *self, ScSlot slot)
{
  g_autoptr (ScParts) stages = sc_parts_filter (sc_editor_get_parts (self), SC_PART_STAGE);
  g_autofree char *text = sc_parts_text (stages);
  g_autofree char *name = g_strdup_printf (_ ("Move %s"), text);
  GError *error = NULL;
  ScSolution *after = sc_edit_parts_move_stages (
      sc_editor_get_solution (self), sc_editor_get_flow (self)->id, stages, slot, &error);

  sc_editor_commit_and_tell (self, after, error, name);
}

void
sc_editor_count_marked_steps (ScEditor *self, guint *n_steps, guint *n_required)
{
  const ScFlow *flow = sc_editor_get_flow (self);
  const ScParts *parts = sc_editor_get_parts (self);

  *n_steps = *n_required = 0;
  if (parts == NULL)
    return;
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      gboolean all = sc_parts_has (parts, SC_PART_STAGE, stage->id);

      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          if (!all && !sc_parts_has (parts, SC_PART_STEP, step->id))
            continue;
          *n_steps += 1;
          *n_required += step->required ? 1 : 0;
        }
    }
}
