/* sc-value-rows.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-clause-spot.h"

G_BEGIN_DECLS

/* The rows at the end of list in which a person says what a clause compares with: what suits the
 * column's type. What this program does not know how to edit is shown and stays as it is. */
typedef struct _ScValueRows ScValueRows;

/* spot and list must outlive it. */
ScValueRows *sc_value_rows_new (GtkListBox *list, const ScClauseSpot *spot);
void sc_value_rows_free (ScValueRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScValueRows, sc_value_rows_free)

/* Shows the clause as it is now. Rows stay, with what is being typed in them, while they are of the
 * same kind. */
void sc_value_rows_update (ScValueRows *self);

G_END_DECLS
