/* sc-customizations-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-customizations-xml.h"

#include "sc-id.h"
#include "sc-role-xml.h"
#include "sc-workflow-xml.h"
#include "sc-xml-edit.h"

/* The name of an entry as it is compared: exports begin it with a slash. */
static char *
fold_name (const char *name)
{
  g_autofree char *slashes = g_strdelimit (g_strdup (name), "\\", '/');
  const char *bare = slashes;

  while (*bare == '/')
    bare++;
  return g_utf8_casefold (bare, -1);
}

gboolean
sc_customizations_xml_names_file (const ScXmlNode *workflow, const char *xaml)
{
  const char *file = sc_xml_node_get_child_text (workflow, "XamlFileName");
  g_autofree char *own = fold_name (file != NULL ? file : "");
  g_autofree char *wanted = fold_name (xaml);

  return g_str_equal (own, wanted);
}

const ScXmlNode *
sc_customizations_xml_find_flow (const ScXmlNode *root, const char *xaml)
{
  if (sc_xml_node_is (root, "Workflow"))
    return root;
  sc_xml_foreach (sc_xml_node_get_child (root, "Workflows"), workflow)
    {
      if (sc_workflow_xml_get_category (workflow) == SC_WORKFLOW_CATEGORY_FLOW
          && sc_customizations_xml_names_file (workflow, xaml))
        return workflow;
    }
  return NULL;
}

const ScXmlNode *
sc_customizations_xml_find_role (const ScXmlNode *root, const char *id)
{
  if (sc_xml_node_is (root, "Role"))
    return root;
  sc_xml_foreach (sc_xml_node_get_child (root, "Roles"), role)
    {
      if (sc_xml_node_is (role, "Role") && sc_id_equal (sc_xml_node_get_attribute (role, "id"), id))
        return role;
    }
  return NULL;
}

/* For a sorted list. */
static const char *
get_key (const ScXmlNode *node)
{
  return sc_xml_node_is (node, "Role") ? sc_xml_node_get_attribute (node, "name") : NULL;
}

static const char *
get_name (const ScRole *role)
{
  return role->name != NULL ? role->name : "";
}

static int
compare_roles (gconstpointer a, gconstpointer b)
{
  const ScRole *const *first = a;
  const ScRole *const *second = b;

  return g_ascii_strcasecmp (get_name (*first), get_name (*second));
}

/* Packages without any role may lack the list as well. */
static void
add_list (ScSplice *splice, GBytes *bytes, const ScXmlNode *root, GPtrArray *texts)
{
  g_autofree char *gap = sc_xml_edit_get_child_gap (root, bytes);
  g_autoptr (GString) list = g_string_new ("<Roles>");
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (list, "%s  %s", gap, (const char *) g_ptr_array_index (texts, i));
  g_string_append_printf (list, "%s</Roles>", gap);
  g_ptr_array_add (elements, list->str);
  sc_xml_edit_insert (splice, bytes, root, sc_xml_node_get_child (root, "Entities"), elements);
}

/* What stands before a role on its line. */
static char *
get_indent (GBytes *bytes, const ScXmlNode *root, const ScXmlNode *list)
{
  const ScXmlNode *outer = list != NULL ? list : root;
  const ScXmlNode *first = sc_xml_node_get_first_child (outer);
  g_autofree char *indent = sc_xml_edit_get_indent (first != NULL ? first : outer, bytes);

  return g_strconcat (indent, list != NULL && first != NULL ? "" : "  ", NULL);
}

void
sc_customizations_xml_change_roles (
    ScSplice *splice, GBytes *bytes, const ScXmlNode *root, GPtrArray *removed, GPtrArray *added)
{
  const ScXmlNode *list = sc_xml_node_get_child (root, "Roles");
  g_autofree char *indent = get_indent (bytes, root, list);
  g_autoptr (GHashTable) nodes = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree ScXmlAddition *additions = g_new (ScXmlAddition, added->len);

  for (guint i = 0; i < removed->len; i++)
    {
      const ScRole *role = g_ptr_array_index (removed, i);
      const ScXmlNode *node = sc_customizations_xml_find_role (root, role->id);

      if (node != NULL)
        g_hash_table_add (nodes, (gpointer) node);
    }
  g_ptr_array_sort (added, compare_roles);
  for (guint i = 0; i < added->len; i++)
    {
      const ScRole *role = g_ptr_array_index (added, i);

      g_ptr_array_add (texts, sc_role_xml_format (role, indent, sc_text_get_line_end (bytes)));
      additions[i] = (ScXmlAddition){ get_name (role), g_ptr_array_index (texts, i) };
    }
  if (list != NULL)
    sc_xml_edit_list (splice, bytes, list, nodes, additions, added->len, get_key,
                      "<Roles></Roles>");
  else if (added->len > 0)
    add_list (splice, bytes, root, texts);
}
