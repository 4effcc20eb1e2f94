/* sc-shorten-label.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-shorten-label.h"

#include "sc-shorten.h"

void
sc_shorten_label (GtkLabel *label, const char *text, guint max)
{
  g_autofree char *shortened = sc_shorten (text, max);

  gtk_label_set_label (label, shortened);
}
