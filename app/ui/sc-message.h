/* sc-message.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Dialogs that say something or ask one thing. */

/* Says it, with a Close button; a text too long for a dialog scrolls. */
void sc_message_show (GtkWindow *parent, const char *heading, const char *text);
/* A dialog with Cancel (response "cancel", also for Escape) that is not shown yet. */
AdwMessageDialog *sc_message_new (GtkWindow *parent, const char *heading, const char *text);

G_END_DECLS
