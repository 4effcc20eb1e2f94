/* test-csv.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-csv.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *cell;
} cells[] = {
  { NULL, "" },
  { "", "" },
  { "Sales Rep", "Sales Rep" },
  { "Vertrieb Süd", "Vertrieb Süd" },
  /* What separates cells, rows and quotes. */
  { "a,b", "\"a,b\"" },
  { "a;b", "\"a;b\"" },
  { "a\tb", "\"a\tb\"" },
  { "say \"x\"", "\"say \"\"x\"\"\"" },
  { "\"", "\"\"\"\"" },
  { "two\nlines", "\"two\nlines\"" },
  { "two\r\nlines", "\"two\r\nlines\"" },
  { " a ", "\" a \"" },
  /* What a spreadsheet would run. */
  { "=1+1", "'=1+1" },
  { "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0" },
  { "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
  { "+1", "'+1" },
  { "-1", "'-1" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { "\t=1", "\"'\t=1\"" },
  { "\r=1", "\"'\r=1\"" },
  { "\n=1", "\"'\n=1\"" },
  { "  =1", "\"'  =1\"" },
  { "＝1", "'＝1" },
  { "＠1", "'＠1" },
  /* What it would not. */
  { "a=b", "a=b" },
  { "'=1", "'=1" },
  { "1-2", "1-2" },
  { "\xff", "\xef\xbf\xbd" },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);
      g_autofree char *expected = g_strconcat (cells[i].cell, ",x\r\n", NULL);
      const char *row[] = { cells[i].text, "x" };

      sc_csv_append_row (csv, row, G_N_ELEMENTS (row));
      g_assert_cmpstr (csv->str, ==, expected);
    }
}

static void
test_rows (void)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  sc_csv_append_strings (csv, "Role", "Read", "", NULL);
  sc_csv_append_strings (csv, "one", NULL);
  sc_csv_append_row (csv, NULL, 0);
  g_assert_cmpstr (csv->str, ==, "Role,Read,\r\none\r\n\r\n");
}

/* The way back, as RFC 4180 has it. */
static char *
read_cell (const char **at)
{
  GString *cell = g_string_new (NULL);
  const gboolean quoted = **at == '"';
  const char *p = *at + quoted;

  for (; *p != '\0'; p++)
    {
      if (quoted && p[0] == '"' && p[1] != '"')
        break;
      if (!quoted && (*p == ',' || *p == '\r'))
        break;
      p += quoted && *p == '"';
      g_string_append_c (cell, *p);
    }
  *at = p + quoted;
  return g_string_free (cell, FALSE);
}

/* Whatever the cells hold, as many come back, and none begins a formula. */
static void
test_random (void)
{
  static const char signs[] = "ab=+-@,;\"'\t\r\n ";
  g_autoptr (GRand) rand = g_rand_new_with_seed (180);

  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);
      char texts[3][6] = { "" };
      const char *row[] = { texts[0], texts[1], texts[2] };
      const char *at;

      for (guint i = 0; i < G_N_ELEMENTS (row); i++)
        for (int k = g_rand_int_range (rand, 0, 6); k > 0; k--)
          texts[i][k - 1] = signs[g_rand_int_range (rand, 0, sizeof (signs) - 1)];
      sc_csv_append_row (csv, row, G_N_ELEMENTS (row));
      at = csv->str;
      for (guint i = 0; i < G_N_ELEMENTS (row); i++)
        {
          g_autofree char *cell = read_cell (&at);
          const gboolean guarded = cell[0] == '\'' && texts[i][0] != '\'';

          g_assert_cmpstr (cell + guarded, ==, texts[i]);
          g_assert_null (cell[0] != '\0' ? strchr ("=+-@\t\r\n", cell[0]) : NULL);
          g_assert_cmpint (*at++, ==, i + 1 < G_N_ELEMENTS (row) ? ',' : '\r');
        }
      g_assert_cmpstr (at, ==, "\n");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/rows", test_rows);
  g_test_add_func ("/csv/random", test_random);
  return g_test_run ();
}
