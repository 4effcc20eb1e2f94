/* sc-form-image.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-form-image.h"

#include "sc-id.h"

static void
add (GHashTable *index, const ScXmlNode *node)
{
  const char *id = sc_xml_node_get_attribute (node, "id");

  if (id != NULL && !g_hash_table_contains (index, id))
    g_hash_table_insert (index, (gpointer) id, (gpointer) node);
}

GPtrArray *
sc_form_image_list_rows (const ScXmlNode *tab)
{
  GPtrArray *found = g_ptr_array_new ();

  sc_xml_foreach (sc_xml_node_get_child (tab, "columns"), column)
    {
      sc_xml_foreach (sc_xml_node_get_child (column, "sections"), section)
        {
          const ScXmlNode *rows = sc_xml_node_get_child (section, "rows");

          if (rows != NULL)
            g_ptr_array_add (found, (gpointer) rows);
        }
    }
  return found;
}

static void
index_tab (ScFormImage *self, const ScXmlNode *tab)
{
  g_autoptr (GPtrArray) places = sc_form_image_list_rows (tab);

  add (self->tabs_by_id, tab);
  for (guint i = 0; i < places->len; i++)
    {
      const ScXmlNode *rows = g_ptr_array_index (places, i);

      sc_xml_foreach (rows, row)
        {
          sc_xml_foreach (row, cell)
            add (self->cells_by_id, cell);
        }
    }
}

ScFormImage *
sc_form_image_new (GBytes *bytes, const ScXmlNode *systemform)
{
  ScFormImage *self = g_new0 (ScFormImage, 1);

  self->bytes = g_bytes_ref (bytes);
  self->tabs = sc_xml_node_get_child (sc_xml_node_get_child (systemform, "form"), "tabs");
  self->tabs_by_id = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  self->cells_by_id = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  sc_xml_foreach (self->tabs, tab)
    index_tab (self, tab);
  return self;
}

ScFormImage *
sc_form_image_new_made (const ScBacking *backing)
{
  g_autoptr (GBytes) bytes = sc_backing_write_form_file (backing);
  ScXml *xml = sc_xml_parse (bytes, "form", NULL);
  ScFormImage *self;

  if (xml == NULL)
    return NULL;
  self = sc_form_image_new (bytes, sc_xml_node_get_child (sc_xml_get_root (xml), "systemform"));
  self->xml = xml;
  return self;
}

void
sc_form_image_free (ScFormImage *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->tabs_by_id);
  g_hash_table_unref (self->cells_by_id);
  g_clear_pointer (&self->xml, sc_xml_unref);
  g_bytes_unref (self->bytes);
  g_free (self);
}

const ScXmlNode *
sc_form_image_find_tab (const ScFormImage *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->tabs_by_id, id) : NULL;
}

const ScXmlNode *
sc_form_image_find_cell (const ScFormImage *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->cells_by_id, id) : NULL;
}

static void
add_id (GPtrArray *ids, GHashTable *index, const ScXmlNode *node)
{
  const char *id = sc_xml_node_get_attribute (node, "id");

  if (id != NULL && g_hash_table_lookup (index, id) == node)
    g_ptr_array_add (ids, (gpointer) id);
}

GPtrArray *
sc_form_image_list_tab_ids (const ScFormImage *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  sc_xml_foreach (self->tabs, tab)
    add_id (ids, self->tabs_by_id, tab);
  return ids;
}

GPtrArray *
sc_form_image_list_cell_ids (const ScFormImage *self, GPtrArray *places)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    {
      const ScXmlNode *rows = g_ptr_array_index (places, i);

      sc_xml_foreach (rows, row)
        {
          sc_xml_foreach (row, cell)
            add_id (ids, self->cells_by_id, cell);
        }
    }
  return ids;
}

const ScXmlNode *
sc_form_image_get_tab_of (const ScXmlNode *cell)
{
  const ScXmlNode *node = cell;

  while (node != NULL && !sc_xml_node_is (node, "tab"))
    node = sc_xml_node_get_parent (node);
  return node;
}
