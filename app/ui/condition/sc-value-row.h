/* sc-value-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-clause-spot.h"

G_BEGIN_DECLS

/* The rows for one operand of a clause. Each commits what is picked or typed by itself. position is
 * that of the operand; spot must outlive the row. */

/* A number, a date or text, to be typed; dates have a calendar, too. */
GtkWidget *sc_typed_value_row_new (const ScClauseSpot *spot, guint position);
/* One of the choices of the column, or Yes and No. One past the last operand adds another. */
GtkWidget *sc_picked_value_row_new (const ScClauseSpot *spot, guint position);
/* The id of a row of another table; its name. */
GtkWidget *sc_id_value_row_new (const ScClauseSpot *spot);
GtkWidget *sc_name_value_row_new (const ScClauseSpot *spot);
/* The table that the row is of. */
GtkWidget *sc_table_value_row_new (const ScClauseSpot *spot);
/* Another column of the stage's steps. */
GtkWidget *sc_peer_value_row_new (const ScClauseSpot *spot);
/* Something that is only shown; it can be taken away. */
GtkWidget *sc_kept_value_row_new (const ScClauseSpot *spot, guint position);

/* Shows what the document has now, for a row of any of these kinds. */
void sc_value_row_update (GtkWidget *row);
/* A button at the end of the row that takes its operand away. */
void sc_value_row_add_remove_button (GtkWidget *row);

G_END_DECLS
