/* test-file-name.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-file-name.h"

#include <string.h>

#define LONG_NAME "a123456789b123456789c123456789d123456789e123456789f123456789"

static void
test_paths (void)
{
  static const struct
  {
    const char *path;
    gboolean hidden, plain;
  } rows[] = {
    { "a", FALSE, TRUE },
    { "a.b", FALSE, TRUE },
    { "a/b/c.d", FALSE, TRUE },
    { "[Content_Types].xml", FALSE, TRUE },
    { "a/{b}.xml", FALSE, TRUE },
    { "\u200d", FALSE, TRUE },
    { "a…", FALSE, TRUE },
    { "\xff", FALSE, TRUE },
    { "", FALSE, FALSE },
    { "/a", FALSE, FALSE },
    { "a/", FALSE, FALSE },
    { "a//b", FALSE, FALSE },
    { ".", TRUE, FALSE },
    { "..", TRUE, FALSE },
    { ".git", TRUE, FALSE },
    { ".git/config", TRUE, FALSE },
    { "a/.git/config", TRUE, FALSE },
    { "a/.envrc", TRUE, FALSE },
    { "a\\.envrc", TRUE, FALSE },
    { "a/..", TRUE, FALSE },
    { "a/../b", TRUE, FALSE },
    { "a/./b", TRUE, FALSE },
    { "．git/config", TRUE, FALSE },
    { "․git", TRUE, FALSE },
    { "a／.git", TRUE, FALSE },
    { "a＼．git", TRUE, FALSE },
    { "\u200d.git", TRUE, FALSE },
    { "a/\u200c\ufeff.git", TRUE, FALSE },
    { ".\xff", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].path);
      g_assert_cmpint (sc_file_name_is_hidden (rows[i].path), ==, rows[i].hidden);
      g_assert_cmpint (sc_file_name_is_plain_path (rows[i].path), ==, rows[i].plain);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean portable;
  } rows[] = {
    { "a", TRUE },
    { "Sales Rep", TRUE },
    { "Sales 2.0", TRUE },
    { "{a}", TRUE },
    { "Verkäufer", TRUE },
    { "50 %", TRUE },
    { LONG_NAME LONG_NAME, TRUE },
    { "Console", TRUE },
    { "a.con", TRUE },
    { "com", TRUE },
    { "com10", TRUE },
    { "coma", TRUE },
    { "lpta", TRUE },
    { NULL, FALSE },
    { "", FALSE },
    { " ", FALSE },
    { ".", FALSE },
    { ".a", FALSE },
    { "．a", FALSE },
    { " a", FALSE },
    { "a ", FALSE },
    { "a.", FALSE },
    { "a/b", FALSE },
    { "a\\b", FALSE },
    { "a:b", FALSE },
    { "a*", FALSE },
    { "a?", FALSE },
    { "a\"", FALSE },
    { "<a", FALSE },
    { "a>", FALSE },
    { "a|b", FALSE },
    { "a\tb", FALSE },
    { "a\nb", FALSE },
    { LONG_NAME LONG_NAME "x", FALSE },
    { "con", FALSE },
    { "CON", FALSE },
    { "Aux", FALSE },
    { "nul.txt", FALSE },
    { "prn .x", FALSE },
    { "com1", FALSE },
    { "LPT9", FALSE },
    { "com0.a", FALSE },
    { "COM²", FALSE },
    { "conin$", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].name != NULL ? rows[i].name : "NULL");
      g_assert_cmpint (sc_file_name_is_portable (rows[i].name), ==, rows[i].portable);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-name/paths", test_paths);
  g_test_add_func ("/file-name/names", test_names);
  return g_test_run ();
}
