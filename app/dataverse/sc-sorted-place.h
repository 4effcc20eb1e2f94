/* sc-sorted-place.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* Where something new goes in a package that sorts what it lists. */

/* The position of key among keys (strings), which Dataverse sorts without regard to case: tables
 * and relationships by name, privileges, root components of one type. The end where the list is
 * not sorted. */
guint sc_sorted_place_find (GPtrArray *keys, const char *key);

/* -1, 0 or 1: the order of root components, by type and then by name or id. The server sorts the
 * types by number, the newer unpacker as text (1, 20, 29, 300, 60). */
int sc_component_compare (const ScComponent *a, const ScComponent *b, gboolean types_as_text);

/* The position of component among root components in the order found. The end where they are not
 * sorted in either way. */
guint sc_component_find_place (const ScList *components, const ScComponent *component);

G_END_DECLS
