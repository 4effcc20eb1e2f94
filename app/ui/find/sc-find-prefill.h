/* sc-find-prefill.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* What a person may want to look for when they begin to. Both are NULL when there is nothing; free
 * with g_free(). */

/* Text that is selected in the widget with the focus (nullable). */
char *sc_find_dup_selected_text (GtkWidget *focus);
/* What the selected step or stage is called. */
char *sc_find_dup_selected_label (ScEditor *editor);

G_END_DECLS
