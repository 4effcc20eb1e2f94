/* sc-access-compare.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* A privilege in which two roles, or two sets of roles that people have together, differ. */
typedef struct
{
  ScValue base;
  const char *privilege; /* as the first role that has it writes it */
  const char *title;     /* "Lead to Opportunity · Write" where that is known, else the name */
  ScLevel left;
  ScLevel right;
  const char *left_name;  /* nullable: a level that is not one of ScLevel, as the file has it */
  const char *right_name; /* nullable, likewise */
} ScAccessDifference;

SC_DECLARE_VALUE (ScAccessDifference, sc_access_difference)

/* The levels as they are shown, translated where they are known. They belong to self. */
const char *sc_access_difference_get_left (const ScAccessDifference *self);
const char *sc_access_difference_get_right (const ScAccessDifference *self);

/* What the roles of left (a list of ScRole, which counts together: the highest level of each
 * privilege) do not have as those of right have it: a list of ScAccessDifference, flow by flow and
 * table by table. NULL: no difference. solution has the names to show; nullable. */
ScList *sc_access_compare (const ScList *left, const ScList *right, const ScSolution *solution);

/* The differences as a table with a head; the titles are those of the two sides. Free with
 * g_free(). */
char *sc_access_compare_write_csv (const ScList *differences,
                                   const char *left_title,
                                   const char *right_title);
char *sc_access_compare_write_markdown (const ScList *differences,
                                        const char *left_title,
                                        const char *right_title);

G_END_DECLS
