/* sc-trigger-text.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"

G_BEGIN_DECLS

/* When a triggered workflow runs and how: "When the stage is entered · Background". Free with
 * g_free(). */
char *sc_trigger_text (const ScTrigger *trigger);

G_END_DECLS
