/* sc-file-state.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file.h"

#include <sys/stat.h>

G_BEGIN_DECLS

/* Private to sc-file-*.c: whether what is somewhere is what was there when somebody looked. */

/* info: NULL for nothing. */
ScFileState sc_file_state_new (const struct stat *info);
/* Whether somebody has written there in between; never when nobody had looked. */
gboolean sc_file_state_differs (const ScFileState *known, const ScFileState *present);
/* Looks at a name of an open folder, and not where a link leads. FALSE with errno set. */
gboolean sc_file_state_read (int folder, const char *name, ScFileState *state);
/* The file got another name, which is a change of what is told of it, but no one else's: of all
 * that is known of the file, that time is what it is now. */
void sc_file_state_follow (ScFileState *known, guint n_known, const ScFileState *present);

G_END_DECLS
