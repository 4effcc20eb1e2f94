/* sc-file-error.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Errors of everything that comes in or goes out. The message is a full sentence that names the
 * file, says what happened and what the person can do. */
#define SC_FILE_ERROR (sc_file_error_quark ())

typedef enum
{
  SC_FILE_ERROR_READ,        /* cannot be read: missing, no permission, i/o */
  SC_FILE_ERROR_WRITE,       /* cannot be written; what is on disk is whole */
  SC_FILE_ERROR_TOO_LARGE,   /* over one of the limits below */
  SC_FILE_ERROR_MALFORMED,   /* not XML, not a zip, truncated */
  SC_FILE_ERROR_UNSAFE,      /* DOCTYPE, entities, path outside, bomb */
  SC_FILE_ERROR_UNSUPPORTED, /* well-formed, but not something Stagecraft edits */
  SC_FILE_ERROR_CHANGED      /* changed on disk since it was opened */
} ScFileError;

GQuark sc_file_error_quark (void);

/* The sentence for what kept path from being read: code is an errno. */
void sc_file_set_read_error (GError **error, const char *path, int code);
/* The one for a file that is larger than what is read. */
void sc_file_set_size_error (GError **error, const char *path, gsize max_bytes);

G_END_DECLS
