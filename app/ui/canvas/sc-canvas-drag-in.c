/* sc-canvas-drag-in.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-drag.h"

#include <glib/gi18n-lib.h>

#include "sc-clip-reader.h"
#include "sc-paste-dialog.h"

/* What a drag of the desktop brings: stages and steps from another window, flow or running copy, or
 * a table of text from another program. It is read as soon as it comes, so that its place can be
 * shown and tried like that of any drag; a drop pastes it. The canvas's own drag that comes back
 * goes on as it was. */

struct _ScIncoming
{
  GdkDrop *drop;
  GCancellable *reading; /* NULL: it has been read */
  ScClip *clip;          /* NULL: it is not known, or nothing that can be pasted */
  GError *error;         /* why */
  gboolean here;         /* over the canvas */
  gboolean dropped;      /* while it was still being read */
};

static void
forget (ScCanvas *self)
{
  ScIncoming *incoming = g_steal_pointer (&self->incoming);

  if (incoming == NULL)
    return;
  g_cancellable_cancel (incoming->reading);
  g_clear_object (&incoming->reading);
  if (incoming->dropped)
    gdk_drop_finish (incoming->drop, 0);
  g_clear_object (&incoming->drop);
  g_clear_pointer (&incoming->clip, sc_clip_unref);
  g_clear_error (&incoming->error);
  g_free (incoming);
}

static gboolean
is_own (ScCanvas *self, GdkDrop *drop)
{
  return self->drag != NULL && self->drag->handed_over != NULL
         && self->drag->handed_over == gdk_drop_get_drag (drop);
}

/* Lets it be seen on the canvas, as a drag of its own. */
static void
show (ScCanvas *self)
{
  ScIncoming *incoming = self->incoming;
  ScDrag *drag;

  if (self->drag != NULL || self->flow == NULL || incoming->reading != NULL)
    return;
  drag = g_new0 (ScDrag, 1);
  drag->foreign = TRUE;
  drag->clip = incoming->clip != NULL ? sc_clip_ref (incoming->clip) : NULL;
  drag->kind
      = incoming->clip != NULL && incoming->clip->stages == NULL ? SC_DRAG_STEPS : SC_DRAG_STAGES;
  sc_outcome_init (&drag->outcome, self->solution);
  if (incoming->error != NULL)
    sc_outcome_try (&drag->outcome, NULL, g_error_copy (incoming->error));
  self->drag = drag;
  sc_canvas_set_hover (self, (ScHit){ SC_HIT_NOTHING, 0, 0 });
}

/* Where it would be pasted. The strings belong to the flow. */
static ScPastePlace
get_place (ScCanvas *self)
{
  ScDropTarget target = self->drag->target;
  ScPastePlace place = { SC_SLOT_FIRST, NULL, G_MAXUINT };

  if (target.kind == SC_DROP_ROW)
    {
      const ScStage *stage
          = sc_stage_card_get_stage (g_ptr_array_index (self->cards, target.index));

      place = (ScPastePlace){ sc_pasting_get_slot_behind (stage), stage->id, target.position };
    }
  else if (target.kind == SC_DROP_INSERT)
    {
      place.slot = sc_canvas_get_slot (self, target.index);
      place.stage = place.slot.after;
    }
  return place;
}

void
sc_drag_try_foreign (ScCanvas *self)
{
  ScDrag *drag = self->drag;
  g_autoptr (ScPasting) pasting = NULL;
  GError *error = NULL;
  ScSolution *after = NULL;

  if (drag->clip == NULL)
    return;
  if (drag->target.kind != SC_DROP_NOWHERE)
    {
      pasting = sc_pasting_new_at (self->editor, drag->clip, get_place (self));
      after = sc_pasting_try (pasting, &error);
    }
  sc_outcome_try (&drag->outcome, after, error);
}

char *
sc_drag_dup_remark (const ScDrag *drag)
{
  guint n_stages, n_steps;

  if (drag->clip == NULL || !sc_outcome_changes (&drag->outcome))
    return NULL;
  if (drag->clip->title != NULL)
    return g_strdup_printf (_ ("Insert “%s” here"), drag->clip->title);
  n_stages = sc_list_length (drag->clip->stages);
  n_steps = sc_clip_count_loose (drag->clip);
  if (n_steps == 0)
    return g_strdup_printf (ngettext ("Copy %u stage here", "Copy %u stages here", n_stages),
                            n_stages);
  if (n_stages == 0)
    return g_strdup_printf (ngettext ("Copy %u step here", "Copy %u steps here", n_steps), n_steps);
  return g_strdup (_ ("Copy stages and steps here"));
}

/* One undoable edit; where columns have to be asked for, once the person has answered. */
static void
paste (ScCanvas *self)
{
  gboolean ready = self->drag != NULL && sc_outcome_changes (&self->drag->outcome);
  g_autofree char *refusal = self->drag != NULL ? g_strdup (self->drag->outcome.refusal) : NULL;
  g_autoptr (ScPasting) pasting = NULL;

  if (ready)
    pasting = sc_pasting_new_at (self->editor, self->drag->clip, get_place (self));
  self->incoming->dropped = FALSE;
  gdk_drop_finish (self->incoming->drop, ready ? GDK_ACTION_COPY : 0);
  sc_drag_end_foreign (self);
  forget (self);
  sc_canvas_tell (ready ? "drop copy" : "drop nothing");
  if (ready)
    {
      sc_pasting_run (g_steal_pointer (&pasting), GTK_WIDGET (self));
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  else if (refusal != NULL)
    {
      g_signal_emit_by_name (self->editor, "failed", refusal);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ScCanvas) self = data;
  ScIncoming *incoming = self->incoming;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScClip) clip = sc_clip_reader_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || incoming == NULL
      || incoming->drop != GDK_DROP (source))
    return;
  g_clear_object (&incoming->reading);
  incoming->clip = g_steal_pointer (&clip);
  incoming->error = g_steal_pointer (&error);
  sc_canvas_tell ("drag-in %s", incoming->clip != NULL ? "read" : incoming->error->message);
  if (!incoming->here && !incoming->dropped)
    return;
  show (self);
  if (self->drag != NULL)
    sc_drag_move (self, self->pointer.x, self->pointer.y);
  if (incoming->dropped)
    paste (self);
}

static void
meet (ScCanvas *self, GdkDrop *drop)
{
  const ScClip *carried = sc_drag_get_carried (gdk_drop_get_drag (drop));

  if (self->incoming != NULL && self->incoming->drop == drop)
    return;
  forget (self);
  self->incoming = g_new0 (ScIncoming, 1);
  self->incoming->drop = g_object_ref (drop);
  if (carried != NULL)
    {
      self->incoming->clip = sc_clip_ref (carried);
      return;
    }
  self->incoming->reading = g_cancellable_new ();
  sc_clip_reader_read_drop_async (drop, self->language, self->incoming->reading, read_cb,
                                  g_object_ref (self));
}

static gboolean
accept_cb (GtkDropTargetAsync *target, GdkDrop *drop, ScCanvas *self)
{
  return self->flow != NULL && sc_clip_reader_accepts (gdk_drop_get_formats (drop));
}

static GdkDragAction
motion_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, ScCanvas *self)
{
  gboolean own = is_own (self, drop);

  x = sc_canvas_mirror (self, x);
  self->pointer = GRAPHENE_POINT_INIT ((float) x, (float) y);
  if (!own)
    {
      meet (self, drop);
      self->incoming->here = TRUE;
      show (self);
    }
  if (self->drag == NULL)
    return GDK_ACTION_COPY;
  sc_drag_move (self, x, y);
  if (self->drag->outcome.after == NULL)
    return 0;
  return own ? GDK_ACTION_MOVE : GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTargetAsync *target, GdkDrop *drop, ScCanvas *self)
{
  /* GTK 4.8 also lets leave what has never come in. */
  if (drop == NULL)
    return;
  if (is_own (self, drop))
    {
      sc_drag_leave (self);
      return;
    }
  if (self->incoming != NULL)
    self->incoming->here = FALSE;
  sc_drag_end_foreign (self);
}

static gboolean
drop_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, ScCanvas *self)
{
  gboolean own = is_own (self, drop);

  motion_cb (target, drop, x, y, self);
  if (own)
    {
      sc_drag_drop (self);
      gdk_drop_finish (drop, GDK_ACTION_MOVE);
    }
  else if (self->incoming->reading != NULL)
    self->incoming->dropped = TRUE;
  else
    paste (self);
  return TRUE;
}

void
sc_canvas_forget_incoming (ScCanvas *self)
{
  forget (self);
}

static void
add_target (ScCanvas *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (sc_clip_reader_get_formats (),
                                                          GDK_ACTION_COPY | GDK_ACTION_MOVE);

  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, 0);
  g_signal_connect_object (target, "drag-enter", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "drag-motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "drag-leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  self->drop_target = GTK_EVENT_CONTROLLER (target);
  gtk_widget_add_controller (GTK_WIDGET (self), self->drop_target);
}

/* A target that was hidden in the middle of a drag, as when a tab is held over, holds on to that
 * drag in GTK 4.8 and takes no other. */
static void
map_cb (ScCanvas *self)
{
  gtk_widget_remove_controller (GTK_WIDGET (self), self->drop_target);
  add_target (self);
}

void
sc_canvas_add_drop_target (ScCanvas *self)
{
  add_target (self);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}
