/* sc-xaml-flow-writer.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xaml-writer.h"

#include "sc-xaml.h"

#define NET_4     "assembly=mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089"
#define MICROSOFT "Culture=neutral, PublicKeyToken=31bf3856ad364e35"
#define ENTITIES  "scg:IDictionary(x:String, mxs:Entity)"

/* What a flow contains that decides which namespaces it declares. */
typedef enum
{
  NEEDS_NOTHING = 0,
  NEEDS_CONDITION = 1 << 0,
  NEEDS_SYSTEM = 1 << 1
} Needs;

/* Ordered by prefix. %s stands for the version of the flow's assemblies. */
static const struct
{
  const char *prefix;
  const char *uri;
  Needs needs;
} namespaces[] = {
  { "", "http://schemas.microsoft.com/netfx/2009/xaml/activities", NEEDS_NOTHING },
  { ":mcwb",
    "clr-namespace:Microsoft.Crm.Workflow.BusinessProcessFlowActivities;"
    "assembly=Microsoft.Crm.Workflow, Version=%a, " MICROSOFT,
    NEEDS_NOTHING },
  { ":mcwc",
    "clr-namespace:Microsoft.Crm.Workflow.ClientActivities;"
    "assembly=Microsoft.Crm.Workflow, Version=%a, " MICROSOFT,
    NEEDS_CONDITION },
  { ":mcwo",
    "clr-namespace:Microsoft.Crm.Workflow.ObjectModel;"
    "assembly=Microsoft.Crm, Version=%a, " MICROSOFT,
    NEEDS_NOTHING },
  { ":mva",
    "clr-namespace:Microsoft.VisualBasic.Activities;"
    "assembly=System.Activities, Version=4.0.0.0, " MICROSOFT,
    NEEDS_NOTHING },
  { ":mxs", "clr-namespace:Microsoft.Xrm.Sdk;assembly=Microsoft.Xrm.Sdk, Version=%a, " MICROSOFT,
    NEEDS_NOTHING },
  { ":mxsq",
    "clr-namespace:Microsoft.Xrm.Sdk.Query;assembly=Microsoft.Xrm.Sdk, Version=%a, " MICROSOFT,
    NEEDS_CONDITION },
  { ":mxswa",
    "clr-namespace:Microsoft.Xrm.Sdk.Workflow.Activities;"
    "assembly=Microsoft.Xrm.Sdk.Workflow, Version=%a, " MICROSOFT,
    NEEDS_NOTHING },
  { ":s", "clr-namespace:System;" NET_4, NEEDS_SYSTEM },
  { ":scg", "clr-namespace:System.Collections.Generic;" NET_4, NEEDS_NOTHING },
  { ":sco", "clr-namespace:System.Collections.ObjectModel;" NET_4, NEEDS_NOTHING },
  { ":srs",
    "clr-namespace:System.Runtime.Serialization;assembly=System.Runtime.Serialization, "
    "Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
    NEEDS_NOTHING },
  { ":this", "clr-namespace:", NEEDS_NOTHING },
  { ":x", "http://schemas.microsoft.com/winfx/2006/xaml", NEEDS_NOTHING },
};

static Needs
find_needs (const ScFlow *flow)
{
  Needs needs = NEEDS_NOTHING;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (stage->condition != NULL)
        needs |= NEEDS_CONDITION | NEEDS_SYSTEM;
      if (stage->triggers != NULL)
        needs |= NEEDS_SYSTEM;
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          if (step->kind != SC_STEP_DATA)
            needs |= NEEDS_SYSTEM;
        }
    }
  return needs;
}

/* The number of the last step that is not part of a condition. */
static guint
count_numbers (const ScFlow *flow)
{
  guint count = 1 + sc_list_length (flow->transitions);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      count += 2 + sc_list_length (stage->triggers);
      sc_list_foreach (stage->steps, const ScStep *, step)
        count += step->kind == SC_STEP_DATA ? 2 : 3;
    }
  return count;
}

/* The root cannot be one format: its namespaces depend on the flow. */
static void
write_root (ScXamlWriter *self, const ScFlow *flow, const char *id)
{
  Needs needs = find_needs (flow);

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

static void
write_transition (ScXamlWriter *self, const ScTransition *transition)
{
  sc_xaml_writer_open (self, "<Sequence DisplayName=\"RelationshipStep%u\">", ++self->number);
  sc_xaml_writer_line (self,
                       "<mcwb:StageRelationship AttributeName=\"%a\" RelationshipName=\"%a\" "
                       "SourceStageId=\"%a\" TargetStageId=\"%a\" />",
                       transition->attribute, transition->relationship, transition->source,
                       transition->target);
  sc_xaml_writer_close (self, "Sequence");
}

static void
write_transitions (ScXamlWriter *self, const ScList *transitions)
{
  sc_xaml_writer_open_composite (self, NULL, SC_XAML_RELATIONSHIPS, "RelationshipCollectionStep",
                                 ++self->number, NULL);
  if (transitions != NULL)
    {
      sc_xaml_writer_open_activities (self);
      sc_list_foreach (transitions, const ScTransition *, transition)
        write_transition (self, transition);
      sc_xaml_writer_close_activities (self);
    }
  else
    sc_xaml_writer_no_activities (self);
  sc_xaml_writer_close_composite (self);
}

static void
write_stage_activities (ScXamlWriter *self, const ScStage *stage)
{
  if (stage->steps == NULL && stage->triggers == NULL && stage->condition == NULL)
    {
      sc_xaml_writer_no_activities (self);
      return;
    }

  sc_xaml_writer_open_activities (self);
  sc_list_foreach (stage->steps, const ScStep *, step)
    sc_xaml_write_step (self, step);
  sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
    sc_xaml_write_trigger (self, trigger);
  if (stage->condition != NULL)
    sc_xaml_write_condition (self, stage->condition, stage->id);
  sc_xaml_writer_close_activities (self);
}

static void
write_stage (ScXamlWriter *self, const ScStage *stage)
{
  g_autofree char *category = g_strdup_printf ("%d", stage->category);

  sc_xaml_writer_open_composite (self, NULL, SC_XAML_STAGE, "StageStep", ++self->number,
                                 stage->name);
  write_stage_activities (self, stage);
  sc_xaml_write_labels (self, stage->labels, stage->id);
  sc_xaml_writer_property (self, "x:String", "StageId", stage->id);
  sc_xaml_writer_property (self, "x:String", "StageCategory", category);
  sc_xaml_writer_property (self, "x:String", "NextStageId", stage->next);
  sc_xaml_writer_close_composite (self);
}

/* Dataverse puts every stage into an entity of its own. The first entity shows its number, the
 * others one more than the entity before them, whatever was numbered in between. */
static void
write_entity (ScXamlWriter *self, const ScStage *stage)
{
  self->number++;
  self->entity = self->entity == 0 ? self->number : self->entity + 1;
  sc_xaml_writer_open_composite (self, NULL, SC_XAML_ENTITY, "EntityStep", self->entity,
                                 stage->table);
  sc_xaml_writer_open_activities (self);
  write_stage (self, stage);
  sc_xaml_writer_close_activities (self);
  sc_xaml_writer_null (self, "RelationshipName");
  sc_xaml_writer_null (self, "AttributeName");
  sc_xaml_writer_boolean (self, "IsClosedLoop", FALSE);
  sc_xaml_writer_close_composite (self);
}

GBytes *
sc_xaml_write (const ScFlow *flow)
{
  /* About what a step comes to; the text grows by itself where that is too little. */
  gsize expected = 4096 + 2400 * (sc_flow_count_steps (flow) + sc_list_length (flow->stages));
  g_autofree char *id = sc_xaml_compact_id (flow->id);
  ScXamlWriter writer = {
    .text = g_string_sized_new (expected),
    .version = flow->assembly_version != NULL ? flow->assembly_version : "9.0.0.0",
    .condition = count_numbers (flow),
  };

  write_root (&writer, flow, id);
  write_members (&writer, id);
  sc_xaml_writer_open (&writer, "<mxswa:Workflow>");
  write_transitions (&writer, flow->transitions);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    write_entity (&writer, stage);
  sc_xaml_writer_close (&writer, "mxswa:Workflow");
  sc_xaml_writer_close (&writer, "Activity");
  return g_string_free_to_bytes (writer.text);
}
