/* sc-compare-source.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-solution.h"

G_BEGIN_DECLS

/* What can be compared: the roles and personas of the open solution and, while one is read, the
 * roles of another package. Each has a key, a text that stays the same through edits. */
typedef struct
{
  const ScSolution *solution; /* belongs to whoever has the source */
  ScSolution *other;          /* owned; NULL: none was read */
  char *other_name;           /* what people call its file */
} ScCompareSource;

void sc_compare_source_clear (ScCompareSource *self);
/* Takes over other. */
void sc_compare_source_set_other (ScCompareSource *self, ScSolution *other, const char *name);

/* Free with g_free(). */
char *sc_compare_source_key_role (const ScRole *role);
char *sc_compare_source_key_persona (const char *persona);
/* The key of the role in the other package that is the same as the one with that key: by its id,
 * else by its name. NULL when there is none. */
char *sc_compare_source_find_same (const ScCompareSource *self, const char *key);

/* The roles behind a key (of ScRole); FALSE when what it stood for is gone. */
gboolean sc_compare_source_get_roles (const ScCompareSource *self, const char *key, ScList **roles);
/* What a person reads; NULL for what is gone. Free with g_free(). */
char *sc_compare_source_dup_title (const ScCompareSource *self, const char *key);
/* Adds everything as ScChoice. */
void sc_compare_source_fill (const ScCompareSource *self, GListStore *store);

G_END_DECLS
