/* sc-role-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-role.h"
#include "sc-splice.h"

G_BEGIN_DECLS

/* The Role element of customizations.xml and of the files in Roles/. */

/* NULL when the element has no id. */
ScRole *sc_role_xml_read (const ScXmlNode *node);

/* Changes the lines of exactly those privileges in which after differs from before, which was read
 * from the element; a new line goes to its sorted place. */
void sc_role_xml_update (ScSplice *splice,
                         GBytes *bytes,
                         const ScXmlNode *node,
                         const ScRole *before,
                         const ScRole *after);

/* The element, without what stands before it on its line. Free with g_free(). */
char *sc_role_xml_format (const ScRole *role, const char *indent, const char *line_end);
/* A whole file, as Dataverse's tools write it. */
GBytes *sc_role_xml_write (const ScRole *role, const char *line_end);

G_END_DECLS
