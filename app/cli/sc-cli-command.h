/* sc-cli-command.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-cli.h"
#include "sc-json.h"
#include "sc-solution-index.h"
#include "sc-storage.h"
#include "sc-validation.h"

G_BEGIN_DECLS

/* What the commands share. */

/* argv[0] is the name of the command. */
ScExitStatus sc_cli_access (int argc, char **argv);
ScExitStatus sc_cli_check (int argc, char **argv);
ScExitStatus sc_cli_columns (int argc, char **argv);
ScExitStatus sc_cli_convert (int argc, char **argv);
ScExitStatus sc_cli_export (int argc, char **argv);
ScExitStatus sc_cli_grant (int argc, char **argv);
ScExitStatus sc_cli_import_metadata (int argc, char **argv);
ScExitStatus sc_cli_info (int argc, char **argv);
ScExitStatus sc_cli_new (int argc, char **argv);
ScExitStatus sc_cli_revoke (int argc, char **argv);
ScExitStatus sc_cli_rules (int argc, char **argv);
ScExitStatus sc_cli_tables (int argc, char **argv);

/* A context for the options of a command. arguments: what follows the options, untranslated, such
 * as "FILE…". */
GOptionContext *sc_cli_context_new (const char *arguments,
                                    const char *summary,
                                    const char *description,
                                    const GOptionEntry *entries);
/* Parses argv; complains and returns FALSE when it is wrong. */
gboolean sc_cli_parse (GOptionContext *context, const char *command, int argc, char **argv);
/* Says on the standard error stream what is wrong with the command line, and where help is. */
ScExitStatus sc_cli_complain_usage (const char *command, const char *message);
/* Says what went wrong. */
void sc_cli_complain (const char *message);
/* TRUE for "json", FALSE for "text" or NULL; complains about others and clears valid. */
gboolean sc_cli_is_json (const char *command, const char *format, gboolean *valid);

/* Opens path, or says why not and returns NULL. What the reader skipped is said, too. */
ScStorage *sc_cli_open (const char *path);

/* The flow with that id or, when there is just one, with that name. */
const ScFlow *sc_cli_find_flow (const ScSolution *solution, const char *wanted, GError **error);
/* “A” (id), “B” (id): what could be named. Free with g_free(). */
char *sc_cli_list_flows (const ScSolution *solution);
/* The same for roles. */
gboolean sc_cli_has_role (const ScSolution *solution, const char *wanted);
const ScRole *sc_cli_find_role (const ScSolution *solution, const char *wanted, GError **error);

/* TRUE when path ends so, in either case. */
gboolean sc_cli_has_suffix (const char *path, const char *suffix);

/* Where a problem is, in names for people or in ids; NULL where they do not apply. None is longer
 * than SC_MAX_QUOTED: there may be as many problems as a file has bytes. */
typedef struct
{
  char *flow;
  char *stage;
  char *step;
  char *role;
} ScPlace;

/* The names. */
ScPlace sc_place_find (ScSolutionIndex *index, const ScProblem *problem);
/* The ids. */
ScPlace sc_place_get_ids (const ScProblem *problem);
void sc_place_clear (ScPlace *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScPlace, sc_place_clear)
/* Both as members of the object that is open in json. */
void sc_place_add (const ScPlace *names, const ScPlace *ids, ScJson *json);
/* "Flow › Stage › Step", as far as it applies. Free with g_free(). */
char *sc_place_describe (const ScPlace *self);
/* "error", "warning" or "advice", translated. */
const char *sc_cli_get_severity_word (int severity);

/* A problem as an object of the array that is open in json. */
void sc_cli_add_problem (ScJson *json, ScSolutionIndex *index, const ScProblem *problem);
/* A problem takes a line for what and where, and one for the sentence. */
void sc_cli_print_problem (ScSolutionIndex *index, const ScProblem *problem);

/* Prints JSON as it is, in UTF-8. Ends json. */
void sc_cli_print_json (ScJson *json);
/* The text with spaces for control characters: what a file holds must not steer a terminal. Free
 * with g_free(). */
char *sc_cli_clean (const char *text);
/* The name of a file, to print: no other than printable characters. Free with g_free(). */
char *sc_cli_name_file (const char *path);
/* Prints text, and spaces up to width columns of a terminal; a width of 0 pads nothing. */
void sc_cli_print_padded (const char *text, guint width, gboolean right);
/* A column of a table for people. */
typedef struct
{
  const char *title;
  gboolean right; /* aligned, for numbers */
} ScCliColumn;

/* Prints rows (of char **, clean texts) below the titles, each column as wide as its widest text.
 */
void sc_cli_print_columns (const ScCliColumn *columns, guint n_columns, const GPtrArray *rows);
/* How many columns of a terminal text takes. */
guint sc_cli_get_width (const char *text);

G_END_DECLS
