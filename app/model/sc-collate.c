/* sc-collate.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-collate.h"

#include <string.h>

/* How much of a name is compared as people do: far more than they read. */
#define MAX_CHARACTERS 256
#define MAX_BYTES      (4 * MAX_CHARACTERS)

/* How many bytes the first characters have. */
static gsize
measure_head (const char *text)
{
  guint n = 0;
  gsize i;

  for (i = 0; text[i] != '\0' && i < MAX_BYTES; i++)
    if (((guchar) text[i] & 0xc0) != 0x80 && n++ == MAX_CHARACTERS)
      break;
  return i;
}

int
sc_collate (const char *a, const char *b)
{
  g_autofree char *p = sc_collate_key (a);
  g_autofree char *q = sc_collate_key (b);

  return strcmp (p, q);
}

char *
sc_collate_key (const char *text)
{
  const char *own = text != NULL ? text : "";
  const gsize head = measure_head (own);
  g_autofree char *valid = g_utf8_make_valid (own, (gssize) head);
  g_autofree char *key = g_utf8_collate_key (valid, -1);

  if (own[head] == '\0')
    return g_steal_pointer (&key);
  /* Lower than any byte of a key, so that a name stands behind its own beginning. */
  return g_strconcat (key, "\001", own + head, NULL);
}
