/* sc-package.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file.h"
#include "sc-solution.h"

G_BEGIN_DECLS

typedef enum
{
  SC_PACKAGE_XAML,   /* one bare .xaml file */
  SC_PACKAGE_FOLDER, /* unpacked by SolutionPackager or pac */
  SC_PACKAGE_ZIP     /* a solution as exported */
} ScPackageKind;

/* Files in Dataverse's own formats, as they were when they were last read or written: the value
 * read from them and the bytes each flow and role came from. Immutable and counted. */
typedef struct _ScPackage ScPackage;

/* TRUE when path looks like something sc_package_open() takes: a .xaml, a .zip, a folder (of an
 * unpacked solution) or its Solution.xml. Does not say that it can be opened. */
gboolean sc_package_recognizes (const char *path);

ScPackage *sc_package_open (const char *path, GError **error);
ScPackage *sc_package_ref (ScPackage *self);
void sc_package_unref (ScPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPackage, sc_package_unref)

ScPackageKind sc_package_get_kind (const ScPackage *self);
const char *sc_package_get_path (const ScPackage *self);
const ScSolution *sc_package_get_solution (const ScPackage *self);
/* What was noticed while reading (files that were skipped and why), one sentence each. */
const char *const *sc_package_get_notes (const ScPackage *self);

/* NULL when solution can be saved in place, else why not, in a sentence for the person: a managed
 * package, a flow that is new and has no files yet, … Free with g_free(). */
char *sc_package_explain_unsaveable (const ScPackage *self, const ScSolution *solution);

/* FALSE when the file of that flow is understood. Else *line, *held and *written (NULL for none of
 * interest) get the first line that differs, what the file holds and what would be written of the
 * flow as it was read; unref both. */
gboolean sc_package_get_difference (
    const ScPackage *self, const char *flow, guint *line, GBytes **held, GBytes **written);
/* The id of the first flow that saving solution would write from its value, though its file is not
 * understood; NULL when there is none. Belongs to the solution. */
const char *sc_package_find_rewrite (const ScPackage *self, const ScSolution *solution);
/* The package in which the file of that flow may be written from the value: somebody has seen the
 * difference and agrees. */
ScPackage *sc_package_accept_rewrite (const ScPackage *self, const char *flow);

/* The files, relative to the package's path, that saving would write. */
GPtrArray *sc_package_list_changes (const ScPackage *self, const ScSolution *solution);

/* Saves in place. Only files, or entries of a zip, whose flow, labels or role changed are written;
 * all of them or none, whatever happens, and a zip is replaced at once. rewrite:
 * write every flow from its value even where it did not change. Returns the package as it is on
 * disk now. */
ScPackage *sc_package_save (const ScPackage *self,
                            const ScSolution *solution,
                            gboolean rewrite,
                            GError **error);
/* The same, with a file beside the package that is written (or removed) together with it, or not at
 * all; along may be NULL. */
ScPackage *sc_package_save_along (const ScPackage *self,
                                  const ScSolution *solution,
                                  gboolean rewrite,
                                  const ScFileChange *along,
                                  GError **error);

/* TRUE when the files of both hold the same, as far as saving may change them, and nothing of other
 * could not be read that could be read of self. */
gboolean sc_package_holds_same (const ScPackage *self, const ScPackage *other);
/* TRUE when other, read from the same path, has every file of self as it is there, and no flow or
 * role more: saving self would write over nothing that it does not know. May read files. */
gboolean sc_package_has_same_files (const ScPackage *self, const ScPackage *other);
/* Puts what self holds of a .xaml or a zip where it was and nothing is now; what is there again
 * stays as it is, for sc_package_save() to look at. A folder holds more than that: FALSE unless
 * there is one again. */
gboolean sc_package_put_back (const ScPackage *self, GError **error);
/* A folder or zip that was moved or copied to another path, without reading it again. */
ScPackage *sc_package_move (const ScPackage *self, const char *path);

/* Writes one flow to a bare .xaml file, and along with it. */
gboolean sc_package_export_xaml (const ScFlow *flow,
                                 const char *path,
                                 const ScFileChange *along,
                                 GError **error);

/* The stem of a flow's files: the name without anything but A-Z a-z 0-9 _ -, cut to 50, then "-"
 * and the id in upper case. Free with g_free(). */
char *sc_package_get_file_stem (const char *flow_name, const char *flow_id);

G_END_DECLS
