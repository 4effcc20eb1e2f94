/* sc-canvas-outcome.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-outcome.h"

#include <glib/gi18n-lib.h>

#include "sc-lock.h"
#include "sc-uses.h"

/* More problems than this are only counted. */
#define MAX_PROBLEMS 3

#define NOTE_WIDTH 340.0
#define PADDING    10.0
#define GAP        6.0

void
sc_outcome_init (ScOutcome *self, const ScSolution *before)
{
  *self = (ScOutcome){ .before = sc_solution_ref (before) };
}

static void
forget (ScOutcome *self)
{
  g_clear_pointer (&self->after, sc_solution_unref);
  g_clear_pointer (&self->refusal, g_free);
  g_clear_pointer (&self->loss, g_free);
  g_clear_pointer (&self->caused, sc_list_unref);
  g_clear_pointer (&self->solved, sc_list_unref);
}

void
sc_outcome_clear (ScOutcome *self)
{
  forget (self);
  g_clear_pointer (&self->trial, sc_trial_free);
  sc_solution_unref ((ScSolution *) self->before);
  self->before = NULL;
}

gboolean
sc_outcome_changes (const ScOutcome *self)
{
  return self->after != NULL && self->after != self->before;
}

void
sc_outcome_try (ScOutcome *self, ScSolution *after, GError *error)
{
  g_autoptr (GError) refused = error;
  g_autoptr (ScList) lost = NULL;

  forget (self);
  self->after = after;
  if (sc_outcome_changes (self) && !sc_lock_allows (self->before, after, &refused))
    g_clear_pointer (&self->after, sc_solution_unref);
  if (refused != NULL)
    self->refusal = g_strdup (refused->message);
  if (!sc_outcome_changes (self))
    return;

  lost = sc_uses_find_lost (self->before, self->after);
  if (lost != NULL)
    self->loss = sc_uses_sum_up (lost);
  if (self->trial == NULL)
    self->trial = sc_trial_new (self->before);
  sc_trial_run (self->trial, self->after, &self->caused, &self->solved);
}

ScSolution *
sc_outcome_take (ScOutcome *self, const ScSolution *current)
{
  return sc_outcome_changes (self) && self->before == current ? g_steal_pointer (&self->after)
                                                              : NULL;
}

const GdkRGBA *
sc_outcome_get_colour (const ScOutcome *self, const ScCanvasStyle *style)
{
  return self->refusal != NULL ? &style->error : &style->accent;
}

/* One paragraph of a note, with an icon before it or none. */
typedef struct
{
  ScCanvasIcon icon; /* SC_N_ICONS: none */
  PangoLayout *text;
  int height;
} Line;

typedef struct
{
  ScCanvasStyle *style;
  Line lines[MAX_PROBLEMS + 4];
  guint n;
  double width, height;
} Note;

static void
add_line (Note *note, ScCanvasIcon icon, const char *text)
{
  Line *line = &note->lines[note->n++];
  double indent = icon == SC_N_ICONS ? 0 : SC_ICON_SIZE + 6;
  int width;

  line->icon = icon;
  line->text = sc_canvas_style_new_text (note->style, text, NOTE_WIDTH - indent, SC_TEXT_SMALL);
  pango_layout_set_single_paragraph_mode (line->text, FALSE);
  pango_layout_set_wrap (line->text, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (line->text, -3);
  pango_layout_get_pixel_size (line->text, &width, &line->height);
  line->height = MAX (line->height, icon == SC_N_ICONS ? 0 : SC_ICON_SIZE);
  note->width = MAX (note->width, width + indent);
  note->height += line->height + (note->n > 1 ? GAP : 0);
}

static void
add_problems (Note *note, const ScOutcome *outcome)
{
  guint n = sc_list_length (outcome->caused);

  sc_list_foreach (outcome->caused, const ScProblem *, problem)
    {
      if (problem_i >= MAX_PROBLEMS)
        break;
      add_line (note, (ScCanvasIcon) (SC_ICON_ADVICE + problem->severity), problem->message);
    }
  if (n > MAX_PROBLEMS)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("and %u more problem", "and %u more problems", n - MAX_PROBLEMS),
          n - MAX_PROBLEMS);

      add_line (note, SC_N_ICONS, more);
    }
}

/* What is better afterwards is worth a word only where nothing is worse. */
static void
add_solved (Note *note, const ScOutcome *outcome)
{
  guint n = sc_list_length (outcome->solved);
  g_autofree char *text = NULL;

  if (n == 0 || outcome->caused != NULL || outcome->loss != NULL)
    return;
  text = g_strdup_printf (ngettext ("Solves %u problem", "Solves %u problems", n), n);
  add_line (note, SC_N_ICONS, text);
}

static const GdkRGBA *
get_border (const ScOutcome *self, const ScCanvasStyle *style)
{
  const ScProblem *worst = sc_list_get (self->caused, 0);

  if (self->refusal != NULL || (worst != NULL && worst->severity == SC_SEVERITY_ERROR))
    return &style->error;
  return worst != NULL || self->loss != NULL ? &style->warning : &style->accent;
}

static void
draw (const Note *note,
      GtkSnapshot *snapshot,
      graphene_point_t at,
      graphene_size_t view,
      gboolean above,
      const GdkRGBA *border)
{
  double x = MIN (at.x + 16, MAX (8, view.width - note->width - 2 * PADDING - 8));
  double y = at.y + 18 + PADDING;

  if (above || y + note->height + PADDING + 8 > view.height)
    y = MAX (8 + PADDING, at.y - 24 - note->height - PADDING);
  sc_snapshot_box (snapshot,
                   GRAPHENE_RECT_INIT ((float) x, (float) (y - PADDING),
                                       (float) (note->width + 2 * PADDING),
                                       (float) (note->height + 2 * PADDING)),
                   8, &note->style->card, border, 1.5);
  for (guint i = 0; i < note->n; i++)
    {
      const Line *line = &note->lines[i];
      double indent = line->icon == SC_N_ICONS ? 0 : SC_ICON_SIZE + 6;

      if (line->icon != SC_N_ICONS)
        sc_snapshot_icon (snapshot, note->style, line->icon, x + PADDING, y);
      sc_snapshot_text (snapshot, line->text, x + PADDING + indent, y + line->height / 2.0,
                        &note->style->text);
      y += line->height + GAP;
    }
}

void
sc_outcome_snapshot (const ScOutcome *self,
                     GtkSnapshot *snapshot,
                     ScCanvasStyle *style,
                     graphene_point_t at,
                     graphene_size_t view,
                     const char *remark,
                     gboolean above)
{
  Note note = { .style = style };

  if (self->refusal != NULL)
    add_line (&note, SC_ICON_ERROR, self->refusal);
  else if (remark != NULL)
    add_line (&note, SC_N_ICONS, remark);
  if (self->loss != NULL)
    add_line (&note, SC_ICON_WARNING, self->loss);
  add_problems (&note, self);
  add_solved (&note, self);
  if (note.n > 0)
    draw (&note, snapshot, at, view, above, get_border (self, style));
  for (guint i = 0; i < note.n; i++)
    g_object_unref (note.lines[i].text);
}
