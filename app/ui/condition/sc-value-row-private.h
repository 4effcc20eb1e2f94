/* sc-value-row-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-clause-form.h"
#include "sc-value-row.h"

G_BEGIN_DECLS

/* What every row for an operand has; lives as long as its widget. */
typedef struct _ScValueRow
{
  GtkWidget *widget;
  const ScClauseSpot *spot;
  guint position; /* of the operand */
  /* operand NULL: there is none at the position. */
  void (*update) (struct _ScValueRow *self, const ScOperand *operand);
} ScValueRow;

ScValueRow *sc_value_row_attach (GtkWidget *widget,
                                 const ScClauseSpot *spot,
                                 guint position,
                                 void (*update) (ScValueRow *self, const ScOperand *operand));
ScValueRow *sc_value_row_get (GtkWidget *row);
const ScOperand *sc_value_row_get_operand (const ScValueRow *self);
const ScClauseForm *sc_value_row_get_form (const ScValueRow *self);
/* Commits operand (taken over) at the row's position; NULL takes it away. place: see
 * sc_clause_spot_set_operands(). */
void sc_value_row_put (const ScValueRow *self, ScOperand *operand, const char *place);

G_END_DECLS
