/* sc-access-page.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* A page of the security view: an ScAccessGrid with a filter and a legend. Action: page.turn. */
#define SC_TYPE_ACCESS_PAGE (sc_access_page_get_type ())
G_DECLARE_FINAL_TYPE (ScAccessPage, sc_access_page, SC, ACCESS_PAGE, GtkWidget)

/* all: every flow of the solution; else the open flow, its tables and Process. */
GtkWidget *sc_access_page_new (ScEditor *editor, gboolean all);

G_END_DECLS
