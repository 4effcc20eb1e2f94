/* sc-package-places.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-package.h"
#include "sc-places.h"

G_BEGIN_DECLS

/* Where a package has what it holds: first in which file, then where in it. */

typedef enum
{
  SC_PACKAGE_FILE_FLOW,    /* the XAML of the flow of that id */
  SC_PACKAGE_FILE_HEADER,  /* what has its Workflow element */
  SC_PACKAGE_FILE_ROLE,    /* of that id */
  SC_PACKAGE_FILE_TABLE,   /* of that logical name */
  SC_PACKAGE_FILE_SOLUTION /* no id */
} ScPackageFile;

#define SC_N_PACKAGE_FILES 5

/* The name, relative to the package, of the file or entry that has it; NULL when none has. Free
 * with g_free(). */
char *sc_package_find_file (const ScPackage *self, ScPackageFile file, const char *id);

/* Where that file is on disk; of a zip the zip itself. Free with g_free(). */
char *sc_package_get_file_path (const ScPackage *self, const char *name);

/* The places in the file of that name, as it was when the package was read where the package still
 * knows that, else as it is now. An error when it is not there any more, or no XML. */
ScPlaces *sc_package_find_places (const ScPackage *self, const char *name, GError **error);

G_END_DECLS
