/* package-files.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-package.h"

G_BEGIN_DECLS

/* Packages that the tests make up in temporary folders, and looks at what is in such folders. */

#define SAMPLE_ROLE_ID "cccccccc-1111-4222-8333-444444444444"

/* To be called first by a program with many files: it keeps them in memory, where none of them
 * waits for the disk. */
void files_use_memory (void);
/* A new, empty temporary folder; free with g_free(). */
char *files_make_folder (void);
/* Removes a folder with everything in it; symbolic links are not followed. */
void files_remove_folder (const char *folder);
void files_copy_folder (const char *from, const char *to);

/* The text of a file below folder. Writing makes the folders on the way. */
char *files_read (const char *folder, const char *name);
void files_write (const char *folder, const char *name, const char *text);
/* Replaces the only place where from stands. */
void files_replace (const char *folder, const char *name, const char *from, const char *to);

/* What is in a folder: name → content and time of the last change, to the nanosecond. */
GHashTable *files_take_snapshot (const char *folder);
/* The names whose content or time differs, that are new or gone; sorted. */
GPtrArray *files_compare (GHashTable *before, GHashTable *after);
/* Compares with what folder holds now. expected: the names that differ, with "," between. */
void files_assert_changed (GHashTable *before, const char *folder, const char *expected);

/* The lines that differ between two texts that have as many lines, or that only one of them has:
 * "-old\n+new\n…". Free with g_free(). */
char *files_diff (const char *before, const char *after);

/* An unpacked solution with two flows ("Straight" and "Tables"), a table, a choice, relationships
 * and a role, with those line ends. */
void files_make_solution (const char *folder, const char *line_end);
/* The same as a solution.zip in folder; returns its path. */
char *files_make_zip (const char *folder, const char *line_end);

G_END_DECLS
