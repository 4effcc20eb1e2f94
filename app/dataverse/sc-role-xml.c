/* sc-role-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-role-xml.h"

#include "sc-id.h"
#include "sc-name.h"
#include "sc-xml-edit.h"

#include <string.h>

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

/* The privileges of a role by name, of which it has thousands: name → GPtrArray of ScPrivilege.
 * There may be several of one name; the first of them counts, and each is matched with the one at
 * the same place. */
static GHashTable *
index_privileges (const ScRole *role)
{
  GHashTable *index = g_hash_table_new_full (sc_name_hash, (GEqualFunc) sc_name_equal, NULL,
                                             (GDestroyNotify) g_ptr_array_unref);

  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      GPtrArray *same;

      if (privilege->name == NULL)
        continue;
      same = g_hash_table_lookup (index, privilege->name);
      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (index, (gpointer) privilege->name, same);
        }
      g_ptr_array_add (same, (gpointer) privilege);
    }
  return index;
}

/* The next one of that name; places (name → how many were asked for) says which. */
static const ScPrivilege *
find_next (GHashTable *index, GHashTable *places, const char *name)
{
  const GPtrArray *same = g_hash_table_lookup (index, name);
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, name));

  return same != NULL && place < same->len ? same->pdata[place] : NULL;
}

static void
count_place (GHashTable *places, const char *name)
{
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, name));

  g_hash_table_insert (places, (gpointer) name, GUINT_TO_POINTER (place + 1));
}

static GHashTable *
begin_places (void)
{
  return g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
}

/* For a sorted list. */
static const char *
get_key (const ScXmlNode *node)
{
  return is_privilege (node) ? sc_xml_node_get_attribute (node, "name") : NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const ScPrivilege *const *first = a;
  const ScPrivilege *const *second = b;

  return g_ascii_strcasecmp ((*first)->name, (*second)->name);
}

static GPtrArray *
list_new_privileges (const ScRole *before, const ScRole *after)
{
  GPtrArray *added = g_ptr_array_new ();
  g_autoptr (GHashTable) old_privileges = index_privileges (before);
  g_autoptr (GHashTable) places = begin_places ();

  sc_list_foreach (after->privileges, const ScPrivilege *, privilege)
    {
      if (privilege->name == NULL)
        continue;
      if (get_level_name (privilege) != NULL
          && find_next (old_privileges, places, privilege->name) == NULL)
        g_ptr_array_add (added, (gpointer) privilege);
      count_place (places, privilege->name);
    }
  g_ptr_array_sort (added, compare_names);
  return added;
}

static char *
join_lines (GPtrArray *lines, const char *gap)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", gap, (const char *) g_ptr_array_index (lines, i));
  return g_string_free (text, FALSE);
}

/* For a role that had no list of privileges at all. */
static void
add_list (ScSplice *splice, GBytes *bytes, const ScXmlNode *node, GPtrArray *lines)
{
  static const char *const predecessors[] = { "IsCustomizable", "IsAutoAssigned" };
  const ScXmlNode *predecessor = NULL;
  g_autofree char *gap = sc_xml_edit_get_child_gap (node, bytes);
  g_autofree char *inner_gap = g_strconcat (gap, "  ", NULL);
  g_autofree char *text = join_lines (lines, inner_gap);
  g_autofree char *element = g_strconcat ("<RolePrivileges>", text, gap, "</RolePrivileges>", NULL);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (predecessors); i++)
    {
      const ScXmlNode *child = sc_xml_node_get_child (node, predecessors[i]);

      if (child != NULL)
        predecessor = child;
    }
  g_ptr_array_add (elements, element);
  sc_xml_edit_insert (splice, bytes, node, predecessor, elements);
}

/* Changes levels; the lines that go away are put into removed. */
static void
change_levels (ScSplice *splice,
               GBytes *bytes,
               const ScXmlNode *list,
               const ScRole *before,
               const ScRole *after,
               GHashTable *removed)
{
  g_autoptr (GHashTable) old_privileges = index_privileges (before);
  g_autoptr (GHashTable) privileges = index_privileges (after);
  g_autoptr (GHashTable) places = begin_places ();

  sc_xml_foreach (list, node)
    {
      const char *name = sc_xml_node_get_attribute (node, "name");
      const ScPrivilege *old, *present;

      if (!is_privilege (node))
        continue;
      old = find_next (old_privileges, places, name);
      present = old != NULL ? find_next (privileges, places, name) : NULL;
      count_place (places, name);
      if (old == NULL || (present == NULL && get_level_name (old) == NULL))
        continue;
      if (present == NULL)
        g_hash_table_add (removed, (gpointer) node);
      else if (g_strcmp0 (get_level_name (old), get_level_name (present)) != 0)
        sc_xml_edit_attribute (splice, bytes, node, "level", get_level_name (present));
    }
}

void
sc_role_xml_update (ScSplice *splice,
                    GBytes *bytes,
                    const ScXmlNode *node,
                    const ScRole *before,
                    const ScRole *after)
{
  const ScXmlNode *list = sc_xml_node_get_child (node, "RolePrivileges");
  g_autoptr (GPtrArray) added = list_new_privileges (before, after);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) removed = g_hash_table_new (NULL, NULL);
  g_autofree ScXmlAddition *additions = g_new (ScXmlAddition, added->len);

  for (guint i = 0; i < added->len; i++)
    {
      const ScPrivilege *privilege = g_ptr_array_index (added, i);

      g_ptr_array_add (lines, format_privilege (privilege));
      additions[i] = (ScXmlAddition){ privilege->name, g_ptr_array_index (lines, i) };
    }
  if (g_strcmp0 (before->name, after->name) != 0)
    sc_xml_edit_attribute (splice, bytes, node, "name", after->name != NULL ? after->name : "");
  if (list != NULL)
    {
      change_levels (splice, bytes, list, before, after, removed);
      sc_xml_edit_list (splice, bytes, list, removed, additions, added->len, get_key,
                        "<RolePrivileges />");
    }
  else if (added->len > 0)
    add_list (splice, bytes, node, lines);
}

static char *
format_role (const ScRole *role, const char *attributes, const char *gap)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *inner_gap = g_strconcat (gap, "    ", NULL);
  g_autofree char *privileges = NULL;

  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      if (privilege->name != NULL && get_level_name (privilege) != NULL)
        g_ptr_array_add (lines, format_privilege (privilege));
    }
  privileges = join_lines (lines, inner_gap);
  g_string_append (text, "<Role id=\"{");
  sc_text_append_escaped (text, role->id != NULL ? role->id : "", TRUE);
  g_string_append (text, "}\" name=\"");
  sc_text_append_escaped (text, role->name != NULL ? role->name : "", TRUE);
  g_string_append_printf (text,
                          "\"%s>%s  <IsCustomizable>1</IsCustomizable>"
                          "%s  <IsAutoAssigned>0</IsAutoAssigned>",
                          attributes, gap, gap);
  if (lines->len == 0)
    g_string_append_printf (text, "%s  <RolePrivileges />", gap);
  else
    g_string_append_printf (text, "%s  <RolePrivileges>%s%s  </RolePrivileges>", gap, privileges,
                            gap);
  g_string_append_printf (text, "%s</Role>", gap);
  return g_string_free (text, FALSE);
}

char *
sc_role_xml_format (const ScRole *role, const char *indent, const char *line_end)
{
  g_autofree char *gap = g_strconcat (line_end, indent, NULL);

  return format_role (role, "", gap);
}

GBytes *
sc_role_xml_write (const ScRole *role, const char *line_end)
{
  g_autofree char *element
      = format_role (role, " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"", line_end);
  char *text = g_strconcat ("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>", line_end,
                            element, NULL);

  return g_bytes_new_take (text, strlen (text));
}
