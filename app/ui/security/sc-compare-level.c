/* sc-compare-level.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-compare-level.h"

#include "sc-access-circle.h"

#define DIAMETER 16
#define GAP      6

struct _ScCompareLevel
{
  GtkWidget parent_instance;

  GtkWidget *label;
  ScAccessCircles *circles; /* NULL until it is drawn */
  ScLevel level;
  gboolean known;
};

G_DEFINE_FINAL_TYPE (ScCompareLevel, sc_compare_level, GTK_TYPE_WIDGET)

static void
sc_compare_level_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  ScCompareLevel *self = SC_COMPARE_LEVEL (widget);

  gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += DIAMETER + GAP;
      *natural += DIAMETER + GAP;
    }
  else
    {
      *minimum = MAX (*minimum, DIAMETER);
      *natural = MAX (*natural, DIAMETER);
    }
}

static gboolean
is_mirrored (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

static void
sc_compare_level_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScCompareLevel *self = SC_COMPARE_LEVEL (widget);
  GtkAllocation box
      = { is_mirrored (widget) ? 0 : DIAMETER + GAP, 0, MAX (width - DIAMETER - GAP, 0), height };

  gtk_widget_size_allocate (self->label, &box, baseline);
}

static void
sc_compare_level_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScCompareLevel *self = SC_COMPARE_LEVEL (widget);
  float x = is_mirrored (widget) ? (float) (gtk_widget_get_width (widget) - DIAMETER) : 0;

  if (self->circles == NULL)
    self->circles = sc_access_circles_new (widget, DIAMETER);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, 0));
  sc_access_circles_append (self->circles, snapshot, self->level,
                            self->known ? SC_CIRCLE_PLAIN : SC_CIRCLE_UNKNOWN, DIAMETER,
                            gtk_widget_get_height (widget));
  gtk_snapshot_restore (snapshot);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

/* Other colours. */
static void
sc_compare_level_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sc_compare_level_parent_class)->css_changed (widget, change);
  g_clear_pointer (&SC_COMPARE_LEVEL (widget)->circles, sc_access_circles_unref);
}

static void
sc_compare_level_dispose (GObject *object)
{
  ScCompareLevel *self = SC_COMPARE_LEVEL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->circles, sc_access_circles_unref);

  G_OBJECT_CLASS (sc_compare_level_parent_class)->dispose (object);
}

static void
sc_compare_level_class_init (ScCompareLevelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_compare_level_dispose;
  widget_class->measure = sc_compare_level_measure;
  widget_class->size_allocate = sc_compare_level_size_allocate;
  widget_class->snapshot = sc_compare_level_snapshot;
  widget_class->css_changed = sc_compare_level_css_changed;
  gtk_widget_class_set_css_name (widget_class, "compare-level");
}

static void
sc_compare_level_init (ScCompareLevel *self)
{
  self->known = TRUE;
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
sc_compare_level_new (void)
{
  return g_object_new (SC_TYPE_COMPARE_LEVEL, NULL);
}

void
sc_compare_level_set (ScCompareLevel *self, ScLevel level, gboolean known, const char *title)
{
  g_return_if_fail (SC_IS_COMPARE_LEVEL (self));

  self->level = level;
  self->known = known;
  gtk_label_set_label (GTK_LABEL (self->label), title);
  if (level == SC_LEVEL_NONE && known)
    gtk_widget_add_css_class (self->label, "dim-label");
  else
    gtk_widget_remove_css_class (self->label, "dim-label");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
