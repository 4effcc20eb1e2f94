/* sc-compare-window.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* What one role or persona may do and another may not, of this solution or another package, as a
 * table that can be searched, copied and exported. Follows edits. */
#define SC_TYPE_COMPARE_WINDOW (sc_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (ScCompareWindow, sc_compare_window, SC, COMPARE_WINDOW, AdwWindow)

/* The one of parent, which is made if need be. persona: the id of one to begin with; NULL: two
 * roles. */
ScCompareWindow *
sc_compare_window_present (GtkWindow *parent, ScEditor *editor, const char *persona);
/* Reads another package, .stagecraft, .zip or folder, and compares with the role in it that is the
 * same as the first one. */
void sc_compare_window_open_other (ScCompareWindow *self, const char *path);
/* Writes what is shown: Markdown where path ends in ".md", else CSV. */
gboolean sc_compare_window_export (ScCompareWindow *self, const char *path, GError **error);

G_END_DECLS
