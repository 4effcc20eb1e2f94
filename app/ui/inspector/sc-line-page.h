/* sc-line-page.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-inspector-page.h"

G_BEGIN_DECLS

/* The selected way from one stage to another. */
#define SC_TYPE_LINE_PAGE (sc_line_page_get_type ())
G_DECLARE_FINAL_TYPE (ScLinePage, sc_line_page, SC, LINE_PAGE, ScInspectorPage)

G_END_DECLS
