/* test-package-made.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A package made from nothing opens as the solution it was made from. */

#include <string.h>
#include <zip.h>

#include "package-files.h"
#include "real-flow.h"
#include "sample-flows.h"
#include "sc-backing.h"
#include "sc-solution-parts.h"

#define N_RANDOM 20

static ScSolution *
solution_new (void)
{
  ScSolution *solution = sc_solution_new ();

  solution->language = SC_LANGUAGE_ENGLISH;
  solution->option_prefix = 12345;
  sc_set_string (solution, unique_name, "Garden");
  sc_set_string (solution, version, "1.2.3.4");
  sc_set_string (solution, publisher, "GardenPublisher");
  sc_set_string (solution, prefix, "garden");
  sc_take_value (solution, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, "The garden"));
  return solution;
}

/* As a flow that was read has it. */
static void
add_flow (ScSolution *solution, const ScFlow *flow, const char *name, guint number)
{
  g_autoptr (ScFlow) named = sc_flow_copy (flow);
  const ScStage *first = sc_list_get (flow->stages, 0);
  g_autofree char *unique_name = g_strdup_printf ("garden_flow%u", number);

  sc_set_string (named, name, name);
  sc_set_string (named, unique_name, unique_name);
  sc_set_string (named, primary_table, first->table);
  sc_set_string (named, description, "Of one kind & \"another\"");
  sc_take_value (named, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, name));
  named->active = number % 2;
  named->order = 100 + number;
  sc_take_value (solution, flows, sc_list_append (solution->flows, named));
}

static gboolean
has_table (const ScFlow *flow)
{
  const ScStage *first = sc_list_get (flow->stages, 0);

  return first != NULL && first->table != NULL && *first->table != '\0';
}

static char *
write_folder (const char *folder, GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const ScPart *part = g_ptr_array_index (parts, i);
      gsize size;
      const char *text = g_bytes_get_data (part->bytes, &size);
      g_autofree char *whole = g_strndup (text, size);

      files_write (folder, part->path, whole);
    }
  return g_strdup (folder);
}

static char *
write_zip (const char *folder, GPtrArray *parts)
{
  char *path = g_build_filename (folder, "made.zip", NULL);
  zip_t *archive = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

  g_assert_nonnull (archive);
  for (guint i = 0; i < parts->len; i++)
    {
      const ScPart *part = g_ptr_array_index (parts, i);
      gsize size;
      gconstpointer text = g_bytes_get_data (part->bytes, &size);
      zip_source_t *source = zip_source_buffer (archive, text, size, 0);

      g_assert_cmpint (zip_file_add (archive, part->path, source, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  g_assert_cmpint (zip_close (archive), ==, 0);
  return path;
}

static void
add_role (ScSolution *solution)
{
  g_autoptr (ScRole) role = sc_role_new ();
  g_autoptr (ScPrivilege) privilege = sc_privilege_new ();

  sc_set_string (privilege, name, "prvReadgarden_flow1");
  privilege->level = SC_LEVEL_ORGANIZATION;
  sc_set_string (role, id, SAMPLE_ROLE_ID);
  sc_set_string (role, name, "Gardener: \"all\"");
  sc_take_value (role, privileges, sc_list_append (NULL, privilege));
  sc_take_value (solution, roles, sc_list_append (NULL, role));
}

/* The package's own order of flows does not matter. */
static void
check_flow (const ScSolution *opened, const ScFlow *flow)
{
  const ScFlow *other = sc_solution_find_flow (opened, flow->id, NULL);
  const ScTable *table = sc_solution_find_table (opened, flow->unique_name, NULL);
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (flow);
  g_autoptr (ScBacking) backing = sc_backing_new (opened, flow);

  g_assert_nonnull (other);
  g_assert_true (sc_flow_equal (flow, other));
  g_assert_nonnull (table);
  g_assert_true (table->backing);
  g_assert_cmpint (table->ownership, ==, SC_OWNERSHIP_ORGANIZATION);
  for (guint i = 0; i < tables->len; i++)
    {
      const char *name = g_ptr_array_index (tables, i);
      g_autofree char *lookup = sc_backing_get_lookup (backing, name);
      g_autofree char *relationship = sc_backing_get_relationship (backing, name);

      g_assert_nonnull (sc_table_find_column (table, lookup, NULL));
      g_assert_nonnull (sc_solution_find_relationship (opened, relationship));
    }
}

static void
check (const ScSolution *solution, ScPackageKind kind)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (GPtrArray) parts = sc_solution_parts_list (solution, kind);
  g_autofree char *path
      = kind == SC_PACKAGE_ZIP ? write_zip (folder, parts) : write_folder (folder, parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = sc_package_open (path, &error);
  const ScSolution *opened;

  g_assert_no_error (error);
  g_assert_cmpstr (sc_package_get_notes (package)[0], ==, NULL);
  opened = sc_package_get_solution (package);
  g_assert_cmpstr (opened->unique_name, ==, solution->unique_name);
  g_assert_cmpstr (opened->version, ==, solution->version);
  g_assert_cmpstr (opened->publisher, ==, solution->publisher);
  g_assert_cmpstr (opened->prefix, ==, solution->prefix);
  g_assert_cmpint (opened->option_prefix, ==, solution->option_prefix);
  g_assert_cmpint (opened->language, ==, solution->language);
  g_assert_true (sc_value_equal (opened->labels, solution->labels));
  g_assert_cmpuint (sc_list_length (opened->flows), ==, sc_list_length (solution->flows));
  g_assert_cmpuint (sc_list_length (opened->components), ==,
                    2 * sc_list_length (solution->flows) + sc_list_length (solution->roles));
  g_assert_true (sc_value_equal (opened->roles, solution->roles));
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      check_flow (opened, flow);
    }
  files_remove_folder (folder);
}

static void
test_samples (void)
{
  g_autoptr (ScSolution) solution = solution_new ();

  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      g_autoptr (ScFlow) flow = sample_flow_new (sample_names[i]);

      if (has_table (flow))
        add_flow (solution, flow, sample_names[i], i);
    }
  g_assert_cmpuint (sc_list_length (solution->flows), >, 3);
  add_role (solution);
  check (solution, SC_PACKAGE_FOLDER);
  check (solution, SC_PACKAGE_ZIP);
}

static void
test_random (void)
{
  GRand *rand = g_rand_new_with_seed (20260712);
  guint flows = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (ScSolution) solution = solution_new ();
      g_autoptr (ScFlow) flow = random_flow_new (rand);

      if (!has_table (flow))
        continue;
      add_flow (solution, flow, "樹 & <tree> \"{0}\" 100% 🌱", i);
      check (solution, i % 2 ? SC_PACKAGE_FOLDER : SC_PACKAGE_ZIP);
      flows++;
    }
  g_assert_cmpuint (flows, >, N_RANDOM / 2);
  g_rand_free (rand);
}

static void
test_real (void)
{
  const char *corpus = real_flow_get_corpus ();
  g_autoptr (GPtrArray) flows = NULL;

  if (corpus == NULL)
    return;
  flows = real_flow_list (corpus);
  for (guint i = 0; i < flows->len; i++)
    {
      const RealFlow *real = g_ptr_array_index (flows, i);
      g_autoptr (ScSolution) solution = solution_new ();

      sc_set_value (solution, tables, real->solution->tables);
      sc_take_value (solution, flows, sc_list_append (NULL, real->flow));
      check (solution, SC_PACKAGE_FOLDER);
      check (solution, SC_PACKAGE_ZIP);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package-made/samples", test_samples);
  g_test_add_func ("/package-made/random", test_random);
  g_test_add_func ("/package-made/real", test_real);
  return g_test_run ();
}
