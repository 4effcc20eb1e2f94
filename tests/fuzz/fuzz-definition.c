/* fuzz-definition.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "random-solution.h"
#include "sc-definition.h"

const char fuzz_name[] = "definition";

const FuzzCase fuzz_cases[] = { { NULL } };

void
fuzz_add_seeds (GPtrArray *seeds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (ScSolution) solution = random_solution_new (rand, i * 2);

      g_ptr_array_add (seeds, sc_definition_write (solution));
    }
}

gboolean
fuzz_try (GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) solution = sc_definition_read (input, "fuzz.stagecraft", &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScSolution) back = NULL;

  fuzz_check_error (solution, error);
  if (solution == NULL)
    return FALSE;
  bytes = sc_definition_write (solution);
  back = sc_definition_read (bytes, "again.stagecraft", &error);
  fuzz_check_error (back, error);
  fuzz_check (back != NULL && sc_solution_equal (solution, back));
  fuzz_check_solution (solution);
  return TRUE;
}
