/* sc-flow-parts.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-package.h"

G_BEGIN_DECLS

/* One file of an unpacked solution, or one entry of a zip. */
typedef struct
{
  char *path; /* relative, with "/" */
  GBytes *bytes;
} ScPart;

/* Takes both over. */
ScPart *sc_part_new (char *path, GBytes *bytes);
void sc_part_free (ScPart *self);

/* What the files of a flow are called, without folder and ending. Free with g_free(). */
char *sc_flow_parts_get_stem (const ScSolution *solution, const ScFlow *flow);

/* The Workflow element of a flow; for depth see sc-backing.h. Free with g_free(). */
char *sc_flow_parts_write_workflow (const ScSolution *solution, const ScFlow *flow, guint depth);
/* The same as a .xaml.data.xml file. */
GBytes *sc_flow_parts_write_workflow_file (const ScSolution *solution, const ScFlow *flow);

/* The files or entries that a flow has to itself, of ScPart: the XAML and the formula of its
 * duration; in a folder also the Workflow element, the table, its form, views and ribbon. What the
 * flow shares with others (customizations.xml, solution.xml, relationships) is not among them.
 * Lines end with "\n". Free with g_ptr_array_unref(). */
GPtrArray *
sc_flow_parts_list (const ScSolution *solution, const ScFlow *flow, ScPackageKind package);

G_END_DECLS
