/* sc-welcome.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window without a document shows: ways to begin, and what was open before. */
#define SC_TYPE_WELCOME (sc_welcome_get_type ())
G_DECLARE_FINAL_TYPE (ScWelcome, sc_welcome, SC, WELCOME, GtkWidget)

G_END_DECLS
