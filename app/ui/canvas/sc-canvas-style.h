/* sc-canvas-style.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-step.h"
#include "sc-table.h"

G_BEGIN_DECLS

/* Below this zoom a stage shows its name and badges only, large enough to be read. */
#define SC_DETAIL_ZOOM 0.5
/* Below this one there is no room for a name either. */
#define SC_NAME_ZOOM 0.2

typedef enum
{
  SC_ICON_TEXT,
  SC_ICON_NUMBER,
  SC_ICON_CHOICE,
  SC_ICON_YES_NO,
  SC_ICON_DATE,
  SC_ICON_LOOKUP,
  SC_ICON_FILE,
  SC_ICON_UNBOUND, /* a data step without a column */
  SC_ICON_ACTION,
  SC_ICON_FLOW,
  SC_ICON_REQUIRED,
  SC_ICON_OPTIONAL, /* where a click makes a step required */
  SC_ICON_ADVICE,   /* these three in the order of ScSeverity */
  SC_ICON_WARNING,
  SC_ICON_ERROR,
  SC_N_ICONS
} ScCanvasIcon;

typedef enum
{
  SC_TEXT_NORMAL,
  SC_TEXT_BOLD,
  SC_TEXT_SMALL,
  SC_TEXT_SMALL_BOLD,
  SC_N_TEXT_LOOKS
} ScTextLook;

#define SC_ICON_SIZE 16

/* What the parts of a canvas draw with: colours of the theme in use, icons in those colours.
 * Counted; shared by the canvas and its parts. */
typedef struct
{
  gboolean dark;
  gboolean high_contrast;
  gboolean mirrored; /* the flow leads from right to left */
  double text_scale; /* by how much the person wants text larger: so is all that is drawn */
  gboolean detail;   /* the zoom allows for text at its size */
  double name_scale; /* where it does not: of what stands for it; 0: nothing does */
  double icon_scale; /* device pixels per icon pixel, rounded up */
  GdkRGBA background;
  GdkRGBA card;
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA bar; /* stands for text */
  GdkRGBA border;
  GdkRGBA separator;
  GdkRGBA shadow;
  GdkRGBA line;
  GdkRGBA hover;
  GdkRGBA selected;
  GdkRGBA accent;
  GdkRGBA on_accent;
  GdkRGBA error;
  GdkRGBA warning;
  GdkRGBA condition;
  GdkRGBA condition_border;
  PangoContext *pango; /* that of the canvas without the scale */
  PangoAttrList *looks[SC_N_TEXT_LOOKS];
  GdkTexture *icons[SC_N_ICONS]; /* made when first asked for */
} ScCanvasStyle;

ScCanvasStyle *sc_canvas_style_new (void);
ScCanvasStyle *sc_canvas_style_ref (ScCanvasStyle *self);
void sc_canvas_style_unref (ScCanvasStyle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScCanvasStyle, sc_canvas_style_unref)

/* Reads the colours, fonts and direction that hold for widget now. */
void sc_canvas_style_load (ScCanvasStyle *self, GtkWidget *widget);
/* zoom: without the scale of text. TRUE when everything has to be drawn anew. */
gboolean sc_canvas_style_set_zoom (ScCanvasStyle *self, double zoom, int scale_factor);

GdkTexture *sc_canvas_style_get_icon (ScCanvasStyle *self, ScCanvasIcon icon);
ScCanvasIcon sc_canvas_icon_for_step (const ScStep *step, ScColumnType type);

/* The colour that marks the n-th table of a flow. */
GdkRGBA sc_canvas_style_get_table_colour (const ScCanvasStyle *self, guint n);

/* A layout that is cut off with an ellipsis at width. */
PangoLayout *
sc_canvas_style_new_text (ScCanvasStyle *self, const char *text, double width, ScTextLook look);
/* There is none, or it was made for another font or direction. */
gboolean sc_canvas_style_is_stale (const ScCanvasStyle *self, PangoLayout *text);

/* What is drawn until the end is the mirror image of what it says, within width, where the flow
 * leads from right to left; texts and icons still read as they should. */
void sc_snapshot_begin_mirrored (GtkSnapshot *snapshot, const ScCanvasStyle *style, double width);
void sc_snapshot_end_mirrored (GtkSnapshot *snapshot);

void sc_snapshot_text (GtkSnapshot *snapshot,
                       PangoLayout *text,
                       double x,
                       double middle, /* of the text, from above */
                       const GdkRGBA *colour);
void sc_snapshot_rect (
    GtkSnapshot *snapshot, const GdkRGBA *colour, double x, double y, double width, double height);
/* A box with round corners; border_width may be 0. */
void sc_snapshot_box (GtkSnapshot *snapshot,
                      graphene_rect_t bounds,
                      double radius,
                      const GdkRGBA *fill,
                      const GdkRGBA *border,
                      double border_width);
void sc_snapshot_icon (
    GtkSnapshot *snapshot, ScCanvasStyle *style, ScCanvasIcon icon, double x, double y);

G_END_DECLS
