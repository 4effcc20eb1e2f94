/* sc-package-prepare-relationships.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-markup.h"
#include "sc-package-prepare.h"

#include <string.h>

#define EMPTY  "<EntityRelationships />"
#define INDEX  "Other/Relationships.xml"
#define FOLDER "Other/Relationships"

const char *
sc_preparation_get_relationship_key (const ScXmlNode *node)
{
  return sc_xml_node_is (node, "EntityRelationship") ? sc_xml_node_get_attribute (node, "Name")
                                                     : NULL;
}

static gboolean
is_on (const ScXmlNode *node, const char *end, GHashTable *gone)
{
  const char *table = sc_xml_node_get_child_text (node, end);
  g_autofree char *name = sc_preparation_fold (table);

  return table != NULL && g_hash_table_contains (gone, name);
}

/* The relationships that a table takes with it; their names are added to names. */
static GHashTable *
list_removed (const ScXmlNode *list, GHashTable *gone, GHashTable *names)
{
  GHashTable *removed = g_hash_table_new (NULL, NULL);

  sc_xml_foreach (list, node)
    {
      const char *name = sc_preparation_get_relationship_key (node);

      if (name == NULL)
        continue;
      if (g_hash_table_contains (names, name) || is_on (node, "ReferencingEntityName", gone)
          || is_on (node, "ReferencedEntityName", gone))
        {
          g_hash_table_add (removed, (gpointer) node);
          g_hash_table_add (names, g_strdup (name));
        }
    }
  return removed;
}

static gboolean
has (const ScXmlNode *list, GHashTable *removed, const char *wanted)
{
  sc_xml_foreach (list, node)
    {
      const char *name = sc_preparation_get_relationship_key (node);

      if (name != NULL && g_ascii_strcasecmp (name, wanted) == 0
          && !g_hash_table_contains (removed, node))
        return TRUE;
    }
  return FALSE;
}

/* The new ones for a list that does not have them yet: all, or those of a table. As names only:
 * made into elements that elements keeps. */
static GArray *
list_added (const ScPreparation *self,
            const ScXmlNode *list,
            GHashTable *removed,
            const char *referenced,
            GPtrArray *elements)
{
  GArray *added = g_array_new (FALSE, FALSE, sizeof (ScXmlAddition));

  for (guint i = 0; i < self->relationships->len; i++)
    {
      const ScPreparedRelationship *item = g_ptr_array_index (self->relationships, i);
      ScXmlAddition addition = { item->name, item->element };

      if ((referenced != NULL && g_ascii_strcasecmp (item->referenced, referenced) != 0)
          || (list != NULL && has (list, removed, item->name)))
        continue;
      if (elements != NULL)
        {
          g_autoptr (GString) name = g_string_new (NULL);
          char *element;

          sc_text_append_escaped (name, item->name, TRUE);
          element = g_strdup_printf ("<EntityRelationship Name=\"%s\" />", name->str);
          addition.element = element;
          g_ptr_array_add (elements, element);
        }
      g_array_append_val (added, addition);
    }
  return added;
}

static void
change_list (ScPreparation *self,
             ScPreparedText *text,
             const ScXmlNode *list,
             GHashTable *gone,
             GHashTable *names,
             const char *referenced,
             gboolean names_only)
{
  g_autoptr (GHashTable) removed = list_removed (list, gone, names);
  g_autoptr (GPtrArray) elements = names_only ? g_ptr_array_new_with_free_func (g_free) : NULL;
  g_autoptr (GArray) added = list_added (self, list, removed, referenced, elements);

  text->gone = referenced != NULL && added->len == 0 && g_hash_table_size (removed) > 0
               && g_hash_table_size (removed) == sc_xml_node_count_children (list);
  sc_preparation_edit_list (text, list, removed, added, sc_preparation_get_relationship_key, EMPTY);
}

static int
compare_additions (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp (((const ScXmlAddition *) a)->key, ((const ScXmlAddition *) b)->key);
}

static void
add_new_file (ScPreparation *self, const char *name, GArray *added)
{
  ScMarkup markup = SC_MARKUP_INIT (0);
  g_autoptr (GBytes) bytes = NULL;

  g_array_sort (added, compare_additions);
  sc_markup_open (&markup, "<EntityRelationships" SC_MARKUP_XSI ">");
  for (guint i = 0; i < added->len; i++)
    sc_markup_line (&markup, "%s", g_array_index (added, ScXmlAddition, i).element);
  sc_markup_close (&markup, "EntityRelationships");
  bytes = sc_markup_finish_file (&markup);
  sc_preparation_add_change (self, name, NULL,
                             sc_text_convert_line_ends (bytes, sc_preparation_get_line_end (self)));
}

/* Older tools put all of them whole into one file, newer ones only their names. */
static gboolean
holds_all (const ScXmlNode *list)
{
  sc_xml_foreach (list, node)
    {
      if (sc_xml_node_get_first_child (node) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The files by table that are there. */
static gboolean
change_files (
    ScPreparation *self, GHashTable *gone, GHashTable *names, GHashTable *seen, GError **error)
{
  g_autoptr (GPtrArray) files = sc_folder_list (self->folder, FOLDER, ".xml");

  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      g_autofree char *table = g_strdup (strrchr (file, '/') + 1);
      ScPreparedText *text = sc_preparation_get_text (self, file, error);

      if (text == NULL)
        return FALSE;
      table[strlen (table) - strlen (".xml")] = '\0';
      change_list (self, text, sc_xml_get_root (text->xml), gone, names, table, FALSE);
      g_hash_table_add (seen, sc_preparation_fold (table));
    }
  return TRUE;
}

/* Files for tables that had no relationship until now. */
static void
add_files (ScPreparation *self, GHashTable *seen)
{
  for (guint i = 0; i < self->relationships->len; i++)
    {
      const ScPreparedRelationship *item = g_ptr_array_index (self->relationships, i);
      g_autofree char *name = g_strdup_printf (FOLDER "/%s.xml", item->referenced);
      g_autoptr (GArray) added = NULL;

      if (!g_hash_table_add (seen, sc_preparation_fold (item->referenced)))
        continue;
      added = list_added (self, NULL, NULL, item->referenced, NULL);
      add_new_file (self, name, added);
    }
}

static gboolean
change_folder (ScPreparation *self, GHashTable *gone, GHashTable *names, GError **error)
{
  g_autofree char *index = sc_preparation_find (self, INDEX);
  ScPreparedText *text = index != NULL ? sc_preparation_get_text (self, index, error) : NULL;
  const ScXmlNode *list = text != NULL ? sc_xml_get_root (text->xml) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (index != NULL && text == NULL)
    return FALSE;
  if (list != NULL && holds_all (list))
    {
      change_list (self, text, list, gone, names, NULL, FALSE);
      return TRUE;
    }
  if (!change_files (self, gone, names, seen, error))
    return FALSE;
  add_files (self, seen);
  if (list != NULL)
    change_list (self, text, list, gone, names, NULL, TRUE);
  else if (self->relationships->len > 0)
    {
      g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) added = list_added (self, NULL, NULL, NULL, elements);

      add_new_file (self, INDEX, added);
    }
  return TRUE;
}

gboolean
sc_preparation_change_relationships (ScPreparation *self, GHashTable *gone, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ScPreparedText *text;
  const ScXmlNode *list;

  if (g_hash_table_size (gone) + self->relationships->len == 0)
    return TRUE;
  if (self->folder != NULL)
    return change_folder (self, gone, names, error);
  text = sc_preparation_get_text (self, self->package->customizations_file, error);
  if (text == NULL)
    return FALSE;
  list = sc_xml_node_get_child (sc_xml_get_root (text->xml), "EntityRelationships");
  if (list == NULL)
    return sc_preparation_set_missing_error (text->name, "EntityRelationships", error);
  change_list (self, text, list, gone, names, NULL, FALSE);
  return TRUE;
}
