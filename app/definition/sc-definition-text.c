/* sc-definition-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-definition-text.h"

#include <string.h>

/* What a sequence at text ("\u" and four digits) stands for; 0 when it is none. */
static gunichar
get_escaped (const char *text)
{
  gunichar c = 0;

  if (text[0] != '\\' || text[1] != 'u')
    return 0;
  for (int i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return 0;
      c = c * 16 + (gunichar) digit;
    }

  if (c == '\\' || c == 0xfffe || c == 0xffff)
    return c;
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r' ? c : 0;
}

static void
append_valid (GString *string, const char *text, gboolean attribute)
{
  const char *run = text;
  const char *p;

  for (p = text; *p != '\0'; p++)
    {
      const guchar c = (guchar) *p;
      char escaped[12];
      const char *replacement = NULL;
      gsize length = 1;

      if (c == '&')
        replacement = "&amp;";
      else if (c == '<')
        replacement = "&lt;";
      else if (c == '>')
        replacement = "&gt;";
      else if (c == '"' && attribute)
        replacement = "&quot;";
      else if (c == '\t' || c == '\n' || c == '\r')
        {
          g_snprintf (escaped, sizeof escaped, "&#%d;", c);
          replacement = escaped;
        }
      else if (c < 0x20)
        {
          g_snprintf (escaped, sizeof escaped, "\\u%04x", c);
          replacement = escaped;
        }
      else if (c == 0xef && (guchar) p[1] == 0xbf && ((guchar) p[2] & 0xfe) == 0xbe)
        {
          /* U+FFFE or U+FFFF. */
          g_snprintf (escaped, sizeof escaped, "\\uff%02x", 0x40 + (guchar) p[2]);
          replacement = escaped;
          length = 3;
        }
      else if (c == '\\' && get_escaped (p) != 0)
        replacement = "\\u005c";

      if (replacement != NULL)
        {
          g_string_append_len (string, run, p - run);
          g_string_append (string, replacement);
          p += length - 1;
          run = p + 1;
        }
    }
  g_string_append_len (string, run, p - run);
}

void
sc_definition_append_text (GString *string, const char *text, gboolean attribute)
{
  if (G_LIKELY (g_utf8_validate (text, -1, NULL)))
    {
      append_valid (string, text, attribute);
    }
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      append_valid (string, valid, attribute);
    }
}

char *
sc_definition_decode_text (const char *text)
{
  const char *next = strstr (text, "\\u");
  GString *decoded;

  if (next == NULL)
    return NULL;

  decoded = g_string_sized_new (strlen (text));
  while (next != NULL)
    {
      const gunichar c = get_escaped (next);

      g_string_append_len (decoded, text, next - text);
      if (c != 0)
        g_string_append_unichar (decoded, c);
      else
        g_string_append (decoded, "\\u");
      text = next + (c != 0 ? 6 : 2);
      next = strstr (text, "\\u");
    }
  g_string_append (decoded, text);
  return g_string_free (decoded, FALSE);
}
