/* sc-shorten.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-shorten.h"

#include <string.h>

#define MAX_CHARACTER 4 /* bytes in UTF-8 */

/* text without its middle when it is so long that it has more than max characters at both ends: of
 * a text of megabytes nothing is looked at but these. */
static char *
take_ends (const char *text, guint max)
{
  const gsize end = (gsize) max * MAX_CHARACTER;
  const gsize length = strlen (text);
  g_autofree char *head = NULL;
  const char *tail;

  if (length <= 2 * end)
    return g_strdup (text);
  tail = text + length - end;
  /* Not in the middle of a character. A head that ends there is cut off before it does. */
  for (guint i = 1; i < MAX_CHARACTER && ((guchar) *tail & 0xc0) == 0x80; i++)
    tail++;
  head = g_strndup (text, end);
  return g_strconcat (head, tail, NULL);
}

char *
sc_shorten (const char *text, guint max)
{
  g_autofree char *ends = take_ends (text, max);
  g_autofree char *valid = g_utf8_make_valid (ends, -1);
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
