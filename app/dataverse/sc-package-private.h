/* sc-package-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-package.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* A flow and the files it was read from. */
typedef struct
{
  const ScFlow *flow;     /* as in the solution */
  char *xaml;             /* name in the package */
  char *data;             /* name of what has its Workflow element; NULL when nothing has */
  guint first_difference; /* line where the file holds what the value does not; 0: understood */
} ScPackageFlow;

typedef struct
{
  const ScRole *role;
  char *file; /* name of what has its Role element */
  char *copy; /* name of what has another element of the same id; nullable */
} ScPackageRole;

struct _ScPackage
{
  gatomicrefcount refs;
  ScPackageKind kind;
  char *path;
  char *root; /* folder that names are relative to */
  const ScSolution *solution;
  char **notes;
  GHashTable *files;       /* name → GBytes, of the files that saving may change */
  GPtrArray *flows;        /* of ScPackageFlow */
  GPtrArray *roles;        /* of ScPackageRole */
  GHashTable *flows_by_id; /* the first of each id */
  GHashTable *roles_by_id;
  char *solution_file;       /* name of Other/Solution.xml or solution.xml, or NULL */
  char *customizations_file; /* of a zip: name of customizations.xml, else NULL */
  GBytes *archive;           /* of a zip: the whole file */
};

ScPackage *sc_package_new (ScPackageKind kind, const char *path, const char *root);
void sc_package_add_flow (ScPackage *self,
                          const ScFlow *flow,
                          const char *xaml,
                          const char *data,
                          guint first_difference);
void sc_package_add_role (ScPackage *self, const ScRole *role, const char *file, const char *copy);
/* What the package holds of that id, or NULL. */
const ScPackageFlow *sc_package_find_flow (const ScPackage *self, const char *id);
const ScPackageRole *sc_package_find_role (const ScPackage *self, const char *id);
GBytes *sc_package_get_file (const ScPackage *self, const char *name);

/* Readers of one kind each. path is absolute. */
ScPackage *sc_package_open_xaml (const char *path, GError **error);
ScPackage *sc_package_open_folder (const char *path, GError **error);
ScPackage *sc_package_open_zip (const char *path, GError **error);

/* One file, or entry of a zip, that saving writes. In a zip all of them are there before and
 * after. */
typedef struct
{
  char *name;
  GBytes *before;         /* NULL: a new file */
  GBytes *after;          /* NULL: the file goes away */
  const ScRole *new_role; /* whose file this is; belongs to the solution */
} ScPackageChange;

/* All that saving solution would write, as ScPackageChange. NULL with an error when it cannot be
 * worked out. */
GPtrArray *sc_package_prepare (const ScPackage *self,
                               const ScSolution *solution,
                               gboolean rewrite,
                               GError **error);

/* Puts the changes on disk, all of them or none, and with them along, a file beside the package
 * that may be NULL. *archive is where the whole file of a zip goes. */
gboolean sc_package_write_changes (const ScPackage *self,
                                   GPtrArray *changes,
                                   const ScFileChange *along,
                                   GBytes **archive,
                                   GError **error);

/* Takes back what a save of the package at path that was interrupted has left; see
 * sc_file_settle(). */
gboolean sc_package_settle (const char *path, GError **error);

/* As sc_package_explain_unsaveable(); with rewrite, a file that is not fully understood is no
 * reason. */
char *
sc_package_find_obstacle (const ScPackage *self, const ScSolution *solution, gboolean rewrite);

/* FALSE when the two differ in something that stands in the XAML. */
gboolean sc_package_writes_same_xaml (const ScFlow *before, const ScFlow *after);

/* The XAML of flow in the manner of the present file: line ends, byte order mark, last line. */
GBytes *sc_package_format_xaml (const ScFlow *flow, GBytes *present);

G_END_DECLS
