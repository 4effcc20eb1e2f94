/* sc-entity-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-column-lists.h"
#include "sc-form-columns.h"

G_BEGIN_DECLS

/* Adds a global choice, an optionset element. */
void sc_entity_xml_collect_choice (const ScXmlNode *optionset, ScColumnLists *lists);

/* TRUE when the table of an Entity element holds the running processes of a flow. */
gboolean sc_entity_xml_is_backing (const ScXmlNode *entity);

/* A table from the Entity element of customizations.xml or Entity.xml. lists has what its columns
 * refer to; forms (nullable) says what the main forms show. NULL when the element names no table.
 */
ScTable *
sc_entity_xml_read (const ScXmlNode *entity, ScColumnLists *lists, const ScFormColumns *forms);

G_END_DECLS
