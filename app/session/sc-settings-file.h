/* sc-settings-file.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file.h"
#include "sc-solution.h"

G_BEGIN_DECLS

/* What a team has decided about a solution (see ScRuleSetting), the people it thinks of (see
 * ScPersona) and what it knows of its environment (see ScSolution.imported), and no package has a
 * place for: a file beside the package, named like it with this ending. It has the form of a
 * definition file that holds nothing else. */
#define SC_SETTINGS_SUFFIX ".stagecraft-settings"

/* Beside the package (or the flow) at path; free with g_free(). */
char *sc_settings_file_get_path (const char *path);

/* A solution of settings; NULL without an error when there is no such file. */
ScSolution *sc_settings_file_read (const char *path, GError **error);
/* Whether solution has something that is kept beside a package. */
gboolean sc_settings_file_has (const ScSolution *solution);

/* What has to be written so that the settings of solution are beside the package at path: no path
 * when they are what the file holds. A file that could not be read is never replaced, nor one that
 * somebody changes from now on.
 *
 * own: path is where solution is kept, so that the file goes when there are no settings any more.
 * Somebody else's file stays as it is then, and it is an error, which names it, when something in
 * it would be lost otherwise: a decision or a persona that solution does not have just so, a table
 * or a relationship that it does not have. Clear with sc_settings_file_clear(). */
gboolean sc_settings_file_prepare (const ScSolution *solution,
                                   const char *path,
                                   gboolean own,
                                   ScFileChange *change,
                                   GError **error);
void sc_settings_file_clear (ScFileChange *change);

/* Gives draft the settings of another solution. */
void sc_settings_file_copy (ScSolution *draft, const ScSolution *from);

/* Whether both have the same settings. */
gboolean sc_settings_file_is_same (const ScSolution *a, const ScSolution *b);

/* solution with the settings beside path. When these cannot be read they are left out, and *note
 * (free with g_free()) says why. */
ScSolution *sc_settings_file_join (const ScSolution *solution, const char *path, char **note);

G_END_DECLS
