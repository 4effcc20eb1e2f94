/* sc-uses-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Says where a thing is used, and goes there. Nothing happens when there is no such thing. */
void sc_uses_dialog_present (GtkWindow *parent, ScEditor *editor, const ScUsed *thing);
/* The same, with the thing as a text: kind is "step", "stage" (by id, in the open flow), "column"
 * ("table.column"), "table" or "role" (by id). */
void sc_uses_dialog_present_named (GtkWindow *parent,
                                   ScEditor *editor,
                                   const char *kind,
                                   const char *name);

G_END_DECLS
