/* sc-outline-view.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The open flow as a table to type in: a row for each stage and, beneath it, for each step. */
#define SC_TYPE_OUTLINE_VIEW (sc_outline_view_get_type ())
G_DECLARE_FINAL_TYPE (ScOutlineView, sc_outline_view, SC, OUTLINE_VIEW, GtkWidget)

GtkWidget *sc_outline_view_new (ScEditor *editor);
/* Where the keys of commands go: the cell that the keyboard was in last, or the view. */
GtkWidget *sc_outline_view_get_command_target (ScOutlineView *self);

G_END_DECLS
