/* sc-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"

G_BEGIN_DECLS

/* The one way in for XML. A document is read once into an immutable tree in which every element
 * and attribute knows where it stood in the bytes, so that a writer can splice a change into the
 * original text. No network, no DTD, no entities other than the five predefined ones.
 *
 * Limits that real packages never meet: the size keeps a hostile file from taking the memory of
 * the machine (the largest customizations.xml seen is 9 MB), the depth from exhausting the stack
 * of a recursive reader (the deepest XAML nests 40), the attributes from quadratic checks, values
 * and texts from names that take minutes to show (the longest value seen has 2 kB, the longest text
 * is a form of some 100 kB).
 *
 * A character that is escaped counts as the one that it stands for, so that a value can be written
 * again however it is escaped; no escape of one that has to be is longer than 6 bytes. */
#define SC_XML_MAX_BYTES      (128 * 1024 * 1024)
#define SC_XML_MAX_DEPTH      200
#define SC_XML_MAX_ATTRIBUTES 1000
#define SC_XML_MAX_NODES      (4 * 1000 * 1000) /* elements and attributes together */
#define SC_XML_MAX_NAME       1000              /* bytes, of an element or attribute */
#define SC_XML_MAX_VALUE      (1024 * 1024)     /* characters, of an attribute */
#define SC_XML_MAX_RAW_VALUE \
  (6 * SC_XML_MAX_VALUE)                   /* bytes, of an attribute as it stands in the file */
#define SC_XML_MAX_TEXT (16 * 1024 * 1024) /* bytes, directly inside an element */

typedef struct _ScXml ScXml;
typedef struct _ScXmlNode ScXmlNode;

/* A run of bytes in the document. */
typedef struct
{
  gsize start;
  gsize end; /* first byte after it */
} ScSpan;

/* Parses UTF-8 XML, with or without a byte order mark. name is what messages call the file.
 * The result keeps a reference on bytes. */
ScXml *sc_xml_parse (GBytes *bytes, const char *name, GError **error);
ScXml *sc_xml_ref (ScXml *self);
void sc_xml_unref (ScXml *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScXml, sc_xml_unref)

GBytes *sc_xml_get_bytes (const ScXml *self);
const char *sc_xml_get_name (const ScXml *self);
const ScXmlNode *sc_xml_get_root (const ScXml *self);

/* Nodes are elements; they and every string below live as long as the document. */

/* Local name, without prefix. */
const char *sc_xml_node_get_name (const ScXmlNode *node);
/* Namespace URI; "" when there is none. */
const char *sc_xml_node_get_namespace (const ScXmlNode *node);
gboolean sc_xml_node_is (const ScXmlNode *node, const char *name);
const ScXmlNode *sc_xml_node_get_parent (const ScXmlNode *node);
const ScXmlNode *sc_xml_node_get_first_child (const ScXmlNode *node);
const ScXmlNode *sc_xml_node_get_next (const ScXmlNode *node);
/* The first child element with that local name, or NULL. NULL for a NULL node. */
const ScXmlNode *sc_xml_node_get_child (const ScXmlNode *node, const char *name);
guint sc_xml_node_count_children (const ScXmlNode *node);
/* The value of the attribute with that local name (any namespace), decoded, or NULL. */
const char *sc_xml_node_get_attribute (const ScXmlNode *node, const char *name);
guint sc_xml_node_count_attributes (const ScXmlNode *node);
/* Local name of the attribute at that position; value may be NULL. */
const char *
sc_xml_node_get_attribute_at (const ScXmlNode *node, guint position, const char **value);
/* Namespace URI of the attribute at that position; "" when it has no prefix. */
const char *sc_xml_node_get_attribute_namespace_at (const ScXmlNode *node, guint position);
/* The text directly inside, decoded and joined; "" when there is none or only white space between
 * child elements, NULL for a NULL node. */
const char *sc_xml_node_get_text (const ScXmlNode *node);
/* The text of the first child element with that name, or NULL. */
const char *sc_xml_node_get_child_text (const ScXmlNode *node, const char *name);
guint sc_xml_node_get_line (const ScXmlNode *node);

/* From "<" to behind the end tag (or behind "/>"). */
ScSpan sc_xml_node_get_span (const ScXmlNode *node);
/* Between start and end tag; empty, at the end of the element, for <x/>. */
ScSpan sc_xml_node_get_content_span (const ScXmlNode *node);
/* TRUE for <x/>. */
gboolean sc_xml_node_is_self_closed (const ScXmlNode *node);
/* The raw value between the quotes. FALSE when there is no such attribute. */
gboolean sc_xml_node_get_attribute_span (const ScXmlNode *node, const char *name, ScSpan *span);

/* sc_xml_foreach (parent, child) { … }: every child element. */
#define sc_xml_foreach(parent, child)                                                \
  for (const ScXmlNode *child = sc_xml_node_get_first_child (parent); child != NULL; \
       child = sc_xml_node_get_next (child))

G_END_DECLS
