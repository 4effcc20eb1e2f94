/* sc-export-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Checks the open solution, says what blocks its export, and asks for format, version and note. A
 * problem that is chosen is selected in the editor. */
#define SC_TYPE_EXPORT_DIALOG (sc_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScExportDialog, sc_export_dialog, SC, EXPORT_DIALOG, AdwWindow)

/* exported (parent, path) is called when a package was written. */
void sc_export_dialog_present (GtkWindow *parent,
                               ScEditor *editor,
                               void (*exported) (GtkWindow *parent, const char *path));

/* Writes the package to path, as the dialog is set, and closes it; FALSE: a message says why not.
 * What the button does once the person has named a place. */
gboolean sc_export_dialog_run (ScExportDialog *self, const char *path);

G_END_DECLS
