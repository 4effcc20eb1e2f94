/* sc-difference-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Shows what the file of a flow holds that Stagecraft does not know, against what would be written
 * instead, and lets the person agree to that. */
#define SC_TYPE_DIFFERENCE_DIALOG (sc_difference_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScDifferenceDialog, sc_difference_dialog, SC, DIFFERENCE_DIALOG, AdwWindow)

/* When the person agrees, the document remembers it (sc_document_accept_rewrite()), and then
 * agreed, if it is not NULL, is called with parent. */
void sc_difference_dialog_present (GtkWindow *parent,
                                   ScEditor *editor,
                                   const char *flow,
                                   void (*agreed) (GtkWindow *parent));

G_END_DECLS
