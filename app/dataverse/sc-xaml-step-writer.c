/* sc-xaml-step-writer.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xaml-writer.h"

#include "sc-splice.h"

void
sc_xaml_write_labels (ScXamlWriter *self, const ScList *labels, const char *owner)
{
  if (labels == NULL)
    {
      sc_xaml_writer_line (
          self, "<sco:Collection x:TypeArguments=\"mcwo:StepLabel\" x:Key=\"StepLabels\" />");
      return;
    }

  sc_xaml_writer_open (self,
                       "<sco:Collection x:TypeArguments=\"mcwo:StepLabel\" x:Key=\"StepLabels\">");
  sc_list_foreach (labels, const ScLabel *, label)
    {
      g_autofree char *language = g_strdup_printf ("%d", label->language);

      sc_xaml_writer_line (
          self, "<mcwo:StepLabel Description=\"%a\" LabelId=\"%a\" LanguageCode=\"%s\" />",
          label->text, label->own_id != NULL ? label->own_id : owner, language);
    }
  sc_xaml_writer_close (self, "sco:Collection");
}

/* Attributes without a value are left out; those that may not be absent become an element. */
static void
write_empty_argument (ScXamlWriter *self, const char *tag)
{
  sc_xaml_writer_open (self, "<%s>", tag);
  sc_xaml_writer_open (self, "<InArgument x:TypeArguments=\"x:String\">");
  sc_xaml_writer_line (self, "<Literal x:TypeArguments=\"x:String\" Value=\"\" />");
  sc_xaml_writer_close (self, "InArgument");
  sc_xaml_writer_close (self, tag);
}

static void
append_optional (GString *attributes, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append (attributes, name);
  g_string_append (attributes, value[0] == '{' ? "=\"{}" : "=\"");
  sc_text_append_escaped (attributes, value, TRUE);
  g_string_append (attributes, "\" ");
}

static const char *
get_boolean (gboolean value)
{
  return value ? "True" : "False";
}

static void
write_control (ScXamlWriter *self, const ScStep *step, guint number)
{
  g_autoptr (GString) attributes = g_string_sized_new (256);
  g_autofree char *derived
      = step->control_id == NULL ? sc_xaml_derive_control_id (step, number) : NULL;
  gboolean complete = step->column != NULL && step->parameters != NULL;

  append_optional (attributes, "ClassId", step->class_id);
  append_optional (attributes, "ControlDisplayName", step->display_name);
  append_optional (attributes, "ControlId", derived != NULL ? derived : step->control_id);
  append_optional (attributes, "DataFieldName", step->column);
  g_string_append_printf (attributes, "IsSystemControl=\"%s\" IsUnbound=\"%s\" ",
                          get_boolean (step->system_control), get_boolean (step->unbound));
  append_optional (attributes, "Parameters", step->parameters);
  g_string_append_printf (attributes, "SystemStepType=\"%d\"", step->system_step_type);

  sc_xaml_writer_line (self, "<mcwb:Control %s%s>", attributes->str, complete ? " /" : "");
  if (complete)
    return;
  self->depth++;
  if (step->column == NULL)
    write_empty_argument (self, "mcwb:Control.DataFieldName");
  if (step->parameters == NULL)
    write_empty_argument (self, "mcwb:Control.Parameters");
  sc_xaml_writer_close (self, "mcwb:Control");
}

/* key: of a control that is a property of its action or flow; NULL for one that stands alone. */
static void
write_control_sequence (ScXamlWriter *self, const char *key, const ScStep *step)
{
  guint number = ++self->number;

  if (key != NULL)
    sc_xaml_writer_open (self, "<Sequence x:Key=\"%s\" DisplayName=\"ControlStep%u\">", key,
                         number);
  else
    sc_xaml_writer_open (self, "<Sequence DisplayName=\"ControlStep%u\">", number);
  write_control (self, step, number);
  sc_xaml_writer_close (self, "Sequence");
}

static void
write_events (ScXamlWriter *self, const ScList *events, gboolean none)
{
  if (none)
    {
      sc_xaml_writer_null (self, "TriggerEvents");
      return;
    }
  if (events == NULL)
    {
      sc_xaml_writer_line (self,
                           "<x:Array x:Key=\"TriggerEvents\" Type=\"mcwo:ProcessTriggerData\" />");
      return;
    }

  sc_xaml_writer_open (self, "<x:Array x:Key=\"TriggerEvents\" Type=\"mcwo:ProcessTriggerData\">");
  sc_list_foreach (events, const ScTriggerEvent *, event)
    {
      g_autofree char *stage = g_strdup_printf ("%d", event->pipeline_stage);

      sc_xaml_writer_line (
          self, "<mcwo:ProcessTriggerData Event=\"%a\" FilterId=\"%a\" PipelineStageId=\"%s\" />",
          event->event, event->filter, stage);
    }
  sc_xaml_writer_close (self, "x:Array");
}

/* An activity that runs something is called after its own number. */
static void
open_numbered (ScXamlWriter *self, ScXamlClass klass, const char *title)
{
  guint number = ++self->number;
  char name[24];

  g_snprintf (name, sizeof name, "Step_%u", number);
  sc_xaml_writer_open_composite (self, NULL, klass, title, number, name);
  sc_xaml_writer_no_activities (self);
}

static void
write_action_properties (
    ScXamlWriter *self, const char *id, int type, const char *process, const char *name)
{
  g_autofree char *type_text = g_strdup_printf ("%d", type);

  sc_xaml_writer_property (self, "x:String", "ActionId", id);
  sc_xaml_writer_property (self, "x:Int32", "ActionType", type_text);
  sc_xaml_writer_property (self, "s:Guid", "ProcessId", process);
  sc_xaml_writer_property (self, "x:String", "UniqueName", name);
}

void
sc_xaml_write_trigger (ScXamlWriter *self, const ScTrigger *trigger)
{
  open_numbered (self, SC_XAML_ACTION, "ActionStep");
  write_action_properties (self, trigger->id, trigger->mode, trigger->workflow_id, trigger->name);
  write_events (self, trigger->events, trigger->no_events);
  sc_xaml_writer_null (self, "ActionControl");
  sc_xaml_writer_close_composite (self);
}

static void
write_action (ScXamlWriter *self, const ScStep *step)
{
  open_numbered (self, SC_XAML_ACTION, "ActionStep");
  write_action_properties (self, step->action_id != NULL ? step->action_id : step->id,
                           step->action_type, step->process_id, step->process_name);
  write_events (self, step->events, step->events == NULL);
  write_control_sequence (self, "ActionControl", step);
  sc_xaml_writer_close_composite (self);
}

static void
write_flow (ScXamlWriter *self, const ScStep *step)
{
  g_autofree char *derived = step->process_name == NULL ? sc_xaml_derive_process_name (step) : NULL;

  open_numbered (self, SC_XAML_FLOW, "FlowStep");
  sc_xaml_writer_property (self, "s:Guid", "WorkflowId", step->process_id);
  sc_xaml_writer_property (self, "s:Guid", "ActionId",
                           step->action_id != NULL ? step->action_id : step->id);
  sc_xaml_writer_property (self, "x:String", "UniqueName",
                           derived != NULL ? derived : step->process_name);
  write_control_sequence (self, "FlowControl", step);
  sc_xaml_writer_close_composite (self);
}

void
sc_xaml_write_step (ScXamlWriter *self, const ScStep *step)
{
  sc_xaml_writer_open_composite (self, NULL, SC_XAML_STEP, "StepStep", ++self->number, step->name);
  sc_xaml_writer_open_activities (self);
  if (step->kind == SC_STEP_ACTION)
    write_action (self, step);
  else if (step->kind == SC_STEP_FLOW)
    write_flow (self, step);
  else
    write_control_sequence (self, NULL, step);
  sc_xaml_writer_close_activities (self);
  sc_xaml_write_labels (self, step->labels, step->id);
  sc_xaml_writer_property (self, "x:String", "ProcessStepId", step->id);
  sc_xaml_writer_boolean (self, "IsProcessRequired", step->required);
  sc_xaml_writer_close_composite (self);
}
