/* sc-file-name.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-file-name.h"

#include <string.h>

/* Some systems leave out characters that one does not see, or take wide dots for plain ones (Apple
 * Technical Note 1150, "Unicode Subtleties"; Unicode Standard Annex 15). */
static gboolean
begins_hidden (const char *part)
{
  while (*part != '\0' && g_unichar_type (g_utf8_get_char (part)) == G_UNICODE_FORMAT)
    part = g_utf8_next_char (part);
  return *part == '.';
}

/* Each character for what it stands for: dots and slashes of all widths are plain ones. In a time
 * that no run of combining characters makes longer, as normalizing would. */
static char *
make_plain (const char *path)
{
  g_autofree char *valid = g_utf8_make_valid (path, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      const gsize n_parts
          = g_unichar_fully_decompose (g_utf8_get_char (p), TRUE, parts, G_N_ELEMENTS (parts));

      for (gsize i = 0; i < n_parts; i++)
        g_string_append_unichar (plain, parts[i]);
    }
  return g_string_free (plain, FALSE);
}

gboolean
sc_file_name_is_hidden (const char *path)
{
  g_autofree char *plain = make_plain (path);
  g_auto (GStrv) parts = g_strsplit_set (plain, "/\\", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      if (begins_hidden (*part))
        return TRUE;
    }
  return FALSE;
}

gboolean
sc_file_name_is_plain_path (const char *path)
{
  return *path != '\0' && *path != '/' && path[strlen (path) - 1] != '/'
         && strstr (path, "//") == NULL && !sc_file_name_is_hidden (path);
}

/* Windows has devices of these names in every folder, whatever the ending. */
static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", "conin$", "conout$" };
  const gsize length = strcspn (name, ". ");
  g_autofree char *stem = g_strndup (name, length);

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    {
      if (g_ascii_strcasecmp (stem, devices[i]) == 0)
        return TRUE;
    }
  if (g_ascii_strncasecmp (stem, "com", 3) != 0 && g_ascii_strncasecmp (stem, "lpt", 3) != 0)
    return FALSE;
  return (length == 4 && g_ascii_isdigit (stem[3])) || g_str_equal (stem + 3, "¹")
         || g_str_equal (stem + 3, "²") || g_str_equal (stem + 3, "³");
}

gboolean
sc_file_name_is_portable (const char *name)
{
  const gsize length = name != NULL ? strlen (name) : 0;

  if (length == 0 || length > SC_FILE_NAME_MAX || name[0] == ' ' || name[length - 1] == '.'
      || name[length - 1] == ' ' || sc_file_name_is_hidden (name) || is_device (name))
    return FALSE;
  for (const char *c = name; *c != '\0'; c++)
    {
      if ((guchar) *c < 0x20 || strchr ("<>:\"/\\|?*", *c) != NULL)
        return FALSE;
    }
  return TRUE;
}
