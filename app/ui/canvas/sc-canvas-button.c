/* sc-canvas-button.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-button.h"

#include <glib/gi18n-lib.h>

#include "sc-canvas-actions.h"
#include "sc-layout.h"

struct _ScCanvasButton
{
  GtkWidget parent_instance;

  ScCanvasStyle *style;
  ScCanvasButtonLook look;
  gboolean hovered;
  char *label;
  PangoLayout *text; /* made when first drawn */
};

G_DEFINE_FINAL_TYPE (ScCanvasButton, sc_canvas_button, GTK_TYPE_WIDGET)

static void
sc_canvas_button_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  const ScLayoutMetrics *metrics = &sc_layout_default_metrics;
  double size = SC_INSERT_SIZE;

  if (SC_CANVAS_BUTTON (widget)->look == SC_BUTTON_ADD_STEP)
    size = orientation == GTK_ORIENTATION_VERTICAL ? metrics->footer_height - 1
                                                   : metrics->card_width - 2;
  *minimum = *natural = (int) size;
  *minimum_baseline = *natural_baseline = -1;
}

static void
snapshot_plus (GtkSnapshot *snapshot, double x, double y, double arm, const GdkRGBA *colour)
{
  sc_snapshot_rect (snapshot, colour, x - arm, y - 0.75, 2 * arm, 1.5);
  sc_snapshot_rect (snapshot, colour, x - 0.75, y - arm, 1.5, 2 * arm);
}

static void
snapshot_add_step (ScCanvasButton *self, GtkSnapshot *snapshot, gboolean focus)
{
  ScCanvasStyle *style = self->style;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  const GdkRGBA *colour = self->hovered || focus ? &style->text : &style->dim;

  sc_snapshot_rect (snapshot, &style->separator, 0, 0, width, 1);
  if (!style->detail)
    return;

  if (self->hovered)
    sc_snapshot_box (snapshot, GRAPHENE_RECT_INIT (4, 4, (float) width - 8, (float) height - 7), 5,
                     &style->hover, NULL, 0);
  if (sc_canvas_style_is_stale (style, self->text))
    g_clear_object (&self->text);
  if (self->text == NULL)
    self->text = sc_canvas_style_new_text (style, _ ("Step"), width - 44, SC_TEXT_SMALL);
  snapshot_plus (snapshot, 18, height / 2 + 0.5, 4.5, colour);
  sc_snapshot_text (snapshot, self->text, 34, height / 2, colour);
  if (focus)
    sc_snapshot_box (snapshot, GRAPHENE_RECT_INIT (1, 1, (float) width - 2, (float) height - 2), 5,
                     NULL, &style->accent, 2);
}

static void
snapshot_insert (ScCanvasButton *self, GtkSnapshot *snapshot)
{
  ScCanvasStyle *style = self->style;
  float centre = SC_INSERT_SIZE / 2.0f;
  float radius = self->hovered ? 11 : 7.5f;
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT (centre - radius, centre - radius, 2 * radius, 2 * radius);

  if (!style->detail && !self->hovered)
    return;

  if (self->hovered)
    sc_snapshot_box (snapshot, bounds, radius, &style->accent, NULL, 0);
  else
    sc_snapshot_box (snapshot, bounds, radius, &style->background, &style->border, 1);
  snapshot_plus (snapshot, centre, centre, self->hovered ? 5 : 3.5,
                 self->hovered ? &style->on_accent : &style->dim);
}

static void
sc_canvas_button_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScCanvasButton *self = SC_CANVAS_BUTTON (widget);

  sc_snapshot_begin_mirrored (snapshot, self->style, gtk_widget_get_width (widget));
  if (self->look == SC_BUTTON_ADD_STEP)
    snapshot_add_step (self, snapshot, gtk_widget_has_focus (widget));
  else
    snapshot_insert (self, snapshot);
  sc_snapshot_end_mirrored (snapshot);
}

static void
sc_canvas_button_finalize (GObject *object)
{
  ScCanvasButton *self = SC_CANVAS_BUTTON (object);

  g_clear_object (&self->text);
  sc_canvas_style_unref (self->style);
  g_free (self->label);

  G_OBJECT_CLASS (sc_canvas_button_parent_class)->finalize (object);
}

static void
sc_canvas_button_class_init (ScCanvasButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sc_canvas_button_finalize;
  widget_class->measure = sc_canvas_button_measure;
  widget_class->snapshot = sc_canvas_button_snapshot;

  gtk_widget_class_set_css_name (widget_class, "canvasbutton");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  sc_canvas_install_button_actions (widget_class);
}

static void
sc_canvas_button_init (ScCanvasButton *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
}

GtkWidget *
sc_canvas_button_new (ScCanvasStyle *style, ScCanvasButtonLook look)
{
  ScCanvasButton *self = g_object_new (SC_TYPE_CANVAS_BUTTON, NULL);

  self->style = sc_canvas_style_ref (style);
  self->look = look;
  /* With keys a stage is inserted behind the one that has the focus: 30 stops less on the way. */
  gtk_widget_set_focusable (GTK_WIDGET (self), look == SC_BUTTON_ADD_STEP);

  return GTK_WIDGET (self);
}

void
sc_canvas_button_set_label (ScCanvasButton *self, const char *label)
{
  if (g_strcmp0 (label, self->label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
sc_canvas_button_set_hovered (ScCanvasButton *self, gboolean hovered)
{
  if (self->hovered == hovered)
    return;

  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

ScCanvasButtonLook
sc_canvas_button_get_look (ScCanvasButton *self)
{
  return self->look;
}
