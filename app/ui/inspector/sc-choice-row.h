/* sc-choice-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-choice.h"

G_BEGIN_DECLS

/* A line of a picker: what is offered, what else there is to say of it, and a check mark. */
#define SC_TYPE_CHOICE_ROW (sc_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (ScChoiceRow, sc_choice_row, SC, CHOICE_ROW, GtkWidget)

GtkWidget *sc_choice_row_new (void);

/* search: what of it is to be marked; "": nothing, and groups have headings. */
void sc_choice_row_show (ScChoiceRow *self, ScChoice *choice, const char *search, gboolean checked);

G_END_DECLS
