/* sc-relationship-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-table.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* Where lookups lead, for sc_relationship_list_targets(). */
GHashTable *sc_relationship_targets_new (void);

/* Adds the one-to-many relationships of an EntityRelationships element to an array made by
 * sc_list_collect(), and where their lookups lead to targets. */
void
sc_relationship_xml_collect (const ScXmlNode *relationships, GPtrArray *found, GHashTable *targets);

/* The logical names of the tables that a lookup leads to, as ScColumn.targets has them. */
ScList *sc_relationship_list_targets (GHashTable *targets, const char *table, const char *column);

G_END_DECLS
