/* test-package-made.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A package made from nothing opens as the solution it was made from. */

#include <glib/gstdio.h>
#include <string.h>

#include "package-files.h"
#include "real-flow.h"
#include "sample-flows.h"
#include "sc-backing.h"
#include "sc-package-create.h"
#include "sc-solution-parts.h"
#include "sc-zip.h"

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

/* The entries of a zip are the parts, in their order. */
static void
check_entries (const ScSolution *solution, const char *path)
{
  g_autoptr (GPtrArray) parts = sc_solution_parts_list (solution, SC_PACKAGE_ZIP);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScZip) zip = sc_zip_open (path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sc_zip_count (zip), ==, parts->len);
  for (guint i = 0; i < parts->len; i++)
    {
      const ScPart *part = g_ptr_array_index (parts, i);
      g_autoptr (GBytes) bytes = sc_zip_read (zip, i, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (sc_zip_get_name (zip, i), ==, part->path);
      g_assert_true (g_bytes_equal (bytes, part->bytes));
    }
}

static void
check_files (const ScSolution *solution, const char *path)
{
  g_autoptr (GPtrArray) parts = sc_solution_parts_list (solution, SC_PACKAGE_FOLDER);
  g_autoptr (GHashTable) files = files_take_snapshot (path);

  g_assert_cmpuint (g_hash_table_size (files), ==, parts->len);
  for (guint i = 0; i < parts->len; i++)
    {
      const ScPart *part = g_ptr_array_index (parts, i);
      g_autofree char *text = files_read (path, part->path);

      g_assert_cmpmem (text, strlen (text), g_bytes_get_data (part->bytes, NULL),
                       g_bytes_get_size (part->bytes));
    }
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

/* It is a package like any other: saved without a change it stays as it is. */
static void
check_saves (const ScPackage *package)
{
  const ScSolution *solution = sc_package_get_solution (package);
  g_autoptr (GPtrArray) changes = sc_package_list_changes (package, solution);
  g_autofree char *reason = sc_package_explain_unsaveable (package, solution);

  g_assert_cmpstr (reason, ==, NULL);
  g_assert_cmpuint (changes->len, ==, 0);
}

static void
check (const ScSolution *solution, ScPackageKind kind)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path
      = g_build_filename (folder, kind == SC_PACKAGE_ZIP ? "made.zip" : "made", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = sc_package_create (solution, kind, path, NULL, &error);
  const ScSolution *opened;

  g_assert_no_error (error);
  if (kind == SC_PACKAGE_ZIP)
    check_entries (solution, path);
  else
    check_files (solution, path);
  g_assert_cmpstr (sc_package_get_path (package), ==, path);
  g_assert_cmpstr (sc_package_get_notes (package)[0], ==, NULL);
  check_saves (package);
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

static void
assert_refused (const ScSolution *solution, ScPackageKind kind, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = sc_package_create (solution, kind, path, NULL, &error);

  g_assert_null (package);
  g_assert_nonnull (error);
  if (strstr (error->message, text) == NULL)
    g_error ("\"%s\" instead of \"%s\"", error->message, text);
}

static ScSolution *
make_straight (void)
{
  ScSolution *solution = solution_new ();
  g_autoptr (ScFlow) flow = sample_flow_new ("straight");

  add_flow (solution, flow, "Straight", 1);
  return solution;
}

/* Changes the only flow; takes over the copy. */
static void
put_flow (ScSolution *solution, ScFlow *flow)
{
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  sc_flow_unref (flow);
}

#define EDIT(solution, statement)                                     \
  G_STMT_START                                                        \
  {                                                                   \
    ScFlow *flow = sc_flow_copy (sc_list_get ((solution)->flows, 0)); \
    statement;                                                        \
    put_flow ((solution), flow);                                      \
  }                                                                   \
  G_STMT_END

static void
spoil (ScSolution *solution, guint way)
{
  g_autoptr (ScComponent) component = sc_component_new ();
  g_autoptr (ScStage) stage = NULL;
  const ScFlow *first = sc_list_get (solution->flows, 0);

  switch (way)
    {
    case 0:
      solution->managed = TRUE;
      break;
    case 1:
      sc_set_string (solution, unique_name, "my solution");
      break;
    case 2:
      sc_set_string (solution, prefix, NULL);
      break;
    case 3:
      sc_take_value (solution, flows, NULL);
      break;
    case 4:
      EDIT (solution, sc_set_string (flow, id, "7"));
      break;
    case 5:
      EDIT (solution, flow->business_process_type = SC_PROCESS_TASK_FLOW);
      break;
    case 6:
      EDIT (solution, sc_set_string (flow, unique_name, "garden-flow"));
      break;
    case 7:
      EDIT (solution, sc_set_string (flow, unique_name,
                                     ((const ScStage *) sc_list_get (flow->stages, 0))->table));
      break;
    case 8:
      EDIT (solution, sc_take_value (flow, stages, NULL));
      break;
    case 9:
      stage = sc_stage_copy (sc_list_get (first->stages, 0));
      sc_set_string (stage, table, NULL);
      EDIT (solution, sc_take_value (flow, stages, sc_list_append (flow->stages, stage)));
      break;
    case 10:
      {
        g_autoptr (ScFlow) other = sample_flow_new ("tables");

        add_flow (solution, other, "Other", 1);
      }
      break;
    case 11:
      add_flow (solution, first, "Twin", 2);
      break;
    default:
      component->type = 61;
      sc_set_string (component, schema_name, "garden_script.js");
      sc_take_value (solution, components, sc_list_append (NULL, component));
      break;
    }
}

static void
test_refused (void)
{
  static const char *const reasons[] = {
    "is a managed solution",
    "no unique name for a solution",
    "no publisher with a prefix",
    "has no flow",
    "has no valid id",
    "is a task flow",
    "no unique name for the flow",
    "and the name of a table",
    "has no stages",
    "has no table",
    "Two flows have the unique name “garden_flow1”",
    "Two flows have the id",
    "has 1 part besides flows and roles",
  };
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "x.zip", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (ScSolution) solution = make_straight ();

      spoil (solution, i);
      assert_refused (solution, SC_PACKAGE_ZIP, path, reasons[i]);
      assert_refused (solution, SC_PACKAGE_FOLDER, path, reasons[i]);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_places (void)
{
  g_autoptr (ScSolution) solution = make_straight ();
  g_autofree char *folder = files_make_folder ();
  g_autofree char *zip = g_build_filename (folder, "x.zip", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "gone", "x.zip", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty", NULL);
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (ScPackage) over = NULL;
  g_autoptr (ScPackage) filled = NULL;
  g_autoptr (GError) error = NULL;

  files_write (folder, "x.zip", "not a zip");
  files_write (folder, "other.txt", "kept");
  before = files_take_snapshot (folder);
  assert_refused (solution, SC_PACKAGE_FOLDER, folder, "is not an empty folder");
  assert_refused (solution, SC_PACKAGE_FOLDER, zip, "is not an empty folder");
  assert_refused (solution, SC_PACKAGE_ZIP, nowhere, "is not there");
  assert_refused (solution, SC_PACKAGE_ZIP, folder, "is not a regular file");
  files_assert_changed (before, folder, "");

  over = sc_package_create (solution, SC_PACKAGE_ZIP, zip, NULL, &error);
  g_assert_no_error (error);
  files_assert_changed (before, folder, "x.zip");
  g_assert_cmpint (g_mkdir (empty, 0755), ==, 0);
  filled = sc_package_create (solution, SC_PACKAGE_FOLDER, empty, NULL, &error);
  g_assert_no_error (error);
  check_files (solution, empty);
  files_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package-made/samples", test_samples);
  g_test_add_func ("/package-made/random", test_random);
  g_test_add_func ("/package-made/real", test_real);
  g_test_add_func ("/package-made/refused", test_refused);
  g_test_add_func ("/package-made/places", test_places);
  return g_test_run ();
}
