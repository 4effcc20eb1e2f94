/* test-reimport.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Columns that vanish from an environment: its metadata is imported again, steps keep what they
 * show, and the check says so until the column is back. */

#include <glib/gstdio.h>

#include "fixture.h"
#include "sc-edit-metadata.h"
#include "sc-import.h"
#include "sc-validation.h"

/* Imports what an environment with a table new_t says, which has these columns. */
static ScSolution *
import (const ScSolution *solution, const char *columns)
{
  g_auto (GStrv) names = g_strsplit (columns, " ", -1);
  g_autoptr (GString) text
      = g_string_new ("<Edmx Version='4.0'><DataServices><Schema><EntityType Name='new_t'>");
  g_autoptr (ScList) tables = NULL;
  g_autoptr (ScList) relationships = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("stagecraft-XXXXXX.xml", &path, &error);
  ScSolution *after;

  g_assert_no_error (error);
  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (text, "<Property Name='%s' Type='Edm.String'/>", names[i]);
  g_string_append (text, "</EntityType></Schema></DataServices></Edmx>");
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  sc_import_metadata (path, solution, NULL, &tables, &relationships, &error);
  g_assert_no_error (error);
  after = sc_edit_metadata_import (solution, tables, relationships, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_unlink (path);
  return after;
}

static void
test_vanished (void)
{
  static const struct
  {
    const char *columns;
    const char *problems;
  } states[] = {
    { "new_name new_x new_y", "" },
    { "new_name new_y", "SP-01 warning A1" },
    { "new_name", "SP-01 warning A1; SP-01 warning A2" },
    { "new_name NEW_X new_y", "" },
    { "new_y", "SP-01 warning A1" },
  };
  g_autoptr (ScSolution) start = fixture_solution (
      "outline A>; steps A 2; A1 column=new_x; A2 column=new_y; new_t complete=0 columns=");
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScSolution) solution = sc_solution_ref (start);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (ScSolution) after = import (solution, states[i].columns);
      g_autoptr (ScList) problems = sc_validator_run (validator, after);
      g_autofree char *text = fixture_describe (problems);

      g_assert_cmpstr (text, ==, states[i].problems);
      g_assert_true (after->flows == start->flows);
      sc_solution_unref (solution);
      solution = sc_solution_ref (after);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validation/reimport/vanished", test_vanished);
  return g_test_run ();
}
