/* sc-package-xaml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-file.h"
#include "sc-package-builder.h"

/* What stands beside the file helps, but nothing depends on it. */
static ScXml *
read_data (ScPackageBuilder *builder, const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScXml) xml = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  bytes = sc_file_read (path, SC_XML_MAX_BYTES, &error);
  if (bytes != NULL)
    xml = sc_xml_parse (bytes, name, &error);
  if (xml == NULL)
    {
      sc_package_builder_take_note (builder, g_strdup (error->message));
      return NULL;
    }
  if (!sc_xml_node_is (sc_xml_get_root (xml), "Workflow"))
    return NULL;
  sc_package_builder_keep_file (builder, name, bytes);
  return g_steal_pointer (&xml);
}

ScPackage *
sc_package_open_xaml (const char *path, GError **error)
{
  g_autofree char *root = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *data = g_strconcat (name, ".data.xml", NULL);
  g_autofree char *data_path = g_strconcat (path, ".data.xml", NULL);
  g_autoptr (ScPackageBuilder) builder = sc_package_builder_new (SC_PACKAGE_XAML, path, root);
  g_autoptr (GBytes) bytes = sc_file_read (path, SC_XML_MAX_BYTES, error);
  g_autoptr (ScXml) xml = NULL;

  if (bytes == NULL)
    return NULL;
  xml = read_data (builder, data_path, data);
  if (!sc_package_builder_add_flow (builder, xml != NULL ? sc_xml_get_root (xml) : NULL,
                                    xml != NULL ? data : NULL, bytes, name, error))
    return NULL;
  sc_package_builder_keep_file (builder, name, bytes);
  return sc_package_builder_finish (builder, error);
}
