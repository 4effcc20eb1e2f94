/* sc-persona-split.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list and what is chosen in it: side by side, or one above the other where that is too narrow.
 * Properties: list, details. */
#define SC_TYPE_PERSONA_SPLIT (sc_persona_split_get_type ())
G_DECLARE_FINAL_TYPE (ScPersonaSplit, sc_persona_split, SC, PERSONA_SPLIT, GtkWidget)

G_END_DECLS
