/* sc-find-count.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-find-count.h"

#include <glib/gi18n-lib.h>

char *
sc_find_dup_count (ScFinder *finder, gboolean looks)
{
  guint n = sc_finder_count (finder);
  int current = sc_finder_get_current (finder);

  if (!looks || sc_finder_get_error (finder) != NULL)
    return g_strdup ("");
  if (n == 0)
    return g_strdup (_ ("No matches"));
  if (current >= 0)
    return g_strdup_printf (_ ("%'d of %'u"), current + 1, n);
  return g_strdup_printf (ngettext ("%'u match", "%'u matches", n), n);
}
