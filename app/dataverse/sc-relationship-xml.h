/* sc-relationship-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-column-lists.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* Adds the one-to-many relationships of an EntityRelationships element to an array made by
 * sc_list_collect(), and where their lookups lead to lists. */
void sc_relationship_xml_collect (const ScXmlNode *relationships,
                                  GPtrArray *found,
                                  ScColumnLists *lists);

G_END_DECLS
