/* sc-canvas-view.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sc-canvas-resources.h"
#include "sc-canvas-private.h"
#include "sc-command.h"
#include "sc-id.h"
#include "sc-minimap.h"
#include "sc-styles.h"

struct _ScCanvasView
{
  GtkWidget parent_instance;

  ScEditor *editor;
  GtkWidget *canvas;

  GtkStack *stack;
  GtkOverlay *overlay;
  GtkScrolledWindow *scroller;
  GtkButton *zoom_button;
  GtkButton *first_stage;
};

G_DEFINE_FINAL_TYPE (ScCanvasView, sc_canvas_view, GTK_TYPE_WIDGET)

static void
zoom_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScCanvas *canvas = SC_CANVAS (SC_CANVAS_VIEW (widget)->canvas);

  if (g_str_equal (name, "canvas.zoom-in"))
    sc_canvas_zoom_step (canvas, 1);
  else if (g_str_equal (name, "canvas.zoom-out"))
    sc_canvas_zoom_step (canvas, -1);
  else if (g_str_equal (name, "canvas.zoom-reset"))
    sc_canvas_zoom_reset (canvas);
  else if (g_str_equal (name, "canvas.zoom-fit"))
    sc_canvas_zoom_fit (canvas);
  else if (!sc_canvas_zoom_selection (canvas))
    gtk_widget_error_bell (widget);
}

static gboolean
sc_canvas_view_grab_focus (GtkWidget *widget)
{
  ScCanvasView *self = SC_CANVAS_VIEW (widget);

  return gtk_widget_grab_focus (
      gtk_widget_get_mapped (self->canvas) ? self->canvas : GTK_WIDGET (self->first_stage));
}

static void
sc_canvas_view_dispose (GObject *object)
{
  ScCanvasView *self = SC_CANVAS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_CANVAS_VIEW);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_canvas_view_parent_class)->dispose (object);
}

static void
sc_canvas_view_class_init (ScCanvasViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* Also keeps the resources from being left out when the static library is linked. */
  sc_canvas_resources_get_resource ();
  sc_styles_add ("/org/stagecraft/Stagecraft/canvas/canvas.css");

  G_OBJECT_CLASS (klass)->dispose = sc_canvas_view_dispose;
  widget_class->grab_focus = sc_canvas_view_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/canvas/sc-canvas-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ScCanvasView, stack);
  gtk_widget_class_bind_template_child (widget_class, ScCanvasView, overlay);
  gtk_widget_class_bind_template_child (widget_class, ScCanvasView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ScCanvasView, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, ScCanvasView, first_stage);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-in", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-out", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-reset", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-fit", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-selection", NULL, zoom_action_cb);
  sc_commands_bind (widget_class, "canvas");
}

static void
sc_canvas_view_init (ScCanvasView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
zoom_changed_cb (GtkWidget *canvas, GParamSpec *pspec, ScCanvasView *self)
{
  double zoom = sc_canvas_get_zoom (SC_CANVAS (canvas));
  /* Translators: the zoom */
  g_autofree char *text = g_strdup_printf (_ ("%.0f %%"), round (zoom * 100));

  gtk_button_set_label (self->zoom_button, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.zoom-in", zoom < SC_MAX_ZOOM);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.zoom-out", zoom > SC_MIN_ZOOM);
}

static void
update_selection (ScCanvasView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.zoom-selection",
                                 sc_editor_get_selection (self->editor).kind
                                     != SC_SELECTED_NOTHING);
}

static void
update_page (ScCanvasView *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  const char *only = SC_CANVAS (self->canvas)->only;
  const char *page = flow == NULL ? "nothing" : flow->stages == NULL ? "empty" : "flow";

  if (only == NULL || (flow != NULL && sc_id_equal (flow->id, only)))
    gtk_stack_set_visible_child_name (self->stack, page);
}

static void
first_stage_cb (GtkButton *button, ScCanvasView *self)
{
  sc_canvas_catch_up (SC_CANVAS (self->canvas));
  gtk_widget_activate_action (self->canvas, "canvas.add-stage", NULL);
}

GtkWidget *
sc_canvas_view_new (ScEditor *editor)
{
  return sc_canvas_view_new_for (editor, NULL);
}

GtkWidget *
sc_canvas_view_new_for (ScEditor *editor, const char *flow)
{
  ScCanvasView *self = g_object_new (SC_TYPE_CANVAS_VIEW, NULL);

  self->editor = g_object_ref (editor);
  self->canvas = sc_canvas_new (editor, flow);
  gtk_scrolled_window_set_child (self->scroller, self->canvas);
  gtk_overlay_add_overlay (self->overlay, sc_minimap_new (SC_CANVAS (self->canvas)));
  g_signal_connect_object (self->canvas, "notify::zoom", G_CALLBACK (zoom_changed_cb), self, 0);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "selection-changed", G_CALLBACK (update_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_stage, "clicked", G_CALLBACK (first_stage_cb), self, 0);
  zoom_changed_cb (self->canvas, NULL, self);
  update_selection (self);
  update_page (self);

  return GTK_WIDGET (self);
}

GtkWidget *
sc_canvas_view_get_canvas (ScCanvasView *self)
{
  return self->canvas;
}

void
sc_canvas_view_show_only (ScCanvasView *self, const char *flow)
{
  sc_canvas_show_only (SC_CANVAS (self->canvas), flow);
  update_page (self);
}

/* What acts on a canvas that is not seen acts on what there is now. */
GtkWidget *
sc_canvas_view_get_command_target (ScCanvasView *self)
{
  GtkWidget *selected;

  if (!gtk_widget_get_mapped (self->canvas))
    sc_canvas_catch_up (SC_CANVAS (self->canvas));
  selected = sc_canvas_get_selected_widget (SC_CANVAS (self->canvas));
  return selected != NULL ? selected : self->canvas;
}
