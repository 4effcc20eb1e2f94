/* sc-json.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-json.h"

struct _ScJson
{
  GString *text;
  guint depth;
  gboolean is_first; /* nothing stands yet in what was opened last */
};

ScJson *
sc_json_new (void)
{
  ScJson *self = g_new0 (ScJson, 1);

  self->text = g_string_new (NULL);
  self->is_first = TRUE;
  return self;
}

char *
sc_json_finish (ScJson *self)
{
  char *text = g_string_free (g_string_append_c (self->text, '\n'), FALSE);

  g_free (self);
  return text;
}

void
sc_json_move_text (ScJson *self, GString *to)
{
  g_string_append_len (to, self->text->str, (gssize) self->text->len);
  g_string_truncate (self->text, 0);
}

static void
break_line (ScJson *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

/* RFC 8259, section 7: quotation mark, backslash and U+0000 to U+001F must be escaped. */
static void
append_quoted (GString *string, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (string, '"');
  for (const char *p = valid; *p != '\0'; p++)
    {
      const guchar c = (guchar) *p;

      if (c == '"' || c == '\\')
        g_string_append_printf (string, "\\%c", c);
      else if (c == '\n')
        g_string_append (string, "\\n");
      else if (c == '\t')
        g_string_append (string, "\\t");
      else if (c < 0x20)
        g_string_append_printf (string, "\\u%04x", c);
      else
        g_string_append_c (string, (char) c);
    }
  g_string_append_c (string, '"');
}

static void
begin_value (ScJson *self, const char *key)
{
  if (!self->is_first)
    g_string_append_c (self->text, ',');
  if (self->depth > 0)
    break_line (self);
  self->is_first = FALSE;
  if (key != NULL)
    {
      append_quoted (self->text, key);
      g_string_append (self->text, ": ");
    }
}

static void
begin (ScJson *self, const char *key, char bracket)
{
  begin_value (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->is_first = TRUE;
}

static void
end (ScJson *self, char bracket)
{
  self->depth--;
  if (!self->is_first)
    break_line (self);
  g_string_append_c (self->text, bracket);
  self->is_first = FALSE;
}

void
sc_json_begin_object (ScJson *self, const char *key)
{
  begin (self, key, '{');
}

void
sc_json_end_object (ScJson *self)
{
  end (self, '}');
}

void
sc_json_begin_array (ScJson *self, const char *key)
{
  begin (self, key, '[');
}

void
sc_json_end_array (ScJson *self)
{
  end (self, ']');
}

void
sc_json_add_string (ScJson *self, const char *key, const char *text)
{
  if (text == NULL)
    return;
  begin_value (self, key);
  append_quoted (self->text, text);
}

void
sc_json_add_int (ScJson *self, const char *key, gint64 number)
{
  begin_value (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

void
sc_json_add_boolean (ScJson *self, const char *key, gboolean value)
{
  begin_value (self, key);
  g_string_append (self->text, value ? "true" : "false");
}
