/* sc-version.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-version.h"

/* Splits into two to four numbers; 0 when that is not what version is. */
static guint
parse_version (const char *version, guint parts[4])
{
  g_auto (GStrv) words = NULL;
  guint n;

  if (version == NULL)
    return 0;
  words = g_strsplit (version, ".", 6);
  n = g_strv_length (words);
  if (n < 2 || n > 4)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      guint64 number;

      if (!g_ascii_string_to_unsigned (words[i], 10, 0, G_MAXINT32, &number, NULL))
        return 0;
      parts[i] = (guint) number;
    }
  return n;
}

gboolean
sc_version_is_valid (const char *version)
{
  guint parts[4];

  return parse_version (version, parts) > 0;
}

char *
sc_version_raise (const char *version)
{
  guint parts[4];
  guint n = parse_version (version, parts);
  guint last = n;
  GString *text;

  while (last > 0 && parts[last - 1] == G_MAXINT32)
    last--;
  if (last == 0)
    return NULL;
  parts[last - 1]++;
  for (guint i = last; i < n; i++)
    parts[i] = 0;
  text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, i > 0 ? ".%u" : "%u", parts[i]);
  return g_string_free (text, FALSE);
}
