/* sc-folder.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"

G_BEGIN_DECLS

/* A folder that somebody else filled. Names are relative to it, with "/" between parts. Nothing
 * outside of it is ever read: a symbolic link that leads out is refused, also while somebody moves
 * things about (see sc-beneath.h).
 *
 * How much is listed and read in all is limited, as in an archive: real solutions have some
 * thousand files. What was listed once is not listed again: make another to see what came later. */
#define SC_FOLDER_MAX_NAMES (100 * 1000)
#define SC_FOLDER_MAX_BYTES (1024ull * 1024 * 1024)

typedef struct _ScFolder ScFolder;

ScFolder *sc_folder_open (const char *path, GError **error);
void sc_folder_free (ScFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFolder, sc_folder_free)

/* Finds a name whatever its case, as on the system that made the folder; NULL when there is none.
 * Free with g_free(). */
char *sc_folder_find (ScFolder *self, const char *name);

/* The names in a folder that end with suffix, sorted; never NULL. They begin with name. */
GPtrArray *sc_folder_list (ScFolder *self, const char *name, const char *suffix);

/* The real path of a name, for writing. SC_FILE_ERROR_UNSAFE when it is not within the folder. Free
 * with g_free(). */
char *sc_folder_resolve (const ScFolder *self, const char *name, GError **error);

gboolean sc_folder_is_folder (const ScFolder *self, const char *name);

/* FALSE, and what the limit is, when one of the above was met: then something was left out. */
gboolean sc_folder_check (const ScFolder *self, GError **error);

/* A file of at most SC_XML_MAX_BYTES. */
GBytes *sc_folder_read (ScFolder *self, const char *name, GError **error);

G_END_DECLS
