/* sc-changes.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-changes-private.h"

static guint
get_side_of_solution (const ScField *field)
{
  switch (field->offset)
    {
    case G_STRUCT_OFFSET (ScSolution, flows):
      return 0; /* looked at one by one */
    case G_STRUCT_OFFSET (ScSolution, tables):
    case G_STRUCT_OFFSET (ScSolution, relationships):
    case G_STRUCT_OFFSET (ScSolution, processes):
    case G_STRUCT_OFFSET (ScSolution, imported):
      return SC_USES_TABLES;
    case G_STRUCT_OFFSET (ScSolution, roles):
      return SC_USES_ROLES;
    case G_STRUCT_OFFSET (ScSolution, components):
      return SC_USES_COMPONENTS;
    case G_STRUCT_OFFSET (ScSolution, prefix):
      return SC_USES_HEADER | SC_USES_REST;
    default:
      return SC_USES_REST;
    }
}

/* Which side of a flow a field belongs to. A field that is added to a value belongs to the side
 * that most rules look at. */
static guint
get_side_of_flow (const ScField *field)
{
  switch (field->offset)
    {
    case G_STRUCT_OFFSET (ScFlow, stages):
      return 0; /* looked at one by one */
    case G_STRUCT_OFFSET (ScFlow, transitions):
      return SC_USES_WAYS;
    default:
      return SC_USES_SELF;
    }
}

static guint
get_side_of_stage (const ScField *field)
{
  switch (field->offset)
    {
    case G_STRUCT_OFFSET (ScStage, steps):
      return SC_USES_STEPS;
    case G_STRUCT_OFFSET (ScStage, condition):
    case G_STRUCT_OFFSET (ScStage, next):
      return SC_USES_WAYS;
    default:
      return SC_USES_STAGES;
    }
}

static gboolean
is_field_same (const ScField *field, gconstpointer before, gconstpointer after)
{
  const char *p = G_STRUCT_MEMBER_P (before, field->offset);
  const char *q = G_STRUCT_MEMBER_P (after, field->offset);

  switch (field->kind)
    {
    case SC_FIELD_INT:
      return *(const int *) p == *(const int *) q;
    case SC_FIELD_STRING:
      return g_strcmp0 (*(const char *const *) p, *(const char *const *) q) == 0;
    case SC_FIELD_VALUE:
    default:
      return *(const gconstpointer *) p == *(const gconstpointer *) q;
    }
}

static guint
find_changed_sides (gconstpointer before,
                    gconstpointer after,
                    guint (*get_side) (const ScField *field))
{
  guint changed = 0;

  for (const ScField *field = ((const ScValue *) before)->klass->fields; field->name != NULL;
       field++)
    {
      guint side = get_side (field);

      if (side & ~changed && !is_field_same (field, before, after))
        changed |= side;
    }
  return changed;
}

guint
sc_solution_find_changes (const ScSolution *before, const ScSolution *after)
{
  return before != after ? find_changed_sides (before, after, get_side_of_solution) : 0;
}

guint
sc_flow_find_changes (const ScFlow *before, const ScFlow *after)
{
  guint changed;

  if (before == after)
    return 0;
  changed = find_changed_sides (before, after, get_side_of_flow);
  if (before->stages == after->stages)
    return changed;
  if (sc_list_length (before->stages) != sc_list_length (after->stages))
    return changed | SC_USES_STAGES | SC_USES_WAYS | SC_USES_STEPS;
  sc_list_foreach (before->stages, const ScStage *, stage)
    {
      const ScStage *now = sc_list_at (after->stages, stage_i);

      if (stage == now)
        continue;
      if (g_strcmp0 (stage->id, now->id) != 0)
        return changed | SC_USES_STAGES | SC_USES_WAYS | SC_USES_STEPS;
      changed |= find_changed_sides (stage, now, get_side_of_stage);
    }
  return changed;
}
