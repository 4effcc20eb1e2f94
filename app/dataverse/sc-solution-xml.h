/* sc-solution-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"
#include "sc-splice.h"

G_BEGIN_DECLS

/* solution.xml, which an unpacked solution has in Other/. */

/* Fills in name, version, publisher, components, … from the root element. */
void sc_solution_xml_read (const ScXmlNode *root, ScSolution *draft);

/* The file with the details that differ between before and after changed, and the root components
 * of the flows (process and table) and roles that only one of them has put in or taken out. */
GBytes *sc_solution_xml_update (GBytes *bytes,
                                const char *name,
                                const ScSolution *before,
                                const ScSolution *after,
                                GError **error);

G_END_DECLS
