/* sc-compare-item.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-access-compare.h"

G_BEGIN_DECLS

/* A difference in the list of the comparison. */
#define SC_TYPE_COMPARE_ITEM (sc_compare_item_get_type ())
G_DECLARE_FINAL_TYPE (ScCompareItem, sc_compare_item, SC, COMPARE_ITEM, GObject)

ScCompareItem *sc_compare_item_new (const ScAccessDifference *difference);
const ScAccessDifference *sc_compare_item_get (ScCompareItem *self);

/* Which differences are asked for. */
typedef enum
{
  SC_COMPARE_ALL,
  SC_COMPARE_ONLY_LEFT,  /* what the second has not at all */
  SC_COMPARE_ONLY_RIGHT, /* what the first has not at all */
  SC_COMPARE_OTHER_LEVEL /* what both have */
} ScCompareKind;

/* words: in lower case as g_utf8_casefold() makes it; each has to occur in the title or the name.
 */
gboolean
sc_compare_item_matches (ScCompareItem *self, const char *const *words, ScCompareKind kind);

G_END_DECLS
