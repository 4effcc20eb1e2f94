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
#include "sc-stage-table.h"

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

/* An edit of what is marked. */
typedef struct
{
  const ScSolution *solution;
  const char *flow;
  ScParts *parts;
  char *name; /* what Undo will say */
  GError *error;
} MarkedEdit;

static void
marked_edit_clear (MarkedEdit *self)
{
  sc_parts_unref (self->parts);
  g_free (self->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarkedEdit, marked_edit_clear)

/* title has a %s for what is marked. FALSE when nothing is. Takes over parts. */
static gboolean
marked_edit_begin (MarkedEdit *self, ScEditor *editor, ScParts *parts, const char *title)
{
  g_autofree char *text = sc_parts_text (parts);
  g_auto (GStrv) around = g_strsplit (title, "%s", 2);

  *self = (MarkedEdit){ .parts = parts };
  if (parts == NULL)
    return FALSE;
  self->solution = sc_editor_get_solution (editor);
  self->flow = sc_editor_get_flow (editor)->id;
  self->name = g_strjoinv (text, around);
  return TRUE;
}

static gboolean
begin_all (MarkedEdit *self, ScEditor *editor, const char *title)
{
  return marked_edit_begin (self, editor, sc_parts_ref (sc_editor_get_parts (editor)), title);
}

static gboolean
begin_kind (MarkedEdit *self, ScEditor *editor, ScPartKind kind, const char *title)
{
  return marked_edit_begin (self, editor, sc_parts_filter (sc_editor_get_parts (editor), kind),
                            title);
}

static void
take_away (ScEditor *editor, const char *title)
{
  g_auto (MarkedEdit) edit = { 0 };
  const ScFlow *flow = sc_editor_get_flow (editor);
  ScSelection then;
  ScSolution *after;
  ScPart last;

  if (!begin_all (&edit, editor, title))
    return;
  last = sc_parts_get (edit.parts, sc_parts_count (edit.parts) - 1);
  then = last.kind == SC_PART_STEP ? find_next_step (flow, edit.parts, last.id)
                                   : find_next_stage (flow, edit.parts, last.id);
  after = sc_edit_parts_delete (edit.solution, edit.flow, edit.parts, &edit.error);
  sc_editor_propose (editor, after, edit.error, SC_PROPOSE_DELETE, edit.name, &then);
}

void
sc_editor_delete_marked (ScEditor *self)
{
  take_away (self, _ ("Delete %s"));
}

void
sc_editor_cut_marked (ScEditor *self)
{
  take_away (self, _ ("Cut %s"));
}

void
sc_editor_duplicate_marked (ScEditor *self)
{
  g_auto (MarkedEdit) edit = { 0 };
  g_autoptr (ScParts) copies = NULL;
  ScSolution *after;

  if (!begin_all (&edit, self, _ ("Duplicate %s")))
    return;
  after = sc_edit_parts_duplicate (edit.solution, edit.flow, edit.parts, &copies, &edit.error);
  if (sc_editor_commit (self, after, edit.error, edit.name, NULL))
    sc_editor_select_parts (self, copies, NULL);
}

void
sc_editor_set_marked_required (ScEditor *self, gboolean required)
{
  g_auto (MarkedEdit) edit = { 0 };
  ScSolution *after;

  if (!begin_all (&edit, self, required ? _ ("Make %s required") : _ ("Make %s optional")))
    return;
  after = sc_edit_parts_set_required (edit.solution, edit.flow, edit.parts, required, &edit.error);
  sc_editor_commit (self, after, edit.error, edit.name, NULL);
}

void
sc_editor_set_marked_table (ScEditor *self, const char *table)
{
  const ScSolution *before = sc_editor_get_solution (self);
  g_auto (MarkedEdit) edit = { 0 };
  ScSolution *after;

  if (!begin_all (&edit, self, _ ("Change table of %s")))
    return;
  after
      = sc_edit_parts_set_table (sc_editor_lend (self), edit.flow, edit.parts, table, &edit.error);
  sc_editor_propose (self, after, edit.error, SC_PROPOSE_CHANGE, edit.name, NULL);
  if (sc_editor_get_solution (self) != before)
    sc_editor_warn_table (self, table);
}

void
sc_editor_set_marked_category (ScEditor *self, int category)
{
  g_auto (MarkedEdit) edit = { 0 };
  ScSolution *after;

  if (!begin_all (&edit, self, _ ("Change category of %s")))
    return;
  after = sc_edit_parts_set_category (edit.solution, edit.flow, edit.parts, category, &edit.error);
  sc_editor_commit (self, after, edit.error, edit.name, NULL);
}

void
sc_editor_move_marked_steps (ScEditor *self, const char *stage, guint position)
{
  g_auto (MarkedEdit) edit = { 0 };
  ScSolution *after;

  if (!begin_kind (&edit, self, SC_PART_STEP, _ ("Move %s")))
    return;
  after = sc_edit_parts_move_steps (edit.solution, edit.flow, edit.parts, stage, position,
                                    &edit.error);
  sc_editor_commit_and_tell (self, after, edit.error, edit.name);
}

void
sc_editor_move_marked_stages (ScEditor *self, ScSlot slot)
{
  g_auto (MarkedEdit) edit = { 0 };
  ScSolution *after;

  if (!begin_kind (&edit, self, SC_PART_STAGE, _ ("Move %s")))
    return;
  after = sc_edit_parts_move_stages (edit.solution, edit.flow, edit.parts, slot, &edit.error);
  sc_editor_commit_and_tell (self, after, edit.error, edit.name);
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
