/* sc-column-item.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-table.h"

G_BEGIN_DECLS

/* A column in a list. */
#define SC_TYPE_COLUMN_ITEM (sc_column_item_get_type ())
G_DECLARE_FINAL_TYPE (ScColumnItem, sc_column_item, SC, COLUMN_ITEM, GObject)

ScColumnItem *sc_column_item_new (const ScColumn *column);
const ScColumn *sc_column_item_get_column (ScColumnItem *self);

G_END_DECLS
