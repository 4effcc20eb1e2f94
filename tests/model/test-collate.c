/* test-collate.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-collate.h"

#include <string.h>

#define ABOVE \
  "\xcc\x81" /* combining characters that stand in an order, whichever way they are put */
#define BELOW "\xcc\x96"

static int
sign (int number)
{
  return (number > 0) - (number < 0);
}

static void
assert_order (const char *a, const char *b, int expected)
{
  g_autofree char *p = sc_collate_key (a);
  g_autofree char *q = sc_collate_key (b);

  g_assert_cmpint (sign (sc_collate (a, b)), ==, expected);
  g_assert_cmpint (sign (sc_collate (b, a)), ==, -expected);
  g_assert_cmpint (sign (strcmp (p, q)), ==, expected);
}

static char *
repeat (const char *text, guint n, const char *end)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (g_string_append (all, end), FALSE);
}

static void
test_order (void)
{
  static const struct
  {
    const char *a, *b;
    int order;
  } rows[] = {
    { "", "", 0 },
    { NULL, "", 0 },
    { NULL, "a", -1 },
    { "a", "b", -1 },
    { "a", "aa", -1 },
    { "ä", "a\xcc\x88", 0 }, /* composed or not */
    { "a" ABOVE BELOW, "a" BELOW ABOVE, 0 },
    { "\xff", "\xff", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_order (rows[i].a, rows[i].b, rows[i].order);
}

/* What is behind the beginning counts, too, and never makes a circle. */
static void
test_long (void)
{
  static const char *const units[] = { "a", "ä", "日", "🦆", "\x80" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    for (guint n = 250; n < 262; n++)
      {
        g_autofree char *plain = repeat (units[i], n, "");
        g_autofree char *longer = repeat (units[i], n + 1, "");
        g_autofree char *with_x = repeat (units[i], n, "x");
        g_autofree char *with_y = repeat (units[i], n, "y");

        assert_order (plain, plain, 0);
        assert_order (plain, longer, -1);
        assert_order (plain, with_x, -1);
        assert_order (with_x, with_y, -1);
      }
}

/* Takes an hour where all of it is put in order. */
static void
test_combining (void)
{
  g_autofree char *below = repeat (BELOW, 100 * 1000, "");
  g_autofree char *a = repeat (ABOVE, 100 * 1000, below);
  g_autofree char *b = repeat (ABOVE, 100 * 1000, "b");

  g_assert_cmpint (sc_collate (a, a), ==, 0);
  g_assert_cmpint (sign (sc_collate (a, b)), ==, -sign (sc_collate (b, a)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/collate/order", test_order);
  g_test_add_func ("/model/collate/long", test_long);
  g_test_add_func ("/model/collate/combining", test_combining);
  return g_test_run ();
}
