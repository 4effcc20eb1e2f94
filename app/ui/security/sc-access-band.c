/* sc-access-band.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-access-band.h"

struct _ScAccessBand
{
  GtkWidget parent_instance;

  GtkWidget *inside;
  ScAccessRing ring;
  ScAccessRingCreate create;
  ScAccessRingBind bind;
  gpointer data;

  GArray *spans;
  int length; /* of everything, in pixels */
  int offset;
  int visible;    /* pixels */
  gboolean stale; /* the items stand for other things than they show */
};

G_DEFINE_FINAL_TYPE (ScAccessBand, sc_access_band, GTK_TYPE_WIDGET)

static void
place_item (ScAccessBand *self, GtkWidget *item, guint position)
{
  const ScAccessSpan *span = &g_array_index (self->spans, ScAccessSpan, position);
  GtkAllocation box = { span->x, 0, span->width, gtk_widget_get_height (self->inside) };

  if (gtk_widget_get_direction (item) == GTK_TEXT_DIR_RTL)
    box.x = self->length - span->x - span->width;
  gtk_widget_size_allocate (item, &box, -1);
}

static void
place_inside (ScAccessBand *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int x = -self->offset;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = self->visible - self->length + self->offset;
  gtk_widget_size_allocate (self->inside, &(GtkAllocation){ x, 0, self->length, height }, -1);
}

/* The layout of what is inside, when all of it needs a place. */
static void
allocate_inside (GtkWidget *inside, int width, int height, int baseline)
{
  ScAccessBand *self = SC_ACCESS_BAND (gtk_widget_get_parent (inside));

  for (guint i = 0; i < self->ring.items->len && !self->stale; i++)
    place_item (self, self->ring.items->pdata[i], self->ring.first + i);
}

static void
measure_inside (GtkWidget *inside,
                GtkOrientation orientation,
                int for_size,
                int *minimum,
                int *natural,
                int *minimum_baseline,
                int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
sc_access_band_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  place_inside (SC_ACCESS_BAND (widget));
}

static void
sc_access_band_dispose (GObject *object)
{
  ScAccessBand *self = SC_ACCESS_BAND (object);

  sc_access_ring_clear (&self->ring);
  g_clear_pointer (&self->inside, gtk_widget_unparent);
  g_clear_pointer (&self->spans, g_array_unref);

  G_OBJECT_CLASS (sc_access_band_parent_class)->dispose (object);
}

static void
sc_access_band_class_init (ScAccessBandClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_access_band_dispose;
  widget_class->size_allocate = sc_access_band_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "access-band");
}

static void
sc_access_band_init (ScAccessBand *self)
{
  self->inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->inside,
                                 gtk_custom_layout_new (NULL, measure_inside, allocate_inside));
  gtk_widget_set_parent (self->inside, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  sc_access_ring_init (&self->ring, self->inside);
}

GtkWidget *
sc_access_band_new (ScAccessRingCreate create, ScAccessRingBind bind, gpointer data)
{
  ScAccessBand *self = g_object_new (SC_TYPE_ACCESS_BAND, NULL);

  self->create = create;
  self->bind = bind;
  self->data = data;
  return GTK_WIDGET (self);
}

guint
sc_access_spans_find (GArray *spans, int x)
{
  guint low = 0, high = spans->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const ScAccessSpan *span = &g_array_index (spans, ScAccessSpan, middle);

      if (span->x + span->width > x)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static void
bind_item (GtkWidget *item, guint position, gpointer data)
{
  ScAccessBand *self = SC_ACCESS_BAND (data);

  self->bind (item, position, self->data);
  place_item (self, item, position);
}

/* As many as can be in sight at once, however it is scrolled. */
static guint
count_visible (GArray *spans, int visible)
{
  int least = G_MAXINT;

  for (guint i = 0; i < spans->len; i++)
    least = MIN (least, g_array_index (spans, ScAccessSpan, i).width);
  return spans->len > 0 ? MIN ((guint) (visible / MAX (least, 1) + 2), spans->len) : 0;
}

void
sc_access_band_set_spans (ScAccessBand *self, GArray *spans, int length, int visible)
{
  g_return_if_fail (SC_IS_ACCESS_BAND (self));

  if (self->spans != spans)
    {
      g_clear_pointer (&self->spans, g_array_unref);
      self->spans = g_array_ref (spans);
      self->stale = TRUE;
    }
  self->length = length;
  self->visible = visible;
  if (sc_access_ring_set_size (&self->ring, count_visible (spans, visible), self->create,
                               self->data))
    self->stale = TRUE;
}

void
sc_access_band_scroll (ScAccessBand *self, int offset)
{
  guint first;

  g_return_if_fail (SC_IS_ACCESS_BAND (self));

  if (self->spans == NULL)
    return;
  self->offset = offset;
  place_inside (self);
  first
      = MIN (sc_access_spans_find (self->spans, offset), self->spans->len - self->ring.items->len);
  sc_access_ring_show (&self->ring, first, self->stale, bind_item, self);
  self->stale = FALSE;
}

void
sc_access_band_sort (ScAccessBand *self)
{
  g_return_if_fail (SC_IS_ACCESS_BAND (self));
  sc_access_ring_sort (&self->ring);
}

void
sc_access_band_rebind (ScAccessBand *self)
{
  g_return_if_fail (SC_IS_ACCESS_BAND (self));
  if (!self->stale)
    sc_access_ring_rebind (&self->ring, self->bind, self->data);
}

GtkWidget *
sc_access_band_get_item (ScAccessBand *self, guint position)
{
  return sc_access_ring_get (&self->ring, position);
}

guint
sc_access_band_get_first (ScAccessBand *self)
{
  return self->ring.first;
}

guint
sc_access_band_get_n_items (ScAccessBand *self)
{
  return self->ring.items->len;
}
