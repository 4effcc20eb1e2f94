/* test-package-flows-corpus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"
#include "real-flow.h"
#include "sc-edit-flow.h"
#include "sc-edit-step.h"
#include "schema-judge.h"
#include "zip-files.h"

#include <string.h>

/* Every real package gets a flow, or a step, and loses it again. */

#define NEW_ID  "eeeeeeee-0000-4000-8000-000000000009"
#define STEP_ID "eeeeeeee-0000-4000-8000-000000000010"

static gboolean
is_zip (const char *path)
{
  return g_str_has_suffix (path, ".zip");
}

static ScPackage *
open_package (const char *path)
{
  g_autoptr (GError) error = NULL;
  ScPackage *package = sc_package_open (path, &error);

  g_assert_no_error (error);
  return package;
}

static ScPackage *
save (ScPackage *package, const ScSolution *solution)
{
  g_autoptr (GError) error = NULL;
  ScPackage *saved = sc_package_save (package, solution, FALSE, &error);

  g_assert_no_error (error);
  return saved;
}

static void
assert_same_zip (GPtrArray *before, const char *path)
{
  g_autoptr (GPtrArray) after = zip_files_list (path);

  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i++)
    {
      const ZipEntry *old = g_ptr_array_index (before, i);
      const ZipEntry *new = g_ptr_array_index (after, i);

      g_assert_cmpstr (old->name, ==, new->name);
      if (!g_bytes_equal (old->content, new->content))
        g_error ("%s: %s came back differently", path, old->name);
    }
}

static void
assert_same_folder (GHashTable *before, const char *path)
{
  g_autoptr (GHashTable) after = files_take_snapshot (path);
  GHashTableIter iter;
  gpointer name, content;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &name, &content))
    {
      const char *text = g_hash_table_lookup (after, name);

      if (text == NULL || g_strcmp0 (strchr (content, '\n'), strchr (text, '\n')) != 0)
        g_error ("%s: %s came back differently", path, (char *) name);
    }
  g_assert_cmpuint (g_hash_table_size (before), ==, g_hash_table_size (after));
}

/* As it is on disk now. */
typedef struct
{
  const char *path;
  GPtrArray *entries;
  GHashTable *files;
} State;

static void
state_take (State *self, const char *path)
{
  self->path = path;
  self->entries = is_zip (path) ? zip_files_list (path) : NULL;
  self->files = is_zip (path) ? NULL : files_take_snapshot (path);
}

static void
state_check (State *self)
{
  if (self->entries != NULL)
    assert_same_zip (self->entries, self->path);
  else
    assert_same_folder (self->files, self->path);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_hash_table_unref);
}

static const char *
get_first_table (const ScSolution *solution)
{
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScStage *stage = sc_list_get (flow->stages, 0);

  return stage->table;
}

static void
judge (SchemaJudge *schemas, const char *path)
{
  if (is_zip (path))
    schema_judge_check_zip (schemas, path, path);
  else
    schema_judge_check_folder (schemas, path, path, "");
  g_assert_cmpstr (schemas->failures->str, ==, "");
}

static void
add_flow (SchemaJudge *schemas, const char *path)
{
  g_autoptr (ScPackage) package = open_package (path);
  const ScSolution *solution = sc_package_get_solution (package);
  g_autoptr (ScSolution) added
      = sc_edit_flow_add (solution, NEW_ID, "Stagecraft & more", get_first_table (solution), NULL);
  g_autoptr (ScPackage) saved = NULL;
  g_autoptr (ScPackage) fresh = NULL;
  g_autoptr (ScPackage) back = NULL;
  g_autoptr (ScSolution) removed = NULL;
  const ScSolution *reopened;
  State state = { NULL };

  state_take (&state, path);
  saved = save (package, added);
  fresh = open_package (path);
  reopened = sc_package_get_solution (fresh);
  g_assert_cmpuint (sc_list_length (reopened->flows), ==, sc_list_length (added->flows));
  sc_list_foreach (added->flows, const ScFlow *, flow)
    {
      g_assert_true (sc_flow_equal (flow, sc_solution_find_flow (reopened, flow->id, NULL)));
    }
  judge (schemas, path);
  removed = sc_edit_flow_delete (reopened, NEW_ID, NULL);
  back = save (fresh, removed);
  state_check (&state);
}

static void
add_step (const char *path)
{
  g_autoptr (ScPackage) package = open_package (path);
  const ScSolution *solution = sc_package_get_solution (package);
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScStage *stage = sc_list_get (flow->stages, 0);
  g_autoptr (ScSolution) added
      = sc_edit_step_add (solution, flow->id, stage->id, 0, STEP_ID, "A step", "createdon", NULL);
  g_autoptr (ScPackage) saved = NULL;
  g_autoptr (ScPackage) fresh = NULL;
  g_autoptr (ScPackage) back = NULL;
  g_autoptr (ScSolution) removed = NULL;
  State state = { NULL };

  state_take (&state, path);
  saved = save (package, added);
  fresh = open_package (path);
  removed = sc_edit_step_delete (sc_package_get_solution (fresh), flow->id, STEP_ID, NULL);
  back = save (fresh, removed);
  state_check (&state);
}

/* A real flow goes away; what is left is a package, and nothing in it names the flow. */
static void
delete_flow (SchemaJudge *schemas, const char *path)
{
  g_autoptr (ScPackage) package = open_package (path);
  const ScSolution *solution = sc_package_get_solution (package);
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  g_autofree char *id = g_strdup (flow->id);
  g_autofree char *table = g_strdup (flow->unique_name);
  /* There has to be one flow at least for the package to be opened again. */
  g_autoptr (ScSolution) added
      = sc_edit_flow_add (solution, NEW_ID, "Stagecraft", get_first_table (solution), NULL);
  g_autoptr (ScSolution) removed = sc_edit_flow_delete (added, id, NULL);
  g_autoptr (ScPackage) saved = save (package, removed);
  g_autoptr (ScPackage) fresh = open_package (path);
  const ScSolution *reopened = sc_package_get_solution (fresh);

  g_assert_null (sc_solution_find_flow (reopened, id, NULL));
  g_assert_null (sc_solution_find_table (reopened, table, NULL));
  sc_list_foreach (reopened->relationships, const ScRelationship *, relationship)
    {
      g_assert_cmpstr (relationship->referencing, !=, table);
    }
  sc_list_foreach (reopened->components, const ScComponent *, component)
    {
      g_assert_cmpstr (component->schema_name, !=, table);
    }
  judge (schemas, path);
}

/* A copy of the package, in a folder of its own. */
static char *
copy_package (const char *path, const char *folder)
{
  g_autofree char *base = g_path_get_basename (path);
  char *copy = g_build_filename (folder, base, NULL);
  g_autofree char *content = NULL;
  gsize length;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    files_copy_folder (path, copy);
  else
    {
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_true (g_file_set_contents (copy, content, length, NULL));
    }
  return copy;
}

static void
test_package (SchemaJudge *schemas, const char *path)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *copy = copy_package (path, folder);
  g_autoptr (ScPackage) package = open_package (copy);
  const ScSolution *solution = sc_package_get_solution (package);

  if (!solution->managed)
    {
      add_flow (schemas, copy);
      add_step (copy);
      delete_flow (schemas, copy);
    }
  files_remove_folder (folder);
}

static void
test_corpus (void)
{
  const char *corpus = real_flow_get_corpus ();
  g_autofree char *path = NULL;
  g_autoptr (GDir) dir = NULL;
  SchemaJudge schemas;
  const char *name;

  if (corpus == NULL)
    return;
  path = g_build_filename (corpus, "solutions", NULL);
  dir = g_dir_open (path, 0, NULL);
  schema_judge_init (&schemas);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *package = g_build_filename (path, name, NULL);

      if (is_zip (name) || g_str_has_suffix (name, "__unpacked"))
        test_package (&schemas, package);
    }
  schema_judge_clear (&schemas);
}

int
main (int argc, char *argv[])
{
  /* Every save waits for the disk, and there are many here. */
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package-flows-corpus/all", test_corpus);
  return g_test_run ();
}
