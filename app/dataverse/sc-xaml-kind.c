/* sc-xaml-kind.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-xaml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All processes share one root element; what they contain tells them apart. The marks of
 * workflows, business rules and formulas were checked against the Category that public packages
 * give them. No dialog, action or task flow was at hand; a wrong guess there changes a word in the
 * message and nothing else. */
typedef enum
{
  KIND_FLOW,
  KIND_TASK_FLOW,
  KIND_DIALOG,
  KIND_ACTION,
  KIND_BUSINESS_RULE,
  KIND_CALCULATION,
  KIND_WORKFLOW,
  KIND_OTHER
} Kind;

static const char *const explanations[] = {
  [KIND_FLOW] = NULL,
  [KIND_TASK_FLOW] = N_ ("“%s” is a task flow, a discontinued kind of process for phones. "
                         "Stagecraft opens business process flows."),
  [KIND_DIALOG]
  = N_ ("“%s” is a dialog. Stagecraft opens business process flows; open one of those."),
  [KIND_ACTION]
  = N_ ("“%s” is an action. Stagecraft opens business process flows; open one of those."),
  [KIND_BUSINESS_RULE]
  = N_ ("“%s” is a business rule. Stagecraft opens business process flows; open one of those."),
  [KIND_CALCULATION]
  = N_ ("“%s” is a business rule or the formula of a calculated column. Stagecraft opens business "
        "process flows; open one of those."),
  [KIND_WORKFLOW]
  = N_ ("“%s” is a classic workflow. Stagecraft opens business process flows; open one of those."),
  [KIND_OTHER] = N_ ("“%s” is not a process. Stagecraft opens the .xaml file of a business process "
                     "flow, a solution's folder or its .zip."),
};

/* The node behind node in the document, within root. */
static const ScXmlNode *
get_following (const ScXmlNode *node, const ScXmlNode *root)
{
  const ScXmlNode *following = sc_xml_node_get_first_child (node);

  for (; following == NULL && node != root; node = sc_xml_node_get_parent (node))
    following = sc_xml_node_get_next (node);
  return following;
}

static gboolean
is_page (const ScXmlNode *node)
{
  const char *name = sc_xml_node_get_attribute (node, "AssemblyQualifiedName");

  return sc_xaml_node_get_class (node) == SC_XAML_PAGE
         || (name != NULL && strstr (name, ".Interaction") != NULL);
}

static Kind
find_kind_inside (const ScXmlNode *workflow)
{
  Kind kind = KIND_WORKFLOW;
  gboolean in_entity = FALSE;

  for (const ScXmlNode *node = workflow; node != NULL; node = get_following (node, workflow))
    {
      ScXamlClass klass = sc_xaml_node_get_class (node);

      in_entity = in_entity || klass == SC_XAML_ENTITY;
      if (klass == SC_XAML_RELATIONSHIPS || klass == SC_XAML_STAGE)
        return KIND_FLOW;
      if (is_page (node))
        return in_entity ? KIND_TASK_FLOW : KIND_DIALOG;
      if (strstr (sc_xml_node_get_namespace (node), "Crm.Workflow.ClientActivities") != NULL)
        kind = KIND_BUSINESS_RULE;
    }
  return in_entity ? KIND_FLOW : kind;
}

/* An action declares arguments of its own beside the two that every process has. */
static gboolean
has_arguments (const ScXmlNode *root)
{
  const ScXmlNode *members = sc_xml_node_get_child (root, "Members");

  if (members == NULL)
    return FALSE;
  sc_xml_foreach (members, member)
    {
      const char *name = sc_xml_node_get_attribute (member, "Name");

      if (g_strcmp0 (name, "InputEntities") != 0 && g_strcmp0 (name, "CreatedEntities") != 0)
        return TRUE;
    }
  return FALSE;
}

/* Formulas never have an id of their own, business rules sometimes not. */
static gboolean
is_calculation (const ScXmlNode *root)
{
  const char *name = sc_xml_node_get_attribute (root, "Class");

  return name != NULL && g_str_has_prefix (name, SC_XAML_CLASS_PREFIX)
         && strspn (name + strlen (SC_XAML_CLASS_PREFIX), "0") == 32;
}

static Kind
find_kind (const ScXmlNode *root)
{
  const ScXmlNode *workflow = sc_xml_node_get_child (root, "Workflow");

  if (!sc_xml_node_is (root, "Activity") || workflow == NULL)
    return KIND_OTHER;

  Kind kind = find_kind_inside (workflow);

  if (kind == KIND_FLOW || kind == KIND_TASK_FLOW || kind == KIND_DIALOG)
    return kind;
  if (is_calculation (root))
    return KIND_CALCULATION;
  return has_arguments (root) ? KIND_ACTION : kind;
}

char *
sc_xaml_explain_unsupported (const ScXml *xml)
{
  const char *explanation = explanations[find_kind (sc_xml_get_root (xml))];
  g_auto (GStrv) parts = NULL;

  if (explanation == NULL)
    return NULL;
  parts = g_strsplit (_ (explanation), "%s", 2);
  return g_strjoinv (sc_xml_get_name (xml), parts);
}
