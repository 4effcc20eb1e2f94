/* sc-ascii-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* g_ascii_tolower() without the call: ids and names are hashed and compared so often that a call
 * for each character was a quarter of the time that reading and validating took. */
static inline guchar
sc_ascii_lower (char c)
{
  guchar byte = (guchar) c;

  return (guchar) (byte - 'A') < 26 ? byte | 0x20 : byte;
}

G_END_DECLS
