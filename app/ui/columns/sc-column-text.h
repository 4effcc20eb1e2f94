/* sc-column-text.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-table.h"

G_BEGIN_DECLS

/* "statuscode · Choice · required": what there is to say of a column beside its display name.
 * Free with g_free(). */
char *sc_column_text_describe (const ScColumn *column);

G_END_DECLS
