/* sc-find-match.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-find-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What PCRE may try in one text from one place before it gives up: some milliseconds. */
#define EFFORT "(*LIMIT_MATCH=200000)"
/* In bytes. More than anybody types as a pattern; what is pasted by mistake is longer. */
#define MAX_PATTERN 1000

G_DEFINE_QUARK (sc - find - error - quark, sc_find_error)

typedef struct
{
  gunichar *text;
  glong length;
  gboolean match_case;
} Needle;

struct _ScFindQuery
{
  ScFindFields fields;
  gboolean whole_word;
  Needle needle;
  Needle id; /* without braces, in either case */
  GRegex *regex;
};

static gunichar
fold (gunichar c)
{
  if (c < 0x80)
    return (gunichar) g_ascii_tolower ((char) c);
  return g_unichar_tolower (g_unichar_toupper (c));
}

static void
needle_init (Needle *self, const char *text, gssize length, gboolean match_case)
{
  self->text = g_utf8_to_ucs4_fast (text, length, &self->length);
  self->match_case = match_case;
  for (glong i = 0; !match_case && i < self->length; i++)
    self->text[i] = fold (self->text[i]);
}

gboolean
sc_find_fail_effort (GError **error)
{
  g_set_error_literal (error, SC_FIND_ERROR, SC_FIND_ERROR_EFFORT,
                       _ ("This pattern takes too long. Try one with fewer repetitions."));
  return FALSE;
}

static const char *
explain (const GError *error)
{
  switch (error->code)
    {
    case G_REGEX_ERROR_STRAY_BACKSLASH:
      return _ ("A backslash at the end needs a character behind it.");
    case G_REGEX_ERROR_QUANTIFIERS_OUT_OF_ORDER:
    case G_REGEX_ERROR_QUANTIFIER_TOO_BIG:
      return _ ("The numbers of a repetition do not fit.");
    case G_REGEX_ERROR_UNTERMINATED_CHARACTER_CLASS:
      return _ ("A “[” has no “]”.");
    case G_REGEX_ERROR_RANGE_OUT_OF_ORDER:
      return _ ("A range between “[” and “]” begins behind its end.");
    case G_REGEX_ERROR_NOTHING_TO_REPEAT:
      return _ ("There is nothing in front of a “*”, “+” or “?” to repeat.");
    case G_REGEX_ERROR_UNMATCHED_PARENTHESIS:
      return _ ("A “(” and a “)” do not belong together.");
    case G_REGEX_ERROR_INEXISTENT_SUBPATTERN_REFERENCE:
      return _ ("It refers to a group that is not there.");
    case G_REGEX_ERROR_EXPRESSION_TOO_LARGE:
      return _ ("It is too large.");
    case G_REGEX_ERROR_VARIABLE_LENGTH_LOOKBEHIND:
      return _ ("What is looked for in front has to have a fixed length.");
    default:
      return _ ("It is no regular expression.");
    }
}

static GRegex *
compile (const char *pattern, gboolean match_case, GError **error)
{
  GRegexCompileFlags flags = G_REGEX_MULTILINE | (match_case ? 0 : G_REGEX_CASELESS);
  g_autofree char *limited = g_strconcat (EFFORT, pattern, NULL);
  g_autoptr (GError) problem = NULL;
  GRegex *regex = NULL;

  if (strlen (pattern) > MAX_PATTERN)
    g_set_error_literal (&problem, G_REGEX_ERROR, G_REGEX_ERROR_EXPRESSION_TOO_LARGE, "");
  else
    regex = g_regex_new (limited, flags, 0, &problem);
  if (regex == NULL)
    g_set_error_literal (error, SC_FIND_ERROR, SC_FIND_ERROR_PATTERN, explain (problem));
  return regex;
}

ScFindQuery *
sc_find_query_new (const ScFindOptions *options, GError **error)
{
  g_autoptr (ScFindQuery) self = g_new0 (ScFindQuery, 1);
  const char *from = options->text;
  const char *to = from + strlen (from);

  self->fields = options->fields;
  self->whole_word = options->whole_word;
  if (options->regex && *from != '\0')
    {
      self->regex = compile (from, options->match_case, error);
      return self->regex != NULL ? g_steal_pointer (&self) : NULL;
    }
  needle_init (&self->needle, from, -1, options->match_case);
  from += *from == '{';
  to -= to > from && to[-1] == '}';
  needle_init (&self->id, from, to - from, FALSE);
  return g_steal_pointer (&self);
}

void
sc_find_query_free (ScFindQuery *self)
{
  g_clear_pointer (&self->regex, g_regex_unref);
  g_free (self->needle.text);
  g_free (self->id.text);
  g_free (self);
}

const GRegex *
sc_find_query_get_regex (const ScFindQuery *self)
{
  return self->regex;
}

ScFindFields
sc_find_query_get_fields (const ScFindQuery *self)
{
  return self->fields;
}

static gboolean
is_regional (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

/* Whether c is read as one with whatever stands before it: accents and vowel signs, joiners, skin
 * tones, the rest of a Hangul syllable, tags. */
static gboolean
extends (gunichar c)
{
  return c >= 0x300
         && (g_unichar_ismark (c) || c == 0x200c || c == 0x200d || (c >= 0x1160 && c <= 0x11ff)
             || (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xe0020 && c <= 0xe007f));
}

/* Whether at is in the midst of what a person reads as one character; see "grapheme cluster" in
 * Unicode Standard Annex #29. */
static gboolean
cuts (const char *text, const char *at)
{
  gunichar next, before;
  guint n = 0;

  if (at == text || *at == '\0')
    return FALSE;
  next = g_utf8_get_char (at);
  if (extends (next))
    return TRUE;
  at = g_utf8_prev_char (at);
  before = g_utf8_get_char (at);
  if (before == '\r')
    return next == '\n';
  if (before == 0x200d)
    return next >= 0x2000 && !g_unichar_isalpha (next);
  if (!is_regional (next))
    return FALSE;
  /* Flags are pairs. */
  for (; is_regional (g_utf8_get_char (at)); at = g_utf8_prev_char (at))
    {
      n++;
      if (at == text)
        break;
    }
  return n % 2 == 1;
}

static gboolean
is_word (gunichar c)
{
  return c == '_' || g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
splits_word (const char *text, const char *at)
{
  return at > text && *at != '\0' && is_word (g_utf8_get_char (at))
         && is_word (g_utf8_get_char (g_utf8_prev_char (at)));
}

static gboolean
accepts (const ScFindQuery *self, const char *text, const char *from, const char *to)
{
  if (cuts (text, from) || cuts (text, to))
    return FALSE;
  return !self->whole_word || (!splits_word (text, from) && !splits_word (text, to));
}

/* Where the needle ends when it stands at text; NULL when it does not. */
static const char *
compare (const Needle *needle, const char *text)
{
  for (glong i = 0; i < needle->length; i++)
    {
      gunichar c = g_utf8_get_char (text);

      if (c == 0 || (needle->match_case ? c : fold (c)) != needle->text[i])
        return NULL;
      text = g_utf8_next_char (text);
    }
  return text;
}

static void
match_needle (const ScFindQuery *self, const Needle *needle, const char *text, GArray *matches)
{
  const char *at = text;
  int start = 0;

  if (needle->length == 0)
    return;
  while (*at != '\0')
    {
      const char *end = compare (needle, at);

      if (end != NULL && accepts (self, text, at, end))
        {
          ScMatch match
              = { start, (int) needle->length, (gsize) (at - text), (gsize) (end - text) };

          g_array_append_val (matches, match);
          at = end;
          start += match.length;
        }
      else
        {
          at = g_utf8_next_char (at);
          start++;
        }
    }
}

static gboolean
match_regex (const ScFindQuery *self, const char *text, GArray *matches, GError **error)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GError) problem = NULL;
  const char *counted = text;
  int start = 0;

  g_regex_match_full (self->regex, text, -1, 0, 0, &info, &problem);
  while (problem == NULL && g_match_info_matches (info))
    {
      int from, to;

      if (g_match_info_fetch_pos (info, 0, &from, &to) && to > from
          && accepts (self, text, text + from, text + to))
        {
          ScMatch match = { .from = (gsize) from, .to = (gsize) to };

          start += (int) g_utf8_strlen (counted, text + from - counted);
          counted = text + from;
          match.start = start;
          match.length = (int) g_utf8_strlen (counted, to - from);
          g_array_append_val (matches, match);
        }
      g_match_info_next (info, &problem);
    }
  return problem == NULL || sc_find_fail_effort (error);
}

gboolean
sc_find_query_match (
    const ScFindQuery *self, ScFoundText kind, const char *text, GArray *matches, GError **error)
{
  g_array_set_size (matches, 0);
  if (self->regex != NULL)
    return match_regex (self, text, matches, error);
  if (kind == SC_TEXT_ID || kind == SC_TEXT_PROCESS_ID)
    match_needle (self, &self->id, text, matches);
  else
    match_needle (self, &self->needle, text, matches);
  return TRUE;
}
