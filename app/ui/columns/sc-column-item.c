/* sc-column-item.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-column-item.h"

struct _ScColumnItem
{
  GObject parent_instance;

  ScColumn *column;
};

G_DEFINE_FINAL_TYPE (ScColumnItem, sc_column_item, G_TYPE_OBJECT)

static void
sc_column_item_finalize (GObject *object)
{
  sc_column_unref (SC_COLUMN_ITEM (object)->column);

  G_OBJECT_CLASS (sc_column_item_parent_class)->finalize (object);
}

static void
sc_column_item_class_init (ScColumnItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_column_item_finalize;
}

static void
sc_column_item_init (ScColumnItem *self)
{
}

ScColumnItem *
sc_column_item_new (const ScColumn *column)
{
  ScColumnItem *self = g_object_new (SC_TYPE_COLUMN_ITEM, NULL);

  self->column = sc_column_ref (column);
  return self;
}

const ScColumn *
sc_column_item_get_column (ScColumnItem *self)
{
  g_return_val_if_fail (SC_IS_COLUMN_ITEM (self), NULL);

  return self->column;
}
