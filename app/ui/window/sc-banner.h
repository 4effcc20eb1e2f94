/* sc-banner.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Says above the views what others did to the file; or why the open flow cannot be changed, or what
 * of its file is not understood; or else that nobody can run it. Offers the way on, and is not
 * there when there is nothing to say. */
#define SC_TYPE_BANNER (sc_banner_get_type ())
G_DECLARE_FINAL_TYPE (ScBanner, sc_banner, SC, BANNER, GtkWidget)

GtkWidget *sc_banner_new (ScEditor *editor);
/* Whether what is below it says by itself who can run the flow. */
void sc_banner_set_has_security (ScBanner *self, gboolean has_security);

G_END_DECLS
