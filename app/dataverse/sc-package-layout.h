/* sc-package-layout.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"

G_BEGIN_DECLS

/* The two ways in which a solution lies about: packed, with customizations.xml, and unpacked as
 * SolutionPackager does it, with a file for everything that has a name. What this does not know as
 * a file of its own stays in Other/Customizations.xml, which is where SolutionPackager leaves the
 * rest as well.
 *
 * Both take and return arrays of ScPart. Packing what was unpacked gives the same entries, but for
 * the order of processes, forms and views, which means nothing and which files do not have. */

typedef struct
{
  const char *list;    /* in customizations.xml */
  const char *element; /* in the list */
  const char *name;    /* what the file is called after: a child, or "@" and an attribute */
  const char *prefix;  /* of the path, before the name */
  const char *suffix;  /* and behind it */
} ScLayoutRule;

/* Ends with a rule without a list. */
extern const ScLayoutRule sc_layout_rules[];

/* note: a sentence about the entries that were left out, or NULL; free with g_free(). */
GPtrArray *sc_package_unpack (GPtrArray *entries, char **note, GError **error);
GPtrArray *sc_package_pack (GPtrArray *files, GError **error);

/* Private: what unpacking leaves out. Entries that would be hidden files are no part of a solution,
 * though programs that make archives add some (.DS_Store). An error when one is a part all the
 * same. note: see above. */
gboolean sc_package_leave_hidden (GPtrArray *entries, char **note, GError **error);

G_END_DECLS
