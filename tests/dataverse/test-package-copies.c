/* test-package-copies.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The copies of a flow in a package (XAML, labels, form) stay in step, and nothing else changes:
 * looked at in every real package, through the same code as the designer. */

#include <string.h>

#include "package-files.h"
#include "real-flow.h"
#include "sc-edit-step.h"
#include "sc-splice.h"
#include "sc-zip.h"

#define NEW_LABEL "Another & better name"

static guint n_labelled_cells;

static GHashTable *
read_zip (const char *path)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScZip) zip = sc_zip_open (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sc_zip_count (zip); i++)
    {
      g_autoptr (GBytes) bytes = sc_zip_read (zip, i, &error);

      g_assert_no_error (error);
      g_hash_table_insert (texts, g_strdup (sc_zip_get_name (zip, i)),
                           g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
  return texts;
}

static void
read_folder (GHashTable *texts, const char *root, const char *name)
{
  g_autofree char *path = g_build_filename (root, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *entry;
  char *text = NULL;

  if (dir == NULL && g_file_get_contents (path, &text, NULL, NULL))
    g_hash_table_insert (texts, g_strdup (name), text);
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner
          = *name != '\0' ? g_strconcat (name, "/", entry, NULL) : g_strdup (entry);

      read_folder (texts, root, inner);
    }
}

/* Name → text of all that is in a package. */
static GHashTable *
read_texts (const ScPackage *package)
{
  const char *path = sc_package_get_path (package);
  GHashTable *texts;

  if (sc_package_get_kind (package) == SC_PACKAGE_ZIP)
    return read_zip (path);
  texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_folder (texts, path, "");
  return texts;
}

/* The lines that differ between two packages that hold the same names. */
static char *
diff_texts (GHashTable *before, GHashTable *after)
{
  GString *diff = g_string_new (NULL);
  GHashTableIter iter;
  gpointer name, text;

  g_assert_cmpuint (g_hash_table_size (before), ==, g_hash_table_size (after));
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      const char *other = g_hash_table_lookup (after, name);
      g_autofree char *lines = NULL;

      g_assert_nonnull (other);
      if (strcmp (text, other) == 0)
        continue;
      lines = files_diff (text, other);
      g_string_append (diff, lines);
    }
  return g_string_free (diff, FALSE);
}

static ScPackage *
save (const ScPackage *package, const ScSolution *solution)
{
  g_autoptr (GError) error = NULL;
  ScPackage *saved = sc_package_save (package, solution, FALSE, &error);

  g_assert_no_error (error);
  return saved;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

/* Every line that goes has the old label, every one that comes the new one: one in the XAML, one
 * in the labels, one per cell. */
static void
check_lines (const char *diff, const char *old_label, guint n_cells)
{
  g_auto (GStrv) lines = g_strsplit (diff, "\n", -1);
  GString *escaped = g_string_new (NULL);
  guint n = g_strv_length (lines) - 1;

  sc_text_append_escaped (escaped, old_label, TRUE);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (
        strstr (lines[i], lines[i][0] == '-' ? escaped->str : "Another &amp; better name"));
  g_assert_cmpuint (n, ==, 2 * (2 + n_cells));
  g_assert_cmpuint (count (diff, "<mcwo:StepLabel "), ==, 2);
  g_string_free (escaped, TRUE);
}

/* The cells of a step in all forms have the new label; older exports have empty ones. Returns how
 * many have it. */
static guint
check_cells (GHashTable *texts, const ScStep *step)
{
  g_autofree char *id = g_ascii_strdown (step->id, -1);
  g_autofree char *cell = g_strdup_printf ("<cell id=\"{%s}\"", id);
  GHashTableIter iter;
  gpointer text;
  guint n = 0;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    {
      const char *place = strstr (text, cell);
      const char *label = place != NULL ? strstr (place, " description=\"") : NULL;

      if (label == NULL || g_str_has_prefix (label, " description=\"\""))
        continue;
      g_assert_true (g_str_has_prefix (label, " description=\"Another &amp; better name\""));
      n++;
    }
  return n;
}

static ScPackage *
reopen (const ScPackage *package)
{
  g_autoptr (GError) error = NULL;
  ScPackage *opened = sc_package_open (sc_package_get_path (package), &error);

  g_assert_no_error (error);
  return opened;
}

/* Edited, saved, opened by somebody else, edited back: the bytes are the same. Takes over the
 * package and returns what it is then: a zip has other times. */
static ScPackage *
check_edit (ScPackage *package,
            GHashTable *original,
            const ScSolution *solution,
            const ScSolution *edited,
            const ScStep *renamed)
{
  g_autoptr (ScPackage) saved = save (package, edited);
  g_autoptr (ScPackage) opened = reopen (saved);
  g_autoptr (GHashTable) texts = read_texts (saved);
  g_autoptr (ScPackage) back = NULL;
  g_autoptr (GHashTable) back_texts = NULL;
  g_autofree char *diff = diff_texts (original, texts);
  g_autofree char *back_diff = NULL;

  g_assert_cmpstr (diff, !=, "");
  if (renamed != NULL)
    {
      guint n_cells = check_cells (texts, renamed);

      check_lines (diff, sc_step_get_label (renamed, SC_LANGUAGE_ENGLISH), n_cells);
      n_labelled_cells += n_cells;
    }
  back = save (opened, solution);
  back_texts = read_texts (back);
  back_diff = diff_texts (original, back_texts);
  g_assert_cmpstr (back_diff, ==, "");
  sc_package_unref (package);
  return g_steal_pointer (&back);
}

/* A data step, whose label is nowhere else. */
static const ScStep *
find_data_step (const ScFlow *flow)
{
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          if (step->kind == SC_STEP_DATA && step->column != NULL)
            return step;
        }
    }
  return NULL;
}

static ScPackage *
check_flow (ScPackage *package,
            GHashTable *original,
            const ScSolution *solution,
            const ScFlow *flow)
{
  const ScStage *last = sc_list_get (flow->stages, sc_list_length (flow->stages) - 1);
  const ScStage *first = sc_list_get (flow->stages, 0);
  const ScStep *step = find_data_step (flow);
  g_autoptr (ScSolution) renamed = NULL;
  g_autoptr (ScSolution) added = NULL;
  g_autoptr (ScSolution) moved = NULL;
  g_autoptr (GError) error = NULL;

  renamed = sc_edit_step_set_label (solution, flow->id, step->id, SC_LANGUAGE_ENGLISH, NEW_LABEL,
                                    &error);
  g_assert_no_error (error);
  package = check_edit (package, original, solution, renamed, step);
  added = sc_edit_step_duplicate (solution, flow->id, step->id, NULL, &error);
  g_assert_no_error (error);
  package = check_edit (package, original, solution, added, NULL);
  moved
      = sc_edit_step_move (solution, flow->id, step->id,
                           strcmp (first->table, last->table) == 0 ? last->id : first->id, 9, NULL);
  /* Once is enough: saves wait for the disk. */
  if (flow == sc_list_get (solution->flows, 0) && moved != NULL
      && !sc_solution_equal (moved, solution))
    package = check_edit (package, original, solution, moved, NULL);
  return package;
}

static void
check_package (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = sc_package_open (path, &error);
  g_autoptr (ScSolution) solution = NULL;
  g_autoptr (GHashTable) original = NULL;

  g_assert_no_error (error);
  solution = sc_solution_ref (sc_package_get_solution (package));
  if (solution->managed)
    return;
  original = read_texts (package);
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      package = check_flow (package, original, solution, flow);
    }
}

static void
copy (const char *from, const char *to)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  if (g_file_test (from, G_FILE_TEST_IS_DIR))
    {
      files_copy_folder (from, to);
      return;
    }
  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, length, NULL));
}

static void
test_corpus (gconstpointer suffix)
{
  const char *corpus = real_flow_get_corpus ();
  g_autofree char *place = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (corpus == NULL)
    return;
  n_labelled_cells = 0;
  place = g_build_filename (corpus, "solutions", NULL);
  dir = g_dir_open (place, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (place, name, NULL);
      g_autofree char *folder = NULL;
      g_autofree char *to = NULL;

      if (!g_str_has_suffix (name, suffix))
        continue;
      folder = files_make_folder ();
      to = g_build_filename (folder, name, NULL);
      copy (from, to);
      check_package (to);
      files_remove_folder (folder);
    }
  g_assert_cmpuint (n_labelled_cells, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/package-copies/folders", "__unpacked", test_corpus);
  g_test_add_data_func ("/package-copies/zips", ".zip", test_corpus);
  return g_test_run ();
}
