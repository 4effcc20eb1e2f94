/* sc-package-prepare-tables.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-backing.h"
#include "sc-id.h"
#include "sc-name.h"
#include "sc-package-prepare.h"

/* Levels from a table's element to its columns. */
#define COLUMN_DEPTH 4
/* Levels of customizations.xml: what is in its lists. */
#define LIST_DEPTH 2

static const char *
get_column_key (const ScXmlNode *node)
{
  return sc_xml_node_is (node, "attribute") ? sc_xml_node_get_attribute (node, "PhysicalName")
                                            : NULL;
}

/* Where the columns of a table are. NULL, without an error, when the package does not have it. */
static const ScXmlNode *
find_columns (ScPreparation *self, const char *table, ScPreparedText **text, GError **error)
{
  g_autofree char *wanted = g_strdup_printf ("Entities/%s/Entity.xml", table);
  g_autofree char *file = self->folder != NULL ? sc_preparation_find (self, wanted)
                                               : g_strdup (self->package->customizations_file);
  const ScXmlNode *entity = NULL;

  *text = file != NULL ? sc_preparation_get_text (self, file, error) : NULL;
  if (*text == NULL)
    return NULL;
  if (self->folder != NULL)
    entity = sc_xml_get_root ((*text)->xml);
  else
    sc_xml_foreach (sc_xml_node_get_child (sc_xml_get_root ((*text)->xml), "Entities"), node)
      {
        if (sc_name_equal (sc_xml_node_get_child_text (node, "Name"), table))
          entity = node;
      }
  return sc_xml_node_get_child (
      sc_xml_node_get_child (sc_xml_node_get_child (entity, "EntityInfo"), "entity"), "attributes");
}

static gboolean
has_column (const ScXmlNode *columns, const char *name)
{
  sc_xml_foreach (columns, node)
    {
      if (sc_name_equal (get_column_key (node), name))
        return TRUE;
    }
  return FALSE;
}

static void
add_relationship (ScPreparation *self, const ScBacking *backing, const char *table)
{
  g_autoptr (GPtrArray) all = sc_backing_list_relationships (backing);

  for (guint i = 0; i < all->len; i++)
    {
      const ScBackingRelationship *item = g_ptr_array_index (all, i);
      ScPreparedRelationship *relationship;

      if (!sc_name_equal (item->table, table))
        continue;
      relationship = g_new (ScPreparedRelationship, 1);
      relationship->name = g_strdup (item->name);
      relationship->referenced = g_strdup (item->referenced);
      relationship->element = sc_backing_write_relationship (
          backing, item, self->zip != NULL ? LIST_DEPTH : LIST_DEPTH - 1);
      g_ptr_array_add (self->relationships, relationship);
    }
}

static gboolean
names_table (GPtrArray *tables, const char *table)
{
  for (guint i = 0; i < tables->len; i++)
    {
      if (sc_name_equal (g_ptr_array_index (tables, i), table))
        return TRUE;
    }
  return FALSE;
}

gboolean
sc_preparation_add_lookups (ScPreparation *self,
                            const ScFlow *before,
                            const ScFlow *after,
                            GError **error)
{
  g_autoptr (GPtrArray) old_tables = sc_flow_list_tables (before);
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (after);
  g_autoptr (ScBacking) backing = sc_backing_new (self->after, after);
  g_autoptr (GHashTable) removed = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (ScXmlAddition));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  ScPreparedText *text = NULL;
  const ScXmlNode *columns = NULL;
  GError *reason = NULL;

  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      ScXmlAddition addition;

      if (names_table (old_tables, table) || sc_name_equal (table, after->unique_name))
        continue;
      if (text == NULL)
        columns = find_columns (self, after->unique_name, &text, &reason);
      if (reason != NULL)
        {
          g_propagate_error (error, reason);
          return FALSE;
        }
      if (columns == NULL)
        return TRUE;
      addition.key = sc_backing_get_lookup (backing, table);
      g_ptr_array_add (texts, (char *) addition.key);
      if (has_column (columns, addition.key))
        continue;
      addition.element = sc_backing_write_lookup (
          backing, table, COLUMN_DEPTH + (self->zip != NULL ? LIST_DEPTH : 0));
      g_ptr_array_add (texts, (char *) addition.element);
      g_array_append_val (added, addition);
      add_relationship (self, backing, table);
    }
  if (added->len > 0)
    sc_preparation_edit_list (text, columns, removed, added, get_column_key, "<attributes />");
  return TRUE;
}

static const char *
get_no_key (const ScXmlNode *node)
{
  return NULL;
}

static gboolean
leaves (const ScXmlNode *component, GPtrArray *flows, GHashTable *gone)
{
  const char *type = sc_xml_node_get_attribute (component, "type");
  const char *id = sc_xml_node_get_attribute (component, "id");
  g_autofree char *table
      = sc_preparation_fold (sc_xml_node_get_attribute (component, "schemaName"));

  if (g_strcmp0 (type, G_STRINGIFY (SC_COMPONENT_TABLE)) == 0)
    return g_hash_table_contains (gone, table);
  for (guint i = 0; i < flows->len; i++)
    {
      const ScFlow *flow = g_ptr_array_index (flows, i);

      if (g_strcmp0 (type, G_STRINGIFY (SC_COMPONENT_PROCESS)) == 0 && sc_id_equal (id, flow->id))
        return TRUE;
    }
  return FALSE;
}

static void
leave_app (ScPreparedText *text, const ScXmlNode *app, GPtrArray *flows, GHashTable *gone)
{
  const ScXmlNode *list = sc_xml_node_get_child (app, "AppModuleComponents");
  g_autoptr (GHashTable) removed = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (ScXmlAddition));

  sc_xml_foreach (list, node)
    {
      if (leaves (node, flows, gone))
        g_hash_table_add (removed, (gpointer) node);
    }
  if (list != NULL)
    sc_preparation_edit_list (text, list, removed, added, get_no_key, "<AppModuleComponents />");
}

/* In a folder every app has a folder, with a second file for managed solutions. */
static gboolean
leave_app_files (ScPreparation *self, GPtrArray *flows, GHashTable *gone, GError **error)
{
  g_autoptr (GPtrArray) apps = sc_folder_list (self->folder, "AppModules", "");

  for (guint i = 0; i < apps->len; i++)
    {
      g_autoptr (GPtrArray) files
          = sc_folder_list (self->folder, g_ptr_array_index (apps, i), ".xml");

      for (guint j = 0; j < files->len; j++)
        {
          ScPreparedText *text
              = sc_preparation_get_text (self, g_ptr_array_index (files, j), error);

          if (text == NULL)
            return FALSE;
          leave_app (text, sc_xml_get_root (text->xml), flows, gone);
        }
    }
  return TRUE;
}

gboolean
sc_preparation_leave_apps (ScPreparation *self, GPtrArray *flows, GHashTable *gone, GError **error)
{
  ScPreparedText *text;

  if (self->folder != NULL)
    return leave_app_files (self, flows, gone, error);
  text = sc_preparation_get_text (self, self->package->customizations_file, error);
  if (text == NULL)
    return FALSE;
  sc_xml_foreach (sc_xml_node_get_child (sc_xml_get_root (text->xml), "AppModules"), app)
    {
      leave_app (text, app, flows, gone);
    }
  return TRUE;
}
