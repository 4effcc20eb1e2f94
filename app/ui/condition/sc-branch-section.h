/* sc-branch-section.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* One branch of a condition: what it is called, what it asks for, where it leads. Actions, also in
 * its menu: branch.move-up, branch.move-down, branch.add-after, branch.add-clause, branch.rotate,
 * branch.delete. */
#define SC_TYPE_BRANCH_SECTION (sc_branch_section_get_type ())
G_DECLARE_FINAL_TYPE (ScBranchSection, sc_branch_section, SC, BRANCH_SECTION, GtkWidget)

GtkWidget *sc_branch_section_new (ScEditor *editor, const char *stage, guint branch);
/* Shows what the document has now. */
void sc_branch_section_update (ScBranchSection *self);

G_END_DECLS
