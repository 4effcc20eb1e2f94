/* sc-relationship-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-relationship-xml.h"

static void
set_lower (ScRelationship *draft, const char **field, const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  sc_value_assign_string (draft, field, lower);
}

static ScRelationship *
read_relationship (const ScXmlNode *node)
{
  const char *name = sc_xml_node_get_attribute (node, "Name");
  const char *type = sc_xml_node_get_child_text (node, "EntityRelationshipType");
  const char *referenced = sc_xml_node_get_child_text (node, "ReferencedEntityName");
  const char *referencing = sc_xml_node_get_child_text (node, "ReferencingEntityName");
  const char *attribute = sc_xml_node_get_child_text (node, "ReferencingAttributeName");
  ScRelationship *relationship;

  if (name == NULL || referenced == NULL || referencing == NULL || attribute == NULL
      || g_strcmp0 (type, "OneToMany") != 0)
    return NULL;
  relationship = sc_relationship_new ();
  sc_set_string (relationship, name, name);
  set_lower (relationship, &relationship->referenced, referenced);
  set_lower (relationship, &relationship->referencing, referencing);
  set_lower (relationship, &relationship->attribute, attribute);
  return relationship;
}

void
sc_relationship_xml_collect (const ScXmlNode *relationships, GPtrArray *found, ScColumnLists *lists)
{
  sc_xml_foreach (relationships, node)
    {
      ScRelationship *relationship
          = sc_xml_node_is (node, "EntityRelationship") ? read_relationship (node) : NULL;

      if (relationship == NULL)
        continue;
      g_ptr_array_add (found, relationship);
      sc_column_lists_add_target (lists, relationship);
    }
}
