/* sc-solution-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-solution-xml.h"

#include "sc-id.h"
#include "sc-label-xml.h"
#include "sc-xml-edit.h"

#include <stdlib.h>
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
  component->type = atoi (type);
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
  draft->option_prefix = option_prefix != NULL ? atoi (option_prefix) : 0;
  draft->managed = g_strcmp0 (sc_xml_node_get_child_text (manifest, "Managed"), MANAGED) == 0;
  if (language != NULL && atoi (language) > 0)
    draft->language = atoi (language);
  titles = sc_label_xml_read (sc_xml_node_get_child (publisher, "LocalizedNames"), "LocalizedName");
  sc_set_string (draft, publisher_title, sc_labels_get (titles, draft->language));
  sc_take_value (draft, components,
                 read_components (sc_xml_node_get_child (manifest, "RootComponents")));
}

/* Exports sort components by type as a number, newer unpackers as text. */
static int
compare_types (const char *a, const char *b, gboolean as_text)
{
  return as_text ? strcmp (a, b) : atoi (a) - atoi (b);
}

static gboolean
is_sorted_as_text (const ScXmlNode *components)
{
  const char *previous = NULL;

  sc_xml_foreach (components, node)
    {
      const char *type = sc_xml_node_get_attribute (node, "type");

      if (type == NULL)
        continue;
      if (previous != NULL && compare_types (previous, type, FALSE) > 0)
        return TRUE;
      previous = type;
    }
  return FALSE;
}

/* The last component that sorts before a role with that id. */
static const ScXmlNode *
find_predecessor (const ScXmlNode *components, const char *id)
{
  gboolean as_text = is_sorted_as_text (components);
  const ScXmlNode *predecessor = NULL;

  sc_xml_foreach (components, node)
    {
      const char *type = sc_xml_node_get_attribute (node, "type");
      const char *other = sc_xml_node_get_attribute (node, "id");
      int order = type != NULL ? compare_types (type, G_STRINGIFY (SC_COMPONENT_ROLE), as_text) : 1;

      if (order < 0 || (order == 0 && (other == NULL || g_ascii_strcasecmp (other, id) < 0)))
        predecessor = node;
    }
  return predecessor;
}

static gboolean
is_component (const ScXmlNode *node, const ScRole *role)
{
  return g_strcmp0 (sc_xml_node_get_attribute (node, "type"), G_STRINGIFY (SC_COMPONENT_ROLE)) == 0
         && sc_id_equal (sc_xml_node_get_attribute (node, "id"), role->id);
}

static const ScXmlNode *
find_component (const ScXmlNode *components, const ScRole *role)
{
  sc_xml_foreach (components, node)
    {
      if (is_component (node, role))
        return node;
    }
  return NULL;
}

static void
add_component (ScSplice *splice, GBytes *bytes, const ScXmlNode *components, const ScRole *role)
{
  g_autofree char *id = g_strdup_printf ("{%s}", role->id);
  g_autofree char *element = g_strdup_printf (
      "<RootComponent type=\"%d\" id=\"%s\" behavior=\"0\" />", SC_COMPONENT_ROLE, id);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, element);
  sc_xml_edit_insert (splice, bytes, components, find_predecessor (components, id), elements);
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

/* Takes out the components of roles that are gone. */
static GBytes *
change_manifest (GBytes *bytes,
                 const ScXmlNode *root,
                 const ScSolution *before,
                 const ScSolution *after)
{
  const ScXmlNode *manifest = sc_xml_node_get_child (root, "SolutionManifest");
  const ScXmlNode *components = sc_xml_node_get_child (manifest, "RootComponents");
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);

  if (manifest != NULL)
    update_details (splice, bytes, manifest, before, after);
  sc_list_foreach (before->roles, const ScRole *, role)
    {
      const ScXmlNode *node = find_component (components, role);

      if (node != NULL && sc_solution_find_role (after, role->id, NULL) == NULL)
        sc_splice_remove_line (splice, sc_xml_node_get_span (node));
    }
  return sc_splice_apply (splice);
}

/* Every addition is a pass of its own: two new roles may come to the same place. */
static GBytes *
add_role (GBytes *bytes, const char *name, const ScRole *role, GError **error)
{
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, name, error);
  g_autoptr (ScSplice) splice = NULL;
  const ScXmlNode *manifest, *components;

  if (xml == NULL)
    return NULL;
  manifest = sc_xml_node_get_child (sc_xml_get_root (xml), "SolutionManifest");
  components = sc_xml_node_get_child (manifest, "RootComponents");
  splice = sc_splice_new (bytes);
  if (components != NULL && find_component (components, role) == NULL)
    add_component (splice, bytes, components, role);
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
  g_autoptr (GBytes) changed = NULL;

  if (xml == NULL)
    return NULL;
  changed = change_manifest (bytes, sc_xml_get_root (xml), before, after);
  sc_list_foreach (after->roles, const ScRole *, role)
    {
      GBytes *next;

      if (sc_solution_find_role (before, role->id, NULL) != NULL)
        continue;
      next = add_role (changed, name, role, error);
      if (next == NULL)
        return NULL;
      g_bytes_unref (changed);
      changed = next;
    }
  return g_steal_pointer (&changed);
}
