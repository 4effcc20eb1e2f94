/* sc-id.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-id.h"

#include "sc-ascii-private.h"

#define ID_LENGTH 36
/* Of an id that somebody made as long as a file may be, enough to tell it from others. */
#define MAX_HASHED 1024

char *
sc_id_new (void)
{
  return g_uuid_string_random ();
}

/* The first of the 36 characters of an id, or NULL when text is not one. */
static const char *
id_digits (const char *text)
{
  const char *digits = text;
  gboolean braced;

  if (text == NULL)
    return NULL;
  braced = *text == '{';
  if (braced)
    digits++;
  for (guint i = 0; i < ID_LENGTH; i++)
    {
      gboolean dash = i == 8 || i == 13 || i == 18 || i == 23;

      if (dash ? digits[i] != '-' : !g_ascii_isxdigit (digits[i]))
        return NULL;
    }
  if (braced ? (digits[ID_LENGTH] != '}' || digits[ID_LENGTH + 1] != '\0')
             : digits[ID_LENGTH] != '\0')
    return NULL;
  return digits;
}

gboolean
sc_id_is_valid (const char *text)
{
  return id_digits (text) != NULL;
}

char *
sc_id_normalize (const char *text)
{
  const char *digits = id_digits (text);

  return digits != NULL ? g_ascii_strdown (digits, ID_LENGTH) : NULL;
}

gboolean
sc_id_equal (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return FALSE;
  if (a == b)
    return TRUE;
  if (*a == '{')
    a++;
  if (*b == '{')
    b++;
  while (*a != '\0' && sc_ascii_lower (*a) == sc_ascii_lower (*b))
    {
      a++;
      b++;
    }
  return (*a == '\0' || g_str_equal (a, "}")) && (*b == '\0' || g_str_equal (b, "}"));
}

guint
sc_id_hash (gconstpointer id)
{
  const char *text = id;
  guint hash = 5381;

  if (*text == '{')
    text++;
  for (guint i = 0; i < MAX_HASHED && text[i] != '\0'; i++)
    if (text[i] != '{' && text[i] != '}')
      hash = hash * 33 + sc_ascii_lower (text[i]);
  return hash;
}
