/* run-cli.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "run-cli.h"

#include <glib/gstdio.h>
#include <string.h>

/* The one thing that every test of the program shares; set before the first one runs. */
static const char *program;

void
cli_set_program (const char *path)
{
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE));
  program = path;
}

static CliRun *
run_list (const char *folder, const char *first, va_list args)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *absolute = g_canonicalize_filename (program, NULL);
  g_autoptr (GError) error = NULL;
  CliRun *self = g_new0 (CliRun, 1);
  int wait_status;

  g_ptr_array_add (arguments, absolute);
  for (const char *argument = first; argument != NULL; argument = va_arg (args, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  g_ptr_array_add (arguments, NULL);

  g_spawn_sync (folder, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &self->out,
                &self->err, &wait_status, &error);
  g_assert_no_error (error);
  /* A crash is not an exit status. */
  g_assert_true (WIFEXITED (wait_status));
  self->status = WEXITSTATUS (wait_status);
  return self;
}

CliRun *
cli_run (const char *first, ...)
{
  va_list args;
  CliRun *self;

  va_start (args, first);
  self = run_list (NULL, first, args);
  va_end (args);
  return self;
}

CliRun *
cli_run_in (const char *folder, const char *first, ...)
{
  va_list args;
  CliRun *self;

  va_start (args, first);
  self = run_list (folder, first, args);
  va_end (args);
  return self;
}

void
cli_run_free (CliRun *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

void
cli_assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

CliFolder *
cli_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  CliFolder *self = g_new0 (CliFolder, 1);

  self->path = g_dir_make_tmp ("stagecraft-cli-XXXXXX", &error);
  g_assert_no_error (error);
  return self;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
cli_folder_free (CliFolder *self)
{
  remove_tree (self->path);
  g_free (self->path);
  g_free (self);
}

char *
cli_folder_get (CliFolder *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

char *
cli_folder_write (CliFolder *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = cli_folder_get (self, name);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

char *
cli_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

char *
cli_find_corpus (void)
{
  const char *path = g_getenv ("STAGECRAFT_CORPUS");

  if (path == NULL)
    path = g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_strdup (path);
  g_test_skip ("The folder named by STAGECRAFT_CORPUS is not there.");
  return NULL;
}

static void
collect_files (const char *folder, const char *suffix, GPtrArray *files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        collect_files (path, suffix, files);
      else if (g_str_has_suffix (name, suffix))
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
cli_list_files (const char *folder, const char *suffix)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  collect_files (folder, suffix, files);
  g_ptr_array_sort (files, compare_names);
  return files;
}
