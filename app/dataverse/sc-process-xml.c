/* sc-process-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-process-xml.h"

#include "sc-id.h"
#include "sc-workflow-xml.h"

#include <string.h>

static gboolean
is_runnable (int category)
{
  return category == SC_PROCESS_WORKFLOW || category == SC_PROCESS_ACTION
         || category == SC_PROCESS_CLOUD_FLOW;
}

static gboolean
is_one (const ScXmlNode *node, const char *name)
{
  return g_strcmp0 (sc_xml_node_get_child_text (node, name), "1") == 0;
}

ScProcess *
sc_process_xml_read (const ScXmlNode *workflow)
{
  g_autofree char *id = sc_id_normalize (sc_xml_node_get_attribute (workflow, "WorkflowId"));
  const char *table = sc_xml_node_get_child_text (workflow, "PrimaryEntity");
  int category = sc_workflow_xml_get_category (workflow);
  ScProcess *process;

  if (id == NULL || !is_runnable (category)
      || sc_workflow_xml_get_type (workflow) != SC_WORKFLOW_TYPE_DEFINITION)
    return NULL;
  process = sc_process_new ();
  sc_set_string (process, id, id);
  sc_set_string (process, name, sc_xml_node_get_attribute (workflow, "Name"));
  if (table != NULL && *table != '\0' && g_ascii_strcasecmp (table, "none") != 0)
    sc_set_string (process, table, table);
  process->category = category;
  process->active = is_one (workflow, "StateCode");
  process->on_demand = is_one (workflow, "OnDemand");
  /* The other mode, 0, is that of the background; cloud flows have it, too. */
  process->real_time = category == SC_PROCESS_WORKFLOW && is_one (workflow, "Mode");
  if (category == SC_PROCESS_ACTION)
    sc_set_string (process, unique_name, sc_xml_node_get_child_text (workflow, "UniqueName"));
  return process;
}

/* "InArgument(mxs:EntityReference)" is EntityReference. Free with g_free(). */
static char *
read_type (const char *type)
{
  const char *start = strchr (type, '(');
  const char *colon = start != NULL ? strchr (start, ':') : NULL;
  const char *end;

  if (start == NULL)
    return g_strdup (type);
  start = colon != NULL ? colon + 1 : start + 1;
  end = strpbrk (start, "()");
  return end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
}

static const char *
get_value (const ScXmlNode *attributes, const char *name)
{
  return sc_xml_node_get_attribute (sc_xml_node_get_child (attributes, name), "Value");
}

void
sc_process_xml_read_parameters (const ScXmlNode *activity, ScProcess *draft)
{
  GPtrArray *parameters = sc_list_collect ();

  /* What every process has, InputEntities and CreatedEntities, is without attributes. */
  sc_xml_foreach (sc_xml_node_get_child (activity, "Members"), node)
    {
      const ScXmlNode *attributes = sc_xml_node_get_child (node, "Property.Attributes");
      const char *type = sc_xml_node_get_attribute (node, "Type");
      g_autofree char *short_type = type != NULL ? read_type (type) : NULL;
      ScParameter *parameter;

      if (attributes == NULL || type == NULL)
        continue;
      parameter = sc_parameter_new ();
      sc_set_string (parameter, name, sc_xml_node_get_attribute (node, "Name"));
      sc_set_string (parameter, type, short_type);
      parameter->output = g_str_has_prefix (type, "OutArgument");
      parameter->target
          = g_strcmp0 (get_value (attributes, "ArgumentTargetAttribute"), "True") == 0;
      g_ptr_array_add (parameters, parameter);
    }
  sc_take_value (draft, parameters, sc_list_new_take (parameters));
  draft->complete = TRUE;
}
