/* located-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "located-text.h"

#include "zip-files.h"

#include <string.h>

static char *
read_whole (const ScLocation *location)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (location->entry != NULL)
    return zip_files_read (location->path, location->entry);
  g_file_get_contents (location->path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

char *
located_text_read (const ScLocation *location)
{
  g_autofree char *text = read_whole (location);
  const char *line = text;

  g_assert_cmpuint (location->line, >, 0);
  g_assert_cmpuint (location->column, >, 0);
  if (g_str_has_prefix (line, "\xef\xbb\xbf"))
    line += 3;
  for (guint i = 1; i < location->line; i++)
    {
      line = strchr (line, '\n');
      g_assert_nonnull (line);
      line++;
    }
  for (guint i = 1; i < location->column; i++)
    {
      g_assert_true (*line != '\0' && *line != '\n');
      line = g_utf8_next_char (line);
    }
  return g_strdup (line);
}

static gboolean
begins_tag (const char *text, const char *begin)
{
  return g_str_has_prefix (text, begin) && strchr (" >/\r\n", text[strlen (begin)]) != NULL;
}

/* Counts the elements of that name in each other. */
static const char *
find_end (const char *text)
{
  g_autofree char *begin = g_strndup (text, strcspn (text, " >/\r\n"));
  g_autofree char *end = g_strconcat ("</", begin + 1, ">", NULL);
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (begins_tag (p, begin))
        {
          const char *close = strchr (p, '>');

          if (close[-1] != '/')
            depth++;
          else if (depth == 0)
            return close + 1;
        }
      else if (g_str_has_prefix (p, end) && --depth == 0)
        return p + strlen (end);
    }
  g_assert_not_reached ();
}

char *
located_text_cut (const char *text)
{
  const char *quote;

  if (*text == '<')
    return g_strndup (text, find_end (text) - text);
  quote = strchr (text, '"');
  g_assert_nonnull (quote);
  return g_strndup (text, strchr (quote + 1, '"') + 1 - text);
}
