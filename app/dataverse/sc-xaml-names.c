/* sc-xaml-names.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xaml-names.h"

#include "sc-extent.h"

#include <string.h>

#define ACTIVITIES "Microsoft.Crm.Workflow.Activities."
#define FLOWS      "Microsoft.Crm.Workflow.BusinessProcessFlowActivities."

static const char *const class_names[] = {
  [SC_XAML_UNKNOWN] = "",
  [SC_XAML_RELATIONSHIPS] = FLOWS "StageRelationshipCollectionComposite",
  [SC_XAML_ENTITY] = ACTIVITIES "EntityComposite",
  [SC_XAML_STAGE] = ACTIVITIES "StageComposite",
  [SC_XAML_PAGE] = ACTIVITIES "PageComposite",
  [SC_XAML_STEP] = ACTIVITIES "StepComposite",
  [SC_XAML_ACTION] = ACTIVITIES "ActionComposite",
  [SC_XAML_FLOW] = ACTIVITIES "FlowComposite",
  [SC_XAML_CONDITION] = ACTIVITIES "ConditionSequence",
  [SC_XAML_BRANCH] = ACTIVITIES "ConditionBranch",
  [SC_XAML_COMPOSITE] = ACTIVITIES "Composite",
  [SC_XAML_EXPRESSION] = ACTIVITIES "EvaluateExpression",
  [SC_XAML_COMPARISON] = ACTIVITIES "EvaluateCondition",
  [SC_XAML_LOGICAL] = ACTIVITIES "EvaluateLogicalCondition",
};

const char *
sc_xaml_class_get_name (ScXamlClass self)
{
  return class_names[self];
}

/* The part behind the last dot of the first length bytes. */
static const char *
find_short_name (const char *name, gsize length)
{
  const char *dot = g_strrstr_len (name, (gssize) length, ".");

  return dot != NULL ? dot + 1 : name;
}

ScXamlClass
sc_xaml_class_from_qualified_name (const char *name)
{
  if (name == NULL)
    return SC_XAML_UNKNOWN;

  gsize length = strcspn (name, ",");
  const char *short_name = find_short_name (name, length);
  gsize short_length = sc_extent_length (short_name, name + length);

  for (guint i = SC_XAML_RELATIONSHIPS; i < G_N_ELEMENTS (class_names); i++)
    {
      const char *candidate = strrchr (class_names[i], '.') + 1;

      if (strncmp (short_name, candidate, short_length) == 0 && candidate[short_length] == '\0')
        return i;
    }
  return SC_XAML_UNKNOWN;
}

char *
sc_xaml_compact_id (const char *id)
{
  GString *compact = g_string_sized_new (32);

  for (const char *p = id; p != NULL && *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (compact, g_ascii_tolower (*p));
    }
  return g_string_free (compact, FALSE);
}

char *
sc_xaml_expand_id (const char *text)
{
  if (strlen (text) != 32 || strspn (text, "0123456789abcdefABCDEF") != 32)
    return NULL;

  g_autofree char *lower = g_ascii_strdown (text, -1);

  return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", lower, lower + 8, lower + 12, lower + 16,
                          lower + 20);
}

char *
sc_xaml_derive_control_id (const ScStep *step, guint number)
{
  switch (step->kind)
    {
    case SC_STEP_ACTION:
      return g_strdup_printf ("%s_Step_%u", step->process_name != NULL ? step->process_name : "",
                              number);
    case SC_STEP_FLOW:
      return g_strdup_printf ("Step_%u", number);
    case SC_STEP_DATA:
    default:
      return g_strdup (step->column);
    }
}

char *
sc_xaml_derive_process_name (const ScStep *step)
{
  if (step->kind != SC_STEP_FLOW)
    return NULL;

  g_autofree char *flow = sc_xaml_compact_id (step->process_id);
  g_autofree char *action
      = sc_xaml_compact_id (step->action_id != NULL ? step->action_id : step->id);

  return g_strdup_printf ("FlowStep_%s_%s", flow, action);
}

/* OptionSetValue, Boolean, Guid, Money, String, Integer and the null of EntityReference were seen
 * in public packages; the others follow the type names of Microsoft.Xrm.Sdk and of XAML 2009. */
static const struct
{
  const char *property_type;
  const char *target_type;
} target_types[] = {
  { "BigInt", "x:Int64" },
  { "Boolean", "x:Boolean" },
  { "DateTime", "s:DateTime" },
  { "Decimal", "x:Decimal" },
  { "Double", "x:Double" },
  { "Float", "x:Double" },
  { "Guid", "s:Guid" },
  { "Integer", "x:Int32" },
  { "Money", "mxs:Money" },
  { "OptionSetValue", "mxs:OptionSetValue" },
  { "OptionSetValueCollection", "mxs:OptionSetValueCollection" },
  { "String", "x:String" },
};

const char *
sc_xaml_get_target_type (const char *property_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (target_types); i++)
    {
      if (g_strcmp0 (property_type, target_types[i].property_type) == 0)
        return target_types[i].target_type;
    }
  return NULL;
}
