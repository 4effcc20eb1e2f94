/* bench-access-grid.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "bench-frames.h"
#include "sc-access-edit.h"
#include "sc-access-grid.h"
#include "sc-access-page.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-security-view.h"

/* Frames of the grid of all flows: 200 roles by 50 flows, 60,000 cells. Nothing is asserted: the
 * figures are read by people. */

#define N_ROLES 200
#define N_FLOWS 50
#define AIM     16

typedef struct
{
  GtkWidget *window;
  ScEditor *editor;
  GtkWidget *page;
  ScAccessGrid *grid;
  GtkScrolledWindow *scroller;
  BenchFrames frames;
} Bench;

#define measure(self, title, n, job) \
  bench_frames_measure (&(self)->frames, title, AIM, n, (BenchJob) job, NULL, self)

/* Takes over both. */
static ScSolution *
take (ScSolution *before, ScSolution *after)
{
  g_assert (after != NULL);
  sc_solution_unref (before);
  return after;
}

/* Every role has half of the privileges, and some that are about other things. */
static ScSolution *
create_solution (void)
{
  ScSolution *solution = sc_edit_solution_new ();
  g_autoptr (ScList) flows = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  static const ScLevel levels[SC_N_ACCESS]
      = { SC_LEVEL_ORGANIZATION, SC_LEVEL_NONE, SC_LEVEL_ORGANIZATION,
          SC_LEVEL_NONE,         SC_LEVEL_NONE, SC_LEVEL_ORGANIZATION };

  solution = take (solution, sc_edit_table_add (solution, "lead", "Lead", NULL));
  for (guint i = 0; i < N_FLOWS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lead to Opportunity %02u", i);

      solution = take (solution, sc_edit_flow_add (solution, NULL, name, "lead", NULL));
    }
  for (guint i = 0; i < N_ROLES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Regional Sales Representative %03u", i);

      solution = take (solution, sc_edit_role_add (solution, NULL, name, NULL));
    }
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      g_ptr_array_add (ids, g_strdup (role->id));
    }
  g_ptr_array_add (ids, NULL);
  flows = sc_access_target_list_flows (solution);
  return take (solution, sc_access_apply_mask (solution, flows, (const char *const *) ids->pdata,
                                               levels, NULL));
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

static void
scroll_to (GtkAdjustment *adjustment, double value)
{
  double most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, most > 0 ? value - (int) (value / most) * most : 0);
}

static void
scroll_down (Bench *self)
{
  scroll_to (gtk_scrolled_window_get_vadjustment (self->scroller), self->frames.count * 34.0 * 1.5);
}

static void
scroll_across (Bench *self)
{
  scroll_to (gtk_scrolled_window_get_hadjustment (self->scroller), self->frames.count * 53.0);
}

static void
scroll_both (Bench *self)
{
  scroll_down (self);
  scroll_across (self);
}

/* Nothing that was seen is seen afterwards. */
static void
jump (Bench *self)
{
  scroll_to (gtk_scrolled_window_get_vadjustment (self->scroller), self->frames.count * 1510.0);
}

static void
walk (Bench *self)
{
  sc_access_grid_go_to (self->grid, self->frames.count, self->frames.count);
}

static void
toggle (Bench *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autoptr (ScList) flows = sc_access_target_list_flows (solution);
  const ScRole *role = sc_list_get (solution->roles, self->frames.count % N_ROLES);

  sc_editor_commit (self->editor,
                    sc_access_set (solution, sc_list_get (flows, 1), role->id, SC_ACCESS_READ,
                                   SC_LEVEL_ORGANIZATION, NULL),
                    NULL, "bench", NULL);
}

static void
turn (Bench *self)
{
  gtk_widget_activate_action (self->page, "page.turn", NULL);
}

static void
open_page (Bench *self)
{
  g_autoptr (ScSolution) solution = create_solution ();
  g_autoptr (ScDocument) document = sc_document_new_from (solution);
  double start;

  self->editor = sc_editor_new ();
  sc_editor_set_document (self->editor, document);
  g_type_class_unref (g_type_class_ref (SC_TYPE_SECURITY_VIEW));
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1600, 900);
  start = bench_get_cpu ();
  self->page = sc_access_page_new (self->editor, TRUE);
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  bench_frames_init (&self->frames, self->window);
  bench_frames_wait (&self->frames);
  bench_frames_settle (&self->frames);
  bench_frames_print_since ("window with 60,000 cells", start);
  self->grid = SC_ACCESS_GRID (find (self->page, SC_TYPE_ACCESS_GRID));
  self->scroller = GTK_SCROLLED_WINDOW (find (self->page, GTK_TYPE_SCROLLED_WINDOW));
}

int
main (int argc, char **argv)
{
  Bench bench = { NULL };

  if (!bench_frames_start (argv[0]))
    return 0;
  adw_init ();
  bench_frames_print_heading ();
  open_page (&bench);
  measure (&bench, "scroll down", 120, scroll_down);
  measure (&bench, "scroll across", 120, scroll_across);
  measure (&bench, "scroll both ways", 120, scroll_both);
  measure (&bench, "jump to other rows", 40, jump);
  measure (&bench, "walk by keys", 120, walk);
  measure (&bench, "change a privilege", 40, toggle);
  measure (&bench, "turn rows and columns", 10, turn);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.editor);
  return 0;
}
