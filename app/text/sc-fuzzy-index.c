/* sc-fuzzy-index.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-fuzzy-index.h"

#include <string.h>

#include "sc-fuzzy.h"

/* A text this long has its beginnings of words in one number; longer ones are rare. */
#define MAX_FAST 64
#define NOWHERE  G_MAXUINT8

typedef struct
{
  guint64 word_starts; /* a bit for each letter */
  guint place;         /* in texts and folded */
  guint8 length;       /* 0: not of ASCII, or too long: to be scored in the long way */
  guint8 end;          /* behind the earliest place of the needle; NOWHERE: it does not fit */
  guint8 run;          /* the letters before end that are the last of the needle, side by side */
} Text;

/* The two texts of a thing. */
typedef struct
{
  Text texts[2];
} Entry;

struct _ScFuzzyIndex
{
  GArray *entries; /* of Entry */
  GArray *letters; /* of guint64, two for each entry: a bit for each letter that the text has, so
                      that most can be ruled out by a look */
  GString *texts;  /* each ends with NUL */
  GString *folded; /* the same in lower case */

  char *needle;   /* folded; NULL: not searched yet */
  GArray *hits;   /* of guint, in the order of the entries */
  GArray *scores; /* of guint, of the hits */
  GArray *sorted; /* of guint: the hits, the best first */
};

ScFuzzyIndex *
sc_fuzzy_index_new (void)
{
  ScFuzzyIndex *self = g_new0 (ScFuzzyIndex, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->letters = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->texts = g_string_new (NULL);
  self->folded = g_string_new (NULL);
  self->hits = g_array_new (FALSE, FALSE, sizeof (guint));
  self->scores = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
sc_fuzzy_index_free (ScFuzzyIndex *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->letters);
  g_string_free (self->texts, TRUE);
  g_string_free (self->folded, TRUE);
  g_free (self->needle);
  g_array_unref (self->hits);
  g_array_unref (self->scores);
  g_array_unref (self->sorted);
  g_free (self);
}

/* Letters and digits have a bit each, everything else shares the rest. */
static guint64
get_bit (gunichar c)
{
  if (c >= 'a' && c <= 'z')
    return G_GUINT64_CONSTANT (1) << (c - 'a');
  if (c >= '0' && c <= '9')
    return G_GUINT64_CONSTANT (1) << (26 + c - '0');
  return G_GUINT64_CONSTANT (1) << (36 + c % 28);
}

static guint64
get_letters (const char *text)
{
  guint64 letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    letters |= get_bit (g_unichar_tolower (g_utf8_get_char (p)));
  return letters;
}

static guint64
get_word_starts (const char *text, gsize length)
{
  guint64 starts = 0;

  for (gsize i = 0; i < length; i++)
    if (sc_fuzzy_is_word_start (text, text + i))
      starts |= G_GUINT64_CONSTANT (1) << i;
  return starts;
}

static Text
add_text (ScFuzzyIndex *self, const char *text)
{
  const gsize length = strlen (text);
  const guint64 letters = get_letters (text);
  Text added = { 0, (guint) self->texts->len, 0, 0, 0 };

  if (length <= MAX_FAST && g_str_is_ascii (text))
    {
      added.word_starts = get_word_starts (text, length);
      added.length = (guint8) length;
    }
  g_string_append_len (self->texts, text, (gssize) length + 1);
  for (gsize i = 0; i <= length; i++)
    g_string_append_c (self->folded, g_ascii_tolower (text[i]));
  g_array_append_val (self->letters, letters);
  return added;
}

void
sc_fuzzy_index_add (ScFuzzyIndex *self, const char *first, const char *second)
{
  Entry entry;

  entry.texts[0] = add_text (self, first);
  entry.texts[1] = add_text (self, second);
  g_array_append_val (self->entries, entry);
  g_clear_pointer (&self->needle, g_free);
}

guint
sc_fuzzy_index_get_length (ScFuzzyIndex *self)
{
  return self->entries->len;
}

/* What is searched for. */
typedef struct
{
  const char *needle;
  guint length;
  guint known; /* so much of it has been found already, where a text has an end */
  guint64 letters;
} Search;

/* Takes the end of the text from the known part of the needle to all of it. */
static void
go_on (Text *text, const char *folded, const Search *search)
{
  for (guint i = search->known; i < search->length; i++)
    {
      guint at = text->end;

      while (at < text->length && folded[at] != search->needle[i])
        at++;
      if (at == text->length)
        {
          text->end = NOWHERE;
          return;
        }
      text->run = at == text->end ? (guint8) (text->run + 1) : 1;
      text->end = (guint8) (at + 1);
    }
}

static guint
count_bits (guint64 bits)
{
  return (guint) __builtin_popcountll (bits);
}

/* As sc_fuzzy_score() counts, where the letters of the needle are side by side. */
static guint
score_run (const Text *text, const Search *search)
{
  const guint start = text->end - search->length;
  const guint64 starts = (text->word_starts >> start) << (MAX_FAST - search->length);
  const ScFuzzyTally tally = { .n_letters = search->length,
                               .n_neighbours = search->length - 1,
                               .n_word_starts = count_bits (starts),
                               .at_start = start == 0,
                               .text_length = text->length };

  return sc_fuzzy_tally_score (&tally);
}

/* The same where there is something between them. */
static guint
score_scattered (const Text *text, const char *folded, const Search *search)
{
  guint start = text->end, last = 0, n = search->length;
  ScFuzzyTally tally = { .n_letters = search->length, .text_length = text->length };

  while (n > 0)
    if (folded[--start] == search->needle[n - 1])
      n--;
  tally.at_start = start == 0;
  tally.n_between = text->end - start - search->length;
  for (guint at = start; n < search->length; at++)
    {
      if (folded[at] != search->needle[n])
        continue;
      tally.n_neighbours += n > 0 && at == last + 1 ? 1 : 0;
      tally.n_word_starts += (guint) (text->word_starts >> at) & 1;
      last = at;
      n++;
    }
  return sc_fuzzy_tally_score (&tally);
}

static guint
score_text (ScFuzzyIndex *self, Text *text, guint64 letters, const Search *search)
{
  const char *folded = self->folded->str + text->place;

  if ((letters & search->letters) != search->letters)
    {
      text->end = NOWHERE;
      return 0;
    }
  if (text->length == 0 || search->length == 0)
    return sc_fuzzy_score (search->needle, self->texts->str + text->place);
  if (text->end != NOWHERE)
    go_on (text, folded, search);
  if (text->end == NOWHERE)
    return 0;
  return text->run >= search->length ? score_run (text, search)
                                     : score_scattered (text, folded, search);
}

/* Looks at what is among the hits, and keeps those that fit. */
static void
narrow (ScFuzzyIndex *self, const Search *search)
{
  Entry *entries = (Entry *) (void *) self->entries->data;
  const guint64 *letters = (const guint64 *) (void *) self->letters->data;
  guint *hits = (guint *) (void *) self->hits->data;
  guint *scores;
  guint n = 0;

  g_array_set_size (self->scores, self->hits->len);
  scores = (guint *) (void *) self->scores->data;
  for (guint i = 0; i < self->hits->len; i++)
    {
      const guint at = hits[i];
      guint first = score_text (self, &entries[at].texts[0], letters[2 * at], search);
      guint second = score_text (self, &entries[at].texts[1], letters[2 * at + 1], search);

      if (first == 0 && second == 0)
        continue;
      hits[n] = at;
      scores[n++] = MAX (first, second);
    }
  g_array_set_size (self->hits, n);
  g_array_set_size (self->scores, n);
}

static void
take_all (ScFuzzyIndex *self)
{
  g_array_set_size (self->hits, self->entries->len);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      entry->texts[0].end = entry->texts[0].run = 0;
      entry->texts[1].end = entry->texts[1].run = 0;
      g_array_index (self->hits, guint, i) = i;
    }
}

/* Scores are small numbers: counting them is enough to put the hits into their order. */
static void
sort (ScFuzzyIndex *self)
{
  const guint *scores = (const guint *) (void *) self->scores->data;
  g_autofree guint *places = NULL;
  guint highest = 0, place = 0;

  for (guint i = 0; i < self->scores->len; i++)
    highest = MAX (highest, scores[i]);
  places = g_new0 (guint, highest + 1);
  for (guint i = 0; i < self->scores->len; i++)
    places[scores[i]]++;
  for (guint s = highest + 1; s-- > 0;)
    {
      guint count = places[s];

      places[s] = place;
      place += count;
    }
  g_array_set_size (self->sorted, self->hits->len);
  for (guint i = 0; i < self->hits->len; i++)
    g_array_index (self->sorted, guint, places[scores[i]]++) = g_array_index (self->hits, guint, i);
}

const guint *
sc_fuzzy_index_search (ScFuzzyIndex *self, const char *text, guint *n)
{
  g_autofree char *needle = sc_fuzzy_fold (text);
  gboolean goes_on = self->needle != NULL && g_str_has_prefix (needle, self->needle);
  Search search = { needle, (guint) strlen (needle), 0, get_letters (needle) };

  if (goes_on)
    search.known = (guint) strlen (self->needle);
  else
    take_all (self);
  if (!goes_on || search.known < search.length)
    {
      narrow (self, &search);
      sort (self);
    }
  g_free (self->needle);
  self->needle = g_steal_pointer (&needle);
  *n = self->sorted->len;
  return (const guint *) (void *) self->sorted->data;
}
