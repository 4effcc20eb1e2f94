/* sc-package-folder.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-collate.h"
#include "sc-folder.h"
#include "sc-entity-xml.h"
#include "sc-package-builder.h"
#include "sc-solution-xml.h"
#include "sc-workflow-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DATA_SUFFIX ".data.xml"

typedef struct
{
  ScFolder *folder;
  ScPackageBuilder *builder;
} Reader;

/* NULL, with a note that says why, when the file cannot be read. */
static ScXml *
parse_file (Reader *reader, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sc_folder_read (reader->folder, name, &error);
  ScXml *xml = bytes != NULL ? sc_xml_parse (bytes, name, &error) : NULL;

  if (xml == NULL)
    sc_package_builder_take_note (reader->builder, g_strdup (error->message));
  return xml;
}

static void
read_manifest (Reader *reader)
{
  g_autofree char *name = sc_folder_find (reader->folder, "Other/Solution.xml");
  g_autoptr (ScXml) xml = name != NULL ? parse_file (reader, name) : NULL;

  if (xml == NULL)
    return;
  sc_solution_xml_read (sc_xml_get_root (xml), reader->builder->solution);
  sc_package_builder_keep_file (reader->builder, name, sc_xml_get_bytes (xml));
  reader->builder->package->solution_file = g_steal_pointer (&name);
}

/* Older tools write one file with all relationships, newer ones a file per table and an index. */
static void
read_relationships (Reader *reader)
{
  g_autofree char *single = sc_folder_find (reader->folder, "Other/Relationships.xml");
  g_autoptr (GPtrArray) names = sc_folder_list (reader->folder, "Other/Relationships", ".xml");

  if (single != NULL)
    g_ptr_array_add (names, g_steal_pointer (&single));
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (ScXml) xml = parse_file (reader, g_ptr_array_index (names, i));

      if (xml != NULL)
        sc_package_builder_add_relationships (reader->builder, sc_xml_get_root (xml));
    }
}

static void
read_choices (Reader *reader)
{
  g_autoptr (GPtrArray) names = sc_folder_list (reader->folder, "OptionSets", ".xml");

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (ScXml) xml = parse_file (reader, g_ptr_array_index (names, i));

      if (xml != NULL)
        sc_package_builder_add_choice (reader->builder, sc_xml_get_root (xml));
    }
}

/* Of a flow's own table only the flow looks at the form. What a managed package makes of a form
 * lies beside it. */
static ScFormColumns *
read_forms (Reader *reader, const char *folder, const ScXmlNode *entity)
{
  g_autofree char *subfolder = g_strconcat (folder, "/FormXml/main", NULL);
  g_autofree char *found
      = sc_entity_xml_is_backing (entity) ? NULL : sc_folder_find (reader->folder, subfolder);
  g_autoptr (GPtrArray) names
      = found != NULL ? sc_folder_list (reader->folder, found, ".xml") : NULL;
  ScFormColumns *columns = sc_form_columns_new ();

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (ScXml) xml
          = g_str_has_suffix (name, "_managed.xml") ? NULL : parse_file (reader, name);

      if (xml != NULL)
        sc_form_columns_add (columns, sc_xml_get_root (xml));
    }
  return columns;
}

static void
read_tables (Reader *reader)
{
  g_autoptr (GPtrArray) folders = sc_folder_list (reader->folder, "Entities", "");

  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *wanted = g_strconcat (g_ptr_array_index (folders, i), "/Entity.xml", NULL);
      g_autofree char *name = sc_folder_find (reader->folder, wanted);
      g_autoptr (ScXml) xml = name != NULL ? parse_file (reader, name) : NULL;

      if (xml != NULL)
        {
          g_autoptr (ScFormColumns) columns
              = read_forms (reader, g_ptr_array_index (folders, i), sc_xml_get_root (xml));

          sc_package_builder_add_table (reader->builder, sc_xml_get_root (xml), columns);
        }
    }
}

static void
read_apps (Reader *reader)
{
  g_autoptr (GPtrArray) folders = sc_folder_list (reader->folder, "AppModules", "");

  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *wanted
          = g_strconcat (g_ptr_array_index (folders, i), "/AppModule.xml", NULL);
      g_autofree char *name = sc_folder_find (reader->folder, wanted);
      g_autoptr (ScXml) xml = name != NULL ? parse_file (reader, name) : NULL;

      if (xml != NULL)
        sc_package_builder_add_app (reader->builder, sc_xml_get_root (xml));
    }
}

/* As people look for them; the names of the files are only nearly those of the roles. */
static int
compare_roles (gconstpointer a, gconstpointer b)
{
  const ScRole *const *first = a;
  const ScRole *const *second = b;

  return sc_collate ((*first)->name, (*second)->name);
}

static void
read_roles (Reader *reader)
{
  g_autoptr (GPtrArray) names = sc_folder_list (reader->folder, "Roles", ".xml");

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (ScXml) xml = parse_file (reader, name);

      if (xml == NULL)
        continue;
      if (sc_package_builder_add_role (reader->builder, sc_xml_get_root (xml), name))
        sc_package_builder_keep_file (reader->builder, name, sc_xml_get_bytes (xml));
      else
        sc_package_builder_take_note (
            reader->builder, g_strdup_printf (_ ("“%s” was skipped: it is not a role."), name));
    }
  g_ptr_array_sort (reader->builder->roles, compare_roles);
}

static gboolean
read_flow (Reader *reader, const ScXml *data, const char *data_name, GError **error)
{
  g_autofree char *xaml = g_strndup (data_name, strlen (data_name) - strlen (DATA_SUFFIX));
  g_autofree char *found = sc_folder_find (reader->folder, xaml);
  g_autoptr (GBytes) bytes = NULL;

  if (found == NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                   _ ("“%s” was skipped: there is no “%s” beside it."), data_name, xaml);
      return FALSE;
    }
  bytes = sc_folder_read (reader->folder, found, error);
  if (bytes == NULL
      || !sc_package_builder_add_flow (reader->builder, sc_xml_get_root (data), data_name, bytes,
                                       found, error))
    return FALSE;
  sc_package_builder_keep_file (reader->builder, found, bytes);
  sc_package_builder_keep_file (reader->builder, data_name, sc_xml_get_bytes (data));
  return TRUE;
}

/* Every process ends the names of its files with its id; what cannot be read is not missed. */
static void
add_found (Reader *reader, const char *data_name)
{
  g_autofree char *stem = g_strndup (data_name, strlen (data_name) - strlen (DATA_SUFFIX));
  char *end = strrchr (stem, '.');

  if (end != NULL && end - stem > 36)
    {
      *end = '\0';
      sc_package_builder_add_found (reader->builder, end - 36);
    }
}

static void
read_process (Reader *reader, const ScXml *data, const char *data_name)
{
  const ScXmlNode *workflow = sc_xml_get_root (data);
  g_autofree char *wanted = g_strndup (data_name, strlen (data_name) - strlen (DATA_SUFFIX));
  g_autofree char *found = sc_workflow_xml_get_category (workflow) == SC_PROCESS_ACTION
                               ? sc_folder_find (reader->folder, wanted)
                               : NULL;
  g_autoptr (GBytes) bytes = found != NULL ? sc_folder_read (reader->folder, found, NULL) : NULL;
  g_autoptr (ScXml) xaml = bytes != NULL ? sc_xml_parse (bytes, found, NULL) : NULL;

  sc_package_builder_add_process (reader->builder, workflow, xaml);
}

static void
read_flows (Reader *reader)
{
  g_autoptr (GPtrArray) names = sc_folder_list (reader->folder, "Workflows", DATA_SUFFIX);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (ScXml) xml = NULL;
      g_autoptr (GError) error = NULL;

      add_found (reader, name);
      xml = parse_file (reader, name);
      if (xml == NULL)
        continue;
      if (!sc_package_builder_wants (reader->builder, sc_xml_get_root (xml)))
        read_process (reader, xml, name);
      else if (!read_flow (reader, xml, name, &error))
        sc_package_builder_take_note (reader->builder, g_strdup (error->message));
    }
}

static gboolean
has (ScFolder *folder, const char *name)
{
  g_autofree char *found = sc_folder_find (folder, name);

  return found != NULL;
}

static gboolean
check_layout (ScFolder *folder, const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (has (folder, "Other/Solution.xml") || has (folder, "Workflows"))
    {
      if (!has (folder, "customizations.xml"))
        return TRUE;
    }
  name = g_filename_display_name (path);
  if (has (folder, "customizations.xml"))
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                 _ ("“%s” was unzipped, but not unpacked. Open the .zip itself, or unpack it with "
                    "“pac solution unpack”."),
                 name);
  else
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                 _ ("“%s” is not an unpacked solution: it has neither “Other/Solution.xml” nor "
                    "“Workflows”."),
                 name);
  return FALSE;
}

ScPackage *
sc_package_open_folder (const char *path, GError **error)
{
  g_autoptr (ScFolder) folder = sc_folder_open (path, error);
  g_autoptr (ScPackageBuilder) builder = NULL;
  Reader reader;

  if (folder == NULL || !check_layout (folder, path, error))
    return NULL;
  builder = sc_package_builder_new (SC_PACKAGE_FOLDER, path, path);
  reader = (Reader){ folder, builder };
  read_manifest (&reader);
  read_relationships (&reader);
  read_choices (&reader);
  read_tables (&reader);
  read_apps (&reader);
  read_roles (&reader);
  read_flows (&reader);
  if (!sc_folder_check (folder, error))
    return NULL;
  return sc_package_builder_finish (builder, error);
}
