/* sc-name.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-name.h"

#include "sc-ascii-private.h"

gboolean
sc_name_equal (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return FALSE;
  if (a == b)
    return TRUE;
  while (*a != '\0' && sc_ascii_lower (*a) == sc_ascii_lower (*b))
    {
      a++;
      b++;
    }
  return *a == *b;
}

guint
sc_name_hash (gconstpointer name)
{
  guint hash = 5381;

  for (const char *p = name; *p != '\0'; p++)
    hash = hash * 33 + sc_ascii_lower (*p);
  return hash;
}
