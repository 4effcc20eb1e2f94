/* sc-hit-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-hit-list.h"

struct _ScHitItem
{
  GObject parent_instance;

  ScHit *hit;
};

G_DEFINE_FINAL_TYPE (ScHitItem, sc_hit_item, G_TYPE_OBJECT)

static void
sc_hit_item_finalize (GObject *object)
{
  sc_hit_unref (SC_HIT_ITEM (object)->hit);

  G_OBJECT_CLASS (sc_hit_item_parent_class)->finalize (object);
}

static void
sc_hit_item_class_init (ScHitItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_hit_item_finalize;
}

static void
sc_hit_item_init (ScHitItem *self)
{
}

const ScHit *
sc_hit_item_get_hit (ScHitItem *self)
{
  return self->hit;
}

struct _ScHitList
{
  GObject parent_instance;

  ScList *hits;
  GPtrArray *items; /* of ScHitItem or NULL, by position */
};

static void sc_hit_list_init_model (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScHitList,
                               sc_hit_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sc_hit_list_init_model))

static GType
get_item_type (GListModel *model)
{
  return SC_TYPE_HIT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SC_HIT_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ScHitList *self = SC_HIT_LIST (model);
  ScHitItem *item;

  if (position >= self->items->len)
    return NULL;
  item = g_ptr_array_index (self->items, position);
  if (item == NULL)
    {
      item = g_object_new (SC_TYPE_HIT_ITEM, NULL);
      item->hit = sc_hit_ref (sc_list_get (self->hits, position));
      g_ptr_array_index (self->items, position) = item;
    }
  return g_object_ref (item);
}

static void
sc_hit_list_init_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
sc_hit_list_finalize (GObject *object)
{
  ScHitList *self = SC_HIT_LIST (object);

  sc_list_unref (self->hits);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (sc_hit_list_parent_class)->finalize (object);
}

static void
sc_hit_list_class_init (ScHitListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_hit_list_finalize;
}

static void
clear_item (gpointer item)
{
  if (item != NULL)
    g_object_unref (item);
}

static void
sc_hit_list_init (ScHitList *self)
{
  self->items = g_ptr_array_new_with_free_func (clear_item);
}

ScHitList *
sc_hit_list_new (void)
{
  return g_object_new (SC_TYPE_HIT_LIST, NULL);
}

void
sc_hit_list_set_hits (ScHitList *self, const ScList *hits, guint max)
{
  guint before, after;

  g_return_if_fail (SC_IS_HIT_LIST (self));

  if (hits == self->hits)
    return;
  before = self->items->len;
  after = MIN (sc_list_length (hits), max);
  sc_list_unref (self->hits);
  self->hits = sc_list_ref (hits);
  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->items, (int) after);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, after);
}
