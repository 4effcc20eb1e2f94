/* sc-status-bar.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The meters of the limits of the open flow, and the counts of problems. */
#define SC_TYPE_STATUS_BAR (sc_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (ScStatusBar, sc_status_bar, SC, STATUS_BAR, GtkWidget)

GtkWidget *sc_status_bar_new (ScEditor *editor);

G_END_DECLS
