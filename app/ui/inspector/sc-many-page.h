/* sc-many-page.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-inspector-page.h"

G_BEGIN_DECLS

/* What several stages and steps have in common, to be changed for all of them. */
#define SC_TYPE_MANY_PAGE (sc_many_page_get_type ())
G_DECLARE_FINAL_TYPE (ScManyPage, sc_many_page, SC, MANY_PAGE, ScInspectorPage)

G_END_DECLS
