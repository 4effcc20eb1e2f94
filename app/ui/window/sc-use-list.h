/* sc-use-list.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* A list of who uses something, for a dialog: choosing a row closes the dialog and goes there. */
GtkWidget *sc_use_list_new (ScEditor *editor, const ScList *uses);

G_END_DECLS
