/* test-markdown.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-markdown.h"

static const struct
{
  const char *text;
  const char *escaped;
} cases[] = {
  { "", "" },
  { "Sales Rep", "Sales Rep" },
  { "a|b", "a\\|b" },
  { "two\nlines", "two lines" },
  { "two\r\nlines", "two  lines" },
  { "  in front", "in front" },
  { "*bold* `code` [link](x)", "\\*bold\\* \\`code\\` \\[link\\](x)" },
  { "<script>", "\\<script\\>" },
  { "new_table_name", "new_table_name" },
  { "_em_", "\\_em\\_" },
  { "R & D &amp; more", "R & D \\&amp; more" },
  { "http://x", "http\\://x" },
  { "www.x", "www\\.x" },
  { "1. first", "1\\. first" },
  { "- item", "\\- item" },
  { "=x", "\\=x" },
  { "a\\", "a\\\\" },
  { "\xff", "\xef\xbf\xbd" },
};

static void
test_escape (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *escaped = sc_markdown_escape (cases[i].text);

      g_assert_cmpstr (escaped, ==, cases[i].escaped);
    }
}

static void
test_table (void)
{
  static const char *const head[] = { "Role", "A|B" };
  static const char *const row[] = { NULL, "x\ny" };
  g_autoptr (GString) markdown = g_string_new (NULL);

  sc_markdown_append_head (markdown, head, G_N_ELEMENTS (head));
  sc_markdown_append_row (markdown, row, G_N_ELEMENTS (row));
  g_assert_cmpstr (markdown->str, ==,
                   "| Role | A\\|B |\n"
                   "| --- | --- |\n"
                   "|  | x y |\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/escape", test_escape);
  g_test_add_func ("/markdown/table", test_table);
  return g_test_run ();
}
