/* sc-solution-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-solution-xml.h"

#include "sc-backing.h"
#include "sc-extent.h"
#include "sc-id.h"
#include "sc-label-xml.h"
#include "sc-name.h"
#include "sc-solution-parts.h"
#include "sc-sorted-place.h"
#include "sc-xml-edit.h"

#include <string.h>

/* SolutionManifest/Managed: 0 unmanaged, 1 managed, 2 both (as SolutionPackager keeps it). */
#define MANAGED "1"

static ScComponent *
read_component (const ScXmlNode *node)
{
  const char *type = sc_xml_node_get_attribute (node, "type");
  ScComponent *component;

  if (!sc_xml_node_is (node, "RootComponent") || type == NULL)
    return NULL;
  component = sc_component_new ();
  component->type = sc_extent_read_int (type);
  sc_set_string (component, id, sc_xml_node_get_attribute (node, "id"));
  sc_set_string (component, schema_name, sc_xml_node_get_attribute (node, "schemaName"));
  return component;
}

static ScList *
read_components (const ScXmlNode *list)
{
  GPtrArray *components = sc_list_collect ();

  sc_xml_foreach (list, node)
    {
      ScComponent *component = read_component (node);

      if (component != NULL)
        g_ptr_array_add (components, component);
    }
  return sc_list_new_take (components);
}

void
sc_solution_xml_read (const ScXmlNode *root, ScSolution *draft)
{
  const ScXmlNode *manifest = sc_xml_node_get_child (root, "SolutionManifest");
  const ScXmlNode *publisher = sc_xml_node_get_child (manifest, "Publisher");
  const char *language = sc_xml_node_get_attribute (root, "languagecode");
  const char *option_prefix
      = sc_xml_node_get_child_text (publisher, "CustomizationOptionValuePrefix");
  g_autoptr (ScList) titles = NULL;

  sc_set_string (draft, unique_name, sc_xml_node_get_child_text (manifest, "UniqueName"));
  sc_take_value (
      draft, labels,
      sc_label_xml_read (sc_xml_node_get_child (manifest, "LocalizedNames"), "LocalizedName"));
  sc_set_string (draft, version, sc_xml_node_get_child_text (manifest, "Version"));
  sc_set_string (draft, publisher, sc_xml_node_get_child_text (publisher, "UniqueName"));
  sc_set_string (draft, prefix, sc_xml_node_get_child_text (publisher, "CustomizationPrefix"));
  draft->option_prefix = option_prefix != NULL ? sc_extent_read_int (option_prefix) : 0;
  draft->managed = g_strcmp0 (sc_xml_node_get_child_text (manifest, "Managed"), MANAGED) == 0;
  if (language != NULL && sc_extent_read_int (language) > 0)
    draft->language = sc_extent_read_int (language);
  titles = sc_label_xml_read (sc_xml_node_get_child (publisher, "LocalizedNames"), "LocalizedName");
  sc_set_string (draft, publisher_title, sc_labels_get (titles, draft->language));
  sc_take_value (draft, components,
                 read_components (sc_xml_node_get_child (manifest, "RootComponents")));
}

static void
take_component (GPtrArray *components, int type, char *id, const char *schema_name)
{
  ScComponent *component = sc_component_new ();

  component->type = type;
  sc_set_string (component, id, id);
  sc_set_string (component, schema_name, schema_name);
  g_ptr_array_add (components, component);
  g_free (id);
}

/* What solution must list for the roles and flows that other does not have: a flow together with
 * its table. */
static ScList *
list_own_components (const ScSolution *solution, const ScSolution *other)
{
  GPtrArray *components = sc_list_collect ();

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_autoptr (ScBacking) backing = NULL;

      if (sc_solution_find_flow (other, flow->id, NULL) != NULL)
        continue;
      backing = sc_backing_new (solution, flow);
      take_component (components, SC_COMPONENT_TABLE, NULL, sc_backing_get_name (backing));
      take_component (components, SC_COMPONENT_PROCESS, g_strdup_printf ("{%s}", flow->id), NULL);
    }
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      if (sc_solution_find_role (other, role->id, NULL) == NULL)
        take_component (components, SC_COMPONENT_ROLE, g_strdup_printf ("{%s}", role->id), NULL);
    }
  return sc_list_new_take (components);
}

static gboolean
is_component (const ScXmlNode *node, const ScComponent *component)
{
  const char *type = sc_xml_node_get_attribute (node, "type");

  if (type == NULL || sc_extent_read_int (type) != component->type)
    return FALSE;
  return component->id != NULL ? sc_id_equal (sc_xml_node_get_attribute (node, "id"), component->id)
                               : sc_name_equal (sc_xml_node_get_attribute (node, "schemaName"),
                                                component->schema_name);
}

static const ScXmlNode *
find_component (const ScXmlNode *components, const ScComponent *component)
{
  sc_xml_foreach (components, node)
    {
      if (is_component (node, component))
        return node;
    }
  return NULL;
}

/* The last component that sorts before that one. */
static const ScXmlNode *
find_predecessor (const ScXmlNode *components, const ScComponent *component)
{
  g_autoptr (ScList) present = read_components (components);
  guint place = sc_component_find_place (present, component);
  const ScXmlNode *predecessor = NULL;

  sc_xml_foreach (components, node)
    {
      g_autoptr (ScComponent) other = read_component (node);

      if (place == 0)
        break;
      predecessor = node;
      if (other != NULL)
        place--;
    }
  return predecessor;
}

static void
insert_component (ScSplice *splice,
                  GBytes *bytes,
                  const ScXmlNode *components,
                  const ScComponent *component)
{
  g_autofree char *element
      = sc_solution_parts_write_component (component->type, component->id, component->schema_name);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, element);
  sc_xml_edit_insert (splice, bytes, components, find_predecessor (components, component),
                      elements);
}

static void
update_publisher_title (ScSplice *splice,
                        GBytes *bytes,
                        const ScXmlNode *publisher,
                        const ScSolution *after)
{
  const ScXmlNode *titles = sc_xml_node_get_child (publisher, "LocalizedNames");
  g_autoptr (ScList) present = sc_label_xml_read (titles, "LocalizedName");
  g_autoptr (ScList) wanted = sc_labels_set (present, after->language, after->publisher_title);
  g_autofree char *element = NULL;
  g_autofree char *added = NULL;
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  if (titles != NULL)
    {
      sc_label_xml_update (splice, bytes, titles, "LocalizedName", present, wanted, FALSE);
      return;
    }
  element = sc_label_xml_format ("LocalizedName", sc_list_get (wanted, 0), FALSE);
  added = g_strdup_printf ("<LocalizedNames>%s</LocalizedNames>", element);
  g_ptr_array_add (elements, added);
  sc_xml_edit_insert (splice, bytes, publisher, sc_xml_node_get_child (publisher, "UniqueName"),
                      elements);
}

static void
update_publisher (ScSplice *splice,
                  GBytes *bytes,
                  const ScXmlNode *publisher,
                  const ScSolution *before,
                  const ScSolution *after)
{
  static const char *const order[] = { "UniqueName",
                                       "LocalizedNames",
                                       "Descriptions",
                                       "EMailAddress",
                                       "SupportingWebsiteUrl",
                                       "CustomizationPrefix",
                                       "CustomizationOptionValuePrefix",
                                       NULL };

  if (after->publisher != NULL && g_strcmp0 (before->publisher, after->publisher) != 0)
    sc_xml_edit_child_text (splice, bytes, publisher, "UniqueName", after->publisher, order);
  if (after->publisher_title != NULL
      && g_strcmp0 (before->publisher_title, after->publisher_title) != 0)
    update_publisher_title (splice, bytes, publisher, after);
  if (after->prefix != NULL && g_strcmp0 (before->prefix, after->prefix) != 0)
    sc_xml_edit_child_text (splice, bytes, publisher, "CustomizationPrefix", after->prefix, order);
  if (after->option_prefix != before->option_prefix && after->option_prefix > 0)
    {
      g_autofree char *text = g_strdup_printf ("%d", after->option_prefix);

      sc_xml_edit_child_text (splice, bytes, publisher, "CustomizationOptionValuePrefix", text,
                              order);
    }
}

static void
update_details (ScSplice *splice,
                GBytes *bytes,
                const ScXmlNode *manifest,
                const ScSolution *before,
                const ScSolution *after)
{
  static const char *const order[]
      = { "UniqueName", "LocalizedNames", "Descriptions", "Version", NULL };
  const ScXmlNode *publisher = sc_xml_node_get_child (manifest, "Publisher");
  const ScXmlNode *names = sc_xml_node_get_child (manifest, "LocalizedNames");

  if (after->unique_name != NULL && g_strcmp0 (before->unique_name, after->unique_name) != 0)
    sc_xml_edit_child_text (splice, bytes, manifest, "UniqueName", after->unique_name, order);
  if (after->version != NULL && g_strcmp0 (before->version, after->version) != 0)
    sc_xml_edit_child_text (splice, bytes, manifest, "Version", after->version, order);
  if (names != NULL && !sc_labels_have_same_texts (before->labels, after->labels))
    sc_label_xml_update (splice, bytes, names, "LocalizedName", before->labels, after->labels,
                         FALSE);
  if (publisher != NULL)
    update_publisher (splice, bytes, publisher, before, after);
}

/* They stand in no order. */
static const char *
get_no_key (const ScXmlNode *node)
{
  return NULL;
}

/* A process that is gone depends on nothing. */
static void
remove_dependencies (ScSplice *splice,
                     GBytes *bytes,
                     const ScXmlNode *manifest,
                     const ScList *components)
{
  const ScXmlNode *list = sc_xml_node_get_child (manifest, "MissingDependencies");
  g_autoptr (GHashTable) removed = g_hash_table_new (NULL, NULL);

  sc_xml_foreach (list, node)
    {
      const ScXmlNode *dependent = sc_xml_node_get_child (node, "Dependent");

      sc_list_foreach (components, const ScComponent *, component)
        {
          if (dependent != NULL && is_component (dependent, component))
            g_hash_table_add (removed, (gpointer) node);
        }
    }
  if (g_hash_table_size (removed) > 0)
    sc_xml_edit_list (splice, bytes, list, removed, NULL, 0, get_no_key, "<MissingDependencies />");
}

/* A table that another flow has too is still there. */
static gboolean
is_still_needed (const ScSolution *solution, const ScComponent *component)
{
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (component->type == SC_COMPONENT_TABLE
          && sc_name_equal (flow->unique_name, component->schema_name))
        return TRUE;
    }
  return FALSE;
}

/* Takes out the components of roles and flows that are gone. */
static GBytes *
change_manifest (GBytes *bytes,
                 const ScXmlNode *root,
                 const ScSolution *before,
                 const ScSolution *after)
{
  const ScXmlNode *manifest = sc_xml_node_get_child (root, "SolutionManifest");
  const ScXmlNode *components = sc_xml_node_get_child (manifest, "RootComponents");
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);
  g_autoptr (ScList) gone = list_own_components (before, after);

  if (manifest != NULL)
    update_details (splice, bytes, manifest, before, after);
  sc_list_foreach (gone, const ScComponent *, component)
    {
      const ScXmlNode *node = find_component (components, component);

      if (node != NULL && !is_still_needed (after, component))
        sc_splice_remove_line (splice, sc_xml_node_get_span (node));
    }
  remove_dependencies (splice, bytes, manifest, gone);
  return sc_splice_apply (splice);
}

/* Every addition is a pass of its own: two may come to the same place. */
static GBytes *
add_component (GBytes *bytes, const char *name, const ScComponent *component, GError **error)
{
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, name, error);
  g_autoptr (ScSplice) splice = NULL;
  const ScXmlNode *manifest, *components;

  if (xml == NULL)
    return NULL;
  manifest = sc_xml_node_get_child (sc_xml_get_root (xml), "SolutionManifest");
  components = sc_xml_node_get_child (manifest, "RootComponents");
  splice = sc_splice_new (bytes);
  if (components != NULL && find_component (components, component) == NULL)
    insert_component (splice, bytes, components, component);
  return sc_splice_apply (splice);
}

GBytes *
sc_solution_xml_update (GBytes *bytes,
                        const char *name,
                        const ScSolution *before,
                        const ScSolution *after,
                        GError **error)
{
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, name, error);
  g_autoptr (ScList) added = list_own_components (after, before);
  g_autoptr (GBytes) changed = NULL;

  if (xml == NULL)
    return NULL;
  changed = change_manifest (bytes, sc_xml_get_root (xml), before, after);
  sc_list_foreach (added, const ScComponent *, component)
    {
      GBytes *next = add_component (changed, name, component, error);

      if (next == NULL)
        return NULL;
      g_bytes_unref (changed);
      changed = next;
    }
  return g_steal_pointer (&changed);
}
