/* xml-difference.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-xml.h"

G_BEGIN_DECLS

/* What differs between two elements, as lines of text:
 *   path: missing                    only in real
 *   path: extra                      only in made
 *   path: "a" is made "b"            a text
 *   path@attribute: …                the same for an attribute
 * A path names elements from the one compared down, with a name in brackets where one of several
 * is meant. Order counts for elements, not for attributes. */
void xml_difference_find (const ScXmlNode *real, const ScXmlNode *made, GPtrArray *found);

/* The parsed document; a test fails when it is not XML. */
ScXml *xml_difference_parse (GBytes *bytes, const char *name);
ScXml *xml_difference_parse_text (const char *text, const char *name);
ScXml *xml_difference_load (const char *folder, const char *name);

G_END_DECLS
