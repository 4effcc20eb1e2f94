/* sc-minimap.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-minimap.h"

#include <math.h>

#include "sc-canvas-private.h"

#define WIDTH   160
#define HEIGHT  80
#define PADDING 8.0
/* In a view that is smaller than this the map would hide too much. */
#define MIN_VIEW_WIDTH  640
#define MIN_VIEW_HEIGHT 400

struct _ScMinimap
{
  GtkWidget parent_instance;

  ScCanvas *canvas; /* weak */
};

G_DEFINE_FINAL_TYPE (ScMinimap, sc_minimap, GTK_TYPE_WIDGET)

/* Whether it draws at all is not told by hiding it: that would ask for another layout in the middle
 * of the one that found out. */
static gboolean
is_useful (ScMinimap *self)
{
  const ScLayout *layout = self->canvas != NULL ? self->canvas->layout : NULL;
  ScRect visible;

  if (layout == NULL || layout->n_cards == 0
      || gtk_widget_get_width (GTK_WIDGET (self->canvas)) < MIN_VIEW_WIDTH
      || gtk_widget_get_height (GTK_WIDGET (self->canvas)) < MIN_VIEW_HEIGHT)
    return FALSE;

  visible = sc_canvas_get_visible (self->canvas);
  return visible.width < layout->width - 1 || visible.height < layout->height - 1;
}

/* Units of the map per unit of the canvas. */
static double
get_scale (ScMinimap *self)
{
  const ScLayout *layout = self->canvas->layout;

  return MIN ((WIDTH - 2 * PADDING) / layout->width, (HEIGHT - 2 * PADDING) / layout->height);
}

static graphene_rect_t
to_map (ScMinimap *self, ScRect rect)
{
  const ScLayout *layout = self->canvas->layout;
  double scale = get_scale (self);
  double left = (WIDTH - layout->width * scale) / 2, top = (HEIGHT - layout->height * scale) / 2;

  return GRAPHENE_RECT_INIT ((float) (left + rect.x * scale), (float) (top + rect.y * scale),
                             (float) MAX (rect.width * scale, 2),
                             (float) MAX (rect.height * scale, 2));
}

static void
sc_minimap_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static gboolean
sc_minimap_contains (GtkWidget *widget, double x, double y)
{
  return is_useful (SC_MINIMAP (widget)) && x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT;
}

static void
sc_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScMinimap *self = SC_MINIMAP (widget);
  ScCanvas *canvas = self->canvas;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT), frame;

  if (!is_useful (self))
    return;

  sc_snapshot_begin_mirrored (snapshot, canvas->style, WIDTH);
  sc_snapshot_box (snapshot, bounds, 8, &canvas->style->background, &canvas->style->border, 1);
  for (guint i = 0; i < canvas->layout->n_cards; i++)
    {
      const ScStage *stage = sc_list_get (canvas->flow->stages, i);
      GdkRGBA colour = sc_canvas_style_get_table_colour (
          canvas->style, sc_canvas_get_table_colour (canvas, stage->table));
      graphene_rect_t card = to_map (self, canvas->layout->cards[i].rect);

      colour.alpha = canvas->style->high_contrast ? 1 : 0.55f;
      gtk_snapshot_append_color (snapshot, &colour, &card);
    }
  frame = to_map (self, sc_canvas_get_visible (canvas));
  if (graphene_rect_intersection (&frame, &GRAPHENE_RECT_INIT (3, 3, WIDTH - 6, HEIGHT - 6),
                                  &frame))
    sc_snapshot_box (snapshot, frame, 3, NULL, &canvas->style->accent, 1.5);
  sc_snapshot_end_mirrored (snapshot);
}

void
sc_minimap_go_to (ScMinimap *self, double x, double y)
{
  ScCanvas *canvas = self->canvas;
  graphene_rect_t origin;
  double scale;
  ScRect visible;

  /* The flow may have gone meanwhile. */
  if (!is_useful (self))
    return;

  origin = to_map (self, (ScRect){ 0, 0, 0, 0 });
  scale = get_scale (self);
  visible = sc_canvas_get_visible (canvas);
  if (canvas->style->mirrored)
    x = WIDTH - x;
  sc_canvas_stop_zooming (canvas);
  sc_canvas_scroll_to (canvas, ((x - origin.origin.x) / scale - visible.width / 2) * canvas->zoom,
                       ((y - origin.origin.y) / scale - visible.height / 2) * canvas->zoom);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, ScMinimap *self)
{
  if (!is_useful (self))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  sc_minimap_go_to (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, ScMinimap *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    sc_minimap_go_to (self, x + dx, y + dy);
}

static void
sc_minimap_dispose (GObject *object)
{
  g_clear_weak_pointer (&SC_MINIMAP (object)->canvas);

  G_OBJECT_CLASS (sc_minimap_parent_class)->dispose (object);
}

static void
sc_minimap_class_init (ScMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_minimap_dispose;

  widget_class->measure = sc_minimap_measure;
  widget_class->contains = sc_minimap_contains;
  widget_class->snapshot = sc_minimap_snapshot;

  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sc_minimap_init (ScMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
sc_minimap_new (ScCanvas *canvas)
{
  ScMinimap *self = g_object_new (SC_TYPE_MINIMAP, NULL);

  g_set_weak_pointer (&self->canvas, canvas);
  /* Whenever the canvas is placed anew, so is what can be seen of it. */
  g_signal_connect_object (canvas, "placed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
