/* sc-plain-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of that type, an AdwActionRow or AdwExpanderRow, whose texts are no markup: names may hold
 * any character. subtitle may be NULL. */
GtkWidget *sc_plain_row_new (GType type, const char *title, const char *subtitle);
/* icon in front of it, in the colours of that style class. */
void sc_plain_row_add_icon (GtkWidget *row, const char *icon, const char *style);

G_END_DECLS
