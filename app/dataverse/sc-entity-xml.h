/* sc-entity-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-form-columns.h"

G_BEGIN_DECLS

/* Adds a global choice (an optionset element) to choices, which maps its name to an ScList of
 * ScOption. */
void sc_entity_xml_collect_choice (const ScXmlNode *optionset, GHashTable *choices);

/* TRUE when the table of an Entity element holds the running processes of a flow. */
gboolean sc_entity_xml_is_backing (const ScXmlNode *entity);

/* A table from the Entity element of customizations.xml or Entity.xml. targets says where lookups
 * lead, see sc_relationship_targets_new(); forms (nullable) what the main forms show. NULL when the
 * element names no table. */
ScTable *sc_entity_xml_read (const ScXmlNode *entity,
                             GHashTable *choices,
                             GHashTable *targets,
                             const ScFormColumns *forms);

G_END_DECLS
