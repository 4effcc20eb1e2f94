/* sc-process-list.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-process-request.h"

G_BEGIN_DECLS

/* A list of the processes that a request may be granted with. */

/* Adds a row for each process of the solution that is of the right kind, those that cannot be run
 * last and dimmed, with the reason; and one for "another process". Returns the number of
 * processes. */
guint sc_process_list_fill (GtkListBox *list, ScEditor *editor, const ScProcessRequest *request);
/* NULL for another process. Belongs to the row. */
const ScProcess *sc_process_list_get_process (GtkListBoxRow *row);
/* TRUE when what the row says has text in it, in whatever case, and for another process. */
gboolean sc_process_list_matches (GtkListBoxRow *row, const char *text);

G_END_DECLS
