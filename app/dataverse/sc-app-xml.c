/* sc-app-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-app-xml.h"

#include "sc-extent.h"
#include "sc-label-xml.h"

static ScList *
read_components (const ScXmlNode *list)
{
  GPtrArray *components = sc_list_collect ();

  sc_xml_foreach (list, node)
    {
      const char *type = sc_xml_node_get_attribute (node, "type");
      ScComponent *component;

      if (!sc_xml_node_is (node, "AppModuleComponent") || type == NULL)
        continue;
      component = sc_component_new ();
      component->type = sc_extent_read_int (type);
      sc_set_string (component, id, sc_xml_node_get_attribute (node, "id"));
      sc_set_string (component, schema_name, sc_xml_node_get_attribute (node, "schemaName"));
      g_ptr_array_add (components, component);
    }
  return sc_list_new_take (components);
}

ScApp *
sc_app_xml_read (const ScXmlNode *node)
{
  ScApp *app;

  if (!sc_xml_node_is (node, "AppModule"))
    return NULL;
  app = sc_app_new ();
  sc_set_string (app, unique_name, sc_xml_node_get_child_text (node, "UniqueName"));
  sc_take_value (
      app, labels,
      sc_label_xml_read (sc_xml_node_get_child (node, "LocalizedNames"), "LocalizedName"));
  sc_take_value (app, components,
                 read_components (sc_xml_node_get_child (node, "AppModuleComponents")));
  return app;
}
