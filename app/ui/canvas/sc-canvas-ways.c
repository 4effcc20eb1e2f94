/* sc-canvas-ways.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "sc-condition-popover.h"
#include "sc-edit-condition.h"
#include "sc-question.h"

/* Conditions, and the ways between stages: one undoable edit each. */

static void
select_condition (ScCanvas *self, const char *stage)
{
  sc_editor_select (self->editor,
                    (ScSelection){ SC_SELECTED_CONDITION, stage, NULL, SC_EDGE_NEXT });
}

void
sc_canvas_add_condition (ScCanvas *self, const char *stage)
{
  g_autofree char *id = g_strdup (stage);
  GError *error = NULL;
  ScSolution *after;

  sc_canvas_end_rename (self, TRUE);
  after = sc_edit_condition_add (self->solution, self->flow->id, id, NULL, &error);
  if (sc_editor_commit (self->editor, after, error, _ ("Add condition"), NULL))
    select_condition (self, id);
}

void
sc_canvas_add_branch (ScCanvas *self, const char *stage)
{
  g_autofree char *id = g_strdup (stage);
  GError *error = NULL;
  ScSolution *after;

  after = sc_edit_branch_add (self->solution, self->flow->id, id, G_MAXUINT, NULL, &error);
  if (sc_editor_commit (self->editor, after, error, _ ("Add branch"), NULL))
    select_condition (self, id);
}

void
sc_canvas_add_otherwise (ScCanvas *self, const char *stage)
{
  g_autofree char *id = g_strdup (stage);
  GError *error = NULL;
  ScSolution *after;

  after = sc_edit_branch_add_otherwise (self->solution, self->flow->id, id, &error);
  if (sc_editor_commit (self->editor, after, error, _ ("Add “otherwise”"), NULL))
    select_condition (self, id);
}

void
sc_canvas_delete_branch (ScCanvas *self, const char *stage, guint branch)
{
  ScSelection then = { SC_SELECTED_STAGE, stage, NULL, SC_EDGE_NEXT };
  GError *error = NULL;
  ScSolution *after
      = sc_edit_branch_delete_with_stages (self->solution, self->flow->id, stage, branch, &error);

  sc_editor_propose (self->editor, after, error, SC_PROPOSE_DELETE, _ ("Delete branch"), &then);
}

void
sc_canvas_take_branch (ScCanvas *self, ScSlot way, ScSlot place)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_branch_take (self->solution, self->flow->id, way.after,
                                           (guint) way.branch, place, &error);

  sc_editor_commit_and_tell (self->editor, after, error, _ ("Move stages of a branch"));
}

void
sc_canvas_rotate_branch (ScCanvas *self, ScSlot way)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_branch_rotate (self->solution, self->flow->id, way.after,
                                             (guint) way.branch, &error);

  sc_editor_commit (self->editor, after, error, _ ("Unfold nested branches"), NULL);
}

void
sc_canvas_merge_way (ScCanvas *self, ScSlot way, const char *target)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_way_merge (self->solution, self->flow->id, way, target, &error);

  sc_editor_commit (self->editor, after, error, _ ("Lead to another stage"), NULL);
}

void
sc_canvas_end_way (ScCanvas *self, ScSlot way)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_way_end (self->solution, self->flow->id, way, &error);

  sc_editor_commit (self->editor, after, error, _ ("End the flow here"), NULL);
}

void
sc_canvas_unmerge_way (ScCanvas *self, ScSlot way)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_way_unmerge (self->solution, self->flow->id, way, &error);

  sc_editor_commit (self->editor, after, error, _ ("Copy what follows"), NULL);
}

static void
unparent_idle (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  g_object_unref (popover);
}

/* Not at once: it may close while one of its rows is still busy. */
static void
closed_cb (GtkPopover *popover, gpointer data)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (popover));

  if (box != NULL && gtk_widget_get_mapped (box))
    gtk_widget_grab_focus (box);
  g_idle_add_once (unparent_idle, g_object_ref (popover));
}

void
sc_canvas_edit_condition (ScCanvas *self, GtkWidget *box)
{
  const ScStage *stage = sc_condition_box_get_stage (SC_CONDITION_BOX (box));
  GtkWidget *popover;

  sc_canvas_end_rename (self, TRUE);
  sc_canvas_go_to (self, box);
  popover = sc_condition_popover_new (self->editor, stage->id);
  gtk_widget_set_parent (popover, box);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
