/* sc-workflow-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"
#include "sc-splice.h"

G_BEGIN_DECLS

/* The Workflow element of customizations.xml and of .xaml.data.xml files: what is known of a flow
 * outside of its XAML, and a second copy of the labels in it. */

/* Workflow/Category. */
#define SC_WORKFLOW_CATEGORY_FLOW 4

/* -1 when the element does not say. */
int sc_workflow_xml_get_category (const ScXmlNode *workflow);

/* What every definition of a flow has in Workflow/Type and Workflow/Scope; the server refuses
 * others (errors TypeNotSetToDefinition 0x80060402, ScopeNotSetToGlobal 0x80060403). Type 2 is what
 * an environment makes of a flow when it is activated. */
#define SC_WORKFLOW_TYPE_DEFINITION 1
#define SC_WORKFLOW_SCOPE_GLOBAL    4

/* Those when the element does not say. */
int sc_workflow_xml_get_type (const ScXmlNode *workflow);
int sc_workflow_xml_get_scope (const ScXmlNode *workflow);

/* Fills in what the element knows. */
void sc_workflow_xml_read (const ScXmlNode *workflow, ScFlow *draft);

/* Changes the element in what differs between before, which was read from it, and after. solution
 * says how a table is written. */
void sc_workflow_xml_update (ScSplice *splice,
                             GBytes *bytes,
                             const ScXmlNode *workflow,
                             const ScSolution *solution,
                             const ScFlow *before,
                             const ScFlow *after);

G_END_DECLS
