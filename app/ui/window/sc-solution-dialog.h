/* sc-solution-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The name and version of the solution, and its publisher. What is typed is checked at once. */
#define SC_TYPE_SOLUTION_DIALOG (sc_solution_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScSolutionDialog, sc_solution_dialog, SC, SOLUTION_DIALOG, AdwMessageDialog)

/* Changes the details of the open solution. */
void sc_solution_dialog_present (GtkWindow *parent, ScEditor *editor);

typedef void (*ScSolutionCreated) (GtkWindow *parent, const ScSolution *solution);

/* Asks for the details of a new solution and hands it to created. Names that were not typed follow
 * from those that were. */
void sc_solution_dialog_present_new (GtkWindow *parent, ScSolutionCreated created);

G_END_DECLS
