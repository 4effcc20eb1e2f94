/* test-sorted-place.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "real-flow.h"
#include "sc-package.h"
#include "sc-sorted-place.h"
#include "sc-zip.h"
#include "xml-difference.h"

static void
test_keys (void)
{
  static const struct
  {
    const char *keys;
    const char *key;
    guint place;
  } cases[] = {
    { "", "a", 0 },      { "b", "a", 0 },     { "b", "c", 1 },
    { "a,C,e", "D", 2 }, { "a,C,e", "b", 1 }, { "a,c", "C", 2 },
    { "c,a,b", "a", 3 }, { "a,b,a", "0", 3 }, { "a_b,ab", "a_c", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) texts = g_strsplit (cases[i].keys, ",", -1);
      g_autoptr (GPtrArray) keys = g_ptr_array_new ();

      for (char **text = texts; *text != NULL; text++)
        g_ptr_array_add (keys, *text);
      g_assert_cmpuint (sc_sorted_place_find (keys, cases[i].key), ==, cases[i].place);
    }
}

static ScComponent *
component_new (int type, const char *id, const char *schema_name)
{
  ScComponent *component = sc_component_new ();

  component->type = type;
  sc_set_string (component, id, id);
  sc_set_string (component, schema_name, schema_name);
  return component;
}

/* types: one component each, named "m". */
static ScList *
list_new (const char *types)
{
  g_auto (GStrv) texts = g_strsplit (types, ",", -1);
  GPtrArray *components = sc_list_collect ();

  for (char **text = texts; *text != NULL; text++)
    g_ptr_array_add (components, component_new (atoi (*text), NULL, "m"));
  return sc_list_new_take (components);
}

static void
test_components (void)
{
  static const struct
  {
    const char *types;
    int type;
    const char *name;
    guint place;
  } cases[] = {
    { "", 1, "a", 0 },
    { "1,29,60,300", 29, "a", 1 },
    { "1,29,60,300", 29, "Z", 2 },
    { "1,29,60,300", 61, "a", 3 },
    { "1,20,29,300,60", 61, "a", 5 },
    { "1,20,29,300,60", 31, "a", 4 },
    { "1,20,29,300,60", 1, "a", 0 },
    { "60,1,29", 1, "a", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScList) components = list_new (cases[i].types);
      g_autoptr (ScComponent) component = component_new (cases[i].type, NULL, cases[i].name);

      g_assert_cmpuint (sc_component_find_place (components, component), ==, cases[i].place);
    }
}

/* Whatever is taken out of a real list goes back to where it was. */
static guint
check_components (const ScSolution *solution)
{
  guint n = sc_list_length (solution->components);

  for (guint i = 0; i < n; i++)
    {
      const ScComponent *component = sc_list_get (solution->components, i);
      g_autoptr (ScList) others = sc_list_remove (solution->components, i);

      if (component->type == SC_COMPONENT_TABLE || component->type == SC_COMPONENT_ROLE
          || component->type == SC_COMPONENT_PROCESS)
        g_assert_cmpuint (sc_component_find_place (others, component), ==, i);
    }
  return n;
}

static void
check_names (const ScXmlNode *parent, const char *(*get_name) (const ScXmlNode *) )
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  sc_xml_foreach (parent, child)
    g_ptr_array_add (names, (gpointer) get_name (child));
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_steal_index (names, i);

      g_assert_cmpuint (sc_sorted_place_find (names, name), ==, i);
      g_ptr_array_insert (names, i, (gpointer) name);
    }
}

static const char *
get_table_name (const ScXmlNode *entity)
{
  return sc_xml_node_get_child_text (entity, "Name");
}

static const char *
get_relationship_name (const ScXmlNode *relationship)
{
  return sc_xml_node_get_attribute (relationship, "Name");
}

static void
check_customizations (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScZip) zip = sc_zip_open (path, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScXml) xml = NULL;
  const ScXmlNode *root;

  g_assert_no_error (error);
  bytes = sc_zip_read (zip, sc_zip_find (zip, "customizations.xml"), &error);
  g_assert_no_error (error);
  xml = xml_difference_parse (bytes, path);
  root = sc_xml_get_root (xml);
  check_names (sc_xml_node_get_child (root, "Entities"), get_table_name);
  check_names (sc_xml_node_get_child (root, "EntityRelationships"), get_relationship_name);
}

static void
test_corpus (void)
{
  const char *corpus = real_flow_get_corpus ();
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint components = 0;

  if (corpus == NULL)
    return;
  folder = g_build_filename (corpus, "solutions", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (ScPackage) package = NULL;

      if (!sc_package_recognizes (path))
        continue;
      package = sc_package_open (path, NULL);
      g_assert_nonnull (package);
      components += check_components (sc_package_get_solution (package));
      if (g_str_has_suffix (name, ".zip"))
        check_customizations (path);
    }
  g_assert_cmpuint (components, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sorted-place/keys", test_keys);
  g_test_add_func ("/sorted-place/components", test_components);
  g_test_add_func ("/sorted-place/corpus", test_corpus);
  return g_test_run ();
}
