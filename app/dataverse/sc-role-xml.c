/* sc-role-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-role-xml.h"

#include "sc-id.h"
#include "sc-name.h"
#include "sc-xml-edit.h"

static ScPrivilege *
read_privilege (const ScXmlNode *node)
{
  ScPrivilege *privilege = sc_privilege_new ();
  const char *level = sc_xml_node_get_attribute (node, "level");

  sc_set_string (privilege, name, sc_xml_node_get_attribute (node, "name"));
  privilege->level = sc_level_from_file_name (level);
  if (privilege->level == SC_LEVEL_NONE)
    sc_set_string (privilege, level_name, level);
  return privilege;
}

static gboolean
is_privilege (const ScXmlNode *node)
{
  return sc_xml_node_is (node, "RolePrivilege") && sc_xml_node_get_attribute (node, "name") != NULL;
}

ScRole *
sc_role_xml_read (const ScXmlNode *node)
{
  g_autofree char *id = sc_id_normalize (sc_xml_node_get_attribute (node, "id"));
  const char *name = sc_xml_node_get_attribute (node, "name");
  GPtrArray *privileges;
  ScRole *role;

  if (id == NULL)
    return NULL;
  role = sc_role_new ();
  sc_set_string (role, id, id);
  sc_set_string (role, name, name != NULL ? name : "");
  privileges = sc_list_collect ();
  sc_xml_foreach (sc_xml_node_get_child (node, "RolePrivileges"), child)
    {
      if (is_privilege (child))
        g_ptr_array_add (privileges, read_privilege (child));
    }
  sc_take_value (role, privileges, sc_list_new_take (privileges));
  return role;
}

static const char *
get_level_name (const ScPrivilege *privilege)
{
  return privilege->level_name != NULL ? privilege->level_name
                                       : sc_level_get_file_name (privilege->level);
}

static char *
format_privilege (const ScPrivilege *privilege)
{
  GString *text = g_string_new ("<RolePrivilege name=\"");

  sc_text_append_escaped (text, privilege->name, TRUE);
  g_string_append (text, "\" level=\"");
  sc_text_append_escaped (text, get_level_name (privilege), TRUE);
  g_string_append (text, "\" />");
  return g_string_free (text, FALSE);
}

/* What a role grants, by name: a role has thousands of privileges. Of several of one name the first
 * counts; one without a level grants nothing. */
static GHashTable *
index_privileges (const ScRole *role)
{
  GHashTable *privileges = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);

  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      if (privilege->name != NULL && !g_hash_table_contains (privileges, privilege->name))
        g_hash_table_insert (privileges, (gpointer) privilege->name, (gpointer) privilege);
    }
  return privileges;
}

static const ScPrivilege *
find_privilege (GHashTable *privileges, const char *name)
{
  const ScPrivilege *privilege = g_hash_table_lookup (privileges, name);

  return privilege != NULL && get_level_name (privilege) != NULL ? privilege : NULL;
}

/* The last line of the file that a new privilege comes behind. */
static const ScXmlNode *
find_predecessor (const ScXmlNode *list, const char *name)
{
  const ScXmlNode *predecessor = NULL;

  sc_xml_foreach (list, node)
    {
      if (is_privilege (node)
          && g_ascii_strcasecmp (sc_xml_node_get_attribute (node, "name"), name) < 0)
        predecessor = node;
    }
  return predecessor;
}

/* Privileges that are new and come behind the same line are put there with one call. */
static void
add_privileges (ScSplice *splice, GBytes *bytes, const ScXmlNode *list, GPtrArray *added)
{
  for (guint i = 0; i < added->len;)
    {
      const ScPrivilege *first = g_ptr_array_index (added, i);
      const ScXmlNode *predecessor = find_predecessor (list, first->name);
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

      for (; i < added->len; i++)
        {
          const ScPrivilege *privilege = g_ptr_array_index (added, i);

          if (find_predecessor (list, privilege->name) != predecessor)
            break;
          g_ptr_array_add (lines, format_privilege (privilege));
        }
      sc_xml_edit_insert (splice, bytes, list, predecessor, lines);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const ScPrivilege *const *first = a;
  const ScPrivilege *const *second = b;

  return g_ascii_strcasecmp ((*first)->name, (*second)->name);
}

/* Takes out and changes lines. */
static GBytes *
change_privileges (GBytes *bytes, const ScXmlNode *root, const ScRole *before, const ScRole *after)
{
  const ScXmlNode *list = sc_xml_node_get_child (root, "RolePrivileges");
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);
  g_autoptr (GHashTable) old_privileges = index_privileges (before);
  g_autoptr (GHashTable) privileges = index_privileges (after);
  gboolean any_left = sc_xml_node_get_first_child (list) == NULL;

  sc_xml_foreach (list, node)
    {
      const char *name = sc_xml_node_get_attribute (node, "name");

      if (!is_privilege (node) || find_privilege (old_privileges, name) == NULL
          || find_privilege (privileges, name) != NULL)
        any_left = TRUE;
    }
  if (g_strcmp0 (before->name, after->name) != 0)
    sc_xml_edit_attribute (splice, bytes, root, "name", after->name != NULL ? after->name : "");
  if (!any_left)
    {
      sc_splice_replace (splice, sc_xml_node_get_span (list), "<RolePrivileges />");
      return sc_splice_apply (splice);
    }
  sc_xml_foreach (list, node)
    {
      const char *name = sc_xml_node_get_attribute (node, "name");
      const ScPrivilege *old = is_privilege (node) ? find_privilege (old_privileges, name) : NULL;
      const ScPrivilege *present = old != NULL ? find_privilege (privileges, name) : NULL;

      if (old != NULL && present == NULL)
        sc_splice_remove_line (splice, sc_xml_node_get_span (node));
      else if (present != NULL && g_strcmp0 (get_level_name (old), get_level_name (present)) != 0)
        sc_xml_edit_attribute (splice, bytes, node, "level", get_level_name (present));
    }
  return sc_splice_apply (splice);
}

static GPtrArray *
list_new_privileges (const ScRole *before, const ScRole *after)
{
  GPtrArray *added = g_ptr_array_new ();
  g_autoptr (GHashTable) old_privileges = index_privileges (before);

  sc_list_foreach (after->privileges, const ScPrivilege *, privilege)
    {
      if (privilege->name != NULL && get_level_name (privilege) != NULL
          && find_privilege (old_privileges, privilege->name) == NULL)
        g_ptr_array_add (added, (gpointer) privilege);
    }
  g_ptr_array_sort (added, compare_names);
  return added;
}

/* Two passes, because a new line may come behind one that goes away. */
GBytes *
sc_role_xml_update (GBytes *bytes, const ScRole *before, const ScRole *after, GError **error)
{
  static const char *const order[] = { "IsCustomizable", "IsAutoAssigned", "RolePrivileges", NULL };
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, after->name, error);
  g_autoptr (GPtrArray) added = list_new_privileges (before, after);
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (ScXml) changed_xml = NULL;
  g_autoptr (ScSplice) splice = NULL;
  const ScXmlNode *list;

  if (xml == NULL)
    return NULL;
  changed = change_privileges (bytes, sc_xml_get_root (xml), before, after);
  if (added->len == 0)
    return g_steal_pointer (&changed);

  changed_xml = sc_xml_parse (changed, after->name, error);
  if (changed_xml == NULL)
    return NULL;
  splice = sc_splice_new (changed);
  list = sc_xml_node_get_child (sc_xml_get_root (changed_xml), "RolePrivileges");
  if (list != NULL)
    {
      add_privileges (splice, changed, list, added);
      return sc_splice_apply (splice);
    }
  sc_xml_edit_child_text (splice, changed, sc_xml_get_root (changed_xml), "RolePrivileges", "",
                          order);
  g_clear_pointer (&changed, g_bytes_unref);
  changed = sc_splice_apply (splice);
  return sc_role_xml_update (changed, before, after, error);
}

GBytes *
sc_role_xml_write (const ScRole *role, const char *line_end)
{
  GString *text = g_string_new ("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
  g_autoptr (GBytes) bytes = NULL;

  g_string_append (text, "<Role id=\"{");
  sc_text_append_escaped (text, role->id, TRUE);
  g_string_append (text, "}\" name=\"");
  sc_text_append_escaped (text, role->name != NULL ? role->name : "", TRUE);
  g_string_append (text, "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
                         "  <IsCustomizable>1</IsCustomizable>\n"
                         "  <IsAutoAssigned>0</IsAutoAssigned>\n");
  if (sc_list_length (role->privileges) == 0)
    g_string_append (text, "  <RolePrivileges />\n");
  else
    {
      g_string_append (text, "  <RolePrivileges>\n");
      sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
        {
          g_autofree char *line = NULL;

          if (privilege->name != NULL && get_level_name (privilege) != NULL)
            g_string_append_printf (text, "    %s\n", line = format_privilege (privilege));
        }
      g_string_append (text, "  </RolePrivileges>\n");
    }
  g_string_append (text, "</Role>");
  bytes = g_string_free_to_bytes (text);
  return sc_text_convert_line_ends (bytes, line_end);
}
