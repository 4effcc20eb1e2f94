/* sc-template.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-template-private.h"

#include "sc-definition.h"
#include "sc-edit-flow.h"
#include "sc-edit-solution.h"
#include "sc-name.h"
#include "sc-template-resources.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/org/stagecraft/Stagecraft/templates/"

static const ScField template_fields[] = {
  SC_FIELD (ScTemplate, SC_FIELD_STRING, name),    SC_FIELD (ScTemplate, SC_FIELD_STRING, title),
  SC_FIELD (ScTemplate, SC_FIELD_STRING, summary), SC_FIELD (ScTemplate, SC_FIELD_STRING, path),
  SC_FIELD (ScTemplate, SC_FIELD_STRING, broken),  SC_FIELD (ScTemplate, SC_FIELD_INT, open),
  SC_FIELD (ScTemplate, SC_FIELD_INT, n_stages),   SC_FIELD (ScTemplate, SC_FIELD_INT, n_steps),
  SC_FIELD (ScTemplate, SC_FIELD_VALUE, tables),   SC_FIELD_END,
};

const ScValueClass sc_template_class = { "ScTemplate", sizeof (ScTemplate), template_fields };

/* Those in data/templates/, in the order of the list; behind the empty one. */
static const struct
{
  const char *name;
  const char *title;
  const char *summary;
  gboolean open;
} shipped[] = {
  { SC_TEMPLATE_EMPTY, N_ ("Empty"), N_ ("One stage to begin with."), TRUE },
  { "four-stages", N_ ("Four Stages"), N_ ("Qualify, develop, propose, close, on any table."),
    TRUE },
  { "approval", N_ ("Approval"),
    N_ ("What costs more than a limit is reviewed; everything else goes straight on."), FALSE },
  { "lead-to-opportunity", N_ ("Lead to Opportunity Sales Process"),
    N_ ("Qualifies a lead and takes the opportunity that comes of it to its close."), FALSE },
  { "opportunity-sales", N_ ("Opportunity Sales Process"),
    N_ ("Takes an opportunity from its first contact to its close."), FALSE },
  { "phone-to-case", N_ ("Phone to Case Process"),
    N_ ("Turns a call into a case, and takes the case to its answer."), FALSE },
};

static gboolean
is_empty (const ScTemplate *self)
{
  return self->path == NULL && g_str_equal (self->name, SC_TEMPLATE_EMPTY);
}

static ScSolution *
make_empty (GError **error)
{
  g_autoptr (ScSolution) solution = sc_edit_solution_new ();
  const ScFlowArrival arrival = { NULL, NULL, NULL, NULL };

  return sc_template_add_empty (solution, NULL, &arrival, error);
}

ScSolution *
sc_template_parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (ScSolution) solution = sc_definition_read (bytes, name, error);
  const ScFlow *flow = solution != NULL ? sc_list_get (solution->flows, 0) : NULL;

  if (solution == NULL)
    return NULL;
  if (flow == NULL || flow->stages == NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("“%s” holds no flow with a stage. Choose another template."), name);
      return NULL;
    }
  return g_steal_pointer (&solution);
}

ScSolution *
sc_template_read (const ScTemplate *self, GError **error)
{
  g_autofree char *resource = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (self->path != NULL)
    {
      name = g_filename_display_basename (self->path);
      bytes = sc_template_read_own (self->path, error);
    }
  else if (is_empty (self))
    return make_empty (error);
  else
    {
      resource = g_strconcat (RESOURCES, self->name, SC_DEFINITION_SUFFIX, NULL);
      bytes = g_resource_lookup_data (sc_template_files_get_resource (), resource,
                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    }
  return bytes != NULL ? sc_template_parse (bytes, name != NULL ? name : self->name, error) : NULL;
}

void
sc_template_describe (ScTemplate *self, const ScSolution *solution)
{
  const ScFlow *flow = sc_list_at (solution->flows, 0);
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (flow);
  GPtrArray *labels = sc_list_collect ();

  self->n_stages = (int) sc_list_length (flow->stages);
  self->n_steps = (int) sc_flow_count_steps (flow);
  for (guint i = 0; i < tables->len && !self->open; i++)
    {
      const char *table = g_ptr_array_index (tables, i);

      g_ptr_array_add (labels,
                       sc_label_new_text (0, sc_solution_get_table_label (solution, table)));
    }
  sc_take_value (self, tables, sc_list_new_take (labels));
}

static ScTemplate *
make_shipped (guint number)
{
  ScTemplate *self = sc_template_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) solution = NULL;

  sc_set_string (self, name, shipped[number].name);
  sc_set_string (self, title, _ (shipped[number].title));
  sc_set_string (self, summary, _ (shipped[number].summary));
  self->open = shipped[number].open;
  solution = sc_template_read (self, &error);
  if (solution != NULL)
    sc_template_describe (self, solution);
  else
    sc_set_string (self, broken, error->message);
  return self;
}

ScList *
sc_template_list (const char *folder)
{
  GPtrArray *templates = sc_list_collect ();

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    g_ptr_array_add (templates, make_shipped (i));
  if (folder != NULL)
    g_ptr_array_extend_and_steal (templates, sc_template_list_own (folder));
  return sc_list_new_take (templates);
}

const ScTemplate *
sc_template_find (const ScList *templates, const char *name)
{
  sc_list_foreach (templates, const ScTemplate *, template)
    {
      if (sc_name_equal (template->name, name) || sc_name_equal (template->title, name))
        return template;
    }
  return NULL;
}

static char *
join_tables (const ScTemplate *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (self->open)
    return g_strdup (_ ("any table"));
  sc_list_foreach (self->tables, const ScLabel *, label)
    {
      g_ptr_array_add (names, (gpointer) label->text);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

char *
sc_template_describe_facts (const ScTemplate *self)
{
  guint n_stages = (guint) self->n_stages, n_steps = (guint) self->n_steps;
  g_autofree char *stages
      = g_strdup_printf (ngettext ("%u stage", "%u stages", n_stages), n_stages);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n_steps), n_steps);
  g_autofree char *tables = join_tables (self);

  return g_strjoin (" · ", stages, steps, *tables != '\0' ? tables : NULL, NULL);
}

char *
sc_template_suggest_name (const ScTemplate *self, const ScSolution *solution)
{
  g_autoptr (ScSolution) from = sc_template_read (self, NULL);

  return from != NULL ? sc_edit_flow_suggest_import_name (solution, sc_list_get (from->flows, 0))
                      : NULL;
}

ScSolution *
sc_template_add_flow (const ScTemplate *self,
                      const ScSolution *solution,
                      ScMetadata *metadata,
                      const ScFlowArrival *arrival,
                      GError **error)
{
  g_autoptr (ScSolution) from = NULL;
  g_autofree char *name = NULL;
  ScFlowArrival named = *arrival;
  const ScFlow *flow;

  if (is_empty (self))
    {
      if (named.name == NULL)
        named.name = name = sc_template_suggest_name (self, solution);
      return sc_template_add_empty (solution, metadata, &named, error);
    }
  from = sc_template_read (self, error);
  flow = from != NULL ? sc_list_get (from->flows, 0) : NULL;
  return flow != NULL ? sc_edit_flow_import_as (solution, from, flow->id, arrival, NULL, error)
                      : NULL;
}

ScSolution *
sc_template_make (const ScSolution *solution,
                  const char *flow,
                  const ScParts *parts,
                  const char *name,
                  GError **error)
{
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  g_autoptr (ScSolution) blank = sc_solution_copy (empty);
  ScFlowArrival arrival = { .name = name, .parts = parts };

  blank->language = solution->language;
  sc_take_value (blank, labels, sc_labels_set (NULL, solution->language, name));
  return sc_edit_flow_import_as (blank, solution, flow, &arrival, NULL, error);
}
