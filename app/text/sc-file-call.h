/* sc-file-call.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* Private to this folder: system calls that do not give up when they are interrupted. */

/* open() and openat(), with O_CLOEXEC; mode is for O_CREAT. -1 with errno set. */
int sc_file_open (const char *path, int flags, mode_t mode);
int sc_file_open_in (int folder, const char *path, int flags, mode_t mode);
/* Writes all of it, or FALSE with errno set. */
gboolean sc_file_write_run (int fd, const char *data, gsize size);

G_END_DECLS
