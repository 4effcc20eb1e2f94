/* sc-entity-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-table.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* Adds a global choice (an optionset element) to choices, which maps its name to an ScList of
 * ScOption. */
void sc_entity_xml_collect_choice (const ScXmlNode *optionset, GHashTable *choices);

/* A table from the Entity element of customizations.xml or Entity.xml. targets says where lookups
 * lead, see sc_relationship_targets_new(). NULL when the element names no table. */
ScTable *sc_entity_xml_read (const ScXmlNode *entity, GHashTable *choices, GHashTable *targets);

G_END_DECLS
