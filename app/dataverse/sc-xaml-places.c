/* sc-xaml-places.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xaml-places.h"

#include "sc-xaml-reader.h"

typedef struct
{
  const ScXml *xml;
  ScPlaces *places;
  ScPlaceKey flow;
} Finder;

/* FALSE for a property that the element does not have. */
static gboolean
add_property (
    Finder *self, ScPlaceKey owner, ScPlaceKind kind, const ScXmlNode *node, const char *key)
{
  const ScXmlNode *property = sc_xaml_node_get_property (node, key);

  if (property != NULL)
    sc_places_add (self->places, sc_place_key (owner, kind, NULL), property);
  return property != NULL;
}

/* The texts in all languages, else the name that the element itself shows. */
static void
add_name (Finder *self, ScPlaceKey owner, const ScXmlNode *node)
{
  if (!add_property (self, owner, SC_PLACE_NAME, node, "StepLabels"))
    sc_places_add_attribute (self->places, sc_place_key (owner, SC_PLACE_NAME, NULL), self->xml,
                             node, "DisplayName");
}

static void
add_control (Finder *self, ScPlaceKey step, const ScXmlNode *sequence)
{
  const ScXmlNode *control = sc_xml_node_get_child (sequence, "Control");
  ScPlaceKey key = sc_place_key (step, SC_PLACE_COLUMN, NULL);

  if (control != NULL
      && !sc_places_add_attribute (self->places, key, self->xml, control, "DataFieldName"))
    sc_places_add (self->places, key, control);
}

static void
add_step (Finder *self, ScPlaceKey stage, const ScXmlNode *node)
{
  const ScXmlNode *body
      = sc_xml_node_get_first_child (sc_xaml_node_get_property (node, "Activities"));
  ScPlaceKey step
      = sc_place_key (stage, SC_PLACE_STEP, sc_xaml_node_get_property_text (node, "ProcessStepId"));

  sc_places_add (self->places, step, node);
  add_name (self, step, node);
  add_property (self, step, SC_PLACE_ID, node, "ProcessStepId");
  add_property (self, step, SC_PLACE_REQUIRED, node, "IsProcessRequired");
  if (body == NULL)
    body = sc_xml_node_get_first_child (node);
  if (sc_xaml_node_get_class (body) == SC_XAML_ACTION)
    {
      add_property (self, step, SC_PLACE_PROCESS, body, "ProcessId");
      body = sc_xaml_node_get_property (body, "ActionControl");
    }
  else if (sc_xaml_node_get_class (body) == SC_XAML_FLOW)
    {
      add_property (self, step, SC_PLACE_PROCESS, body, "WorkflowId");
      body = sc_xaml_node_get_property (body, "FlowControl");
    }
  add_control (self, step, body);
}

static void
add_parts (Finder *self, ScPlaceKey stage, const ScXmlNode *node)
{
  const ScXmlNode *trigger = NULL;
  guint n_triggers = 0;

  sc_xml_foreach (sc_xaml_node_get_property (node, "Activities"), child)
    {
      ScXamlClass klass = sc_xaml_node_get_class (child);

      if (klass == SC_XAML_STEP)
        add_step (self, stage, child);
      else if (klass == SC_XAML_CONDITION)
        sc_places_add (self->places, sc_place_key (stage, SC_PLACE_CONDITION, NULL), child);
      else if (klass == SC_XAML_ACTION && n_triggers++ == 0)
        trigger = child;
    }
  /* Of several nobody could say which one is meant. */
  if (n_triggers == 1)
    sc_places_add (self->places, sc_place_key (stage, SC_PLACE_TRIGGER, NULL), trigger);
}

static void
add_stage (Finder *self, const ScXmlNode *entity, const ScXmlNode *node)
{
  ScPlaceKey stage
      = sc_place_key (self->flow, SC_PLACE_STAGE, sc_xaml_node_get_property_text (node, "StageId"));

  sc_places_add (self->places, stage, node);
  sc_places_add_attribute (self->places, sc_place_key (stage, SC_PLACE_OWN_TABLE, NULL), self->xml,
                           entity, "DisplayName");
  add_name (self, stage, node);
  add_property (self, stage, SC_PLACE_ID, node, "StageId");
  add_property (self, stage, SC_PLACE_CATEGORY, node, "StageCategory");
  add_property (self, stage, SC_PLACE_NEXT, node, "NextStageId");
  add_parts (self, stage, node);
}

static void
add_entity (Finder *self, const ScXmlNode *entity)
{
  const ScXmlNode *activities = sc_xaml_node_get_property (entity, "Activities");
  const ScXmlNode *relationship = sc_xaml_node_get_property (entity, "RelationshipName");
  const ScXmlNode *first = sc_xml_node_get_first_child (activities);

  /* The older shape, in which a table itself says how the flow gets there. */
  if (relationship != NULL && first != NULL && !sc_xml_node_is (relationship, "Null"))
    sc_places_add (self->places,
                   sc_place_key (self->flow, SC_PLACE_TRANSITION,
                                 sc_xaml_node_get_property_text (first, "StageId")),
                   relationship);
  sc_xml_foreach (activities, child)
    {
      if (sc_xaml_node_get_class (child) == SC_XAML_STAGE)
        add_stage (self, entity, child);
    }
}

static void
add_transitions (Finder *self, const ScXmlNode *node)
{
  sc_xml_foreach (sc_xaml_node_get_property (node, "Activities"), sequence)
    {
      const ScXmlNode *entry = sc_xml_node_get_child (sequence, "StageRelationship");

      if (entry != NULL)
        sc_places_add (self->places,
                       sc_place_key (self->flow, SC_PLACE_TRANSITION,
                                     sc_xaml_node_get_attribute (entry, "TargetStageId")),
                       entry);
    }
}

void
sc_xaml_add_places (ScPlaces *places, const ScXml *xml, const char *flow)
{
  const ScXmlNode *root = sc_xml_get_root (xml);
  Finder self = { xml, places, sc_place_key (SC_PLACE_ROOT, SC_PLACE_FLOW, flow) };

  sc_places_add (places, self.flow, root);
  sc_xml_foreach (sc_xml_node_get_child (root, "Workflow"), child)
    {
      switch (sc_xaml_node_get_class (child))
        {
        case SC_XAML_RELATIONSHIPS:
          add_transitions (&self, child);
          break;
        case SC_XAML_ENTITY:
          add_entity (&self, child);
          break;
        default:
          break;
        }
    }
}
