/* sc-search-index.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-search-index.h"

#include "sc-fuzzy-index.h"

/* How many things are taken in at once: about a millisecond. */
#define SLICE 1000

struct _ScSearchIndex
{
  ScFuzzyIndex *index;
  guint n;
  ScSearchTexts texts;
  gpointer data;
  guint filling; /* source id; 0: all are in the index */
};

/* FALSE when all are there. */
static gboolean
fill (ScSearchIndex *self, guint n)
{
  guint from = sc_fuzzy_index_get_length (self->index);
  guint to = from + MIN (n, self->n - from);

  for (guint i = from; i < to; i++)
    {
      const char *first = "", *second = "";

      self->texts (i, &first, &second, self->data);
      sc_fuzzy_index_add (self->index, first, second);
    }
  return to < self->n;
}

static gboolean
fill_cb (gpointer data)
{
  ScSearchIndex *self = data;

  if (fill (self, SLICE))
    return G_SOURCE_CONTINUE;
  self->filling = 0;
  return G_SOURCE_REMOVE;
}

ScSearchIndex *
sc_search_index_new (guint n, ScSearchTexts texts, gpointer data)
{
  ScSearchIndex *self = g_new0 (ScSearchIndex, 1);

  self->index = sc_fuzzy_index_new ();
  self->n = n;
  self->texts = texts;
  self->data = data;
  if (n > 0)
    self->filling = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
  return self;
}

void
sc_search_index_free (ScSearchIndex *self)
{
  g_clear_handle_id (&self->filling, g_source_remove);
  sc_fuzzy_index_free (self->index);
  g_free (self);
}

const guint *
sc_search_index_search (ScSearchIndex *self, const char *text, guint *n)
{
  fill (self, G_MAXUINT);
  g_clear_handle_id (&self->filling, g_source_remove);
  return sc_fuzzy_index_search (self->index, text, n);
}
