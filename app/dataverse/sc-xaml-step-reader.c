/* sc-xaml-step-reader.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-xaml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
sc_xaml_read_labels (
    const ScXml *xml, const ScXmlNode *owner, const char *id, const ScList **labels, GError **error)
{
  const ScXmlNode *collection = sc_xaml_node_get_property (owner, "StepLabels");
  g_autoptr (GPtrArray) found = sc_list_collect ();

  *labels = NULL;
  if (collection == NULL)
    return TRUE;
  sc_xml_foreach (collection, node)
    {
      ScLabel *label = sc_label_new ();
      const char *label_id = sc_xaml_node_get_attribute (node, "LabelId");

      g_ptr_array_add (found, label);
      if (!sc_xml_node_is (node, "StepLabel"))
        return sc_xaml_fail_unknown (xml, node, error);
      if (!sc_xaml_read_int (xml, node, sc_xml_node_get_attribute (node, "LanguageCode"),
                             &label->language, error))
        return FALSE;
      sc_set_string (label, text, sc_xaml_node_get_attribute (node, "Description"));
      if (g_strcmp0 (label_id, id) != 0)
        sc_set_string (label, own_id, label_id);
    }
  *labels = sc_list_new_take (g_steal_pointer (&found));
  return TRUE;
}

/* The text of an attribute that may also be an element around a literal; NULL when it is empty. */
static const char *
get_optional (const ScXmlNode *control, const char *name, const char *element)
{
  const char *value = sc_xaml_node_get_attribute (control, name);

  if (value != NULL)
    return value;

  const ScXmlNode *argument
      = sc_xml_node_get_child (sc_xml_node_get_child (control, element), "InArgument");

  value = sc_xaml_node_get_attribute (sc_xml_node_get_child (argument, "Literal"), "Value");
  return value != NULL && value[0] != '\0' ? value : NULL;
}

/* The number in "ControlStep7"; 0 when there is none. */
static guint
get_number (const ScXmlNode *sequence)
{
  const char *name = sc_xml_node_get_attribute (sequence, "DisplayName");

  name = name != NULL ? strpbrk (name, "0123456789") : NULL;
  return name != NULL ? (guint) g_ascii_strtoull (name, NULL, 10) : 0;
}

/* sequence holds the control. */
static gboolean
read_control (const ScXml *xml, const ScXmlNode *sequence, ScStep *step, GError **error)
{
  const ScXmlNode *node = sc_xaml_node_get_only_child (xml, sequence, error);

  if (node == NULL)
    return FALSE;
  if (!sc_xml_node_is (node, "Control"))
    return sc_xaml_fail_unknown (xml, node, error);

  sc_set_string (step, class_id, sc_xaml_node_get_attribute (node, "ClassId"));
  sc_set_string (step, display_name, sc_xaml_node_get_attribute (node, "ControlDisplayName"));
  sc_set_string (step, column, get_optional (node, "DataFieldName", "Control.DataFieldName"));
  sc_set_string (step, parameters, get_optional (node, "Parameters", "Control.Parameters"));

  const char *control_id = sc_xaml_node_get_attribute (node, "ControlId");
  g_autofree char *derived = sc_xaml_derive_control_id (step, get_number (sequence));

  if (g_strcmp0 (control_id, derived) != 0)
    sc_set_string (step, control_id, control_id);

  return sc_xaml_read_boolean (xml, node, sc_xml_node_get_attribute (node, "IsSystemControl"),
                               &step->system_control, error)
         && sc_xaml_read_boolean (xml, node, sc_xml_node_get_attribute (node, "IsUnbound"),
                                  &step->unbound, error)
         && sc_xaml_read_int (xml, node, sc_xml_node_get_attribute (node, "SystemStepType"),
                              &step->system_step_type, error);
}

/* none: set when there is a null instead of an array. */
static gboolean
read_events (const ScXml *xml,
             const ScXmlNode *action,
             const ScList **events,
             gboolean *none,
             GError **error)
{
  const ScXmlNode *array = sc_xaml_node_get_property (action, "TriggerEvents");
  g_autoptr (GPtrArray) found = sc_list_collect ();

  *events = NULL;
  *none = array == NULL || sc_xml_node_is (array, "Null");
  if (*none)
    return TRUE;
  sc_xml_foreach (array, node)
    {
      ScTriggerEvent *event = sc_trigger_event_new ();

      g_ptr_array_add (found, event);
      if (!sc_xml_node_is (node, "ProcessTriggerData"))
        return sc_xaml_fail_unknown (xml, node, error);
      sc_set_string (event, event, sc_xaml_node_get_attribute (node, "Event"));
      sc_set_string (event, filter, sc_xaml_node_get_attribute (node, "FilterId"));
      if (!sc_xaml_read_int (xml, node, sc_xml_node_get_attribute (node, "PipelineStageId"),
                             &event->pipeline_stage, error))
        return FALSE;
    }
  *events = sc_list_new_take (g_steal_pointer (&found));
  return TRUE;
}

ScTrigger *
sc_xaml_read_trigger (const ScXml *xml, const ScXmlNode *node, GError **error)
{
  g_autoptr (ScTrigger) trigger = sc_trigger_new ();
  const char *mode = sc_xaml_node_get_property_text (node, "ActionType");

  sc_set_string (trigger, id, sc_xaml_node_get_property_text (node, "ActionId"));
  sc_set_string (trigger, workflow_id, sc_xaml_node_get_property_text (node, "ProcessId"));
  sc_set_string (trigger, name, sc_xaml_node_get_property_text (node, "UniqueName"));
  if (trigger->id == NULL || trigger->workflow_id == NULL)
    {
      sc_xaml_fail (xml, node, error, _ ("a triggered workflow without its ids"));
      return NULL;
    }
  if (!sc_xaml_read_int (xml, node, mode, &trigger->mode, error)
      || !read_events (xml, node, &trigger->events, &trigger->no_events, error))
    return NULL;
  return g_steal_pointer (&trigger);
}

static void
set_action_id (ScStep *step, const char *action_id)
{
  if (g_strcmp0 (action_id, step->id) != 0)
    sc_set_string (step, action_id, action_id);
}

static gboolean
read_action (const ScXml *xml, const ScXmlNode *node, ScStep *step, GError **error)
{
  const char *type = sc_xaml_node_get_property_text (node, "ActionType");
  gboolean none;

  step->kind = SC_STEP_ACTION;
  set_action_id (step, sc_xaml_node_get_property_text (node, "ActionId"));
  sc_set_string (step, process_id, sc_xaml_node_get_property_text (node, "ProcessId"));
  sc_set_string (step, process_name, sc_xaml_node_get_property_text (node, "UniqueName"));
  return sc_xaml_read_int (xml, node, type, &step->action_type, error)
         && read_events (xml, node, &step->events, &none, error)
         && read_control (xml, sc_xaml_node_get_property (node, "ActionControl"), step, error);
}

static gboolean
read_flow (const ScXml *xml, const ScXmlNode *node, ScStep *step, GError **error)
{
  const char *name = sc_xaml_node_get_property_text (node, "UniqueName");

  step->kind = SC_STEP_FLOW;
  set_action_id (step, sc_xaml_node_get_property_text (node, "ActionId"));
  sc_set_string (step, process_id, sc_xaml_node_get_property_text (node, "WorkflowId"));

  g_autofree char *derived = sc_xaml_derive_process_name (step);

  if (g_strcmp0 (name, derived) != 0)
    sc_set_string (step, process_name, name);
  return read_control (xml, sc_xaml_node_get_property (node, "FlowControl"), step, error);
}

static gboolean
read_body (const ScXml *xml, const ScXmlNode *node, ScStep *step, GError **error)
{
  const ScXmlNode *activities = sc_xaml_node_get_property (node, "Activities");
  const ScXmlNode *body
      = sc_xaml_node_get_only_child (xml, activities != NULL ? activities : node, error);

  if (body == NULL)
    return FALSE;
  if (sc_xml_node_is (body, "Sequence"))
    return read_control (xml, body, step, error);
  switch (sc_xaml_node_get_class (body))
    {
    case SC_XAML_ACTION:
      return read_action (xml, body, step, error);
    case SC_XAML_FLOW:
      return read_flow (xml, body, step, error);
    default:
      return sc_xaml_fail_unknown (xml, body, error);
    }
}

ScStep *
sc_xaml_read_step (const ScXml *xml, const ScXmlNode *node, GError **error)
{
  g_autoptr (ScStep) step = sc_step_new ();
  const char *required = sc_xaml_node_get_property_text (node, "IsProcessRequired");

  sc_set_string (step, id, sc_xaml_node_get_property_text (node, "ProcessStepId"));
  sc_set_string (step, name, sc_xaml_node_get_title (node));
  if (step->id == NULL)
    {
      sc_xaml_fail (xml, node, error, _ ("a step without an id (ProcessStepId)"));
      return NULL;
    }
  if (!sc_xaml_read_boolean (xml, node, required, &step->required, error)
      || !sc_xaml_read_labels (xml, node, step->id, &step->labels, error)
      || !read_body (xml, node, step, error))
    return NULL;
  return g_steal_pointer (&step);
}
