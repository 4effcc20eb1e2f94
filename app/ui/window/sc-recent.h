/* sc-recent.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was open before, kept in the desktop's own list of recent files. */

void sc_recent_add (const char *path);
/* Paths of what is still there, the latest first, at most max; free with g_ptr_array_unref(). */
GPtrArray *sc_recent_list (guint max);
/* The same as a menu of win.open-path items. */
GMenuModel *sc_recent_new_menu (guint max);
/* The folder that path is in, with "~" for the home folder. Free with g_free(). */
char *sc_recent_dup_folder (const char *path);

G_END_DECLS
