/* sc-access-axes.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-levels.h"

G_BEGIN_DECLS

/* What a grid of privileges shows: roles and targets, one of them as rows, the other as groups of
 * columns with a column per kind of access. */
typedef struct
{
  ScAccessLevels *levels;
  GArray *roles, *targets; /* of guint: which of those of the levels, in order */
  gboolean turned;         /* rows are targets */

  /* Follow from the above. */
  guint n_rows, n_groups, n_columns;
  GArray *columns;     /* of ScAccessColumn */
  GArray *firsts;      /* of guint: the first column of each group, and n_columns for the end */
  GHashTable *strange; /* ScRole → its privileges at levels that are not known, or NULL */
} ScAccessAxes;

typedef struct
{
  guint group;
  ScAccess access;
} ScAccessColumn;

/* What a cell stands for. */
typedef struct
{
  const ScRole *role;
  const ScAccessTarget *target;
  ScAccess access;
  guint role_i, target_i; /* their positions among all */
  gboolean exists;        /* FALSE where the target has no such privilege */
} ScAccessSpot;

/* What it shows: a level, or that the file has there one of another name (nullable). */
typedef struct
{
  ScLevel level;
  const char *unknown; /* belongs to the role */
} ScAccessState;

/* Takes over the arrays, and a reference on levels. */
ScAccessAxes *
sc_access_axes_new (ScAccessLevels *levels, GArray *roles, GArray *targets, gboolean turned);
void sc_access_axes_free (ScAccessAxes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScAccessAxes, sc_access_axes_free)

ScAccessSpot sc_access_axes_get (const ScAccessAxes *self, guint row, guint column);
ScAccessState sc_access_axes_get_state (const ScAccessAxes *self, const ScAccessSpot *spot);
const ScRole *sc_access_axes_get_role (const ScAccessAxes *self, guint i);
const ScAccessTarget *sc_access_axes_get_target (const ScAccessAxes *self, guint i);
const ScAccessColumn *sc_access_axes_get_column (const ScAccessAxes *self, guint column);
guint sc_access_axes_get_first_column (const ScAccessAxes *self, guint group);
/* Never NULL. */
const char *sc_access_axes_get_row_title (const ScAccessAxes *self, guint row);
const char *sc_access_axes_get_group_title (const ScAccessAxes *self, guint group);
/* TRUE when both have the same rows and columns, though what the roles may do can differ. */
gboolean sc_access_axes_has_same_shape (const ScAccessAxes *self, const ScAccessAxes *other);
/* TRUE where some target may be given more than None and Organization. */
gboolean sc_access_axes_has_levels (const ScAccessAxes *self);

G_END_DECLS
