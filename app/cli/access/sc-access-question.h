/* sc-access-question.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-cli-command.h"
#include "sc-metadata.h"

G_BEGIN_DECLS

typedef enum
{
  SC_ANSWER_TEXT,
  SC_ANSWER_CSV,
  SC_ANSWER_JSON,
  SC_ANSWER_MARKDOWN,
  SC_N_ANSWERS
} ScAnswerFormat;

/* SC_N_ANSWERS for one that is not known; NULL is text. */
ScAnswerFormat sc_answer_format_from_nick (const char *nick);

/* What access is asked about: a solution, of which the matrix may show a part. */
typedef struct
{
  const char *path;
  ScStorage *storage;
  const ScSolution *solution; /* of the storage */
  ScCatalogue *catalogue;
  ScMetadata *metadata;
  GPtrArray *flows; /* of const ScFlow, in process order */
  ScList *roles;    /* of ScRole */
  gboolean tables;  /* also the tables of the stages and Process */
  ScAnswerFormat format;
} ScAccessQuestion;

/* Opens path, or says why not and returns FALSE. flows and roles: what was named, by name or id;
 * NULL: all. */
gboolean sc_access_question_open (ScAccessQuestion *self,
                                  const char *path,
                                  const char *const *flows,
                                  const char *const *roles);
void sc_access_question_clear (ScAccessQuestion *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScAccessQuestion, sc_access_question_clear)

/* The names in text, with commas between, at least one; a name of a role that has a comma itself is
 * left whole. Free with g_strfreev(). */
GStrv sc_access_split_roles (const ScSolution *solution, const char *text);
/* The roles of these names or ids, of ScRole. NULL and an error when one of them is not there or
 * there are several. */
ScList *sc_access_find_roles (const ScSolution *solution, const char *text, GError **error);
/* "Sales Rep, Team Lead"; free with g_free(). */
char *sc_access_name_roles (const ScList *roles);
/* Never NULL. */
const char *sc_access_name_role (const ScRole *role);
/* Never NULL. */
const char *sc_access_name_flow (const ScSolution *solution, const ScFlow *flow);

/* Prints rows (of char **) below the titles in any format but JSON. */
void sc_access_print_rows (ScAnswerFormat format,
                           const char *const *titles,
                           guint n_titles,
                           const GPtrArray *rows);

/* An object with id and name in json. */
void sc_access_add_role_json (ScJson *json, const ScRole *role);
/* "path", a file. */
void sc_access_add_path_json (ScJson *json, const char *key, const char *path);

/* The answers. */
void sc_cli_access_print_matrix (const ScAccessQuestion *self);
/* people: roles, as in sc_access_find_roles(); app: unique name, nullable. */
ScExitStatus
sc_cli_access_print_persona (const ScAccessQuestion *self, const char *people, const char *app);
/* left and right: roles, as in sc_access_find_roles(); with: another file that has the right ones,
 * nullable. */
ScExitStatus sc_cli_access_print_comparison (const ScAccessQuestion *self,
                                             const char *left,
                                             const char *right,
                                             const char *with);

G_END_DECLS
