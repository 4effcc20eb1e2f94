/* sc-derived-id.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-derived-id.h"

#include <string.h>

#include "sc-id.h"

#define ID_BYTES 16

/* The 16 bytes of an id in the order in which it is written; an owner that is no id counts as
 * itself. */
static void
add_owner (GChecksum *checksum, const char *owner)
{
  g_autofree char *id = sc_id_normalize (owner);
  const char *digit = id;

  if (id == NULL)
    {
      g_checksum_update (checksum, (const guchar *) owner, -1);
      return;
    }
  for (guint i = 0; i < ID_BYTES; i++, digit += 2)
    {
      guchar byte;

      if (*digit == '-')
        digit++;
      byte = (guchar) (g_ascii_xdigit_value (digit[0]) << 4 | g_ascii_xdigit_value (digit[1]));
      g_checksum_update (checksum, &byte, 1);
    }
}

char *
sc_derived_id_new (const char *owner, const char *purpose)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 b[20];
  gsize size = sizeof b;

  add_owner (checksum, owner);
  g_checksum_update (checksum, (const guchar *) purpose, -1);
  g_checksum_get_digest (checksum, b, &size);
  b[6] = (b[6] & 0x0f) | 0x50;
  b[8] = (b[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                          b[12], b[13], b[14], b[15]);
}
