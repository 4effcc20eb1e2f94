/* sc-problem-lines.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-problem-item.h"
#include "sc-problem-order.h"
#include "sc-problem-place.h"

G_BEGIN_DECLS

/* What the lines of a list are made of. */
typedef struct
{
  const ScProblemSlot *slots; /* the problems in their order */
  guint n;
  const gboolean *passes; /* by slot: whether it is listed */
  const ScProblemPlaces *places;
  GHashTable *headings; /* key -> ScProblemItem: those so far, which go on */
  GHashTable *folded;   /* keys */
} ScProblemSource;

/* Keeps headings by their keys, which belong to them. */
GHashTable *sc_problem_headings_new (void);

/* The lines, numbered among those beside them: an array of ScProblemItem that owns them. With
 * has_headings those go to headings (empty before). */
GPtrArray *
sc_problem_lines_new (const ScProblemSource *source, gboolean has_headings, GHashTable *headings);

G_END_DECLS
