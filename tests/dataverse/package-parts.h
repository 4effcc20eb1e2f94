/* package-parts.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow-parts.h"

G_BEGIN_DECLS

/* Parts of a solution that the tests make up, in an array of ScPart. */

/* What every package has, packed: solution.xml of an unmanaged one, and customizations.xml. */
#define PARTS_MANIFEST                                                         \
  "<ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest>" \
  "</ImportExportXml>"
#define PARTS_ROOT "<ImportExportXml xmlns:x=\"urn:x\">\n"
#define PARTS_END  "</ImportExportXml>"

GPtrArray *parts_new (void);
void parts_add (GPtrArray *parts, const char *path, const char *text);
/* The entries of an archive. */
GPtrArray *parts_read_zip (const char *path);
/* The sample of package-files.h, packed; Its lines end with "\n". */
GPtrArray *parts_make_sample (void);
/* Replaces the only place where from stands in the text of a part. */
void parts_replace (GPtrArray *parts, const char *path, const char *from, const char *to);
/* Writes them as an archive, whatever they are. */
void parts_write_zip (GPtrArray *parts, const char *path);
/* NULL when there is none. */
const ScPart *parts_find (GPtrArray *parts, const char *path);
/* The text of a part that is there. */
char *parts_read (GPtrArray *parts, const char *path);
/* The paths, sorted, with "," between, without what every package has. */
char *parts_list_paths (GPtrArray *parts);

G_END_DECLS
