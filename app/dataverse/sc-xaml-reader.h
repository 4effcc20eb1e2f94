/* sc-xaml-reader.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"
#include "sc-xaml-names.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* Private: what the functions that read XAML share. */

/* Sets an error that names the file and the line of node; returns FALSE. */
gboolean sc_xaml_fail (const ScXml *xml, const ScXmlNode *node, GError **error, const char *what);
/* The same for something that a flow's value has no place for. */
gboolean sc_xaml_fail_unknown (const ScXml *xml, const ScXmlNode *node, GError **error);

/* SC_XAML_UNKNOWN for an element that is not an activity reference. */
ScXamlClass sc_xaml_node_get_class (const ScXmlNode *node);
/* The property or argument with that x:Key, or NULL. */
const ScXmlNode *sc_xaml_node_get_property (const ScXmlNode *node, const char *key);
const ScXmlNode *sc_xaml_node_get_argument (const ScXmlNode *node, const char *key);
/* The text of a property; NULL when it is absent or a null. */
const char *sc_xaml_node_get_property_text (const ScXmlNode *node, const char *key);
/* The value of an attribute without XAML's escape for braces; NULL when absent or {x:Null}. */
const char *sc_xaml_node_get_attribute (const ScXmlNode *node, const char *name);
/* The part of the DisplayName behind "Title7: ", or NULL. */
const char *sc_xaml_node_get_title (const ScXmlNode *node);
/* The only element inside parent; NULL, and an error, when there are none or several. */
const ScXmlNode *
sc_xaml_node_get_only_child (const ScXml *xml, const ScXmlNode *parent, GError **error);

/* FALSE, and an error, when text is not a number; NULL is 0. */
gboolean sc_xaml_read_int (
    const ScXml *xml, const ScXmlNode *node, const char *text, int *number, GError **error);
/* FALSE, and an error, when text is neither True nor False; NULL is FALSE. */
gboolean sc_xaml_read_boolean (
    const ScXml *xml, const ScXmlNode *node, const char *text, gboolean *value, GError **error);

/* The parts of a stage, each in a file of its own. */
gboolean sc_xaml_read_labels (const ScXml *xml,
                              const ScXmlNode *owner,
                              const char *id,
                              const ScList **labels,
                              GError **error);
ScStep *sc_xaml_read_step (const ScXml *xml, const ScXmlNode *node, GError **error);
ScTrigger *sc_xaml_read_trigger (const ScXml *xml, const ScXmlNode *node, GError **error);
ScCondition *sc_xaml_read_condition (const ScXml *xml, const ScXmlNode *node, GError **error);

/* Says in a sentence for the person what kind of process it is; NULL for a business process
 * flow. Free with g_free(). */
char *sc_xaml_explain_unsupported (const ScXml *xml);

G_END_DECLS
