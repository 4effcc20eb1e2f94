/* sc-fix-button.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Opens the repairs of a problem, with what each of them would do, and the rule behind it. The
 * repairs are worked out when the menu opens. */
#define SC_TYPE_FIX_BUTTON (sc_fix_button_get_type ())
G_DECLARE_FINAL_TYPE (ScFixButton, sc_fix_button, SC, FIX_BUTTON, GtkWidget)

GtkWidget *sc_fix_button_new (ScEditor *editor);
/* Nullable. */
void sc_fix_button_set_problem (ScFixButton *self, const ScProblem *problem);
void sc_fix_button_open (ScFixButton *self);

G_END_DECLS
