/* sc-step-page.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-inspector-page.h"

G_BEGIN_DECLS

/* The selected step. */
#define SC_TYPE_STEP_PAGE (sc_step_page_get_type ())
G_DECLARE_FINAL_TYPE (ScStepPage, sc_step_page, SC, STEP_PAGE, ScInspectorPage)

G_END_DECLS
