/* sc-export-note.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-export.h"

#include "sc-flow-access.h"
#include "sc-id.h"
#include "sc-markdown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the facts come from: "Create a business process flow", "Work with business process flows
 * using code" (order, apps, roles) and "Import solutions" (publishing) on Microsoft Learn. That an
 * import may leave flows off is what people report. */

static void add_line (GString *note, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_line (GString *note, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (note, format, args);
  va_end (args);
  g_string_append_c (note, '\n');
}

static char *
name_flow (const ScSolution *solution, const ScFlow *flow)
{
  const char *name = sc_flow_get_label (flow, solution->language);

  return sc_markdown_escape (*name != '\0' ? name : flow->id != NULL ? flow->id : _ ("unnamed"));
}

static char *
name_table (const ScSolution *solution, const char *table)
{
  const char *label = sc_solution_get_table_label (solution, table);

  return sc_markdown_escape (label != NULL ? label : "");
}

/* The flows in the order in which a new row is offered them. */
static int
compare_flows (gconstpointer a, gconstpointer b, gpointer solution)
{
  const ScFlow *p = *(const ScFlow *const *) a, *q = *(const ScFlow *const *) b;
  int language = ((const ScSolution *) solution)->language;

  return p->order != q->order
             ? (p->order < q->order ? -1 : 1)
             : strcmp (sc_flow_get_label (p, language), sc_flow_get_label (q, language));
}

static GPtrArray *
sort_flows (const ScSolution *solution)
{
  GPtrArray *flows = g_ptr_array_new ();

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    g_ptr_array_add (flows, (gpointer) flow);
  g_ptr_array_sort_with_data (flows, compare_flows, (gpointer) solution);
  return flows;
}

/* One line per process that a flow runs, each once per list. */
static void
add_process (GPtrArray *lines, GHashTable *seen, const char *kind, const char *name, const char *id)
{
  g_autofree char *shown = NULL;

  if (!sc_id_is_valid (id) || !g_hash_table_add (seen, sc_id_normalize (id)))
    return;
  shown = sc_markdown_escape (name != NULL && *name != '\0' ? name : id);
  /* Translators: "Cloud flow: Send the offer". */
  g_ptr_array_add (lines, g_strdup_printf (_ ("%s: %s"), kind, shown));
}

/* What the flow runs and so must be active before it. */
static void
collect_processes (const ScSolution *solution,
                   const ScFlow *flow,
                   GPtrArray *lines,
                   GHashTable *seen)
{
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          if (step->kind == SC_STEP_ACTION)
            add_process (lines, seen, _ ("Action"),
                         step->process_name != NULL ? step->process_name
                                                    : sc_step_get_label (step, solution->language),
                         step->process_id);
          else if (step->kind == SC_STEP_FLOW)
            add_process (lines, seen, _ ("Cloud flow"),
                         sc_step_get_label (step, solution->language), step->process_id);
        }
      sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
        add_process (lines, seen, _ ("Workflow"), trigger->name, trigger->workflow_id);
    }
}

static void
add_head (GString *note, const ScSolution *solution)
{
  const char *known = sc_solution_get_title (solution);
  g_autofree char *title = sc_markdown_escape (known != NULL ? known : _ ("unnamed"));
  g_autofree char *unique_name
      = sc_markdown_escape (solution->unique_name != NULL ? solution->unique_name : "");
  g_autofree char *version
      = sc_markdown_escape (solution->version != NULL ? solution->version : "");
  g_autofree char *publisher
      = sc_markdown_escape (solution->publisher != NULL ? solution->publisher : "");
  guint n = sc_list_length (solution->flows);

  add_line (note, _ ("# Deployment of %s"), title);
  add_line (note, "%s", "");
  if (*unique_name != '\0')
    add_line (note, _ ("- Solution: %s"), unique_name);
  if (*version != '\0')
    add_line (note, _ ("- Version: %s"), version);
  if (*publisher != '\0')
    add_line (note, _ ("- Publisher: %s"), publisher);
  add_line (note, _ ("- Business process flows: %u"), n);
  add_line (note, "%s", "");
}

static gboolean
has_any_access (const ScRole *role, const ScFlow *flow)
{
  for (int access = 0; access < SC_N_ACCESS; access++)
    if (sc_flow_access_get (role, flow, access) != SC_LEVEL_NONE)
      return TRUE;
  return FALSE;
}

static gboolean
anybody_has_access (const ScSolution *solution)
{
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      sc_list_foreach (solution->flows, const ScFlow *, flow)
        {
          if (has_any_access (role, flow))
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_steps (GString *note, const ScSolution *solution, GPtrArray *flows)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (sc_id_hash, (GEqualFunc) sc_id_equal, g_free, NULL);

  for (guint i = 0; i < flows->len; i++)
    collect_processes (solution, g_ptr_array_index (flows, i), lines, seen);

  add_line (note, "%s", _ ("## After the import"));
  add_line (note, "%s", "");
  if (!solution->managed)
    add_line (note, "- [ ] %s",
              _ ("Publish all customizations. The import of an unmanaged solution does not."));
  if (lines->len > 0)
    add_line (note, "- [ ] %s", _ ("Activate what the flows run, before the flows themselves:"));
  for (guint i = 0; i < lines->len; i++)
    add_line (note, "  - [ ] %s", (const char *) g_ptr_array_index (lines, i));
  add_line (note, "- [ ] %s", _ ("Activate the flows, in the order below."));
  add_line (note, "- [ ] %s",
            _ ("Check that each flow is on. An import may leave flows turned off; then the bar "
               "shows, but its Next Stage does nothing."));
  add_line (note, "- [ ] %s",
            _ ("Add each flow and its table to the apps where people use it. An app that has any "
               "flow offers only the flows that it has."));
  add_line (note, "- [ ] %s",
            anybody_has_access (solution)
                ? _ ("Give people the roles below.")
                : _ ("Let roles use the tables of the flows: no role of the package does."));
  add_line (note, "%s", "");
}

static void
add_order (GString *note, const ScSolution *solution, GPtrArray *flows)
{
  add_line (note, "%s", _ ("## First deployment"));
  add_line (note, "%s", "");
  add_line (note, "%s",
            _ ("In an environment where a flow has never been, activate each one once, in this "
               "order. An export from there refuses a flow that was never activated."));
  add_line (note, "%s", "");
  for (guint i = 0; i < flows->len; i++)
    {
      const ScFlow *flow = g_ptr_array_index (flows, i);
      const ScStage *first = sc_list_get (flow->stages, 0);
      g_autofree char *name = name_flow (solution, flow);
      g_autofree char *table
          = name_table (solution, first != NULL ? first->table : flow->primary_table);

      /* Translators: a flow, the table it begins on, its process order. */
      g_string_append_printf (note, "%u. ", i + 1);
      add_line (note, _ ("%s (on %s, order %d)"), name, table, flow->order);
    }
  add_line (note, "%s", "");
}

static void
add_role (GString *note, const ScRole *role, const ScFlow *flow)
{
  g_autofree char *name = sc_markdown_escape (role->name != NULL ? role->name : "");

  g_string_append_printf (note, "| %s |", name);
  for (int access = 0; access < SC_N_ACCESS; access++)
    {
      ScLevel level = sc_flow_access_get (role, flow, access);

      g_string_append_printf (note, " %s |",
                              level == SC_LEVEL_NONE ? "–" : sc_level_get_title (level));
    }
  g_string_append_c (note, '\n');
}

static void
add_roles (GString *note, const ScSolution *solution, const ScFlow *flow)
{
  gboolean headed = FALSE;

  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      if (!has_any_access (role, flow))
        continue;
      if (!headed)
        {
          g_string_append_printf (note, "| %s |", _ ("Role"));
          for (int access = 0; access < SC_N_ACCESS; access++)
            g_string_append_printf (note, " %s |", sc_access_get_title (access));
          g_string_append (note, "\n| --- |");
          for (int access = 0; access < SC_N_ACCESS; access++)
            g_string_append (note, " --- |");
          g_string_append_c (note, '\n');
        }
      headed = TRUE;
      add_role (note, role, flow);
    }
  if (!headed)
    add_line (note, "%s",
              _ ("No role of the package has access to the flow's table: only System Administrator "
                 "and System Customizer can use it until a role gets it."));
}

static void
add_flow (GString *note, const ScSolution *solution, const ScFlow *flow)
{
  g_autofree char *name = name_flow (solution, flow);
  g_autofree char *backing
      = sc_markdown_escape (flow->unique_name != NULL ? flow->unique_name : "");
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (flow);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (sc_id_hash, (GEqualFunc) sc_id_equal, g_free, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *table = name_table (solution, g_ptr_array_index (tables, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", table);
    }
  collect_processes (solution, flow, lines, seen);

  add_line (note, "## %s", name);
  add_line (note, "%s", "");
  add_line (note, "- %s",
            flow->active ? _ ("In the package: active") : _ ("In the package: draft"));
  if (*backing != '\0')
    add_line (note, _ ("- Its table: %s"), backing);
  add_line (note, _ ("- Tables of its stages, each enabled for business process flows: %s"),
            names->str);
  for (guint i = 0; i < lines->len; i++)
    /* Translators: "Runs action: new_Approve". */
    add_line (note, _ ("- Runs %s"), (const char *) g_ptr_array_index (lines, i));
  sc_list_foreach (solution->apps, const ScApp *, app)
    {
      g_autofree char *label = sc_markdown_escape (sc_app_get_label (app, solution->language));

      if (sc_app_has_flow (app, flow))
        add_line (note, _ ("- In the app %s of the package"), label);
    }
  add_line (note, "- [ ] %s", _ ("Activated"));
  add_line (note, "- [ ] %s", _ ("Checked that it is on"));
  add_line (note, "- [ ] %s", _ ("Added to the app, with its table"));
  add_line (note, "- [ ] %s", _ ("Roles given"));
  add_line (note, "%s", "");
  add_roles (note, solution, flow);
}

char *
sc_export_write_note (const ScSolution *solution)
{
  GString *note = g_string_new (NULL);
  g_autoptr (GPtrArray) flows = sort_flows (solution);

  add_head (note, solution);
  add_steps (note, solution, flows);
  if (flows->len > 0)
    add_order (note, solution, flows);
  for (guint i = 0; i < flows->len; i++)
    {
      if (i > 0)
        g_string_append_c (note, '\n');
      add_flow (note, solution, g_ptr_array_index (flows, i));
    }
  return g_string_free (note, FALSE);
}
