/* sc-table-popover.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The columns of one table, to look at and to add to. */
#define SC_TYPE_TABLE_POPOVER (sc_table_popover_get_type ())
G_DECLARE_FINAL_TYPE (ScTablePopover, sc_table_popover, SC, TABLE_POPOVER, GtkPopover)

/* table: the logical name; the solution need not know more about it. */
GtkWidget *sc_table_popover_new (ScEditor *editor, const char *table);

G_END_DECLS
