/* sc-cli-print.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-cli-command.h"

#include <stdio.h>
#include <string.h>

void
sc_cli_print_json (ScJson *json)
{
  g_autofree char *text = sc_json_finish (json);

  /* g_print() would turn it into the encoding of the terminal. */
  fputs (text, stdout);
}

char *
sc_cli_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (clean, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (clean, FALSE);
}

char *
sc_cli_name_file (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  return sc_cli_clean (name);
}

guint
sc_cli_get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

void
sc_cli_print_padded (const char *text, guint width, gboolean right)
{
  const guint own = sc_cli_get_width (text);
  const int padding = width > own ? (int) (width - own) : 0;

  if (right)
    g_print ("%*s%s", padding, "", text);
  else
    g_print ("%s%*s", text, padding, "");
}

static void
print_row (const ScCliColumn *columns, const guint *widths, guint n_columns, char *const *cells)
{
  for (guint i = 0; i < n_columns; i++)
    {
      const gboolean is_last = i == n_columns - 1;

      sc_cli_print_padded (cells != NULL ? cells[i] : columns[i].title, is_last ? 0 : widths[i],
                           columns[i].right);
      g_print (is_last ? "\n" : "  ");
    }
}

void
sc_cli_print_columns (const ScCliColumn *columns, guint n_columns, const GPtrArray *rows)
{
  g_autofree guint *widths = g_new (guint, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      widths[i] = sc_cli_get_width (columns[i].title);
      for (guint k = 0; k < rows->len; k++)
        widths[i] = MAX (widths[i], sc_cli_get_width (((char **) rows->pdata[k])[i]));
    }
  print_row (columns, widths, n_columns, NULL);
  for (guint k = 0; k < rows->len; k++)
    print_row (columns, widths, n_columns, rows->pdata[k]);
}

gboolean
sc_cli_has_suffix (const char *path, const char *suffix)
{
  const gsize length = strlen (path);
  const gsize own = strlen (suffix);

  return length >= own && g_ascii_strcasecmp (path + length - own, suffix) == 0;
}
