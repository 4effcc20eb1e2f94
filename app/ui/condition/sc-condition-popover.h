/* sc-condition-popover.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The editor of a condition, beside what it belongs to. Closes by itself when the condition or the
 * flow is another one. */
#define SC_TYPE_CONDITION_POPOVER (sc_condition_popover_get_type ())
G_DECLARE_FINAL_TYPE (ScConditionPopover, sc_condition_popover, SC, CONDITION_POPOVER, GtkPopover)

/* stage: id of the stage that branches. */
GtkWidget *sc_condition_popover_new (ScEditor *editor, const char *stage);

G_END_DECLS
