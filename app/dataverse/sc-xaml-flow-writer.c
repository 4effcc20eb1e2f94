/* sc-xaml-flow-writer.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xaml-writer.h"

#include "sc-xaml.h"

/* What a flow contains that decides which namespaces it declares. */
static ScXamlNeeds
find_needs (const ScFlow *flow)
{
  ScXamlNeeds needs = SC_XAML_NEEDS_FLOW;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (stage->condition != NULL)
        needs |= SC_XAML_NEEDS_CLIENT | SC_XAML_NEEDS_QUERY | SC_XAML_NEEDS_SYSTEM;
      if (stage->triggers != NULL)
        needs |= SC_XAML_NEEDS_SYSTEM;
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          if (step->kind != SC_STEP_DATA)
            needs |= SC_XAML_NEEDS_SYSTEM;
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

  sc_xaml_writer_open_root (&writer, id, find_needs (flow));
  write_transitions (&writer, flow->transitions);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    write_entity (&writer, stage);
  sc_xaml_writer_close_root (&writer);
  return g_string_free_to_bytes (writer.text);
}
