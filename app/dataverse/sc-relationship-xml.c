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

/* No name has a line end. */
static char *
make_key (const char *table, const char *column)
{
  return g_strconcat (table, "\n", column, NULL);
}

GHashTable *
sc_relationship_targets_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

static void
add_target (GHashTable *targets, const ScRelationship *relationship)
{
  char *key = make_key (relationship->referencing, relationship->attribute);
  GPtrArray *tables = g_hash_table_lookup (targets, key);

  if (tables == NULL)
    {
      tables = sc_list_collect ();
      g_hash_table_insert (targets, key, tables);
    }
  else
    g_free (key);
  g_ptr_array_add (tables, sc_label_new_text (0, relationship->referenced));
}

void
sc_relationship_xml_collect (const ScXmlNode *relationships, GPtrArray *found, GHashTable *targets)
{
  sc_xml_foreach (relationships, node)
    {
      ScRelationship *relationship
          = sc_xml_node_is (node, "EntityRelationship") ? read_relationship (node) : NULL;

      if (relationship == NULL)
        continue;
      g_ptr_array_add (found, relationship);
      add_target (targets, relationship);
    }
}

ScList *
sc_relationship_list_targets (GHashTable *targets, const char *table, const char *column)
{
  g_autofree char *key = make_key (table, column);
  GPtrArray *tables = g_hash_table_lookup (targets, key);

  return tables != NULL ? sc_list_new ((gconstpointer const *) tables->pdata, tables->len) : NULL;
}
