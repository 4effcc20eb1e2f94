/* sc-templates-pane.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The templates beside the views, to be dragged into the flow or inserted behind what is selected.
 * Follows the folder that they are in. */
#define SC_TYPE_TEMPLATES_PANE (sc_templates_pane_get_type ())
G_DECLARE_FINAL_TYPE (ScTemplatesPane, sc_templates_pane, SC, TEMPLATES_PANE, GtkWidget)

GtkWidget *sc_templates_pane_new (ScEditor *editor);

G_END_DECLS
