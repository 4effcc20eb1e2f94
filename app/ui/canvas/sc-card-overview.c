/* sc-card-overview.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-card-overview.h"

#include <glib/gi18n-lib.h>

/* In pixels at the scale of the name. */
#define PADDING 6.0
#define TOP     8.0 /* below the band of the table's colour */
#define GAP     1.0
/* Of the badge where there is no name. */
#define NO_NAME_SCALE 4.5

/* "7 steps · 3 required" */
static char *
describe_steps (const ScStage *stage)
{
  guint n_steps = sc_list_length (stage->steps), n_required = 0;
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n_steps), n_steps);
  g_autofree char *required = NULL;

  sc_list_foreach (stage->steps, const ScStep *, step)
    n_required += step->required;
  if (n_required == 0)
    return g_steal_pointer (&steps);

  /* Translators: of the steps of a stage, so many are required; the space does not break */
  required = g_strdup_printf (_ ("%u\302\240required"), n_required);
  return g_strdup_printf ("%s · %s", steps, required);
}

static PangoLayout *
new_text (ScCanvasStyle *style, const char *text, double width, double height, ScTextLook look)
{
  PangoLayout *layout = sc_canvas_style_new_text (style, text, width, look);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, (int) (height * PANGO_SCALE));
  return layout;
}

static double
get_height (PangoLayout *text)
{
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);
  return height;
}

/* The name has room first, but leaves a line for the counts where there are two. */
static void
lay_out (ScCardOverview *self,
         ScCanvasStyle *style,
         const ScStage *stage,
         const char *name,
         double width,
         double height)
{
  g_autofree char *counts = describe_steps (stage);
  double room = height - TOP - PADDING;
  double line;

  self->counts = new_text (style, counts, width, room, SC_TEXT_SMALL);
  line = get_height (self->counts);
  self->name = new_text (style, name, width, MAX (room - line - GAP, room / 2), SC_TEXT_BOLD);
  room -= get_height (self->name) + GAP;
  if (line > room)
    g_clear_object (&self->counts);
}

/* On the corner, where it takes no room from the name. */
static void
snapshot_problem (GtkSnapshot *snapshot, ScCanvasStyle *style, int severity, double right)
{
  float radius = SC_ICON_SIZE / 2.0f + 1;

  sc_snapshot_box (snapshot,
                   GRAPHENE_RECT_INIT ((float) right - radius, -radius, 2 * radius, 2 * radius),
                   radius, &style->background, NULL, 0);
  sc_snapshot_icon (snapshot, style, (ScCanvasIcon) (SC_ICON_ADVICE + severity),
                    right - SC_ICON_SIZE / 2.0, -SC_ICON_SIZE / 2.0);
}

void
sc_card_overview_snapshot (ScCardOverview *self,
                           GtkSnapshot *snapshot,
                           ScCanvasStyle *style,
                           const ScStage *stage,
                           const char *name,
                           int severity,
                           double width,
                           double height)
{
  double scale = style->name_scale > 0 ? style->name_scale : NO_NAME_SCALE;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  width /= scale;
  height /= scale;
  if (style->name_scale > 0)
    {
      double y = TOP;

      if (scale != self->scale || height != self->height
          || sc_canvas_style_is_stale (style, self->name))
        {
          sc_card_overview_clear (self);
          self->scale = scale;
          self->height = height;
          lay_out (self, style, stage, name, width - 2 * PADDING, height);
        }
      sc_snapshot_text (snapshot, self->name, PADDING, y + get_height (self->name) / 2,
                        &style->text);
      y += get_height (self->name) + GAP;
      if (self->counts != NULL)
        sc_snapshot_text (snapshot, self->counts, PADDING, y + get_height (self->counts) / 2,
                          &style->dim);
    }
  if (severity >= 0)
    snapshot_problem (snapshot, style, severity, width);
  gtk_snapshot_restore (snapshot);
}

void
sc_card_overview_clear (ScCardOverview *self)
{
  g_clear_object (&self->name);
  g_clear_object (&self->counts);
}
