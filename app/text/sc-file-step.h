/* sc-file-step.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-state.h"

G_BEGIN_DECLS

/* Private to sc-file-*.c: what a save does to one name of a folder, and how that is undone from
 * what lies in the folder alone, by whoever comes across it. Beside the name wait
 * ".stagecraft-ID.new", which takes its place, and ".stagecraft-ID.old", the file that was there.
 */

typedef enum
{
  SC_FILE_STEP_FOLDER,  /* a folder that is made */
  SC_FILE_STEP_CREATE,  /* a file where none was */
  SC_FILE_STEP_REPLACE, /* another one in its place */
  SC_FILE_STEP_REMOVE,
  SC_FILE_N_STEP_KINDS
} ScFileStepKind;

typedef struct
{
  ScFileStepKind kind;
  char *path;
  char *id;     /* 16 hexadecimal digits */
  char *digest; /* SHA-256 of the new content, as text; NULL when there is none */
} ScFileStep;

#define SC_FILE_ID_LENGTH     16
#define SC_FILE_DIGEST_LENGTH 64

/* With an id of its own, and no digest. */
ScFileStep *sc_file_step_new (ScFileStepKind kind, const char *path);
void sc_file_step_free (ScFileStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFileStep, sc_file_step_free)

/* The names in the folder; free with g_free(). */
char *sc_file_step_get_name (const ScFileStep *self);
char *sc_file_step_get_new_name (const ScFileStep *self);
char *sc_file_step_get_old_name (const ScFileStep *self);

/* folder: the open folder that path lies in, here and below. Puts the new file beside its place
 * when there is no journal that knows its name: under one that the next save of the same file would
 * take as well, so that what a process that died has left is not left for ever. old: what it
 * replaces; NULL for nothing. FALSE with errno set. */
gboolean
sc_file_step_put_alone (ScFileStep *self, int folder, const struct stat *old, GBytes *bytes);
/* The same for the old file, which gets a second name. */
gboolean sc_file_step_hold_alone (ScFileStep *self, int folder, const struct stat *old);
/* Looks whether the place is as it is known to be. FALSE with errno set: to ESTALE, as network file
 * systems say, when somebody has made it another. */
gboolean sc_file_step_check (const ScFileStep *self, int folder, const ScFileState *known);
/* The same, and then does it. */
gboolean sc_file_step_finish (const ScFileStep *self, int folder, const ScFileState *known);
/* Puts back what was there, however far the step has
 * got, and removes what waits beside it. What somebody else has put in its place since stays. FALSE
 * with errno set when that is not done in full; it can be tried again. */
gboolean sc_file_step_undo (const ScFileStep *self, int folder);
/* Removes what waits beside it after all is done; FALSE with errno set. */
gboolean sc_file_step_clean (const ScFileStep *self, int folder);

G_END_DECLS
