/* test-shorten.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-shorten.h"

static void
test_shorten (void)
{
  static const struct
  {
    const char *text;
    guint max;
    const char *expected;
  } rows[] = {
    { "", 3, "" },
    { "abc", 3, "abc" },
    { "abcd", 3, "a…d" },
    { "abcdefghij", 9, "abcde…hij" },
    { "äöüß", 4, "äöüß" },
    { "äöüßä", 4, "äö…ä" },
    { "日本語の長い名前です", 6, "日本語…です" },
    { "🦆🦆🦆🦆🦆🦆", 5, "🦆🦆🦆…🦆" },
    { "a\xffz", 9, "a\xef\xbf\xbdz" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = sc_shorten (rows[i].text, rows[i].max);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/shorten", test_shorten);
  return g_test_run ();
}
