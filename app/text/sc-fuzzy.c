/* sc-fuzzy.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-fuzzy.h"

#include <string.h>

/* The figures only have to order what people look at: whole runs before scattered letters, word
 * beginnings before their middles, short texts before long ones. */
#define FOR_ANY        100 /* so that no penalty leads to 0 */
#define FOR_LETTER     16
#define FOR_NEIGHBOUR  12 /* the letter before it is found, too */
#define FOR_WORD_START 10
#define FOR_TEXT_START 8
#define MAX_PENALTY    60

char *
sc_fuzzy_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_string_free (folded, FALSE);
}

static gunichar
get_lower (const char *p)
{
  return (guchar) *p < 0x80 ? (gunichar) g_ascii_tolower (*p)
                            : g_unichar_tolower (g_utf8_get_char (p));
}

/* Behind the last letter of the earliest place where all of needle is found; NULL: nowhere. */
static const char *
find_end (const char *needle, const char *text)
{
  const char *n = needle;

  for (const char *p = text; *p != '\0' && *n != '\0'; p = g_utf8_next_char (p))
    {
      if (get_lower (p) != g_utf8_get_char (n))
        continue;
      n = g_utf8_next_char (n);
      if (*n == '\0')
        return g_utf8_next_char (p);
    }
  return NULL;
}

/* The latest place from which all of needle is found before end: what lies between is as short as
 * it can be there. */
static const char *
find_start (const char *needle, const char *text, const char *end)
{
  const char *n = needle + strlen (needle);
  const char *p = end;

  while (n > needle)
    {
      n = g_utf8_prev_char (n);
      do
        p = g_utf8_prev_char (p);
      while (p > text && get_lower (p) != g_utf8_get_char (n));
    }
  return p;
}

gboolean
sc_fuzzy_is_word_start (const char *text, const char *p)
{
  gunichar before, here;

  if (p == text)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (p));
  here = g_utf8_get_char (p);
  return !g_unichar_isalnum (before) || (g_unichar_isupper (here) && g_unichar_islower (before));
}

guint
sc_fuzzy_tally_score (const ScFuzzyTally *self)
{
  guint penalty = 2 * self->n_between + MIN (self->text_length / 2, 30);

  return FOR_ANY + self->n_letters * FOR_LETTER + self->n_neighbours * FOR_NEIGHBOUR
         + self->n_word_starts * FOR_WORD_START + (self->at_start ? FOR_TEXT_START : 0)
         - MIN (penalty, MAX_PENALTY);
}

guint
sc_fuzzy_score (const char *folded_needle, const char *text)
{
  const char *end = find_end (folded_needle, text);
  const char *n = folded_needle;
  ScFuzzyTally tally = { .text_length = (guint) MIN (strlen (text), G_MAXINT) };
  gboolean neighbour = FALSE;

  if (*folded_needle == '\0')
    return FOR_ANY;
  if (end == NULL)
    return 0;
  for (const char *p = find_start (folded_needle, text, end); p < end; p = g_utf8_next_char (p))
    {
      if (*n == '\0' || get_lower (p) != g_utf8_get_char (n))
        {
          neighbour = FALSE;
          tally.n_between++;
          continue;
        }
      n = g_utf8_next_char (n);
      tally.n_letters++;
      tally.n_neighbours += neighbour ? 1 : 0;
      tally.n_word_starts += sc_fuzzy_is_word_start (text, p) ? 1 : 0;
      tally.at_start |= p == text;
      neighbour = TRUE;
    }
  return sc_fuzzy_tally_score (&tally);
}

static void
add_letter (GArray *runs, guint start, guint end)
{
  const ScFuzzyRun run = { start, end };

  if (runs->len > 0 && g_array_index (runs, ScFuzzyRun, runs->len - 1).end == start)
    g_array_index (runs, ScFuzzyRun, runs->len - 1).end = end;
  else
    g_array_append_val (runs, run);
}

GArray *
sc_fuzzy_find_runs (const char *folded_needle, const char *text)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (ScFuzzyRun));
  const char *end = *folded_needle != '\0' ? find_end (folded_needle, text) : NULL;
  const char *n = folded_needle;

  if (end == NULL)
    return runs;
  for (const char *p = find_start (folded_needle, text, end); p < end; p = g_utf8_next_char (p))
    {
      if (get_lower (p) != g_utf8_get_char (n))
        continue;
      add_letter (runs, (guint) (p - text), (guint) (g_utf8_next_char (p) - text));
      n = g_utf8_next_char (n);
    }
  return runs;
}
