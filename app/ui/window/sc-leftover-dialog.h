/* sc-leftover-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-window.h"

G_BEGIN_DECLS

/* Offers unsaved work of processes that are gone (of ScLeftover), to be restored or discarded one
 * by one or all together. What is left when it is closed is offered again at the next start.
 * Nothing happens when there is none. */
void sc_leftover_dialog_present (ScWindow *parent, GPtrArray *leftovers);

G_END_DECLS
