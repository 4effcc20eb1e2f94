/* sc-solution-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The name, version and publisher of the solution. */
#define SC_TYPE_SOLUTION_DIALOG (sc_solution_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScSolutionDialog, sc_solution_dialog, SC, SOLUTION_DIALOG, AdwMessageDialog)

void sc_solution_dialog_present (GtkWindow *parent, ScEditor *editor);

G_END_DECLS
