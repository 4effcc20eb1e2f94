/* sc-window-menus.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The menus of a window, from the table of commands. */
GMenuModel *sc_window_menus_new_main (void);
/* recent: a section that is filled by whoever shows the menu. */
GMenuModel *sc_window_menus_new_open (GMenu *recent);

G_END_DECLS
