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
ScRole *sc_role_xml_read (const ScXmlNode *role);

/* The role's file with the lines of exactly those privileges changed in which after differs from
 * before, which was read from it; a new line goes to its sorted place. */
GBytes *
sc_role_xml_update (GBytes *bytes, const ScRole *before, const ScRole *after, GError **error);

/* A whole file, as Dataverse writes it. */
GBytes *sc_role_xml_write (const ScRole *role, const char *line_end);

G_END_DECLS
