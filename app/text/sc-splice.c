/* sc-splice.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-splice.h"

#include "sc-extent.h"

#include <string.h>

typedef struct
{
  ScSpan span;
  char *text;
  guint order;
} Change;

struct _ScSplice
{
  GBytes *original;
  GArray *changes; /* of Change */
};

static void
clear_change (gpointer change)
{
  g_free (((Change *) change)->text);
}

ScSplice *
sc_splice_new (GBytes *original)
{
  ScSplice *self = g_new (ScSplice, 1);

  self->original = g_bytes_ref (original);
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (self->changes, clear_change);
  return self;
}

void
sc_splice_free (ScSplice *self)
{
  g_bytes_unref (self->original);
  g_array_unref (self->changes);
  g_free (self);
}

void
sc_splice_replace (ScSplice *self, ScSpan span, const char *text)
{
  Change change = { span, g_strdup (text), self->changes->len };

  g_return_if_fail (span.start <= span.end && span.end <= g_bytes_get_size (self->original));

  g_array_append_val (self->changes, change);
}

void
sc_splice_remove_line (ScSplice *self, ScSpan span)
{
  gsize size;
  const char *data = g_bytes_get_data (self->original, &size);
  gsize start = span.start;
  gsize end = span.end;

  while (start > 0 && (data[start - 1] == ' ' || data[start - 1] == '\t'))
    start--;
  while (end < size && (data[end] == ' ' || data[end] == '\t'))
    end++;
  if (end + 1 < size && data[end] == '\r' && data[end + 1] == '\n')
    end++;
  if ((start == 0 || data[start - 1] == '\n') && end < size && data[end] == '\n')
    span = (ScSpan){ start, end + 1 };
  sc_splice_replace (self, span, "");
}

gboolean
sc_splice_is_empty (const ScSplice *self)
{
  return self->changes->len == 0;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *first = a;
  const Change *second = b;
  gboolean first_inserts = first->span.start == first->span.end;
  gboolean second_inserts = second->span.start == second->span.end;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  if (first_inserts != second_inserts)
    return first_inserts ? -1 : 1;
  return first->order < second->order ? -1 : 1;
}

/* The text between start and end of the original, with the changes that lie there. */
static GString *
apply_changes (const ScSplice *self, ScSpan span)
{
  const char *data = g_bytes_get_data (self->original, NULL);
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (Change), self->changes->len);
  GString *result = g_string_sized_new (span.end - span.start + 256);
  gsize position = span.start;

  g_array_append_vals (sorted, self->changes->data, self->changes->len);
  g_array_sort (sorted, compare_changes);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Change *change = &g_array_index (sorted, Change, i);

      if (change->span.start < span.start || change->span.end > span.end)
        continue;
      if (change->span.start < position)
        {
          g_critical ("two changes of one text overlap at byte %" G_GSIZE_FORMAT, position);
          continue;
        }
      sc_extent_append (result, data + position, change->span.start - position);
      g_string_append (result, change->text);
      position = change->span.end;
    }
  sc_extent_append (result, data + position, span.end - position);
  return result;
}

GBytes *
sc_splice_apply (const ScSplice *self)
{
  if (self->changes->len == 0)
    return g_bytes_ref (self->original);
  return g_string_free_to_bytes (
      apply_changes (self, (ScSpan){ 0, g_bytes_get_size (self->original) }));
}

char *
sc_splice_apply_within (const ScSplice *self, ScSpan span)
{
  return g_string_free (apply_changes (self, span), FALSE);
}

const char *
sc_text_get_line_end (GBytes *text)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  const char *end = size > 0 ? memchr (data, '\n', size) : NULL;

  return end != NULL && end > data && end[-1] == '\r' ? "\r\n" : "\n";
}

GBytes *
sc_text_convert_line_ends (GBytes *text, const char *line_end)
{
  gsize size;
  const char *p = g_bytes_get_data (text, &size);
  const char *end = p + size;
  GString *result = g_string_sized_new (size + size / 16 + 16);

  while (p < end)
    {
      const char *newline = sc_extent_find (p, end, '\n');
      const char *stop = newline != NULL ? newline : end;

      if (newline != NULL && stop > p && stop[-1] == '\r')
        stop--;
      sc_extent_append (result, p, sc_extent_length (p, stop));
      if (newline != NULL)
        g_string_append (result, line_end);
      p = newline != NULL ? newline + 1 : end;
    }
  return g_string_free_to_bytes (result);
}

/* U+FFFE and U+FFFF, which XML cannot hold at all. */
static gboolean
is_noncharacter (const char *text)
{
  return *text == '\xef'
         && (strncmp (text, "\xef\xbf\xbe", 3) == 0 || strncmp (text, "\xef\xbf\xbf", 3) == 0);
}

void
sc_text_append_escaped (GString *string, const char *text, gboolean attribute)
{
  const char *special = attribute ? "&<>\"\t\n" : "&<>";

  for (const char *p = text; *p != '\0'; p++)
    {
      const guchar c = (guchar) *p;

      if (is_noncharacter (p))
        p += 2;
      else if (c == '&')
        g_string_append (string, "&amp;");
      else if (c == '<')
        g_string_append (string, "&lt;");
      else if (c == '>')
        g_string_append (string, "&gt;");
      else if (c == '\r')
        g_string_append (string, "&#xD;");
      else if (c >= 0x20 ? c != '"' || !attribute : !attribute && (c == '\n' || c == '\t'))
        g_string_append_c (string, *p);
      else if (strchr (special, c) != NULL)
        g_string_append_printf (string, c == '"' ? "&quot;" : "&#x%X;", c);
      /* What is left are control characters, which XML cannot hold either. */
    }
}
