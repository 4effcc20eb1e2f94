/* sc-package-hidden.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include "sc-file-name.h"
#include "sc-flow-parts.h"
#include "sc-package-layout.h"
#include "sc-shorten.h"
#include "sc-splice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GBytes *
find_customizations (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const ScPart *entry = g_ptr_array_index (entries, i);

      if (g_ascii_strcasecmp (entry->path, "customizations.xml") == 0)
        return entry->bytes;
    }
  return NULL;
}

/* Whatever belongs to a solution is named there, with a slash in front. */
static gboolean
is_named (GBytes *customizations, const char *path)
{
  g_autoptr (GString) name = g_string_new ("/");
  gsize size = 0;
  const char *data = customizations != NULL ? g_bytes_get_data (customizations, &size) : NULL;

  sc_text_append_escaped (name, path, FALSE);
  return data != NULL && memmem (data, size, name->str, name->len) != NULL;
}

static char *
make_note (const char *first, guint n)
{
  g_autofree char *shown = sc_shorten (first, SC_MAX_QUOTED);

  if (n == 1)
    return g_strdup_printf (
        _ ("“%s” was left out: it would be a hidden file, and those are no part of a solution."),
        shown);
  return g_strdup_printf (ngettext ("“%s” and %u more were left out: they would be hidden files, "
                                    "and those are no part of a solution.",
                                    "“%s” and %u more were left out: they would be hidden files, "
                                    "and those are no part of a solution.",
                                    n - 1),
                          shown, n - 1);
}

gboolean
sc_package_leave_hidden (GPtrArray *entries, char **note, GError **error)
{
  GBytes *customizations = find_customizations (entries);
  const char *first = NULL;
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const ScPart *entry = g_ptr_array_index (entries, i);

      if (g_str_has_suffix (entry->path, "/") || !sc_file_name_is_hidden (entry->path))
        continue;
      if (is_named (customizations, entry->path))
        {
          g_autofree char *shown = sc_shorten (entry->path, SC_MAX_QUOTED);

          g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
                       _ ("The package cannot be unpacked: its part “%s” would be a hidden file, "
                          "in which other programs look for orders. Keep it as a .zip file."),
                       shown);
          return FALSE;
        }
      if (n++ == 0)
        first = entry->path;
    }
  *note = n > 0 ? make_note (first, n) : NULL;
  return TRUE;
}
