/* sc-column-adding.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-column-adding.h"

#include "sc-edit-step.h"
#include "sc-id.h"
#include "sc-parts-text.h"

const ScStage *
sc_column_adding_get_stage (ScEditor *editor)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScStage *stage
      = flow != NULL ? sc_flow_find_stage (flow, sc_editor_get_selection (editor).stage, NULL)
                     : NULL;

  return stage != NULL || flow == NULL ? stage : sc_list_get (flow->stages, 0);
}

/* What is selected, or the end. */
static guint
find_position (ScEditor *editor, const ScStage *stage)
{
  const ScStep *step = sc_editor_get_selected_step (editor);
  guint position = 0;

  return step != NULL && sc_stage_find_step (stage, step->id, &position) != NULL
             ? position + 1
             : sc_list_length (stage->steps);
}

/* The lent solution with the steps; parts: those. */
static ScSolution *
add_steps (ScEditor *editor,
           const ScStage *stage,
           const GPtrArray *columns,
           ScParts **parts,
           GError **error)
{
  const char *flow = sc_editor_get_flow (editor)->id;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (ScPart));
  guint position = find_position (editor, stage);
  ScSolution *after = sc_solution_ref (sc_editor_lend (editor));

  for (guint i = 0; i < columns->len && after != NULL; i++)
    {
      const ScColumn *column = g_ptr_array_index (columns, i);
      const ScPart part = { SC_PART_STEP, sc_id_new () };
      ScSolution *next = sc_edit_step_add (after, flow, stage->id, position + i, part.id, NULL,
                                           column->name, error);

      g_ptr_array_add (ids, (gpointer) part.id);
      g_array_append_val (added, part);
      sc_solution_unref (after);
      after = next;
    }
  if (after != NULL)
    *parts = sc_parts_new (sc_solution_find_flow (after, flow, NULL),
                           (ScPart *) (void *) added->data, added->len);
  return after;
}

gboolean
sc_column_adding_add (ScEditor *editor, const ScStage *stage, const GPtrArray *columns)
{
  g_autoptr (ScParts) parts = NULL;
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (columns->len == 0)
    return FALSE;
  name = sc_steps_dup_added (columns->len, sc_column_get_label (g_ptr_array_index (columns, 0),
                                                                sc_editor_get_language (editor)));
  after = add_steps (editor, stage, columns, &parts, &error);
  if (!sc_editor_commit (editor, after, error, name, NULL))
    return FALSE;
  if (columns->len == 1)
    sc_editor_select_step (editor, sc_parts_get (parts, 0).id);
  else
    {
      ScPart last = sc_parts_get (parts, columns->len - 1);

      sc_editor_select_parts (editor, parts, &last);
    }
  return TRUE;
}

ScClip *
sc_column_adding_make_clip (ScEditor *editor, const ScStage *stage, const GPtrArray *columns)
{
  g_autoptr (ScParts) parts = NULL;
  g_autoptr (ScSolution) after = NULL;
  const ScFlow *flow;
  ScClip *clip;

  if (columns->len == 0)
    return NULL;
  after = add_steps (editor, stage, columns, &parts, NULL);
  flow
      = after != NULL ? sc_solution_find_flow (after, sc_editor_get_flow (editor)->id, NULL) : NULL;
  clip = flow != NULL ? sc_clip_make (after, flow, parts) : NULL;
  if (clip != NULL)
    clip->fresh = TRUE;
  return clip;
}
