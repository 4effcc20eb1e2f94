/* sc-package-makeable.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-package-create.h"

#include "sc-backing.h"
#include "sc-id.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>

/* Letters, digits and underscores, of which the first is no digit: what Dataverse takes for a
 * unique name. */
static gboolean
is_unique_name (const char *name)
{
  if (name == NULL || !(g_ascii_isalpha (*name) || *name == '_'))
    return FALSE;
  for (const char *c = name; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && *c != '_')
        return FALSE;
    }
  return TRUE;
}

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "";
}

static char *
explain_solution (const ScSolution *solution)
{
  const char *title = get_text (sc_solution_get_title (solution));

  if (solution->managed)
    return g_strdup_printf (_ ("“%s” is a managed solution, which is not meant to be changed. Only "
                               "an environment or the packager makes one."),
                            title);
  if (!is_unique_name (solution->unique_name))
    return g_strdup_printf (_ ("“%s” is no unique name for a solution. Give it one of letters, "
                               "digits and underscores."),
                            get_text (solution->unique_name));
  if (!is_unique_name (solution->prefix))
    return g_strdup_printf (_ ("“%s” has no publisher with a prefix, with which the names of "
                               "everything new begin. Give it a publisher."),
                            title);
  if (solution->flows == NULL)
    return g_strdup_printf (_ ("“%s” has no flow. Add one first."), title);
  return NULL;
}

static char *
explain_stages (const ScFlow *flow, const char *name)
{
  if (flow->stages == NULL)
    return g_strdup_printf (_ ("“%s” has no stages. Add one first."), name);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (stage->table == NULL || *stage->table == '\0')
        return g_strdup_printf (_ ("The stage “%s” of “%s” has no table. Choose one."),
                                sc_stage_get_label (stage, SC_LANGUAGE_ENGLISH), name);
    }
  return NULL;
}

/* tables: the names of all tables that the solution's stages are on. */
static char *
explain_flow (const ScSolution *solution, const ScFlow *flow, GHashTable *tables)
{
  const char *name = sc_flow_get_label (flow, solution->language);
  g_autoptr (ScBacking) backing = NULL;

  if (!sc_id_is_valid (get_text (flow->id)))
    return g_strdup_printf (_ ("“%s” has no valid id. Copy the flow and delete this one."), name);
  if (flow->business_process_type == SC_PROCESS_TASK_FLOW)
    return g_strdup_printf (_ ("“%s” is a task flow, which Dataverse no longer runs."), name);
  if (flow->unique_name != NULL && !is_unique_name (flow->unique_name))
    return g_strdup_printf (_ ("“%s” is no unique name for the flow “%s”. Give it one of letters, "
                               "digits and underscores."),
                            flow->unique_name, name);
  backing = sc_backing_new (solution, flow);
  if (g_hash_table_contains (tables, sc_backing_get_name (backing)))
    return g_strdup_printf (_ ("“%s” is the unique name of the flow “%s” and the name of a table. "
                               "Give the flow another one."),
                            sc_backing_get_name (backing), name);
  return explain_stages (flow, name);
}

static GHashTable *
list_tables (const ScSolution *solution)
{
  GHashTable *tables = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      sc_list_foreach (flow->stages, const ScStage *, stage)
        {
          if (stage->table != NULL)
            g_hash_table_add (tables, (gpointer) stage->table);
        }
    }
  return tables;
}

static char *
explain_flows (const ScSolution *solution)
{
  g_autoptr (GHashTable) tables = list_tables (solution);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      char *reason = explain_flow (solution, flow, tables);
      g_autoptr (ScBacking) backing = NULL;

      if (reason != NULL)
        return reason;
      backing = sc_backing_new (solution, flow);
      if (!g_hash_table_add (names, g_strdup (sc_backing_get_name (backing))))
        return g_strdup_printf (_ ("Two flows have the unique name “%s”, which is also the name of "
                                   "their table. Give “%s” another one."),
                                sc_backing_get_name (backing),
                                sc_flow_get_label (flow, solution->language));
      if (!g_hash_table_add (ids, (gpointer) flow->id))
        return g_strdup_printf (_ ("Two flows have the id %s. Copy “%s” and delete it."), flow->id,
                                sc_flow_get_label (flow, solution->language));
    }
  return NULL;
}

static gboolean
is_written (const ScSolution *solution, const ScComponent *component)
{
  switch (component->type)
    {
    case SC_COMPONENT_PROCESS:
      return sc_solution_find_flow (solution, component->id, NULL) != NULL;
    case SC_COMPONENT_ROLE:
      return sc_solution_find_role (solution, component->id, NULL) != NULL;
    case SC_COMPONENT_TABLE:
      sc_list_foreach (solution->flows, const ScFlow *, flow)
        {
          g_autoptr (ScBacking) backing = sc_backing_new (solution, flow);

          if (sc_name_equal (component->schema_name, sc_backing_get_name (backing)))
            return TRUE;
        }
      return FALSE;
    default:
      return FALSE;
    }
}

static char *
explain_components (const ScSolution *solution)
{
  guint n = 0;

  sc_list_foreach (solution->components, const ScComponent *, component)
    {
      if (!is_written (solution, component))
        n++;
    }
  if (n == 0)
    return NULL;
  return g_strdup_printf (
      ngettext (
          "“%s” has %u part besides flows and roles, such as a table or a web resource, which "
          "only the package that it came from holds. Save it into that package.",
          "“%s” has %u parts besides flows and roles, such as tables or web resources, which "
          "only the package that it came from holds. Save it into that package.",
          n),
      get_text (sc_solution_get_title (solution)), n);
}

char *
sc_package_explain_unmakeable (const ScSolution *solution)
{
  char *reason = explain_solution (solution);

  if (reason == NULL)
    reason = explain_flows (solution);
  return reason != NULL ? reason : explain_components (solution);
}
