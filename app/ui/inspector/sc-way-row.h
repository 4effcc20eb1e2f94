/* sc-way-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"
#include "sc-picker-row.h"

G_BEGIN_DECLS

/* A picker for the relationship by which one stage leads to another: the one-to-many relationships
 * that the solution knows between their tables, or none. source and target are ids of stages of the
 * open flow. */
GtkWidget *sc_way_row_new (ScEditor *editor, const char *source, const char *target);
/* FALSE when one of the stages is gone or both are on the same table: then there is nothing to
 * choose and the row is hidden. */
gboolean sc_way_row_update (GtkWidget *row);
gboolean sc_way_row_is (GtkWidget *row, const char *source, const char *target);

G_END_DECLS
