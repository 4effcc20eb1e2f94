/* sc-outline-edit.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-outline-edit.h"

#include <glib/gi18n-lib.h>

#include "sc-category-choices.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-id.h"
#include "sc-marked.h"
#include "sc-question.h"
#include "sc-stage-table.h"

/* What is committed replaces the values that an id may have come from, so ids are copied first. */

static const char *
get_flow_id (ScEditor *editor)
{
  return sc_editor_get_flow (editor)->id;
}

static gboolean
is_step (ScOutlineItem *item)
{
  return sc_outline_item_get_kind (item) == SC_OUTLINE_STEP;
}

static gboolean
is_part (ScOutlineItem *item)
{
  return is_step (item) || sc_outline_item_get_kind (item) == SC_OUTLINE_STAGE;
}

/* Takes a translated format for steps, and one for stages. */
static char *
name_edit (ScEditor *editor, ScOutlineItem *item, const char *step_format, const char *stage_format)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (item);
  int language = sc_editor_get_language (editor);
  const char *label = is_step (item) ? sc_step_get_label (facts->step, language)
                                     : sc_stage_get_label (facts->stage, language);
  g_auto (GStrv) parts = g_strsplit (is_step (item) ? step_format : stage_format, "%s", 2);

  return g_strjoinv (label, parts);
}

static gboolean
is_one_of_many (ScEditor *editor, ScOutlineItem *item)
{
  const ScParts *parts = sc_editor_get_parts (editor);

  return sc_parts_count (parts) > 1 && is_part (item)
         && sc_parts_has (parts, is_step (item) ? SC_PART_STEP : SC_PART_STAGE,
                          sc_outline_item_get_id (item));
}

char *
sc_outline_dup_label_group (ScOutlineItem *item, int language)
{
  return g_strdup_printf ("%s-label:%s:%d", is_step (item) ? "step" : "stage",
                          sc_outline_item_get_id (item), language);
}

gboolean
sc_outline_set_label (ScEditor *editor, ScOutlineItem *item, int language, const char *text)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  const char *id = sc_outline_item_get_id (item);
  g_autofree char *name = NULL;
  g_autofree char *group = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (!is_part (item))
    return FALSE;
  if (*text == '\0' && language != sc_editor_get_language (editor))
    text = NULL;
  name = name_edit (editor, item, _ ("Rename step “%s”"), _ ("Rename stage “%s”"));
  group = sc_outline_dup_label_group (item, language);
  after
      = is_step (item)
            ? sc_edit_step_set_label (solution, get_flow_id (editor), id, language, text, &error)
            : sc_edit_stage_set_label (solution, get_flow_id (editor), id, language, text, &error);
  return sc_editor_commit (editor, after, error, name, group);
}

void
sc_outline_set_binding (ScEditor *editor, ScOutlineItem *item, const char *id)
{
  const char *own = sc_outline_item_get_id (item);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (!is_part (item))
    return;
  name = name_edit (editor, item, _ ("Change column of step “%s”"),
                    _ ("Change table of stage “%s”"));
  if (!is_step (item))
    {
      sc_editor_set_stage_table (editor, own, id, name);
      return;
    }
  after = sc_edit_step_set_column (sc_editor_lend (editor), get_flow_id (editor), own, id, &error);
  sc_editor_propose (editor, after, error, SC_PROPOSE_CHANGE, name, NULL);
}

void
sc_outline_set_category (ScEditor *editor, ScOutlineItem *item, const char *id)
{
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (sc_outline_item_get_kind (item) != SC_OUTLINE_STAGE)
    return;
  name = name_edit (editor, item, "", _ ("Change category of stage “%s”"));
  after = sc_edit_stage_set_category (sc_editor_get_solution (editor), get_flow_id (editor),
                                      sc_outline_item_get_id (item), sc_category_from_id (id),
                                      &error);
  sc_editor_commit (editor, after, error, name, NULL);
}

static void
toggle_marked_required (ScEditor *editor)
{
  guint n_steps, n_required;

  sc_editor_count_marked_steps (editor, &n_steps, &n_required);
  sc_editor_set_marked_required (editor, n_required < n_steps);
}

void
sc_outline_toggle_required (ScEditor *editor, ScOutlineItem *item)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (item);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (is_one_of_many (editor, item))
    {
      toggle_marked_required (editor);
      return;
    }
  if (sc_outline_item_get_kind (item) == SC_OUTLINE_STAGE)
    {
      sc_editor_select_stage (editor, sc_outline_item_get_id (item));
      toggle_marked_required (editor);
      return;
    }
  if (!is_step (item))
    return;
  name
      = name_edit (editor, item,
                   facts->step->required ? _ ("Make “%s” optional") : _ ("Make “%s” required"), "");
  after = sc_edit_step_set_required (sc_editor_get_solution (editor), get_flow_id (editor),
                                     facts->step->id, !facts->step->required, &error);
  sc_editor_commit (editor, after, error, name, NULL);
}

gboolean
sc_outline_add_step (ScEditor *editor, ScOutlineItem *item)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (item);
  g_autofree char *id = sc_id_new ();
  guint position = G_MAXUINT;
  GError *error = NULL;
  ScSolution *after;

  if (facts->stage == NULL)
    return FALSE;
  if (is_step (item))
    position = facts->number;
  else if (sc_outline_item_get_kind (item) == SC_OUTLINE_STAGE && !facts->folded)
    position = 0;
  after = sc_edit_step_add (sc_editor_get_solution (editor), get_flow_id (editor), facts->stage->id,
                            position, id, NULL, NULL, &error);
  if (!sc_editor_commit (editor, after, error, _ ("Add step"), NULL))
    return FALSE;
  sc_editor_select_step (editor, id);
  return TRUE;
}

/* Behind a stage that branches: on its first branch. */
gboolean
sc_outline_add_stage (ScEditor *editor, ScOutlineItem *item)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScStage *stage = item != NULL ? sc_outline_item_get_facts (item)->stage : NULL;
  g_autofree char *id = sc_id_new ();
  GError *error = NULL;
  ScSolution *after;
  ScSlot slot = SC_SLOT_FIRST;

  if (flow == NULL)
    return FALSE;
  if (stage == NULL && sc_list_length (flow->stages) > 0)
    slot = sc_slot_last (flow);
  else if (stage != NULL)
    {
      slot = (ScSlot){ stage->id, SC_EDGE_NEXT };
      if (stage->condition != NULL && sc_list_length (stage->condition->branches) > 0)
        slot.branch = 0;
    }
  after = sc_edit_stage_add (sc_editor_get_solution (editor), flow->id, slot, id, _ ("New stage"),
                             NULL, &error);
  if (!sc_editor_commit (editor, after, error, _ ("Add stage"), NULL))
    return FALSE;
  sc_editor_select_stage (editor, id);
  return TRUE;
}

void
sc_outline_duplicate (ScEditor *editor, ScOutlineItem *item)
{
  const char *own = sc_outline_item_get_id (item);
  g_autofree char *id = sc_id_new ();
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (!is_part (item))
    return;
  if (is_one_of_many (editor, item))
    {
      sc_editor_duplicate_marked (editor);
      return;
    }
  name = name_edit (editor, item, _ ("Duplicate step “%s”"), _ ("Duplicate stage “%s”"));
  after = is_step (item) ? sc_edit_step_duplicate (sc_editor_get_solution (editor),
                                                   get_flow_id (editor), own, id, &error)
                         : sc_edit_stage_duplicate (sc_editor_get_solution (editor),
                                                    get_flow_id (editor), own, id, &error);
  if (!sc_editor_commit (editor, after, error, name, NULL))
    return;
  if (is_step (item))
    sc_editor_select_step (editor, id);
  else
    sc_editor_select_stage (editor, id);
}

/* The next of its kind takes its place; else the one before. */
static ScSelection
find_successor (ScEditor *editor, ScOutlineItem *item)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (item);
  const ScList *siblings
      = is_step (item) ? facts->stage->steps : sc_editor_get_flow (editor)->stages;
  guint next = facts->number < facts->total ? facts->number : facts->number - 2;
  ScSelection then = { SC_SELECTED_NOTHING, NULL, NULL, SC_EDGE_NEXT };

  if (is_step (item))
    {
      then.kind = facts->total > 1 ? SC_SELECTED_STEP : SC_SELECTED_STAGE;
      then.stage = facts->stage->id;
      if (facts->total > 1)
        then.step = ((const ScStep *) sc_list_get (siblings, next))->id;
    }
  else if (facts->total > 1)
    {
      then.kind = SC_SELECTED_STAGE;
      then.stage = ((const ScStage *) sc_list_get (siblings, next))->id;
    }
  return then;
}

void
sc_outline_delete (ScEditor *editor, ScOutlineItem *item)
{
  const char *own = sc_outline_item_get_id (item);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSelection then;
  ScSolution *after;

  if (!is_part (item))
    return;
  if (is_one_of_many (editor, item))
    {
      sc_editor_delete_marked (editor);
      return;
    }
  then = find_successor (editor, item);
  name = name_edit (editor, item, _ ("Delete step “%s”"), _ ("Delete stage “%s”"));
  after = is_step (item) ? sc_edit_step_delete (sc_editor_get_solution (editor),
                                                get_flow_id (editor), own, &error)
                         : sc_edit_stage_delete (sc_editor_get_solution (editor),
                                                 get_flow_id (editor), own, &error);
  sc_editor_propose (editor, after, error, SC_PROPOSE_DELETE, name, &then);
}
