/* sc-link-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that leads to another thing. Signal: followed (). */
#define SC_TYPE_LINK_ROW (sc_link_row_get_type ())
G_DECLARE_FINAL_TYPE (ScLinkRow, sc_link_row, SC, LINK_ROW, AdwActionRow)

GtkWidget *sc_link_row_new (const char *title);

/* id is what the row leads to; NULL where it leads nowhere and text says so. */
void sc_link_row_set_target (ScLinkRow *self, const char *id, const char *text);
const char *sc_link_row_get_id (ScLinkRow *self);

G_END_DECLS
