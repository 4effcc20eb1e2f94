/* zip-files.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A look at an archive that shares no code with what wrote it. */

typedef struct
{
  char *name;
  char *header;   /* all that the list of entries says of it but its place, in hexadecimal */
  GBytes *packed; /* as it is in the archive */
  GBytes *content;
} ZipEntry;

/* Of ZipEntry, in the order of the archive. */
GPtrArray *zip_files_list (const char *path);

/* The archive has the entries of before in their order, byte for byte, except for the contents of
 * those in expected: names with "," between, in the order of the archive, "-" in front of one that
 * is gone and "+" of one that is new. */
void zip_files_assert_changed (GPtrArray *before, const char *path, const char *expected);

/* The content of an entry as a text. */
char *zip_files_read (const char *path, const char *name);
/* Replaces the only place where from stands by a text of the same length. */
void zip_files_replace (const char *path, const char *name, const char *from, const char *to);

G_END_DECLS
