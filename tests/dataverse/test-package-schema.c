/* test-package-schema.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What Stagecraft writes from nothing is judged by schemas that every real package passes.
 * libxml2's RELAX NG validator is the judge. */

#include <string.h>

#include "real-flow.h"
#include "sample-flows.h"
#include "schema-judge.h"
#include "sc-id.h"
#include "sc-solution-parts.h"
#include "sc-splice.h"
#include "sc-xaml.h"
#include "xml-difference.h"

#define N_RANDOM 60

typedef struct
{
  SchemaJudge judge;
  guint flows;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  schema_judge_init (&self->judge);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  schema_judge_clear (&self->judge);
}

static void
test_corpus (Fixture *self, gconstpointer data)
{
  const char *corpus = real_flow_get_corpus ();
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (corpus == NULL)
    return;
  folder = g_build_filename (corpus, "solutions", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        schema_judge_check_folder (&self->judge, name, path, "");
      else if (g_str_has_suffix (name, ".zip"))
        schema_judge_check_zip (&self->judge, name, path);
    }
  g_test_message ("%u customizations.xml, %u solution.xml, %u files of unpacked solutions",
                  self->judge.judged[CUSTOMIZATIONS], self->judge.judged[SOLUTION],
                  self->judge.judged[UNPACKED]);
  g_assert_cmpstr (self->judge.failures->str, ==, "");
  for (guint i = 0; i < N_SCHEMAS; i++)
    g_assert_cmpuint (self->judge.judged[i], >, 0);
}

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
  return solution;
}

static void
add_flow (ScSolution *solution, const ScFlow *flow, const char *name)
{
  g_autoptr (ScFlow) named = sc_flow_copy (flow);

  sc_set_string (named, name, name);
  sc_take_value (named, labels, sc_labels_set (named->labels, SC_LANGUAGE_ENGLISH, name));
  sc_take_value (solution, flows, sc_list_append (solution->flows, named));
}

static void
check_flow (Fixture *self, const ScSolution *solution, const ScPart *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFlow) flow = NULL;

  if (strstr (part->path, "bpf_duration") != NULL)
    return;
  flow = sc_xaml_read (part->bytes, part->path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (sc_solution_find_flow (solution, flow->id, NULL));
  self->flows++;
}

/* Paths are safe, each there once whatever its case, and the server has its line ends. */
static void
check_parts (Fixture *self, const ScSolution *solution, ScPackageKind kind)
{
  g_autoptr (GPtrArray) parts = sc_solution_parts_list (solution, kind);
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const ScPart *part = g_ptr_array_index (parts, i);
      g_autoptr (GBytes) plain = sc_text_convert_line_ends (part->bytes, "\n");

      g_assert_true (g_hash_table_add (paths, g_ascii_strdown (part->path, -1)));
      g_assert_false (g_path_is_absolute (part->path) || strstr (part->path, "..") != NULL);
      g_assert_true (g_bytes_equal (plain, part->bytes));
      schema_judge_check_file (&self->judge, sc_solution_get_title (solution), part->path,
                               part->bytes);
      if (g_str_has_suffix (part->path, ".xaml"))
        check_flow (self, solution, part);
    }
  g_assert_cmpstr (self->judge.failures->str, ==, "");
}

/* A flow without stages has no table, which the server asks for; validation speaks of it. */
static gboolean
has_table (const ScFlow *flow)
{
  const ScStage *first = sc_list_get (flow->stages, 0);

  return first != NULL && first->table != NULL && *first->table != '\0';
}

static void
add_role (ScSolution *solution, const char *id, const char *name)
{
  g_autoptr (ScRole) role = sc_role_new ();
  g_autoptr (ScPrivilege) privilege = sc_privilege_new ();

  sc_set_string (privilege, name, "prvReadgarden_grow");
  privilege->level = SC_LEVEL_ORGANIZATION;
  sc_set_string (role, id, id);
  sc_set_string (role, name, name);
  sc_take_value (role, privileges, sc_list_append (NULL, privilege));
  sc_take_value (solution, roles, sc_list_append (solution->roles, role));
}

static void
test_samples (Fixture *self, gconstpointer data)
{
  g_autoptr (ScSolution) all = solution_new ();

  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      g_autoptr (ScFlow) flow = sample_flow_new (sample_names[i]);

      if (has_table (flow))
        add_flow (all, flow, sample_names[i]);
    }
  add_role (all, "cccccccc-0000-4000-8000-000000000001", "Gardener & \"friends\": <all>");
  add_role (all, "cccccccc-0000-4000-8000-000000000002", "../../x");
  add_role (all, "cccccccc-0000-4000-8000-000000000003", "__/__/X");
  add_role (all, "cccccccc-0000-4000-8000-000000000004", " ");
  check_parts (self, all, SC_PACKAGE_ZIP);
  check_parts (self, all, SC_PACKAGE_FOLDER);
  g_assert_cmpuint (self->flows, ==, 2 * sc_list_length (all->flows));
  g_assert_cmpuint (self->flows, >, 0);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (ScSolution) solution = solution_new ();

  check_parts (self, solution, SC_PACKAGE_ZIP);
  check_parts (self, solution, SC_PACKAGE_FOLDER);
  g_assert_cmpuint (self->judge.judged[CUSTOMIZATIONS], ==, 2);
  g_assert_cmpuint (self->judge.judged[SOLUTION], ==, 2);
}

static void
test_random (Fixture *self, gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (20260711);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (ScSolution) solution = solution_new ();
      g_autoptr (ScFlow) flow = random_flow_new (rand);

      if (!has_table (flow))
        continue;
      add_flow (solution, flow, "樹 & <tree> \"{0}\" 100% 🌱");
      check_parts (self, solution, SC_PACKAGE_ZIP);
      check_parts (self, solution, SC_PACKAGE_FOLDER);
    }
  g_assert_cmpuint (self->flows, >, N_RANDOM);
  g_rand_free (rand);
}

static void
test_real (Fixture *self, gconstpointer data)
{
  const char *corpus = real_flow_get_corpus ();
  g_autoptr (GPtrArray) flows = NULL;

  if (corpus == NULL)
    return;
  flows = real_flow_list (corpus);
  for (guint i = 0; i < flows->len; i++)
    {
      const RealFlow *real = g_ptr_array_index (flows, i);
      g_autoptr (ScSolution) solution = sc_solution_copy (real->solution);

      sc_set_string (solution, prefix, "garden");
      sc_take_value (solution, flows, sc_list_append (NULL, real->flow));
      check_parts (self, solution, SC_PACKAGE_ZIP);
      check_parts (self, solution, SC_PACKAGE_FOLDER);
    }
  g_assert_cmpuint (self->flows, ==, 2 * flows->len);
}

/* Each makes a mistake that an import does not forgive. */
static void
test_mistakes (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *path;
    const char *find;
    const char *replace;
  } cases[] = {
    { "customizations.xml", "<Mode>0</Mode>", "" },
    { "customizations.xml", "<Scope>4</Scope>", "<Scope>1</Scope>" },
    { "customizations.xml", "<PrimaryEntity>garden_bed</PrimaryEntity>", "" },
    { "customizations.xml", "<RunAs>1</RunAs>", "<RunAs>1</RunAs><Rank>1</Rank>" },
    { "customizations.xml", "<Type>1</Type>", "<Type>1</Type><ProcessTriggers />" },
    { "customizations.xml", "<Templates />", "" },
    { "customizations.xml", "<Templates />", "<Templates /><FieldSecurityProfiles />" },
    { "customizations.xml", "<IsBPFEntity>1</IsBPFEntity>", "<IsBPFEntity>yes</IsBPFEntity>" },
    { "customizations.xml", "<querytype>0</querytype>", "" },
    { "customizations.xml", "<CascadeDelete>Cascade</CascadeDelete>",
      "<CascadeDelete>All</CascadeDelete>" },
    { "customizations.xml", "<Type>primarykey</Type>", "" },
    { "solution.xml", "<Managed>0</Managed>", "" },
    { "solution.xml", "<Version>1.2.3.4</Version>", "<Version>new</Version>" },
    { "solution.xml", "<CustomizationPrefix>garden</CustomizationPrefix>",
      "<CustomizationPrefix>1</CustomizationPrefix>" },
    { "solution.xml", ">12345<", ">5<" },
  };
  g_autoptr (ScSolution) solution = solution_new ();
  g_autoptr (ScFlow) flow = sample_flow_new ("straight");
  g_autoptr (GPtrArray) parts = NULL;

  add_flow (solution, flow, "Grow");
  parts = sc_solution_parts_list (solution, SC_PACKAGE_ZIP);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < parts->len; j++)
      {
        const ScPart *part = g_ptr_array_index (parts, j);
        g_autoptr (GString) text = NULL;
        g_autoptr (GBytes) bytes = NULL;
        g_autofree char *message = NULL;
        gsize size;
        const char *original = g_bytes_get_data (part->bytes, &size);

        if (strcmp (part->path, cases[i].path) != 0)
          continue;
        text = g_string_new_len (original, size);
        g_assert_cmpuint (g_string_replace (text, cases[i].find, cases[i].replace, 1), ==, 1);
        bytes = g_bytes_new (text->str, text->len);
        message = schema_judge_text (&self->judge, schema_judge_find (part->path), bytes);
        if (message == NULL)
          g_error ("\"%s\" instead of \"%s\" passes", cases[i].replace, cases[i].find);
      }
}

static void
test_components (Fixture *self, gconstpointer data)
{
  g_autoptr (ScSolution) solution = solution_new ();
  g_autoptr (ScFlow) flow = sample_flow_new ("straight");
  g_autoptr (ScComponent) listed = sc_component_new ();
  g_autoptr (ScRole) role = sc_role_new ();
  g_autoptr (ScList) components = NULL;
  static const int types[] = { SC_COMPONENT_TABLE, SC_COMPONENT_ROLE, SC_COMPONENT_PROCESS };

  add_flow (solution, flow, "Grow");
  listed->type = SC_COMPONENT_TABLE;
  sc_set_string (listed, schema_name, "Garden_Grow");
  sc_set_string (role, id, "dddddddd-0000-4000-8000-000000000001");
  sc_take_value (solution, components, sc_list_append (NULL, listed));
  sc_take_value (solution, roles, sc_list_append (NULL, role));
  components = sc_solution_parts_list_components (solution);
  g_assert_cmpuint (sc_list_length (components), ==, G_N_ELEMENTS (types));
  sc_list_foreach (components, const ScComponent *, component)
    {
      g_assert_cmpint (component->type, ==, types[component_i]);
    }
}

static void
test_content_types (Fixture *self, gconstpointer data)
{
  static const char *const paths[]
      = { "customizations.xml", "Workflows/a.xaml", "b/c.XML", "WebResources/new_<x>", "d.e/f" };
  static const char *const names[] = { "xml", "xaml", "/WebResources/new_<x>", "/d.e/f" };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_part_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScXml) xml = NULL;
  guint i = 0;

  for (guint j = 0; j < G_N_ELEMENTS (paths); j++)
    g_ptr_array_add (parts, sc_part_new (g_strdup (paths[j]), g_bytes_new (NULL, 0)));
  bytes = sc_solution_parts_write_content_types (parts);
  xml = xml_difference_parse (bytes, "[Content_Types].xml");
  sc_xml_foreach (sc_xml_get_root (xml), type)
    {
      const char *name = sc_xml_node_get_attribute (
          type, sc_xml_node_is (type, "Default") ? "Extension" : "PartName");

      g_assert_cmpuint (i, <, G_N_ELEMENTS (names));
      g_assert_cmpstr (name, ==, names[i++]);
    }
  g_assert_cmpuint (i, ==, G_N_ELEMENTS (names));
}

int
main (int argc, char **argv)
{
#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  add ("/package-schema/corpus", test_corpus);
  add ("/package-schema/samples", test_samples);
  add ("/package-schema/empty", test_empty);
  add ("/package-schema/random", test_random);
  add ("/package-schema/real", test_real);
  add ("/package-schema/mistakes", test_mistakes);
  add ("/package-schema/components", test_components);
  add ("/package-schema/content-types", test_content_types);
  return g_test_run ();
}
