/* sc-csv.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-csv.h"

#include <stdarg.h>
#include <string.h>

#define LINE_END "\r\n"

/* Spreadsheets also take the wide forms that East Asian keyboards make. Spaces in front of them are
 * ignored by some. */
static gboolean
is_formula (const char *text)
{
  const gunichar c = g_utf8_get_char (text + strspn (text, " "));

  switch (c)
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xff1d: /* ＝ */
    case 0xff0b: /* ＋ */
    case 0xff0d: /* － */
    case 0xff20: /* ＠ */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Semicolons and tabs separate cells where the country or the program has it so; spaces at the ends
 * may get lost. */
static gboolean
needs_quotes (const char *text)
{
  const gsize length = strlen (text);

  return strpbrk (text, ",;\t\"\r\n") != NULL
         || (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));
}

static void
append_cell (GString *csv, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  const gboolean quotes = needs_quotes (valid);

  if (quotes)
    g_string_append_c (csv, '"');
  if (is_formula (valid))
    g_string_append_c (csv, '\'');
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (quotes)
    g_string_append_c (csv, '"');
}

void
sc_csv_append_row (GString *csv, const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_cell (csv, cells[i]);
    }
  g_string_append (csv, LINE_END);
}

void
sc_csv_append_strings (GString *csv, const char *first, ...)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  va_list rest;

  va_start (rest, first);
  for (const char *cell = first; cell != NULL; cell = va_arg (rest, const char *))
    g_ptr_array_add (cells, (gpointer) cell);
  va_end (rest);
  sc_csv_append_row (csv, (const char *const *) cells->pdata, cells->len);
}
