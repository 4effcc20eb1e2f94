/* sc-canvas-path.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-private.h"

/* Everything that is not on the path that is shown steps back. */

static void
set_back (GtkWidget *widget, gboolean back)
{
  gtk_widget_set_opacity (widget, back ? SC_BACK_OPACITY : 1);
}

ScTone
sc_canvas_get_tone (ScCanvas *self, const ScEdge *edge)
{
  const ScFlowPath *path = sc_editor_get_shown_path (self->editor);
  const ScEdge *taken;

  if (path == NULL)
    return SC_TONE_PLAIN;
  taken = sc_flow_path_find (path, edge->from);
  return taken != NULL && taken->branch == edge->branch ? SC_TONE_LIT : SC_TONE_BACK;
}

void
sc_canvas_show_path (ScCanvas *self)
{
  const ScFlowPath *path = sc_editor_get_shown_path (self->editor);

  if (path == NULL && !self->path_shown)
    return;
  self->path_shown = path != NULL;
  for (guint i = 0; i < self->cards->len; i++)
    set_back (g_ptr_array_index (self->cards, i),
              path != NULL && sc_flow_path_find (path, i) == NULL);
  for (guint i = 0; i < self->conditions->len; i++)
    set_back (g_ptr_array_index (self->conditions, i),
              path != NULL && sc_flow_path_find (path, self->layout->conditions[i].stage) == NULL);
  for (guint i = 0; i < self->inserts->len; i++)
    set_back (g_ptr_array_index (self->inserts, i),
              path != NULL && i < self->layout->n_lines
                  && sc_canvas_get_tone (self, &self->layout->lines[i].edge) == SC_TONE_BACK);
  sc_canvas_forget_lines (self);
}
