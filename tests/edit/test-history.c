/* test-history.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-stage.h"
#include "sc-history.h"
#include "sc-outline.h"

/* One letter a command: a–z commit (upper case: in the group of that letter), u undo, r redo,
 * "." closes the group. expected is the way to the present: a dot for the first solution, then the
 * names of the edits. */
static void
test_commands (void)
{
  static const struct
  {
    const char *commands, *expected;
    const char *undo, *redo; /* names; NULL: cannot */
  } cases[] = {
    { "", "", NULL, NULL },         { "ab", "ab", "b", NULL },   { "ab<", "a", "a", "b" },
    { "ab<<", "", NULL, "a" },      { "ab<<<", "", NULL, "a" },  { "ab<<>", "a", "a", "b" },
    { "ab<<>>>", "ab", "b", NULL }, { "ab<c", "ac", "c", NULL }, { "ab<c<>", "ac", "c", NULL },
    { "AA", "A", "A", NULL },       { "aAAA<", "a", "a", "A" },  { "AAbAA", "AbA", "A", NULL },
    { "AB", "AB", "B", NULL },      { "A.A", "AA", "A", NULL },  { "A<>A", "AA", "A", NULL },
    { "AA<A", "A", "A", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) first = sc_outline_read_solution ("A>");
      g_autoptr (ScHistory) history = sc_history_new (first);
      g_autoptr (GString) names = g_string_new (NULL);

      g_test_message ("%s", cases[i].commands);
      for (const char *c = cases[i].commands; *c != '\0'; c++)
        {
          const char name[] = { *c, '\0' };

          if (*c == '<')
            sc_history_undo (history);
          else if (*c == '>')
            sc_history_redo (history);
          else if (*c == '.')
            sc_history_close_group (history);
          else
            {
              g_autoptr (ScSolution) next = sc_solution_copy (sc_history_get_current (history));

              sc_history_commit (history, next, name, g_ascii_isupper (*c) ? name : NULL);
            }
        }

      g_assert_cmpstr (sc_history_get_undo_name (history), ==, cases[i].undo);
      g_assert_cmpstr (sc_history_get_redo_name (history), ==, cases[i].redo);
      g_assert_true (sc_history_can_undo (history) == (cases[i].undo != NULL));
      g_assert_true (sc_history_can_redo (history) == (cases[i].redo != NULL));
      for (; sc_history_can_undo (history); sc_history_undo (history))
        g_string_prepend (names, sc_history_get_undo_name (history));
      g_assert_cmpstr (names->str, ==, cases[i].expected);
      g_assert_true (sc_history_get_current (history) == first);
    }
}

static void
test_no_change (void)
{
  g_autoptr (ScSolution) first = sc_outline_read_solution ("A>");
  g_autoptr (ScHistory) history = sc_history_new (first);

  sc_history_commit (history, first, "nothing", NULL);
  g_assert_cmpuint (sc_history_get_length (history), ==, 1);
  g_assert_cmpuint (sc_history_get_position (history), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/history/commands", test_commands);
  g_test_add_func ("/edit/history/no-change", test_no_change);
  return g_test_run ();
}
