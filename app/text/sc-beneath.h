/* sc-beneath.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"

G_BEGIN_DECLS

/* Opens what is below a folder and nowhere else, whatever its links say and whoever changes it
 * meanwhile: every part of a name is looked up in the open folder before it, and links are followed
 * here and not by the system. */

/* What a name leads to. */
typedef enum
{
  SC_BENEATH_FILE,
  SC_BENEATH_FOLDER
} ScBeneathKind;

/* root: an open folder; root_path: where it is, without links, so that a link that spells it out is
 * understood. Returns a descriptor for reading, to be closed; -1 and SC_FILE_ERROR_UNSAFE when name
 * leads out, SC_FILE_ERROR_READ when there is no such thing, or it is neither file nor folder. */
int sc_beneath_open (
    int root, const char *root_path, const char *name, ScBeneathKind *kind, GError **error);

/* All of an open file; name is what messages call it. */
GBytes *sc_beneath_read (int fd, const char *name, gsize max_bytes, GError **error);

G_END_DECLS
