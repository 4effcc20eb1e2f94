/* sc-xaml-flow-reader.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-xaml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-xaml-reader.h"

typedef struct
{
  const ScXml *xml;
  GPtrArray *stages;      /* of ScStage */
  GPtrArray *transitions; /* of ScTransition */
  gboolean runs_on;       /* the last stage leads to whichever comes behind it */
} FlowReader;

static gboolean
read_transitions (FlowReader *self, const ScXmlNode *node, GError **error)
{
  const ScXmlNode *activities = sc_xaml_node_get_property (node, "Activities");

  if (activities == NULL)
    return TRUE;
  sc_xml_foreach (activities, sequence)
    {
      const ScXmlNode *entry = sc_xaml_node_get_only_child (self->xml, sequence, error);
      ScTransition *transition = NULL;

      if (entry == NULL)
        return FALSE;
      if (!sc_xml_node_is (entry, "StageRelationship"))
        return sc_xaml_fail_unknown (self->xml, entry, error);
      transition = sc_transition_new ();
      g_ptr_array_add (self->transitions, transition);
      sc_set_string (transition, attribute, sc_xaml_node_get_attribute (entry, "AttributeName"));
      sc_set_string (transition, relationship,
                     sc_xaml_node_get_attribute (entry, "RelationshipName"));
      sc_set_string (transition, source, sc_xaml_node_get_attribute (entry, "SourceStageId"));
      sc_set_string (transition, target, sc_xaml_node_get_attribute (entry, "TargetStageId"));
      if (transition->source == NULL || transition->target == NULL)
        return sc_xaml_fail (self->xml, entry, error,
                             _ ("a relationship that does not name its stages"));
    }
  return TRUE;
}

/* What the parts of a stage are collected in. */
typedef struct
{
  GPtrArray *steps;
  GPtrArray *triggers;
  ScCondition *condition;
} Parts;

static void
parts_clear (Parts *self)
{
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->triggers, g_ptr_array_unref);
  g_clear_pointer (&self->condition, sc_condition_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static gboolean
read_part (FlowReader *self, const ScXmlNode *node, Parts *parts, GError **error)
{
  ScXamlClass klass = sc_xaml_node_get_class (node);
  gpointer part = NULL;

  if (klass == SC_XAML_STEP)
    {
      part = sc_xaml_read_step (self->xml, node, error);
      if (part != NULL)
        g_ptr_array_add (parts->steps, part);
    }
  else if (klass == SC_XAML_ACTION)
    {
      part = sc_xaml_read_trigger (self->xml, node, error);
      if (part != NULL)
        g_ptr_array_add (parts->triggers, part);
    }
  else if (klass == SC_XAML_CONDITION && parts->condition == NULL)
    part = parts->condition = sc_xaml_read_condition (self->xml, node, error);
  else
    return sc_xaml_fail_unknown (self->xml, node, error);
  return part != NULL;
}

static gboolean
read_parts (FlowReader *self, const ScXmlNode *node, ScStage *stage, GError **error)
{
  const ScXmlNode *activities = sc_xaml_node_get_property (node, "Activities");
  g_auto (Parts) parts = { .steps = sc_list_collect (), .triggers = sc_list_collect () };

  if (activities == NULL)
    return TRUE;
  sc_xml_foreach (activities, child)
    {
      if (!read_part (self, child, &parts, error))
        return FALSE;
    }
  sc_take_value (stage, steps, sc_list_new_take (g_steal_pointer (&parts.steps)));
  sc_take_value (stage, triggers, sc_list_new_take (g_steal_pointer (&parts.triggers)));
  sc_take_value (stage, condition, g_steal_pointer (&parts.condition));
  return TRUE;
}

static gboolean
read_stage (FlowReader *self, const ScXmlNode *node, const char *table, GError **error)
{
  ScStage *stage = sc_stage_new ();
  ScStage *before
      = self->stages->len > 0 ? g_ptr_array_index (self->stages, self->stages->len - 1) : NULL;
  const char *category = sc_xaml_node_get_property_text (node, "StageCategory");

  g_ptr_array_add (self->stages, stage);
  sc_set_string (stage, id, sc_xaml_node_get_property_text (node, "StageId"));
  if (stage->id == NULL)
    return sc_xaml_fail (self->xml, node, error, _ ("a stage without an id (StageId)"));
  sc_set_string (stage, name, sc_xaml_node_get_title (node));
  sc_set_string (stage, table, table);
  sc_set_string (stage, next, sc_xaml_node_get_property_text (node, "NextStageId"));
  if (before != NULL && self->runs_on)
    sc_set_string (before, next, stage->id);
  self->runs_on = sc_xaml_node_get_property (node, "NextStageId") == NULL;

  return sc_xaml_read_int (self->xml, node, category != NULL ? category : "-1", &stage->category,
                           error)
         && sc_xaml_read_labels (self->xml, node, stage->id, &stage->labels, error)
         && read_parts (self, node, stage, error);
}

/* In the older shape one entity holds all consecutive stages of a table and names the relationship
 * that leads there itself; first is its first stage. */
static void
add_older_transition (FlowReader *self, const ScXmlNode *entity, guint first)
{
  const char *relationship = sc_xaml_node_get_property_text (entity, "RelationshipName");

  if (relationship == NULL || first == 0 || first >= self->stages->len)
    return;

  const ScStage *source = g_ptr_array_index (self->stages, first - 1);
  const ScStage *target = g_ptr_array_index (self->stages, first);
  ScTransition *transition = sc_transition_new ();

  sc_set_string (transition, attribute, sc_xaml_node_get_property_text (entity, "AttributeName"));
  sc_set_string (transition, relationship, relationship);
  sc_set_string (transition, source, source->id);
  sc_set_string (transition, target, target->id);
  g_ptr_array_add (self->transitions, transition);
}

static gboolean
read_entity (FlowReader *self, const ScXmlNode *node, GError **error)
{
  const ScXmlNode *activities = sc_xaml_node_get_property (node, "Activities");
  const char *table = sc_xaml_node_get_title (node);
  guint first = self->stages->len;

  if (table == NULL)
    return sc_xaml_fail (self->xml, node, error, _ ("a stage that does not name its table"));
  if (activities == NULL || sc_xml_node_get_first_child (activities) == NULL)
    return sc_xaml_fail (self->xml, node, error, _ ("a table without a stage"));
  sc_xml_foreach (activities, child)
    {
      if (sc_xaml_node_get_class (child) != SC_XAML_STAGE)
        return sc_xaml_fail_unknown (self->xml, child, error);
      if (!read_stage (self, child, table, error))
        return FALSE;
    }
  add_older_transition (self, node, first);
  return TRUE;
}

static gboolean
read_body (FlowReader *self, const ScXmlNode *workflow, GError **error)
{
  sc_xml_foreach (workflow, child)
    {
      switch (sc_xaml_node_get_class (child))
        {
        case SC_XAML_RELATIONSHIPS:
          if (!read_transitions (self, child, error))
            return FALSE;
          break;
        case SC_XAML_ENTITY:
          if (!read_entity (self, child, error))
            return FALSE;
          break;
        default:
          return sc_xaml_fail_unknown (self->xml, child, error);
        }
    }
  return TRUE;
}

static gboolean
read_id (const ScXml *xml, ScFlow *flow, GError **error)
{
  const ScXmlNode *root = sc_xml_get_root (xml);
  const char *name = sc_xml_node_get_attribute (root, "Class");
  g_autofree char *id = NULL;

  if (name != NULL && g_str_has_prefix (name, SC_XAML_CLASS_PREFIX))
    id = sc_xaml_expand_id (name + strlen (SC_XAML_CLASS_PREFIX));
  if (id == NULL)
    return sc_xaml_fail (xml, root, error,
                         _ ("x:Class is not “XrmWorkflow” and the flow's id without dashes"));
  sc_set_string (flow, id, id);
  return TRUE;
}

/* All assemblies of a file have one version; the first activity says which. */
static void
read_version (const ScXmlNode *workflow, ScFlow *flow)
{
  const char *name
      = sc_xml_node_get_attribute (sc_xml_node_get_first_child (workflow), "AssemblyQualifiedName");
  const char *version = name != NULL ? strstr (name, "Version=") : NULL;

  if (version == NULL)
    return;
  version += strlen ("Version=");

  g_autofree char *text = g_strndup (version, strcspn (version, ","));

  sc_set_string (flow, assembly_version, text);
}

static ScFlow *
read_flow (const ScXml *xml, GError **error)
{
  const ScXmlNode *workflow = sc_xml_node_get_child (sc_xml_get_root (xml), "Workflow");
  g_autoptr (ScFlow) flow = sc_flow_new ();
  g_autoptr (GPtrArray) stages = sc_list_collect ();
  g_autoptr (GPtrArray) transitions = sc_list_collect ();
  FlowReader reader = { .xml = xml, .stages = stages, .transitions = transitions };

  if (!read_id (xml, flow, error) || !read_body (&reader, workflow, error))
    return NULL;
  read_version (workflow, flow);
  sc_take_value (flow, stages, sc_list_new_take (g_steal_pointer (&stages)));
  sc_take_value (flow, transitions, sc_list_new_take (g_steal_pointer (&transitions)));
  return g_steal_pointer (&flow);
}

ScFlow *
sc_xaml_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, name, error);

  if (xml == NULL)
    return NULL;

  g_autofree char *explanation = sc_xaml_explain_unsupported (xml);

  if (explanation != NULL)
    {
      g_set_error_literal (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED, explanation);
      return NULL;
    }
  return read_flow (xml, error);
}
