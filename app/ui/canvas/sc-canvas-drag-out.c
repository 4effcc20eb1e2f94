/* sc-canvas-drag-out.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-drag.h"

#include <adwaita.h>

#include <math.h>

#include "sc-clip-provider.h"

/* A drag that leaves the window goes on as one of the desktop: what is dragged can be dropped in
 * another window, in another running copy, or as text in another program. What comes of it there is
 * a copy; here the drag goes on as it was when it comes back. */

#define CLIP_KEY "sc-clip"

const ScClip *
sc_drag_get_carried (GdkDrag *drag)
{
  return drag != NULL ? g_object_get_data (G_OBJECT (drag), CLIP_KEY) : NULL;
}

/* Outside of the window, or over its tabs, which open while something is held over them. */
static gboolean
is_outside (ScCanvas *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *below;
  graphene_point_t point = { (float) sc_canvas_mirror (self, self->pointer.x), self->pointer.y };

  if (root == NULL || !gtk_widget_compute_point (GTK_WIDGET (self), root, &point, &point))
    return FALSE;
  if (point.x < 0 || point.y < 0 || point.x >= gtk_widget_get_width (root)
      || point.y >= gtk_widget_get_height (root))
    return TRUE;
  below = gtk_widget_pick (root, point.x, point.y, GTK_PICK_DEFAULT);
  return below != NULL && gtk_widget_get_ancestor (below, ADW_TYPE_TAB_BAR) != NULL;
}

/* Ended elsewhere, or called off. */
static void
finished_cb (ScCanvas *self, GdkDrag *drag)
{
  if (self->drag != NULL && self->drag->handed_over == drag)
    sc_canvas_cancel_drag (self);
}

static void
canceled_cb (GdkDrag *drag, GdkDragCancelReason reason, ScCanvas *self)
{
  finished_cb (self, drag);
}

/* These two hold whatever becomes of the canvas meanwhile. */
static void
release_cb (GdkDrag *drag)
{
  gdk_drag_drop_done (drag, TRUE);
  g_object_unref (drag);
}

static void
release_canceled_cb (GdkDrag *drag)
{
  gdk_drag_drop_done (drag, FALSE);
  g_object_unref (drag);
}

static void
set_icon (ScCanvas *self, GdkDrag *drag)
{
  graphene_point_t hot;
  g_autoptr (GdkPaintable) icon = sc_drag_make_icon (self, &hot);

  gtk_drag_icon_set_from_paintable (drag, icon, (int) hot.x, (int) hot.y);
}

static GdkDrag *
begin (ScCanvas *self, const ScClip *clip)
{
  g_autoptr (GdkContentProvider) content = sc_clip_provider_new (clip);
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (self->drag_gesture));
  double dx = 0, dy = 0;

  gtk_gesture_drag_get_offset (GTK_GESTURE_DRAG (self->drag_gesture), &dx, &dy);
  return gdk_drag_begin (surface, device, content, GDK_ACTION_COPY | GDK_ACTION_MOVE, round (dx),
                         round (dy));
}

void
sc_drag_hand_over (ScCanvas *self)
{
  ScDrag *own = self->drag;
  ScClip *clip;
  GdkDrag *drag;

  if (own->handed_over != NULL || own->parts == NULL || !is_outside (self))
    return;
  clip = sc_clip_make (self->solution, self->flow, own->parts);
  drag = clip != NULL ? begin (self, clip) : NULL;
  if (drag == NULL)
    {
      sc_clip_unref (clip);
      return;
    }

  own->handed_over = g_object_ref (drag);
  g_object_set_data_full (G_OBJECT (drag), CLIP_KEY, clip, sc_value_unref);
  set_icon (self, drag);
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (canceled_cb), self, 0);
  g_signal_connect (drag, "dnd-finished", G_CALLBACK (release_cb), NULL);
  g_signal_connect (drag, "cancel", G_CALLBACK (release_canceled_cb), NULL);
  sc_drag_leave (self);
  sc_canvas_tell ("drag-out");
  /* The rest of the motion is not the gesture's any more. */
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag_gesture));
}
