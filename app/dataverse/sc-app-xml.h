/* sc-app-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* An AppModule element, as customizations.xml and AppModules/<app>/AppModule.xml have it: names and
 * components. NULL when it is another element. */
ScApp *sc_app_xml_read (const ScXmlNode *node);

G_END_DECLS
