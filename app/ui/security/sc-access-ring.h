/* sc-access-ring.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The widgets for the part of a long line of things that is seen: those that leave at one end are
 * used again at the other. Making widgets and putting them in order asks for a new layout, which
 * must not happen while there is one: that is done ahead and afterwards; only what they stand for
 * changes in between. */
typedef struct
{
  GtkWidget *parent;
  GPtrArray *items; /* of GtkWidget, which the parent holds, in the order of what they stand for */
  guint first;      /* what the first item stands for */
} ScAccessRing;

typedef GtkWidget *(*ScAccessRingCreate) (gpointer data);
/* The item stands for position from now on. */
typedef void (*ScAccessRingBind) (GtkWidget *item, guint position, gpointer data);

void sc_access_ring_init (ScAccessRing *self, GtkWidget *parent);
/* Unparents the items. */
void sc_access_ring_clear (ScAccessRing *self);
/* Has n items afterwards; TRUE when there were fewer. Not during a layout. */
gboolean
sc_access_ring_set_size (ScAccessRing *self, guint n, ScAccessRingCreate create, gpointer data);
/* Lets the items be children in the order of what they stand for. Not during a layout. */
void sc_access_ring_sort (ScAccessRing *self);

/* Shows as many things as there are items, from first on; calls bind for those that were not shown
 * before, or for all. */
void sc_access_ring_show (
    ScAccessRing *self, guint first, gboolean all, ScAccessRingBind bind, gpointer data);
/* Calls bind for all that are shown. */
void sc_access_ring_rebind (ScAccessRing *self, ScAccessRingBind bind, gpointer data);
/* NULL when it is not shown. */
GtkWidget *sc_access_ring_get (const ScAccessRing *self, guint position);

G_END_DECLS
