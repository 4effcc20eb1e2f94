/* sc-access-matrix.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* One row per role of the solution. Arrow keys walk the cells, Tab goes to the menu of the role and
 * on. Rows that are scrolled out of sight are not drawn. */
#define SC_TYPE_ACCESS_MATRIX (sc_access_matrix_get_type ())
G_DECLARE_FINAL_TYPE (ScAccessMatrix, sc_access_matrix, SC, ACCESS_MATRIX, GtkWidget)

void sc_access_matrix_set_editor (ScAccessMatrix *self, ScEditor *editor);
/* The vertical adjustment of the scrolled window around it. */
void sc_access_matrix_set_adjustment (ScAccessMatrix *self, GtkAdjustment *adjustment);
/* Shows the roles and the open flow as they are now. */
void sc_access_matrix_update (ScAccessMatrix *self);

guint sc_access_matrix_get_n_rows (ScAccessMatrix *self);
GtkWidget *sc_access_matrix_get_row (ScAccessMatrix *self, guint position);

G_END_DECLS
