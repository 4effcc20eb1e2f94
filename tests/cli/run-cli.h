/* run-cli.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Runs the built program as people do. */
typedef struct
{
  int status;
  char *out;
  char *err;
} CliRun;

/* Where the program is; once, before the others. */
void cli_set_program (const char *path);
/* The arguments end with NULL. Free with cli_run_free(). */
CliRun *cli_run (const char *first, ...) G_GNUC_NULL_TERMINATED;
/* The same, called in that folder; NULL: here. */
CliRun *cli_run_in (const char *folder, const char *first, ...) G_GNUC_NULL_TERMINATED;
void cli_run_free (CliRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliRun, cli_run_free)

/* Something that text must contain; says the whole text when it does not. */
void cli_assert_contains (const char *text, const char *part);

/* A folder for the files of one test. */
typedef struct
{
  char *path;
} CliFolder;

CliFolder *cli_folder_new (void);
/* Removes it with everything in it. */
void cli_folder_free (CliFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliFolder, cli_folder_free)
/* Free with g_free(). */
char *cli_folder_get (CliFolder *self, const char *name);
char *cli_folder_write (CliFolder *self, const char *name, const char *text);

/* The text of a file; fails when there is none. */
char *cli_read (const char *path);

/* The folder of real flows, or NULL: then the test is skipped. Free with g_free(). */
char *cli_find_corpus (void);
/* Every file below folder whose name ends so, sorted. */
GPtrArray *cli_list_files (const char *folder, const char *suffix);

G_END_DECLS
