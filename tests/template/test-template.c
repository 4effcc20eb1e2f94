/* test-template.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whatever template a person chooses, what comes of it is right. */

#include "sc-definition.h"
#include "sc-edit-flow.h"
#include "sc-edit-metadata.h"
#include "sc-edit-solution.h"
#include "sc-id.h"
#include "sc-name.h"
#include "sc-template.h"
#include "sc-validation.h"

static const ScFlow *
last_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, sc_list_length (solution->flows) - 1);
}

static ScSolution *
add (const ScTemplate *template, const ScSolution *solution, const char *name, const char *table)
{
  ScFlowArrival arrival = { .name = name, .table = table };
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  g_autoptr (ScMetadata) metadata = sc_metadata_new (solution, catalogue);
  g_autoptr (GError) error = NULL;
  ScSolution *after = sc_template_add_flow (template, solution, metadata, &arrival, &error);

  g_assert_no_error (error);
  return after;
}

static gboolean
is_empty (const ScTemplate *template)
{
  return g_str_equal (template->name, SC_TEMPLATE_EMPTY);
}

/* What the list says of them. */
static void
test_list (void)
{
  static const struct
  {
    const char *name;
    const char *title;
    int stages, steps;
    guint tables;
    gboolean open;
  } cases[] = {
    { "empty", "Empty", 1, 1, 0, TRUE },
    { "four-stages", "Four Stages", 4, 4, 0, TRUE },
    { "approval", "Approval", 3, 7, 1, FALSE },
    { "lead-to-opportunity", "Lead to Opportunity Sales Process", 4, 21, 2, FALSE },
    { "opportunity-sales", "Opportunity Sales Process", 4, 21, 1, FALSE },
    { "phone-to-case", "Phone to Case Process", 3, 6, 1, FALSE },
  };
  g_autoptr (ScList) templates = sc_template_list (NULL);

  g_assert_cmpuint (sc_list_length (templates), ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScTemplate *template = sc_list_get (templates, i);

      g_assert_cmpstr (template->name, ==, cases[i].name);
      g_assert_cmpstr (template->title, ==, cases[i].title);
      g_assert_nonnull (template->summary);
      g_assert_null (template->broken);
      g_assert_null (template->path);
      g_assert_cmpint (template->n_stages, ==, cases[i].stages);
      g_assert_cmpint (template->n_steps, ==, cases[i].steps);
      g_assert_cmpuint (sc_list_length (template->tables), ==, cases[i].tables);
      g_assert_cmpint (template->open, ==, cases[i].open);
      g_assert_true (sc_template_find (templates, cases[i].name) == template);
      g_assert_true (sc_template_find (templates, cases[i].title) == template);
    }
  g_assert_null (sc_template_find (templates, "none"));
}

/* The full check finds nothing of any severity. */
static void
test_check (void)
{
  g_autoptr (ScList) templates = sc_template_list (NULL);

  sc_list_foreach (templates, const ScTemplate *, template)
    {
      g_autoptr (ScSolution) empty = sc_edit_solution_new ();
      g_autoptr (ScSolution) solution = add (template, empty, NULL, NULL);
      g_autoptr (ScValidator) validator = sc_validator_new ();
      g_autoptr (ScList) problems = sc_validator_run (validator, solution);

      sc_list_foreach (problems, const ScProblem *, problem)
        {
          g_error ("%s: %s %s", template->name, sc_rule_get_id (problem->rule), problem->message);
        }
    }
}

/* As Stagecraft would write it, so that saving a copy of it changes no line. */
static void
test_files (void)
{
  g_autoptr (ScList) templates = sc_template_list (NULL);

  sc_list_foreach (templates, const ScTemplate *, template)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *file = g_strconcat (template->name, SC_DEFINITION_SUFFIX, NULL);
      g_autofree char *path
          = g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "data", "templates", file, NULL);
      g_autofree char *text = NULL;
      g_autoptr (ScSolution) solution = sc_template_read (template, &error);
      g_autoptr (GBytes) written = NULL;
      gsize size;

      g_assert_no_error (error);
      if (is_empty (template))
        continue;
      g_assert_true (g_file_get_contents (path, &text, &size, NULL));
      written = sc_definition_write (solution);
      g_assert_cmpmem (text, size, g_bytes_get_data (written, NULL), g_bytes_get_size (written));
      g_assert_cmpuint (sc_list_length (solution->flows), ==, 1);
    }
}

static void
collect_ids (GHashTable *ids, const ScFlow *flow)
{
  g_assert_true (g_hash_table_add (ids, (gpointer) flow->id));
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      g_assert_true (g_hash_table_add (ids, (gpointer) stage->id));
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          g_assert_true (g_hash_table_add (ids, (gpointer) step->id));
        }
    }
}

/* No id of one flow is that of another, nor of the template; nor is any name. */
static void
test_twice (void)
{
  g_autoptr (ScList) templates = sc_template_list (NULL);

  sc_list_foreach (templates, const ScTemplate *, template)
    {
      g_autoptr (GHashTable) ids = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
      g_autoptr (ScSolution) from = sc_template_read (template, NULL);
      g_autoptr (ScSolution) empty = sc_edit_solution_new ();
      g_autoptr (ScSolution) once = add (template, empty, NULL, NULL);
      g_autoptr (ScSolution) twice = add (template, once, NULL, NULL);
      const ScFlow *first = sc_list_get (twice->flows, 0), *second = sc_list_get (twice->flows, 1);

      collect_ids (ids, sc_list_get (from->flows, 0));
      collect_ids (ids, first);
      collect_ids (ids, second);
      g_assert_cmpstr (first->name, !=, second->name);
      g_assert_false (sc_name_equal (first->unique_name, second->unique_name));
      g_assert_true (twice->tables == once->tables);
      g_assert_true (twice->relationships == once->relationships);
      g_assert_cmpuint (sc_list_length (empty->flows), ==, 0);
    }
}

static void
test_open_table (void)
{
  g_autoptr (ScList) templates = sc_template_list (NULL);

  sc_list_foreach (templates, const ScTemplate *, template)
    {
      g_autoptr (ScSolution) empty = sc_edit_solution_new ();
      g_autoptr (ScSolution) solution = NULL;
      const ScFlow *flow;

      if (!template->open)
        continue;
      solution = add (template, empty, "Ours", "cts_project");
      flow = last_flow (solution);
      g_assert_cmpstr (flow->name, ==, "Ours");
      g_assert_cmpstr (flow->primary_table, ==, "cts_project");
      g_assert_cmpuint (sc_list_length (flow->stages), ==, template->n_stages);
      g_assert_null (solution->tables);
      sc_list_foreach (flow->stages, const ScStage *, stage)
        {
          g_assert_cmpstr (stage->table, ==, "cts_project");
        }
    }
}

/* Where the solution knows a table, what it knows stays. */
static void
test_known_table (void)
{
  g_autoptr (ScList) templates = sc_template_list (NULL);
  const ScTemplate *template = sc_template_find (templates, "lead-to-opportunity");
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  g_autoptr (ScSolution) table = sc_edit_table_add (empty, "lead", "Prospect", NULL);
  g_autoptr (ScSolution) known
      = sc_edit_column_add (table, "lead", "budgetamount", "Means", SC_COLUMN_CURRENCY, NULL);
  g_autoptr (ScSolution) after = add (template, known, NULL, NULL);
  const ScColumn *kept = sc_solution_find_column (after, "lead", "budgetamount");

  g_assert_true (kept == sc_solution_find_column (known, "lead", "budgetamount"));
  g_assert_cmpstr (sc_solution_get_table_label (after, "lead"), ==, "Prospect");
  g_assert_nonnull (sc_solution_find_column (after, "lead", "purchaseprocess"));
  g_assert_nonnull (sc_solution_find_table (after, "opportunity", NULL));
  g_assert_nonnull (sc_solution_find_relationship (after, "opportunity_originating_lead"));
  g_assert_cmpuint (sc_list_length (last_flow (after)->transitions), ==, 1);
}

/* Nothing is added to a table all of whose columns are known. */
static void
test_complete_table (void)
{
  g_autoptr (ScList) templates = sc_template_list (NULL);
  const ScTemplate *template = sc_template_find (templates, "phone-to-case");
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  g_autoptr (ScSolution) known = sc_solution_copy (empty);
  g_autoptr (ScTable) table = sc_table_new ();
  g_autoptr (ScSolution) after = NULL;

  sc_set_string (table, name, "incident");
  table->complete = TRUE;
  sc_take_value (known, tables, sc_list_append (NULL, table));
  after = add (template, known, NULL, NULL);
  g_assert_true (after->tables == known->tables);
}

/* The one stage asks for what the table says, as far as anybody knows it. */
static void
test_empty (void)
{
  static const struct
  {
    const char *table;
    const char *label;
    const char *column;
    const char *rule; /* what the check finds */
  } cases[] = {
    { NULL, "Account Name", "name", NULL },          { "lead", "Topic", "subject", NULL },
    { "contact", "Last Name", "lastname", NULL },    { "Incident", "Case Title", "title", NULL },
    { "cts_project", "Budget", "cts_budget", NULL }, { "cts_unknown", "New step", NULL, "SP-02" },
  };
  g_autoptr (ScList) templates = sc_template_list (NULL);
  const ScTemplate *template = sc_template_find (templates, SC_TEMPLATE_EMPTY);
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  g_autoptr (ScSolution) known = sc_edit_column_describe (empty, "cts_project", "cts_budget",
                                                          "Budget", SC_COLUMN_CURRENCY, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) solution = add (template, known, NULL, cases[i].table);
      const ScFlow *flow = last_flow (solution);
      const ScStage *stage = sc_list_get (flow->stages, 0);
      const ScStep *step = sc_list_get (stage->steps, 0);
      g_autoptr (ScValidator) validator = sc_validator_new ();
      g_autoptr (ScList) problems = sc_validator_run (validator, solution);
      const ScProblem *first = sc_list_get (problems, 0);

      g_assert_cmpuint (sc_list_length (flow->stages), ==, 1);
      g_assert_cmpuint (sc_list_length (stage->steps), ==, 1);
      g_assert_cmpstr (sc_stage_get_label (stage, solution->language), ==, "Identify");
      g_assert_cmpint (stage->category, ==, SC_CATEGORY_IDENTIFY);
      g_assert_cmpstr (sc_step_get_label (step, solution->language), ==, cases[i].label);
      g_assert_cmpstr (step->column, ==, cases[i].column);
      g_assert_true (solution->tables == known->tables);
      g_assert_cmpuint (sc_list_length (problems), ==, cases[i].rule != NULL ? 1 : 0);
      g_assert_cmpstr (first != NULL ? sc_rule_get_id (first->rule) : NULL, ==, cases[i].rule);
    }
}

/* What stands below its name in the list. */
static void
test_facts (void)
{
  static const struct
  {
    const char *name, *facts;
  } cases[] = {
    { "empty", "1 stage · 1 step · any table" },
    { "four-stages", "4 stages · 4 steps · any table" },
    { "lead-to-opportunity", "4 stages · 21 steps · Lead, Opportunity" },
    { "phone-to-case", "3 stages · 6 steps · Case" },
  };
  g_autoptr (ScList) templates = sc_template_list (NULL);
  g_autoptr (ScTemplate) unknown = sc_template_new ();
  g_autofree char *none = sc_template_describe_facts (unknown);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *facts
          = sc_template_describe_facts (sc_template_find (templates, cases[i].name));

      g_assert_cmpstr (facts, ==, cases[i].facts);
    }
  g_assert_cmpstr (none, ==, "0 stages · 0 steps");
  g_assert_null (sc_template_find (templates, "another"));
}

/* All stages of a template, to be pasted: an open one takes the table of where it goes. */
static void
test_clip (void)
{
  g_autoptr (ScList) templates = sc_template_list (NULL);
  g_autoptr (ScTemplate) broken = sc_template_new ();
  g_autoptr (GError) error = NULL;

  sc_list_foreach (templates, const ScTemplate *, template)
    {
      g_autoptr (ScClip) clip = sc_template_make_clip (template, &error);

      g_assert_no_error (error);
      g_assert_cmpint ((int) sc_list_length (clip->stages), ==, template->n_stages);
      g_assert_cmpint ((int) sc_clip_count_steps (clip), ==, template->n_steps);
      g_assert_cmpuint (sc_clip_count_loose (clip), ==, 0);
      g_assert_cmpstr (clip->title, ==, template->title);
      g_assert_cmpint (clip->open, ==, template->open);
    }
  sc_set_string (broken, path, "/nowhere/at.all");
  g_assert_null (sc_template_make_clip (broken, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ);
  g_assert_null (sc_template_suggest_name (broken, NULL));
}

/* A flow has to be called something, and a template that is gone gives none. */
static void
test_refused (void)
{
  const ScFlowArrival nameless = { .name = "" }, usual = { .name = "Flow" };
  g_autoptr (ScList) templates = sc_template_list (NULL);
  g_autoptr (ScSolution) solution = sc_edit_solution_new ();
  g_autoptr (ScTemplate) gone = sc_template_new ();
  g_autoptr (GError) no_name = NULL;
  g_autoptr (GError) no_file = NULL;

  g_assert_null (sc_template_add_flow (sc_template_find (templates, SC_TEMPLATE_EMPTY), solution,
                                       NULL, &nameless, &no_name));
  g_assert_error (no_name, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
  sc_set_string (gone, path, "/nowhere/at.all");
  g_assert_null (sc_template_add_flow (gone, solution, NULL, &usual, &no_file));
  g_assert_error (no_file, SC_FILE_ERROR, SC_FILE_ERROR_READ);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/list", test_list);
  g_test_add_func ("/template/check", test_check);
  g_test_add_func ("/template/files", test_files);
  g_test_add_func ("/template/twice", test_twice);
  g_test_add_func ("/template/open-table", test_open_table);
  g_test_add_func ("/template/known-table", test_known_table);
  g_test_add_func ("/template/complete-table", test_complete_table);
  g_test_add_func ("/template/facts", test_facts);
  g_test_add_func ("/template/clip", test_clip);
  g_test_add_func ("/template/refused", test_refused);
  g_test_add_func ("/template/empty", test_empty);
  return g_test_run ();
}
