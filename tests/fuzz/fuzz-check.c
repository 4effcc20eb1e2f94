/* fuzz-check.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

#include "sc-definition.h"
#include "sc-file-error.h"
#include "sc-validation.h"

void
fuzz_check_error (gconstpointer result, const GError *error)
{
  fuzz_check ((result != NULL) == (error == NULL));
  if (error == NULL)
    return;
  fuzz_check (error->domain == SC_FILE_ERROR);
  fuzz_check (error->message[0] != '\0' && g_utf8_validate (error->message, -1, NULL));
}

static void
check_definition (const ScSolution *solution)
{
  g_autoptr (GBytes) bytes = sc_definition_write (solution);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) back = sc_definition_read (bytes, "fuzz", &error);
  g_autoptr (GBytes) again = NULL;

  if (error != NULL)
    g_error ("what was written cannot be read: %s", error->message);
  /* The nearest thing that the file allows may differ from the value, but it stays what it is. */
  again = sc_definition_write (back);
  if (!g_bytes_equal (bytes, again))
    g_error ("what was written:\n%.*s\nis read as:\n%.*s", (int) g_bytes_get_size (bytes),
             (const char *) g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (again),
             (const char *) g_bytes_get_data (again, NULL));
}

void
fuzz_check_solution (const ScSolution *solution)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      fuzz_check (g_utf8_validate (problem->message, -1, NULL));
    }
  check_definition (solution);
}

void
fuzz_check_flow (const ScFlow *flow)
{
  g_autoptr (ScSolution) solution = sc_solution_new ();

  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  fuzz_check_solution (solution);
}

static char *
describe (const ScFlow *flow)
{
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (GBytes) bytes = NULL;

  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  bytes = sc_definition_write (solution);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

void
fuzz_fail_unequal (const ScFlow *flow, const ScFlow *back)
{
  g_autofree char *first = describe (flow);
  g_autofree char *second = describe (back);

  g_error ("what was read:\n%s\nis not what was written:\n%s", first, second);
}

void
fuzz_check_tables (const ScList *tables, const ScList *relationships)
{
  g_autoptr (ScSolution) solution = sc_solution_new ();

  sc_set_value (solution, imported, tables);
  sc_set_value (solution, imported_relationships, relationships);
  fuzz_check_solution (solution);
}

void
fuzz_add_text (GPtrArray *seeds, const char *text)
{
  g_ptr_array_add (seeds, g_bytes_new (text, strlen (text)));
}
