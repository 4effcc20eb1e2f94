/* sc-xaml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xaml.h"

#include "sc-extent.h"

#include <string.h>

/* A text that is compared line by line. */
typedef struct
{
  const char *next;
  const char *end;
} Lines;

static Lines
lines_new (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  Lines lines = { data, data + size };

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    lines.next += 3;
  /* An editor may have ended the last line. */
  while (lines.end > lines.next && (lines.end[-1] == '\n' || lines.end[-1] == '\r'))
    lines.end--;
  return lines;
}

/* FALSE at the end of the text. */
static gboolean
lines_take (Lines *self, const char **line, gsize *length)
{
  const char *end = NULL;

  if (self->next > self->end)
    return FALSE;
  end = sc_extent_find (self->next, self->end, '\n');
  if (end == NULL)
    end = self->end;
  *line = self->next;
  *length = sc_extent_length (self->next, end);
  if (*length > 0 && end[-1] == '\r')
    *length -= 1;
  self->next = end + 1;
  return TRUE;
}

/* 0 when the two differ in nothing but their line ends. */
static guint
find_difference (GBytes *one, GBytes *other)
{
  Lines a = lines_new (one);
  Lines b = lines_new (other);
  const char *line_a = NULL;
  const char *line_b = NULL;
  gsize length_a = 0;
  gsize length_b = 0;

  for (guint line = 1;; line++)
    {
      gboolean more_a = lines_take (&a, &line_a, &length_a);
      gboolean more_b = lines_take (&b, &line_b, &length_b);

      if (!more_a && !more_b)
        return 0;
      if (more_a != more_b || length_a != length_b || memcmp (line_a, line_b, length_a) != 0)
        return line;
    }
}

gboolean
sc_xaml_is_understood (GBytes *bytes, const ScFlow *flow, guint *first_difference)
{
  g_autoptr (GBytes) again = sc_xaml_write (flow);
  guint line = find_difference (bytes, again);

  if (first_difference != NULL)
    *first_difference = line;
  return line == 0;
}
