/* sc-side-pane.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

typedef enum
{
  SC_PAGE_INSPECTOR,
  SC_PAGE_COLUMNS, /* of a table */
  SC_PAGE_TEMPLATES,
  SC_N_PAGES
} ScSidePage;

/* What is at the right of the views: the inspector, and further pages, which are made when they are
 * first seen. */
#define SC_TYPE_SIDE_PANE (sc_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (ScSidePane, sc_side_pane, SC, SIDE_PANE, GtkWidget)

GtkWidget *sc_side_pane_new (ScEditor *editor);
/* Shows a page, with the keyboard in it. */
void sc_side_pane_show (ScSidePane *self, ScSidePage page);

G_END_DECLS
