/* sc-relationships.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-table.h"

G_BEGIN_DECLS

/* Adds what of a list of ScRelationship leads from one table to the other (NULL: any) to found,
 * but for names that it has already: what is added first counts. */
void sc_relationships_collect (const ScList *relationships,
                               const char *referenced,
                               const char *referencing,
                               GPtrArray *found);

/* The same for an array of them. */
void sc_relationships_add (const GPtrArray *further, GPtrArray *found);

G_END_DECLS
