/* sc-xaml-frame.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xaml-writer.h"

#define NET_4     "assembly=mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089"
#define MICROSOFT "Culture=neutral, PublicKeyToken=31bf3856ad364e35"
#define ENTITIES  "scg:IDictionary(x:String, mxs:Entity)"

/* Ordered by prefix. %a stands for the version of the assemblies. */
static const struct
{
  const char *prefix;
  const char *uri;
  ScXamlNeeds needs;
} namespaces[] = {
  { "", "http://schemas.microsoft.com/netfx/2009/xaml/activities", SC_XAML_NEEDS_NOTHING },
  { ":mcwb",
    "clr-namespace:Microsoft.Crm.Workflow.BusinessProcessFlowActivities;"
    "assembly=Microsoft.Crm.Workflow, Version=%a, " MICROSOFT,
    SC_XAML_NEEDS_FLOW },
  { ":mcwc",
    "clr-namespace:Microsoft.Crm.Workflow.ClientActivities;"
    "assembly=Microsoft.Crm.Workflow, Version=%a, " MICROSOFT,
    SC_XAML_NEEDS_CLIENT },
  { ":mcwo",
    "clr-namespace:Microsoft.Crm.Workflow.ObjectModel;"
    "assembly=Microsoft.Crm, Version=%a, " MICROSOFT,
    SC_XAML_NEEDS_FLOW },
  { ":mva",
    "clr-namespace:Microsoft.VisualBasic.Activities;"
    "assembly=System.Activities, Version=4.0.0.0, " MICROSOFT,
    SC_XAML_NEEDS_NOTHING },
  { ":mxs", "clr-namespace:Microsoft.Xrm.Sdk;assembly=Microsoft.Xrm.Sdk, Version=%a, " MICROSOFT,
    SC_XAML_NEEDS_NOTHING },
  { ":mxsq",
    "clr-namespace:Microsoft.Xrm.Sdk.Query;assembly=Microsoft.Xrm.Sdk, Version=%a, " MICROSOFT,
    SC_XAML_NEEDS_QUERY },
  { ":mxswa",
    "clr-namespace:Microsoft.Xrm.Sdk.Workflow.Activities;"
    "assembly=Microsoft.Xrm.Sdk.Workflow, Version=%a, " MICROSOFT,
    SC_XAML_NEEDS_NOTHING },
  { ":s", "clr-namespace:System;" NET_4, SC_XAML_NEEDS_SYSTEM },
  { ":scg", "clr-namespace:System.Collections.Generic;" NET_4, SC_XAML_NEEDS_NOTHING },
  { ":sco", "clr-namespace:System.Collections.ObjectModel;" NET_4, SC_XAML_NEEDS_NOTHING },
  { ":srs",
    "clr-namespace:System.Runtime.Serialization;assembly=System.Runtime.Serialization, "
    "Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
    SC_XAML_NEEDS_NOTHING },
  { ":this", "clr-namespace:", SC_XAML_NEEDS_NOTHING },
  { ":x", "http://schemas.microsoft.com/winfx/2006/xaml", SC_XAML_NEEDS_NOTHING },
};

/* The root cannot be one format: its namespaces depend on what is in it. */
static void
open_activity (ScXamlWriter *self, const char *id, ScXamlNeeds needs)
{
  sc_xaml_writer_line (self, "<Activity x:Class=\"" SC_XAML_CLASS_PREFIX "%s\"", id);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    {
      if ((namespaces[i].needs & ~needs) != 0)
        continue;
      sc_xaml_writer_append (self, " xmlns%s=\"", namespaces[i].prefix);
      sc_xaml_writer_append (self, namespaces[i].uri, self->version);
      sc_xaml_writer_append (self, "\"");
    }
  sc_xaml_writer_append (self, ">");
  self->depth++;
}

static void
write_members (ScXamlWriter *self, const char *id)
{
  static const char *const members[] = { "InputEntities", "CreatedEntities" };

  sc_xaml_writer_open (self, "<x:Members>");
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    sc_xaml_writer_line (self, "<x:Property Name=\"%s\" Type=\"InArgument(" ENTITIES ")\" />",
                         members[i]);
  sc_xaml_writer_close (self, "x:Members");
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *tag = g_strconcat ("this:" SC_XAML_CLASS_PREFIX, id, ".", members[i], NULL);

      sc_xaml_writer_open (self, "<%s>", tag);
      sc_xaml_writer_line (self, "<InArgument x:TypeArguments=\"" ENTITIES "\" />");
      sc_xaml_writer_close (self, tag);
    }
  sc_xaml_writer_line (self,
                       "<mva:VisualBasic.Settings>Assembly references and imported namespaces for "
                       "internal implementation</mva:VisualBasic.Settings>");
}

void
sc_xaml_writer_open_root (ScXamlWriter *self, const char *id, ScXamlNeeds needs)
{
  open_activity (self, id, needs);
  write_members (self, id);
  sc_xaml_writer_open (self, "<mxswa:Workflow>");
}

void
sc_xaml_writer_close_root (ScXamlWriter *self)
{
  sc_xaml_writer_close (self, "mxswa:Workflow");
  sc_xaml_writer_close (self, "Activity");
}
