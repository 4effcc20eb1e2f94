/* abandoned.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes a folder what it would be if the process had ended: closing a document removes its unsaved
 * work, so that is copied before, and put back afterwards. */
void abandoned_keep_copy (const char *folder);
void abandoned_bring_back (const char *folder);

void abandoned_remove_tree (const char *path);

G_END_DECLS
