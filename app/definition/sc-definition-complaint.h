/* sc-definition-complaint.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-definition-shape.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* What the reader says about a file that does not match the schema: "file:line:column: what was
 * expected; what is there", as compilers do, so that editors can jump there. Columns count
 * characters from 1. All but the last set an error and return FALSE. */

/* An attribute that shape does not have; position as in sc_xml_node_get_attribute_at(). */
gboolean sc_complain_attribute (
    const ScXml *xml, const ScXmlNode *node, const ScShape *shape, guint position, GError **error);
gboolean sc_complain_missing (const ScXml *xml,
                              const ScXmlNode *node,
                              const ScShapeAttribute *attribute,
                              GError **error);
gboolean sc_complain_value (const ScXml *xml,
                            const ScXmlNode *node,
                            const ScShapeAttribute *attribute,
                            const char *value,
                            GError **error);
/* attribute and the one before it in the table are both there. */
gboolean sc_complain_alternative (const ScXml *xml,
                                  const ScXmlNode *node,
                                  const ScShapeAttribute *attribute,
                                  GError **error);
/* child is nothing that may stand in an element of that shape. */
gboolean
sc_complain_child (const ScXml *xml, const ScXmlNode *child, const ScShape *shape, GError **error);
/* child must stand before the elements named after. */
gboolean
sc_complain_order (const ScXml *xml, const ScXmlNode *child, const char *after, GError **error);
gboolean sc_complain_second (const ScXml *xml, const ScXmlNode *child, GError **error);
gboolean sc_complain_text (const ScXml *xml, const ScXmlNode *node, GError **error);
gboolean sc_complain_root (const ScXml *xml, const ScXmlNode *root, GError **error);

/* For a file that is not XML: when that is because a merge left its marks in it, sets an error that
 * says so and returns TRUE. */
gboolean sc_complain_merge (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
