/* fuzz-solution.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "package-files.h"
#include "sc-solution-xml.h"

const char fuzz_name[] = "solution";

const FuzzCase fuzz_cases[] = { { NULL } };

void
fuzz_add_seeds (GPtrArray *seeds)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *text = NULL;

  files_make_solution (folder, "\r\n");
  text = files_read (folder, "Other/Solution.xml");
  fuzz_add_text (seeds, text);
  files_remove_folder (folder);
}

static ScSolution *
read (GBytes *bytes, GError **error)
{
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, "solution.xml", error);
  ScSolution *solution;

  if (xml == NULL)
    return NULL;
  solution = sc_solution_new ();
  sc_solution_xml_read (sc_xml_get_root (xml), solution);
  return solution;
}

/* Changes the version, where there is one, and nothing but the version. */
static void
check_update (GBytes *bytes, const ScSolution *before)
{
  g_autoptr (ScSolution) after = sc_solution_copy (before);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (ScSolution) back = NULL;

  if (before->version == NULL)
    return;
  sc_set_string (after, version, "1.2.3.4");
  changed = sc_solution_xml_update (bytes, "solution.xml", before, after, &error);
  fuzz_check_error (changed, error);
  back = changed != NULL ? read (changed, &error) : NULL;
  if (error != NULL)
    g_error ("%s", error->message);
  fuzz_check (sc_solution_equal (after, back));
}

gboolean
fuzz_try (GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) solution = read (input, &error);

  fuzz_check_error (solution, error);
  if (solution == NULL)
    return FALSE;
  check_update (input, solution);
  fuzz_check_solution (solution);
  return TRUE;
}
