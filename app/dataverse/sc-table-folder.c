/* sc-table-folder.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-table-folder.h"

#include <glib/gi18n-lib.h>

#include "sc-entity-xml.h"
#include "sc-folder.h"
#include "sc-relationship-xml.h"

typedef struct
{
  ScFolder *folder;
  GPtrArray *tables;
  GPtrArray *relationships;
  ScColumnLists *lists;
} Reader;

typedef void (*ReadFunc) (Reader *reader, const ScXmlNode *root);

static void
read_relationships (Reader *reader, const ScXmlNode *root)
{
  sc_relationship_xml_collect (root, reader->relationships, reader->lists);
}

static void
read_choice (Reader *reader, const ScXmlNode *root)
{
  sc_entity_xml_collect_choice (root, reader->lists);
}

static void
read_table (Reader *reader, const ScXmlNode *root)
{
  ScTable *table = sc_entity_xml_read (root, reader->lists, NULL);

  if (table != NULL)
    g_ptr_array_add (reader->tables, table);
}

/* A file that is not there is none to read. */
static gboolean
read_file (Reader *reader, const char *wanted, ReadFunc read, GError **error)
{
  g_autofree char *name = sc_folder_find (reader->folder, wanted);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScXml) xml = NULL;

  if (name == NULL)
    return TRUE;
  bytes = sc_folder_read (reader->folder, name, error);
  xml = bytes != NULL ? sc_xml_parse (bytes, name, error) : NULL;
  if (xml != NULL)
    read (reader, sc_xml_get_root (xml));
  return xml != NULL;
}

static gboolean
read_files (Reader *reader, const char *folder, ReadFunc read, GError **error)
{
  g_autoptr (GPtrArray) names = sc_folder_list (reader->folder, folder, ".xml");

  for (guint i = 0; i < names->len; i++)
    if (!read_file (reader, g_ptr_array_index (names, i), read, error))
      return FALSE;
  return TRUE;
}

/* Below Entities/ in an unpacked solution; else the folder itself. */
static gboolean
read_tables (Reader *reader, GError **error)
{
  g_autofree char *entities = sc_folder_find (reader->folder, "Entities");
  g_autoptr (GPtrArray) names
      = sc_folder_list (reader->folder, entities != NULL ? entities : "", "");

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_strconcat (g_ptr_array_index (names, i), "/Entity.xml", NULL);

      if (!read_file (reader, name, read_table, error))
        return FALSE;
    }
  return read_file (reader, "Entity.xml", read_table, error);
}

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->folder, sc_folder_free);
  g_clear_pointer (&self->lists, sc_column_lists_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

gboolean
sc_table_folder_read (const char *path, GPtrArray *tables, GPtrArray *relationships, GError **error)
{
  g_auto (Reader) reader = { NULL };
  const guint before = tables->len;
  g_autofree char *name = NULL;

  reader.folder = sc_folder_open (path, error);
  if (reader.folder == NULL)
    return FALSE;
  reader.tables = tables;
  reader.relationships = relationships;
  reader.lists = sc_column_lists_new ();
  /* Tables refer to the others. */
  if (!read_file (&reader, "Other/Relationships.xml", read_relationships, error)
      || !read_files (&reader, "Other/Relationships", read_relationships, error)
      || !read_files (&reader, "OptionSets", read_choice, error) || !read_tables (&reader, error)
      || !sc_folder_check (reader.folder, error)
      || !sc_column_lists_check (reader.lists, path, error))
    return FALSE;
  if (tables->len > before)
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
               _ ("“%s” cannot be imported: there is no Entity.xml in it. Choose the folder of an "
                  "unpacked solution, or a $metadata document."),
               name);
  return FALSE;
}
