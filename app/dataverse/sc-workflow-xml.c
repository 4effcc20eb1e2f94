/* sc-workflow-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-workflow-xml.h"

#include "sc-extent.h"
#include "sc-id.h"
#include "sc-label-xml.h"
#include "sc-name.h"
#include "sc-workflow-labels.h"
#include "sc-xml-edit.h"

#include <string.h>

/* The children in the order of the public schema; an import refuses any other. */
static const char *const child_order[] = {
  "XamlFileName",
  "Type",
  "Subprocess",
  "Category",
  "Mode",
  "Scope",
  "OnDemand",
  "TriggerOnUpdateAttributeList",
  "TriggerOnCreate",
  "TriggerOnDelete",
  "AsyncAutodelete",
  "SyncWorkflowLogOnFailure",
  "StateCode",
  "StatusCode",
  "CreateStage",
  "UpdateStage",
  "DeleteStage",
  "Rank",
  "processorder",
  "processroleassignment",
  "RunAs",
  "SdkMessageId",
  "UniqueName",
  "IsTransacted",
  "IntroducedVersion",
  "IsCustomizable",
  "RendererObjectTypeCode",
  "BusinessProcessType",
  "IsCustomProcessingStepAllowedForOtherPublishers",
  "ProcessTriggerScope",
  "ModernFlowType",
  "FormId",
  "PrimaryEntity",
  "LocalizedNames",
  "Descriptions",
  "labels",
  NULL,
};

static int
read_int (const ScXmlNode *workflow, const char *child, int otherwise)
{
  const char *text = sc_xml_node_get_child_text (workflow, child);

  return text != NULL && *text != '\0' ? sc_extent_read_int (text) : otherwise;
}

int
sc_workflow_xml_get_category (const ScXmlNode *workflow)
{
  return read_int (workflow, "Category", -1);
}

int
sc_workflow_xml_get_type (const ScXmlNode *workflow)
{
  return read_int (workflow, "Type", SC_WORKFLOW_TYPE_DEFINITION);
}

int
sc_workflow_xml_get_scope (const ScXmlNode *workflow)
{
  return read_int (workflow, "Scope", SC_WORKFLOW_SCOPE_GLOBAL);
}

static const char *
read_description (const ScXmlNode *workflow)
{
  const char *text = sc_xml_node_get_attribute (workflow, "Description");
  const ScXmlNode *list = sc_xml_node_get_child (workflow, "Descriptions");

  return text != NULL ? text
                      : sc_xml_node_get_attribute (sc_xml_node_get_child (list, "Description"),
                                                   "description");
}

void
sc_workflow_xml_read (const ScXmlNode *workflow, ScFlow *draft)
{
  g_autofree char *id = sc_id_normalize (sc_xml_node_get_attribute (workflow, "WorkflowId"));
  const char *primary_table = sc_xml_node_get_child_text (workflow, "PrimaryEntity");

  if (id != NULL && !sc_id_equal (id, draft->id))
    sc_set_string (draft, id, id);
  sc_set_string (draft, name, sc_xml_node_get_attribute (workflow, "Name"));
  sc_set_string (draft, unique_name, sc_xml_node_get_child_text (workflow, "UniqueName"));
  sc_set_string (draft, description, read_description (workflow));
  sc_take_value (
      draft, labels,
      sc_label_xml_read (sc_xml_node_get_child (workflow, "LocalizedNames"), "LocalizedName"));
  if (primary_table != NULL && *primary_table != '\0')
    sc_set_string (draft, primary_table, primary_table);
  draft->active = read_int (workflow, "StateCode", 0) == 1;
  draft->locked = read_int (workflow, "IsCustomizable", 1) == 0;
  draft->order = read_int (workflow, "processorder", 0);
  draft->business_process_type = read_int (workflow, "BusinessProcessType", 0);
  sc_set_string (draft, display_conditions,
                 sc_xml_node_get_child_text (workflow, "processroleassignment"));
}

/* One update of one element. */
typedef struct
{
  ScSplice *splice;
  GBytes *bytes;
  const ScXmlNode *workflow;
  const ScFlow *before;
  const ScFlow *after;
} Update;

static void
set_child (Update *update, const char *name, const char *text)
{
  sc_xml_edit_child_text (update->splice, update->bytes, update->workflow, name, text, child_order);
}

static void
add_names (Update *update)
{
  static const char *const predecessors[]
      = { "BusinessProcessType", "ModernFlowType", "PrimaryEntity", NULL };
  g_autofree char *gap = sc_xml_edit_get_child_gap (update->workflow, update->bytes);
  const ScXmlNode *predecessor = NULL;
  g_autoptr (GString) text = g_string_new ("<LocalizedNames>");
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  for (guint i = 0; predecessors[i] != NULL; i++)
    {
      const ScXmlNode *child = sc_xml_node_get_child (update->workflow, predecessors[i]);

      if (child != NULL)
        predecessor = child;
    }
  sc_list_foreach (update->after->labels, const ScLabel *, label)
    {
      g_autofree char *element = sc_label_xml_format ("LocalizedName", label, TRUE);

      g_string_append_printf (text, "%s  %s", gap, element);
    }
  g_string_append_printf (text, "%s</LocalizedNames>", gap);
  g_ptr_array_add (elements, text->str);
  sc_xml_edit_insert (update->splice, update->bytes, update->workflow, predecessor, elements);
}

static void
update_names (Update *update)
{
  const ScFlow *before = update->before;
  const ScFlow *after = update->after;
  const ScXmlNode *list = sc_xml_node_get_child (update->workflow, "LocalizedNames");

  if (g_strcmp0 (before->name, after->name) != 0 && after->name != NULL)
    sc_xml_edit_attribute (update->splice, update->bytes, update->workflow, "Name", after->name);
  if (sc_labels_have_same_texts (before->labels, after->labels))
    return;
  if (list == NULL)
    add_names (update);
  else if (after->labels == NULL)
    sc_splice_remove_line (update->splice, sc_xml_node_get_span (list));
  else
    sc_label_xml_update (update->splice, update->bytes, list, "LocalizedName", before->labels,
                         after->labels, TRUE);
}

/* The description is an attribute, a list of texts, or both. */
static void
update_description (Update *update)
{
  const char *before = update->before->description;
  const char *after = update->after->description;
  const ScXmlNode *list = sc_xml_node_get_child (update->workflow, "Descriptions");
  const ScXmlNode *first = sc_xml_node_get_child (list, "Description");

  if (g_strcmp0 (before, after) == 0)
    return;
  if (first != NULL)
    sc_xml_edit_attribute (update->splice, update->bytes, first, "description",
                           after != NULL ? after : "");
  if (first == NULL || sc_xml_node_get_attribute (update->workflow, "Description") != NULL)
    sc_xml_edit_attribute (update->splice, update->bytes, update->workflow, "Description", after);
}

static void
update_state (Update *update)
{
  const ScFlow *before = update->before;
  const ScFlow *after = update->after;

  if (!before->active != !after->active)
    {
      /* 0 draft with status 1, 1 activated with status 2. */
      set_child (update, "StateCode", after->active ? "1" : "0");
      set_child (update, "StatusCode", after->active ? "2" : "1");
    }
  if (before->order != after->order)
    {
      g_autofree char *order = g_strdup_printf ("%d", after->order);
      set_child (update, "processorder", order);
    }
  if (g_strcmp0 (before->display_conditions, after->display_conditions) != 0)
    set_child (update, "processroleassignment", after->display_conditions);
}

/* The table of the first stage, in the case that Dataverse writes here. */
static void
update_primary_table (Update *update, const ScSolution *solution)
{
  const ScStage *old_first = sc_list_get (update->before->stages, 0);
  const ScStage *first = sc_list_get (update->after->stages, 0);
  const char *present = sc_xml_node_get_child_text (update->workflow, "PrimaryEntity");
  const char *text = update->after->primary_table;
  const ScTable *table;

  if (first == NULL || first->table == NULL
      || (old_first != NULL && g_strcmp0 (old_first->table, first->table) == 0)
      || sc_name_equal (present, first->table))
    return;
  table = sc_solution_find_table (solution, first->table, NULL);
  if (table != NULL && table->schema_name != NULL)
    text = table->schema_name;
  else if (!sc_name_equal (text, first->table))
    text = first->table;
  set_child (update, "PrimaryEntity", text);
}

static void
update_labels (Update *update)
{
  g_autoptr (GPtrArray) before = sc_workflow_labels_list (update->before);
  g_autoptr (GPtrArray) after = sc_workflow_labels_list (update->after);
  const ScXmlNode *list = sc_xml_node_get_child (update->workflow, "labels");

  if (!sc_workflow_labels_equal (before, after))
    sc_workflow_labels_update (update->splice, update->bytes, update->workflow, list, before,
                               after);
}

void
sc_workflow_xml_update (ScSplice *splice,
                        GBytes *bytes,
                        const ScXmlNode *workflow,
                        const ScSolution *solution,
                        const ScFlow *before,
                        const ScFlow *after)
{
  Update update = { splice, bytes, workflow, before, after };

  update_names (&update);
  update_description (&update);
  update_state (&update);
  update_primary_table (&update, solution);
  update_labels (&update);
}
