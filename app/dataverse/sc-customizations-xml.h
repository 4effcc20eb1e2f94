/* sc-customizations-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-role.h"
#include "sc-splice.h"

G_BEGIN_DECLS

/* customizations.xml, which holds in a zip what an unpacked solution has a file each for. The
 * finders also take the root of such a file. */

/* TRUE when the element's XamlFileName is that entry. */
gboolean sc_customizations_xml_names_file (const ScXmlNode *workflow, const char *xaml);

/* The element of the flow whose body is that entry, or NULL. */
const ScXmlNode *sc_customizations_xml_find_flow (const ScXmlNode *root, const char *xaml);
const ScXmlNode *sc_customizations_xml_find_role (const ScXmlNode *root, const char *id);

/* Takes roles out and puts others in, by name. Both are arrays of const ScRole. */
void sc_customizations_xml_change_roles (
    ScSplice *splice, GBytes *bytes, const ScXmlNode *root, GPtrArray *removed, GPtrArray *added);

G_END_DECLS
