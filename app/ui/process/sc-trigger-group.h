/* sc-trigger-group.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The workflows that a stage, or the flow as a whole, runs by itself: to add, change and remove. */
#define SC_TYPE_TRIGGER_GROUP (sc_trigger_group_get_type ())
G_DECLARE_FINAL_TYPE (ScTriggerGroup, sc_trigger_group, SC, TRIGGER_GROUP, AdwPreferencesGroup)

/* Shows those of stage, one of the open flow; NULL: those of the flow as a whole. */
void sc_trigger_group_show (ScTriggerGroup *self, ScEditor *editor, const ScStage *stage);

G_END_DECLS
