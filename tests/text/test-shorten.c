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

/* Only the ends of a long text are looked at, and cut between characters. */
static void
test_long (void)
{
  static const char *const characters[] = { "a", "ä", "日", "🦆", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    for (guint shift = 0; shift < 4; shift++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autofree char *valid = g_utf8_make_valid (characters[i], -1);
        g_autoptr (GString) expected = g_string_new (NULL);
        g_autofree char *shortened = NULL;

        for (guint k = 0; k < shift; k++)
          g_string_append_c (text, 'x');
        for (guint k = 0; k < 1000; k++)
          g_string_append (text, characters[i]);
        for (guint k = 0; k < shift; k++)
          g_string_append_c (text, 'y');

        for (guint k = 0; k < 6; k++)
          g_string_append (expected, k < shift ? "x" : valid);
        g_string_append (expected, "…");
        for (guint k = 3; k-- > 0;)
          g_string_append (expected, k < shift ? "y" : valid);
        shortened = sc_shorten (text->str, 10);
        g_assert_cmpstr (shortened, ==, expected->str);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/shorten", test_shorten);
  g_test_add_func ("/text/shorten/long", test_long);
  return g_test_run ();
}
