/* fuzz-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

#include "random-solution.h"
#include "sc-clip-table.h"
#include "sc-clip-text.h"

const char fuzz_name[] = "table";

const FuzzCase fuzz_cases[] = {
  { "tab-in-a-field", "Stage;Step\nOne\tTwo;Budget\n" },
  { "quote-in-the-middle", ";\"When;Column;Required\nA;Bud'et;b;yes\n;\"When\"\";c 9no" },
  { NULL },
};

static ScClip *
read (const char *text, gsize size, GError **error)
{
  return sc_clip_read_table (text, size, SC_LANGUAGE_ENGLISH, error);
}

void
fuzz_add_seeds (GPtrArray *seeds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  while (seeds->len < 20)
    {
      g_autoptr (ScClip) clip = random_clip_new (rand, 50);
      g_autofree char *text = sc_clip_write_table (clip);
      g_autoptr (ScClip) back = read (text, strlen (text), NULL);

      if (back != NULL)
        fuzz_add_text (seeds, text);
    }
  fuzz_add_text (seeds, "Stage;Step;Column;Required\nQualify;Budget;budgetamount;yes\n"
                        ";\"When; \"\"exactly\"\"\";closedate;no\r\nClose;;;\n");
  fuzz_add_text (seeds, "Phase\tSchritt\tSpalte\tErforderlich\nEins\tName\tname\tja\n");
  fuzz_add_text (seeds, "A,B,c,1\nA,C,d,0\n");
}

gboolean
fuzz_try (GBytes *input)
{
  gsize size;
  const char *text = g_bytes_get_data (input, &size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScClip) clip = read (text != NULL ? text : "", size, &error);
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  g_autoptr (ScClip) back = NULL;

  fuzz_check_error (clip, error);
  if (clip == NULL)
    return FALSE;
  written = sc_clip_write_table (clip);
  back = read (written, strlen (written), &error);
  fuzz_check_error (back, error);
  fuzz_check (back != NULL);
  again = sc_clip_write_table (back);
  if (!g_str_equal (written, again))
    g_error ("what was written:\n%s\nis read as:\n%s", written, again);
  {
    g_autoptr (ScFlow) flow = sc_flow_new ();

    sc_set_string (flow, id, "fuzz");
    sc_set_value (flow, stages, clip->stages != NULL ? clip->stages : clip->loose);
    fuzz_check_flow (flow);
  }
  return TRUE;
}
