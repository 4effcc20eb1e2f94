/* sc-hit-list.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-find.h"

G_BEGIN_DECLS

/* A hit, for lists that want objects. */
#define SC_TYPE_HIT_ITEM (sc_hit_item_get_type ())
G_DECLARE_FINAL_TYPE (ScHitItem, sc_hit_item, SC, HIT_ITEM, GObject)

const ScHit *sc_hit_item_get_hit (ScHitItem *self);

/* Hits as a list model. An item is made when it is asked for. */
#define SC_TYPE_HIT_LIST (sc_hit_list_get_type ())
G_DECLARE_FINAL_TYPE (ScHitList, sc_hit_list, SC, HIT_LIST, GObject)

ScHitList *sc_hit_list_new (void);
/* Of ScHit; lists no more than max of them. */
void sc_hit_list_set_hits (ScHitList *self, const ScList *hits, guint max);

G_END_DECLS
