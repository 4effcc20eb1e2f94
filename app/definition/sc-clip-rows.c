/* sc-clip-rows.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-clip-rows-private.h"

#include <string.h>

/* A row of rubbish may have millions. */
#define MAX_FIELDS 64

/* The first of them that occurs in the first row. */
static char
find_separator (const char *text, const char *end)
{
  static const char separators[] = "\t;,";

  while (text < end && (*text == '\n' || *text == '\r'))
    text++;
  for (const char *separator = separators; *separator != '\0'; separator++)
    for (const char *p = text; p < end && *p != '\n' && *p != '\r'; p++)
      if (*p == *separator)
        return *separator;
  return '\t';
}

void
sc_rows_init (ScRows *self, const char *text, gsize size)
{
  self->at = text;
  self->end = text + size;
  self->separator = find_separator (self->at, self->end);
  self->fields = g_ptr_array_new_with_free_func (g_free);
}

void
sc_rows_clear (ScRows *self)
{
  g_clear_pointer (&self->fields, g_ptr_array_unref);
}

static gboolean
ends_field (const ScRows *self, const char *p)
{
  return p >= self->end || *p == self->separator || *p == '\n' || *p == '\r';
}

/* What is in quotation marks, with a doubled one for each that is meant. An open one ends with its
 * text. */
static void
read_quoted (ScRows *self, GString *field)
{
  const char *p = self->at + 1;

  for (; p < self->end; p++)
    {
      if (*p == '"' && (p + 1 >= self->end || p[1] != '"'))
        break;
      if (*p == '"')
        p++;
      g_string_append_c (field, strchr ("\t\r\n", *p) != NULL ? ' ' : *p);
    }
  self->at = p < self->end ? p + 1 : p;
}

/* What follows the end of a quotation belongs to it. */
static char *
read_field (ScRows *self)
{
  g_autoptr (GString) quoted = NULL;
  const char *start;

  while (self->at < self->end && *self->at == ' ')
    self->at++;
  if (self->at < self->end && *self->at == '"')
    {
      quoted = g_string_new (NULL);
      read_quoted (self, quoted);
    }
  start = self->at;
  while (!ends_field (self, self->at))
    self->at++;
  if (quoted == NULL)
    quoted = g_string_new (NULL);
  g_string_append_len (quoted, start, self->at - start);
  /* Where the rows are separated by something else, a tab is a part of the text like any other, but
   * no part of a name. */
  g_strdelimit (quoted->str, "\t", ' ');
  return g_strstrip (g_string_free (g_steal_pointer (&quoted), FALSE));
}

static void
skip_row (ScRows *self)
{
  while (self->at < self->end && *self->at != '\n' && *self->at != '\r')
    self->at++;
}

static void
read_row (ScRows *self)
{
  g_ptr_array_set_size (self->fields, 0);
  for (;;)
    {
      g_ptr_array_add (self->fields, read_field (self));
      if (self->at >= self->end || *self->at != self->separator)
        break;
      self->at++;
      if (self->fields->len == MAX_FIELDS)
        skip_row (self);
    }
  while (self->at < self->end && (*self->at == '\n' || *self->at == '\r'))
    self->at++;
}

static gboolean
is_empty (const ScRows *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (*(const char *) g_ptr_array_index (self->fields, i) != '\0')
      return FALSE;
  return TRUE;
}

gboolean
sc_rows_next (ScRows *self)
{
  while (self->at < self->end)
    {
      read_row (self);
      if (!is_empty (self))
        return TRUE;
    }
  return FALSE;
}

const char *
sc_rows_get (const ScRows *self, int position)
{
  return position >= 0 && position < (int) self->fields->len
             ? g_ptr_array_index (self->fields, position)
             : "";
}
