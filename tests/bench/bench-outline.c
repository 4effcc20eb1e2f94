/* bench-outline.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "bench-frames.h"
#include "sc-application.h"
#include "sc-big-flow.h"
#include "sc-edit-step.h"
#include "sc-outline-entry.h"
#include "sc-outline-view.h"
#include "sc-workspace.h"

/* Frames while the outline is shown, with navigator, inspector and problems beside it. Nothing is
 * asserted: the figures are read by people. */

typedef struct
{
  GtkWidget *window;
  ScEditor *editor;
  GtkWidget *workspace;
  GtkWidget *entry; /* in which is typed */
  BenchFrames frames;
  char *flow;
} Bench;

/* A row of figures; see bench_frames_measure(). */
#define measure(self, title, aim, n, job, before) \
  bench_frames_measure (&(self)->frames, title, aim, n, (BenchJob) job, (BenchJob) before, self)

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_view (Bench *self)
{
  return find (self->workspace, SC_TYPE_OUTLINE_VIEW);
}

static void
act (Bench *self, const char *action)
{
  GtkWidget *target = sc_outline_view_get_command_target (SC_OUTLINE_VIEW (get_view (self)));

  gtk_widget_activate_action (target, action, NULL);
}

static void
go_to (Bench *self, int stage, int step)
{
  g_autofree char *id = sc_big_step_id (stage, step);

  sc_editor_select_step (self->editor, id);
}

static void
find_entry (Bench *self)
{
  self->entry = find (find (get_view (self), SC_TYPE_OUTLINE_ENTRY), GTK_TYPE_TEXT);
}

static void
type_character (Bench *self)
{
  int position = -1;

  gtk_editable_insert_text (GTK_EDITABLE (self->entry), "x", 1, &position);
}

static void
rename_elsewhere (Bench *self)
{
  g_autofree char *step = sc_big_step_id (1, self->frames.count % 15);
  g_autofree char *name = g_strdup_printf ("Renamed for the %d. time", self->frames.count);

  sc_editor_commit (self->editor,
                    sc_edit_step_set_label (sc_editor_get_solution (self->editor), self->flow, step,
                                            SC_LANGUAGE_ENGLISH, name, NULL),
                    NULL, "bench", NULL);
}

static void
toggle_required (Bench *self)
{
  act (self, "outline.toggle-required");
}

static void
add_or_undo (Bench *self)
{
  if (self->frames.count % 2 == 0)
    sc_editor_commit (self->editor,
                      sc_edit_step_add (sc_editor_get_solution (self->editor), self->flow,
                                        sc_editor_get_selection (self->editor).stage, 3, NULL, NULL,
                                        NULL, NULL),
                      NULL, "bench", NULL);
  else
    sc_editor_undo (self->editor);
}

static void
scroll (Bench *self)
{
  GtkScrolledWindow *scroller
      = GTK_SCROLLED_WINDOW (find (get_view (self), GTK_TYPE_SCROLLED_WINDOW));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller),
                            self->frames.count * 90.0);
}

static void
walk (Bench *self)
{
  go_to (self, self->frames.count / 10 % 10, self->frames.count % 10);
}

static void
set_document (Bench *self, guint n_stages, guint n_steps)
{
  g_autoptr (ScSolution) solution = sc_big_solution_new (n_stages, n_steps);
  g_autoptr (ScDocument) document = sc_document_new_from (solution);

  sc_editor_set_document (self->editor, document);
}

static void
fill (Bench *self, guint n_stages, guint n_steps)
{
  double start;

  g_object_set (self->workspace, "view", "design", NULL);
  set_document (self, n_stages, n_steps);
  g_free (self->flow);
  self->flow = g_strdup (sc_editor_get_flow (self->editor)->id);
  bench_frames_settle (&self->frames);
  start = bench_get_cpu ();
  g_object_set (self->workspace, "view", "outline", NULL);
  bench_frames_wait (&self->frames);
  g_print ("%u stages of %u steps\n", n_stages, n_steps);
  bench_frames_print_since ("show the outline", start);
}

static void
run (Bench *self)
{
  measure (self, "outline scrolling", 16, 60, scroll, NULL);
  measure (self, "outline selection", 8, 60, walk, NULL);
  go_to (self, 1, 2);
  bench_frames_settle (&self->frames);
  act (self, "outline.edit");
  find_entry (self);
  measure (self, "outline typing", 16, 60, type_character, NULL);
  measure (self, "rename elsewhere", 16, 60, rename_elsewhere, NULL);
  go_to (self, 1, 3);
  measure (self, "required", 16, 40, toggle_required, NULL);
  measure (self, "add a step, take it back", 16, 40, add_or_undo, NULL);
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };
  g_autoptr (ScApplication) application = NULL;

  if (!bench_frames_start ("bench-outline"))
    return 1;

  /* It has the resources of the workspace. */
  application = sc_application_new ();
  adw_init ();
  self.editor = sc_editor_new ();
  self.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1580, 860);
  set_document (&self, 2, 2);
  self.workspace = sc_workspace_new (self.editor);
  gtk_window_set_child (GTK_WINDOW (self.window), self.workspace);
  bench_frames_init (&self.frames, self.window);
  gtk_window_present (GTK_WINDOW (self.window));
  bench_frames_print_heading ();
  fill (&self, 30, 30);
  run (&self);
  fill (&self, 100, 100);
  run (&self);

  gtk_window_destroy (GTK_WINDOW (self.window));
  g_object_unref (self.editor);
  g_free (self.flow);
  return 0;
}
