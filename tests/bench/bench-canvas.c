/* bench-canvas.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "bench-frames.h"
#include "sc-big-flow.h"
#include "sc-canvas-drag.h"
#include "sc-edit-flow.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-flow-tab.h"
#include "sc-flow-tabs.h"
#include "sc-minimap.h"

/* CPU milliseconds of the main thread per frame for the largest flow there can be, or one with as
 * many stages and steps as the argument says: from the call that a key or the pointer makes,
 * through edit and validation, to the end of the frame that shows it. Nothing is asserted: the
 * figures are read by people. */

#define LARGEST 30

typedef struct
{
  GtkWidget *window;
  ScEditor *editor;
  ScCanvas *canvas;
  GtkWidget *minimap;
  guint size; /* stages, and steps of each */
  BenchFrames frames;
  int renamed;
  char *flow;
  AdwTabView *tabs;
} Bench;

/* The second flow is the first one without one of its stages. */
#define SECOND_FLOW "f0000000-0000-4000-8000-00000000beef"

/* A row of figures; see bench_frames_measure(). */
#define measure(self, title, aim, n, job, before) \
  bench_frames_measure (&(self)->frames, title, aim, n, (BenchJob) job, (BenchJob) before, self)

static void
commit (Bench *self, ScSolution *after)
{
  sc_editor_commit (self->editor, after, NULL, "bench", NULL);
}

static void
undo (Bench *self)
{
  sc_editor_undo (self->editor);
}

static void
rename_step (Bench *self)
{
  g_autofree char *step = sc_big_step_id (self->frames.count % 4, self->frames.count % 15);
  g_autofree char *name = g_strdup_printf ("Renamed for the %d. time", ++self->renamed);

  commit (self, sc_edit_step_set_label (sc_editor_get_solution (self->editor), self->flow, step,
                                        SC_LANGUAGE_ENGLISH, name, NULL));
}

static void
toggle_required (Bench *self)
{
  g_autofree char *step = sc_big_step_id (self->frames.count % 4, self->frames.count % 15);
  const ScStep *value = sc_flow_find_step (sc_editor_get_flow (self->editor), step, NULL, NULL);

  commit (self, sc_edit_step_set_required (sc_editor_get_solution (self->editor), self->flow, step,
                                           !value->required, NULL));
}

/* Between two ends of a way, whatever lies between them. */
static void
move_stage (Bench *self)
{
  g_autofree char *stage = sc_big_stage_id (0);

  sc_canvas_shift_stage (self->canvas, stage, self->frames.count % 2 == 0 ? 1 : -1);
}

static void
move_step (Bench *self)
{
  g_autofree char *step = sc_big_step_id (1, 3);
  g_autofree char *stage = sc_big_stage_id (self->frames.count % 2 == 0 ? 2 : 1);

  commit (self, sc_edit_step_move (sc_editor_get_solution (self->editor), self->flow, step, stage,
                                   5, NULL));
}

static void
delete_stage (Bench *self)
{
  g_autofree char *stage = sc_big_stage_id (1);

  commit (self,
          sc_edit_stage_delete (sc_editor_get_solution (self->editor), self->flow, stage, NULL));
}

static void
delete_step (Bench *self)
{
  g_autofree char *step = sc_big_step_id (1, 3);

  commit (self,
          sc_edit_step_delete (sc_editor_get_solution (self->editor), self->flow, step, NULL));
}

/* With its 30 steps: what Undo does after a stage was deleted. */
static void
insert_full_stage (Bench *self)
{
  undo (self);
}

static void
insert_stage (Bench *self)
{
  g_autofree char *stage = sc_big_stage_id (0);
  ScSlot slot = { stage, SC_EDGE_NEXT };

  if (sc_canvas_find_condition (self->canvas, 0) >= 0)
    slot.branch = 0;
  commit (self, sc_edit_stage_add (sc_editor_get_solution (self->editor), self->flow, slot, NULL,
                                   "New stage", NULL, NULL));
}

static void
drag (Bench *self)
{
  if (self->canvas->drag == NULL)
    {
      ScRect card = self->canvas->layout->cards[0].rect;
      graphene_rect_t view = sc_canvas_rect_to_view (self->canvas, card);

      sc_drag_arm (self->canvas, view.origin.x + 40, view.origin.y + 20);
      sc_drag_begin (self->canvas, view.origin.x + 40, view.origin.y + 20);
    }
  sc_drag_move (self->canvas, 200 + self->frames.count * 12, 160 + self->frames.count * 6);
}

/* Over all cards that can be seen and back. */
static void
rubber_band (Bench *self)
{
  int at = self->frames.count % 40;

  if (self->canvas->band == NULL)
    {
      sc_band_arm (self->canvas, 4, 850, FALSE);
      sc_band_begin (self->canvas);
    }
  at = at < 20 ? at : 40 - at;
  sc_band_move (self->canvas, 60 + at * 72, 800 - at * 36);
}

static void
select_all (Bench *self)
{
  if (self->frames.count % 2 == 0)
    sc_editor_select_all (self->editor);
  else
    sc_editor_select_nothing (self->editor);
}

static double
get_range (Bench *self, int orientation)
{
  GtkAdjustment *adjustment = self->canvas->adjustments[orientation];

  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static void
scroll_horizontally (Bench *self)
{
  sc_canvas_scroll_to (self->canvas, fmod (self->frames.count * 40, get_range (self, 0)), 0);
}

static void
scroll_vertically (Bench *self)
{
  sc_canvas_scroll_to (self->canvas, 600, fmod (self->frames.count * 10, get_range (self, 1)));
}

static void
zoom_out (Bench *self)
{
  sc_canvas_set_zoom (self->canvas, 1 - self->frames.count * 0.025);
}

static void
redraw (Bench *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static void
scroll_overview (Bench *self)
{
  sc_canvas_scroll_to (self->canvas, fmod (self->frames.count * 20, get_range (self, 0)), 0);
}

static void
drag_in_minimap (Bench *self)
{
  sc_minimap_go_to (SC_MINIMAP (self->minimap), 10 + self->frames.count % 70 * 2,
                    20 + self->frames.count % 20);
}

/* Of a stage far from the one before. */
static void
zoom_to_selection (Bench *self)
{
  g_autofree char *stage = sc_big_stage_id (self->frames.count * 7 % self->size);

  sc_editor_select_stage (self->editor, stage);
  sc_canvas_zoom_selection (self->canvas);
}

/* Between the smallest names and the whole steps. */
static void
zoom_overview (Bench *self)
{
  sc_canvas_set_zoom (self->canvas, 0.2 + self->frames.count % 30 * 0.012);
}

static void
resize (Bench *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1580 - self->frames.count % 2 * 100, 860);
  gtk_widget_queue_resize (self->window);
}

static GtkWidget *
find_minimap (GtkWidget *widget)
{
  GtkWidget *found = SC_IS_MINIMAP (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_minimap (child);
  return found;
}

static void
switch_tab (Bench *self)
{
  adw_tab_view_set_selected_page (self->tabs,
                                  adw_tab_view_get_nth_page (self->tabs, self->frames.count % 2));
}

static ScSolution *
make_solution (guint size)
{
  g_autoptr (ScSolution) one = sc_big_solution_new (size, size);
  const ScFlow *flow = sc_list_get (one->flows, 0);
  g_autoptr (ScSolution) two = sc_edit_flow_copy (one, flow->id, SECOND_FLOW, NULL, FALSE, NULL);
  const ScFlow *copy = sc_solution_find_flow (two, SECOND_FLOW, NULL);
  const ScStage *stage = sc_list_get (copy->stages, 1);

  return sc_edit_stage_delete (two, SECOND_FLOW, stage->id, NULL);
}

static void
fill (Bench *self)
{
  g_autoptr (ScDocument) document = NULL;
  g_autoptr (ScSolution) solution = make_solution (self->size);
  double start = bench_get_cpu ();

  document = sc_document_new_from (solution);
  sc_editor_set_document (self->editor, document);
  self->flow = g_strdup (sc_editor_get_flow (self->editor)->id);
  bench_frames_print_since ("open the flow", start);
}

static ScCanvas *
get_canvas (Bench *self)
{
  AdwTabPage *page = adw_tab_view_get_selected_page (self->tabs);
  ScFlowTab *tab = SC_FLOW_TAB (adw_tab_page_get_child (page));

  return SC_CANVAS (sc_canvas_view_get_canvas (sc_flow_tab_get_view (tab)));
}

static void
present (Bench *self)
{
  double start;

  bench_frames_init (&self->frames, self->window);
  start = bench_get_cpu ();
  gtk_window_present (GTK_WINDOW (self->window));
  bench_frames_wait (&self->frames);
  while (!gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    bench_frames_wait (&self->frames);
  bench_frames_print_since ("first frame", start);
}

static void
run (Bench *self)
{
  bench_frames_print_heading ();
  measure (self, "rename", 8, 60, rename_step, NULL);
  measure (self, "required", 8, 60, toggle_required, NULL);
  measure (self, "move a step", 8, 40, move_step, NULL);
  measure (self, "move a stage", 8, 40, move_stage, NULL);
  measure (self, "delete a step", 8, 30, delete_step, undo);
  undo (self);
  measure (self, "delete a stage", 8, 30, delete_stage, undo);
  undo (self);
  measure (self, "insert a stage", 16, 30, insert_stage, undo);
  undo (self);
  delete_stage (self);
  measure (self, "insert a stage of 30 steps", 16, 30, insert_full_stage, delete_stage);
  measure (self, "drag", 8, 60, drag, NULL);
  sc_canvas_cancel_drag (self->canvas);
  measure (self, "rubber band", 16, 80, rubber_band, NULL);
  sc_band_end (self->canvas);
  measure (self, "select all", 16, 40, select_all, NULL);
  measure (self, "scroll sideways", 8, 90, scroll_horizontally, NULL);
  measure (self, "scroll down", 8, 60, scroll_vertically, NULL);
  sc_canvas_scroll_to (self->canvas, 0, 0);
  measure (self, "zoom", 16, 30, zoom_out, NULL);
  measure (self, "overview", 8, 30, redraw, NULL);
  measure (self, "scroll the overview", 8, 40, scroll_overview, NULL);
  sc_canvas_scroll_to (self->canvas, 0, 0);
  measure (self, "rubber band, overview", 16, 80, rubber_band, NULL);
  sc_band_end (self->canvas);
  measure (self, "select all, overview", 16, 40, select_all, NULL);
  measure (self, "rename in the overview", 8, 30, rename_step, NULL);
  measure (self, "zoom in the overview", 16, 60, zoom_overview, NULL);
  sc_canvas_set_zoom (self->canvas, 0.25);
  measure (self, "scroll it at 25 %", 8, 60, scroll_overview, NULL);
  sc_canvas_set_zoom (self->canvas, 0.1);
  measure (self, "redraw it at 10 %", 16, 30, redraw, NULL);
  measure (self, "zoom to the selection", 16, 40, zoom_to_selection, NULL);
  sc_canvas_set_zoom (self->canvas, 1);
  measure (self, "drag in the minimap", 16, 70, drag_in_minimap, NULL);
  measure (self, "resize", 16, 30, resize, NULL);
  sc_flow_tabs_open (SC_FLOW_TABS (gtk_window_get_child (GTK_WINDOW (self->window))), SECOND_FLOW);
  measure (self, "switch tabs", 16, 60, switch_tab, NULL);
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };
  GtkWidget *view;

  if (!bench_frames_start ("bench-canvas"))
    return 1;

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self.size = argc > 1 ? (guint) CLAMP (atoi (argv[1]), 4, 1000) : LARGEST;
  self.editor = sc_editor_new ();
  view = sc_flow_tabs_new (self.editor);
  self.tabs = sc_flow_tabs_get_tab_view (SC_FLOW_TABS (view));
  self.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1580, 860);
  gtk_window_set_child (GTK_WINDOW (self.window), view);
  fill (&self);
  self.canvas = get_canvas (&self);
  self.minimap = find_minimap (view);
  present (&self);
  run (&self);

  gtk_window_destroy (GTK_WINDOW (self.window));
  g_object_unref (self.editor);
  g_free (self.flow);
  return 0;
}
