/* test-corpus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sc-import.h"
#include "sc-metadata.h"
#include "sc-package.h"

/* The control class that a step would get, for every data step of every real flow whose column any
 * source knows, is the one that it has. */

#define ONE_LINE "4273edbd-ac1d-40d3-9fb2-095c621b552d"

/* Columns of several lines of plain text, which the newer designer shows in a control of one. */
static const struct
{
  const char *table;
  const char *column;
  const char *class_id;
} exceptions[] = {
  { "contoso_outcome", "contoso_outcomedescription", ONE_LINE },
  { "contoso_outcome", "contoso_goal", ONE_LINE },
};

typedef struct
{
  guint flows;
  guint steps;
  guint known;
  guint untyped; /* known, but nobody says of what type */
  guint excepted[G_N_ELEMENTS (exceptions)];
  GString *failures;
} Tally;

static gboolean
is_exception (Tally *tally, const ScStage *stage, const ScStep *step)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (g_ascii_strcasecmp (exceptions[i].table, stage->table) == 0
        && g_ascii_strcasecmp (exceptions[i].column, step->column) == 0
        && g_ascii_strcasecmp (exceptions[i].class_id, step->class_id) == 0)
      {
        tally->excepted[i]++;
        return TRUE;
      }
  return FALSE;
}

static void
check_step (Tally *tally, ScMetadata *metadata, const ScStage *stage, const ScStep *step)
{
  const ScMetadataColumn *found;
  const char *chosen;

  if (step->kind != SC_STEP_DATA || step->column == NULL || step->class_id == NULL)
    return;
  tally->steps++;
  found = sc_metadata_find_column (metadata, stage->table, step->column);
  if (found == NULL)
    return;
  tally->known++;
  if (found->column->type == SC_COLUMN_UNKNOWN)
    {
      tally->untyped++;
      g_test_message ("untyped %s.%s", stage->table, step->column);
      return;
    }
  chosen = sc_column_choose_control (found->column);
  if (g_ascii_strcasecmp (chosen, step->class_id) == 0)
    return;
  if (!is_exception (tally, stage, step))
    g_string_append_printf (tally->failures, "\n%s.%s: %s, source %d: %s", stage->table,
                            step->column, sc_column_type_get_nick (found->column->type),
                            found->type_source, step->class_id);
}

static void
check_solution (Tally *tally, ScCatalogue *catalogue, const ScSolution *solution)
{
  g_autoptr (ScMetadata) metadata = sc_metadata_new (solution, catalogue);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      tally->flows++;
      sc_list_foreach (flow->stages, const ScStage *, stage)
        sc_list_foreach (stage->steps, const ScStep *, step)
          {
            check_step (tally, metadata, stage, step);
          }
    }
}

/* Something of the corpus with flows. */
typedef struct
{
  char *origin; /* who made it: "owner__repository", with which the name of its folder begins */
  ScSolution *solution;
  gboolean bare; /* a flow on its own, without the tables of its package */
} Found;

static void
found_free (gpointer data)
{
  Found *self = data;

  g_free (self->origin);
  sc_solution_unref (self->solution);
  g_free (self);
}

static gboolean
has_file (const char *path, const char *name)
{
  g_autofree char *file = g_build_filename (path, name, NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

static char *
dup_origin (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "__", 3);

  return g_strv_length (parts) >= 2 ? g_strconcat (parts[0], "__", parts[1], NULL)
                                    : g_strdup (name);
}

/* Packages in folders and zips, and flows on their own. */
static void
collect (GPtrArray *all, const char *path, const char *origin)
{
  const gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  const gboolean bare = g_str_has_suffix (path, ".xaml");
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (is_folder ? has_file (path, "Other/Solution.xml") || has_file (path, "other/solution.xml")
                : bare || g_str_has_suffix (path, ".zip"))
    {
      g_autoptr (ScPackage) package = sc_package_open (path, NULL);
      Found *found = package != NULL ? g_new0 (Found, 1) : NULL;

      if (found == NULL)
        return;
      found->origin = g_strdup (origin);
      found->solution = sc_solution_ref ((ScSolution *) sc_package_get_solution (package));
      found->bare = bare;
      g_ptr_array_add (all, found);
      return;
    }
  dir = is_folder ? g_dir_open (path, 0, NULL) : NULL;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      g_autofree char *named = strstr (name, "__") != NULL ? dup_origin (name) : NULL;

      collect (all, inner, named != NULL ? named : origin);
    }
}

/* The flow with the tables of its makers' packages, as if their folder had been imported. */
static ScSolution *
import_packages (const Found *found, const GPtrArray *all)
{
  ScSolution *solution = sc_solution_copy (found->solution);
  GPtrArray *tables = sc_list_collect ();

  for (guint i = 0; i < all->len; i++)
    {
      const Found *other = g_ptr_array_index (all, i);

      if (other->bare || strcmp (other->origin, found->origin) != 0)
        continue;
      sc_list_foreach (other->solution->tables, const ScTable *, table)
        {
          g_ptr_array_add (tables, sc_table_ref (table));
        }
    }
  sc_take_value (solution, imported, sc_list_new_take (tables));
  return solution;
}

/* With what another environment says of the standard tables. */
static ScSolution *
import_document (const ScSolution *before, const char *path)
{
  ScSolution *solution = sc_solution_copy (before);
  ScList *tables = NULL;
  ScList *relationships = NULL;

  if (sc_import_metadata (path, before, NULL, &tables, &relationships, NULL))
    {
      sc_take_value (solution, imported, tables);
      sc_take_value (solution, imported_relationships, relationships);
    }
  return solution;
}

static char *
dup_folder (const char *name)
{
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");

  if (corpus == NULL)
    corpus = g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
  return corpus != NULL ? g_build_filename (corpus, name, NULL) : NULL;
}

/* metadata: of an environment, to be imported beside; NULL: what each comes with. */
static void
check_all (const char *corpus, const char *metadata)
{
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (found_free);
  Tally tally = { .failures = g_string_new (NULL) };

  collect (all, corpus, "");
  for (guint i = 0; i < all->len; i++)
    {
      const Found *found = g_ptr_array_index (all, i);
      g_autoptr (ScSolution) solution = metadata != NULL
                                            ? import_document (found->solution, metadata)
                                        : found->bare ? import_packages (found, all)
                                                      : sc_solution_ref (found->solution);

      check_solution (&tally, catalogue, solution);
    }
  g_test_message ("%u flows with %u data steps, the columns of %u known, %u of them without a type",
                  tally.flows, tally.steps, tally.known, tally.untyped);
  g_assert_cmpuint (tally.known, >, 0);
  g_assert_cmpstr (tally.failures->str, ==, "");
  g_string_free (tally.failures, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    {
      g_test_message ("%s.%s: an exception, %u times", exceptions[i].table, exceptions[i].column,
                      tally.excepted[i]);
      if (tally.excepted[i] == 0)
        g_error ("%s.%s is no exception any more", exceptions[i].table, exceptions[i].column);
    }
}

static void
test_controls (gconstpointer beside)
{
  g_autofree char *corpus = dup_folder ("");
  g_autofree char *metadata = beside != NULL ? dup_folder (beside) : NULL;

  if (corpus == NULL || !g_file_test (corpus, G_FILE_TEST_IS_DIR))
    g_test_skip ("there is no folder of real flows");
  else if (metadata != NULL && !g_file_test (metadata, G_FILE_TEST_EXISTS))
    g_test_skip ("there is no metadata of a real environment");
  else
    check_all (corpus, metadata);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/corpus/controls", NULL, test_controls);
  g_test_add_data_func ("/corpus/controls-with-metadata",
                        "../metadata/csdl/bcgov__embc-ess-mod__DynamicsCsdl.xml", test_controls);
  return g_test_run ();
}
