/* fixture-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "fixture.h"

/* What the parts of the fixture share. */

/* The fixture owns what it builds alone, so it may go on filling what is in a list already. */
#define ITEM(list, i, Type) ((Type *) sc_list_get ((list), (i)))

/* Turns a name in a field into the id that stands for it. */
void fixture_set_id (gpointer draft, const char **field);
/* "ab*2" is "abab", "~" a space, "null" NULL. Free with g_free(). */
char *fixture_read_text (const char *text);
/* Sets a field by its name, through the description of the value's type. */
void fixture_set_field (gpointer value, const char *name, const char *text);

/* Where things are. */
ScFlow *fixture_newest_flow (const ScSolution *solution);
ScStage *fixture_find_stage (const ScSolution *solution, const char *name);
gpointer fixture_find_role (const ScSolution *solution, const char *name);
gpointer fixture_find_thing (ScSolution *solution, const char *path);
/* What is behind "?" or "!": one number per list to go into. */
gpointer fixture_walk_into (ScStage *stage, char kind, const char *path);
const ScList **fixture_get_labels (gpointer thing);

/* Things made and added. */
ScTable *fixture_make_table (const char *name);
void fixture_add_column (ScTable *table, const char *name);
void fixture_add_step (ScStage *stage, const char *name, const char *column);
void fixture_add_flow (ScSolution *solution, const char *name);
/* A "new" statement without the "new". */
void fixture_add (ScSolution *solution, char **words);
