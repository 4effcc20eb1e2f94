/* sc-markdown.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-markdown.h"

#include <string.h>

/* What has a meaning wherever it stands in a text. */
#define MARKDOWN_SIGNS "\\`*[]<>|~@$#"
/* What has one at the beginning. */
#define MARKDOWN_MARKS "+-="

/* TRUE when the sign at p, in a text that begins at start, would be more than itself in GitHub's
 * Markdown, put where sc_markdown_escape() says. */
static gboolean
is_markup (const char *start, const char *p)
{
  if (strchr (MARKDOWN_SIGNS, *p) != NULL)
    return TRUE;
  switch (*p)
    {
    case '_': /* within a word it is a letter */
      return p == start || !g_ascii_isalnum (p[-1]) || !g_ascii_isalnum (p[1]);
    case '&': /* &lt; */
      return g_ascii_isalnum (p[1]) || p[1] == '#';
    case ':': /* http:// */
      return p[1] == '/';
    case '.':
    case ')': /* 1. or www. */
      return (p > start && p - start == (gssize) strspn (start, "0123456789")
              && (p[1] == '\0' || g_ascii_isspace (p[1])))
             || (p - start >= 3 && g_ascii_strncasecmp (p - 3, "www", 3) == 0);
    default:
      return p == start && strchr (MARKDOWN_MARKS, *p) != NULL;
    }
}

char *
sc_markdown_escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *start = valid + strspn (valid, " \t\r\n");
  GString *escaped = g_string_new (NULL);

  for (const char *p = start; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        {
          g_string_append_c (escaped, ' ');
          continue;
        }
      if (is_markup (start, p))
        g_string_append_c (escaped, '\\');
      g_string_append_unichar (escaped, c);
    }
  return g_string_free (escaped, FALSE);
}

void
sc_markdown_append_row (GString *markdown, const char *const *cells, guint n_cells)
{
  g_string_append_c (markdown, '|');
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *cell = sc_markdown_escape (cells[i] != NULL ? cells[i] : "");

      g_string_append_printf (markdown, " %s |", cell);
    }
  g_string_append_c (markdown, '\n');
}

void
sc_markdown_append_head (GString *markdown, const char *const *cells, guint n_cells)
{
  sc_markdown_append_row (markdown, cells, n_cells);
  g_string_append_c (markdown, '|');
  for (guint i = 0; i < n_cells; i++)
    g_string_append (markdown, " --- |");
  g_string_append_c (markdown, '\n');
}
