/* sc-condition-editor.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The condition of a stage: its branches in their order, each with its clauses. Everything that is
 * picked or typed is an edit at once. Whoever holds it updates it when the document changes. */
#define SC_TYPE_CONDITION_EDITOR (sc_condition_editor_get_type ())
G_DECLARE_FINAL_TYPE (ScConditionEditor, sc_condition_editor, SC, CONDITION_EDITOR, GtkWidget)

GtkWidget *sc_condition_editor_new (ScEditor *editor);
/* Shows the condition behind the stage of that id in the open flow as it is now; does nothing where
 * there is none. */
void sc_condition_editor_show (ScConditionEditor *self, const char *stage);

G_END_DECLS
