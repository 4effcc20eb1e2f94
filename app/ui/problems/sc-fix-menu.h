/* sc-fix-menu.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Edits that are ready, to choose one of: each with what it would do to the problems. It goes when
 * one is chosen, and commits that. */
#define SC_TYPE_FIX_MENU (sc_fix_menu_get_type ())
G_DECLARE_FINAL_TYPE (ScFixMenu, sc_fix_menu, SC, FIX_MENU, GtkPopover)

GtkWidget *sc_fix_menu_new (ScEditor *editor);
/* For what is worked out for this menu: it remembers what the solution looked like. Belongs to
 * the menu. */
ScValidator *sc_fix_menu_get_validator (ScFixMenu *self);
/* Takes over after, the outcome of an edit of the current solution. */
void sc_fix_menu_add (ScFixMenu *self, const char *title, ScSolution *after);
void sc_fix_menu_add_note (ScFixMenu *self, const char *text);
/* A line, set apart, for something that is no edit. Returns the button; belongs to the menu. */
GtkWidget *sc_fix_menu_add_button (ScFixMenu *self, const char *title);
void sc_fix_menu_add_separator (ScFixMenu *self);

G_END_DECLS
