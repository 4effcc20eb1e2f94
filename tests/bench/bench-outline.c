/* bench-outline.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "sc-application.h"
#include "sc-big-flow.h"
#include "sc-edit-step.h"
#include "sc-outline-entry.h"
#include "sc-outline-view.h"
#include "sc-workspace.h"

/* CPU milliseconds of the main thread per frame while the outline is shown, with navigator,
 * inspector and problems beside it: from the key to the end of the frame that shows its outcome.
 * Nothing is asserted: the figures are read by people. */

typedef struct
{
  GtkWidget *window;
  ScEditor *editor;
  GtkWidget *workspace;
  GdkFrameClock *clock;
  guint painted;
  guint count; /* of the frames of the current job */
  char *flow;
} Bench;

typedef void (*Job) (Bench *self);

static double
get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
painted_cb (GdkFrameClock *clock, Bench *self)
{
  self->painted++;
}

static void
wait_for_frame (Bench *self)
{
  guint before = self->painted;

  gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (self->painted == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (Bench *self)
{
  for (guint i = 0; i < 5; i++)
    wait_for_frame (self);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static void
measure (Bench *self, const char *title, double aim, guint n, Job job)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  settle (self);
  for (self->count = 0; self->count < n; self->count++)
    {
      double start = get_cpu (), time;

      job (self);
      wait_for_frame (self);
      time = get_cpu () - start;
      g_array_append_val (times, time);
    }
  g_array_sort (times, compare_doubles);
  g_print ("%-26s %8.2f %8.2f %8.2f %8.0f\n", title, g_array_index (times, double, 0),
           g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 95 / 100), aim);
}

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
type_character (Bench *self)
{
  GtkWidget *text = find (find (get_view (self), SC_TYPE_OUTLINE_ENTRY), GTK_TYPE_TEXT);
  int position = -1;

  gtk_editable_insert_text (GTK_EDITABLE (text), "x", 1, &position);
}

static void
rename_elsewhere (Bench *self)
{
  g_autofree char *step = sc_big_step_id (1, (int) self->count % 15);
  g_autofree char *name = g_strdup_printf ("Renamed for the %u. time", self->count);

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
  if (self->count % 2 == 0)
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

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), self->count * 90.0);
}

static void
walk (Bench *self)
{
  go_to (self, (int) self->count / 10 % 10, (int) self->count % 10);
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
  settle (self);
  start = get_cpu ();
  g_object_set (self->workspace, "view", "outline", NULL);
  wait_for_frame (self);
  g_print ("%u stages of %u steps\n", n_stages, n_steps);
  g_print ("%-26s %8s %8.2f\n", "show the outline", "", get_cpu () - start);
}

static void
run (Bench *self)
{
  measure (self, "outline scrolling", 16, 60, scroll);
  measure (self, "outline selection", 8, 60, walk);
  go_to (self, 1, 2);
  settle (self);
  act (self, "outline.edit");
  measure (self, "outline typing", 16, 60, type_character);
  measure (self, "rename elsewhere", 16, 60, rename_elsewhere);
  go_to (self, 1, 3);
  measure (self, "required", 16, 40, toggle_required);
  measure (self, "add a step, take it back", 16, 40, add_or_undo);
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };
  g_autoptr (ScApplication) application = NULL;

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  if (!gtk_init_check ())
    {
      g_printerr ("bench-outline: there is no display; run it with tests/run --bench\n");
      return 1;
    }

  /* It has the resources of the workspace. */
  application = sc_application_new ();
  adw_init ();
  self.editor = sc_editor_new ();
  self.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1580, 860);
  set_document (&self, 2, 2);
  self.workspace = sc_workspace_new (self.editor);
  gtk_window_set_child (GTK_WINDOW (self.window), self.workspace);
  gtk_widget_realize (self.window);
  self.clock = gtk_widget_get_frame_clock (self.window);
  g_signal_connect (self.clock, "after-paint", G_CALLBACK (painted_cb), &self);
  gtk_window_present (GTK_WINDOW (self.window));
  g_print ("%-26s %8s %8s %8s %8s\n", "main-thread CPU ms", "min", "median", "p95", "aim p95");
  fill (&self, 30, 30);
  run (&self);
  fill (&self, 100, 100);
  run (&self);

  gtk_window_destroy (GTK_WINDOW (self.window));
  g_object_unref (self.editor);
  g_free (self.flow);
  return 0;
}
