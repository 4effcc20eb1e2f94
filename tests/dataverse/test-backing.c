/* test-backing.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sample-flows.h"
#include "sc-backing.h"
#include "sc-derived-id.h"
#include "sc-id.h"
#include "sc-solution-parts.h"
#include "xml-difference.h"

/* A solution of one publisher with one of the sample flows, which has a name. */
static ScSolution *
make_solution (const char *sample, const char *name)
{
  ScSolution *solution = sc_solution_new ();
  g_autoptr (ScFlow) flow = sample_flow_new (sample);

  solution->language = SC_LANGUAGE_ENGLISH;
  solution->option_prefix = 12345;
  sc_set_string (solution, unique_name, "Garden");
  sc_set_string (solution, version, "1.2.3.4");
  sc_set_string (solution, publisher, "GardenPublisher");
  sc_set_string (solution, prefix, "garden");
  sc_set_string (flow, name, name);
  sc_take_value (flow, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, name));
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  return solution;
}

static ScBacking *
make_backing (const ScSolution *solution)
{
  return sc_backing_new (solution, sc_list_get (solution->flows, 0));
}

static void
add_table (ScSolution *solution, const char *name, const char *schema_name, const char *label)
{
  g_autoptr (ScTable) table = sc_table_new ();

  sc_set_string (table, name, name);
  sc_set_string (table, schema_name, schema_name);
  if (label != NULL)
    sc_take_value (table, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, label));
  sc_take_value (solution, tables, sc_list_append (solution->tables, table));
}

static void
set_ownership (ScSolution *solution, guint position, ScOwnership ownership)
{
  g_autoptr (ScTable) table = sc_table_copy (sc_list_get (solution->tables, position));

  table->ownership = ownership;
  sc_take_value (solution, tables, sc_list_replace (solution->tables, position, table));
}

static void
test_derived_id (void)
{
  g_autofree char *known
      = sc_derived_id_new ("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com");
  g_autofree char *braced
      = sc_derived_id_new ("{6BA7B810-9DAD-11D1-80B4-00C04FD430C8}", "www.example.com");
  g_autofree char *other = sc_derived_id_new ("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "form");
  g_autofree char *odd = sc_derived_id_new ("not an id", "form");

  /* The name-based id that every implementation of RFC 4122 gives for this name. */
  g_assert_cmpstr (known, ==, "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  g_assert_cmpstr (braced, ==, known);
  g_assert_cmpstr (other, !=, known);
  g_assert_true (sc_id_is_valid (odd));
}

static void
test_names (void)
{
  g_autoptr (ScSolution) solution = make_solution ("straight", "Grow: a Tree & more 7");
  g_autoptr (ScBacking) backing = NULL;
  static const struct
  {
    const char *table;
    const char *schema_name;
  } cases[] = {
    { "garden_order", "garden_Order" },
    { "GARDEN_ORDER", "garden_Order" },
    { "phonecall", "PhoneCall" },
    { "garden_unknown", "garden_unknown" },
  };

  add_table (solution, "garden_order", "garden_Order", NULL);
  backing = make_backing (solution);
  g_assert_cmpstr (sc_backing_get_name (backing), ==, "garden_growatreemore7");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = sc_backing_get_schema_name (backing, cases[i].table);

      g_assert_cmpstr (name, ==, cases[i].schema_name);
    }
}

/* Whatever a file calls a flow and its tables, the paths stay below the solution. */
static void
test_paths (void)
{
  g_autoptr (ScSolution) solution = make_solution ("straight", "../../Tree");
  g_autoptr (ScFlow) flow = sc_flow_copy (sc_list_get (solution->flows, 0));
  g_autoptr (ScStage) stage = sc_stage_copy (sc_list_get (flow->stages, 0));
  g_autoptr (GPtrArray) parts = NULL;

  sc_set_string (flow, id, "/etc/../passwd");
  sc_set_string (flow, unique_name, "..\\..\\Tree/x");
  sc_set_string (stage, table, "../bed");
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  parts = sc_solution_parts_list (solution, SC_PACKAGE_FOLDER);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *path = ((const ScPart *) g_ptr_array_index (parts, i))->path;

      g_assert_true (g_ascii_isalpha (path[0]));
      g_assert_null (strstr (path, ".."));
      g_assert_null (strchr (path, '\\'));
    }
}

static void
test_unique_name (void)
{
  g_autoptr (ScSolution) solution = make_solution ("straight", "樹");
  g_autoptr (ScFlow) named = sc_flow_copy (sc_list_get (solution->flows, 0));
  g_autoptr (ScBacking) derived = make_backing (solution);
  g_autoptr (ScBacking) given = NULL;

  sc_set_string (named, unique_name, "garden_Tree");
  given = sc_backing_new (solution, named);
  g_assert_cmpstr (sc_backing_get_name (derived), ==, "garden_flow");
  g_assert_cmpstr (sc_backing_get_name (given), ==, "garden_tree");
}

/* A table that a flow comes back to has one lookup; the row that an instance was started on takes
 * it along when it is deleted, the others do not. */
static void
test_relationships (void)
{
  g_autoptr (ScSolution) solution = make_solution ("tables", "Sell");
  g_autoptr (ScBacking) backing = make_backing (solution);
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScStage *first = sc_list_get (flow->stages, 0);
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (flow);
  g_autoptr (GPtrArray) relationships = sc_backing_list_relationships (backing);
  const char *previous = "";
  guint lookups = 0;

  g_assert_cmpuint (tables->len, >, 1);
  g_assert_cmpuint (relationships->len, ==, 5 + tables->len);
  for (guint i = 0; i < relationships->len; i++)
    {
      const ScBackingRelationship *item = g_ptr_array_index (relationships, i);
      g_autofree char *text = sc_backing_write_relationship (backing, item, 2);
      g_autoptr (ScXml) xml = xml_difference_parse_text (text, item->name);
      const char *cascade = sc_xml_node_get_child_text (sc_xml_get_root (xml), "CascadeDelete");

      g_assert_cmpint (g_ascii_strcasecmp (previous, item->name), <, 0);
      previous = item->name;
      if (item->table == NULL)
        g_assert_cmpstr (cascade, ==, "NoCascade");
      else
        g_assert_cmpstr (cascade, ==,
                         strcmp (item->table, first->table) == 0 ? "Cascade" : "RemoveLink");
      lookups += item->table != NULL;
    }
  g_assert_cmpuint (lookups, ==, tables->len);
}

static const ScXmlNode *
find_attribute (const ScXmlNode *attributes, const char *name)
{
  sc_xml_foreach (attributes, attribute)
    {
      if (strcmp (sc_xml_node_get_attribute (attribute, "PhysicalName"), name) == 0)
        return attribute;
    }
  return NULL;
}

static const ScXmlNode *
get_attributes (const ScXml *table)
{
  const ScXmlNode *info = sc_xml_node_get_child (sc_xml_get_root (table), "EntityInfo");

  return sc_xml_node_get_child (sc_xml_node_get_child (info, "entity"), "attributes");
}

static void
test_columns (void)
{
  g_autoptr (ScSolution) solution = make_solution ("tables", "Sell");
  g_autoptr (ScBacking) backing = make_backing (solution);
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (sc_list_get (solution->flows, 0));
  g_autoptr (GBytes) bytes = sc_backing_write_table_file (backing);
  g_autoptr (ScXml) xml = xml_difference_parse (bytes, "Entity.xml");
  const ScXmlNode *attributes = get_attributes (xml);
  const char *previous = "";

  g_assert_cmpuint (sc_xml_node_count_children (attributes), ==, 21 + tables->len);
  sc_xml_foreach (attributes, attribute)
    {
      const char *name = sc_xml_node_get_attribute (attribute, "PhysicalName");

      g_assert_cmpint (g_ascii_strcasecmp (previous, name), <, 0);
      previous = name;
    }
  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *lookup = sc_backing_get_lookup (backing, g_ptr_array_index (tables, i));
      g_autofree char *text = sc_backing_write_lookup (backing, g_ptr_array_index (tables, i), 4);
      g_autoptr (ScXml) alone = xml_difference_parse_text (text, lookup);
      g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

      xml_difference_find (find_attribute (attributes, lookup), sc_xml_get_root (alone), found);
      g_assert_cmpuint (found->len, ==, 0);
    }
}

static const char *
get_view_name (const ScXml *view)
{
  const ScXmlNode *query = sc_xml_node_get_first_child (sc_xml_get_root (view));
  const ScXmlNode *names = sc_xml_node_get_child (query, "LocalizedNames");

  return sc_xml_node_get_attribute (sc_xml_node_get_first_child (names), "description");
}

/* Every table has one default among its main views, and the names say whose rows they show. */
static void
check_views (const ScSolution *solution, guint n_views, const char *mine)
{
  g_autoptr (ScBacking) backing = make_backing (solution);
  guint n_mine = 0;
  guint n_defaults = 0;

  g_assert_cmpuint (sc_backing_count_views (backing), ==, n_views);
  for (guint i = 0; i < n_views; i++)
    {
      g_autoptr (GBytes) bytes = sc_backing_write_view_file (backing, i);
      g_autoptr (ScXml) view = xml_difference_parse (bytes, "view");
      const ScXmlNode *query = sc_xml_node_get_first_child (sc_xml_get_root (view));

      n_defaults += strcmp (sc_xml_node_get_child_text (query, "querytype"), "0") == 0
                    && strcmp (sc_xml_node_get_child_text (query, "isdefault"), "1") == 0;
      n_mine += mine != NULL && g_str_has_suffix (get_view_name (view), mine);
    }
  g_assert_cmpuint (n_defaults, ==, 1);
  g_assert_cmpuint (n_mine, ==, mine != NULL ? 2 : 0);
}

static void
test_views (void)
{
  g_autoptr (ScSolution) solution = make_solution ("straight", "Sell");
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScStage *stage = sc_list_get (flow->stages, 0);

  check_views (solution, 10, " on my garden_beds");
  add_table (solution, stage->table, "garden_Bed", "Company");
  check_views (solution, 10, " on my Companies");
  set_ownership (solution, 0, SC_OWNERSHIP_ORGANIZATION);
  check_views (solution, 8, NULL);
}

/* The controls of the form, in order; what they run or where their column is shows in their id. */
static void
test_form (void)
{
  g_autoptr (ScSolution) solution = make_solution ("actions", "Delivery");
  g_autoptr (ScBacking) backing = make_backing (solution);
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  static const struct
  {
    guint stage;
    guint step;
    const char *id;
    const char *field;
  } cases[] = {
    { 0, 0, "bbbbbbbb-0000-4000-8000-000000000007:*_actionstep", "garden_AskQuote_Step_6" },
    { 0, 1, "bpf_garden_order_garden_delivery:garden_quote", "garden_quote" },
    { 0, 2, "dddddddd-0000-4000-8000-000000000077:*_actionstep", "garden_Odd_Step_1" },
    { 1, 0, "Step_*:*_flowstep", "Step_*" },
  };
  g_autofree char *tab = sc_backing_get_tab_name (backing, 0);

  g_assert_cmpstr (tab, ==, "StageStep3");
  g_assert_cmpuint (sc_list_length (flow->stages), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row = sc_backing_write_row (backing, cases[i].stage, cases[i].step, 3);
      g_autoptr (ScXml) xml = xml_difference_parse_text (row, "row");
      const ScXmlNode *cell = sc_xml_node_get_child (sc_xml_get_root (xml), "cell");
      const ScXmlNode *control = sc_xml_node_get_child (cell, "control");
      const char *id = sc_xml_node_get_attribute (control, "id");
      const char *field = sc_xml_node_get_attribute (control, "datafieldname");

      if (!g_pattern_match_simple (cases[i].id, id)
          || !g_pattern_match_simple (cases[i].field, field))
        g_error ("%s with %s instead of %s with %s", id, field, cases[i].id, cases[i].field);
      g_assert_cmpint (sc_xml_node_get_attribute (control, "relationship") != NULL, ==, i == 1);
    }
}

/* An immersive flow stands on its own table. */
static void
test_form_immersive (void)
{
  g_autoptr (ScSolution) solution = make_solution ("actions", "Order");
  g_autoptr (ScBacking) backing = make_backing (solution);
  g_autofree char *row = sc_backing_write_row (backing, 0, 1, 3);

  g_assert_nonnull (strstr (row, "<control id=\"garden_quote\" "));
  g_assert_null (strstr (row, "relationship="));
}

static void
test_form_without_link (void)
{
  g_autoptr (ScSolution) solution = make_solution ("straight", "Order");
  g_autoptr (ScFlow) flow = sc_flow_copy (sc_list_get (solution->flows, 0));
  g_autoptr (ScStage) stage = sc_stage_copy (sc_list_get (flow->stages, 0));
  g_autoptr (ScStep) step = sc_step_copy (sc_list_get (stage->steps, 0));
  g_autoptr (ScBacking) backing = NULL;
  g_autofree char *tab = NULL;

  sc_set_string (step, column, NULL);
  sc_take_value (stage, steps, sc_list_append (NULL, step));
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  backing = sc_backing_new (solution, flow);
  tab = sc_backing_write_tab (backing, 0, 3);
  g_assert_null (sc_backing_write_row (backing, 0, 0, 3));
  g_assert_null (sc_backing_write_row (backing, 0, 1, 3));
  g_assert_nonnull (strstr (tab, "<rows />"));
}

static void
collect_ids (GHashTable *ids, const ScBacking *backing)
{
  g_hash_table_add (ids, sc_backing_get_form_id (backing));
  for (guint i = 0; i < sc_backing_count_views (backing); i++)
    g_hash_table_add (ids, sc_backing_get_view_id (backing, i));
}

/* Writing again gives the same bytes; a copy of a flow shares no id with it. */
static void
test_repeated (void)
{
  g_autoptr (ScSolution) solution = make_solution ("tables", "Sell");
  g_autoptr (ScFlow) copy = sc_flow_copy (sc_list_get (solution->flows, 0));
  g_autoptr (ScBacking) one = make_backing (solution);
  g_autoptr (ScBacking) again = make_backing (solution);
  g_autoptr (ScBacking) other = NULL;
  g_autofree char *a = sc_backing_write_table (one, 2);
  g_autofree char *b = sc_backing_write_table (again, 2);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpstr (a, ==, b);
  sc_set_string (copy, id, "12345678-0000-4000-8000-000000000001");
  other = sc_backing_new (solution, copy);
  collect_ids (ids, one);
  collect_ids (ids, other);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 2 * (1 + 10));
}

/* Where a table is in files of its own, they hold what an embedded table has inside. */
static void
test_layouts (void)
{
  g_autoptr (ScSolution) solution = make_solution ("tables", "Sell");
  g_autoptr (ScBacking) backing = make_backing (solution);
  g_autofree char *text = sc_backing_write_table (backing, 2);
  g_autoptr (ScXml) embedded = xml_difference_parse_text (text, "embedded");
  const ScXmlNode *root = sc_xml_get_root (embedded);
  const ScXmlNode *forms = sc_xml_node_get_child (sc_xml_node_get_child (root, "FormXml"), "forms");
  const ScXmlNode *views
      = sc_xml_node_get_child (sc_xml_node_get_child (root, "SavedQueries"), "savedqueries");
  const ScXmlNode *view = sc_xml_node_get_first_child (views);
  g_autoptr (GBytes) table_bytes = sc_backing_write_table_file (backing);
  g_autoptr (ScXml) table = xml_difference_parse (table_bytes, "Entity.xml");
  g_autoptr (GBytes) form_bytes = sc_backing_write_form_file (backing);
  g_autoptr (ScXml) form = xml_difference_parse (form_bytes, "form");
  g_autoptr (GBytes) ribbon_bytes = sc_backing_write_ribbon_file ();
  g_autoptr (ScXml) ribbon = xml_difference_parse (ribbon_bytes, "ribbon");
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  xml_difference_find (sc_xml_node_get_child (root, "EntityInfo"),
                       sc_xml_node_get_child (sc_xml_get_root (table), "EntityInfo"), found);
  xml_difference_find (sc_xml_node_get_first_child (forms),
                       sc_xml_node_get_first_child (sc_xml_get_root (form)), found);
  xml_difference_find (sc_xml_node_get_child (root, "RibbonDiffXml"), sc_xml_get_root (ribbon),
                       found);
  for (guint i = 0; i < sc_backing_count_views (backing); i++)
    {
      g_autoptr (GBytes) bytes = sc_backing_write_view_file (backing, i);
      g_autoptr (ScXml) file = xml_difference_parse (bytes, "view");

      xml_difference_find (view, sc_xml_node_get_first_child (sc_xml_get_root (file)), found);
      view = sc_xml_node_get_next (view);
    }
  g_assert_null (view);
  g_assert_cmpuint (found->len, ==, 0);
}

/* Nothing to show, but XML all the same. */
static void
test_empty (void)
{
  g_autoptr (ScSolution) solution = make_solution ("empty", "");
  static const ScPackageKind kinds[] = { SC_PACKAGE_ZIP, SC_PACKAGE_FOLDER };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) parts = sc_solution_parts_list (solution, kinds[k]);

      g_assert_cmpuint (parts->len, >, 3);
      for (guint i = 0; i < parts->len; i++)
        {
          const ScPart *part = g_ptr_array_index (parts, i);
          g_autoptr (ScXml) xml = xml_difference_parse (part->bytes, part->path);

          g_assert_nonnull (xml);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backing/derived-id", test_derived_id);
  g_test_add_func ("/backing/names", test_names);
  g_test_add_func ("/backing/unique-name", test_unique_name);
  g_test_add_func ("/backing/paths", test_paths);
  g_test_add_func ("/backing/relationships", test_relationships);
  g_test_add_func ("/backing/columns", test_columns);
  g_test_add_func ("/backing/views", test_views);
  g_test_add_func ("/backing/form/controls", test_form);
  g_test_add_func ("/backing/form/immersive", test_form_immersive);
  g_test_add_func ("/backing/form/link", test_form_without_link);
  g_test_add_func ("/backing/repeated", test_repeated);
  g_test_add_func ("/backing/layouts", test_layouts);
  g_test_add_func ("/backing/empty", test_empty);
  return g_test_run ();
}
