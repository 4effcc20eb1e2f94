/* sc-process-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-process.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* Workflows, actions and cloud flows: what a flow that runs them has to know. */

/* From a Workflow element; NULL for processes that flows cannot run (business rules, …), and for
 * the copies (type 2) that an environment makes of active ones. */
ScProcess *sc_process_xml_read (const ScXmlNode *workflow);

/* Fills in the parameters of an action from the root of its XAML. Their form is in Microsoft
 * Learn, "Create your own actions". */
void sc_process_xml_read_parameters (const ScXmlNode *activity, ScProcess *draft);

G_END_DECLS
