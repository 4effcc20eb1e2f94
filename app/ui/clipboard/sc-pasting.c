/* sc-pasting.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-pasting.h"

#include <glib/gi18n-lib.h>

#include "sc-parts-text.h"

#include "sc-edit-paste.h"
#include "sc-standard-table.h"

struct _ScPasting
{
  ScEditor *editor;
  ScClip *clip;
  char *flow;
  ScPastePlace place; /* its strings are owned */
  ScList *tables;
  ScList *matches;
};

static gboolean
branches (const ScStage *stage)
{
  return stage->condition != NULL && sc_list_length (stage->condition->branches) > 0;
}

ScSlot
sc_pasting_get_slot_behind (const ScStage *stage)
{
  return (ScSlot){ stage->id, branches (stage) ? 0 : SC_EDGE_NEXT };
}

/* The strings belong to the flow. */
static ScPastePlace
find_place (ScEditor *editor, const ScFlow *flow)
{
  const ScParts *parts = sc_editor_get_parts (editor);
  ScSelection selection = sc_editor_get_selection (editor);
  const ScStage *stage = sc_flow_find_stage (flow, selection.stage, NULL);
  ScPastePlace place = { sc_slot_last (flow), NULL, G_MAXUINT };
  ScPart last = { SC_PART_STAGE, NULL };

  if (sc_parts_count (parts) > 0)
    last = sc_parts_get (parts, sc_parts_count (parts) - 1);
  if (last.id != NULL && last.kind == SC_PART_STAGE)
    stage = sc_flow_find_stage (flow, last.id, NULL);
  else if (last.id != NULL && sc_flow_find_step (flow, last.id, &stage, &place.position) != NULL)
    place.position++;
  if (stage != NULL)
    place.slot = sc_pasting_get_slot_behind (stage);
  if (stage != NULL && selection.kind == SC_SELECTED_LINE)
    place.slot.branch = selection.branch;
  place.stage = place.slot.after;
  return place;
}

/* Those that Dataverse brings along are known everywhere. */
static ScList *
find_unknown_tables (const ScClip *clip, const ScSolution *solution)
{
  g_autoptr (ScList) all = sc_clip_match_tables (clip, solution);
  GPtrArray *unknown = sc_list_collect ();

  sc_list_foreach (all, const ScTableMatch *, match)
    {
      if (sc_standard_table_find (match->table) == NULL)
        g_ptr_array_add (unknown, sc_table_match_ref (match));
    }
  return sc_list_new_take (unknown);
}

static void
find_matches (ScPasting *self)
{
  sc_list_unref (self->matches);
  self->matches = sc_clip_match_steps (self->clip, sc_editor_get_solution (self->editor),
                                       self->flow, self->place, self->tables);
}

ScPasting *
sc_pasting_new (ScEditor *editor, const ScClip *clip)
{
  return sc_pasting_new_at (editor, clip, find_place (editor, sc_editor_get_flow (editor)));
}

ScPasting *
sc_pasting_new_at (ScEditor *editor, const ScClip *clip, ScPastePlace place)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  ScPasting *self = g_new0 (ScPasting, 1);

  self->editor = g_object_ref (editor);
  self->clip = sc_clip_ref (clip);
  self->flow = g_strdup (flow->id);
  self->place = place;
  self->place.slot.after = g_strdup (self->place.slot.after);
  self->place.stage = g_strdup (self->place.stage);
  self->tables = find_unknown_tables (clip, sc_editor_get_solution (editor));
  find_matches (self);
  return self;
}

void
sc_pasting_free (ScPasting *self)
{
  g_free ((char *) self->place.slot.after);
  g_free ((char *) self->place.stage);
  g_free (self->flow);
  sc_list_unref (self->tables);
  sc_list_unref (self->matches);
  sc_clip_unref (self->clip);
  g_object_unref (self->editor);
  g_free (self);
}

ScEditor *
sc_pasting_get_editor (ScPasting *self)
{
  return self->editor;
}

const ScClip *
sc_pasting_get_clip (ScPasting *self)
{
  return self->clip;
}

const ScList *
sc_pasting_get_tables (ScPasting *self)
{
  return self->tables;
}

const ScList *
sc_pasting_get_matches (ScPasting *self)
{
  return self->matches;
}

gboolean
sc_pasting_has_questions (ScPasting *self)
{
  sc_list_foreach (self->matches, const ScStepMatch *, match)
    {
      if (!match->sure)
        return TRUE;
    }
  return self->tables != NULL;
}

static void
replace (ScList **list, guint position, gconstpointer value)
{
  ScList *changed = sc_list_replace (*list, position, value);

  sc_list_unref (*list);
  *list = changed;
}

void
sc_pasting_set_table (ScPasting *self, guint position, const char *target)
{
  g_autoptr (ScTableMatch) match = sc_table_match_copy (sc_list_get (self->tables, position));

  sc_set_string (match, target, target);
  replace (&self->tables, position, match);
  find_matches (self);
}

void
sc_pasting_set_match (ScPasting *self, guint position, ScMatchKind kind, const char *column)
{
  g_autoptr (ScStepMatch) match = sc_step_match_copy (sc_list_get (self->matches, position));

  match->kind = (int) kind;
  sc_set_string (match, column, kind == SC_MATCH_COLUMN ? column : NULL);
  replace (&self->matches, position, match);
}

static char *
dup_added (ScPasting *self, guint n_steps)
{
  const ScStage *stage = sc_list_get (self->clip->loose, 0);

  return sc_steps_dup_added (
      n_steps, sc_step_get_label (sc_list_get (stage->steps, 0), self->clip->language));
}

char *
sc_pasting_dup_name (ScPasting *self)
{
  guint n_stages = sc_list_length (self->clip->stages);
  guint n_steps = sc_clip_count_loose (self->clip);

  if (self->clip->title != NULL)
    return g_strdup_printf (_ ("Insert “%s”"), self->clip->title);
  if (self->clip->fresh && n_steps > 0)
    return dup_added (self, n_steps);
  if (n_steps == 0)
    return g_strdup_printf (ngettext ("Paste %u stage", "Paste %u stages", n_stages), n_stages);
  if (n_stages == 0)
    return g_strdup_printf (ngettext ("Paste %u step", "Paste %u steps", n_steps), n_steps);
  return g_strdup (_ ("Paste stages and steps"));
}

static ScSolution *
make_edit (ScPasting *self, ScPasteReport **report, GError **error)
{
  ScSolution *after = sc_edit_paste (sc_editor_lend (self->editor), self->flow, self->clip,
                                     self->place, self->tables, self->matches, report, error);

  return sc_editor_take_back (self->editor, after);
}

ScSolution *
sc_pasting_try (ScPasting *self, GError **error)
{
  return make_edit (self, NULL, error);
}

void
sc_pasting_commit (ScPasting *self)
{
  g_autofree char *name = sc_pasting_dup_name (self);
  g_autofree char *text = NULL;
  g_autoptr (ScPasteReport) report = NULL;
  GError *error = NULL;
  ScSolution *after;

  after = make_edit (self, &report, &error);
  if (!sc_editor_commit (self->editor, after, error, name, NULL) || report == NULL)
    return;
  sc_editor_select_parts (self->editor, report->parts, NULL);
  text = sc_paste_report_text (report);
  g_debug ("clipboard %s", text);
  g_signal_emit_by_name (self->editor, "told", text);
}
