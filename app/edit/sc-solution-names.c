/* sc-solution-names.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-solution-names.h"

#include "sc-version.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define PREFIX_MIN      2
#define PREFIX_MAX      8
#define RESERVED_PREFIX "mscrm"

/* Solution.UniqueName and Publisher.UniqueName hold that many characters. */
#define UNIQUE_NAME_MAX 65

const char *
sc_solution_check_unique_name (const char *text)
{
  if (*text == '\0')
    return _ ("A unique name is needed.");
  if (!g_ascii_isalpha (*text) && *text != '_')
    return _ ("A unique name begins with a letter from A to Z or “_”.");
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '_')
      return _ ("A unique name has letters from A to Z, digits and “_” only.");
  return strlen (text) > UNIQUE_NAME_MAX ? _ ("A unique name has up to 65 characters.") : NULL;
}

const char *
sc_solution_check_prefix (const char *text)
{
  gsize length = strlen (text);

  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      return _ ("A prefix has letters from A to Z and digits only.");
  if (length < PREFIX_MIN || length > PREFIX_MAX)
    return _ ("A prefix has 2 to 8 characters.");
  if (!g_ascii_isalpha (*text))
    return _ ("A prefix begins with a letter.");
  if (g_ascii_strncasecmp (text, RESERVED_PREFIX, strlen (RESERVED_PREFIX)) == 0)
    return _ ("“mscrm” is reserved for Microsoft.");
  return NULL;
}

const char *
sc_solution_check_option_prefix (const char *text)
{
  char *end = NULL;
  long number = strtol (text, &end, 10);

  return g_ascii_isdigit (*text) && *end == '\0' && number >= SC_OPTION_PREFIX_MIN
                 && number <= SC_OPTION_PREFIX_MAX
             ? NULL
             : _ ("The option-value prefix is a number from 10000 to 99999.");
}

const char *
sc_solution_check_version (const char *text)
{
  return sc_version_is_valid (text)
             ? NULL
             : _ ("A version is like 1.0.0.0: two to four numbers with points between.");
}

char *
sc_solution_derive_unique_name (const char *title)
{
  GString *name = g_string_new (NULL);
  gboolean begins_word = FALSE;

  for (const char *c = title; *c != '\0' && name->len < UNIQUE_NAME_MAX; c++)
    {
      if (!g_ascii_isalnum (*c))
        {
          begins_word = TRUE;
          continue;
        }
      if (name->len == 0 && g_ascii_isdigit (*c))
        g_string_append_c (name, '_');
      g_string_append_c (name, begins_word ? g_ascii_toupper (*c) : *c);
      begins_word = FALSE;
    }
  return g_string_free (name, FALSE);
}

int
sc_solution_derive_option_prefix (const char *prefix)
{
  g_autofree char *lower = g_ascii_strdown (prefix, -1);

  return SC_OPTION_PREFIX_MIN
         + (int) (g_str_hash (lower) % (SC_OPTION_PREFIX_MAX - SC_OPTION_PREFIX_MIN + 1));
}
