/* test-line-diff.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-line-diff.h"

#include <string.h>

/* "-2 text" for each line, joined by "|"; "…" for a gap. */
static char *
describe (const char *before, const char *after, guint context, guint max_lines)
{
  g_autoptr (GBytes) a = g_bytes_new_static (before, strlen (before));
  g_autoptr (GBytes) b = g_bytes_new_static (after, strlen (after));
  g_autoptr (GPtrArray) lines = sc_line_diff (a, b, context, max_lines);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const ScDiffLine *line = g_ptr_array_index (lines, i);

      if (i > 0)
        g_string_append_c (text, '|');
      if (line->kind == SC_LINE_GAP)
        g_string_append (text, "…");
      else
        g_string_append_printf (text, "%c%u %s", "=-+"[line->kind], line -> number, line -> text);
    }
  return g_string_free (text, FALSE);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *before, *after;
    guint context, max_lines;
    const char *expected;
  } cases[] = {
    { "a\nb\nc", "a\nb\nc", 1, 99, "" },
    { "", "", 1, 99, "" },
    /* Line ends, the mark and the end of the last line do not count. */
    { "\xef\xbb\xbf"
      "a\r\nb\r\n",
      "a\nb", 1, 99, "" },
    { "a\nb\nc", "a\nx\nc", 1, 99, "=1 a|-2 b|+2 x|=3 c" },
    { "a\nb\nc", "a\nc", 0, 99, "…|-2 b|…" },
    { "a\nc", "a\nb\nc", 0, 99, "…|+2 b|…" },
    { "b", "a\nb", 1, 99, "+1 a|=1 b" },
    { "a\nb", "a", 1, 99, "=1 a|-2 b" },
    { "1\n2\n3\n4\n5\n6\n7\n8\n9", "1\nx\n3\n4\n5\n6\n7\ny\n9", 1, 99,
      "=1 1|-2 2|+2 x|=3 3|…|=7 7|-8 8|+8 y|=9 9" },
    { "1\n2\n3\n4", "a\nb\nc\nd", 1, 3, "-1 1|+1 a|-2 2|…" },
    { "a\n\xff\n", "a\nb", 0, 99, "…|-2 \xef\xbf\xbd|+2 b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found
          = describe (cases[i].before, cases[i].after, cases[i].context, cases[i].max_lines);

      /* Which of two neighbours comes first is of no matter where all lines differ. */
      if (cases[i].max_lines == 3)
        g_assert_true (g_str_has_suffix (found, "|…"));
      else
        g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* Whatever the texts: the lines kept and removed are the first one, those kept and added the
 * second. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) before = g_string_new ("x");
      g_autoptr (GString) after = g_string_new ("x");
      g_autoptr (GString) old = g_string_new (NULL);
      g_autoptr (GString) new = g_string_new (NULL);
      g_autoptr (GBytes) a = NULL;
      g_autoptr (GBytes) b = NULL;
      g_autoptr (GPtrArray) lines = NULL;

      for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
        g_string_append_printf (before, "\n%c", g_rand_int_range (random, 'a', 'd'));
      for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
        g_string_append_printf (after, "\n%c", g_rand_int_range (random, 'a', 'd'));
      a = g_bytes_new (before->str, before->len);
      b = g_bytes_new (after->str, after->len);
      lines = sc_line_diff (a, b, 100, 1000);
      if (lines->len == 0)
        {
          g_assert_cmpstr (before->str, ==, after->str);
          continue;
        }
      for (guint j = 0; j < lines->len; j++)
        {
          const ScDiffLine *line = g_ptr_array_index (lines, j);

          if (line->kind != SC_LINE_ADDED)
            g_string_append_printf (old, "%s%s", old->len > 0 ? "\n" : "", line->text);
          if (line->kind != SC_LINE_REMOVED)
            g_string_append_printf (new, "%s%s", new->len > 0 ? "\n" : "", line->text);
        }
      g_assert_cmpstr (old->str, ==, before->str);
      g_assert_cmpstr (new->str, ==, after->str);
    }
}

/* Two long texts that have nothing in common end, with little memory. */
static void
test_long (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GBytes) a = NULL;
  g_autoptr (GBytes) b = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (before, "old %u\n", i);
      g_string_append_printf (after, "new %u\n", i);
    }
  a = g_bytes_new (before->str, before->len);
  b = g_bytes_new (after->str, after->len);
  lines = sc_line_diff (a, b, 3, 500);
  g_assert_cmpuint (lines->len, ==, 501);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/line-diff/cases", test_cases);
  g_test_add_func ("/text/line-diff/random", test_random);
  g_test_add_func ("/text/line-diff/long", test_long);
  return g_test_run ();
}
