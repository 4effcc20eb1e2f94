/* sc-flow-parts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-flow-parts.h"

#include "sc-backing.h"
#include "sc-derived-id.h"
#include "sc-id.h"
#include "sc-markup.h"
#include "sc-xaml.h"

#define DEFAULT_VERSION "1.0"

ScPart *
sc_part_new (char *path, GBytes *bytes)
{
  ScPart *self = g_new0 (ScPart, 1);

  self->path = path;
  self->bytes = bytes;
  return self;
}

void
sc_part_free (ScPart *self)
{
  g_free (self->path);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* What comes before, between and after the values that differ between flows, in the order that the
 * server's schema wants (support article 4462895 quotes it). */
static const char *const kind[] = { "Type=1",
                                    "Subprocess=0",
                                    "Category=4",
                                    "Mode=0",
                                    "Scope=4",
                                    "OnDemand=0",
                                    "TriggerOnCreate=1",
                                    "TriggerOnDelete=0",
                                    "AsyncAutodelete=0",
                                    "SyncWorkflowLogOnFailure=0",
                                    NULL };
static const char *const active_state[] = { "StateCode=1", "StatusCode=2", NULL };
static const char *const draft_state[] = { "StateCode=0", "StatusCode=1", NULL };
static const char *const openness[]
    = { "IsCustomProcessingStepAllowedForOtherPublishers=1", "ProcessTriggerScope=1", NULL };

static void
write_step_labels (
    ScMarkup *markup, const char *id, const ScList *labels, const char *fallback, int language)
{
  sc_markup_open (markup, "<steplabels id=\"%i\">", id);
  if (labels == NULL)
    sc_markup_line (markup, "<label languagecode=\"%d\" description=\"%a\" />", language, fallback);
  sc_list_foreach (labels, const ScLabel *, label)
    {
      sc_markup_line (markup, "<label languagecode=\"%d\" description=\"%a\" />", label->language,
                      label->text != NULL ? label->text : "");
    }
  sc_markup_close (markup, "steplabels");
}

/* Every label of the XAML once more, in the same order. */
static void
write_labels (ScMarkup *markup, const ScFlow *flow, int language)
{
  if (flow->stages == NULL)
    {
      sc_markup_line (markup, "<labels />");
      return;
    }
  sc_markup_open (markup, "<labels>");
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      write_step_labels (markup, stage->id, stage->labels, sc_stage_get_label (stage, language),
                         language);
      sc_list_foreach (stage->steps, const ScStep *, step)
        write_step_labels (markup, step->id, step->labels, sc_step_get_label (step, language),
                           language);
    }
  sc_markup_close (markup, "labels");
}

/* These have the language in front, unlike the texts of tables. */
static void
write_names (ScMarkup *markup, const ScFlow *flow, int language)
{
  sc_markup_open (markup, "<LocalizedNames>");
  if (flow->labels == NULL)
    sc_markup_line (markup, "<LocalizedName languagecode=\"%d\" description=\"%a\" />", language,
                    sc_flow_get_label (flow, language));
  sc_list_foreach (flow->labels, const ScLabel *, label)
    {
      sc_markup_line (markup, "<LocalizedName languagecode=\"%d\" description=\"%a\" />",
                      label->language, label->text != NULL ? label->text : "");
    }
  sc_markup_close (markup, "LocalizedNames");
  if (flow->description == NULL || *flow->description == '\0')
    return;
  sc_markup_open (markup, "<Descriptions>");
  sc_markup_line (markup, "<Description languagecode=\"%d\" description=\"%a\" />", language,
                  flow->description);
  sc_markup_close (markup, "Descriptions");
}

static const char *
get_name (const ScFlow *flow, int language)
{
  return flow->name != NULL ? flow->name : sc_flow_get_label (flow, language);
}

/* An id becomes part of a path only where it is one. */
static char *
make_stem (const ScFlow *flow, int language)
{
  g_autofree char *id = sc_id_normalize (flow->id);

  if (id == NULL)
    id = sc_derived_id_new (flow->id, "file");
  return sc_package_get_file_stem (get_name (flow, language), id);
}

static int
get_language (const ScSolution *solution)
{
  return solution->language > 0 ? solution->language : SC_LANGUAGE_ENGLISH;
}

char *
sc_flow_parts_get_stem (const ScSolution *solution, const ScFlow *flow)
{
  return make_stem (flow, get_language (solution));
}

static void
write_primary_table (ScMarkup *markup, const ScBacking *backing, const ScFlow *flow)
{
  const ScStage *first = sc_list_get (flow->stages, 0);
  const char *table = first != NULL && first->table != NULL ? first->table : flow->primary_table;
  g_autofree char *name = table != NULL ? sc_backing_get_schema_name (backing, table) : NULL;

  if (name != NULL)
    sc_markup_text (markup, "PrimaryEntity", name);
}

static void
write_workflow (ScMarkup *markup, const ScSolution *solution, const ScFlow *flow, gboolean root)
{
  g_autoptr (ScBacking) backing = sc_backing_new (solution, flow);
  int language = get_language (solution);
  g_autofree char *stem = make_stem (flow, language);

  sc_markup_open (markup, "<Workflow WorkflowId=\"%i\" Name=\"%a\"%s>", flow->id,
                  get_name (flow, language), root ? SC_MARKUP_XSI : "");
  sc_markup_line (markup, "<XamlFileName>/Workflows/%t.xaml</XamlFileName>", stem);
  sc_markup_elements (markup, kind);
  sc_markup_elements (markup, flow->active ? active_state : draft_state);
  sc_markup_line (markup, "<processorder>%d</processorder>", flow->order);
  if (flow->display_conditions != NULL)
    sc_markup_text (markup, "processroleassignment", flow->display_conditions);
  sc_markup_text (markup, "RunAs", "1");
  sc_markup_text (markup, "UniqueName", sc_backing_get_name (backing));
  sc_markup_text (markup, "IsTransacted", "1");
  sc_markup_text (markup, "IntroducedVersion",
                  solution->version != NULL ? solution->version : DEFAULT_VERSION);
  sc_markup_text (markup, "IsCustomizable", "1");
  sc_markup_line (markup, "<BusinessProcessType>%d</BusinessProcessType>",
                  flow->business_process_type);
  sc_markup_elements (markup, openness);
  write_primary_table (markup, backing, flow);
  write_names (markup, flow, language);
  write_labels (markup, flow, language);
  sc_markup_close (markup, "Workflow");
}

char *
sc_flow_parts_write_workflow (const ScSolution *solution, const ScFlow *flow, guint depth)
{
  ScMarkup markup = SC_MARKUP_INIT (depth);

  write_workflow (&markup, solution, flow, FALSE);
  return sc_markup_finish (&markup);
}

GBytes *
sc_flow_parts_write_workflow_file (const ScSolution *solution, const ScFlow *flow)
{
  ScMarkup markup = SC_MARKUP_INIT (0);

  write_workflow (&markup, solution, flow, TRUE);
  return sc_markup_finish_file (&markup);
}

static void
add (GPtrArray *parts, char *path, GBytes *bytes)
{
  g_ptr_array_add (parts, sc_part_new (path, bytes));
}

static void
add_table (GPtrArray *parts, const ScBacking *backing)
{
  g_autofree char *folder = g_strconcat ("Entities/", sc_backing_get_name (backing), NULL);
  g_autofree char *form = sc_backing_get_form_id (backing);

  add (parts, g_strconcat (folder, "/Entity.xml", NULL), sc_backing_write_table_file (backing));
  add (parts, g_strconcat (folder, "/FormXml/main/{", form, "}.xml", NULL),
       sc_backing_write_form_file (backing));
  add (parts, g_strconcat (folder, "/RibbonDiff.xml", NULL), sc_backing_write_ribbon_file ());
  for (guint i = 0; i < sc_backing_count_views (backing); i++)
    {
      g_autofree char *view = sc_backing_get_view_id (backing, i);

      add (parts, g_strconcat (folder, "/SavedQueries/{", view, "}.xml", NULL),
           sc_backing_write_view_file (backing, i));
    }
}

GPtrArray *
sc_flow_parts_list (const ScSolution *solution, const ScFlow *flow, ScPackageKind package)
{
  g_autoptr (ScBacking) backing = sc_backing_new (solution, flow);
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_part_free);
  g_autofree char *stem = make_stem (flow, get_language (solution));
  const char *name = sc_backing_get_name (backing);
  gboolean folder = package == SC_PACKAGE_FOLDER;

  add (parts, g_strconcat ("Workflows/", stem, ".xaml", NULL), sc_xaml_write (flow));
  if (folder)
    {
      add (parts, g_strconcat ("Workflows/", stem, ".xaml.data.xml", NULL),
           sc_flow_parts_write_workflow_file (solution, flow));
      add_table (parts, backing);
    }
  add (parts,
       folder ? g_strdup_printf ("Entities/%s/Formulas/%s-bpf_duration.xaml", name, name)
              : g_strdup_printf ("Formulas/%s-bpf_duration.xaml", name),
       sc_backing_write_formula (backing));
  return parts;
}
