/* sc-clipboard.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Cut, copy and paste for a view of the open flow: clipboard.cut, clipboard.copy and
 * clipboard.paste, with their keys. Text entries inside of the view keep their own.
 *
 * What comes of pasting is told in the log, too, for programs that drive the designer. */

/* In the class of the view. */
void sc_clipboard_install_actions (GtkWidgetClass *klass);
/* For each view of that class. */
void sc_clipboard_attach (GtkWidget *view, ScEditor *editor);

/* For what is around the views: calls forward, with the name of the action ("s"), for the keys of
 * copy and paste where nothing that has the focus wants them. */
void sc_clipboard_forward_keys (GtkWidgetClass *klass, GtkShortcutFunc forward);

G_END_DECLS
