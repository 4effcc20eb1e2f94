/* sc-editor-select.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-editor-private.h"

#include "sc-id.h"

static void
announce (ScEditor *self)
{
  self->lost_parts = FALSE;
  g_signal_emit_by_name (self, "selection-changed");
}

static void
take_parts (ScEditor *self, ScParts *parts)
{
  const ScFlow *flow = parts != NULL ? sc_editor_get_flow (self) : NULL;

  sc_parts_unref (self->parts);
  self->parts = parts;
  if (flow == self->settled)
    return;
  sc_flow_unref ((ScFlow *) self->settled);
  self->settled = flow != NULL ? sc_flow_ref (flow) : NULL;
}

static void
set_anchor (ScEditor *self, ScPart part)
{
  char *id = g_strdup (part.id);

  g_free ((char *) self->anchor.id);
  self->anchor = (ScPart){ part.kind, id };
}

void
sc_editor_forget_selection (ScEditor *self)
{
  self->selected = SC_SELECTED_NOTHING;
  g_clear_pointer (&self->stage, g_free);
  g_clear_pointer (&self->step, g_free);
  self->branch = SC_EDGE_NEXT;
  take_parts (self, NULL);
  set_anchor (self, (ScPart){ SC_PART_STAGE, NULL });
  self->lost_parts = FALSE;
}

/* TRUE when what the selection names is there. */
static gboolean
selection_is_alive (ScEditor *self)
{
  const ScFlow *flow = sc_editor_get_flow (self);
  const ScStage *stage;

  if (self->selected == SC_SELECTED_NOTHING)
    return TRUE;
  if (flow == NULL)
    return FALSE;
  if (self->selected == SC_SELECTED_STEP)
    return sc_flow_find_step (flow, self->step, NULL, NULL) != NULL;
  stage = sc_flow_find_stage (flow, self->stage, NULL);
  if (stage == NULL)
    return FALSE;
  if (self->selected == SC_SELECTED_CONDITION)
    return stage->condition != NULL;
  if (self->selected == SC_SELECTED_LINE && self->branch != SC_EDGE_NEXT)
    return stage->condition != NULL
           && self->branch < (int) sc_list_length (stage->condition->branches);
  return TRUE;
}

ScSelection
sc_editor_get_selection (ScEditor *self)
{
  ScSelection selection = { SC_SELECTED_NOTHING, NULL, NULL, SC_EDGE_NEXT };

  if (self->selected == SC_SELECTED_NOTHING || !selection_is_alive (self))
    return selection;
  selection.kind = self->selected;
  selection.stage = self->stage;
  selection.step = self->selected == SC_SELECTED_STEP ? self->step : NULL;
  selection.branch = self->branch;
  return selection;
}

const ScParts *
sc_editor_get_parts (ScEditor *self)
{
  const ScFlow *flow = self->parts != NULL ? sc_editor_get_flow (self) : NULL;
  ScParts *pruned;

  if (flow == self->settled)
    return self->parts;
  pruned = flow != NULL ? sc_parts_prune (self->parts, flow) : NULL;
  self->lost_parts |= pruned != self->parts;
  take_parts (self, pruned);
  return self->parts;
}

/* Takes over parts. */
static void
set_selection (ScEditor *self, ScSelection selection, ScParts *parts)
{
  /* The strings may be our own. */
  g_autofree char *stage = g_strdup (selection.stage);
  g_autofree char *step = g_strdup (selection.step);
  gboolean same = sc_parts_equal (sc_editor_get_parts (self), parts) && !self->lost_parts;

  take_parts (self, parts);
  if (same && self->selected == selection.kind
      && (selection.kind == SC_SELECTED_NOTHING
          || (g_strcmp0 (self->stage, stage) == 0 && g_strcmp0 (self->step, step) == 0
              && self->branch == selection.branch)))
    return;

  self->selected = selection.kind;
  g_free (self->stage);
  self->stage = g_steal_pointer (&stage);
  g_free (self->step);
  self->step = g_steal_pointer (&step);
  self->branch = selection.branch;
  if (self->document != NULL)
    sc_history_close_group (sc_document_get_history (self->document));
  announce (self);
}

void
sc_editor_select (ScEditor *self, ScSelection selection)
{
  const ScFlow *flow = sc_editor_get_flow (self);
  ScPart part = { SC_PART_STAGE, NULL };

  if (selection.kind == SC_SELECTED_STAGE)
    part = (ScPart){ SC_PART_STAGE, selection.stage };
  else if (selection.kind == SC_SELECTED_STEP)
    part = (ScPart){ SC_PART_STEP, selection.step };
  set_anchor (self, part);
  set_selection (self, selection, flow != NULL ? sc_parts_new (flow, &self->anchor, 1) : NULL);
}

void
sc_editor_select_nothing (ScEditor *self)
{
  sc_editor_select (self, (ScSelection){ SC_SELECTED_NOTHING, NULL, NULL, SC_EDGE_NEXT });
}

void
sc_editor_select_stage (ScEditor *self, const char *stage)
{
  sc_editor_select (self, (ScSelection){ SC_SELECTED_STAGE, stage, NULL, SC_EDGE_NEXT });
}

void
sc_editor_select_step (ScEditor *self, const char *step)
{
  const ScFlow *flow = sc_editor_get_flow (self);
  const ScStage *stage = NULL;

  if (flow != NULL && sc_flow_find_step (flow, step, &stage, NULL) != NULL)
    sc_editor_select (self, (ScSelection){ SC_SELECTED_STEP, stage->id, step, SC_EDGE_NEXT });
}

static ScSelection
select_part (const ScFlow *flow, ScPart part)
{
  const ScStage *stage = NULL;

  if (part.kind == SC_PART_STAGE)
    return (ScSelection){ SC_SELECTED_STAGE, part.id, NULL, SC_EDGE_NEXT };
  sc_flow_find_step (flow, part.id, &stage, NULL);
  return (ScSelection){ SC_SELECTED_STEP, stage->id, part.id, SC_EDGE_NEXT };
}

/* What is selected, if that is a part. */
static ScPart
get_cursor (ScEditor *self)
{
  if (self->selected == SC_SELECTED_STEP)
    return (ScPart){ SC_PART_STEP, self->step };
  return (ScPart){ SC_PART_STAGE, self->selected == SC_SELECTED_STAGE ? self->stage : NULL };
}

/* Takes over parts. Of them cursor is selected, or what is already, or the first. */
static void
mark (ScEditor *self, ScParts *parts, ScPart cursor)
{
  if (parts == NULL)
    {
      set_selection (self, (ScSelection){ SC_SELECTED_NOTHING, NULL, NULL, SC_EDGE_NEXT }, NULL);
      return;
    }
  if (!sc_parts_has (parts, cursor.kind, cursor.id))
    cursor = get_cursor (self);
  if (!sc_parts_has (parts, cursor.kind, cursor.id))
    cursor = sc_parts_get (parts, 0);
  set_selection (self, select_part (sc_editor_get_flow (self), cursor), parts);
}

void
sc_editor_select_parts (ScEditor *self, const ScParts *parts, const ScPart *cursor)
{
  const ScFlow *flow = sc_editor_get_flow (self);

  if (flow == NULL)
    return;
  mark (self, sc_parts_prune (parts, flow), cursor != NULL ? *cursor : get_cursor (self));
  if (!sc_parts_has (self->parts, self->anchor.kind, self->anchor.id))
    set_anchor (self, get_cursor (self));
}

void
sc_editor_toggle_part (ScEditor *self, ScPart part)
{
  const ScFlow *flow = sc_editor_get_flow (self);

  if (flow == NULL)
    return;
  set_anchor (self, part);
  mark (self, sc_parts_toggle (sc_editor_get_parts (self), flow, self->anchor), self->anchor);
}

void
sc_editor_extend_to (ScEditor *self, ScPart part, gboolean add)
{
  const ScFlow *flow = sc_editor_get_flow (self);
  g_autoptr (ScParts) origin = NULL;
  g_autoptr (ScParts) range = NULL;
  g_autofree char *id = g_strdup (part.id);

  if (flow == NULL)
    return;
  part.id = id;
  origin = sc_parts_new (flow, &self->anchor, 1);
  range = sc_parts_new_range (flow, self->anchor, part);
  if (range == NULL)
    return;
  mark (self,
        add ? sc_parts_new_union (flow, sc_editor_get_parts (self), range) : sc_parts_ref (range),
        part);
  if (origin == NULL)
    set_anchor (self, part);
}

ScPart
sc_editor_get_anchor (ScEditor *self)
{
  return self->anchor;
}

void
sc_editor_select_all (ScEditor *self)
{
  const ScFlow *flow = sc_editor_get_flow (self);
  g_autoptr (ScParts) parts = flow != NULL ? sc_parts_new_all (flow) : NULL;

  if (parts != NULL)
    sc_editor_select_parts (self, parts, NULL);
}

/* A step may have gone to another stage. */
void
sc_editor_follow_selection (ScEditor *self)
{
  const ScFlow *flow = sc_editor_get_flow (self);
  const ScParts *parts = sc_editor_get_parts (self);
  const ScStage *stage = NULL;

  if (!selection_is_alive (self))
    {
      mark (self, sc_parts_ref (parts), (ScPart){ SC_PART_STAGE, NULL });
      return;
    }
  if (self->selected == SC_SELECTED_STEP
      && sc_flow_find_step (flow, self->step, &stage, NULL) != NULL
      && !sc_id_equal (stage->id, self->stage))
    {
      g_free (self->stage);
      self->stage = g_strdup (stage->id);
      self->lost_parts = TRUE;
    }
  if (self->lost_parts)
    announce (self);
}

void
sc_editor_restore_selection (ScEditor *self, ScSelection selection, const ScParts *parts)
{
  const ScFlow *flow = sc_editor_get_flow (self);
  const ScStage *stage = NULL;

  if (flow == NULL)
    return;
  /* It may have gone to another stage. */
  if (selection.kind == SC_SELECTED_STEP
      && sc_flow_find_step (flow, selection.step, &stage, NULL) != NULL)
    selection.stage = stage->id;
  self->selected = selection.kind;
  self->stage = g_strdup (selection.stage);
  self->step = g_strdup (selection.step);
  self->branch = selection.branch;
  if (!selection_is_alive (self))
    {
      sc_editor_forget_selection (self);
      return;
    }
  take_parts (self, sc_parts_prune (parts, flow));
  set_anchor (self, get_cursor (self));
}

void
sc_editor_select_problem (ScEditor *self, const ScProblem *problem)
{
  g_autoptr (ScProblem) kept = sc_problem_ref (problem);

  if (kept->flow != NULL)
    sc_editor_open_flow (self, kept->flow);
  if (kept->step != NULL)
    sc_editor_select_step (self, kept->step);
  else if (kept->stage != NULL)
    sc_editor_select_stage (self, kept->stage);
  else
    sc_editor_select_nothing (self);
}

void
sc_editor_select_use (ScEditor *self, const ScUse *use)
{
  g_autoptr (ScUse) kept = sc_use_ref (use);

  if (kept->flow != NULL)
    sc_editor_open_flow (self, kept->flow);
  if (kept->step != NULL)
    sc_editor_select_step (self, kept->step);
  else if (kept->kind == SC_USE_CLAUSE || kept->kind == SC_USE_CONDITION)
    sc_editor_select (self,
                      (ScSelection){ SC_SELECTED_CONDITION, kept->stage, NULL, SC_EDGE_NEXT });
  else if (kept->kind == SC_USE_BRANCH)
    sc_editor_select (self, (ScSelection){ SC_SELECTED_LINE, kept->stage, NULL, kept->branch });
  else if (kept->stage != NULL)
    sc_editor_select_stage (self, kept->stage);
  else if (kept->flow != NULL)
    sc_editor_select_nothing (self);
}

const ScStage *
sc_editor_get_selected_stage (ScEditor *self)
{
  const ScFlow *flow = sc_editor_get_flow (self);
  ScSelection selection = sc_editor_get_selection (self);

  return flow != NULL && selection.stage != NULL ? sc_flow_find_stage (flow, selection.stage, NULL)
                                                 : NULL;
}

const ScStep *
sc_editor_get_selected_step (ScEditor *self)
{
  const ScFlow *flow = sc_editor_get_flow (self);
  ScSelection selection = sc_editor_get_selection (self);

  return flow != NULL && selection.step != NULL
             ? sc_flow_find_step (flow, selection.step, NULL, NULL)
             : NULL;
}
