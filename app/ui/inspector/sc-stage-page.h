/* sc-stage-page.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-inspector-page.h"

G_BEGIN_DECLS

/* The selected stage. */
#define SC_TYPE_STAGE_PAGE (sc_stage_page_get_type ())
G_DECLARE_FINAL_TYPE (ScStagePage, sc_stage_page, SC, STAGE_PAGE, ScInspectorPage)

G_END_DECLS
