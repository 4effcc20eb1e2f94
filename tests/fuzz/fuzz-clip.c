/* fuzz-clip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

#include "random-solution.h"
#include "sc-clip-text.h"
#include "sc-clip-xml.h"
#include "sc-edit-paste.h"

const char fuzz_name[] = "clip";

/* A message of libxml2 quotes what is wrong byte by byte. */
const FuzzCase fuzz_cases[] = {
  { "name-of-other-letters", "<clip><\u00e9\u00e9></\u00e9></clip>" },
  { "long-name-of-other-letters", "<\u6f22\u6f22\u6f22\u6f22\u6f22\u6f22\u6f22\u6f22\u6f22\u6f22"
                                  "\u6f22\u6f22\u6f22\u6f22\u6f22\u6f22"
                                  "\u6f22\u6f22\u6f22\u6f22\u6f22\u6f22\u6f22\u6f22\u6f22\u6f22"
                                  "\u6f22\u6f22\u6f22\u6f22\u6f22\u6f22"
                                  "\u6f22\u6f22></\u6f22>" },
  { NULL },
};

void
fuzz_add_seeds (GPtrArray *seeds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  while (seeds->len < 40)
    {
      g_autoptr (ScClip) clip = random_clip_new (rand, 10 + seeds->len * 2);

      if (clip->stages != NULL || clip->loose != NULL)
        g_ptr_array_add (seeds, sc_clip_write (clip));
    }
}

/* There is no markup but that of the table. */
static void
check_html (const char *html)
{
  static const char *const tags[] = { "!DOCTYPE html>",
                                      "html>",
                                      "head>",
                                      "meta charset=\"utf-8\">",
                                      "/head>",
                                      "body>",
                                      "table>",
                                      "tr>",
                                      "th>",
                                      "td>",
                                      "/th>",
                                      "/td>",
                                      "/tr>",
                                      "/table>",
                                      "/body>",
                                      "/html>" };

  for (const char *p = strchr (html, '<'); p != NULL; p = strchr (p + 1, '<'))
    {
      gboolean known = FALSE;

      for (guint i = 0; !known && i < G_N_ELEMENTS (tags); i++)
        known = g_str_has_prefix (p + 1, tags[i]);
      fuzz_check (known);
    }
}

static void
check_texts (const ScClip *clip)
{
  g_autofree char *text = sc_clip_write_text (clip);
  g_autofree char *table = sc_clip_write_table (clip);
  g_autofree char *html = sc_clip_write_html (clip);

  fuzz_check (g_utf8_validate (text, -1, NULL) && g_utf8_validate (table, -1, NULL)
              && g_utf8_validate (html, -1, NULL));
  check_html (html);
}

/* Into the flow of a solution that the clip has nothing to do with. */
static void
check_paste (const ScClip *clip)
{
  const ScPastePlace place = { SC_SLOT_FIRST, NULL, 0 };
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (ScFlow) flow = sc_flow_new ();
  g_autoptr (ScPasteReport) report = NULL;
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (GError) error = NULL;

  sc_set_string (flow, id, "fuzz");
  sc_set_string (flow, name, "Fuzz");
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  after = sc_edit_paste (solution, "fuzz", clip, place, NULL, NULL, &report, &error);
  if (after != NULL)
    fuzz_check_solution (after);
}

gboolean
fuzz_try (GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScClip) clip = sc_clip_read (input, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScClip) back = NULL;

  fuzz_check_error (clip, error);
  if (clip == NULL)
    return FALSE;
  bytes = sc_clip_write (clip);
  back = sc_clip_read (bytes, &error);
  fuzz_check_error (back, error);
  fuzz_check (back != NULL && sc_clip_equal (clip, back));
  check_texts (clip);
  check_paste (clip);
  return TRUE;
}
