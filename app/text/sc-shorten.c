/* sc-shorten.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-shorten.h"

#include <string.h>

char *
sc_shorten (const char *text, guint max)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  glong length;
  const char *head, *tail;

  /* Most texts are short: bytes are at least as many as characters. */
  if (strlen (valid) <= max)
    return g_steal_pointer (&valid);
  length = g_utf8_strlen (valid, -1);
  if (length <= (glong) max)
    return g_steal_pointer (&valid);
  head = g_utf8_offset_to_pointer (valid, max - 1 - max / 3);
  tail = g_utf8_offset_to_pointer (valid, length - max / 3);
  return g_strdup_printf ("%.*s…%s", (int) (head - valid), valid, tail);
}
