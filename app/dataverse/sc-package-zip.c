/* sc-package-zip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-entity-xml.h"
#include "sc-extent.h"
#include "sc-package-builder.h"
#include "sc-shorten.h"
#include "sc-solution-xml.h"
#include "sc-workflow-xml.h"
#include "sc-zip.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ScZip *zip;
  ScPackageBuilder *builder;
  GHashTable *taken; /* positions, plus one, of the entries that are a process */
} Reader;

/* Keeps the bytes as well, and says what the entry is really called. */
static ScXml *
parse_entry (Reader *reader, const char *name, char **real_name, GError **error)
{
  int position = sc_zip_find (reader->zip, name);
  g_autoptr (GBytes) bytes = NULL;

  if (position < 0)
    {
      g_autofree char *path = g_filename_display_name (reader->builder->package->path);
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("“%s” is not a solution: it has no “%s”."), path, name);
      return NULL;
    }
  bytes = sc_zip_read (reader->zip, (guint) position, error);
  if (bytes == NULL)
    return NULL;
  *real_name = g_strdup (sc_zip_get_name (reader->zip, (guint) position));
  sc_package_builder_keep_file (reader->builder, *real_name, bytes);
  return sc_xml_parse (bytes, name, error);
}

/* -1 when the archive does not have it. */
static int
find_xaml (Reader *reader, const ScXmlNode *workflow)
{
  const char *file = sc_xml_node_get_child_text (workflow, "XamlFileName");

  while (file != NULL && *file == '/')
    file++;
  return file != NULL ? sc_zip_find (reader->zip, file) : -1;
}

/* FALSE when another process has that entry: thousands that name one large file would take hours.
 */
static gboolean
take (Reader *reader, int position)
{
  return g_hash_table_add (reader->taken, GINT_TO_POINTER (position + 1));
}

static char *
quote (const char *name)
{
  return sc_shorten (name != NULL ? name : "", SC_MAX_QUOTED);
}

static gboolean
read_flow (Reader *reader, const ScXmlNode *workflow, GError **error)
{
  const char *file = sc_xml_node_get_child_text (workflow, "XamlFileName");
  int position = find_xaml (reader, workflow);
  g_autoptr (GBytes) bytes = NULL;
  const char *name;

  if (position < 0 || !take (reader, position))
    {
      g_autofree char *shown = quote (sc_xml_node_get_attribute (workflow, "Name"));
      g_autofree char *shown_file = quote (file);

      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   position < 0 ? _ ("“%s” was skipped: its file “%s” is not in the archive.")
                                : _ ("“%s” was skipped: its file “%s” is that of another process."),
                   shown, shown_file);
      return FALSE;
    }
  bytes = sc_zip_read (reader->zip, (guint) position, error);
  name = sc_zip_get_name (reader->zip, (guint) position);
  if (bytes == NULL
      || !sc_package_builder_add_flow (reader->builder, workflow,
                                       reader->builder->package->customizations_file, bytes, name,
                                       error))
    return FALSE;
  sc_package_builder_keep_file (reader->builder, name, bytes);
  return TRUE;
}

static void
read_process (Reader *reader, const ScXmlNode *workflow)
{
  int position = sc_workflow_xml_get_category (workflow) == SC_PROCESS_ACTION
                     ? find_xaml (reader, workflow)
                     : -1;
  g_autoptr (GBytes) bytes = position >= 0 && take (reader, position)
                                 ? sc_zip_read (reader->zip, (guint) position, NULL)
                                 : NULL;
  g_autoptr (ScXml) xaml
      = bytes != NULL ? sc_xml_parse (bytes, sc_zip_get_name (reader->zip, (guint) position), NULL)
                      : NULL;

  sc_package_builder_add_process (reader->builder, workflow, xaml);
}

static void
read_flows (Reader *reader, const ScXmlNode *workflows)
{
  sc_xml_foreach (workflows, workflow)
    {
      g_autoptr (GError) error = NULL;

      if (!sc_package_builder_wants (reader->builder, workflow))
        read_process (reader, workflow);
      else if (!read_flow (reader, workflow, &error))
        sc_package_builder_take_note (reader->builder, g_strdup (error->message));
    }
}

/* Of a flow's own table only the flow looks at the form. */
static void
add_table (ScPackageBuilder *builder, const ScXmlNode *entity)
{
  g_autoptr (ScFormColumns) columns = sc_form_columns_new ();

  if (!sc_entity_xml_is_backing (entity))
    sc_xml_foreach (sc_xml_node_get_child (entity, "FormXml"), forms)
      {
        if (g_strcmp0 (sc_xml_node_get_attribute (forms, "type"), "main") == 0)
          sc_form_columns_add (columns, forms);
      }
  sc_package_builder_add_table (builder, entity, columns);
}

static void
read_customizations (Reader *reader, const ScXmlNode *root)
{
  ScPackageBuilder *builder = reader->builder;
  const char *language
      = sc_xml_node_get_child_text (sc_xml_node_get_child (root, "Languages"), "Language");

  if (language != NULL && sc_extent_read_int (language) > 0)
    builder->solution->language = sc_extent_read_int (language);
  sc_package_builder_add_relationships (builder,
                                        sc_xml_node_get_child (root, "EntityRelationships"));
  sc_xml_foreach (sc_xml_node_get_child (root, "optionsets"), optionset)
    {
      sc_package_builder_add_choice (builder, optionset);
    }
  sc_xml_foreach (sc_xml_node_get_child (root, "Entities"), entity)
    {
      add_table (builder, entity);
    }
  sc_xml_foreach (sc_xml_node_get_child (root, "AppModules"), app)
    {
      sc_package_builder_add_app (builder, app);
    }
  sc_xml_foreach (sc_xml_node_get_child (root, "Roles"), role)
    {
      sc_package_builder_add_role (builder, role, builder->package->customizations_file);
    }
  read_flows (reader, sc_xml_node_get_child (root, "Workflows"));
}

ScPackage *
sc_package_open_zip (const char *path, GError **error)
{
  g_autoptr (ScZip) zip = sc_zip_open (path, error);
  g_autoptr (ScPackageBuilder) builder = NULL;
  g_autoptr (ScXml) solution = NULL;
  g_autoptr (ScXml) customizations = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  Reader reader;

  if (zip == NULL)
    return NULL;
  builder = sc_package_builder_new (SC_PACKAGE_ZIP, path, path);
  reader = (Reader){ zip, builder, taken };
  builder->package->archive = g_bytes_ref (sc_zip_get_bytes (zip));
  solution = parse_entry (&reader, "solution.xml", &builder->package->solution_file, error);
  if (solution == NULL)
    return NULL;
  customizations
      = parse_entry (&reader, "customizations.xml", &builder->package->customizations_file, error);
  if (customizations == NULL)
    return NULL;
  read_customizations (&reader, sc_xml_get_root (customizations));
  sc_solution_xml_read (sc_xml_get_root (solution), builder->solution);
  return sc_package_builder_finish (builder, error);
}
