/* fuzz-customizations.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "package-files.h"
#include "sc-edit-flow.h"
#include "sc-file.h"
#include "sc-zip.h"

const char fuzz_name[] = "customizations";

const FuzzCase fuzz_cases[] = { { NULL } };

#define ENTRY "customizations.xml"

/* A package, and where its copies with other customizations go. */
typedef struct
{
  char *folder;
  char *path;
  GBytes *archive;
} Package;

static Package package;

static void
remove_package (void)
{
  files_remove_folder (package.folder);
}

/* Into the memory, where there is room for files in it. */
static void
make_package (void)
{
  g_autofree char *made = NULL;

  if (package.folder != NULL)
    return;
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) && g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  package.folder = files_make_folder ();
  package.path = g_build_filename (package.folder, "fuzz.zip", NULL);
  made = files_make_zip (package.folder, "\r\n");
  package.archive = sc_file_read (made, SC_ZIP_MAX_BYTES, NULL);
  g_assert_nonnull (package.archive);
  atexit (remove_package);
}

void
fuzz_add_seeds (GPtrArray *seeds)
{
  g_autoptr (ScZip) zip = NULL;

  make_package ();
  zip = sc_zip_open_bytes (package.archive, "seed.zip", NULL);
  g_ptr_array_add (seeds, sc_zip_read (zip, (guint) sc_zip_find (zip, ENTRY), NULL));
}

static ScPackage *
open_with (GBytes *customizations, GError **error)
{
  const ScZipChange change = { ENTRY, customizations };
  g_autoptr (GBytes) archive = sc_zip_rewrite (package.archive, package.path, &change, 1, error);

  if (archive == NULL
      || !g_file_set_contents (package.path, g_bytes_get_data (archive, NULL),
                               (gssize) g_bytes_get_size (archive), NULL))
    return NULL;
  return sc_package_open (package.path, error);
}

/* Renames a flow and saves: what is opened again is what was saved. */
static void
check_save (const ScPackage *opened)
{
  const ScSolution *solution = sc_package_get_solution (opened);
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  g_autoptr (ScSolution) renamed
      = flow != NULL ? sc_edit_flow_set_label (solution, flow->id, solution->language,
                                               "A <new> & \"other\" name", NULL)
                     : NULL;
  g_autofree char *reason = NULL;
  g_autoptr (ScPackage) saved = NULL;
  g_autoptr (ScPackage) again = NULL;
  g_autoptr (GError) error = NULL;

  reason = renamed != NULL ? sc_package_explain_unsaveable (opened, renamed) : NULL;
  if (renamed == NULL || reason != NULL)
    return;
  saved = sc_package_save (opened, renamed, FALSE, &error);
  fuzz_check_error (saved, error);
  if (saved == NULL)
    return;
  again = sc_package_open (package.path, &error);
  fuzz_check_error (again, error);
  fuzz_check (again != NULL);
  fuzz_check (sc_solution_equal (sc_package_get_solution (again), renamed));
}

gboolean
fuzz_try (GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) opened = NULL;

  make_package ();
  opened = open_with (input, &error);
  fuzz_check_error (opened, error);
  if (opened == NULL)
    return FALSE;
  fuzz_check_solution (sc_package_get_solution (opened));
  check_save (opened);
  return TRUE;
}
