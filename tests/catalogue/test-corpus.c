/* test-corpus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sc-metadata.h"
#include "sc-package.h"

/* The control class that a step would get, for every data step of every real flow whose column any
 * source knows, is the one that it has. */

typedef struct
{
  guint steps;
  guint known;
  guint excepted;
  GString *failures;
} Tally;

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

static gboolean
is_exception (const ScStage *stage, const ScStep *step)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (g_ascii_strcasecmp (exceptions[i].table, stage->table) == 0
        && g_ascii_strcasecmp (exceptions[i].column, step->column) == 0
        && g_ascii_strcasecmp (exceptions[i].class_id, step->class_id) == 0)
      return TRUE;
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
  if (found == NULL || found->column->type == SC_COLUMN_UNKNOWN)
    return;
  tally->known++;
  chosen = sc_metadata_choose_control (found->column);
  if (g_ascii_strcasecmp (chosen, step->class_id) == 0)
    return;
  if (is_exception (stage, step))
    tally->excepted++;
  else
    g_string_append_printf (tally->failures, "\n%s.%s: %s, source %d: %s", stage->table,
                            step->column, sc_column_type_get_nick (found->column->type),
                            found->type_source, step->class_id);
}

static void
check_solution (Tally *tally, ScCatalogue *catalogue, const ScSolution *solution)
{
  g_autoptr (ScMetadata) metadata = sc_metadata_new (solution, catalogue);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    sc_list_foreach (flow->stages, const ScStage *, stage)
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          check_step (tally, metadata, stage, step);
        }
}

static gboolean
has_file (const char *path, const char *name)
{
  g_autofree char *file = g_build_filename (path, name, NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

/* Packages in folders and zips, and flows on their own. */
static void
check_path (Tally *tally, ScCatalogue *catalogue, const char *path)
{
  const gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (is_folder ? has_file (path, "Other/Solution.xml") || has_file (path, "other/solution.xml")
                : g_str_has_suffix (path, ".zip") || g_str_has_suffix (path, ".xaml"))
    {
      g_autoptr (ScPackage) package = sc_package_open (path, NULL);

      if (package != NULL)
        check_solution (tally, catalogue, sc_package_get_solution (package));
      return;
    }
  dir = is_folder ? g_dir_open (path, 0, NULL) : NULL;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      check_path (tally, catalogue, inner);
    }
}

static void
test_controls (void)
{
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  Tally tally = { 0 };

  if (corpus == NULL)
    corpus = g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
  if (corpus == NULL || !g_file_test (corpus, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("there is no folder of real flows");
      return;
    }
  tally.failures = g_string_new (NULL);
  check_path (&tally, catalogue, corpus);
  g_test_message ("%u steps, the columns of %u known, %u exceptions", tally.steps, tally.known,
                  tally.excepted);
  g_assert_cmpuint (tally.known, >, 0);
  g_assert_cmpstr (tally.failures->str, ==, "");
  g_string_free (tally.failures, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/controls", test_controls);
  return g_test_run ();
}
