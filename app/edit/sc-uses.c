/* sc-uses.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-uses-private.h"

#include "sc-id.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>

static const ScField use_fields[] = {
  SC_FIELD (ScUse, SC_FIELD_INT, kind),     SC_FIELD (ScUse, SC_FIELD_STRING, who),
  SC_FIELD (ScUse, SC_FIELD_STRING, how),   SC_FIELD (ScUse, SC_FIELD_STRING, flow),
  SC_FIELD (ScUse, SC_FIELD_STRING, stage), SC_FIELD (ScUse, SC_FIELD_STRING, step),
  SC_FIELD (ScUse, SC_FIELD_STRING, role),  SC_FIELD (ScUse, SC_FIELD_INT, branch),
  SC_FIELD (ScUse, SC_FIELD_INT, clause),   SC_FIELD_END,
};
const ScValueClass sc_use_class = { "ScUse", sizeof (ScUse), use_fields };

G_GNUC_PRINTF (4, 0)
static ScUse *
add (ScUseFinder *self, ScUseKind kind, const char *who, const char *how, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (how, arguments);
  ScUse *use = sc_use_new ();

  use->kind = (int) kind;
  use->branch = use->clause = -1;
  sc_set_string (use, who, who);
  sc_set_string (use, how, text);
  if (self->flow != NULL)
    sc_set_string (use, flow, self->flow->id);
  g_ptr_array_add (self->uses, use);
  return use;
}

ScUse *
sc_use_finder_add (ScUseFinder *self, ScUseKind kind, const char *who, const char *how, ...)
{
  va_list arguments;
  ScUse *use;

  va_start (arguments, how);
  use = add (self, kind, who, how, arguments);
  va_end (arguments);
  return use;
}

void
sc_use_finder_add_step (
    ScUseFinder *self, const ScStage *stage, const ScStep *step, const char *how, ...)
{
  g_autofree char *who = g_strdup_printf (_ ("Step “%s” of “%s”"),
                                          sc_step_get_label (step, self->solution->language),
                                          sc_use_finder_name_stage (self, stage));
  va_list arguments;
  ScUse *use;

  va_start (arguments, how);
  use = add (self, SC_USE_STEP, who, how, arguments);
  va_end (arguments);
  sc_set_string (use, stage, stage->id);
  sc_set_string (use, step, step->id);
}

void
sc_use_finder_add_branch (
    ScUseFinder *self, const ScStage *stage, guint branch, int clause, const char *how, ...)
{
  const ScBranch *value = sc_list_at (stage->condition->branches, branch);
  const char *name = sc_use_finder_name_stage (self, stage);
  g_autofree char *who = NULL;
  va_list arguments;
  ScUse *use;

  if (value->name != NULL && *value->name != '\0')
    who = g_strdup_printf (_ ("Branch “%s” behind “%s”"), value->name, name);
  else if (value->otherwise)
    who = g_strdup_printf (_ ("“Otherwise” behind “%s”"), name);
  else
    who = g_strdup_printf (_ ("Branch %u behind “%s”"), branch + 1, name);
  va_start (arguments, how);
  use = add (self, clause >= 0 ? SC_USE_CLAUSE : SC_USE_BRANCH, who, how, arguments);
  va_end (arguments);
  sc_set_string (use, stage, stage->id);
  use->branch = (int) branch;
  use->clause = clause;
}

void
sc_use_finder_add_workflow (
    ScUseFinder *self, const ScStage *stage, const ScTrigger *trigger, const char *how, ...)
{
  g_autofree char *who
      = g_strdup_printf (_ ("Workflow “%s”"), trigger->name != NULL ? trigger->name : "");
  va_list arguments;
  ScUse *use;

  va_start (arguments, how);
  use = add (self, SC_USE_WORKFLOW, who, how, arguments);
  va_end (arguments);
  sc_set_string (use, stage, stage->id);
}

static const char *
name_end (ScUseFinder *self, const char *id)
{
  const ScStage *stage = sc_flow_find_stage (self->flow, id, NULL);

  return stage != NULL ? sc_use_finder_name_stage (self, stage) : _ ("a stage that is gone");
}

void
sc_use_finder_add_transition (ScUseFinder *self, const ScTransition *transition, gboolean lost)
{
  const char *name = transition->relationship != NULL ? transition->relationship : "";
  g_autofree char *who = g_strdup_printf (_ ("Relationship “%s”"), name);
  const char *source = name_end (self, transition->source);
  const char *target = name_end (self, transition->target);
  ScUse *use;

  if (lost)
    use = sc_use_finder_add (self, SC_USE_RELATIONSHIP, who,
                             _ ("It leads from “%s” to “%s”, and goes along."), source, target);
  else
    use = sc_use_finder_add (self, SC_USE_RELATIONSHIP, who, _ ("It leads from “%s” to “%s”."),
                             source, target);
  sc_set_string (use, stage, transition->target);
}

const char *
sc_use_finder_name_stage (const ScUseFinder *self, const ScStage *stage)
{
  return sc_stage_get_label (stage, self->solution->language);
}

const char *
sc_use_finder_name_column (const ScUseFinder *self, const char *table, const char *column)
{
  const ScColumn *known = table != NULL && column != NULL
                              ? sc_solution_find_column (self->solution, table, column)
                              : NULL;

  return known != NULL    ? sc_column_get_label (known, self->solution->language)
         : column != NULL ? column
                          : "";
}

gboolean
sc_events_wait_for (const ScList *events, const char *stage)
{
  sc_list_foreach (events, const ScTriggerEvent *, event)
    {
      if (sc_id_equal (event->filter, stage))
        return TRUE;
    }
  return FALSE;
}

static void
find_stage (ScUseFinder *self, const ScStage *used)
{
  sc_list_foreach (self->flow->stages, const ScStage *, stage)
    {
      const ScList *branches = stage->condition != NULL ? stage->condition->branches : NULL;

      sc_list_foreach (branches, const ScBranch *, branch)
        {
          if (sc_id_equal (branch->target, used->id))
            sc_use_finder_add_branch (self, stage, branch_i, -1, _ ("It leads here."));
        }
      sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
        {
          gboolean waits = sc_events_wait_for (trigger->events, used->id);

          if (waits || stage == used)
            sc_use_finder_add_workflow (self, stage, trigger, "%s",
                                        waits ? _ ("It waits for this stage.")
                                              : _ ("It belongs to this stage."));
        }
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          if (stage != used && sc_events_wait_for (step->events, used->id))
            sc_use_finder_add_step (self, stage, step, _ ("It waits for this stage."));
        }
    }
  if (used->condition != NULL)
    {
      g_autofree char *who
          = g_strdup_printf (_ ("Condition behind “%s”"), sc_use_finder_name_stage (self, used));
      ScUse *use = sc_use_finder_add (self, SC_USE_CONDITION, who,
                                      _ ("It decides where the flow goes from here."));

      sc_set_string (use, stage, used->id);
    }
  sc_list_foreach (self->flow->transitions, const ScTransition *, transition)
    {
      if (sc_id_equal (transition->source, used->id) || sc_id_equal (transition->target, used->id))
        sc_use_finder_add_transition (self, transition, FALSE);
    }
}

static void
find_role (ScUseFinder *self, const ScRole *role)
{
  sc_list_foreach (self->solution->flows, const ScFlow *, flow)
    {
      gboolean sees = FALSE, others = FALSE;

      if (flow->unique_name == NULL || *flow->unique_name == '\0')
        continue;
      sc_list_foreach (self->solution->roles, const ScRole *, other)
        {
          g_autofree char *read = sc_access_get_privilege_name (SC_ACCESS_READ, flow->unique_name);
          gboolean has = sc_role_get_level (other, read, NULL) != SC_LEVEL_NONE;

          sees = sees || (has && other == role);
          others = others || (has && other != role);
        }
      if (!sees)
        continue;
      self->flow = flow;
      sc_use_finder_add (self, SC_USE_FLOW, sc_flow_get_label (flow, self->solution->language),
                         "%s",
                         others ? _ ("People with this role see it.")
                                : _ ("Of the roles of this solution only this one sees it."));
    }
}

void
sc_use_finder_find_personas (ScUseFinder *self, const char *role, const char *how)
{
  self->flow = NULL;
  sc_list_foreach (self->solution->personas, const ScPersona *, persona)
    {
      g_autofree char *who = NULL;

      if (!sc_persona_has_role (persona, role, NULL))
        continue;
      who = g_strdup_printf (_ ("Persona “%s”"), persona->name != NULL ? persona->name : "");
      sc_use_finder_add (self, SC_USE_PERSONA, who, "%s", how);
    }
}

/* Where flows change their table by it. */
static void
find_relationship (ScUseFinder *self, const char *relationship)
{
  sc_list_foreach (self->solution->flows, const ScFlow *, flow)
    {
      self->flow = flow;
      sc_list_foreach (flow->transitions, const ScTransition *, transition)
        {
          ScUse *use;

          if (!sc_name_equal (transition->relationship, relationship))
            continue;
          use = sc_use_finder_add (
              self, SC_USE_RELATIONSHIP, sc_flow_get_label (flow, self->solution->language),
              _ ("It leads from “%s” to “%s”."), name_end (self, transition->source),
              name_end (self, transition->target));
          sc_set_string (use, stage, transition->target);
        }
    }
}

ScList *
sc_uses_find (const ScSolution *solution, const ScUsed *thing)
{
  ScUseFinder self = { solution, NULL, sc_list_collect () };
  const ScFlow *flow
      = thing->flow != NULL ? sc_solution_find_flow (solution, thing->flow, NULL) : NULL;
  const ScStage *stage = NULL;
  const ScStep *step;
  const ScRole *role;

  switch (thing->kind)
    {
    case SC_USED_STEP:
      step = flow != NULL ? sc_flow_find_step (flow, thing->name, &stage, NULL) : NULL;
      if (step != NULL && step->column != NULL && stage->table != NULL)
        sc_use_finder_find_column (&self, stage->table, step->column, step->id);
      break;
    case SC_USED_STAGE:
      stage = flow != NULL ? sc_flow_find_stage (flow, thing->name, NULL) : NULL;
      self.flow = flow;
      if (stage != NULL)
        find_stage (&self, stage);
      break;
    case SC_USED_COLUMN:
      sc_use_finder_find_column (&self, thing->name, thing->column, NULL);
      break;
    case SC_USED_TABLE:
      sc_use_finder_find_table (&self, thing->name);
      break;
    case SC_USED_RELATIONSHIP:
      find_relationship (&self, thing->name);
      break;
    case SC_USED_ROLE:
    default:
      role = sc_solution_find_role (solution, thing->name, NULL);
      if (role != NULL)
        {
          find_role (&self, role);
          sc_use_finder_find_personas (&self, role->id, _ ("It has this role."));
        }
      break;
    }
  return sc_list_new_take (self.uses);
}

char *
sc_uses_name (const ScSolution *solution, const ScUsed *thing)
{
  const ScUseFinder finder = { solution, NULL, NULL };
  const ScFlow *flow
      = thing->flow != NULL ? sc_solution_find_flow (solution, thing->flow, NULL) : NULL;
  const ScStage *stage;
  const ScStep *step;
  const ScRole *role;

  switch (thing->kind)
    {
    case SC_USED_STEP:
      step = flow != NULL ? sc_flow_find_step (flow, thing->name, NULL, NULL) : NULL;
      return step != NULL ? g_strdup (sc_step_get_label (step, solution->language)) : NULL;
    case SC_USED_STAGE:
      stage = flow != NULL ? sc_flow_find_stage (flow, thing->name, NULL) : NULL;
      return stage != NULL ? g_strdup (sc_stage_get_label (stage, solution->language)) : NULL;
    case SC_USED_COLUMN:
      return g_strdup (sc_use_finder_name_column (&finder, thing->name, thing->column));
    case SC_USED_TABLE:
      return g_strdup (sc_solution_get_table_label (solution, thing->name));
    case SC_USED_RELATIONSHIP:
      return g_strdup (thing->name);
    case SC_USED_ROLE:
    default:
      role = sc_solution_find_role (solution, thing->name, NULL);
      return role != NULL ? g_strdup (role->name) : NULL;
    }
}
