/* sc-package-obstacle.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-backing.h"
#include "sc-id.h"
#include "sc-name.h"
#include "sc-package-private.h"

#include <glib/gi18n-lib.h>

/* What only the file beside a .xaml can hold. */
static gboolean
has_same_details (const ScFlow *a, const ScFlow *b)
{
  return g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->description, b->description) == 0
         && !a->active == !b->active && a->order == b->order
         && g_strcmp0 (a->display_conditions, b->display_conditions) == 0
         && sc_value_equal (a->labels, b->labels);
}

/* TRUE when saving would write a file from its flow that the flow does not hold all of. */
static gboolean
needs_agreement (const ScPackageFlow *record, const ScFlow *after)
{
  return record != NULL && record->first_difference != 0 && record->flow != after
         && !sc_package_writes_same_xaml (record->flow, after);
}

const char *
sc_package_find_rewrite (const ScPackage *self, const ScSolution *solution)
{
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (needs_agreement (sc_package_find_flow (self, flow->id), flow))
        return flow->id;
    }
  return NULL;
}

/* What an import of a new flow would fail for. */
static char *
find_new_flow_obstacle (const ScSolution *solution, const ScFlow *flow, const char *name)
{
  g_autoptr (ScBacking) backing = sc_backing_new (solution, flow);
  const char *table = sc_backing_get_name (backing);

  if (!sc_id_is_valid (flow->id))
    return g_strdup_printf (_ ("“%s” has no valid id. Copy it and delete this one."), name);
  if (flow->stages == NULL)
    return g_strdup_printf (_ ("“%s” has no stages yet. Add one before saving it in a package."),
                            name);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (stage->table == NULL || *stage->table == '\0')
        return g_strdup_printf (_ ("A stage of “%s” has no table. Choose one before saving it in a "
                                   "package."),
                                name);
    }
  sc_list_foreach (solution->flows, const ScFlow *, other)
    {
      if (other != flow && sc_name_equal (other->unique_name, table))
        return g_strdup_printf (_ ("“%s” and “%s” have the same unique name (%s), which is also "
                                   "the name of their table. Delete one and make it anew."),
                                name, sc_flow_get_label (other, SC_LANGUAGE_ENGLISH), table);
    }
  return NULL;
}

static char *
find_flow_obstacle (const ScPackage *self,
                    const ScSolution *solution,
                    const ScFlow *after,
                    gboolean rewrite)
{
  const ScPackageFlow *record = sc_package_find_flow (self, after->id);
  const char *name = sc_flow_get_label (after, SC_LANGUAGE_ENGLISH);

  if (record == NULL)
    return self->kind == SC_PACKAGE_XAML ? g_strdup_printf (
               _ ("“%s” has no place in a .xaml file, which holds one flow. Save "
                  "as a .stagecraft file."),
               name)
                                         : find_new_flow_obstacle (solution, after, name);
  if (record->flow == after)
    return NULL;
  if (g_strcmp0 (record->flow->unique_name, after->unique_name) != 0)
    return g_strdup_printf (
        _ ("The unique name of “%s” is also the name of its table, so it cannot "
           "be changed in a package."),
        name);
  if (record->data == NULL && !has_same_details (record->flow, after))
    return g_strdup_printf (_ ("The name, order and state of “%s” have no place in a .xaml file "
                               "alone. Save as a .stagecraft file to keep them."),
                            name);
  if (!rewrite && needs_agreement (record, after))
    {
      g_autofree char *file = g_filename_display_name (record->xaml);

      return g_strdup_printf (_ ("“%s” holds something that Stagecraft does not know (line %u) and "
                                 "that saving would lose. Save as a .stagecraft file instead."),
                              file, record->first_difference);
    }
  return NULL;
}

/* A role that the package holds twice: whichever of them was written, the other one might count. */
static char *
find_role_obstacle (const ScPackage *self, const ScSolution *solution)
{
  for (guint i = 0; i < self->roles->len; i++)
    {
      const ScPackageRole *record = g_ptr_array_index (self->roles, i);
      const ScRole *after;

      if (record->copy == NULL)
        continue;
      after = sc_solution_find_role (solution, record->role->id, NULL);
      if (after == NULL || !sc_role_equal (record->role, after))
        return g_strdup_printf (
            _ ("The role “%s” is in this package more than once (“%s” and “%s”), so a change of "
               "one "
               "of them may have no effect. Take the others out, and open the package again."),
            record->role->name, record->file, record->copy);
    }
  return NULL;
}

char *
sc_package_find_obstacle (const ScPackage *self, const ScSolution *solution, gboolean rewrite)
{
  g_autofree char *file = g_filename_display_basename (self->path);

  if (self->solution->managed)
    return g_strdup_printf (_ ("“%s” is a managed solution, which is not meant to be changed. Open "
                               "the unmanaged one."),
                            file);
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      char *obstacle = find_flow_obstacle (self, solution, flow, rewrite);

      if (obstacle != NULL)
        return obstacle;
    }
  if (self->kind == SC_PACKAGE_XAML && solution->flows == NULL)
    return g_strdup_printf (_ ("The flow of “%s” was deleted. Delete the file instead."), file);
  if (self->kind == SC_PACKAGE_XAML && sc_list_length (solution->roles) > 0)
    return g_strdup (_ ("Roles have no place in a .xaml file. Save as a .stagecraft file."));
  return find_role_obstacle (self, solution);
}
