/* sc-definition-places.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-definition-places.h"

#include "sc-definition-text.h"

/* Most parts of an element are attributes; where there are two, the first one counts. */
typedef struct
{
  const char *attribute;
  ScPlaceKind kind;
} Part;

static const Part solution_parts[] = { { "uniqueName", SC_PLACE_UNIQUE_NAME },
                                       { "version", SC_PLACE_VERSION },
                                       { "prefix", SC_PLACE_PUBLISHER },
                                       { "publisher", SC_PLACE_PUBLISHER },
                                       { NULL } };

static const Part flow_parts[] = { { "label", SC_PLACE_NAME },
                                   { "name", SC_PLACE_NAME },
                                   { "uniqueName", SC_PLACE_UNIQUE_NAME },
                                   { "table", SC_PLACE_OWN_TABLE },
                                   { "active", SC_PLACE_STATE },
                                   { "order", SC_PLACE_ORDER },
                                   { "id", SC_PLACE_ID },
                                   { NULL } };

static const Part stage_parts[] = { { "label", SC_PLACE_NAME },
                                    { "name", SC_PLACE_NAME },
                                    { "table", SC_PLACE_OWN_TABLE },
                                    { "category", SC_PLACE_CATEGORY },
                                    { "id", SC_PLACE_ID },
                                    { "next", SC_PLACE_NEXT },
                                    { NULL } };

static const Part step_parts[] = { { "label", SC_PLACE_NAME },
                                   { "name", SC_PLACE_NAME },
                                   { "column", SC_PLACE_COLUMN },
                                   { "required", SC_PLACE_REQUIRED },
                                   { "process", SC_PLACE_PROCESS },
                                   { "id", SC_PLACE_ID },
                                   { NULL } };

static const Part table_parts[] = { { "flowEnabled", SC_PLACE_ENABLED }, { NULL } };
static const Part no_parts[] = { { NULL } };

typedef struct
{
  const ScXml *xml;
  ScPlaces *places;
} Finder;

static void
add_parts (Finder *self, ScPlaceKey key, const ScXmlNode *node, const Part *parts)
{
  ScPlaceKind last = SC_PLACE_WHOLE;

  for (const Part *part = parts; part->attribute != NULL; part++)
    if (part->kind != last
        && sc_places_add_attribute (self->places, sc_place_key (key, part->kind, NULL), self->xml,
                                    node, part->attribute))
      last = part->kind;
}

/* An element with an id or a name of its own. */
static ScPlaceKey
add_item (Finder *self,
          ScPlaceKey parent,
          ScPlaceKind kind,
          const ScXmlNode *node,
          const char *id_attribute,
          const Part *parts)
{
  const char *text = sc_xml_node_get_attribute (node, id_attribute);
  g_autofree char *decoded = text != NULL ? sc_definition_decode_text (text) : NULL;
  ScPlaceKey key = sc_place_key (parent, kind, decoded != NULL ? decoded : text);

  sc_places_add (self->places, key, node);
  add_parts (self, key, node, parts);
  return key;
}

static void
add_stage (Finder *self, ScPlaceKey flow, const ScXmlNode *node)
{
  ScPlaceKey stage = add_item (self, flow, SC_PLACE_STAGE, node, "id", stage_parts);
  const ScXmlNode *trigger = NULL;
  guint n_triggers = 0;

  sc_xml_foreach (node, child)
    {
      if (sc_xml_node_is (child, "step") || sc_xml_node_is (child, "actionStep")
          || sc_xml_node_is (child, "flowStep"))
        add_item (self, stage, SC_PLACE_STEP, child, "id", step_parts);
      else if (sc_xml_node_is (child, "condition"))
        sc_places_add (self->places, sc_place_key (stage, SC_PLACE_CONDITION, NULL), child);
      else if (sc_xml_node_is (child, "trigger") && n_triggers++ == 0)
        trigger = child;
    }
  /* Of several nobody could say which one is meant. */
  if (n_triggers == 1)
    sc_places_add (self->places, sc_place_key (stage, SC_PLACE_TRIGGER, NULL), trigger);
}

static void
add_flow (Finder *self, const ScXmlNode *node)
{
  ScPlaceKey flow = add_item (self, SC_PLACE_ROOT, SC_PLACE_FLOW, node, "id", flow_parts);

  sc_xml_foreach (node, child)
    {
      if (sc_xml_node_is (child, "stage"))
        add_stage (self, flow, child);
      else if (sc_xml_node_is (child, "description"))
        sc_places_add (self->places, sc_place_key (flow, SC_PLACE_DESCRIPTION, NULL), child);
      else if (sc_xml_node_is (child, "transition"))
        add_item (self, flow, SC_PLACE_TRANSITION, child, "target", no_parts);
    }
}

static void
add_component (Finder *self, const ScXmlNode *node)
{
  const char *type = sc_xml_node_get_attribute (node, "type");

  sc_places_add (self->places, sc_place_key (SC_PLACE_ROOT, SC_PLACE_COMPONENTS, NULL), node);
  if (g_strcmp0 (type, "table") == 0)
    add_item (self, SC_PLACE_ROOT, SC_PLACE_TABLE_COMPONENT, node, "schemaName", no_parts);
  else if (g_strcmp0 (type, "role") == 0)
    add_item (self, SC_PLACE_ROOT, SC_PLACE_ROLE_COMPONENT, node, "id", no_parts);
  else if (g_strcmp0 (type, "process") == 0)
    add_item (self, SC_PLACE_ROOT, SC_PLACE_PROCESS_COMPONENT, node, "id", no_parts);
}

ScPlaces *
sc_definition_find_places (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, name, error);
  const ScXmlNode *root;
  Finder self;

  if (xml == NULL)
    return NULL;
  self = (Finder){ xml, sc_places_new () };
  root = sc_xml_get_root (xml);
  sc_places_add (self.places, SC_PLACE_ROOT, root);
  add_parts (&self, SC_PLACE_ROOT, root, solution_parts);
  sc_xml_foreach (root, child)
    {
      if (sc_xml_node_is (child, "flow"))
        add_flow (&self, child);
      else if (sc_xml_node_is (child, "table"))
        add_item (&self, SC_PLACE_ROOT, SC_PLACE_TABLE, child, "name", table_parts);
      else if (sc_xml_node_is (child, "role"))
        add_item (&self, SC_PLACE_ROOT, SC_PLACE_ROLE, child, "id", no_parts);
      else if (sc_xml_node_is (child, "component"))
        add_component (&self, child);
    }
  sc_places_settle (self.places, xml);
  return self.places;
}
