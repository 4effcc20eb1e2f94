/* sc-access-ring.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-access-ring.h"

#include <string.h>

void
sc_access_ring_init (ScAccessRing *self, GtkWidget *parent)
{
  self->parent = parent;
  self->items = g_ptr_array_new ();
}

void
sc_access_ring_clear (ScAccessRing *self)
{
  if (self->items == NULL)
    return;
  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_unparent (self->items->pdata[i]);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

gboolean
sc_access_ring_set_size (ScAccessRing *self, guint n, ScAccessRingCreate create, gpointer data)
{
  gboolean grows = self->items->len < n;

  while (self->items->len > n)
    gtk_widget_unparent (g_ptr_array_remove_index (self->items, self->items->len - 1));
  while (self->items->len < n)
    {
      GtkWidget *item = create (data);

      gtk_widget_set_parent (item, self->parent);
      g_ptr_array_add (self->items, item);
    }
  return grows;
}

void
sc_access_ring_sort (ScAccessRing *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      GtkWidget *before = i > 0 ? self->items->pdata[i - 1] : NULL;

      if (gtk_widget_get_prev_sibling (self->items->pdata[i]) != before)
        gtk_widget_insert_after (self->items->pdata[i], self->parent, before);
    }
}

/* So that what was item n is the first. */
static void
rotate (GPtrArray *items, guint n)
{
  g_autofree gpointer *moved = g_memdup2 (items->pdata, n * sizeof (gpointer));

  memmove (items->pdata, items->pdata + n, (items->len - n) * sizeof (gpointer));
  memcpy (items->pdata + items->len - n, moved, n * sizeof (gpointer));
}

void
sc_access_ring_show (
    ScAccessRing *self, guint first, gboolean all, ScAccessRingBind bind, gpointer data)
{
  guint n = self->items->len, before = self->first;
  guint start = 0, end = n;

  if (n == 0 || (before == first && !all))
    return;
  self->first = first;
  if (!all && first > before && first - before < n)
    {
      rotate (self->items, first - before);
      start = n - (first - before);
    }
  else if (!all && first < before && before - first < n)
    {
      rotate (self->items, n - (before - first));
      end = before - first;
    }
  for (guint i = start; i < end; i++)
    bind (self->items->pdata[i], first + i, data);
}

void
sc_access_ring_rebind (ScAccessRing *self, ScAccessRingBind bind, gpointer data)
{
  for (guint i = 0; i < self->items->len; i++)
    bind (self->items->pdata[i], self->first + i, data);
}

GtkWidget *
sc_access_ring_get (const ScAccessRing *self, guint position)
{
  if (position < self->first || position - self->first >= self->items->len)
    return NULL;
  return self->items->pdata[position - self->first];
}
