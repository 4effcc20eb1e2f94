/* sc-display-conditions.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-display-conditions.h"

#include "sc-id.h"
#include "sc-xml.h"

#include <string.h>

static void
add_role (GPtrArray *roles, const ScXmlNode *node)
{
  g_autofree char *id = sc_id_normalize (sc_xml_node_get_attribute (node, "Id"));

  if (id != NULL && !g_ptr_array_find_with_equal_func (roles, id, g_str_equal, NULL))
    g_ptr_array_add (roles, g_steal_pointer (&id));
}

GPtrArray *
sc_display_conditions_list_roles (const ScFlow *flow)
{
  const char *text = flow->display_conditions;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScXml) xml = NULL;
  const ScXmlNode *root;
  GPtrArray *roles;

  if (text == NULL)
    return NULL;
  bytes = g_bytes_new (text, strlen (text));
  xml = sc_xml_parse (bytes, "processroleassignment", NULL);
  root = xml != NULL ? sc_xml_get_root (xml) : NULL;
  if (root == NULL || !sc_xml_node_is (root, "DisplayConditions"))
    return NULL;
  roles = g_ptr_array_new_with_free_func (g_free);
  sc_xml_foreach (root, child)
    {
      if (sc_xml_node_is (child, "Role"))
        add_role (roles, child);
    }
  return roles;
}
