/* sc-paste-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-pasting.h"

G_BEGIN_DECLS

/* Asks what becomes of the tables and columns of a clip that are not where it is pasted: for each,
 * another one, the name as it is, or (a step) that it stays behind. Then pastes, as one step for
 * Undo. Takes over pasting. */
void sc_paste_dialog_present (GtkWindow *parent, ScPasting *pasting);
/* Pastes at once where nothing has to be asked, else asks in the window of view. Takes over
 * pasting. */
void sc_pasting_run (ScPasting *pasting, GtkWidget *view);

G_END_DECLS
