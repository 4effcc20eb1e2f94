/* fuzz-xaml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "sample-flows.h"
#include "sc-xaml.h"

const char fuzz_name[] = "xaml";

const FuzzCase fuzz_cases[] = { { NULL } };

/* With ids of controls that belong to other numbers: that was found, and is fine. */
static void
add_renumbered (GPtrArray *seeds)
{
  g_autoptr (ScFlow) flow = sample_flow_new ("actions");
  g_autoptr (GBytes) bytes = sc_xaml_write (flow);
  g_autoptr (GString) text
      = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_string_replace (text, "_Step_1", "_Step_2", 0);
  fuzz_add_text (seeds, text->str);
}

void
fuzz_add_seeds (GPtrArray *seeds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      g_autoptr (ScFlow) flow = sample_flow_new (sample_names[i]);

      g_ptr_array_add (seeds, sc_xaml_write (flow));
    }
  add_renumbered (seeds);
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (ScFlow) flow = random_flow_new (rand);

      g_ptr_array_add (seeds, sc_xaml_write (flow));
    }
}

gboolean
fuzz_try (GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFlow) flow = sc_xaml_read (input, "fuzz.xaml", &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScFlow) back = NULL;
  g_autoptr (GBytes) again = NULL;

  fuzz_check_error (flow, error);
  if (flow == NULL)
    return FALSE;
  bytes = sc_xaml_write (flow);
  back = sc_xaml_read (bytes, "again.xaml", &error);
  fuzz_check_error (back, error);
  fuzz_check (back != NULL);
  again = sc_xaml_write (back);
  /* Ids of controls that follow from a number are not kept; those of a text with other numbers than
   * the writer's may begin to, or cease. What is written is the same. */
  if (!g_bytes_equal (bytes, again))
    fuzz_fail_unequal (flow, back);
  fuzz_check (sc_xaml_is_understood (bytes, back, NULL));
  sc_xaml_is_understood (input, flow, &(guint){ 0 });
  fuzz_check_flow (flow);
  return TRUE;
}
