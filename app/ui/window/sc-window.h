/* sc-window.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* One window with at most one document. Actions (prefix win): open, open-folder, open-path(s),
 * open-sample, new-solution, save, save-as, save-as-path(s), export, undo, redo, new-flow,
 * new-table, new-role, solution-details, save-template, save-stages-template, insert-template,
 * copy-flow, edit-copy, compare-file, review-file, show-difference, show-notes, show-uses(ss),
 * find, find-in-all, find-column(s), find-next, find-previous, replace, show-help-overlay, about,
 * close, open-flow-tab(s), open-flow-window(s), close-tab and others for tabs; while a document is
 * open also view(s), show-navigator, show-inspector, show-problems, show-columns,
 * describe-column(ss), import-metadata, import-metadata-folder. */
#define SC_TYPE_WINDOW (sc_window_get_type ())
G_DECLARE_FINAL_TYPE (ScWindow, sc_window, SC, WINDOW, AdwApplicationWindow)

ScWindow *sc_window_new (GtkApplication *application);

ScEditor *sc_window_get_editor (ScWindow *self);
/* TRUE while nothing would be lost by opening something else in it: it has no document and is not
 * opening one. */
gboolean sc_window_is_vacant (ScWindow *self);
/* Absolute path of what is open or being opened; NULL when it is not on disk. */
const char *sc_window_get_path (ScWindow *self);

/* Shows document in this window. */
void sc_window_show_document (ScWindow *self, ScDocument *document);
/* The same for one that is not on disk: in a new window when this one is not vacant. */
void sc_window_show_new_document (ScWindow *self, ScDocument *document);
/* Reads path in the background and shows it: in this window when it is vacant, else in a new one;
 * a window that shows it already is brought to the front instead. Errors come in a dialog. */
void sc_window_open_path (ScWindow *self, const char *path);

/* Saves where the document is stored. FALSE: it was not saved; a dialog says why, or asks where to.
 */
gboolean sc_window_save (ScWindow *self);
gboolean sc_window_save_as (ScWindow *self, const char *path);

G_END_DECLS
