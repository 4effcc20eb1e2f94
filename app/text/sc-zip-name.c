/* sc-zip-name.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-shorten.h"
#include "sc-zip-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
sc_zip_fold_name (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return g_utf8_casefold (composed, -1);
}

static gboolean
leads_out (const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (name[0] == '/' || (g_ascii_isalpha (name[0]) && name[1] == ':'))
    return TRUE;
  parts = g_strsplit (name, "/", -1);
  return g_strv_contains ((const char *const *) parts, "..");
}

/* Wide forms of dots and slashes count like these: some systems make them the same. */
static gboolean
leads_out_in_disguise (const char *name)
{
  g_autofree char *plain = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_auto (GStrv) parts = NULL;

  /* U+2215 only looks like a slash. */
  parts = g_strsplit (plain, "∕", -1);
  g_free (plain);
  plain = g_strjoinv ("/", parts);
  return leads_out (g_strdelimit (plain, "\\", '/'));
}

/* Characters that one does not see, or that make one see the others in another order (Unicode
 * Technical Report 36, "Bidirectional Text Spoofing"). */
static gboolean
hides_something (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        return TRUE;
    }
  return FALSE;
}

gboolean
sc_zip_check_name (const char *name, const char *archive, GError **error)
{
  g_autofree char *shown = NULL;

  if (strlen (name) > SC_ZIP_MAX_NAME_BYTES)
    {
      shown = sc_shorten (name, 40);
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
                   _ ("“%s” is not read: the name of an entry (“%s”) is longer than %d bytes, the "
                      "most that Stagecraft reads."),
                   archive, shown, SC_ZIP_MAX_NAME_BYTES);
    }
  else if (*name == '\0' || leads_out (name) || leads_out_in_disguise (name))
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
                 _ ("“%s” has an entry “%s” that would lie outside of the archive. It was not made "
                    "by Dataverse and is not read."),
                 archive, name);
  else if (hides_something (name))
    {
      shown = g_strescape (name, NULL);
      g_set_error (
          error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
          _ ("“%s” has an entry whose name hides what it is called (“%s”). It was not made "
             "by Dataverse and is not read."),
          archive, shown);
    }
  else
    return TRUE;
  return FALSE;
}
