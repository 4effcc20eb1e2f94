/* test-preset.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "access-fixture.h"

#include "sc-edit.h"
#include "sc-file-error.h"
#include "sc-preset.h"

#include <glib/gstdio.h>
#include <string.h>

#define C (1u << SC_ACCESS_CREATE)
#define R (1u << SC_ACCESS_READ)
#define W (1u << SC_ACCESS_WRITE)
#define T (1u << SC_ACCESS_APPEND_TO)

typedef struct
{
  char *folder;
  char *sub; /* is not there before something is saved */
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("presets-XXXXXX", NULL);
  f->sub = g_build_filename (f->folder, "stagecraft", NULL);
  f->path = g_build_filename (f->sub, "presets.ini", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_unlink (f->path);
  g_rmdir (f->sub);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->path);
  g_free (f->sub);
  g_free (f->folder);
}

/* "None=0 Viewer=2 …" */
static char *
tell (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScList) presets = sc_preset_list (path, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  sc_list_foreach (presets, const ScPreset *, preset)
    {
      g_string_append_printf (text, "%s%s=%x", preset_i > 0 ? " " : "", preset->name,
                              preset->accesses);
      g_assert_true (preset->own == (preset_i >= 4));
    }
  return g_string_free (text, FALSE);
}

static void
check (const char *path, const char *expected)
{
  g_autofree char *told = tell (path);

  g_assert_cmpstr (told, ==, expected);
}

static void
save (const char *path, const char *name, guint accesses)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_preset_save (path, name, accesses, &error));
  g_assert_no_error (error);
}

#define FOUR "None=0 Viewer=2 User=37 Full=3f"

static void
test_own (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  check (f->path, FOUR);
  save (f->path, "Starter", C | R);
  save (f->path, "A [odd]\n=name; of ours 🎯", R | T);
  check (f->path, FOUR " A [odd]\n=name; of ours 🎯=22 Starter=3");
  save (f->path, "STARTER", C | R | W);
  check (f->path, FOUR " A [odd]\n=name; of ours 🎯=22 STARTER=7");
  save (f->path, "Nothing", 0);
  check (f->path, FOUR " A [odd]\n=name; of ours 🎯=22 Nothing=0 STARTER=7");
  g_assert_true (sc_preset_delete (f->path, "A [odd]\n=name; of ours 🎯", &error));
  g_assert_true (sc_preset_delete (f->path, "Not there", &error));
  g_assert_true (sc_preset_delete (f->path, "nothing", &error));
  check (f->path, FOUR " STARTER=7");
}

static void
test_names (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "", "User", "viewer", "NONE", "\xff", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sc_preset_save (f->path, names[i], C, &error));
      g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
    }
  check (f->path, FOUR);
}

/* Nothing that is not understood is ever lost. */
static void
test_broken (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScList) presets = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (g_mkdir (f->sub, 0700), ==, 0);
  g_assert_true (g_file_set_contents (f->path, "oh [no", -1, NULL));
  presets = sc_preset_list (f->path, &error);
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED);
  g_assert_cmpuint (sc_list_length (presets), ==, 4);
  g_clear_error (&error);
  g_assert_false (sc_preset_save (f->path, "Mine", C, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED);
  g_clear_error (&error);
  g_assert_false (sc_preset_delete (f->path, "Mine", &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED);
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "oh [no");
}

/* A file stands where the folder should be, or a folder where the file should. */
static void
test_in_the_way (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) no_folder = NULL;
  g_autoptr (GError) no_file = NULL;
  g_autoptr (GError) unread = NULL;
  g_autoptr (ScList) presets = NULL;
  g_autofree char *usual = sc_preset_get_path ();

  g_assert_true (g_str_has_suffix (usual, "/stagecraft/presets.ini"));
  g_assert_true (g_file_set_contents (f->sub, "a file", -1, NULL));
  g_assert_false (sc_preset_save (f->path, "Mine", C, &no_folder));
  g_assert_error (no_folder, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (no_folder->message, f->sub));

  g_assert_cmpint (g_unlink (f->sub), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (f->path, 0700), ==, 0);
  presets = sc_preset_list (f->path, &unread);
  g_assert_cmpuint (sc_list_length (presets), ==, 4);
  g_assert_nonnull (unread);
  g_assert_false (sc_preset_save (f->path, "Mine", C, &no_file));
  g_assert_nonnull (no_file);
  g_assert_cmpint (g_rmdir (f->path), ==, 0);
}

static void
test_kept (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_cmpint (g_mkdir (f->sub, 0700), ==, 0);
  g_assert_true (g_file_set_contents (f->path,
                                      "# mine\n[one]\nName=One\nPrivileges=read;fly;\n"
                                      "[two]\nPrivileges=read;\n[three]\nName=Three\nColour=red\n",
                                      -1, NULL));
  check (f->path, FOUR " One=2");
  save (f->path, "Two", W);
  check (f->path, FOUR " One=2 Two=4");
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "# mine"));
  g_assert_nonnull (strstr (text, "[one]\nName=One\nPrivileges=read;fly;"));
  g_assert_nonnull (strstr (text, "[two]\nPrivileges=read;"));
  g_assert_nonnull (strstr (text, "[three]\nName=Three\nColour=red"));
}

static void
test_use (Fixture *f, gconstpointer data)
{
  static const char *const roles[] = { "R", NULL };
  g_autoptr (ScSolution) solution
      = access_solution ("flow a 1 A:lead>; role R a=D; role S a=r; role V a=R");
  g_autoptr (ScAccessTarget) target
      = sc_access_target_new_flow (solution, access_flow (solution, "a"));
  g_autoptr (ScList) targets = sc_list_append (NULL, target);
  g_autoptr (ScList) presets = NULL;
  g_autoptr (ScSolution) after = NULL;
  g_autofree char *described = NULL;
  const ScPreset *starter;

  save (f->path, "Starter", C | R);
  presets = sc_preset_list (f->path, NULL);
  starter = sc_preset_find (presets, "starter");
  g_assert_true (starter == sc_list_get (presets, 4));
  g_assert_true (sc_preset_find (presets, "full") == sc_list_get (presets, 3));
  g_assert_null (sc_preset_find (presets, "another"));
  g_assert_null (sc_preset_find (presets, NULL));
  described = sc_preset_describe (starter);
  g_assert_cmpstr (described, ==, "Create, Read");
  after = sc_preset_apply (solution, starter, targets, roles, NULL);
  g_assert_true (sc_preset_find_used (presets, target, sc_list_get (after->roles, 0)) == starter);
  g_assert_null (sc_preset_find_used (presets, target, sc_list_get (solution->roles, 0)));
  g_assert_null (sc_preset_find_used (presets, target, sc_list_get (solution->roles, 1)));
  g_assert_true (sc_preset_find_used (presets, target, sc_list_get (solution->roles, 2))
                 == sc_list_get (presets, 1));
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/access/preset/own", test_own);
  ADD ("/access/preset/names", test_names);
  ADD ("/access/preset/broken", test_broken);
  ADD ("/access/preset/in-the-way", test_in_the_way);
  ADD ("/access/preset/kept", test_kept);
  ADD ("/access/preset/use", test_use);
  return g_test_run ();
}
