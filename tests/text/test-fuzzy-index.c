/* test-fuzzy-index.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-fuzzy-index.h"
#include "sc-fuzzy.h"

#define N_THINGS 400
#define N_RUNS   300

typedef struct
{
  char *texts[N_THINGS][2];
  ScFuzzyIndex *index;
} Things;

static char *
draw_text (GRand *rand)
{
  static const char *const words[] = { "Estimated",
                                       "close",
                                       "Date",
                                       "Account",
                                       "a",
                                       "Größe",
                                       "ÜBER",
                                       "total",
                                       "x9",
                                       "日本",
                                       "originatingleadoriginatinglead",
                                       "TT" };
  static const char *const marks[] = { " ", "_", "", "-" };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, 5);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? marks[g_rand_int_range (rand, 0, 4)] : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
things_init (Things *self, GRand *rand)
{
  self->index = sc_fuzzy_index_new ();
  for (guint i = 0; i < N_THINGS; i++)
    {
      self->texts[i][0] = draw_text (rand);
      self->texts[i][1] = draw_text (rand);
      sc_fuzzy_index_add (self->index, self->texts[i][0], self->texts[i][1]);
    }
}

static void
things_clear (Things *self)
{
  for (guint i = 0; i < N_THINGS; i++)
    {
      g_free (self->texts[i][0]);
      g_free (self->texts[i][1]);
    }
  sc_fuzzy_index_free (self->index);
}

static guint
score (const Things *self, guint i, const char *needle)
{
  return MAX (sc_fuzzy_score (needle, self->texts[i][0]),
              sc_fuzzy_score (needle, self->texts[i][1]));
}

/* All that fit and nothing else, in the order of their scores. */
static void
assert_found (Things *self, const char *text)
{
  g_autofree char *needle = sc_fuzzy_fold (text);
  guint n, n_fitting = 0;
  const guint *found = sc_fuzzy_index_search (self->index, text, &n);

  for (guint i = 0; i < N_THINGS; i++)
    n_fitting += score (self, i, needle) > 0 ? 1 : 0;
  g_assert_cmpuint (n, ==, n_fitting);
  for (guint i = 1; i < n; i++)
    {
      guint before = score (self, found[i - 1], needle), here = score (self, found[i], needle);

      g_assert_true (before > here || (before == here && found[i - 1] < found[i]));
    }
}

/* What is typed, letter for letter, taken back, and begun anew. */
static void
test_like_score (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  Things things;

  things_init (&things, rand);
  assert_found (&things, "");
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autofree char *text = draw_text (rand);
      const char *end = text;
      int leap = g_rand_int_range (rand, 1, 4);

      for (int k = 0; *end != '\0' && k < 12; k++)
        {
          g_autofree char *typed = NULL;

          for (int l = 0; l < leap && *end != '\0'; l++)
            end = g_utf8_next_char (end);
          typed = g_strndup (text, (gsize) (end - text));
          assert_found (&things, typed);
        }
      assert_found (&things, "to");
    }
  things_clear (&things);
}

static void
test_grows (void)
{
  g_autoptr (ScFuzzyIndex) index = sc_fuzzy_index_new ();
  guint n;

  g_assert_cmpuint (sc_fuzzy_index_get_length (index), ==, 0);
  sc_fuzzy_index_search (index, "name", &n);
  g_assert_cmpuint (n, ==, 0);
  sc_fuzzy_index_add (index, "Last Name", "lastname");
  sc_fuzzy_index_add (index, "Name", "fullname");
  g_assert_cmpuint (sc_fuzzy_index_get_length (index), ==, 2);
  g_assert_cmpuint (sc_fuzzy_index_search (index, "name", &n)[0], ==, 1);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzzy-index/like-score", test_like_score);
  g_test_add_func ("/fuzzy-index/grows", test_grows);
  return g_test_run ();
}
