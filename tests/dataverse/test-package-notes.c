/* test-package-notes.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is said of a package is short, whatever is in it. */

#include "package-files.h"
#include "sc-package-builder.h"
#include "sc-shorten.h"

#include <string.h>

static ScPackage *
open_with_copies (const char *folder, guint n, const char *name)
{
  g_autofree char *role = g_strdup_printf ("<Role id='{" SAMPLE_ROLE_ID "}' name='%s'/>", name);
  g_autoptr (GError) error = NULL;
  ScPackage *package;

  files_make_solution (folder, "\n");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *file = g_strdup_printf ("Roles/Z%u.xml", i);

      files_write (folder, file, role);
    }
  package = sc_package_open (folder, &error);
  g_assert_no_error (error);
  return package;
}

static void
test_number (void)
{
  static const struct
  {
    guint n_copies, n_notes;
    const char *end; /* part of the last */
  } rows[] = {
    { 1, 1, "skipped" },
    { SC_PACKAGE_MAX_NOTES, SC_PACKAGE_MAX_NOTES, "skipped" },
    { SC_PACKAGE_MAX_NOTES + 1, SC_PACKAGE_MAX_NOTES + 1, "is 1 more" },
    { SC_PACKAGE_MAX_NOTES + 42, SC_PACKAGE_MAX_NOTES + 1, "are 42 more" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autoptr (ScPackage) package = open_with_copies (folder, rows[i].n_copies, "Copy");
      const char *const *notes = sc_package_get_notes (package);
      guint n = g_strv_length ((char **) notes);

      g_assert_cmpuint (n, ==, rows[i].n_notes);
      if (strstr (notes[n - 1], rows[i].end) == NULL)
        g_error ("“%s” is not in: %s", rows[i].end, notes[n - 1]);
      files_remove_folder (folder);
    }
}

static void
test_names (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *name = g_strnfill (5000, 'n');
  g_autofree char *short_name = sc_shorten (name, SC_MAX_QUOTED);
  g_autoptr (ScPackage) package = open_with_copies (folder, 1, name);
  const char *note = sc_package_get_notes (package)[0];

  g_assert_nonnull (strstr (note, short_name));
  g_assert_cmpuint (strlen (note), <, 500);
  files_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package-notes/number", test_number);
  g_test_add_func ("/package-notes/names", test_names);
  return g_test_run ();
}
