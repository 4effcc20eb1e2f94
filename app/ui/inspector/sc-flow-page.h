/* sc-flow-page.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-inspector-page.h"

G_BEGIN_DECLS

/* The open flow: what the inspector shows when nothing is selected. */
#define SC_TYPE_FLOW_PAGE (sc_flow_page_get_type ())
G_DECLARE_FINAL_TYPE (ScFlowPage, sc_flow_page, SC, FLOW_PAGE, ScInspectorPage)

G_END_DECLS
