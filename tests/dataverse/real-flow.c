/* real-flow.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "real-flow.h"

#include <string.h>

#include "sc-xaml.h"
#include "xml-difference.h"

const char *
real_flow_get_corpus (void)
{
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");

  if (corpus == NULL)
    corpus = g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
  if (corpus != NULL && g_file_test (corpus, G_FILE_TEST_IS_DIR))
    return corpus;
  g_test_skip ("There is no folder of real packages; name one in STAGECRAFT_CORPUS.");
  return NULL;
}

static void
real_flow_free (gpointer data)
{
  RealFlow *self = data;

  g_free (self->name);
  g_free (self->folder);
  sc_solution_unref (self->solution);
  sc_flow_unref (self->flow);
  sc_flow_unref (self->table_flow);
  sc_flow_unref (self->view_flow);
  sc_xml_unref (self->workflow);
  sc_xml_unref (self->entity);
  sc_xml_unref (self->relationships);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->views);
  g_free (self);
}

static void
add_label (ScFlow *flow, const ScXmlNode *name)
{
  const char *language = sc_xml_node_get_attribute (name, "languagecode");

  sc_take_value (flow, labels,
                 sc_labels_set (flow->labels, atoi (language),
                                sc_xml_node_get_attribute (name, "description")));
}

/* What only the Workflow element knows. */
static void
read_workflow (ScFlow *flow, const ScXmlNode *workflow)
{
  const char *state = sc_xml_node_get_child_text (workflow, "StateCode");

  sc_set_string (flow, name, sc_xml_node_get_attribute (workflow, "Name"));
  sc_set_string (flow, unique_name, sc_xml_node_get_child_text (workflow, "UniqueName"));
  sc_set_string (flow, primary_table, sc_xml_node_get_child_text (workflow, "PrimaryEntity"));
  sc_set_string (flow, display_conditions,
                 sc_xml_node_get_child_text (workflow, "processroleassignment"));
  flow->order = atoi (sc_xml_node_get_child_text (workflow, "processorder"));
  flow->active = strcmp (state, "1") == 0;
  sc_xml_foreach (sc_xml_node_get_child (workflow, "LocalizedNames"), name)
    add_label (flow, name);
}

/* Relationships write tables in schema-name case. */
static ScSolution *
make_solution (const RealFlow *self)
{
  ScSolution *solution = sc_solution_new ();

  solution->language = SC_LANGUAGE_ENGLISH;
  sc_set_string (
      solution, version,
      sc_xml_node_get_child_text (sc_xml_get_root (self->workflow), "IntroducedVersion"));
  sc_xml_foreach (sc_xml_get_root (self->relationships), relationship)
    {
      const char *schema_name = sc_xml_node_get_child_text (relationship, "ReferencedEntityName");
      g_autofree char *name = g_ascii_strdown (schema_name, -1);
      g_autoptr (ScTable) table = sc_table_new ();

      sc_set_string (table, name, name);
      sc_set_string (table, schema_name, schema_name);
      sc_take_value (solution, tables, sc_list_append (solution->tables, table));
    }
  return solution;
}

static ScFlow *
read_flow (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "flow.xaml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text = NULL;
  gsize size = 0;
  ScFlow *flow;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  flow = sc_xaml_read (bytes, path, &error);
  g_assert_no_error (error);
  return flow;
}

static void
add_views (RealFlow *self, const ScXmlNode *views)
{
  sc_xml_foreach (views, view)
    g_ptr_array_add (self->views, (gpointer) view);
}

/* Form and views are in the table's own file, or in files of their own. */
static void
find_interface (RealFlow *self)
{
  const ScXmlNode *entity = sc_xml_get_root (self->entity);
  g_autofree char *folder = g_build_filename (self->folder, "entity-ui", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const ScXmlNode *forms
      = sc_xml_node_get_child (sc_xml_node_get_child (entity, "FormXml"), "forms");
  const char *name;

  self->form = sc_xml_node_get_child (forms, "systemform");
  add_views (
      self, sc_xml_node_get_child (sc_xml_node_get_child (entity, "SavedQueries"), "savedqueries"));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      ScXml *document;

      if (g_str_has_suffix (name, "_managed.xml"))
        continue;
      document = xml_difference_load (folder, name);
      g_ptr_array_add (self->documents, document);
      if (sc_xml_node_is (sc_xml_get_root (document), "forms"))
        self->form = sc_xml_node_get_child (sc_xml_get_root (document), "systemform");
      else if (sc_xml_node_is (sc_xml_get_root (document), "savedqueries"))
        add_views (self, sc_xml_get_root (document));
    }
}

/* A table keeps the name that the flow had when it was made, and so do its views, of which the one
 * without further words in its name shows it. */
static ScFlow *
rename_flow (const RealFlow *self, const char *title)
{
  ScFlow *flow = sc_flow_copy (self->flow);

  sc_take_value (flow, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, title));
  return flow;
}

static const char *
find_view_title (const RealFlow *self)
{
  for (guint i = 0; i < self->views->len; i++)
    {
      const ScXmlNode *view = g_ptr_array_index (self->views, i);
      const ScXmlNode *names = sc_xml_node_get_child (view, "LocalizedNames");

      if (strcmp (sc_xml_node_get_child_text (view, "querytype"), "8192") == 0)
        return sc_xml_node_get_attribute (sc_xml_node_get_first_child (names), "description");
    }
  return NULL;
}

static RealFlow *
load (const char *folder, const char *name)
{
  RealFlow *self = g_new0 (RealFlow, 1);
  g_autofree char *data = g_build_filename (folder, "flow.xaml.data.xml", NULL);
  gboolean unpacked = g_file_test (data, G_FILE_TEST_EXISTS);

  self->name = g_strdup (name);
  self->folder = g_strdup (folder);
  self->workflow
      = xml_difference_load (folder, unpacked ? "flow.xaml.data.xml" : "workflow-element.xml");
  self->entity = xml_difference_load (folder, "Entity.xml");
  self->relationships = xml_difference_load (folder, "relationships.xml");
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_xml_unref);
  self->views = g_ptr_array_new ();
  self->flow = read_flow (folder);
  read_workflow (self->flow, sc_xml_get_root (self->workflow));
  self->solution = make_solution (self);
  find_interface (self);
  self->table_flow = rename_flow (
      self, sc_xml_node_get_attribute (
                sc_xml_node_get_child (sc_xml_get_root (self->entity), "Name"), "LocalizedName"));
  self->view_flow = rename_flow (self, find_view_title (self));
  return self;
}

GPtrArray *
real_flow_list (const char *corpus)
{
  GPtrArray *flows = g_ptr_array_new_with_free_func (real_flow_free);
  g_autofree char *folder = g_build_filename (corpus, "flows", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *place = g_build_filename (folder, name, NULL);
      g_autofree char *table = g_build_filename (place, "Entity.xml", NULL);

      if (g_file_test (table, G_FILE_TEST_EXISTS))
        g_ptr_array_add (flows, load (place, name));
    }
  return flows;
}
