/* sc-inspector.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Shows and edits everything about what is selected. */
#define SC_TYPE_INSPECTOR (sc_inspector_get_type ())
G_DECLARE_FINAL_TYPE (ScInspector, sc_inspector, SC, INSPECTOR, GtkWidget)

GtkWidget *sc_inspector_new (ScEditor *editor);

G_END_DECLS
