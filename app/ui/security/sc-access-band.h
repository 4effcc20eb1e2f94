/* sc-access-band.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-ring.h"

G_BEGIN_DECLS

/* Where a thing stands along a band, in pixels from its start. */
typedef struct
{
  int x, width;
} ScAccessSpan;

/* The part of a long row of things that is seen: it clips what is inside and moves it as a whole,
 * so that scrolling need not place every item again. */
#define SC_TYPE_ACCESS_BAND (sc_access_band_get_type ())
G_DECLARE_FINAL_TYPE (ScAccessBand, sc_access_band, SC, ACCESS_BAND, GtkWidget)

/* create and bind as in sc-access-ring.h. */
GtkWidget *sc_access_band_new (ScAccessRingCreate create, ScAccessRingBind bind, gpointer data);
/* spans: of ScAccessSpan, sorted; a reference is taken. length: of all of them; visible: how much
 * of that is seen, all in pixels. Other spans mean other things: the items are bound anew when they
 * are shown next. Not during a layout. */
void sc_access_band_set_spans (ScAccessBand *self, GArray *spans, int length, int visible);
/* Shows the part from offset on. During the layout of the parent. */
void sc_access_band_scroll (ScAccessBand *self, int offset);
/* See sc_access_ring_sort(). */
void sc_access_band_sort (ScAccessBand *self);
/* Binds what is shown again. */
void sc_access_band_rebind (ScAccessBand *self);
/* NULL when it is not shown. */
GtkWidget *sc_access_band_get_item (ScAccessBand *self, guint position);
guint sc_access_band_get_first (ScAccessBand *self);
guint sc_access_band_get_n_items (ScAccessBand *self);

/* The first of spans that reaches beyond x; their number when there is none. */
guint sc_access_spans_find (GArray *spans, int x);

G_END_DECLS
