/* sc-by-hand.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"

G_BEGIN_DECLS

/* TRUE when the table, or that column of it, was described by a person and may be taken out again:
 * what the files of a package say is so stays as long as the files say so. column NULL: the table
 * itself. */
gboolean sc_is_by_hand (ScEditor *editor, const char *table, const char *column);

G_END_DECLS
