/* fuzz-mutate.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

/* Of the dictionary, without quotation marks and escapes: see read_words(). */
static GPtrArray *
read_words (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "tests", "fuzz", "words.dict", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GByteArray *word = NULL;

      if (lines[i][0] != '"')
        continue;
      word = g_byte_array_new ();
      for (const char *p = lines[i] + 1; *p != '\0' && *p != '"'; p++)
        {
          guint8 byte = (guint8) *p;

          if (p[0] == '\\' && p[1] == 'x')
            {
              byte = (guint8) (g_ascii_xdigit_value (p[2]) * 16 + g_ascii_xdigit_value (p[3]));
              p += 3;
            }
          else if (p[0] == '\\')
            byte = (guint8) * ++p;
          g_byte_array_append (word, &byte, 1);
        }
      g_ptr_array_add (words, g_byte_array_free_to_bytes (word));
    }
  return words;
}

static GBytes *
choose (GRand *rand, GPtrArray *array)
{
  return g_ptr_array_index (array, (guint) g_rand_int_range (rand, 0, (gint32) array->len));
}

static gsize
pick (GRand *rand, gsize n)
{
  return n > 0 ? (gsize) g_rand_int_range (rand, 0, (gint32) MIN (n, G_MAXINT32)) : 0;
}

/* A place where something begins or ends, near a random one. */
static gsize
pick_joint (GRand *rand, const guint8 *data, gsize size)
{
  static const char joints[] = "<>/=\"' \t\n\r;,:(){}[]&#-.";
  gsize at = pick (rand, size + 1);

  for (gsize i = at; i < size && i < at + 400; i++)
    if (data[i] != '\0' && strchr (joints, data[i]) != NULL)
      return i + (data[i] == '>' && g_rand_boolean (rand));
  return at;
}

/* From a "<" to behind the tag that ends it, or to behind the line; *end is where it starts when
 * there is none. */
static gsize
pick_element (GRand *rand, const guint8 *data, gsize size, gsize *end)
{
  gsize start = pick (rand, size);
  int depth = 0;

  while (start < size && data[start] != '<')
    start++;
  *end = start;
  for (gsize i = start; i < size; i++)
    {
      if (data[i] == '<' && i + 1 < size)
        depth += data[i + 1] == '/' ? -1 : data[i + 1] == '!' || data[i + 1] == '?' ? 0 : 1;
      else if (data[i] == '>' && i > start && data[i - 1] == '/')
        depth--;
      if (data[i] == '>' && depth <= 0)
        {
          *end = i + 1;
          break;
        }
    }
  return start;
}

static void
pick_range (GRand *rand, const guint8 *data, gsize size, gsize *start, gsize *end)
{
  gsize a, b, length;

  if (g_rand_int_range (rand, 0, 3) == 0)
    {
      *start = pick_element (rand, data, size, end);
      return;
    }
  a = pick_joint (rand, data, size);
  length = pick (rand, 64);
  b = g_rand_boolean (rand) ? pick_joint (rand, data, size) : MIN (size, a + length);
  *start = MIN (a, b);
  *end = MAX (a, b);
}

/* Puts length bytes in the place of those from start to end. */
static void
put (GByteArray *text, gsize start, gsize end, const void *bytes, gsize length)
{
  g_autofree guint8 *copy = g_memdup2 (bytes, length);
  const gsize tail = text->len - end;
  const guint old_length = text->len;

  if (length > end - start)
    g_byte_array_set_size (text, (guint) (old_length + length - (end - start)));
  memmove (text->data + start + length, text->data + end, tail);
  if (length > 0)
    memcpy (text->data + start, copy, length);
  g_byte_array_set_size (text, (guint) (start + length + tail));
}

static void
put_again (GRand *rand, GByteArray *text, gsize max_size)
{
  gsize start, end, at;
  guint n = g_rand_int_range (rand, 0, 8) == 0 ? (guint) g_rand_int_range (rand, 2, 300) : 1;

  pick_range (rand, text->data, text->len, &start, &end);
  at = g_rand_boolean (rand) ? end : pick_joint (rand, text->data, text->len);
  while (n-- > 0 && end > start && text->len + (end - start) <= max_size)
    {
      put (text, at, at, text->data + start, end - start);
      if (at <= start)
        {
          gsize length = end - start;

          start += length;
          end += length;
        }
    }
}

static void
put_other (GRand *rand, GByteArray *text, GBytes *other)
{
  gsize size, start, end, from, to;
  const guint8 *data = g_bytes_get_data (other, &size);

  pick_range (rand, data, size, &from, &to);
  pick_range (rand, text->data, text->len, &start, &end);
  put (text, start, g_rand_boolean (rand) ? end : start, data + from, to - from);
}

static void
put_number (GRand *rand, GByteArray *text)
{
  static const char *const numbers[] = { "-1",
                                         "0",
                                         "1",
                                         "2147483647",
                                         "2147483648",
                                         "-2147483648",
                                         "4294967295",
                                         "4294967296",
                                         "99999999999999999999",
                                         "-0",
                                         "007",
                                         "1e9",
                                         "0x10",
                                         "NaN",
                                         "١",
                                         "" };
  gsize start = pick (rand, text->len), end;

  while (start < text->len && !g_ascii_isdigit (text->data[start]))
    start++;
  for (end = start; end < text->len && g_ascii_isdigit (text->data[end]);)
    end++;
  if (end > start)
    {
      const char *number = numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))];

      put (text, start, end, number, strlen (number));
    }
}

static void
swap_ranges (GRand *rand, GByteArray *text)
{
  gsize a, a_end, b, b_end;
  g_autofree guint8 *first = NULL;

  pick_range (rand, text->data, text->len, &a, &a_end);
  pick_range (rand, text->data, text->len, &b, &b_end);
  if (a_end > b)
    return;
  first = g_memdup2 (text->data + a, a_end - a);
  {
    const gsize first_length = a_end - a, second_length = b_end - b;
    g_autofree guint8 *second = g_memdup2 (text->data + b, second_length);

    put (text, b, b_end, first, first_length);
    put (text, a, a_end, second, second_length);
  }
}

static void
change (GRand *rand, GByteArray *text, GPtrArray *seeds, GPtrArray *words, gsize max_size)
{
  gsize start, end;

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      if (text->len > 0)
        text->data[pick (rand, text->len)] ^= (guint8) (1u << g_rand_int_range (rand, 0, 8));
      break;
    case 1:
      start = pick (rand, text->len + 1);
      put (text, start, start, &(guint8){ (guint8) g_rand_int_range (rand, 0, 256) }, 1);
      break;
    case 2:
      pick_range (rand, text->data, text->len, &start, &end);
      put (text, start, end, NULL, 0);
      break;
    case 3:
      put_again (rand, text, max_size);
      break;
    case 4:
      put_other (rand, text, choose (rand, seeds));
      break;
    case 5:
      swap_ranges (rand, text);
      break;
    case 6:
      put_number (rand, text);
      break;
    case 7:
      if (g_rand_int_range (rand, 0, 10) == 0)
        g_byte_array_set_size (text, (guint) pick (rand, text->len + 1));
      break;
    default:
      {
        GBytes *word = choose (rand, words);

        pick_range (rand, text->data, text->len, &start, &end);
        put (text, start, g_rand_boolean (rand) && end - start < 80 ? end : start,
             g_bytes_get_data (word, NULL), g_bytes_get_size (word));
      }
    }
}

GBytes *
fuzz_mutate (GRand *rand, GBytes *input, GPtrArray *seeds, gsize max_size)
{
  static GPtrArray *words = NULL;
  GByteArray *text = g_byte_array_new ();

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, read_words ());
  g_byte_array_append (text, g_bytes_get_data (input, NULL), (guint) g_bytes_get_size (input));
  for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
    change (rand, text, seeds, words, max_size);
  if (text->len > max_size)
    g_byte_array_set_size (text, (guint) max_size);
  return g_byte_array_free_to_bytes (text);
}
