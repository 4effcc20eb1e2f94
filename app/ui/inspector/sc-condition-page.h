/* sc-condition-page.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-inspector-page.h"

G_BEGIN_DECLS

/* The condition of the selected stage: its branches in words, their names and targets. */
#define SC_TYPE_CONDITION_PAGE (sc_condition_page_get_type ())
G_DECLARE_FINAL_TYPE (ScConditionPage, sc_condition_page, SC, CONDITION_PAGE, ScInspectorPage)

G_END_DECLS
